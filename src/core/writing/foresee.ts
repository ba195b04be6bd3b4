// How a text goes on that was written for each issue anew: the way in which it is mostly written of late, and of each number or
// word in it what it has meant so far.
import { marksIn, type Mark, type Marked } from './marks';
import type { Span } from '../span';
import { indexOf, readPeriod } from './period';
import { isBetter, mayMove, named, steps, total, weigh, type Candidate } from './meanings';
import { MEASURES, valuesOf, type Measure, type Place, type Values } from './measures';

/** An issue's place, and what its numbers may mean. */
export interface Placed {
  readonly place: Place;
  readonly values: Values;
}

export const placed = (place: Place): Placed => ({ place, values: valuesOf(place) });

export interface Sample {
  readonly text: string;
  readonly issue: Placed;
}

export interface Foreseen {
  readonly text: string;
  /** Every number that differs from issue to issue is accounted for. */
  readonly isSure: boolean;
  /** Of late hardly two of them were written alike. */
  readonly isOfItsOwn: boolean;
  /** Then, how all of them begin. */
  readonly stem: string | undefined;
  /** Of the samples, the newest that is written in that way. */
  readonly like: number;
}

/** A newer issue counts for more: two in a new way outweigh any number in the old one, and one does not. */
const FADING = 0.7;
/** What came longer ago says nothing of the way of writing, though it may of a rare number. */
const RECENT = 8;
/** How much of the evidence has to speak for a meaning. */
const ENOUGH = 0.6;

/** @param samples the newest last; at least one */
export function foresee(samples: readonly Sample[], next: Placed): Foreseen {
  const all = samples.map(({ text, issue }) => marked(text, issue));
  const shapes = all.map(each => each.shape);
  const shape = usual(shapes);
  const recent = shapes.slice(-RECENT);
  const isOfItsOwn = recent.length >= 3 && recent.filter(each => each === shape).length === 1 && new Set(recent).size >= recent.length * MOSTLY;
  const alike = all.filter(each => each.shape === shape);
  return { ...write(alike, next), stem: isOfItsOwn ? stem(all.slice(-RECENT), next) : undefined, isOfItsOwn, like: shapes.lastIndexOf(shape) };
}

/** How many of the newest texts have to be unlike each other. */
const MOSTLY = 0.75;

/** What texts begin with that differ later on, up to what is each one's own: `"주간 링크 #12: `. Empty where no number stands in it. */
function stem(all: readonly MarkedSample[], next: Placed): string {
  const shapes = all.map(({ shape }) => shape);
  let length = 0;
  while (shapes.every(shape => length < shape.length && shape[length] === shapes[0]![length])) length++;
  const common = shapes[0]!.slice(0, length);
  const count = (common.match(/\0[^\0]+\0/g) ?? []).length;
  const tail = common.slice(common.lastIndexOf('\0') + 1);
  if (!count || (common.split('\0').length - 1) % 2) return '';
  const cut = all.map(({ text, marks, issue }) => marked(text.slice(0, marks[count - 1]!.end + tail.length), issue)).filter(({ marks }) => marks.length === count);
  return cut.length === all.length ? write(cut, next).text : '';
}

/** What is mostly written of late. @param values the newest last */
function usual(values: readonly string[]): string {
  const weights = new Map<string, number>();
  let weight = 1;
  for (const value of values.slice(-RECENT).reverse()) {
    weights.set(value, (weights.get(value) ?? 0) + weight);
    weight *= FADING;
  }
  // the newest of those that weigh the same
  return [...weights].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

export interface MarkedSample extends Marked {
  readonly issue: Placed;
  /** Where the text names the issue's own period. */
  readonly period: Span | undefined;
}

export function marked(text: string, issue: Placed): MarkedSample {
  const { period } = issue.place;
  const read = period && readPeriod(text);
  const isOwn = read !== undefined && read.period.unit === period!.unit && indexOf(read.period) === indexOf(period!);
  return { ...marksIn(text), issue, period: isOwn ? read : undefined };
}

/** @param alike all of one shape, the newest last */
export function write(alike: readonly MarkedSample[], next: Placed): { readonly text: string; readonly isSure: boolean } {
  const base = alike.at(-1)!;
  const found: Meaning[] = [];
  let anchor: string | undefined;
  // from behind, as the day of a date tells whose year and month stand before it
  for (let at = base.marks.length - 1; at >= 0; at--) {
    const meant = meaning(alike, at, next, anchor);
    found[at] = meant;
    if (meant.anchor !== undefined && (base.marks[at]!.tells === 'day' || meant.anchor !== 'number')) anchor = meant.anchor;
  }
  let text = '';
  let end = 0;
  for (const [at, mark] of base.marks.entries()) {
    text += base.text.slice(end, mark.start) + (shortYear(alike, at, found, next) ?? found[at]!.text);
    end = mark.end;
  }
  return { text: text + base.text.slice(end), isSure: found.every(meant => meant.isSure) };
}

/** Two digits that have not changed so far, beside a month or quarter that did: the year of that. */
function shortYear(alike: readonly MarkedSample[], at: number, found: readonly Meaning[], next: Placed): string | undefined {
  const { marks, text } = alike.at(-1)!;
  const mark = marks[at]!;
  if (mark.tells !== undefined && mark.tells !== 'year' || !/^\d\d$/.test(mark.raw) || alike.length < 2 || found[at]!.anchor !== undefined) return undefined;
  const isBeside = (other: Mark | undefined): boolean => other !== undefined && /^[-/._' ]{0,2}q?$/i.test(other.start > mark.start ? text.slice(mark.end, other.start) : text.slice(other.end, mark.start));
  const anchors = [at + 1, at - 1].flatMap(beside => (isBeside(marks[beside]) ? found[beside]!.anchor ?? [] : []));
  const rank = MEASURES.findIndex(({ tells, width, anchor }, index) => tells === 'year' && width === 2 && anchors.includes(anchor) && alike.every(each => each.issue.values[index] === each.marks[at]!.value));
  return rank < 0 || Number.isNaN(next.values[rank]) ? undefined : mark.write(next.values[rank]!, 2);
}

interface Meaning {
  readonly text: string;
  readonly isSure: boolean;
  readonly anchor?: string | undefined;
}

function meaning(alike: readonly MarkedSample[], at: number, next: Placed, anchor: string | undefined): Meaning {
  const marks = alike.map(({ marks: all, issue }) => ({ mark: all[at]!, issue }));
  const last = marks.at(-1)!.mark;
  if (last.tells === 'time') return timeOf(marks.map(({ mark }) => mark.raw));
  const recent = marks.slice(-2 * RECENT);
  const stays = weigh(recent, ({ mark }) => mark.raw === last.raw);
  const isPeriod = alike.at(-1)!.period !== undefined && last.start >= alike.at(-1)!.period!.start && last.start < alike.at(-1)!.period!.end;
  const isFixed = stays === total(recent.length);
  const candidates = [...named(recent, next, anchor), ...steps(recent, next)].filter(({ value }) => !Number.isNaN(value));
  const best = candidates.reduce<Candidate | undefined>((chosen, each) => (chosen === undefined || isBetter(each, chosen, last, alike.at(-1)!) ? each : chosen), undefined);
  const asItWas: Meaning = { text: !isFixed && last.isOfDate ? dayPart(last, next) : last.raw, isSure: isFixed || stays >= ENOUGH * total(recent.length) };
  if (!best || (isFixed ? !mayMove(best, last, recent.length, isPeriod) : best.weight < Math.max(stays, ENOUGH * total(recent.length)) || best.count < 2)) return asItWas;
  const text = writer(marks.map(({ mark }) => mark), alike).write(best.value, best.measure.width ?? widthOf(marks.map(({ mark }) => mark), best.measure, alike));
  return text === undefined ? { ...asItWas, isSure: false } : { text, isSure: true, anchor: best.measure.anchor };
}

/** A date that nothing explains is that of the issue. */
function dayPart(mark: Mark, { place: { date } }: Placed): string {
  const value = date && (mark.tells === 'year' ? date.year : mark.tells === 'month' ? date.month : date.day);
  return (value === undefined ? undefined : mark.write(value, mark.raw.length)) ?? mark.raw;
}

/** The time of day: one that comes again and again stays, a clock's reading becomes midnight. */
function timeOf(times: readonly string[]): Meaning {
  const last = times.at(-1)!;
  const clock = (time: string): string => /^[\d:]+/.exec(time)![0];
  const isHabit = times.length === 1 || new Set(times.map(clock)).size <= times.length / 2;
  if (!isHabit) return { text: last.replace(/^\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?/, time => time.replace(/\d+/g, digits => '0'.repeat(Math.max(2, digits.length)))), isSure: true };
  return { text: usual(times), isSure: true };
}

/** In which row of names a word stands its own place tells, else another in the same text: May 26 - Jun 1. */
function writer(marks: readonly Mark[], alike: readonly MarkedSample[]): Mark {
  const last = marks.at(-1)!;
  const beside = last.isDigits ? [] : alike.flatMap(each => each.marks).filter(mark => mark.tells === last.tells && !mark.isDigits);
  return [...beside, ...marks].findLast(({ isOfSeveral }) => !isOfSeveral) ?? last;
}

/** Zeros in front as they were written, else as usual at that place. */
function widthOf(marks: readonly Mark[], measure: Measure, alike: readonly Marked[]): number {
  const { text } = alike.at(-1)!;
  const padded = marks.findLast(({ raw }) => /^0\d/.test(raw));
  if (padded) return /^\d+/.exec(padded.raw)![0].length;
  if (marks.some(({ raw }) => /^\d\D*$/.test(raw))) return 1;
  const { start, end, tells } = marks.at(-1)!;
  // ISO 8601: 2026-W01
  if (tells === 'week' && /w$/i.test(text.slice(0, start))) return 2;
  // names that begin with the year sort by what comes behind it
  if (/\d{4}[-._]$/.test(text.slice(0, start))) return marks.at(-1)!.raw.length;
  const isCalendar = [tells, measure.tells].some(told => told === 'month' || told === 'day');
  // who writes 12/1 writes 1/12
  const beside = isCalendar ? alike.flatMap(each => each.marks).findLast(mark => mark.isDigits && (mark.tells === 'month' || mark.tells === 'day') && /^(?:0\d|\d)$/.test(mark.raw)) : undefined;
  if (beside) return beside.raw.length;
  return isCalendar && (/[-/.]$/.test(text.slice(0, start)) || /^[-/.]/.test(text.slice(end))) ? 2 : 1;
}
