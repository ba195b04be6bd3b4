// Days counted, and the ways in which calendars number weeks.
import type { WrittenDate } from '../dates';

export type Day = Pick<WrittenDate, 'year' | 'month' | 'day'>;

const DAY = 86_400_000;

/** Days since 1970. */
export const dayNumber = ({ year, month, day }: Day): number => Math.round(Date.UTC(year, month - 1, day) / DAY);

export function dayAt(number: number): Day {
  const date = new Date(number * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The same day of another month, or that month's last. */
export function inMonth({ year, month, day }: Day, steps: number): Day {
  const first = new Date(Date.UTC(year, month - 1 + steps, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: Math.min(day, last) };
}

/** Monday is 1, Sunday 7. */
export const weekday = (number: number): number => ((number + 3) % 7 + 7) % 7 + 1;

/** Week and year by ISO 8601: a week belongs to the year that has its Thursday. */
export function isoWeek(number: number): { readonly year: number; readonly week: number } {
  const thursday = number + 4 - weekday(number);
  const { year } = dayAt(thursday);
  return { year, week: 1 + Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) };
}

/** The row of a wall calendar on which a day stands, within its month or year. @param first the day that begins a week, 1 for Monday */
function row(number: number, start: number, first: number): number {
  const blanks = (weekday(start) - first + 7) % 7;
  return 1 + Math.floor((number - start + blanks) / 7);
}

/** How people number the weeks of a year, and those of a month: in sevens from its first day, by the rows of a calendar, by its Thursdays. */
export function weeksOfYear(number: number): readonly number[] {
  const start = dayNumber({ ...dayAt(number), month: 1, day: 1 });
  return [1 + Math.floor((number - start) / 7), row(number, start, 7), row(number, start, 1)];
}

export function weeksOfMonth(number: number): readonly number[] {
  const start = dayNumber({ ...dayAt(number), day: 1 });
  const thursday = dayAt(number + 4 - weekday(number));
  return [1 + Math.floor((number - start) / 7), row(number, start, 1), row(number, start, 7), 1 + Math.floor((thursday.day - 1) / 7)];
}
