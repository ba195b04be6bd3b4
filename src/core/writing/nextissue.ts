// The next issue as its author would begin it: path, front matter and headings of the earlier ones, each written on as it was so far.
import type { WrittenDate } from '../dates';
import type { Format } from '../frontmatter';
import { lineEnding } from '../span';
import type { Post } from '../post';
import { bodyText } from './body';
import { dayNumber } from './calendar';
import { newText, type Change } from './compose';
import { nextDate } from './datehabit';
import { foresee, placed, type Placed, type Sample } from './foresee';
import type { Kind, NewPost, Period, Request } from './kind';
import { marksIn } from './marks';
import { currentPeriod, lastDay, later, plus } from './period';
import { postOf, type Issue, type Series } from './series';

/** Of so many issues the text is looked at; those before tell nothing more. */
export const READ = 40;

/** The issues whose whole text `nextIssue` wants. */
export const issuesToRead = ({ issues }: Series): readonly string[] => issues.slice(-READ).map(({ post }) => post.path);

/** The period that the next issue is about: the one after the last, unless time has moved on. */
export function nextPeriod(kind: Kind | undefined, issues: readonly Issue[], today: WrittenDate): Period {
  const { period } = issues.at(-1)!;
  const late = usualDelay(issues);
  const isWrittenAhead = kind ? kind.isWrittenAhead : late <= 0;
  return later(plus(period!, 1), currentPeriod({ isWrittenAhead }, period!.unit, today, late));
}

/** How many days after the end of its period an issue is dated, in the middle of all; negative before it. */
function usualDelay(issues: readonly Issue[]): number {
  const delays = issues.slice(-12).flatMap(({ date, period }) => (date && period ? [dayNumber(date) - dayNumber(lastDay(period))] : [])).sort((a, b) => a - b);
  return delays[delays.length >> 1] ?? 0;
}

interface Known extends Placed {
  readonly issue: Issue;
  readonly post: Post;
}

/** @param series of which at least the last issue is a whole post */
export function nextIssue(kind: Kind, series: Series, request: Request): NewPost {
  const known = series.issues.slice(-READ).flatMap((issue, index): Known[] => {
    const post = postOf(issue);
    return post ? [{ issue, post, ...placed({ order: index, ...issue }) }] : [];
  });
  const last = known.at(-1)!;
  const period = series.lead === 'period' ? request.period ?? nextPeriod(series.kind ?? kind, series.issues, request.date) : undefined;
  const date = nextDate(series.lead, series.issues, period, request.date);
  const to = placed({ order: last.place.order + 1, number: nextNumber(series.issues, date), period, date });
  const path = foresee(known.map(each => ({ text: each.post.path, issue: each })), to).text.normalize('NFC');
  const base = known[likeliestHead(known)]!.post;
  const changes = new Map<string, Change>();
  for (const { key } of base.frontMatter?.fields ?? []) {
    if (key.toLowerCase() === 'title' && request.title !== undefined) changes.set(key, { title: request.title });
    else changes.set(key, { value: nextValue(key, known, to) });
  }
  return newText(path, base, changes, bodyText(known, to), lineEnding(last.post.text));
}

/** The number after the last one's; 1 where the count began anew with a year before, and a year has turned. */
function nextNumber(issues: readonly Issue[], date: WrittenDate): number | undefined {
  const counted = issues.filter(({ number }) => number !== undefined);
  const last = counted.at(-1);
  if (!last) return undefined;
  const turns = counted.slice(1).map((issue, index) => ({ before: counted[index]!, issue })).filter(({ before, issue }) => before.date && issue.date && before.date.year < issue.date.year);
  const isYearly = turns.length > 0 && turns.at(-1)!.issue.number! < turns.at(-1)!.before.number!;
  return isYearly && last.date && last.date.year < date.year ? 1 : last.number! + 1;
}

/** The newest issue with the keys that issues mostly have of late, in their order. */
function likeliestHead(known: readonly Known[]): number {
  const keys: readonly Sample[] = known.map(each => ({ text: (each.post.frontMatter?.fields ?? []).map(({ key }) => key.replace(/\d/g, '')).join('\n'), issue: each }));
  return foresee(keys, known.at(-1)!).like;
}

function nextValue(key: string, known: readonly Known[], to: Placed): string {
  const samples = known.flatMap(each => {
    const field = each.post.frontMatter?.field(key);
    return field ? [{ text: each.post.text.slice(field.valueSpan.start, field.valueSpan.end), issue: each }] : [];
  });
  const newest = samples.at(-1)!.text;
  // it is a program that writes dates, and it keeps to a new form at once
  const isDay = /^["']?\d{4}([-/.] ?)\d{1,2}\1\d{1,2}(?!\d)/.test(newest);
  const { text, isOfItsOwn, stem } = foresee(isDay ? samples.filter(({ text: other }) => marksIn(other).shape === marksIn(newest).shape) : samples, to);
  return isOfItsOwn ? begun(text, stem ?? '', key, known.at(-1)!.post.frontMatter!.format) : text;
}

/** What each issue says in words of its own is left to the writer: nobody should publish the last one's description. A list stays to be changed. */
function begun(text: string, stem: string, key: string, format: Format): string {
  const quote = /^["']/.exec(text)?.[0] ?? '';
  if (stem !== '') return stem.startsWith(quote) ? stem.trimEnd() + quote : text;
  const isText = format === 'yaml' ? !/[\r\n]/.test(text) && !/^[[{&*|>!]/.test(text) && !/^(?:true|false|[\d.]+)$/.test(text) : quote !== '' && !/[\r\n]/.test(text);
  return isText && key.toLowerCase() !== 'title' ? quote + quote : text;
}
