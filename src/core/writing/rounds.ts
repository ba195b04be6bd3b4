// The days on which the posts of a writing club are due: by the blog's rhythm if it has one, else every two weeks.
import { daysInMonth, isoDay, type WrittenDate } from '../dates';
import type { Rhythm } from '../rhythm';

const ROUNDS = 6;
const FORTNIGHT: Rhythm = { count: 14, unit: 'day', posts: 1 };

/** The first ones after a day. @param days between two of them, over what the rhythm says */
export function dueDays(today: WrittenDate, rhythm: Rhythm | undefined, days: number | undefined): readonly WrittenDate[] {
  const { count, unit, from }: Rhythm = days === undefined ? rhythm ?? FORTNIGHT : { ...FORTNIGHT, count: days };
  // turns that are fixed end on the day before the next begins
  const day = (turn: number): WrittenDate => (from ? plusDays(turnAfter(from, unit, count * turn), -1) : turnAfter(today, unit, count * turn));
  let first = 1;
  if (from) while (isoDay(day(first)) < isoDay(today) && first < 1000) first++;
  return Array.from({ length: ROUNDS }, (_, index) => day(first + index));
}

function turnAfter(date: WrittenDate, unit: Rhythm['unit'], count: number): WrittenDate {
  if (unit !== 'month') return plusDays(date, unit === 'week' ? count * 7 : count);
  const index = date.year * 12 + date.month - 1 + count;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return { ...date, year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

function plusDays(date: WrittenDate, days: number): WrittenDate {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days));
  return { ...date, year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}
