// Dates as themes spell them, and another date in the same words.
import assert from 'node:assert/strict';
import { readDate } from '../../../src/core/dates';
import { datesIn } from '../../../src/core/look/spelling';

const BUILT = readDate('2026-11-24T21:05:09+09:00')!;
const NOW = readDate('2027-02-03T04:05:06+09:00')!;

const respelled = (text: string, language = 'ko'): string => datesIn(text, language, [BUILT]).reduceRight((done, { start, end, spell }) => done.slice(0, start) + spell(NOW) + done.slice(end), text);

describe('look: dates in words', () => {
  for (const [before, after] of [
    ['2026-11-24', '2027-02-03'], ['2026.11.24', '2027.02.03'], ['2026. 11. 24.', '2027. 2. 3.'], ['2026/11/24', '2027/02/03'],
    ['2026년 11월 24일', '2027년 2월 3일'], ['2026년 11월 24일 화요일', '2027년 2월 3일 수요일'], ['2026년 11월 24일(화)', '2027년 2월 3일(수)'], ['2026年11月24日', '2027年2月3日'],
    ['Nov 24, 2026', 'Feb 3, 2027'], ['November 24th, 2026', 'February 3rd, 2027'], ['NOV 24, 2026', 'FEB 3, 2027'], ['Nov. 24, 2026', 'Feb. 3, 2027'], ['24 November 2026', '3 February 2027'],
    ['Tuesday, November 24, 2026', 'Wednesday, February 3, 2027'], ['Tue, 24 Nov 2026 21:05:09 +0900', 'Wed, 3 Feb 2027 04:05:06 +0900'],
    ['2026-11-24T21:05:09+09:00', '2027-02-03T04:05:06+09:00'], ['2026-11-24 21:05', '2027-02-03 04:05'], ['11/24/2026', '02/03/2027'], ['24/11/2026', '03/02/2027'],
    ['작성: 2026-11-24 · 5분', '작성: 2027-02-03 · 5분'],
  ] as const) it(`${before} becomes ${after}`, () => assert.equal(respelled(before), after));

  it('knows the months of the site’s own language', () => assert.equal(respelled('24. November 2026', 'de'), '3. Februar 2027'));

  it('finds none where there is none', () => {
    for (const text of ['', '010-1234-5678', '1.2.3', '오늘', '99/99/2026', 'March 2026']) assert.equal(respelled(text), text);
  });
});
