// Months, quarters, halves and years as writers put them into titles and file names, and how one issue's become the next's.
import { daysInMonth, twoDigits, type WrittenDate } from '../dates';
import { literal } from '../literal';
import { dayAt, dayNumber, inMonth, type Day } from './calendar';
import type { Span } from '../span';
import type { Kind, Period, PeriodUnit } from './kind';

const PER_YEAR: Readonly<Record<PeriodUnit, number>> = { month: 12, quarter: 4, half: 2, year: 1, season: 4 };
/** The month with which spring begins. */
const SPRING = 3;

export function periodAt(unit: PeriodUnit, date: Pick<WrittenDate, 'year' | 'month'>): Period {
  // a winter is that of the year in which it begins
  const { year, month } = unit === 'season' ? inMonth({ ...date, day: 1 }, 1 - SPRING) : date;
  return { unit, year, number: Math.ceil((month * PER_YEAR[unit]) / 12) };
}

export function plus(period: Period, steps: number): Period {
  const index = indexOf(period) + steps;
  const per = PER_YEAR[period.unit];
  return { unit: period.unit, year: Math.floor(index / per), number: (index % per) + 1 };
}

/** Counts periods of one unit, so that they can be compared and subtracted. */
export const indexOf = (period: Period): number => period.year * PER_YEAR[period.unit] + period.number - 1;

export const later = (a: Period, b: Period): Period => (indexOf(a) >= indexOf(b) ? a : b);

/** The last day of a period. */
export function lastDay(period: Period): Day {
  const ordinal = (period.number * 12) / PER_YEAR[period.unit] + (period.unit === 'season' ? SPRING - 1 : 0);
  const [year, month] = ordinal > 12 ? [period.year + 1, ordinal - 12] : [period.year, ordinal];
  return { year, month, day: daysInMonth(year, month) };
}

export const firstDay = (period: Period): Day => dayAt(dayNumber(lastDay(plus(period, -1))) + 1);

/**
 * The period that a writer means today. What is written ahead is about the running period, but for its first days, when the
 * last one may still be late; what looks back is about the last period, until the running one is all but over.
 * @param delay of days that the series usually takes after the end of a period
 */
export function currentPeriod(kind: Pick<Kind, 'isWrittenAhead'>, unit: Period['unit'], today: WrittenDate, delay = 0): Period {
  const running = periodAt(unit, today);
  const begun = dayNumber(today) - dayNumber(lastDay(plus(running, -1)));
  const left = dayNumber(lastDay(running)) - dayNumber(today);
  if (kind.isWrittenAhead) return begun <= 7 + Math.max(0, delay) ? plus(running, -1) : running;
  return left <= LAST_DAYS[unit] ? running : plus(running, -1);
}

const LAST_DAYS: Readonly<Record<Period['unit'], number>> = { month: 4, quarter: 10, season: 10, half: 14, year: 31 };

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTH = `(?<name>${MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;

const SEASONS = [['봄', 'spring'], ['여름', 'summer'], ['가을', 'autumn', 'fall'], ['겨울', 'winter']] as const;
const SEASON = `(?<![a-z])(?<season>${SEASONS.flat().join('|')})(?![a-z])`;

const NTH: readonly (readonly string[])[] = [['first', '1st'], ['second', '2nd'], ['third', '3rd'], ['fourth', '4th']];

// From the most to the least telling. Named groups: y (four digits), yy (two), n, nth, half, season, name.
const READINGS: readonly (readonly [unit: PeriodUnit, pattern: RegExp])[] = [
  ['quarter', /(?<y>20\d\d)년?\s*(?<n>[1-4])\s*(?:\/\s*4\s*)?분기/],
  ['quarter', /(?<!\d)(?<y>20\d\d)[-_./ ]*q(?<n>[1-4])(?!\d)/i],
  ['quarter', /(?<![a-z\d])q(?<n>[1-4])[-_./ ]*(?<y>20\d\d)(?!\d)/i],
  ['quarter', /(?<!\d)(?<yy>\d\d)년?[-_./ ]*(?<n>[1-4])\s*(?:\/\s*4\s*)?분기/],
  ['quarter', /(?<!\d)(?:(?<y>20\d\d)|(?<yy>\d\d))[-_./' ]?(?<n>[1-4])q(?![a-z\d])/i],
  ['quarter', /(?<![a-z\d])(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[-_ ]+quarter[-_., ]+(?:of[-_ ]+)?(?<y>20\d\d)(?!\d)/i],
  ['quarter', /quarter[-_ ]+(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[-_ ]+(?<y>20\d\d)(?!\d)/i],
  ['quarter', /(?<!\d)(?<y>20\d\d)[-_., ]+(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)[-_ ]+quarter/i],
  ['half', /(?<y>20\d\d)년?\s*(?<half>[상하전후])반기/],
  ['half', /(?<!\d)(?<yy>\d\d)년\s*(?<half>[상하전후])반기/],
  ['half', /(?<![a-z\d])(?<nth>first|second|1st|2nd)[-_ ]+half[-_., ]+(?:of[-_ ]+)?(?<y>20\d\d)(?!\d)/i],
  ['half', /half[-_ ]+(?<y>20\d\d)[-_., ]+(?<nth>first|second|1st|2nd)(?![a-z\d])/i],
  ['half', /(?<!\d)(?<y>20\d\d)[-_., ]+(?<nth>first|second|1st|2nd)[-_ ]+half/i],
  ['half', /(?<![a-z\d])h(?<n>[12])[-_./ ]+(?<y>20\d\d)(?!\d)/i],
  ['half', /(?<!\d)(?<y>20\d\d)[-_./ ]*h(?<n>[12])(?!\d)/i],
  ['month', /(?<y>20\d\d)년\s*(?<n>\d{1,2})월/],
  ['month', /(?<!\d)(?<yy>\d\d)년\s*(?<n>\d{1,2})월/],
  ['month', /(?<!\d)(?<y>20\d\d)\. (?<n>\d{1,2})\.(?! ?\d)/],
  ['month', new RegExp(`(?<!\\d)(?<y>20\\d\\d)[-_./, ]*${MONTH}(?![a-z])`, 'i')],
  ['month', new RegExp(`(?<![a-z])${MONTH}[-_./, ]*(?<y>20\\d\\d)(?!\\d)`, 'i')],
  ['month', /(?<!\d)(?<y>20\d\d)[-_./ ]?(?<n>0[1-9]|1[0-2])(?!\d)/],
  ['month', /(?<!\d)(?<yy>\d\d)[/.'-](?<n>0[1-9]|1[0-2])(?!\d)/],
  ['month', /(?<!\d)(?<yy>[1-4]\d)(?<n>0[1-9]|1[0-2])(?!\d)/],
  ['season', new RegExp(`(?<!\\d)(?<y>20\\d\\d)년?[-_./, ]*${SEASON}`, 'i')],
  ['season', new RegExp(`${SEASON}[-_./, ]*(?<y>20\\d\\d)(?!\\d)`, 'i')],
  ['year', /(?<!\d)(?<y>20\d\d)(?!\d)/],
];

/** The period that a title or a file name is about; undefined when it names none. */
export const periodIn = (text: string): Period | undefined => readPeriod(text)?.period;

export interface PeriodRead extends Span {
  readonly period: Period;
  /** Its year has two digits, which may be a month or anything else. */
  readonly isShort: boolean;
}

/** The same with the place where it stands. */
export function readPeriod(text: string): PeriodRead | undefined {
  for (const [unit, pattern] of READINGS) {
    const found = pattern.exec(text);
    const groups = found?.groups;
    if (!groups) continue;
    const year = groups['y'] !== undefined ? Number(groups['y']) : 2000 + Number(groups['yy']);
    const number = groups['half'] ? (/[상전]/.test(groups['half']) ? 1 : 2)
      : groups['nth'] ? NTH.findIndex(names => names.includes(groups['nth']!.toLowerCase())) + 1
      : groups['season'] ? SEASONS.findIndex(names => names.some(name => name === groups['season']!.toLowerCase())) + 1
      : groups['name'] ? MONTHS.findIndex(name => name.slice(0, 3).toLowerCase() === groups['name']!.slice(0, 3).toLowerCase()) + 1
      : unit === 'year' ? 1 : Number(groups['n']);
    if (number >= 1 && number <= PER_YEAR[unit]) return { period: { unit, year, number }, isShort: groups['y'] === undefined, start: found!.index, end: found!.index + found![0].length };
  }
  return undefined;
}

/** A winter has two years, and which of them names it is the writer's habit: its day tells. Other periods as they are. */
export function nearest(period: Period, date: Pick<WrittenDate, 'year' | 'month'> | undefined): Period {
  if (period.unit !== 'season' || period.number !== PER_YEAR.season || !date) return period;
  // July is as far from the one as from the other
  return date.year < period.year || (date.year === period.year && date.month <= 7) ? { ...period, year: period.year - 1 } : period;
}

type Form = (period: Period) => string;

const yy = (period: Period): string => twoDigits(period.year % 100);
const cased = (name: (period: Period) => string): Form[] => [name, period => name(period).toLowerCase(), period => name(period).toUpperCase()];
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const half: Form = period => (period.number === 1 ? '상' : '하');

/** The ways of writing a period. A form with a part of the period only (its year) stands after those with all of it. */
const FORMS: Readonly<Record<PeriodUnit, readonly Form[]>> = {
  month: [
    ...['-', '/', '.', '_', ' ', ''].map((between): Form => period => `${period.year}${between}${twoDigits(period.number)}`),
    ...['/', '.', '-', '_', "'", ''].map((between): Form => period => `${yy(period)}${between}${twoDigits(period.number)}`),
    period => `${period.number}월`,
    period => `${twoDigits(period.number)}월`,
    ...cased(period => MONTHS[period.number - 1]!),
    ...cased(period => MONTHS[period.number - 1]!.slice(0, 3)),
  ],
  quarter: [
    period => `${period.number}분기`, period => `${period.number}/4분기`, period => `${period.number}/4 분기`, period => `${period.number} 분기`,
    ...cased(period => `Q${period.number}`), ...cased(period => `${period.number}Q`),
  ],
  half: [period => `${half(period)}반기`, ...cased(period => `H${period.number}`)],
  season: [...SEASONS[0].map((_, language): Form => period => SEASONS[period.number - 1]![language]!), ...cased(period => title(SEASONS[period.number - 1]![1])), ...cased(period => title(SEASONS[period.number - 1]!.at(-1)!))],
  year: [],
};
const YEAR_FORMS: readonly Form[] = [period => String(period.year), period => `${yy(period)}년`, period => `'${yy(period)}`];

/**
 * Every mention of the one period becomes the other, in the same way of writing; all other text stays.
 * @param padsMonths of two ways that look alike (10월 is both `M월` and `MM월`) take the padded one.
 */
export function advance(text: string, from: Period, to: Period, padsMonths = false): string {
  const forms = [...FORMS[from.unit], ...YEAR_FORMS];
  const written = new Map<string, Form>();
  for (const form of forms) {
    const shape = form(from);
    if (!written.has(shape) || (padsMonths && /^\d\d월$/.test(shape))) written.set(shape, form);
  }
  const alternatives = [...written.keys()].sort((a, b) => b.length - a.length).map(shape => {
    const before = /^\d/.test(shape) ? '(?<!\\d)' : /^[a-z]/i.test(shape) ? '(?<![a-z\\d])' : '';
    const after = /\d$/.test(shape) ? '(?!\\d)' : /[a-z]$/i.test(shape) ? '(?![a-z])' : '';
    return before + literal(shape) + after;
  });
  return text.replace(new RegExp(alternatives.join('|'), 'g'), shape => written.get(shape)?.(to) ?? shape);
}

/** As Koreans say it: 2026년 11월, 2026년 4분기, 2026년 하반기, 2026년. */
export function periodInWords(period: Period): string {
  switch (period.unit) {
    case 'month': return `${period.year}년 ${period.number}월`;
    case 'quarter': return `${period.year}년 ${period.number}분기`;
    case 'half': return `${period.year}년 ${half(period)}반기`;
    case 'season': return `${period.year}년 ${SEASONS[period.number - 1]![0]}`;
    case 'year': return `${period.year}년`;
  }
}

/** For file names: 2026-11, 2026-q4, 2026-h2, 2026. */
export function periodInName(period: Period): string {
  switch (period.unit) {
    case 'month': return `${period.year}-${twoDigits(period.number)}`;
    case 'quarter': return `${period.year}-q${period.number}`;
    case 'half': return `${period.year}-h${period.number}`;
    case 'season': return `${period.year}-${SEASONS[period.number - 1]![1]}`;
    case 'year': return String(period.year);
  }
}
