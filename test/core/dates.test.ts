import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayInWords, dayOf, isoDay, isoOffset, isoTime, isRealDate, momentOf, offsetAt, readDate, wallClock, type WrittenDate } from '../../src/core/dates';

const iso = (date: WrittenDate | undefined): string | undefined => date && `${isoDay(date)} ${isoTime(date)}${date.offset === undefined ? '' : isoOffset(date.offset)}${date.hasTime ? '' : ' (day)'}`;

describe('dates', () => {
  const READ: readonly (readonly [string, string | undefined])[] = [
    ['2026-11-30', '2026-11-30 00:00:00 (day)'],
    ['2026-1-5', '2026-01-05 00:00:00 (day)'],
    [' 2026-11-30 09:00 ', '2026-11-30 09:00:00'],
    ['2026-11-30T09:00:30', '2026-11-30 09:00:30'],
    ['2026-11-30 09:00:30.123', '2026-11-30 09:00:30'],
    ['2026-11-30T09:00:00Z', '2026-11-30 09:00:00+00:00'],
    ['2026-11-30T09:00:00+09:00', '2026-11-30 09:00:00+09:00'],
    ['2026-11-30 09:00:00 +0900', '2026-11-30 09:00:00+09:00'],
    ['2026-11-30 09:00:00 -03:30', '2026-11-30 09:00:00-03:30'],
    ['2026/11/30', undefined], ['어제', undefined], ['', undefined], ['2026-11', undefined], ['2026-11-30 아침', undefined],
  ];
  for (const [text, expected] of READ) it(`reads ${JSON.stringify(text)} as ${expected ?? 'none'}`, () => assert.equal(iso(readDate(text)), expected));

  it('know the calendar', () => {
    const real = (text: string): boolean => isRealDate(readDate(text)!);
    assert.deepEqual(['2024-02-29', '2026-02-28', '2000-02-29', '2026-12-31 23:59:60'].map(real), [true, true, true, true]);
    assert.deepEqual(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-11-00', '2026-11-30 24:00', '2026-11-30 09:61'].map(real), Array(8).fill(false));
  });

  it('are moments in a zone, unless they say their own', () => {
    assert.equal(momentOf(readDate('2026-11-30 09:00')!, 'Asia/Seoul'), Date.parse('2026-11-30T00:00:00Z'));
    assert.equal(momentOf(readDate('2026-11-30T09:00:00+02:00')!, 'Asia/Seoul'), Date.parse('2026-11-30T07:00:00Z'));
    assert.equal(momentOf(dayOf(2026, 7, 1), 'America/New_York'), Date.parse('2026-07-01T04:00:00Z'));
    assert.equal(momentOf(dayOf(2026, 12, 1), 'America/New_York'), Date.parse('2026-12-01T05:00:00Z'));
    assert.equal(momentOf(dayOf(2026, 12, 1), 'No/Where'), Date.parse('2026-12-01T00:00:00Z'));
  });

  it('come back from their moment, in zones with and without summer time', () => {
    const zone = fc.constantFrom('Asia/Seoul', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland');
    const moment = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2060, 0) / 1000 }).map(seconds => seconds * 1000);
    fc.assert(fc.property(moment, zone, (at, where) => assert.equal(momentOf(wallClock(at, where), where), at)));
    fc.assert(fc.property(moment, zone, (at, where) => assert.equal(momentOf(readDate(iso(wallClock(at, where))!)!, 'UTC'), at)));
  });

  it('write offsets in both ways', () => {
    assert.deepEqual([isoOffset(540), isoOffset(-210), isoOffset(0, ''), isoOffset(345, '')], ['+09:00', '-03:30', '+0000', '+0545']);
    assert.equal(offsetAt(Date.UTC(2026, 0), 'Asia/Seoul'), 540);
  });

  it('are said in words', () => {
    assert.equal(dayInWords(dayOf(2026, 11, 30), 'ko'), '2026년 11월 30일');
    assert.equal(dayInWords(dayOf(2026, 11, 30), 'en'), 'November 30, 2026');
  });
});
