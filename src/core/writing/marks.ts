// The parts of a text that may differ from issue to issue: its numbers, and words that count. Two texts are written alike when all
// else is the same.
import { countWords, type Told } from './countwords';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly value: number;
  /** What stands around it says so; undefined where nothing does. */
  readonly tells: Told | undefined;
  /** Digits may be filled up with zeros, words may not. */
  readonly isDigits: boolean;
  /** A part of a date that is written out. */
  readonly isOfDate: boolean;
  /** A word that others of its kind have to tell more of: May is a whole name and a short one. */
  readonly isOfSeveral: boolean;
  /** @param width to which digits are filled up. Undefined where there is no such word. */
  write(value: number, width: number): string | undefined;
}

export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The same for texts that differ in their marks alone. */
  readonly shape: string;
}

const TIME = /(?<=\d[T ]+)\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?/g;
const FULL_DATE = /(?<!\d)((?:19|20)\d\d)(?:([-/._]|\. )(\d{1,2})\2(\d{1,2})(?!\d)|(?:년\s*)(\d{1,2})월\s*(\d{1,2})일|((?:0[1-9]|1[0-2]))((?:0[1-9]|[12]\d|3[01]))(?!\d))/g;
/** From day to day, where only the first may have a year: 03/31 ~ 04/06, 2025/12/29~1/2. */
const DAYS = /(?<![\d/.])(?:(?:19|20)\d\d([/.]))?(\d{1,2})([/.])(\d{1,2})(?:\([^()\d]{1,3}\))?\s*[-~–—∼]\s*(\d{1,2})\3(\d{1,2})(?![\d/.]\d|\d)/g;
/** 2026. 4. */
const KOREAN_MONTH = /(?<!\d)((?:19|20)\d\d)\. (\d{1,2})\.(?! ?\d)/g;
const YEAR_MONTH = /(?<!\d)((?:19|20)\d\d)([-/._])(0[1-9]|1[0-2])(?!\d)/g;

export function marksIn(written: string): Marked {
  const text = written.normalize('NFC');
  const hints = datesIn(text);
  const marks: Mark[] = [];
  for (const { index, 0: raw } of text.matchAll(TIME)) {
    marks.push({ start: index, end: index + raw.length, raw, value: 0, tells: 'time', isDigits: false, isOfDate: false, isOfSeveral: false, write: () => undefined });
  }
  const times = [...marks];
  const isFree = (start: number): boolean => !times.some(mark => start >= mark.start && start < mark.end);
  for (const { start, raw, value, tells, isOfSeveral, write } of countWords(text)) {
    if (isFree(start)) marks.push({ start, end: start + raw.length, raw, value, tells, isDigits: false, isOfDate: false, isOfSeveral, write });
  }
  for (const { index, 0: raw } of text.matchAll(/\d{1,15}/g)) {
    if (!isFree(index)) continue;
    const end = index + raw.length;
    const hint = hints.get(index);
    const suffix = /^(?:st|nd|rd|th)(?![a-z])/i.exec(text.slice(end, end + 3))?.[0];
    marks.push({
      start: index, end: end + (suffix?.length ?? 0), raw: raw + (suffix ?? ''), value: Number(raw), isDigits: true,
      tells: hint ?? told(text, index, end), isOfDate: hint !== undefined, isOfSeveral: false,
      write: (value, width) => (value < 0 ? undefined : String(value).padStart(width, '0') + (suffix === undefined ? '' : ordinalEnd(value, suffix))),
    });
  }
  marks.sort((a, b) => a.start - b.start);
  return { text, marks, shape: shapeOf(text, marks) };
}

function shapeOf(text: string, marks: readonly Mark[]): string {
  let shape = '';
  let at = 0;
  for (const { start, end, raw, tells, isDigits } of marks) {
    shape += `${text.slice(at, start)}\0${isDigits ? (/\D/.test(raw) ? 'th' : 'd') : tells === 'time' ? raw.replace(/\d+/g, '0') : tells}\0`;
    at = end;
  }
  return shape + text.slice(at);
}

/** Year, month and day by where they stand in a date. */
function datesIn(text: string): ReadonlyMap<number, Told> {
  const hints = new Map<number, Told>();
  for (const found of text.matchAll(YEAR_MONTH)) {
    hints.set(found.index, 'year');
    hints.set(found.index + found[0].length - 2, 'month');
  }
  for (const found of text.matchAll(KOREAN_MONTH)) hints.set(found.index, 'year').set(found.index + '2026. '.length, 'month');
  for (const found of text.matchAll(FULL_DATE)) {
    if (found[7] !== undefined) continue;
    const [year, month, day] = [...found[0].matchAll(/\d+/g)].map(digits => found.index + digits.index);
    hints.set(year!, 'year').set(month!, 'month').set(day!, 'day');
  }
  for (const { index, 0: range } of text.matchAll(DAYS)) {
    const digits = [...range.matchAll(/\d+/g)].slice(-4);
    const [from, , to] = digits.map(found => Number(found[0]));
    if (from! <= 12 && to! <= 12) for (const [at, found] of digits.entries()) hints.set(index + found.index, at % 2 ? 'day' : 'month');
  }
  return hints;
}

/** A whole date is written there. */
export const hasFullDate = (text: string): boolean => text.search(FULL_DATE) >= 0;

export const withoutFullDates = (text: string): string => text.replace(FULL_DATE, ' ');

// What stands before and behind a number, from the most to the least telling.
const AROUND: readonly (readonly [tells: Told, before: RegExp | undefined, after: RegExp | undefined])[] = [
  ['season-of-show', /(?:시즌|season|(?<![a-z])s)\s*$/i, undefined],
  ['number', undefined, /^\s*(?:호|회|화|편|탄|부|번째|번(?!\p{L})|일차|년차|강|장|차시|기(?!\p{L}))/u],
  ['week', undefined, /^\s*(?:번째\s*)?주(?:차|(?!\p{L}))/u],
  ['week', /(?:week|(?<![a-z])w)[-_ .#]*$/i, undefined],
  ['quarter', /(?<![a-z])q$/i, undefined],
  ['quarter', undefined, /^(?:\s*\/\s*4)?\s*분기|^q(?![a-z])/i],
  ['half', /(?<![a-z])h$/i, undefined],
  ['half', undefined, /^(?:(?:st|nd)[-_ ]+half|h)(?![a-z])/i],
  ['quarter', undefined, /^(?:st|nd|rd|th)[-_ ]+quarter(?![a-z])/i],
  ['number', /(?:#|(?:^|[^\p{L}])(?:no|vol|volume|ep|episode|issue|part|chapter|제)[-_ .#]*)$/iu, undefined],
  ['month', undefined, /^\s*월(?!요일)/],
  ['day', undefined, /^\s*일(?!차)/],
  ['year', undefined, /^\s*년(?!차)/],
  ['year', /(?<!\d)['’]$/, undefined],
];

function told(text: string, start: number, end: number): Told | undefined {
  const [before, after] = [text.slice(Math.max(0, start - 12), start), text.slice(end, end + 8)];
  const row = AROUND.find(([, left, right]) => (left === undefined || left.test(before)) && (right === undefined || right.test(after)));
  return row?.[0] ?? (/^(?:19|20)\d\d$/.test(text.slice(start, end)) ? 'year' : undefined);
}

/** 21st, 22nd, 23rd, 24th, in the same case. */
function ordinalEnd(value: number, like: string): string {
  const end = Math.floor(value / 10) % 10 === 1 ? 'th' : ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
  return like === like.toUpperCase() ? end.toUpperCase() : end;
}

