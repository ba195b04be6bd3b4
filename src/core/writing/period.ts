// Months, quarters, halves and years as writers put them into titles and file names, and how one issue's become the next's.
import { daysInMonth, twoDigits, type WrittenDate } from '../dates';
import type { Period, PeriodUnit } from './kind';

const PER_YEAR: Readonly<Record<PeriodUnit, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

export function periodAt(unit: PeriodUnit, date: Pick<WrittenDate, 'year' | 'month'>): Period {
  return { unit, year: date.year, number: Math.ceil((date.month * PER_YEAR[unit]) / 12) };
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
export function lastDay(period: Period): { readonly year: number; readonly month: number; readonly day: number } {
  const month = (period.number * 12) / PER_YEAR[period.unit];
  return { year: period.year, month, day: daysInMonth(period.year, month) };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTH = `(?<name>${MONTHS.map(name => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;

// From the most to the least telling. Named groups: y (four digits), yy (two), n, half, name.
const READINGS: readonly (readonly [unit: PeriodUnit, pattern: RegExp])[] = [
  ['quarter', /(?<y>20\d\d)년?\s*(?<n>[1-4])\s*(?:\/\s*4\s*)?분기/],
  ['quarter', /(?<!\d)(?<y>20\d\d)[-_./ ]*q(?<n>[1-4])(?!\d)/i],
  ['quarter', /(?<![a-z\d])q(?<n>[1-4])[-_./ ]*(?<y>20\d\d)(?!\d)/i],
  ['quarter', /(?<!\d)(?<yy>\d\d)년?[-_./ ]*(?<n>[1-4])\s*(?:\/\s*4\s*)?분기/],
  ['half', /(?<y>20\d\d)년?\s*(?<half>[상하])반기/],
  ['half', /(?<!\d)(?<y>20\d\d)[-_./ ]*h(?<n>[12])(?!\d)/i],
  ['month', /(?<y>20\d\d)년\s*(?<n>\d{1,2})월/],
  ['month', /(?<!\d)(?<yy>\d\d)년\s*(?<n>\d{1,2})월/],
  ['month', new RegExp(`(?<!\\d)(?<y>20\\d\\d)[-_./, ]*${MONTH}(?![a-z])`, 'i')],
  ['month', new RegExp(`(?<![a-z])${MONTH}[-_./, ]*(?<y>20\\d\\d)(?!\\d)`, 'i')],
  ['month', /(?<!\d)(?<y>20\d\d)[-_./ ]?(?<n>0[1-9]|1[0-2])(?!\d)/],
  ['month', /(?<!\d)(?<yy>\d\d)[/.'-](?<n>0[1-9]|1[0-2])(?!\d)/],
  ['month', /(?<!\d)(?<yy>[1-4]\d)(?<n>0[1-9]|1[0-2])(?!\d)/],
  ['year', /(?<!\d)(?<y>20\d\d)(?!\d)/],
];

/** The period that a title or a file name is about; undefined when it names none. */
export function periodIn(text: string): Period | undefined {
  for (const [unit, pattern] of READINGS) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const year = groups['y'] !== undefined ? Number(groups['y']) : 2000 + Number(groups['yy']);
    const number = groups['half'] ? (groups['half'] === '상' ? 1 : 2)
      : groups['name'] ? MONTHS.findIndex(name => name.slice(0, 3).toLowerCase() === groups['name']!.slice(0, 3).toLowerCase()) + 1
      : unit === 'year' ? 1 : Number(groups['n']);
    if (number >= 1 && number <= PER_YEAR[unit]) return { unit, year, number };
  }
  return undefined;
}

type Form = (period: Period) => string;

const yy = (period: Period): string => twoDigits(period.year % 100);
const cased = (name: (period: Period) => string): Form[] => [name, period => name(period).toLowerCase(), period => name(period).toUpperCase()];
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
    return before + shape.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + after;
  });
  return text.replace(new RegExp(alternatives.join('|'), 'g'), shape => written.get(shape)?.(to) ?? shape);
}

/** As Koreans say it: 2026년 11월, 2026년 4분기, 2026년 하반기, 2026년. */
export function periodInWords(period: Period): string {
  switch (period.unit) {
    case 'month': return `${period.year}년 ${period.number}월`;
    case 'quarter': return `${period.year}년 ${period.number}분기`;
    case 'half': return `${period.year}년 ${half(period)}반기`;
    case 'year': return `${period.year}년`;
  }
}

/** For file names: 2026-11, 2026-q4, 2026-h2, 2026. */
export function periodInName(period: Period): string {
  switch (period.unit) {
    case 'month': return `${period.year}-${twoDigits(period.number)}`;
    case 'quarter': return `${period.year}-q${period.number}`;
    case 'half': return `${period.year}-h${period.number}`;
    case 'year': return String(period.year);
  }
}
