// What the numbers and words in an issue can be by what is known of it: its number, the period that it is about, its day, and the
// days, months and weeks around that.
import { dayAt, dayNumber, inMonth, isoWeek, weekday, weeksOfMonth, weeksOfYear, type Day } from './calendar';
import type { Told } from './countwords';
import type { Period } from './kind';
import { firstDay, lastDay, plus } from './period';

/** Where an issue stands in its series. */
export interface Place {
  /** Among the issues that are there, from 0. */
  readonly order: number;
  readonly number: number | undefined;
  readonly period: Period | undefined;
  readonly date: Day | undefined;
}

export interface Measure {
  readonly tells: Told | undefined;
  /** The same for measures of one day, so that the parts of a date stay together. */
  readonly anchor: string;
  /** A week of a month: what has no month before it counts something else. */
  readonly isWeekOfMonth?: boolean;
  /** To how many digits it is filled up, where it is made of several. */
  readonly width: number | undefined;
}

/** Values in the order of `MEASURES`, NaN for what is not known. */
export type Values = Float64Array;

const table: (Measure & { readonly read: (day: Day, period: Period | undefined, number: number) => number; readonly from: 'period' | 'day' | 'number' })[] = [];

interface Part { readonly tells: Told | undefined; readonly width?: number; readonly isWeekOfMonth?: boolean; read(day: Day): number }

const short = (year: number): number => year % 100;
const DATE_PARTS: readonly Part[] = [
  { tells: 'year', read: ({ year }) => year },
  { tells: 'year', width: 2, read: ({ year }) => short(year) },
  { tells: 'month', read: ({ month }) => month },
  { tells: 'day', read: ({ day }) => day },
  { tells: undefined, width: 6, read: ({ year, month }) => year * 100 + month },
  { tells: undefined, width: 4, read: ({ year, month }) => short(year) * 100 + month },
  { tells: undefined, width: 8, read: ({ year, month, day }) => (year * 100 + month) * 100 + day },
  { tells: undefined, width: 6, read: ({ year, month, day }) => (short(year) * 100 + month) * 100 + day },
  { tells: undefined, width: 4, read: ({ month, day }) => month * 100 + day },
];
const MONTH_PARTS = DATE_PARTS.filter(({ tells, width }) => tells !== 'day' && width !== 8).slice(0, 5);

const weekOf = (day: Day): { readonly year: number; readonly week: number } => isoWeek(dayNumber(day));
const WEEK_PARTS: readonly Part[] = [
  { tells: 'week', read: day => weekOf(day).week },
  { tells: 'year', read: day => weekOf(day).year },
  { tells: 'year', width: 2, read: day => short(weekOf(day).year) },
  { tells: undefined, width: 6, read: day => weekOf(day).year * 100 + weekOf(day).week },
  { tells: undefined, width: 4, read: day => short(weekOf(day).year) * 100 + weekOf(day).week },
];

function addPeriod(steps: number): void {
  const at = `period ${steps}`;
  const add = (part: Omit<Measure, 'anchor' | 'width'> & { width?: number }, read: (period: Period) => number): void => {
    table.push({ tells: part.tells, width: part.width, anchor: at, from: 'period', read: (_, period) => (period ? read(plus(period, steps)) : NaN) });
  };
  add({ tells: 'year' }, ({ year }) => year);
  add({ tells: 'year', width: 2 }, ({ year }) => short(year));
  for (const unit of ['month', 'quarter', 'half', 'season'] as const) add({ tells: unit }, period => (period.unit === unit ? period.number : NaN));
  add({ tells: undefined, width: 5 }, ({ unit, year, number }) => (unit === 'month' || unit === 'year' ? NaN : year * 10 + number));
  add({ tells: undefined, width: 6 }, ({ unit, year, number }) => (unit === 'month' ? year * 100 + number : NaN));
  add({ tells: undefined, width: 4 }, ({ unit, year, number }) => (unit === 'month' ? short(year) * 100 + number : NaN));
}

function addDay(anchor: string, parts: readonly Part[], dayOf: (day: Day, period: Period | undefined) => Day | undefined, from: 'day' | 'period' = 'day'): void {
  for (const { tells, width, isWeekOfMonth = false, read } of parts) {
    table.push({ tells, width, isWeekOfMonth, anchor, from, read: (day, period) => { const at = dayOf(day, period); return at ? read(at) : NaN; } });
  }
}

// In the order in which they count where several agree as well.
addPeriod(0);
table.push({ tells: 'number', width: undefined, anchor: 'number', from: 'number', read: (_, __, number) => number });
addDay('day 0', DATE_PARTS, day => day);
addDay('day 0', [{ tells: 'weekday', read: day => weekday(dayNumber(day)) }, { tells: 'season', read: ({ month }) => (month < 3 ? 4 : Math.floor(month / 3)) }, { tells: 'quarter', read: ({ month }) => Math.ceil(month / 3) }, { tells: 'half', read: ({ month }) => Math.ceil(month / 6) }], day => day);
addPeriod(1);
addPeriod(-1);
addDay('month -1', MONTH_PARTS, day => inMonth(day, -1));
addDay('month 1', MONTH_PARTS, day => inMonth(day, 1));
addDay('year -1', MONTH_PARTS.slice(0, 2), day => ({ ...day, year: day.year - 1 }));
addDay('year 1', MONTH_PARTS.slice(0, 2), day => ({ ...day, year: day.year + 1 }));
addDay('end', DATE_PARTS, (_, period) => period && lastDay(period), 'period');
addDay('start', DATE_PARTS, (_, period) => period && firstDay(period), 'period');
/** How far around its own day an issue may speak of days, and of weeks. */
for (let far = 0; far <= 14; far++) {
  for (const steps of far === 0 ? [0] : [-far, far]) {
    const moved = (day: Day): Day => dayAt(dayNumber(day) + steps);
    if (far <= 8) {
      addDay(`week ${steps}`, WEEK_PARTS, moved);
      addDay(`day ${steps}`, [0, 1, 2].map((way): Part => ({ tells: 'week', read: day => weeksOfYear(dayNumber(day))[way]! })), moved);
      addDay(`day ${steps}`, [0, 1, 2, 3].map((way): Part => ({ tells: 'week', isWeekOfMonth: true, read: day => weeksOfMonth(dayNumber(day))[way]! })), moved);
    }
    if (far > 0) addDay(`day ${steps}`, DATE_PARTS, moved);
  }
}

export const MEASURES: readonly Measure[] = table;

export function valuesOf({ number, period, date }: Place): Values {
  return Float64Array.from(table, ({ from, read }) => {
    if (from === 'day' && !date) return NaN;
    return read(date!, period, number ?? NaN);
  });
}
