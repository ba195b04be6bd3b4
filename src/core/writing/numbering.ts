// The number that counts the issues of a series, among all numbers in their titles and names.
import type { Period } from './kind';
import { marksIn, type Mark } from './marks';
import { readPeriod } from './period';
import { nameOf } from './seriesname';

export interface Numberable {
  readonly post: { readonly path: string };
  readonly title: string;
  readonly titleMarks: readonly Mark[];
  /** Of the title, as `marksIn` has it. */
  readonly shape: string;
  readonly period: Period | undefined;
  readonly number: number | undefined;
}

/** How many of the neighbours go with each other so, 1 for a single issue. */
export function share<T>(all: readonly T[], agrees: (a: T, b: T) => boolean): number {
  return all.length < 2 ? 1 : all.slice(1).filter((each, index) => agrees(all[index]!, each)).length / (all.length - 1);
}

/** Each with the number that counts the issues: of the title, else of the name. */
export function numbered<T extends Numberable>(issues: readonly T[]): readonly T[] {
  const byTitle = counts(issues, ({ title, titleMarks, period, shape }) => ({ shape, marks: countable(title, titleMarks, period) }));
  // some titles may lack what all names have
  const byName = byTitle?.every(number => number !== undefined) ? undefined : counts(issues, ({ post, period }) => {
    const name = nameOf(post.path);
    const { shape, marks } = marksIn(name);
    return { shape, marks: countable(name, marks, period) };
  });
  return byTitle || byName ? issues.map((issue, index) => ({ ...issue, number: byTitle?.[index] ?? byName?.[index] })) : issues;
}

/** Marks that are no part of a date or of the period. */
function countable(text: string, marks: readonly Mark[], period: Period | undefined): readonly Mark[] {
  const taken = period && readPeriod(text);
  return marks.filter(({ start, tells }) => (tells === undefined || tells === 'number' || tells === 'week') && !(taken && start >= taken.start && start < taken.end));
}

/** The value that counts, issue by issue; undefined where none does. */
function counts(issues: readonly Numberable[], read: (issue: Numberable) => { readonly shape: string; readonly marks: readonly Mark[] }): readonly (number | undefined)[] | undefined {
  const texts = issues.map(read);
  const shapes = new Map<string, number[]>();
  for (const [index, { shape }] of texts.entries()) shapes.set(shape, [...(shapes.get(shape) ?? []), index].slice(-64));
  const numbers = texts.map<number | undefined>(() => undefined);
  const chosen = new Map<string, number>();
  for (const [shape, indexes] of shapes) chosen.set(shape, counting(indexes.map(index => texts[index]!.marks)));
  for (const [index, { shape, marks }] of texts.entries()) numbers[index] = marks[chosen.get(shape)!]?.value;
  const found = numbers.filter(number => number !== undefined);
  const isHinted = texts.some(({ shape, marks }) => marks[chosen.get(shape)!]?.tells === 'number');
  if (found.length * 2 <= issues.length) return undefined;
  if (found.length === 1) return isHinted ? numbers : undefined;
  const rises = share(found, (a, b) => b > a);
  const ones = share(found, (a, b) => b === a + 1);
  return isHinted ? (rises >= 0.5 ? numbers : undefined) : rises >= 0.8 && ones >= 0.5 ? numbers : undefined;
}

/** Of the marks of texts written alike the one that counts: that differs most, says so itself, or stands last. */
function counting(texts: readonly (readonly Mark[])[]): number {
  let [best, bestRank] = [-1, -1];
  for (const [at, { tells }] of texts[0]!.entries()) {
    const differing = new Set(texts.map(marks => marks[at]?.value)).size;
    const rank = differing * 4 + (tells === 'number' ? 3 : tells === undefined ? 1 : 0);
    if (rank >= bestRank) [best, bestRank] = [at, rank];
  }
  return best;
}
