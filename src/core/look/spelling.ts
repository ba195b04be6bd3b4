// Dates as themes spell them for readers: found in a text, and another day spelled in the same way.
import { twoDigits, type WrittenDate } from '../dates';

export interface SpelledDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** As far as a time of day is spelled. */
  readonly hour: number | undefined;
  readonly minute: number | undefined;
  /** Minutes east of UTC, where it says so. */
  readonly offset: number | undefined;
  /** Another date by the same pattern. */
  spell(date: WrittenDate): string;
}

const DAY = 86_400_000;
/** Names by Intl in a language, January or Sunday first. */
function namesIn(language: string, kind: 'month' | 'weekday', width: 'long' | 'short' | 'narrow'): readonly string[] {
  try {
    const format = new Intl.DateTimeFormat(language, { [kind]: width, timeZone: 'UTC' });
    // the 4th of January 1970 was a Sunday
    return Array.from({ length: kind === 'month' ? 12 : 7 }, (_, index) => format.format(kind === 'month' ? Date.UTC(1970, index, 4) : (index + 3) * DAY));
  } catch {
    return [];
  }
}

interface Names { readonly months: readonly (readonly string[])[]; readonly weekdays: readonly (readonly string[])[] }

const known = new Map<string, Names>();

/** @param language of the site; English, Korean and Japanese are always known */
function namesFor(language: string): Names {
  const made = known.get(language) ?? (() => {
    const all = [...new Set([language.split(/[-_]/)[0]!, 'en', 'ko', 'ja'])];
    return {
      months: all.flatMap(each => (['long', 'short'] as const).map(width => namesIn(each, 'month', width).map(name => name.replace(/\.$/, '')))).filter(list => list.length === 12 && !/\d/.test(list[0]!)),
      weekdays: all.flatMap(each => (['long', 'short'] as const).map(width => namesIn(each, 'weekday', width).map(name => name.replace(/\.$/, '')))).filter(list => list.length === 7),
    };
  })();
  known.set(language, made);
  return made;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** In which list a name stands, and where; `at` decides where several have it. */
function find(name: string, lists: readonly (readonly string[])[], at?: number): { readonly list: readonly string[]; readonly index: number } | undefined {
  for (const list of lists) {
    const index = list.findIndex((each, place) => same(each, name) && (at === undefined || place === at));
    if (index >= 0) return { list, index };
  }
  return undefined;
}

/** Capitals as in the name that stood there. */
const like = (name: string, written: string): string => (written === written.toUpperCase() && written !== written.toLowerCase() ? name.toUpperCase() : written === written.toLowerCase() ? name.toLowerCase() : name);

type Spell = (date: WrittenDate) => string;
interface Day { readonly year: number; readonly month: number; readonly day: number; readonly spell: Spell }

/** Whether single digits get a zero in front, by the numbers that stand there. */
function padding(numbers: readonly string[], usual: boolean): (value: number) => string {
  const pads = numbers.some(number => number.startsWith('0')) ? true : numbers.some(number => number.length === 1) ? false : usual;
  return value => (pads ? twoDigits(value) : String(value));
}

const ordinal = (day: number): string => `${day}${day % 100 > 10 && day % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;

const NUMBERS = String.raw`(?<y>\d{4})(?<s1>\s*[-/.]\s*|년\s*|年\s*)(?<m>\d{1,2})(?<s2>\s*[-/.]\s*|월\s*|月\s*)(?<d>\d{1,2})(?!\d)(?<end>일|日)?`;
const DAY_LAST = String.raw`(?<m>\d{1,2})(?<s1>[/.-])(?<d>\d{1,2})\k<s1>(?<y>\d{4})(?!\d)`;
const NAME = String.raw`(?<n>\p{L}{3,12})\.?`;
const MONTH_FIRST = String.raw`${NAME}(?<s1>\s+)(?<d>\d{1,2})(?<th>st|nd|rd|th)?(?<s2>,?\s+)(?<y>\d{4})(?!\d)`;
const DAY_FIRST = String.raw`(?<d>\d{1,2})(?<th>st|nd|rd|th)?(?<s1>\.?\s+(?:of\s+|de\s+)?|-)${NAME}(?<s2>,?\s+|-)(?<y>\d{4})(?!\d)`;
const FORMS: readonly (readonly [RegExp, (groups: Record<string, string | undefined>, whole: string, names: Names, expected: readonly DayOf[]) => Day | undefined])[] = [
  [new RegExp(NUMBERS, 'gu'), ({ y, m, d, s1, s2, end = '' }) => {
    const number = padding([m!, d!], /[-/]|^\.$/.test(s1!));
    return { year: Number(y), month: Number(m), day: Number(d), spell: date => `${date.year}${s1}${number(date.month)}${s2}${number(date.day)}${end}` };
  }],
  [new RegExp(`(?<!\\d)${DAY_LAST}`, 'gu'), ({ y, m, d, s1 }, _, __, expected) => {
    const number = padding([m!, d!], true);
    const [first, second] = [Number(m), Number(d)];
    const isDayFirst = !expected.some(({ month, day }) => month === first && day === second) && expected.some(({ month, day }) => month === second && day === first);
    return { year: Number(y), month: isDayFirst ? second : first, day: isDayFirst ? first : second, spell: date => [isDayFirst ? date.day : date.month, isDayFirst ? date.month : date.day].map(number).join(s1!) + s1! + date.year };
  }],
  [new RegExp(`(?<!\\p{L})${MONTH_FIRST}`, 'gu'), ({ n, d, th, s1, s2, y }, whole, { months }) => {
    const month = find(n!, months);
    const number = padding([d!], false);
    const dot = whole.charAt(n!.length) === '.' ? '.' : '';
    return month && { year: Number(y), month: month.index + 1, day: Number(d), spell: date => `${like(month.list[date.month - 1]!, n!)}${dot}${s1}${th ? ordinal(date.day) : number(date.day)}${s2}${date.year}` };
  }],
  [new RegExp(`(?<!\\d)${DAY_FIRST}`, 'gu'), ({ n, d, th, s1, s2, y }, whole, { months }) => {
    const month = find(n!, months);
    const number = padding([d!], false);
    const dot = whole.includes(`${n!}.`) ? '.' : '';
    return month && { year: Number(y), month: month.index + 1, day: Number(d), spell: date => `${th ? ordinal(date.day) : number(date.day)}${s1}${like(month.list[date.month - 1]!, n!)}${dot}${s2}${date.year}` };
  }],
];

type DayOf = Pick<WrittenDate, 'year' | 'month' | 'day'>;

const TIME = /^((?:T|,?\s+)(?:at\s+)?)(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?(?:(\s*)(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?(?!\s*[ap]m)/i;

/** @param expected days by which `3/4/2026` is told from `4/3/2026` */
export function datesIn(text: string, language: string, expected: readonly DayOf[]): readonly SpelledDate[] {
  if (!/\d/.test(text)) return [];
  const names = namesFor(language);
  const found: SpelledDate[] = [];
  for (const [form, read] of FORMS) {
    for (const match of text.matchAll(form)) {
      const day = read(match.groups!, match[0], names, expected);
      if (!day || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31 || found.some(({ start, end }) => match.index < end && start < match.index + match[0].length)) continue;
      found.push(withSurroundings(day, match.index, match.index + match[0].length, text, names));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const weekdayOf = ({ year, month, day }: DayOf): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** The weekday before or behind, and the time of day. */
function withSurroundings(core: Day, from: number, to: number, text: string, { weekdays }: Names): SpelledDate {
  let { spell } = core;
  let [start, end] = [from, to];
  const weekday = weekdayOf(core);
  const before = /(\p{L}+)(\.?,?\s+)$/u.exec(text.slice(Math.max(0, from - 20), from));
  const named = before && find(before[1]!, weekdays, weekday);
  if (before && named) {
    const inner = spell;
    start -= before[0].length;
    spell = date => like(named.list[weekdayOf(date)]!, before[1]!) + before[2]! + inner(date);
  }
  const behind = /^(\.?\s*\(?)(\p{L}+)(\)?)/u.exec(text.slice(to, to + 20));
  const last = behind && find(behind[2]!, weekdays, weekday);
  if (behind && last) {
    const inner = spell;
    end += behind[0].length;
    spell = date => inner(date) + behind[1]! + last.list[weekdayOf(date)]! + behind[3]!;
  }
  const time = TIME.exec(text.slice(end, end + 40));
  if (!time) return { ...core, start, end, hour: undefined, minute: undefined, offset: undefined, spell };
  const [whole, gap, hour, minute, second, fraction, blank, zone] = time;
  const inner = spell;
  const number = padding([hour!], true);
  const clock: Spell = date => `${inner(date)}${gap}${number(date.hour)}:${twoDigits(date.minute)}${second === undefined ? '' : `:${twoDigits(date.second)}`}${fraction === undefined ? '' : `.${'0'.repeat(fraction.length - 1)}`}${blank ?? ''}${zone ?? ''}`;
  const signed = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  const offset = signed ? (Number(signed[2]) * 60 + Number(signed[3])) * (signed[1] === '-' ? -1 : 1) : zone === undefined ? undefined : 0;
  return { ...core, start, end: end + whole.length, hour: Number(hour), minute: Number(minute), offset, spell: clock };
}
