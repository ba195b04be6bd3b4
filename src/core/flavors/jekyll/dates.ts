// The date of a post: https://jekyllrb.com/docs/posts/ . Ruby reads it twice: first YAML, then, from that as text, Time.parse.
import { momentOf, readDate, wallClock, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import type { HeadField, Source } from '../../source';
import { readLooseDate } from '../dates';
import { jekyllConfig } from './config';
import { DATED, entryOf } from './entries';
import { valuesOf } from './values';

/** The site's own zone, else the machine's. */
export const zoneOf = (site: Pick<Site, 'config' | 'timeZone'>): string => jekyllConfig(site).timeZone ?? site.timeZone;

/** The front matter's date beats the file name's. `unreadable` stops the build; of what is written in other ways nothing is known. */
export function dateOf(page: Source, site: Pick<Site, 'config'>): WrittenDate | 'unreadable' | undefined {
  const date = readDateOf(page, site);
  return date === 'unknown' ? undefined : date;
}

type Read = WrittenDate | 'unreadable' | 'unknown' | undefined;

function readDateOf(page: Source, site: Pick<Site, 'config'>): Read {
  const values = valuesOf(page, site);
  if (values.isLost) return undefined;
  const written = values.written('date');
  if (written?.value === null || written?.value === '') return entryOf(page.path, site)?.kind === 'page' ? undefined : 'unreadable';
  if (written) return rubyDate(String(written.value), isBare(written));
  const inherited = values.get('date');
  if (inherited !== undefined && inherited !== null) return rubyDate(String(inherited), false);
  return dateInName(page.path);
}

/** When the build takes the page to be made; the moment of the build itself for what has no date. Undefined where it cannot be told. */
export function momentOfPage(page: Source, site: Site): number | undefined {
  const date = readDateOf(page, site);
  if (date === 'unreadable' || date === 'unknown') return undefined;
  if (date) return momentOf(date, zoneOf(site));
  const entry = entryOf(page.path, site);
  // a draft without a date has the time of its file
  return entry?.kind === 'post' && entry.isDraft ? undefined : site.now;
}

/** The day and time in the site's zone, which placeholders of addresses are filled with. */
export function localDate(page: Source, site: Site): WrittenDate | undefined {
  const moment = momentOfPage(page, site);
  return moment === undefined ? undefined : wallClock(moment, zoneOf(site));
}

/** The date that the name of a post or document begins with. */
function dateInName(path: string): WrittenDate | 'unreadable' | undefined {
  const [, year = '', month = '', day = ''] = DATED.exec(splitPath(path).name) ?? [];
  if (year === '') return undefined;
  // Date._parse takes years of two digits for those about 2000
  const full = year.length === 2 ? `${Number(year) < 69 ? '20' : '19'}${year}` : year.padStart(4, '0');
  return rolled(readDate(`${full}-${month}-${day}`));
}

const isBare = ({ value, source }: HeadField): boolean => source.trim() === String(value).trim();

/** Psych's ScalarScanner::TIME without a zone: an unquoted time with seconds is one in UTC. */
const YAML_TIME = /^\d{4}-\d\d?-\d\d?(?:[Tt]|\s+)\d\d?:\d{2}:\d{2}(?:\.\d*)?$/;

function rubyDate(written: string, isUnquoted: boolean): Read {
  const text = written.trim();
  const date = readDate(isUnquoted && YAML_TIME.test(text) ? `${text}Z` : text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')) ?? readLooseDate(text);
  // Ruby finds a date in many a text; in one without any digit it finds none
  return date ? rolled(date) : /\d/.test(text) ? 'unknown' : 'unreadable';
}

/** Time.local takes the 31st of any month, and 24:00, and counts on. */
function rolled(date: WrittenDate | undefined): WrittenDate | 'unreadable' | undefined {
  if (!date) return undefined;
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 || date.hour > 24 || date.minute > 59 || date.second > 60) return 'unreadable';
  const real = new Date(Date.UTC(date.year, date.month - 1, date.day, date.hour, date.minute, date.second));
  return { ...date, year: real.getUTCFullYear(), month: real.getUTCMonth() + 1, day: real.getUTCDate(), hour: real.getUTCHours(), minute: real.getUTCMinutes(), second: real.getUTCSeconds() };
}
