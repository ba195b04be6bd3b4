import { readDate, twoDigits, type WrittenDate } from '../dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ZONE_NAME = /\s+\(?(?!UTC|GMT)[A-Z]{3,5}\)?$/;
const TIME = /(?:^|[T\s]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * Forms beside ISO's that Ruby's Time.parse and JavaScript's moment understand: `2026/11/30 09:00`, `2026. 11. 30.`,
 * `30 Nov 2026`, `Nov 30, 2026`, `11:30 PM`, a weekday in front, a zone's name at the end.
 */
export function readLooseDate(text: string): WrittenDate | undefined {
  const plain = text.trim().replace(ZONE_NAME, '');
  const time = TIME.exec(plain);
  const day = readDay(plain.slice(0, time?.index).trim());
  if (day === undefined || !time) return day === undefined ? undefined : readDate(day);
  const [, hour, minute, second, half, zone] = time;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return readDate(`${day} ${hours}:${minute}${second === undefined ? '' : `:${second}`} ${zone?.toUpperCase() ?? ''}`);
}

/** In ISO's form. */
function readDay(text: string): string | undefined {
  const plain = text.replace(/^[a-z]{3,9},?\s+(?=\d|[a-z]{3})/i, word => (MONTHS.includes(word.slice(0, 3).toLowerCase()) ? word : ''));
  const numbers = /^(\d{4})[-/.]\s*(\d{1,2})[-/.]\s*(\d{1,2})\.?$/.exec(plain);
  if (numbers) return numbers.slice(1).join('-');
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})$/i.exec(plain);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(plain);
  const [day, month, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return number > 0 && day !== undefined ? `${year}-${twoDigits(number)}-${twoDigits(Number(day))}` : undefined;
}
