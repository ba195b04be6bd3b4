// Series: the issues of one kind that a site already has, and what the next one looks like by them.
import { isoDay, isRealDate, readDate, type WrittenDate } from '../dates';
import { splitPath } from '../files';
import { lineEnding } from '../span';
import type { Post } from '../post';
import { fieldText } from '../source';
import type { Site } from '../site';
import { bodyText } from './body';
import { newText, type Change } from './compose';
import type { Kind, NewPost, Period, Request } from './kind';
import { advance, indexOf, lastDay, later, periodAt, periodIn, plus } from './period';

export interface Issue {
  readonly post: Post;
  readonly title: string;
  readonly period: Period;
  readonly date: WrittenDate | undefined;
}

export interface Series {
  /** What the file names have in common: `monthly-log`. */
  readonly name: string;
  /** By period, the earliest first; at least one. */
  readonly issues: readonly Issue[];
}

/** The series of a kind among the posts of a site, the one with the latest issue first. */
export function seriesOf(kind: Kind, posts: readonly Post[], site: Site): readonly Series[] {
  const groups = new Map<string, Issue[]>();
  for (const post of posts) {
    const title = fieldText(post, ['title']) ?? site.flavor.impliedTitle(post) ?? '';
    if (!kind.recognizes(post, title)) continue;
    const period = periodIn(title) ?? periodIn(nameOf(post.path));
    if (!period) continue;
    const date = site.flavor.date(post, site);
    const key = `${seriesName(post.path)} ${period.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), { post, title, period, date: date === 'unreadable' ? undefined : date }]);
  }
  return [...groups.entries()]
    .map(([key, issues]) => ({ name: key.slice(0, key.lastIndexOf(' ')), issues: issues.sort((a, b) => indexOf(a.period) - indexOf(b.period) || (a.post.path < b.post.path ? -1 : 1)) }))
    .sort((a, b) => indexOf(periodAt('month', lastDay(b.issues.at(-1)!.period))) - indexOf(periodAt('month', lastDay(a.issues.at(-1)!.period))) || b.issues.length - a.issues.length);
}

/** The file's own name: without date, language and extension; for a bundle its folder's. */
export function nameOf(path: string): string {
  const { folder, name } = splitPath(path);
  const base = name.replace(/\.[^.]+$/, '');
  const own = /^index(?:\.[a-z-]{2,5})?$/i.test(base) ? splitPath(folder).name : base;
  return own.replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]?/, '').normalize('NFC');
}

const VARYING = /january|february|march|april|june|july|august|september|october|november|december|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?![a-z])|(?<![a-z])[qh]?\d+[qh]?(?![a-z])|(?:[상하]반기|분기|년|월|호)(?=[-_. ]|$)|\d+/gi;

/** What stays the same from issue to issue. */
export function seriesName(path: string): string {
  return nameOf(path).replace(VARYING, '').replace(/[-_. ]+/g, '-').replace(/^-|-$/g, '') || 'series';
}

/** The period that the next issue is about: the one after the last, unless time has moved on. */
export function nextPeriod(kind: Kind, issues: readonly Issue[], today: WrittenDate): Period {
  const { unit } = issues.at(-1)!.period;
  return later(plus(issues.at(-1)!.period, 1), currentPeriod(kind, unit, today));
}

/**
 * The period that a writer means today. What is written ahead is about the running period, but for its first days, when the
 * last one may still be late; what looks back is about the last period, until the running one is all but over.
 */
export function currentPeriod(kind: Kind, unit: Period['unit'], today: WrittenDate): Period {
  const running = periodAt(unit, today);
  const days = (from: { year: number; month: number; day: number }, to: { year: number; month: number; day: number }): number =>
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000;
  const begun = days(lastDay(plus(running, -1)), today);
  const left = days(today, lastDay(running));
  if (kind.isWrittenAhead) return begun <= 7 ? plus(running, -1) : running;
  return left <= LAST_DAYS[unit] ? running : plus(running, -1);
}

const LAST_DAYS: Readonly<Record<Period['unit'], number>> = { month: 4, quarter: 10, half: 14, year: 31 };

/** The next issue as its author would begin it: path, front matter and headings of the earlier ones, moved on. */
export function nextIssue(kind: Kind, series: Series, request: Request, site: Site): NewPost {
  const { issues } = series;
  const last = issues.at(-1)!;
  const to = request.period ?? nextPeriod(kind, issues, request.date);
  const padsMonths = issues.some(({ post, period }) => period.number < 10 && /(?<!\d)0\d월/.test(post.text.slice(0, post.body.start)));
  const date = dateOf(issues, to, request.date);
  const move = (issue: Issue, text: string): string => advance(text, issue.period, to, padsMonths);
  const path = pathOf(last, date, move);
  const changes = new Map<string, Change>();
  for (const field of last.post.frontMatter?.fields ?? []) {
    const key = field.key.toLowerCase();
    const isDate = site.flavor.fields.date.includes(key) && readDate(String(field.value).slice(0, 10)) !== undefined;
    changes.set(field.key, isDate ? { value: dateSource(issues, field.key, date) } : { value: likely(issues, field.key, move) });
  }
  if (request.title !== undefined) changes.set('title', { title: request.title });
  const body = bodyText(issues, move);
  return newText(path, last.post, changes, body, lineEnding(last.post.text));
}

/**
 * A writer's slip in one issue should not live on: the value on which most of the last three issues, each moved to the new
 * period, agree; else the last one's.
 */
function likely(issues: readonly Issue[], key: string, move: (issue: Issue, text: string) => string): string {
  const moved = issues.slice(-3).reverse().flatMap(issue => {
    const field = issue.post.frontMatter?.field(key);
    return field ? [move(issue, field.source)] : [];
  });
  return moved.find((value, index) => moved.indexOf(value) !== index || moved.lastIndexOf(value) !== index) ?? moved[0] ?? '';
}

/**
 * Authors who date an issue on the last day of its period do so again, unless that day is over. An issue that came late says
 * nothing of the habit.
 */
function dateOf(issues: readonly Issue[], period: Period, today: WrittenDate): WrittenDate {
  const inTime = issues.slice(-12).filter(issue => issue.date !== undefined && isoDay(issue.date) <= isoDay(lastDay(issue.period)));
  const atEnd = inTime.filter(issue => isoDay(issue.date!) === isoDay(lastDay(issue.period)));
  const end = { ...today, ...lastDay(period) };
  return inTime.length > 0 && atEnd.length * 2 > inTime.length && isoDay(today) <= isoDay(end) ? end : today;
}

/** The new day in the last issue's way of writing. A time of day that comes again and again stays, a clock's reading becomes midnight. */
function dateSource(issues: readonly Issue[], key: string, date: WrittenDate): string {
  const sources = issues.flatMap(({ post }) => post.frontMatter?.field(key)?.source ?? []);
  const withDay = (sources.at(-1) ?? '').replace(/\d{4}-\d{1,2}-\d{1,2}/, isoDay(date));
  const times = sources.map(source => /\d{1,2}:\d{2}(?::\d{2})?/.exec(source)?.[0] ?? '');
  const isHabit = times.length === 1 || new Set(times).size <= times.length / 2;
  return isHabit ? withDay : withDay.replace(/\d{1,2}:\d{2}(:\d{2})?/, (_, seconds?: string) => (seconds ? '00:00:00' : '00:00'));
}

/** A date in the file name is the new date; every other mention of the period moves on. */
function pathOf(last: Issue, date: WrittenDate, move: (issue: Issue, text: string) => string): string {
  const { path } = last.post;
  const dated = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_.])/.exec(path);
  const written = dated ? readDate(dated[0]) : undefined;
  if (!dated || !written || !isRealDate(written)) return move(last, path).normalize('NFC');
  const isPadded = dated[2]!.length === 2;
  const day = isPadded ? isoDay(date) : `${date.year}-${date.month}-${date.day}`;
  return [path.slice(0, dated.index), path.slice(dated.index + dated[0].length)].map(part => move(last, part)).join(day).normalize('NFC');
}
