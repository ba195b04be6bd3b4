// How often a writer means to publish, and when the next post is due. Writing clubs have fixed deadlines; who writes alone counts from
// the last post.
import { dayOf, daysInMonth, isRealDate, momentOf, readDate, wallClock, type WrittenDate } from './dates';
import { isData } from './data';
import { pageSum } from './editing/pagesum';
import type { Facts } from './facts';
import type { Say } from './language';
import type { Site } from './site';

export type RhythmUnit = 'day' | 'week' | 'month';

export interface Rhythm {
  readonly count: number;
  readonly unit: RhythmUnit;
  /** The first day of the first turn, where turns are fixed: each ends with the day before the next begins. */
  readonly from?: WrittenDate;
  /** So many posts a turn, from 1. */
  readonly posts: number;
}

/** What is wrong with a rhythm that was written, as an English sentence and what fills it. */
export type RhythmProblem = (message: string, ...args: readonly string[]) => void;

const UNITS: Readonly<Record<string, RhythmUnit>> = { day: 'day', days: 'day', 일: 'day', week: 'week', weeks: 'week', 주: 'week', month: 'month', months: 'month', 개월: 'month', 달: 'month' };

/** `"2 weeks"`, `"week"`, `"2주"`, or an object with `every`, `from` and `posts`; undefined where there is no rhythm to keep. */
export function readRhythm(written: unknown, problem: RhythmProblem): Rhythm | undefined {
  const whole = isData(written) ? written : { every: written };
  const every = typeof whole['every'] === 'string' ? /^(?:([1-9]\d{0,2})\s*)?(\p{L}+)$/u.exec(whole['every'].trim()) : null;
  const unit = Object.hasOwn(UNITS, every?.[2] ?? '') ? UNITS[every![2]!] : undefined;
  if (!every || !unit) {
    problem('A rhythm is a number of days, weeks or months such as "2 weeks", not "{0}".', shown(whole['every']));
    return undefined;
  }
  const from = typeof whole['from'] === 'string' ? readDate(whole['from']) : undefined;
  const isDay = from !== undefined && !from.hasTime && isRealDate(from);
  if (whole['from'] !== undefined && !isDay) problem('A rhythm begins on a day such as "2026-03-02", not on "{0}".', shown(whole['from']));
  const posts = whole['posts'] ?? 1;
  const isCount = typeof posts === 'number' && Number.isInteger(posts) && posts >= 1 && posts <= 100;
  if (!isCount) problem('The posts of a rhythm are a whole number from 1 to 100, not "{0}".', shown(posts));
  for (const key of Object.keys(whole)) if (!['every', 'from', 'posts'].includes(key)) problem('A rhythm has no setting "{0}".', key);
  return { count: Number(every[1] ?? 1), unit, ...(isDay ? { from } : {}), posts: isCount ? posts : 1 };
}

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

export interface Due {
  /** The last day on which the next post is in time. */
  readonly day: WrittenDate;
  /** From today, by the writer's calendar: 0 is today, less than 0 is over. */
  readonly daysLeft: number;
  /** Of a rhythm with fixed turns: all posts of this turn are published, and the day is the next turn's. */
  readonly isDone: boolean;
}

/** Days since 1970 on which posts appeared, by the calendar of the machine that asks; the newest first. */
const publishedDays: (site: Site) => readonly number[] = pageSum(publishedDay, days => [...days].sort((a, b) => b - a));

function publishedDay(page: Facts, site: Site): number | undefined {
  const { flavor } = site;
  if (!flavor.isPost(page.path, site) || flavor.hidden(page, site)) return undefined;
  const date = flavor.date(page, site);
  if (typeof date !== 'object') return undefined;
  return dayNumber(date.hasTime ? wallClock(momentOf(date, flavor.zone(site)), site.timeZone) : date);
}

/** Undefined without a rhythm, and where it has nothing to count from. Whoever asks asks again when the day is over. */
export function dueOf(site: Site): Due | undefined {
  const { rhythm } = site.settings;
  if (!rhythm) return undefined;
  const today = dayNumber(wallClock(site.now, site.timeZone));
  const all = publishedDays(site);
  // what is dated ahead and there all the same is no news of the writer's
  const first = all.findIndex(day => day <= today);
  if (rhythm.from) return dueInTurn(rhythm, rhythm.from, today, first < 0 ? [] : all.slice(first, first + rhythm.posts));
  const last = first < 0 ? undefined : all[first + rhythm.posts - 1] ?? all.at(-1);
  return last === undefined ? undefined : dueOn(after(dateOfDay(last), rhythm, 1), today, false);
}

/** @param days of the newest posts, as many as a turn wants */
function dueInTurn(rhythm: Rhythm, from: WrittenDate, today: number, days: readonly number[]): Due {
  const begin = (turn: number): number => after(from, rhythm, turn);
  // a turn of months is 28 days at least
  const length = { day: 1, week: 7, month: 28 }[rhythm.unit] * rhythm.count;
  let turn = Math.max(0, Math.floor((today - begin(0)) / length));
  while (turn > 0 && begin(turn) > today) turn--;
  const isDone = days.filter(day => day >= begin(turn) && day < begin(turn + 1)).length >= rhythm.posts;
  return dueOn(begin(turn + (isDone ? 2 : 1)) - 1, today, isDone);
}

const dueOn = (day: number, today: number, isDone: boolean): Due => ({ day: dateOfDay(day), daysLeft: day - today, isDone });

/** So many turns after a day; of a month that is too short its last day. */
function after(day: WrittenDate, { count, unit }: Rhythm, turns: number): number {
  if (unit !== 'month') return dayNumber(day) + turns * count * (unit === 'week' ? 7 : 1);
  const months = day.year * 12 + day.month - 1 + turns * count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayNumber(dayOf(year, month, Math.min(day.day, daysInMonth(year, month))));
}

const DAY = 86_400_000;
const dayNumber = ({ year, month, day }: WrittenDate): number => Date.UTC(year, month - 1, day) / DAY;

function dateOfDay(number: number): WrittenDate {
  const date = new Date(number * DAY);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** `D-3`, as calendars have it. */
export const dueInShort = ({ daysLeft, isDone }: Due, say: Say): string =>
  (isDone ? say('handed in') : daysLeft === 0 ? 'D-Day' : daysLeft > 0 ? `D-${daysLeft}` : `D+${-daysLeft}`);

/** One sentence: `The next post is due in 3 days (27 November).` @param language of the reader, for the date */
export function dueInWords({ day, daysLeft, isDone }: Due, language: string, say: Say): string {
  const date = shortDay(day, language);
  if (isDone) return say('Handed in. The next post is due on {0}.', date);
  if (daysLeft === 0) return say('The next post is due today ({0}).', date);
  if (daysLeft === 1) return say('The next post is due tomorrow ({0}).', date);
  if (daysLeft === -1) return say('The next post was due yesterday ({0}).', date);
  return daysLeft > 0 ? say('The next post is due in {0} days ({1}).', daysLeft, date) : say('The next post was due {0} days ago ({1}).', -daysLeft, date);
}

const shortDay = (day: WrittenDate, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(Date.UTC(day.year, day.month - 1, day.day));
