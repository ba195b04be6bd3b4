// Dates as people write them in front matter: wall-clock time, perhaps with an offset. No clock is read here.

/** A date as written. Without `offset` it is wall-clock time in a zone that only the site or the machine knows. */
export interface WrittenDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whether a time of day was written at all. */
  readonly hasTime: boolean;
  /** Minutes east of UTC. */
  readonly offset: number | undefined;
}

export function dayOf(year: number, month: number, day: number): WrittenDate {
  return { year, month, day, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the calendar and the clock have it: no 31st of June, no 24:61. */
export function isRealDate(date: WrittenDate): boolean {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month)
    && date.hour < 24 && date.minute < 60 && date.second < 61;
}

const FORM = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads `2026-11-30`, `2026-11-30 09:00`, `2026-11-30T09:00:00+09:00` and what lies between; the calendar is not asked. */
export function readDate(text: string): WrittenDate | undefined {
  const found = FORM.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, zone] = found;
  return {
    year: Number(year), month: Number(month), day: Number(day),
    hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0),
    hasTime: hour !== undefined, offset: zone === undefined ? undefined : readOffset(zone),
  };
}

function readOffset(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '-' ? -minutes : minutes;
}

/** The moment of a written date, in milliseconds since 1970; `zone` (IANA) counts where no offset is written. */
export function momentOf(date: WrittenDate, zone: string): number {
  const asUtc = Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second);
  if (date.offset !== undefined) return asUtc - date.offset * 60_000;
  // twice, as the offset at the guess may differ from the one at the answer
  const guess = asUtc - offsetAt(asUtc, zone) * 60_000;
  return asUtc - offsetAt(guess, zone) * 60_000;
}

/** The wall clock of a zone at a moment. */
export function wallClock(moment: number, zone: string): WrittenDate {
  const offset = offsetAt(moment, zone);
  const local = new Date(moment + offset * 60_000);
  return {
    year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(),
    hour: local.getUTCHours(), minute: local.getUTCMinutes(), second: local.getUTCSeconds(), hasTime: true, offset,
  };
}

/** Making one is slow. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

/** Minutes east of UTC that a zone is at a moment; an unknown zone counts as UTC. */
export function offsetAt(moment: number, zone: string): number {
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = clockOf(zone).formatToParts(moment);
  } catch {
    return 0;
  }
  const part = (type: string): number => Number(parts.find(found => found.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((wall - Math.floor(moment / 1000) * 1000) / 60_000);
}

/** `07` */
export const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const isoDay = (date: Pick<WrittenDate, 'year' | 'month' | 'day'>): string => `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;

export const isoTime = (date: WrittenDate): string => `${twoDigits(date.hour)}:${twoDigits(date.minute)}:${twoDigits(date.second)}`;

/** `+09:00`, with `colon` between hours and minutes or without. */
export function isoOffset(minutes: number, colon = ':'): string {
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(Math.abs(minutes) / 60))}${colon}${twoDigits(Math.abs(minutes) % 60)}`;
}

/** A moment by the clock on a wall in that zone: `11월 30일 09:01`. */
export function momentInWords(moment: number, language: string, zone: string): string {
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(moment);
}

/** The day as people say it in a language: `2026년 11월 30일`. */
export function dayInWords(date: WrittenDate, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(date.year, date.month - 1, date.day));
}

/** English names, as engines write them into addresses and templates, whatever the reader's language. */
export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
