// What a number in an issue can mean, weighed by how often it has: its place by the calendar, the series' count, or a count of its own.
import type { Placed } from './foresee';
import type { Mark, Marked } from './marks';
import { MEASURES, type Measure, type Place } from './measures';

export interface Candidate {
  readonly measure: Measure;
  readonly value: number;
  readonly weight: number;
  readonly count: number;
  readonly rank: number;
}

export interface Seen { readonly mark: Mark; readonly issue: Placed }

export const total = (count: number): number => (1 - FADING_SLOWLY ** count) / (1 - FADING_SLOWLY);
/** A slip, or what changed of late, weighs less than the way of writing does: numbers that mean something mean it always. */
const FADING_SLOWLY = 0.9;

export function weigh(seen: readonly Seen[], agrees: (each: Seen) => boolean): number {
  let [sum, weight] = [0, 1];
  for (let index = seen.length - 1; index >= 0; index--) {
    if (agrees(seen[index]!)) sum += weight;
    weight *= FADING_SLOWLY;
  }
  return Math.abs(sum - total(seen.length)) < 1e-9 ? total(seen.length) : sum;
}

/** Measures that one of the newest issues agrees with: a slip in one of them is none of the next. */
export function named(seen: readonly Seen[], next: Placed, anchor: string | undefined): readonly Candidate[] {
  const found: Candidate[] = [];
  const probes = seen.slice(-3);
  for (const [rank, measure] of MEASURES.entries()) {
    const agrees = ({ mark, issue }: Seen): boolean => issue.values[rank] === mark.value && (measure.width === undefined || !mark.isDigits || mark.raw.length === measure.width);
    if (!probes.some(agrees)) continue;
    // year and week, say, in one number fit by chance hardly ever
    const bonus = anchor !== undefined && measure.anchor === anchor ? -1000 : measure.tells === undefined && (measure.width ?? 0) >= 4 ? -500 : 0;
    found.push({ measure, value: next.values[rank]!, weight: weigh(seen, agrees), count: seen.filter(agrees).length, rank: rank + bonus });
  }
  return found;
}

const STEP: Measure = { tells: 'number', anchor: 'number', width: undefined };

/** A count of its own: so much more (or less) from issue to issue. */
export function steps(seen: readonly Seen[], next: Placed): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const [way, of] of ([({ number }: Place) => number, ({ order }: Place) => order] as const).entries()) {
    const [b, a] = [seen.at(-1)!, seen.at(-2)];
    const [to, from, before] = [of(next.place), of(b.issue.place), a && of(a.issue.place)];
    if (to === undefined || from === undefined || a === undefined || before === undefined || before === from) continue;
    const step = (b.mark.value - a.mark.value) / (from - before);
    if (!Number.isInteger(step) || step === 0 || Math.abs(step) > 1000) continue;
    const agrees = ({ mark, issue }: Seen): boolean => of(issue.place) !== undefined && mark.value === b.mark.value + step * (of(issue.place)! - from);
    const count = seen.filter(agrees).length;
    // two points lie on many lines
    if (Math.abs(step) !== 1 && count < 3) continue;
    const isNear = Math.abs(step) === 1;
    found.push({ measure: STEP, value: b.mark.value + step * (to - from), weight: weigh(seen, agrees), count, rank: isNear ? NEAR + way : MEASURES.length + way });
  }
  return found;
}

/** Behind the measures of the number, the period and the day, before those around them. */
const NEAR = MEASURES.findIndex(({ anchor }) => anchor === 'period 1') - 0.5;

export function isBetter(a: Candidate, b: Candidate, mark: Mark, { text, marks }: Marked): boolean {
  if (Math.abs(a.weight - b.weight) > 1e-9) return a.weight > b.weight;
  // a number that says nothing of itself counts issues rather than months, which may be left out
  if (text === mark.raw && mark.tells === undefined) {
    const [countsA, countsB] = [a, b].map(({ measure }) => measure.anchor === 'number' || measure === STEP);
    if (countsA !== countsB) return countsA!;
  }
  // 2025/52 is a week for whom it has been so far, and what follows is 2026/1
  const before = marks[marks.indexOf(mark) - 1];
  if (mark.tells === undefined && before?.tells === 'year' && /^[-/._]$/.test(text.slice(before.end, mark.start)) && Math.min(a.count, b.count) >= 3) {
    const [weekA, weekB] = [a, b].map(({ measure }) => measure.tells === 'week' && !measure.isWeekOfMonth);
    if (weekA !== weekB && (weekA ? b : a).measure.tells === 'number') return weekA!;
  }
  const isInMonth = marks.some(({ tells, end }) => tells === 'month' && end <= mark.start);
  const [tellsA, tellsB] = [a, b].map(({ measure }) => mark.tells !== undefined && measure.tells === mark.tells && !(measure.isWeekOfMonth && !isInMonth));
  if (tellsA !== tellsB) return tellsA!;
  return a.rank < b.rank;
}

/** What has been the same so far goes on where it says itself what it is, or is made of year and month; else it belongs to the series. */
export function mayMove({ measure, weight }: Candidate, mark: Mark, count: number, isPeriod: boolean): boolean {
  if (Math.abs(weight - total(count)) > 1e-9) return false;
  if (isPeriod && measure.anchor === 'period 0') return true;
  if (mark.tells !== undefined) return measure.tells === mark.tells;
  return count === 1 && ((measure.width ?? 0) >= 4 || measure.anchor === 'number');
}
