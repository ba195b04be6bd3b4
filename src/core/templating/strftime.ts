// Ruby's Time#strftime, as Liquid's `date` has it: https://docs.ruby-lang.org/en/3.1/strftime_formatting_rdoc.html
import { isoOffset, type WrittenDate } from '../dates';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** @param date by the clock of its zone; without an offset, in UTC */
export function strftime(date: WrittenDate, format: string, depth = 0): string {
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const yearDay = Math.floor((utc.getTime() - Date.UTC(date.year, 0, 1)) / 86_400_000);
  const weekDay = utc.getUTCDay();
  const hour12 = date.hour % 12 || 12;
  const numbers: Readonly<Record<string, readonly [value: number, width: number, pad: string]>> = {
    Y: [date.year, 1, '0'], C: [Math.floor(date.year / 100), 2, '0'], y: [date.year % 100, 2, '0'], m: [date.month, 2, '0'], d: [date.day, 2, '0'], e: [date.day, 2, ' '], j: [yearDay + 1, 3, '0'],
    H: [date.hour, 2, '0'], k: [date.hour, 2, ' '], I: [hour12, 2, '0'], l: [hour12, 2, ' '], M: [date.minute, 2, '0'], S: [date.second, 2, '0'], L: [0, 3, '0'], N: [0, 9, '0'],
    w: [weekDay, 1, '0'], u: [weekDay || 7, 1, '0'], U: [Math.floor((yearDay + 7 - weekDay) / 7), 2, '0'], W: [Math.floor((yearDay + 7 - ((weekDay + 6) % 7)) / 7), 2, '0'],
    s: [Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second) / 1000 - (date.offset ?? 0) * 60, 1, '0'],
  };
  const words: Readonly<Record<string, string>> = {
    B: MONTHS[date.month - 1]!, b: MONTHS[date.month - 1]!.slice(0, 3), h: MONTHS[date.month - 1]!.slice(0, 3), A: DAYS[weekDay]!, a: DAYS[weekDay]!.slice(0, 3),
    p: date.hour < 12 ? 'AM' : 'PM', P: date.hour < 12 ? 'am' : 'pm', Z: date.offset ? '' : 'UTC', n: '\n', t: '\t', '%': '%',
  };
  const wholes: Readonly<Record<string, string>> = { F: '%Y-%m-%d', T: '%H:%M:%S', X: '%H:%M:%S', D: '%m/%d/%y', x: '%m/%d/%y', R: '%H:%M', r: '%I:%M:%S %p', c: '%a %b %e %H:%M:%S %Y', v: '%e-%^b-%Y' };
  return format.replace(/%([-0^_#]*)(\d{0,2})(:?)([A-Za-z%])/g, (whole, flags: string, width: string, colon: string, key: string) => {
    const number = Object.hasOwn(numbers, key) ? numbers[key] : undefined;
    const text = number ? padded(number, flags, width) : key === 'z' ? isoOffset(date.offset ?? 0, colon) : Object.hasOwn(words, key) ? words[key] : Object.hasOwn(wholes, key) && depth === 0 ? strftime(date, wholes[key]!, 1) : undefined;
    if (text === undefined) return whole;
    return flags.includes('^') ? text.toUpperCase() : flags.includes('#') ? text.toLowerCase() : text;
  });
}

function padded([value, usual, pad]: readonly [number, number, string], flags: string, width: string): string {
  if (flags.includes('-')) return String(value);
  return String(value).padStart(width === '' ? usual : Number(width), flags.includes('_') ? ' ' : flags.includes('0') ? '0' : pad);
}
