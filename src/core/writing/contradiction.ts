// Where an issue contradicts its own series. The others tell what goes with what (the date with the month of the title, or the one
// after); only where nearly all of them do the same is one that does not a slip.
import { daysInMonth, isoDay, type WrittenDate } from '../dates';
import { isSame, type Claims } from './claims';
import type { Period } from './kind';
import { indexOf, lastDay, nearest, periodAt, plus } from './period';

/** A place of an issue that names another period than it should. */
export interface Slip {
  readonly kind: 'slip';
  readonly place: 'title' | 'date' | 'name' | 'folder' | 'summary';
  /** What is right, and tells that the place is wrong. */
  readonly against: 'title' | 'name' | 'summary';
  /** What stands at the place, and what should. A folder has a year alone. */
  readonly says: Period;
  readonly meant: Period;
  /** Which field of the front matter, for `summary`. */
  readonly key?: string;
  /** The day on which the series would date the issue, for `date`; absent where its habit tells none. */
  readonly day?: Day;
}

/** Another issue has the very same title. */
export interface Twin {
  readonly kind: 'twin';
  readonly path: string;
}

export type Contradiction = Slip | Twin;

export type Day = Pick<WrittenDate, 'year' | 'month' | 'day'>;

/** Fewer issues are no habit. */
const FEWEST = 3;
const NEARLY_ALL = 0.85;

const isHabit = (agreeing: number, of: number): boolean => agreeing >= FEWEST && agreeing >= of * NEARLY_ALL;

/** @param others issues of the same series, this one not among them; in any order. */
export function contradictionsOf(own: Claims, others: readonly Claims[]): readonly Contradiction[] {
  const slips = slipsOf(own, others).map(({ slip }) => slip);
  const right = rightPeriod(own, others);
  if (right) {
    const rest = slipsOf({ ...own, period: right.period }, others).map(({ slip }) => slip).filter(({ place }) => place === 'date' || place === 'summary');
    const title: Slip = { kind: 'slip', place: 'title', against: right.by, says: own.period, meant: right.period };
    return [title, ...rest.map(slip => ({ ...slip, against: right.by }))];
  }
  if (slips.length) return slips;
  const twin = isOnePerPeriod(others) ? others.find(other => other.title === own.title && isSame(other.period, own.period) && !isLater(other, own)) : undefined;
  // where the other one is at fault it is said there
  return twin && !slipsOf(twin, others.filter(other => other !== twin)).length ? [{ kind: 'twin', path: twin.path }] : [];
}

const isLater = (a: Claims, b: Claims): boolean => a.date !== undefined && b.date !== undefined && isoDay(a.date) > isoDay(b.date);

/**
 * What an issue is really about when its title was taken over from another one: where two places agree on a period and none is
 * with the title, and where the file name has a period to itself while the title's has its issue.
 */
function rightPeriod(own: Claims, others: readonly Claims[]): { readonly period: Period; readonly by: 'name' | 'summary' } | undefined {
  const rivals = slipsOf(own, others).filter(({ slip }) => slip.place !== 'folder');
  const [first] = rivals;
  if (!first) return undefined;
  const name = rivals.find(({ slip }) => slip.place === 'name');
  const isWithTitle = own.summaries.some(({ period }) => isSame(period, own.period)) || (own.named !== undefined && isSame(own.named, own.period));
  const areOne = new Set(rivals.map(({ slip }) => slip.place)).size > 1 && rivals.every(({ implied }) => isSame(implied, first.implied));
  if (!isWithTitle && areOne) return { period: first.implied, by: name ? 'name' : 'summary' };
  const hasIssue = others.some(({ period, named }) => isSame(period, own.period) && named !== undefined && isSame(named, period));
  return name && hasIssue && !others.some(({ period }) => isSame(period, name.implied)) ? { period: name.implied, by: 'name' } : undefined;
}

interface Found {
  readonly slip: Slip;
  /** The period that the title would name if this place were right. */
  readonly implied: Period;
}

/** What in an issue disagrees with its title in a way in which (nearly) no other issue does. */
function slipsOf(own: Claims, others: readonly Claims[]): readonly Found[] {
  const found: Found[] = [];
  const add = (place: Slip['place'], says: Period, more: Partial<Slip> = {}, implied = says): void => {
    found.push({ slip: { kind: 'slip', place, against: 'title', says, meant: own.period, ...more }, implied });
  };
  const { named, folderYear, date } = own;
  const names = others.filter(other => other.named !== undefined);
  if (named && !isSame(named, own.period) && isHabit(names.filter(other => isSame(other.named!, other.period)).length, names.length)) add('name', named);
  const folders = others.filter(other => other.folderYear !== undefined);
  // a December looked back on in January may lie with either year
  const isOddFolder = folderYear !== undefined && folderYear !== own.period.year && folderYear !== date?.year;
  if (isOddFolder && isHabit(folders.filter(other => other.folderYear === other.period.year).length, folders.length)) add('folder', { unit: 'year', year: folderYear, number: 1 });
  const odd = date && oddDate(own.period, date, others);
  if (odd) add('date', periodAt(own.period.unit, date), odd.day ? { day: odd.day } : {}, odd.implied);
  for (const { key, period, hasTitles } of own.summaries) {
    if (isSame(period, own.period) || hasTitles) continue;
    const summaries = others.flatMap(other => other.summaries.filter(summary => summary.key === key).map(summary => isSame(summary.period, other.period)));
    if (isHabit(summaries.filter(Boolean).length, summaries.length)) add('summary', period, { key });
  }
  return found;
}

/** How many periods after its own an issue is dated. */
const lagOf = (period: Period, date: Day): number => indexOf(periodAt(period.unit, date)) - indexOf(nearest(period, date));

/**
 * An issue that is late is none that is wrong. A slip is a date before the time that the issue is about, by most of a period
 * earlier than usual, and one that is right but for its year.
 */
function oddDate(period: Period, date: Day, others: readonly Claims[]): { readonly implied: Period; readonly day: Day | undefined } | undefined {
  const dated = others.flatMap(other => (other.date ? [{ period: other.period, date: other.date, lag: lagOf(other.period, other.date) }] : []));
  const usual = dated.length < FEWEST ? undefined : usualLag(dated.map(({ lag }) => lag));
  if (usual === undefined) return undefined;
  const perYear = indexOf({ ...period, year: 1, number: 1 });
  const isInTime = (lag: number): boolean => lag >= usual && (lag < usual + perYear || period.unit === 'year');
  if (!isHabit(dated.filter(({ lag }) => isInTime(lag)).length, dated.length)) return undefined;
  const lag = lagOf(period, date);
  const position = (about: Period, day: Day): number => daysBetween(firstDay(plus(about, usual)), day);
  const positions = dated.filter(other => isInTime(other.lag)).map(other => position(other.period, other.date)).sort((a, b) => a - b);
  const length = daysBetween(firstDay(period), firstDay(plus(period, 1)));
  const isEarly = lag < usual && positions[Math.floor(positions.length / 2)]! - position(period, date) >= length * 0.75;
  const isOtherYear = period.unit !== 'year' && lag > usual && (lag - usual) % perYear === 0;
  if (!isEarly && !isOtherYear) return undefined;
  const right = dated.filter(other => other.lag === usual).map(other => other.date);
  return { implied: plus(periodAt(period.unit, date), -usual), day: usualDay(plus(period, usual), date, right) };
}

/** That of more than half of the issues. */
const usualLag = (lags: readonly number[]): number | undefined => lags.find(lag => lags.filter(other => other === lag).length * 2 > lags.length);

/** The day of a period on which the series is dated: its last, the same of each month, or the one that is written; undefined where that tells no month. */
function usualDay(period: Period, written: Day, days: readonly Day[]): Day | undefined {
  const most = (claim: (day: Day) => boolean): boolean => days.filter(claim).length * 2 > days.length;
  const end = lastDay(period);
  if (most(day => isoDay(day) === isoDay(lastDay(periodAt(period.unit, day))))) return end;
  const clipped = (month: number, day: number): Day => ({ year: period.year, month, day: Math.min(day, daysInMonth(period.year, month)) });
  if (period.unit === 'year') return clipped(written.month, written.day);
  if (period.unit !== 'month') return undefined;
  const same = days.find(({ day }) => most(other => other.day === day));
  return clipped(period.number, same?.day ?? written.day);
}

/** Nearly all periods have one issue: where some have several, as a newsletter's weeks, two are nothing special. */
function isOnePerPeriod(others: readonly Claims[]): boolean {
  const periods = new Set(others.map(({ period }) => indexOf(period)));
  return isHabit(periods.size, others.length);
}

function firstDay(period: Period): Day {
  const { year, month, day } = lastDay(plus(period, -1));
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

const daysBetween = (from: Day, to: Day): number => Math.round((Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000);
