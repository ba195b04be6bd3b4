// Series as writers write them, made up: dozens of ways to number, date and name issues. Each tells all its issues, so that a test
// can take the last ones away and ask for them.
import type { KindId } from '../../../src/core/writing';
import { HUGO, JEKYLL } from '../../blog';

export interface Day { readonly y: number; readonly m: number; readonly d: number }

export interface Serial {
  readonly name: string;
  readonly base: Readonly<Record<string, string>>;
  readonly kind: KindId;
  /** The name under which the command finds it, where the kind has none of its own. */
  readonly series?: string;
  readonly days: readonly Day[];
  /** @param n from 1 */
  write(n: number, day: Day): { readonly path: string; readonly text: string };
}

export const HEXO = { '_config.yml': 'title: 글\nurl: https://blog.example.com\ntheme: landscape\n', 'source/_posts/.keep': '', 'scaffolds/post.md': '' } as const;
export const PLAIN = { 'readme.txt': '' } as const;

export const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');
export const iso = ({ y, m, d }: Day): string => `${y}-${two(m)}-${two(d)}`;
const utc = ({ y, m, d }: Day): number => Date.UTC(y, m - 1, d);
const from = (time: number): Day => ({ y: new Date(time).getUTCFullYear(), m: new Date(time).getUTCMonth() + 1, d: new Date(time).getUTCDate() });
export const add = (day: Day, days: number): Day => from(utc(day) + days * 86_400_000);
const lastOf = (y: number, m: number): Day => from(Date.UTC(y, m, 0));

const every = (first: Day, days: number, count: number): Day[] => Array.from({ length: count }, (_, i) => add(first, i * days));
const monthly = (y: number, m: number, count: number, day: number | 'last' | readonly number[]): Day[] => Array.from({ length: count }, (_, i) => {
  const at = { y: y + Math.floor((m - 1 + i) / 12), m: ((m - 1 + i) % 12) + 1 };
  const own = typeof day === 'object' ? day[i % day.length]! : day;
  return own === 'last' ? lastOf(at.y, at.m) : { ...at, d: own };
});
const yearly = (y: number, count: number, m: number, d: number): Day[] => Array.from({ length: count }, (_, i) => ({ y: y + i, m, d }));

/** https://en.wikipedia.org/wiki/ISO_week_date */
function week(day: Day): { readonly y: number; readonly w: number } {
  const thursday = add(day, 3 - ((new Date(utc(day)).getUTCDay() + 6) % 7));
  return { y: thursday.y, w: 1 + Math.floor((utc(thursday) - Date.UTC(thursday.y, 0, 1)) / 604_800_000) };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
/** Words of which each issue has others. */
const WORDS = ['실행 계획', '느린 질의', '자동 배포', '접근성', '타입 좁히기', '캐시', '로그', '재시도', '메시지 큐', '큰 표', '색인', '글꼴', '이미지', '검색'];
const own = (n: number): string => `${WORDS[n % WORDS.length]!} 이야기를 ${WORDS[(n * 5 + 3) % WORDS.length]!}보다 먼저 읽었다.`;
const body = (n: number, ...more: readonly string[]): string => lines('', ...more, '## 글', '', `### [${WORDS[n % WORDS.length]!}](https://example.com/${n * 37})`, '', own(n), '', ...(n % 2 ? ['## 영상', '', own(n + 2), ''] : []), '## 도구', '', own(n + 1));

const MONTHS_FROM_AUGUST = monthly(2025, 8, 9, 'last');
const MONDAYS = every({ y: 2025, m: 9, d: 29 }, 7, 18);

export const SERIALS: readonly Serial[] = [
  { name: 'months on their last day', base: HUGO, kind: 'scrap', days: MONTHS_FROM_AUGUST, write: (n, { y, m, d }) => ({
    path: `content/post/${y}/monthly-links-${two(y % 100)}${two(m)}.md`,
    text: lines('---', `date: "${iso({ y, m, d })}T00:01:00"`, `title: 월간 읽을거리 ${two(y % 100)}/${two(m)}`, 'categories:', '- Links', `description: 모아 둔 링크 (${y}년 ${m}월)`, 'draft: false', '---') + body(n),
  }) },
  { name: 'a number after a hash', base: HUGO, kind: 'scrap', days: MONDAYS, write: (n, day) => ({
    path: `content/weekly/weekly-${three(n)}.md`,
    text: lines('---', `title: "주간 링크 #${n}"`, `date: ${iso(day)}T09:00:00+09:00`, `issue: ${n}`, `slug: weekly-${three(n)}`, 'tags: [weekly, link]', '---') + body(n, `[지난 호](/weekly/weekly-${three(n - 1)}/)`, ''),
  }) },
  { name: 'an issue and its number in Korean', base: JEKYLL, kind: 'scrap', days: every({ y: 2025, m: 8, d: 8 }, 14, 14), write: (n, day) => ({
    path: `_posts/${iso(day)}-newsletter-${n}.md`,
    text: lines('---', 'layout: post', `title:  "뉴스레터 ${n}호"`, `date:   ${iso(day)} 08:30:00 +0900`, 'categories: [뉴스레터]', `permalink: /newsletter/${n}/`, `image: /assets/newsletter/${n}.png`, '---') + body(n),
  }) },
  { name: 'an English issue', base: HUGO, kind: 'scrap', days: monthly(2025, 3, 14, [3, 5, 2, 9]), write: (n, day) => ({
    path: `content/posts/digest-issue-${n}.md`, text: lines('---', `title: 'Digest Issue ${n}'`, `date: '${iso(day)}'`, `number: ${n}`, `weight: ${1000 - n}`, '---') + body(n),
  }) },
  { name: 'a volume, as TOML', base: HUGO, kind: 'scrap', days: monthly(2025, 5, 12, 15), write: (n, day) => ({
    path: `content/posts/newsletter-vol-${two(n)}/index.md`, text: lines('+++', `title = "Newsletter Vol. ${n}"`, `date = ${iso(day)}T07:00:00+09:00`, 'draft = false', `weight = ${n * 10}`, `cover = "/images/vol-${two(n)}.jpg"`, `tags = ["newsletter", "${day.y}"]`, '+++') + body(n),
  }) },
  { name: 'an episode with a padded number', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 10, d: 2 }, 14, 12), series: 'ep', write: (n, day) => ({
    path: `content/podcast/ep-${two(n)}.md`, text: lines('---', `title: "Ep. ${two(n)} 개발자의 라디오"`, `date: ${iso(day)}`, `episode: ${n}`, '---') + body(n),
  }) },
  { name: 'how many times, in digits', base: HEXO, kind: 'scrap', days: every({ y: 2025, m: 11, d: 3 }, 7, 12), write: (n, day) => ({
    path: `source/_posts/weekly-scrap-${n}.md`, text: lines(`title: ${n}번째 주간 스크랩`, `date: ${iso(day)} 10:00:00`, 'categories:', '  - 스크랩', '---') + body(n),
  }) },
  { name: 'the nth time, and both a number and a month', base: HUGO, kind: 'scrap', days: monthly(2025, 9, 9, 'last'), write: (n, day) => ({
    path: `content/post/newsletter-${n + 4}.md`, text: lines('---', `title: '제${n + 4}회 뉴스레터 (${day.y}년 ${day.m}월)'`, `date: ${iso(day)}`, `summary: "${day.m}월에 읽은 글, 제${n + 4}회"`, '---') + body(n),
  }) },
  { name: 'a number and a month', base: JEKYLL, kind: 'scrap', days: monthly(2025, 6, 12, [28, 30, 29]), write: (n, day) => ({
    path: `_posts/${iso(day)}-monthly-${n}.md`, text: lines('---', `title: "월간 링크 #${n} (${day.y}년 ${day.m}월)"`, `tags: ["${day.y}-${two(day.m)}", 링크]`, '---') + body(n),
  }) },
  { name: 'a season of the show', base: HUGO, kind: 'scrap', series: '방송', days: every({ y: 2025, m: 10, d: 7 }, 7, 9), write: (n, day) => ({
    path: `content/post/방송-s2-e${two(n)}.md`, text: lines('---', `title: 개발 방송 시즌 2 ${n}회`, `date: ${iso(day)}T20:00:00+09:00`, 'season: 2', `episode: ${n}`, '---') + body(n),
  }) },
  { name: 'weeks of the year', base: HUGO, kind: 'scrap', days: MONDAYS, write: (n, day) => ({
    path: `content/weekly/${week(day).y}-w${two(week(day).w)}.md`, text: lines('---', `title: "${week(day).y}년 ${week(day).w}주차 주간 링크"`, `date: ${iso(day)}T09:00:00+09:00`, `tags: ["${week(day).y}-W${two(week(day).w)}"]`, '---') + body(n),
  }) },
  { name: 'weeks of the month', base: JEKYLL, kind: 'retro', days: every({ y: 2025, m: 10, d: 5 }, 7, 14), write: (n, day) => ({
    path: `_posts/${iso(day)}-weekly-retrospect.md`, text: lines('---', `title: ${day.m}월 ${Math.ceil(day.d / 7)}주차 회고`, `date: ${iso(day)} 22:00:00 +0900`, 'categories: 회고', '---') + body(n, `${day.m}월 ${Math.ceil(day.d / 7)}주차를 돌아본다.`, ''),
  }) },
  { name: 'a week by its first and last day', base: HEXO, kind: 'retro', days: every({ y: 2025, m: 10, d: 5 }, 7, 14), write: (n, day) => ({
    path: `source/_posts/weekly-retro-${iso(day)}.md`, text: lines('---', `title: 주간 회고 (${two(add(day, -6).m)}/${two(add(day, -6).d)} ~ ${two(day.m)}/${two(day.d)})`, `date: ${iso(day)} 23:00:00`, 'tags:', '- 회고', '---') + body(n),
  }) },
  { name: 'the day itself', base: HUGO, kind: 'retro', days: MONDAYS, write: (n, day) => ({
    path: `content/post/${day.y}/${iso(day)}-weekly.md`, text: lines('---', `title: ${iso(day)} 주간 회고`, `date: ${iso(day)}`, `lastmod: ${iso(day)}`, '---') + body(n),
  }) },
  { name: 'years', base: HUGO, kind: 'retro', days: yearly(2018, 8, 12, 31), write: (n, day) => ({
    path: `content/post/${iso(day)}-${day.y}-retrospective.md`, text: lines('---', `title: ${day.y}년 회고`, `date: ${iso(day)}T23:00:00+09:00`, `description: "${day.y}년을 돌아보고 ${day.y + 1}년을 그려 본다"`, `tags: [회고, "${day.y}"]`, '---') + body(n, `## ${day.y + 1}년에는`, ''),
  }) },
  { name: 'years in English', base: JEKYLL, kind: 'retro', days: yearly(2018, 8, 12, 29), write: (n, day) => ({
    path: `_posts/${iso(day)}-year-in-review.md`, text: lines('---', 'layout: post', `title: "${day.y} Retrospective"`, `comments: true`, '---') + body(n),
  }) },
  { name: 'quarters', base: HUGO, kind: 'retro', days: [{ y: 2024, m: 3, d: 31 }, { y: 2024, m: 6, d: 30 }, { y: 2024, m: 9, d: 30 }, { y: 2024, m: 12, d: 31 }, { y: 2025, m: 3, d: 31 }, { y: 2025, m: 6, d: 30 }, { y: 2025, m: 9, d: 30 }, { y: 2025, m: 12, d: 31 }], write: (n, day) => ({
    path: `content/post/${day.y}-q${day.m / 3}-retro/index.md`, text: lines('---', `title: ${day.y}년 ${day.m / 3}분기 회고`, `date: ${iso(day)}`, `slug: ${day.y}-q${day.m / 3}`, '---') + body(n),
  }) },
  { name: 'halves', base: JEKYLL, kind: 'retro', days: [{ y: 2022, m: 7, d: 1 }, { y: 2023, m: 1, d: 1 }, { y: 2023, m: 7, d: 2 }, { y: 2024, m: 1, d: 3 }, { y: 2024, m: 7, d: 1 }, { y: 2025, m: 1, d: 2 }, { y: 2025, m: 7, d: 1 }, { y: 2026, m: 1, d: 1 }], write: (n, day) => {
    const about = add(day, -10);
    return { path: `_posts/${iso(day)}-retrospect-${about.y}-h${about.m > 6 ? 2 : 1}.md`, text: lines('---', `title: ${about.y}년 ${about.m > 6 ? '하' : '상'}반기 회고`, `date: ${iso(day)} 00:00:00 +0900`, '---') + body(n) };
  } },
  { name: 'seasons', base: HUGO, kind: 'scrap', days: [{ y: 2024, m: 4, d: 20 }, { y: 2024, m: 7, d: 18 }, { y: 2024, m: 10, d: 21 }, { y: 2025, m: 1, d: 15 }, { y: 2025, m: 4, d: 19 }, { y: 2025, m: 7, d: 22 }, { y: 2025, m: 10, d: 20 }, { y: 2026, m: 1, d: 18 }], write: (n, day) => {
    const year = day.m < 3 ? day.y - 1 : day.y;
    const name = ['겨울', '봄', '여름', '가을'][Math.floor((day.m % 12) / 3)]!;
    const english = ['winter', 'spring', 'summer', 'fall'][Math.floor((day.m % 12) / 3)]!;
    return { path: `content/post/newsletter-${year}-${english}.md`, text: lines('---', `title: ${year} ${name} 뉴스레터`, `date: ${iso(day)}`, `description: ${year}년 ${name}에 모은 글`, '---') + body(n, `## ${name}에 읽은 글`, '') };
  } },
  { name: 'English months', base: JEKYLL, kind: 'scrap', days: monthly(2025, 6, 11, 1), write: (n, day) => {
    const about = add(day, -1);
    return { path: `_posts/${iso(day)}-links-of-${MONTHS[about.m - 1]!.toLowerCase()}-${about.y}-monthly.md`, text: lines('---', `title: "Monthly links: ${MONTHS[about.m - 1]} ${about.y}"`, `excerpt: "What I read in ${MONTHS[about.m - 1]}"`, `tags: [links, ${MONTHS[about.m - 1]!.slice(0, 3)}]`, '---') + body(n) };
  } },
  { name: 'bundles by month', base: HUGO, kind: 'scrap', days: monthly(2025, 7, 10, 'last'), write: (n, day) => ({
    path: `content/newsletter/${day.y}-${two(day.m)}/index.md`, text: lines('---', `title: ${day.y}년 ${day.m}월 뉴스레터`, `date: ${iso(day)}T00:00:00+09:00`, 'cover:', '  image: cover.png', `  alt: ${day.m}월 표지`, '---') + body(n),
  }) },
  { name: 'Korean bundles beside English ones', base: { ...HUGO, ...Object.fromEntries(monthly(2025, 7, 10, 'last').map(day => [`content/post/monthly-scrap-${two(day.y % 100)}${two(day.m)}/index.en.md`, `---\ntitle: Monthly Scrap ${two(day.y % 100)}/${two(day.m)}\ndate: ${iso(day)}\n---\n`]).slice(0, 5)), 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\nweight = 1\n[languages.en]\nweight = 2\n' }, kind: 'scrap', days: monthly(2025, 7, 10, 'last'), write: (n, day) => ({
    path: `content/post/monthly-scrap-${two(day.y % 100)}${two(day.m)}/index.ko.md`, text: lines('---', `title: 월간 스크랩 ${two(day.y % 100)}/${two(day.m)}`, `date: ${iso(day)}`, 'tags:', '  - 스크랩', `  - ${day.y}년`, '---') + body(n),
  }) },
  { name: 'JSON', base: HUGO, kind: 'scrap', days: monthly(2025, 7, 10, 'last'), write: (n, day) => ({
    path: `content/post/monthly-${day.y}-${two(day.m)}.md`, text: lines('{', `  "title": "월간 링크 ${day.y}-${two(day.m)}",`, `  "date": "${iso(day)}T00:01:00+09:00",`, `  "issue": ${n},`, '  "tags": ["링크"]', '}') + body(n),
  }) },
  { name: 'no front matter at all', base: PLAIN, kind: 'scrap', days: every({ y: 2025, m: 12, d: 1 }, 7, 13), write: n => ({ path: `뉴스레터/뉴스레터 ${n}호.md`, text: lines(`# 뉴스레터 ${n}호`) + body(n, `> ${n - 1}호에 이어서`, '') }) },
  { name: 'no front matter, months', base: PLAIN, kind: 'retro', days: monthly(2025, 9, 10, 'last'), write: (n, day) => ({ path: `회고/${day.y}/${two(day.m)}.md`, text: lines(`# ${day.y}년 ${day.m}월 회고`) + body(n) }) },
  { name: 'CR LF and a byte order mark', base: HUGO, kind: 'scrap', days: MONTHS_FROM_AUGUST, write: (n, { y, m, d }) => ({
    path: `content/post/monthly-${y}${two(m)}.md`, text: `\uFEFF${(lines('---', `title: 월간 ${y}.${two(m)}`, `date: ${iso({ y, m, d })}`, `weight: ${n}`, '---') + body(n)).replaceAll('\n', '\r\n')}`,
  }) },
  { name: 'names in NFD', base: HUGO, kind: 'retro', days: MONTHS_FROM_AUGUST, write: (n, { y, m, d }) => ({
    path: `content/post/${y}년-${m}월-회고.md`.normalize('NFD'), text: lines('---', `title: ${y}년 ${m}월 회고`, `date: ${iso({ y, m, d })}`, '---') + body(n),
  }) },
  { name: 'ordinal words', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 8, d: 4 }, 30, 8), write: (n, day) => ({
    path: `content/post/newsletter-${n}.md`, text: lines('---', `title: ${['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟'][n - 1]} 번째 뉴스레터`, `date: ${iso(day)}`, '---') + body(n),
  }) },
  { name: 'English ordinals', base: HUGO, kind: 'scrap', days: every({ y: 2025, m: 8, d: 4 }, 14, 25), write: (n, day) => ({
    path: `content/post/${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'}-newsletter.md`,
    text: lines('---', `title: The ${n}${n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th'} Newsletter`, `date: ${iso(day)}`, '---') + body(n),
  }) },
  { name: 'a writing club', base: JEKYLL, kind: 'club', series: '글또', days: every({ y: 2025, m: 10, d: 12 }, 14, 10), write: (n, day) => ({
    path: `_posts/${iso(day)}-글또-10기-${n}회차.md`, text: lines('---', `title: "글또 10기 ${n}회차 회고"`, `date: ${iso(day)} 23:59:00 +0900`, 'tags: [글또, 글또10기]', '---') + body(n),
  }) },
  { name: 'parts of a course that no kind knows', base: HUGO, kind: 'scrap', series: '질의-최적화', days: [{ y: 2026, m: 1, d: 4 }, { y: 2026, m: 1, d: 16 }, { y: 2026, m: 2, d: 1 }, { y: 2026, m: 2, d: 3 }, { y: 2026, m: 3, d: 9 }, { y: 2026, m: 3, d: 25 }, { y: 2026, m: 4, d: 2 }, { y: 2026, m: 4, d: 20 }, { y: 2026, m: 5, d: 8 }], write: (n, day) => ({
    path: `content/post/질의-최적화-${n}.md`, text: lines('---', `title: 질의 최적화 ${n}편`, `date: ${iso(day)}`, 'series: [질의 최적화]', `series_order: ${n}`, '---') + body(n),
  }) },
];
