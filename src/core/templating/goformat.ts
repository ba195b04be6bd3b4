// Go's time.Format: a layout is the second of January 2006, 15:04:05, in Mountain Time. https://pkg.go.dev/time#pkg-constants
import { isoOffset, isoTime, isoDay, twoDigits, type WrittenDate } from '../dates';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const PART = /January|Jan|Monday|Mon|2006|Z07:00|-07:00|-0700|01|02|03|04|05|06|15|_2|PM|pm|1|2|3|4|5/g;

/** By the clock of the date's own offset. */
export function goFormat(date: WrittenDate, layout: string): string {
  const { year, month, day, hour, minute, second } = date;
  const offset = date.offset ?? 0;
  const hour12 = hour % 12 || 12;
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
  const parts: Readonly<Record<string, string>> = {
    'January': MONTHS[month - 1]!, 'Jan': MONTHS[month - 1]!.slice(0, 3), 'Monday': weekday, 'Mon': weekday.slice(0, 3), '2006': String(year), '06': twoDigits(year % 100), '01': twoDigits(month), '1': String(month),
    '02': twoDigits(day), '2': String(day), '_2': String(day).padStart(2), '15': twoDigits(hour), '03': twoDigits(hour12), '3': String(hour12), '04': twoDigits(minute), '4': String(minute), '05': twoDigits(second), '5': String(second),
    'PM': hour < 12 ? 'AM' : 'PM', 'pm': hour < 12 ? 'am' : 'pm', '-07:00': isoOffset(offset), '-0700': isoOffset(offset, ''), 'Z07:00': offset === 0 ? 'Z' : isoOffset(offset),
  };
  return layout.replace(PART, part => parts[part]!);
}

/** time.RFC3339 */
export const rfc3339 = (date: WrittenDate): string => `${isoDay(date)}T${isoTime(date)}${date.offset ? isoOffset(date.offset) : 'Z'}`;
