import { dayOf, readDate, type WrittenDate } from '../dates';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Forms beside ISO's that Ruby's Time.parse and JavaScript's moment understand: `2026/11/30 09:00`, `2026.11.30`,
 * `30 Nov 2026`, `Nov 30, 2026`, a zone's name at the end.
 */
export function readLooseDate(text: string): WrittenDate | undefined {
  const plain = text.trim().replace(/^[a-z]{3,9},?\s+(?=\d|[a-z]{3})/i, word => (MONTHS.includes(word.slice(0, 3).toLowerCase()) ? word : '')).replace(/\s+\(?[A-Z]{3,5}\)?$/, '');
  const numbers = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\.?(.*)$/s.exec(plain);
  if (numbers) return readDate(`${numbers[1]}-${numbers[2]}-${numbers[3]}${numbers[4]}`.trim());
  const iso = /^(\d{4}-\d{1,2}-\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap]m)?\s*([+-]\d{2}:?\d{2})?)?$/i.exec(plain);
  if (iso) return readDate([iso[1], iso[2], iso[4]].filter(Boolean).join(' '));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4})/i.exec(plain);
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?(\d{4})/i.exec(plain);
  const [day, month, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : [];
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return number > 0 ? dayOf(Number(year), number, Number(day)) : undefined;
}
