import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, indexOf, lastDay, periodIn, plus } from '../../../src/core/writing/period';
import type { Period, PeriodUnit } from '../../../src/core/writing';

const of = (unit: PeriodUnit, year: number, number = 1): Period => ({ unit, year, number });

describe('periods', () => {
  const READ: readonly (readonly [string, Period | undefined])[] = [
    ['월간 기술 스크랩 22/03', of('month', 2022, 3)],
    ['monthly-log-2203', of('month', 2022, 3)],
    ['2022년 7월 회고', of('month', 2022, 7)],
    ['retrospect-2021-january', of('month', 2021, 1)],
    ['Links of March 2024', of('month', 2024, 3)],
    ['2021년 3/4분기 회고', of('quarter', 2021, 3)],
    ['2021 3/4분기', of('quarter', 2021, 3)],
    ['2024-Q2 retrospective', of('quarter', 2024, 2)],
    ['2023년 하반기 돌아보기', of('half', 2023, 2)],
    ['2019년 회고', of('year', 2019)],
    ['글또를 시작하며', undefined],
    ['2024년 13월', of('year', 2024)],
  ];
  for (const [text, period] of READ) it(`reads "${text}"`, () => assert.deepEqual(periodIn(text), period));

  it('moves every mention on, each in its own way of writing', () => {
    const from = of('month', 2026, 12);
    const to = of('month', 2027, 1);
    assert.equal(advance('월간 26/12 (2026년 12월) 2612 2026-12 december Dec 12월', from, to), '월간 27/01 (2027년 1월) 2701 2027-01 january Jan 1월');
  });

  it('leaves other numbers alone', () => {
    assert.equal(advance('26/03 issue, 2603명, 326/03, v2.26, 13월 3', of('month', 2026, 3), of('month', 2026, 4)), '26/04 issue, 2604명, 326/03, v2.26, 13월 3');
  });

  it('takes the padded month where the series pads', () => {
    assert.equal(advance('12월', of('month', 2026, 12), of('month', 2027, 1), true), '01월');
  });

  it('moves quarters, halves and years', () => {
    assert.equal(advance('2026년 4분기 (Q4)', of('quarter', 2026, 4), of('quarter', 2027, 1)), '2027년 1분기 (Q1)');
    assert.equal(advance('2026 상반기', of('half', 2026, 1), of('half', 2026, 2)), '2026 하반기');
    assert.equal(advance("2026년을 보내며, '26", of('year', 2026), of('year', 2027)), "2027년을 보내며, '27");
  });

  it('counts on and back over year ends', () => {
    fc.assert(fc.property(fc.constantFrom<PeriodUnit>('month', 'quarter', 'half', 'year'), fc.integer({ min: 2000, max: 2050 }), fc.integer({ min: -40, max: 40 }), (unit, year, steps) => {
      const period = of(unit, year);
      const moved = plus(period, steps);
      assert.equal(indexOf(moved) - indexOf(period), steps);
      assert.deepEqual(plus(moved, -steps), period);
    }));
  });

  it('knows the last day', () => {
    assert.deepEqual(lastDay(of('month', 2024, 2)), { year: 2024, month: 2, day: 29 });
    assert.deepEqual(lastDay(of('quarter', 2026, 3)), { year: 2026, month: 9, day: 30 });
    assert.deepEqual(lastDay(of('half', 2026, 1)), { year: 2026, month: 6, day: 30 });
  });
});
