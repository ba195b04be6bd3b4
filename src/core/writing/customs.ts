// What was learnt of a series, as data: for a writer to look at, and the same that the next issue is made by.
import { isoDay, isoTime, type WrittenDate } from '../dates';
import { parsePost } from '../post';
import type { Site } from '../site';
import { fieldText } from '../source';
import { dayNumber, inMonth, weekday } from './calendar';
import { marksIn } from './marks';
import type { Kind } from './kind';
import { indexOf, lastDay, periodAt, plus } from './period';
import { nextIssue } from './nextissue';
import { postOf, type Issue, type Lead, type Series } from './series';

/** What an issue is called in its series. */
export type Ordinal = Pick<Issue, 'period' | 'number' | 'date'>;

export interface Customs {
  readonly lead: Lead;
  readonly issues: number;
  readonly first: Ordinal;
  readonly last: Ordinal;
  /** Periods or numbers between first and last that have no issue, and those that several have; days are never missing. */
  readonly gaps: readonly Ordinal[];
  readonly taken: readonly Ordinal[];
  readonly next: { readonly file: string; readonly title: string };
  readonly date: DateCustom;
  /** Headings that nine of ten issues have, and those that half of them have, without their marks; as the last issue that has them does. */
  readonly headings: { readonly always: readonly string[]; readonly often: readonly string[] };
  /** Keys of the front matter that nine of ten issues have, in the order of the last one. */
  readonly keys: readonly string[];
}

/** What more than half of the issues do. */
export interface DateCustom {
  /** The last day of a period (of a month, where numbers lead), a day of the month, or neither. */
  readonly day: 'last' | number | undefined;
  /** From 1 for Monday to 7, where issues come in weeks. */
  readonly weekday: number | undefined;
  /** How many days lie between two issues, where these are weeks. */
  readonly every: number | undefined;
  /** How many periods after its own an issue is dated; undefined where that differs, and where numbers lead. */
  readonly periodsLater: number | undefined;
  /** `00:01` */
  readonly time: string | undefined;
}

const OFTEN = 0.5;
const ALWAYS = 0.9;
/** More gaps than these are no news. */
const MANY = 24;

/** @param kind that a series of no kind is taken for @param today the writer's day, which the next issue depends on */
export function customsOf(kind: Kind, series: Series, today: WrittenDate, site: Site): Customs {
  const { issues, lead } = series;
  const last = issues.at(-1)!;
  const made = nextIssue(kind, series, { date: today });
  const next = parsePost(made.path, made.text, site);
  const posts = issues.flatMap(issue => postOf(issue) ?? []);
  return {
    lead, issues: issues.length, first: issues[0]!, last, ...holes(series),
    next: { file: made.path, title: fieldText(next, ['title']) ?? next.headings.find(({ level }) => level === 1)?.text ?? site.flavor.impliedTitle(next) ?? '' },
    date: dateCustom(issues, lead),
    headings: headingsOf(issues),
    keys: (posts.at(-1)?.frontMatter?.fields ?? []).map(({ key }) => key).filter(key => posts.filter(post => post.frontMatter?.field(key)).length >= posts.length * ALWAYS),
  };
}

/** How issues count that have a period or a number. */
export const countOf = ({ period, number }: Ordinal, lead: Lead): number | undefined => (lead === 'period' ? period && indexOf(period) : lead === 'number' ? number : undefined);

function holes({ issues, lead }: Series): Pick<Customs, 'gaps' | 'taken'> {
  const counted = issues.flatMap(issue => { const count = countOf(issue, lead); return count === undefined ? [] : [{ issue, count }]; });
  const times = new Map<number, number>();
  for (const { count } of counted) times.set(count, (times.get(count) ?? 0) + 1);
  // a count that begins anew each year has no gaps to speak of, and nothing twice
  const isOnce = counted.every(({ count }, index) => index === 0 || count >= counted[index - 1]!.count);
  if (!counted.length || !isOnce) return { gaps: [], taken: [] };
  const [from, to] = [counted[0]!.count, counted.at(-1)!.count];
  const at = (count: number): Ordinal => (lead === 'period' ? { period: plus(counted[0]!.issue.period!, count - from), number: undefined, date: undefined } : { period: undefined, number: count, date: undefined });
  const gaps: Ordinal[] = [];
  for (let count = from; count < to && gaps.length < MANY; count++) if (!times.has(count)) gaps.push(at(count));
  return { gaps, taken: [...times].filter(([, often]) => often > 1).map(([count]) => at(count)) };
}

function dateCustom(issues: readonly Issue[], lead: Lead): DateCustom {
  const dated = issues.slice(-MANY).flatMap(({ date, period }) => (date ? [{ date, period }] : []));
  const most = <T>(values: readonly T[]): T | undefined => values.find(value => values.filter(other => other === value).length * 2 > values.length);
  const days = dated.map(({ date }) => dayNumber(date));
  const between = most(days.slice(1).map((day, index) => day - days[index]!));
  const isWeekly = between !== undefined && between > 0 && between % 7 === 0;
  const ends = dated.map(({ date, period }) => isoDay(date) === isoDay(lead === 'period' && period ? lastDay(periodAt(period.unit, date)) : inMonth({ ...date, day: 31 }, 0)));
  return {
    day: isWeekly ? undefined : most(ends) ? 'last' : most(dated.map(({ date }) => date.day)),
    weekday: isWeekly ? most(days.map(weekday)) : undefined,
    every: isWeekly ? between : undefined,
    periodsLater: lead === 'period' ? most(dated.flatMap(({ date, period }) => (period ? [indexOf(periodAt(period.unit, date)) - indexOf(period)] : []))) : undefined,
    time: most(dated.map(({ date }) => (date.hasTime ? isoTime(date).slice(0, 5) : undefined))),
  };
}

function headingsOf(issues: readonly Issue[]): Customs['headings'] {
  const each = issues.map(({ post }) => new Map(post.headings.map(({ text }) => [marksIn(text).shape, text])));
  const newest = new Map([...each].reverse().flatMap(headings => [...headings]).reverse());
  const all = [...new Set([...each].reverse().flatMap(headings => [...headings.keys()]))];
  const share = (shape: string): number => each.filter(headings => headings.has(shape)).length / issues.length;
  // of one issue nothing comes again
  const known = all.filter(shape => share(shape) * issues.length >= 2);
  return {
    always: known.filter(shape => share(shape) >= ALWAYS).map(shape => newest.get(shape)!),
    often: known.filter(shape => share(shape) >= OFTEN && share(shape) < ALWAYS).map(shape => newest.get(shape)!),
  };
}

