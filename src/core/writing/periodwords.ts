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
    case 'season': return [say('spring {0}', year), say('summer {0}', year), say('autumn {0}', year), say('winter {0}', year)][number - 1]!;
    case 'year': return new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, 0, 1));
  }
}

/** @param weekday from 1 for Monday to 7 */
export const tellWeekday = (weekday: number, { language }: Pick<Site, 'language'>): string =>
  // the 5th of January 1970 was a Monday
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(1970, 0, 4 + weekday));
