// A period in a sentence to the reader: "March", "March 2026", "3월".
import type { Site } from '../site';
import type { Period } from './kind';

/** @param isWithYear false where the sentence tells the year already, or where it does not matter */
export function tellPeriod(period: Period, isWithYear: boolean, { say, language }: Pick<Site, 'say' | 'language'>): string {
  const { unit, year, number } = period;
  switch (unit) {
    case 'month': return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC', ...(isWithYear ? { year: 'numeric' } : {}) }).format(Date.UTC(year, number - 1, 1));
    case 'quarter': return isWithYear ? say('quarter {0} of {1}', number, year) : say('quarter {0}', number);
    case 'half': return number === 1 ? say('the first half of {0}', year) : say('the second half of {0}', year);
    case 'year': return new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, 0, 1));
  }
}
