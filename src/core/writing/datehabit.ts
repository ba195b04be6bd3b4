// On which day a writer dates the next issue: the last of a month or period, a day of the month, a weekday, or the day on which it is begun.
import { isoDay, type WrittenDate } from '../dates';
import { dayAt, dayNumber, daysBetween, inMonth, weekday, type Day } from './calendar';
import type { Period } from './kind';
import { lastDay } from './period';
import type { Issue, Lead } from './series';

/** Issues before these say nothing of what a writer does now. */
const RECENT = 12;
/** Fewer issues are no habit. */
const FEWEST = 3;
const NEARLY_ALL = 0.9;
/** Days before the last on which an issue is as good as at the end. */
const EVES = 3;

interface Dated { readonly date: WrittenDate; readonly period: Period | undefined }

/**
 * The day that the series would have next, if it is still to come; else today's. An issue that came late says nothing of the habit.
 * @param period that the next issue is about, for a series of periods
 */
export function nextDate(lead: Lead, issues: readonly Issue[], period: Period | undefined, today: WrittenDate): WrittenDate {
  const dated = issues.slice(-RECENT).flatMap(({ date, period: own }) => (date ? [{ date, period: own }] : []));
  const day = (lead === 'period' && period ? dayOfPeriod(dated, period, today) : dayAfter(dated, today)) ?? today;
  return isoDay(today) <= isoDay(day) ? { ...today, ...day } : today;
}

function dayOfPeriod(dated: readonly Dated[], period: Period, today: Day): Day | undefined {
  const about = dated.flatMap(({ date, period: own }) => (own ? [{ date, own }] : []));
  const all = about.filter(({ date, own }) => isoDay(date) <= isoDay(lastDay(own)));
  const isAtEnd = ({ date, own }: typeof all[number]): boolean => isoDay(date) === isoDay(lastDay(own));
  // who now writes on the last day has given up any other, but for the eves
  const given = all.slice(-FEWEST).length === FEWEST && all.slice(-FEWEST).every(isAtEnd) ? all.findLastIndex(each => !isAtEnd(each)) : -1;
  const inTime = all.filter(({ date, own }, index) => index > given || daysBetween(date, lastDay(own)) <= EVES);
  const atEnd = inTime.filter(isAtEnd);
  if (atEnd.length * 2 > inTime.length) {
    // who has sent one on its eve does so again
    const left = daysBetween(today, lastDay(period));
    return inTime.some(({ date, own }) => daysBetween(date, lastDay(own)) === left) ? today : lastDay(period);
  }
  // the fifth of the month behind, say
  const { month, day } = usual(about.map(({ date, own }) => ({ month: monthsBetween(lastDay(own), date), day: date.day })), FEWEST) ?? {};
  return month === undefined ? undefined : { ...inMonth({ ...lastDay(period), day: 1 }, month), day: Math.min(day!, inMonth({ ...lastDay(period), day: 31 }, month).day) };
}

const monthsBetween = (from: Day, to: Day): number => (to.year - from.year) * 12 + to.month - from.month;

/** For what comes every week or month, whatever it is about. */
function dayAfter(dated: readonly Dated[], today: WrittenDate): Day | undefined {
  const days = dated.map(({ date }) => dayNumber(date));
  const last = days.at(-1);
  if (last === undefined) return undefined;
  const between = days.slice(1).map((day, index) => day - days[index]!);
  const cadence = usual(between, FEWEST, 0.5);
  const onDay = usual(days.map(weekday), FEWEST + 1);
  if (onDay !== undefined && cadence !== undefined && cadence > 0 && cadence % 7 === 0) return dayAt(last + cadence);
  const isMonthly = between.length >= FEWEST && between.filter(days => days >= 27 && days <= 32).length * 2 > between.length;
  if (!isMonthly) return undefined;
  const end = inMonth({ ...dated.at(-1)!.date, day: 31 }, 1);
  const next = (day: number): Day => ({ ...end, day: Math.min(day, end.day) });
  if (dated.filter(({ date }) => isoDay(date) === isoDay(inMonth({ ...date, day: 31 }, 0))).length * 2 > dated.length) {
    // a month without an issue is over: the running one's last day
    return monthsBetween(end, today) > 0 ? inMonth({ ...today, day: 31 }, 0) : next(31);
  }
  const day = usual(dated.map(({ date }) => date.day), FEWEST);
  return day === undefined ? undefined : next(day);
}

/** What nearly all are, if there are enough of them. */
function usual<T>(all: readonly T[], fewest: number, share = NEARLY_ALL): T | undefined {
  const same = (value: T): number => all.filter(other => JSON.stringify(other) === JSON.stringify(value)).length;
  return all.length < fewest ? undefined : all.find(value => same(value) >= all.length * share);
}
