// Series of halves, quarters and seasons by name, of weeks glued to a year, of ranges, and with a habit that changes.
import { HUGO, JEKYLL } from '../../blog';
import { add, HEXO, iso, two, type Day, type Serial } from './serials';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const every = (first: Day, days: number, count: number): Day[] => Array.from({ length: count }, (_, i) => add(first, i * days));
const last = (y: number, m: number): Day => ({ y, m, d: new Date(Date.UTC(y, m, 0)).getUTCDate() });
const THINGS = ['캐시', '배포', '인덱스', '문서', '면접', '발표', '독서', '장애'];
const body = (n: number): string => lines('', '## 한 일', '', `${THINGS[n % 8]!} 일을 했다.`, '', '## 다음', '', `${THINGS[(n * 3 + 1) % 8]!} 차례다.`);
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** ISO 8601 */
function weekOf(day: Day): readonly [year: number, week: number] {
  const weekday = (new Date(Date.UTC(day.y, day.m - 1, day.d)).getUTCDay() + 6) % 7;
  const thursday = add(day, 3 - weekday);
  return [thursday.y, 1 + Math.floor((Date.UTC(thursday.y, thursday.m - 1, thursday.d) - Date.UTC(thursday.y, 0, 1)) / 604_800_000)];
}

const halves = Array.from({ length: 9 }, (_, i) => last(2021 + (i >> 1), i % 2 ? 12 : 6));
const quarters = Array.from({ length: 10 }, (_, i) => last(2023 + (i >> 2), (i % 4) * 3 + 3));
const seasonEnds = Array.from({ length: 11 }, (_, i) => last(2022 + ((i + 2) >> 2), [2, 5, 8, 11][(i + 2) % 4]!));

export const SECOND_ROUND: readonly Serial[] = [
  { name: 'halves by ordinal in the name, Korean in the title', base: HUGO, kind: 'retro', days: halves, write: (n, day) => ({ path: `content/post/half-${day.y}-${n % 2 ? 'first' : 'second'}.md`, text: lines('---', `title: "${day.y}년 ${n % 2 ? '상' : '하'}반기 회고"`, `date: ${iso(day)}`, `description: '${day.y}년 ${n % 2 ? '전' : '후'}반기를 돌아본다'`, `aliases: ["/h/${day.y}${n % 2 ? 1 : 2}"]`, '---') + body(n) }) },
  { name: 'halves in English', base: JEKYLL, kind: 'retro', series: 'review', days: halves, write: (n, day) => ({ path: `_posts/${iso(day)}-${n % 2 ? '1st' : '2nd'}-half-of-${day.y}-review.md`, text: lines('---', `title: ${n % 2 ? 'First' : 'Second'} Half of ${day.y}`, `date: ${iso(day)} 20:00:00 +0900`, `tags: [${day.y}, review]`, '---') + body(n) }) },
  { name: 'quarters by ordinal', base: JEKYLL, kind: 'retro', series: 'quarter', days: quarters, write: (n, day) => ({ path: `_posts/${iso(day)}-quarter-${['4th', '1st', '2nd', '3rd'][n % 4]!}-${day.y}.md`, text: lines('---', `title: "${['Fourth', 'First', 'Second', 'Third'][n % 4]!} Quarter of ${day.y}"`, `date: ${iso(day)} 23:59:00 +0900`, '---') + body(n) }) },
  { name: 'a winter of the year in which it ends', base: HEXO, kind: 'retro', series: '시절', days: seasonEnds, write: (n, day) => ({ path: `source/_posts/시절-${day.y}-${['winter', 'spring', 'summer', 'autumn'][(day.m - 2) / 3]!}.md`, text: lines('---', `title: ${day.y}년 ${['겨울', '봄', '여름', '가을'][(day.m - 2) / 3]!} 회고`, `date: ${iso(day)} 10:00:00`, '---') + body(n) }) },
  { name: 'a winter of the year in which it begins', base: HUGO, kind: 'retro', series: 'season', days: seasonEnds.map(day => add(day, 1)), write: (n, day) => {
    const [y, at] = day.m === 3 ? [day.y - 1, 3] : [day.y, day.m / 3 - 2];
    return { path: `content/post/season-${y}-${['spring', 'summer', 'fall', 'winter'][at]!}.md`, text: lines('---', `title: ${['Spring', 'Summer', 'Fall', 'Winter'][at]!} ${y}`, `date: ${iso(day)}`, `description: "${y}년 ${['봄', '여름', '가을', '겨울'][at]!}을 보내며"`, '---') + body(n) };
  } },
  { name: 'year and week in one number', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 11, d: 7 }, 7, 13), write: (n, day) => {
    const [y, w] = weekOf(day);
    return { path: `content/wk/wk-${y}${two(w)}/index.md`, text: lines('---', `title: '주간 스크랩 ${y}년 ${w}주'`, `date: ${iso(day)}T18:00:00+09:00`, `aliases: [/w/${y}${two(w)}/]`, 'images:', `- cover-${y}${two(w)}.png`, 'draft: true', '---') + body(n) };
  } },
  { name: 'a count beside weeks that begin again', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 11, d: 17 }, 7, 12), write: (n, day) => {
    const [y, w] = weekOf(day);
    return { path: `content/weekly/${y}-w${two(w)}.md`, text: lines('+++', '# 주간', `title = "${y}년 ${w}주차 소식"`, `date = "${iso(day)}"`, `weight = ${n}`, '+++') + body(n) };
  } },
  { name: 'from day to day over months', base: HUGO, kind: 'scrap', series: 'links', days: every({ y: 2025, m: 11, d: 14 }, 7, 12), write: (n, day) => {
    const from = add(day, -4);
    return { path: `content/links/links-${n}.md`, text: lines('---', `title: "링크 (${from.y}/${from.m}/${from.d}~${day.m}/${day.d})"`, `date: ${iso(day)}`, '---') + body(n) };
  } },
  { name: 'from day to day, padded, the first in another month', base: JEKYLL, kind: 'retro', days: every({ y: 2025, m: 3, d: 9 }, 7, 9).slice(0, 8), write: (n, day) => {
    const from = add(day, -6);
    return { path: `_posts/${iso(day)}-weekly.md`, text: lines('---', `title: "주간 회고 (${two(from.m)}/${two(from.d)} ~ ${two(day.m)}/${two(day.d)})"`, '---') + body(n) };
  } },
  { name: 'English months from day to day', base: JEKYLL, kind: 'scrap', series: 'week-in-review', days: every({ y: 2025, m: 5, d: 18 }, 7, 10), write: (n, day) => {
    const from = add(day, -6);
    return { path: `_posts/${iso(day)}-week-in-review.md`, text: lines('---', `title: "Week in Review: ${ENGLISH[from.m - 1]!} ${from.d} - ${ENGLISH[day.m - 1]!} ${day.d}"`, `date: ${iso(day)}`, '---') + body(n) };
  } },
  { name: 'weeks that count, with days behind them', base: HUGO, kind: 'retro', series: 'week', days: every({ y: 2025, m: 6, d: 22 }, 7, 10), write: (n, day) => {
    const from = add(day, -6);
    return { path: `content/week/week-${two(n)}.md`, text: lines('---', `title: "${n}주차 (${from.m}월 ${from.d}일 ~ ${day.m}월 ${day.d}일)"`, `date: ${iso(day)}`, `weight: ${n}`, '---') + body(n) };
  } },
  { name: 'a count beside months of which some are left out', base: HUGO, kind: 'retro', days: [1, 2, 3, 5, 8, 9].map(m => last(2024, m)), write: (n, day) => ({ path: `content/post/mogak-${day.y}${two(day.m)}.md`, text: lines('---', `title: "${day.y}.${two(day.m)} 월간 회고"`, `date: ${iso(day)}`, `series_order: ${n}`, '---') + body(n) }) },
  { name: 'the last day instead of the fifteenth', base: JEKYLL, kind: 'scrap', days: Array.from({ length: 11 }, (_, i) => ({ ...last(2024 + Math.floor((i + 4) / 12), ((i + 4) % 12) + 1), ...(i < 4 ? { d: 15 } : {}) })), write: (n, day) => ({ path: `_posts/${iso(day)}-scrap-${day.y}${two(day.m)}.md`, text: lines('---', `title: "${day.y}년 ${day.m}월 스크랩"`, `date: ${iso(day)}`, '---') + body(n) }) },
  { name: 'months in the Korean way of dots', base: HUGO, kind: 'scrap', days: Array.from({ length: 10 }, (_, i) => ({ y: 2024 + Math.floor((i + 6) / 12), m: ((i + 6) % 12) + 1, d: 20 })), write: (n, day) => ({ path: `content/clip/clip-${day.y}-${day.m}.md`, text: lines('---', `title: ${day.y}. ${day.m}. 스크랩`, `date: ${iso(day)}`, `slug: clip-${day.y}-${day.m}`, '---') + body(n) }) },
];
