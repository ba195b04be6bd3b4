// What was learnt of a series, as data: for a writer to look at, and the same that the next issue is made by.
import { isoDay, isoTime, type WrittenDate } from '../dates';
import { parsePost } from '../post';
import type { Site } from '../site';
import { fieldText } from '../source';
import type { Kind, Period } from './kind';
import { advance, indexOf, lastDay, periodAt, plus } from './period';
import { nextIssue, type Issue, type Series } from './series';

export interface Customs {
  readonly issues: number;
  readonly first: Period;
  readonly last: Period;
  /** Periods between first and last that have no issue. */
  readonly gaps: readonly Period[];
  readonly next: { readonly file: string; readonly title: string };
  readonly date: DateCustom;
  /** Headings that nine of ten issues have, and those that half of them have, without their marks; each with the last issue's period. */
  readonly headings: { readonly always: readonly string[]; readonly often: readonly string[] };
  /** Keys of the front matter that nine of ten issues have, in the order of the last one. */
  readonly keys: readonly string[];
}

/** What more than half of the issues do. */
export interface DateCustom {
  /** The last day of a period, a day of the month, or neither. */
  readonly day: 'last' | number | undefined;
  /** How many periods after its own an issue is dated; undefined where that differs. */
  readonly periodsLater: number | undefined;
  /** `00:01` */
  readonly time: string | undefined;
}

const OFTEN = 0.5;
const ALWAYS = 0.9;

/** @param today the writer's day, which the next issue depends on */
export function customsOf(kind: Kind, series: Series, today: WrittenDate, site: Site): Customs {
  const { issues } = series;
  const last = issues.at(-1)!;
  const made = nextIssue(kind, series, { date: today }, site);
  const next = parsePost(made.path, made.text, site);
  const have = new Set(issues.map(({ period }) => indexOf(period)));
  const first = issues[0]!.period;
  const between = Array.from({ length: indexOf(last.period) - indexOf(first) }, (_, steps) => plus(first, steps));
  return {
    issues: issues.length, first, last: last.period, gaps: between.filter(period => !have.has(indexOf(period))),
    next: { file: made.path, title: fieldText(next, ['title']) ?? site.flavor.impliedTitle(next) ?? '' },
    date: dateCustom(issues),
    headings: headingsOf(issues, last.period),
    keys: (last.post.frontMatter?.fields ?? []).map(({ key }) => key).filter(key => issues.filter(({ post }) => post.frontMatter?.field(key)).length >= issues.length * ALWAYS),
  };
}

function dateCustom(issues: readonly Issue[]): DateCustom {
  const dated = issues.flatMap(({ date, period }) => (date ? [{ date, period }] : []));
  const most = <T>(values: readonly T[]): T | undefined => values.find(value => values.filter(other => other === value).length * 2 > values.length);
  const isLast = most(dated.map(({ date, period }) => isoDay(date) === isoDay(lastDay(periodAt(period.unit, date)))));
  const time = most(dated.map(({ date }) => (date.hasTime ? isoTime(date).slice(0, 5) : undefined)));
  return {
    day: isLast ? 'last' : most(dated.map(({ date }) => date.day)),
    periodsLater: most(dated.map(({ date, period }) => indexOf(periodAt(period.unit, date)) - indexOf(period))),
    time,
  };
}

function headingsOf(issues: readonly Issue[], to: Period): Customs['headings'] {
  const each = issues.map(({ post, period }) => new Set(post.headings.map(({ text }) => advance(text, period, to))));
  const share = (text: string): number => each.filter(headings => headings.has(text)).length / issues.length;
  // of one issue nothing comes again
  const all = issues.length === 1 ? [] : [...new Set([...each].reverse().flatMap(headings => [...headings]))];
  return { always: all.filter(text => share(text) >= ALWAYS), often: all.filter(text => share(text) >= OFTEN && share(text) < ALWAYS) };
}
