// More series made up, written down before the code that foresees them, and not looked at while it was made.
import { HUGO, JEKYLL } from '../../blog';
import { add, HEXO, iso, PLAIN, two, type Day, type Serial } from './serials';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const every = (first: Day, days: number, count: number): Day[] => Array.from({ length: count }, (_, i) => add(first, i * days));
const months = (y: number, m: number, count: number, day: number): Day[] => Array.from({ length: count }, (_, i) => ({ y: y + Math.floor((m - 1 + i) / 12), m: ((m - 1 + i) % 12) + 1, d: day || new Date(Date.UTC(y + Math.floor((m - 1 + i) / 12), ((m - 1 + i) % 12) + 1, 0)).getUTCDate() }));
const THINGS = ['빌드', '배포', '설계', '협업', '독서', '운동', '발표', '면접', '문서', '번역', '장애', '성능'];
const body = (n: number): string => lines('', '## 이번 호', '', `${THINGS[n % 12]!}와 ${THINGS[(n * 7 + 2) % 12]!}에 대해 적는다.`, '', '## 다음 호', '', `${THINGS[(n + 5) % 12]!} 차례`);
const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const UNSEEN: readonly Serial[] = [
  { name: 'JavaScript weekly, number only in the title', base: JEKYLL, kind: 'scrap', days: every({ y: 2025, m: 11, d: 7 }, 7, 14), write: (n, day) => ({ path: `_posts/${iso(day)}-js-weekly.md`, text: lines('---', 'layout: post', `title: "JS 위클리 #${n + 90}"`, `date: ${iso(day)} 18:00:00 +0900`, 'categories:', '  - weekly', '---') + body(n) }) },
  { name: 'the number in front', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 10, d: 1 }, 7, 15), write: (n, day) => ({ path: `content/newsletter/${two(n)}-newsletter.md`, text: lines('---', `title: "${n}. 개발 뉴스레터"`, `date: ${iso(day)}`, `weight: ${-n}`, `url: /newsletter/${n}`, '---') + body(n) }) },
  { name: 'brackets', base: HUGO, kind: 'retro', days: months(2025, 6, 12, 0), write: (n, day) => ({ path: `content/posts/${day.y}/retro-${two(day.m)}.md`, text: lines('---', `title: "[회고] ${day.y}년 ${two(day.m)}월"`, `date: ${iso(day)}T23:59:59+09:00`, `categories: ["회고"]`, '---') + body(n) }) },
  { name: 'months by name and short year', base: HEXO, kind: 'retro', days: months(2025, 7, 11, 28), write: (n, day) => ({ path: `source/_posts/${ENGLISH[day.m - 1]!.slice(0, 3).toLowerCase()}-${day.y}-retrospect.md`, text: lines('---', `title: ${ENGLISH[day.m - 1]!} ${day.y} Retrospect`, `date: ${iso(day)} 21:10:00`, `updated: ${iso(day)} 21:10:00`, '---') + body(n) }) },
  { name: 'a folder for year and month', base: HUGO, kind: 'scrap', days: months(2025, 8, 10, 25), write: (n, day) => ({ path: `content/post/${day.y}/${two(day.m)}/monthly-scrap.md`, text: lines('---', `title: ${day.y}년 ${day.m}월 스크랩`, `date: ${iso(day)}T08:00:00+09:00`, `image: /images/${day.y}/${two(day.m)}/cover.png`, '---') + body(n) }) },
  { name: 'TOML with a table', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 9, d: 2 }, 7, 16), write: (n, day) => ({ path: `content/weekly/issue-${n}.md`, text: lines('+++', `title = "주간 소식 ${n}호"`, `date = "${iso(day)}"`, `issue = ${n}`, '[params]', `  cover = "issue-${n}.png"`, '+++') + body(n) }) },
  { name: 'a year looked back on in January', base: HUGO, kind: 'retro', days: [[2019, 4], [2020, 2], [2021, 10], [2022, 3], [2023, 1], [2024, 7], [2025, 5], [2026, 2]].map(([y, d]) => ({ y: y!, m: 1, d: d! })), write: (n, day) => ({ path: `content/post/retrospect-${day.y - 1}.md`, text: lines('---', `title: "${day.y - 1}년을 돌아보며"`, `date: ${iso(day)}`, `tags: ["${day.y - 1}", "회고"]`, '---') + body(n) }) },
  { name: 'a quarter as Q', base: JEKYLL, kind: 'retro', days: [[2024, 4, 3], [2024, 7, 2], [2024, 10, 5], [2025, 1, 4], [2025, 4, 2], [2025, 7, 6], [2025, 10, 1], [2026, 1, 3]].map(([y, m, d]) => ({ y: y!, m: m!, d: d! })), write: (n, day) => {
    const [y, q] = day.m === 1 ? [day.y - 1, 4] : [day.y, (day.m - 1) / 3];
    return { path: `_posts/${iso(day)}-${y}-Q${q}-retrospective.md`, text: lines('---', `title: ${y} Q${q} Retrospective`, `description: Looking back on Q${q} of ${y}`, '---') + body(n) };
  } },
  { name: 'times in hours that no habit explains', base: HUGO, kind: 'scrap', days: every({ y: 2026, m: 1, d: 5 }, 7, 12), write: (n, day) => ({ path: `content/weekly/weekly-${n}.md`, text: lines('---', `title: 위클리 ${n}호`, `date: ${iso(day)}T00:00:00+09:00`, `tags:`, '- weekly', `- ${day.y}`, 'aliases:', `- /w/${n}/`, '---') + body(n) }) },
  { name: 'weeks with a W', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 11, d: 14 }, 7, 14), write: (n, day) => {
    const thursday = add(day, -1);
    const w = 1 + Math.floor((Date.UTC(thursday.y, thursday.m - 1, thursday.d) - Date.UTC(thursday.y, 0, 1)) / 604_800_000);
    return { path: `content/weekly/${thursday.y}/w${two(w)}.md`, text: lines('---', `title: Weekly digest, week ${w}`, `date: ${iso(day)}T06:00:00Z`, '---') + body(n) };
  } },
  { name: 'a range of days in the description', base: JEKYLL, kind: 'scrap', days: every({ y: 2025, m: 11, d: 9 }, 7, 13), write: (n, day) => ({ path: `_posts/${iso(day)}-weekly-${n}.md`, text: lines('---', `title: 주간 기술 뉴스 ${n}회`, `description: "${add(day, -6).m}월 ${add(day, -6).d}일부터 ${day.m}월 ${day.d}일까지"`, '---') + body(n) }) },
  { name: 'Roman numerals', base: HUGO, kind: 'scrap', days: months(2025, 9, 9, 12), write: (n, day) => ({ path: `content/post/newsletter-${n}.md`, text: lines('---', `title: Newsletter ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n - 1]!}`, `date: ${iso(day)}`, '---') + body(n) }) },
  { name: 'seasons in English', base: HUGO, kind: 'scrap', days: [[2024, 3, 21], [2024, 6, 22], [2024, 9, 20], [2024, 12, 19], [2025, 3, 22], [2025, 6, 20], [2025, 9, 21], [2025, 12, 20]].map(([y, m, d]) => ({ y: y!, m: m!, d: d! })), write: (n, day) => {
    const season = ['Spring', 'Summer', 'Autumn', 'Winter'][day.m / 3 - 1]!;
    return { path: `content/post/${season.toLowerCase()}-${day.y}-newsletter.md`, text: lines('---', `title: '${season} ${day.y} Newsletter'`, `date: ${iso(day)}`, '---') + body(n) };
  } },
  { name: 'plain, dated names', base: PLAIN, kind: 'retro', days: every({ y: 2025, m: 11, d: 2 }, 7, 13), write: (n, day) => ({ path: `주간회고/${iso(day)}.md`, text: lines(`# ${day.y}년 ${day.m}월 ${day.d}일 주간 회고`) + body(n) }) },
  { name: 'dots in the date', base: HUGO, kind: 'retro', days: every({ y: 2025, m: 11, d: 2 }, 7, 13), write: (n, day) => ({ path: `content/post/weekly-retro-${day.y}${two(day.m)}${two(day.d)}.md`, text: lines('---', `title: "주간 회고 ${day.y}.${two(day.m)}.${two(day.d)}"`, `date: "${iso(day)}T22:30:00+09:00"`, '---') + body(n) }) },
  { name: 'a number with the year in which it starts again', base: HUGO, kind: 'scrap', days: [...every({ y: 2024, m: 12, d: 6 }, 7, 4), ...every({ y: 2025, m: 12, d: 5 }, 7, 8)], write: (n, day) => {
    const k = n <= 4 ? n + 48 : n <= 8 ? n + 44 : n - 8;
    return { path: `content/weekly/${day.y}-${two(k)}.md`, text: lines('---', `title: "${day.y}년 ${k}호 주간 링크"`, `date: ${iso(day)}`, '---') + body(n) };
  } },
  { name: 'single quotes and a list in one line', base: HEXO, kind: 'scrap', days: months(2025, 4, 13, 10), write: (n, day) => ({ path: `source/_posts/monthly-${n}.md`, text: lines('---', `title: '[월간] 읽은 글 ${n}호'`, `date: ${iso(day)} 10:10:10`, `tags: ['월간', '${day.y}년 ${day.m}월']`, `cover: '/img/monthly/${two(n)}.webp'`, '---') + body(n) }) },
  { name: 'a key that only some issues have', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 12, d: 3 }, 7, 14), write: (n, day) => ({ path: `content/weekly/weekly-${n}.md`, text: lines('---', `title: 위클리 ${n}호`, `date: ${iso(day)}`, ...(n === 5 || n === 9 ? ['pinned: true'] : []), 'draft: false', '---') + body(n) }) },
  { name: 'a day of the week in the title', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 12, d: 1 }, 7, 12), write: (n, day) => ({ path: `content/weekly/${iso(day)}.md`, text: lines('---', `title: ${day.m}월 ${day.d}일(월) 주간 링크`, `date: ${iso(day)}T07:30:00+09:00`, '---') + body(n) }) },
  { name: 'another way since three issues', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 9, d: 3 }, 7, 16), write: (n, day) => ({ path: n < 10 ? `content/weekly/weekly-${n}.md` : `content/weekly/${day.y}/weekly-${three(n)}.md`, text: lines('---', `title: "${n < 10 ? `위클리 ${n}호` : `위클리 #${n}`}"`, `date: ${iso(day)}`, ...(n < 10 ? [] : [`issue: ${n}`]), '---') + body(n) }) },
];

const KOREAN_WEEK = ['첫째', '둘째', '셋째', '넷째', '다섯째'];
const WEEKDAY = '일월화수목금토';
const dayName = (day: Day): string => WEEKDAY[new Date(Date.UTC(day.y, day.m - 1, day.d)).getUTCDay()]!;

/** Written when the first ones had passed. */
export const MORE: readonly Serial[] = [
  { name: 'weeks of the month in words', base: HUGO, kind: 'retro', days: every({ y: 2025, m: 11, d: 7 }, 7, 14), write: (n, day) => ({ path: `content/post/${iso(day)}-weekly-retro.md`, text: lines('---', `title: "${day.y}년 ${day.m}월 ${KOREAN_WEEK[Math.ceil(day.d / 7) - 1]!} 주 회고"`, `date: ${iso(day)}`, '---') + body(n) }) },
  { name: 'months without a year', base: HUGO, kind: 'retro', days: months(2025, 8, 10, 0), write: (n, day) => ({ path: `content/post/${iso(day)}-monthly-retro-${day.m}.md`, text: lines('---', `title: ${day.m}월 회고`, `date: ${iso(day)}`, '---') + body(n) }) },
  { name: 'the week before', base: JEKYLL, kind: 'retro', days: every({ y: 2025, m: 11, d: 3 }, 7, 14), write: (n, day) => {
    const sunday = add(day, -1);
    return { path: `_posts/${iso(day)}-weekly-${sunday.y}${two(sunday.m)}${two(sunday.d)}.md`, text: lines('---', `title: "주간 회고 ${add(sunday, -6).y}.${two(add(sunday, -6).m)}.${two(add(sunday, -6).d)} - ${sunday.y}.${two(sunday.m)}.${two(sunday.d)}"`, 'layout: post', '---') + body(n) };
  } },
  { name: 'a diary of days', base: HUGO, kind: 'scrap', series: 'til', days: [...every({ y: 2026, m: 2, d: 16 }, 1, 9), ...every({ y: 2026, m: 2, d: 27 }, 2, 6)], write: (n, day) => ({ path: `content/til/${day.y}/${two(day.m)}/${iso(day)}-til.md`, text: lines('---', `title: "TIL ${iso(day)} (${dayName(day)})"`, `date: ${iso(day)}T23:30:00+09:00`, `tags: ["TIL", "${day.y}-${two(day.m)}"]`, '---') + body(n) }) },
  { name: 'days of a challenge', base: HUGO, kind: 'scrap', series: 'challenge', days: every({ y: 2026, m: 1, d: 1 }, 1, 20), write: (n, day) => ({ path: `content/post/challenge-day-${n}.md`, text: lines('---', `title: "100일 챌린지 ${n}일차"`, `date: ${iso(day)}`, `description: "100일 가운데 ${n}일째 기록, ${100 - n}일 남았다"`, '---') + body(n) }) },
  { name: 'folders down to the day', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 12, d: 4 }, 7, 12), write: (n, day) => ({ path: `content/post/${day.y}/${two(day.m)}/${two(day.d)}/weekly.md`, text: lines('---', `title: 위클리 ${n}호`, `date: ${iso(day)}T08:00:00+09:00`, `url: /${day.y}/${two(day.m)}/weekly-${n}/`, '---') + body(n) }) },
  { name: 'clock readings', base: HEXO, kind: 'retro', days: months(2025, 6, 11, 27), write: (n, day) => ({ path: `source/_posts/${day.y}-${two(day.m)}-회고.md`, text: lines('---', `title: ${day.y}년 ${day.m}월 회고`, `date: ${iso(day)} 00:00:00`, 'categories: 회고', `excerpt: ${day.m}월을 보내며`, '---') + body(n) }) },
  { name: 'numbers that were skipped', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 10, d: 8 }, 7, 12), write: (n, day) => { const k = n < 5 ? n : n < 8 ? n + 1 : n + 3; return { path: `content/post/newsletter-${two(k)}.md`, text: lines('---', `title: "No. ${k} 개발 소식 뉴스레터"`, `date: ${iso(day)}`, `slug: no-${k}`, '---') + body(n) }; } },
  { name: 'CR LF in TOML', base: HUGO, kind: 'retro', days: months(2025, 5, 12, 0), write: (n, day) => ({ path: `content/posts/retro-${String(day.y).slice(2)}${two(day.m)}.md`, text: (lines('+++', `title = '${day.y}년 ${day.m}월 회고'`, `date = ${iso(day)}`, "tags = ['회고']", '+++') + body(n)).replaceAll('\n', '\r\n') }) },
  { name: 'a number in Korean that is padded', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 10, d: 8 }, 14, 14), write: (n, day) => ({ path: `content/post/뉴스레터-제${three(n)}호.md`, text: lines('---', `title: "제${three(n)}호 뉴스레터"`, `date: ${iso(day)} 09:00:00 +09:00`, `series: ["뉴스레터"]`, `series_order: ${n}`, `image: "/images/newsletter/${three(n)}/cover.png"`, '---') + body(n) }) },
  { name: 'a club with terms', base: JEKYLL, kind: 'club', series: '글또', days: every({ y: 2025, m: 10, d: 12 }, 14, 12), write: (n, day) => ({ path: `_posts/${iso(day)}-geultto-10-${two(n)}.md`, text: lines('---', `title: "[글또 10기] ${n}회차 - 두 주 돌아보기"`, `date: ${iso(day)} 22:00:00 +0900`, 'categories: [글또]', `tags: [글또10기, ${n}회차]`, '---') + body(n) }) },
  { name: 'quarters in Korean and short years', base: HUGO, kind: 'retro', days: [[2024, 3, 30], [2024, 6, 29], [2024, 9, 28], [2024, 12, 30], [2025, 3, 29], [2025, 6, 28], [2025, 9, 27], [2025, 12, 30]].map(([y, m, d]) => ({ y: y!, m: m!, d: d! })), write: (n, day) => ({ path: `content/post/${String(day.y).slice(2)}-${day.m / 3}q-retrospect.md`, text: lines('---', `title: ${String(day.y).slice(2)}년 ${day.m / 3}분기 회고`, `date: ${iso(day)}`, `description: "${day.m - 2}월부터 ${day.m}월까지"`, '---') + body(n) }) },
  { name: 'two newsletters in one folder', base: { ...HUGO, ...Object.fromEntries(every({ y: 2025, m: 10, d: 2 }, 7, 9).map((day, i) => [`content/post/design-weekly-${i + 30}.md`, `---\ntitle: 디자인 위클리 ${i + 30}호\ndate: ${iso(day)}\n---\n\n## 색\n`])) }, kind: 'scrap', series: 'dev-weekly', days: every({ y: 2025, m: 10, d: 1 }, 7, 12), write: (n, day) => ({ path: `content/post/dev-weekly-${n}.md`, text: lines('---', `title: 개발 위클리 ${n}호`, `date: ${iso(day)}`, '---') + body(n) }) },
  { name: 'halves in English', base: HUGO, kind: 'retro', days: [[2022, 6, 30], [2022, 12, 31], [2023, 6, 30], [2023, 12, 31], [2024, 6, 30], [2024, 12, 31], [2025, 6, 30], [2025, 12, 31]].map(([y, m, d]) => ({ y: y!, m: m!, d: d! })), write: (n, day) => ({ path: `content/post/${day.y}h${day.m / 6}-retrospective/index.md`, text: lines('---', `title: "${day.y} H${day.m / 6} Retrospective"`, `date: ${iso(day)}`, `tags: ["retrospective", "${day.y}H${day.m / 6}"]`, '---') + body(n) }) },
  { name: 'short English months', base: JEKYLL, kind: 'scrap', days: months(2025, 8, 10, 2), write: (n, day) => { const about = add(day, -5); const month = ENGLISH[about.m - 1]!.slice(0, 3); return { path: `_posts/${iso(day)}-monthly-digest-${month.toLowerCase()}-${String(about.y).slice(2)}.md`, text: lines('---', `title: Monthly Digest ${month} '${String(about.y).slice(2)}`, `date: ${iso(day)} 10:00:00 +0900`, '---') + body(n) }; } },
  { name: 'a number in the values only', base: PLAIN, kind: 'scrap', days: every({ y: 2025, m: 11, d: 5 }, 7, 12), write: (n, day) => ({ path: `newsletter/${n}.md`, text: lines('---', `title: 개발 뉴스레터 ${n}호`, `date: ${iso(day)}`, `previous: /newsletter/${n - 1}`, `next: /newsletter/${n + 1}`, '---') + body(n) }) },
];

function three(value: number): string {
  return String(value).padStart(3, '0');
}
