// Filters that Jekyll adds to Liquid, and those in which Ruby's Liquid is not as liquidjs: https://jekyllrb.com/docs/liquid/filters/
import { isoDay, isoOffset, isoTime, momentOf, offsetAt, readDate, wallClock, type WrittenDate } from '../../dates';
import { renderedText } from './markdown';
import type { Site } from '../../site';
import type { PageVocabulary } from '../../templating/liquidpage';
import { textOf } from '../../templating/rubytext';
import { strftime } from '../../templating/strftime';
import { readLooseDate } from '../dates';
import { zoneOf } from './dates';
import { LIST_FILTERS } from './lists';
import { TEXT_FILTERS } from './words';
import { absoluteUrl, relativeUrl } from './write';

export function filtersOf(site: Site): PageVocabulary['filters'] {
  const date = (format: string) => (input: unknown): unknown => {
    const found = dateOf(input, site);
    return found ? strftime(found, format) : input;
  };
  const local = (format: string) => (input: unknown): unknown => {
    const found = localDateOf(input, site);
    return found ? strftime(found, format) : input;
  };
  return {
    relative_url: input => (input === null || input === undefined ? input : normalized(relativeUrl(input, site))),
    absolute_url: input => (input === null || input === undefined ? input : normalized(absoluteUrl(input, site))),
    strip_index: input => String(input ?? '').replace(/\/index\.html?$/, '/'),
    markdownify: input => renderedText(String(input ?? ''), site),
    smartify: input => smartified(textOf(input), site),
    date: (input, format) => (format === undefined || format === null || format === '' ? input : date(String(format))(input)),
    date_to_xmlschema: local('%Y-%m-%dT%H:%M:%S%:z'),
    date_to_rfc822: local('%a, %d %b %Y %H:%M:%S %z'),
    date_to_string: (input, type, style) => inWords(input, '%b', type, style, site),
    date_to_long_string: (input, type, style) => inWords(input, '%B', type, style, site),
    // whole numbers stay whole
    divided_by: (input, by, isFraction) => (isFraction === true ? Number(input) / Number(by) : dividedBy(Number(input), Number(by))),
    size: input => (Array.isArray(input) || typeof input === 'string' ? input.length : typeof input === 'object' && input !== null ? Object.keys(input).length : 0),
    ...LIST_FILTERS,
    ...TEXT_FILTERS,
  };
}

function dividedBy(value: number, by: number): number {
  if (by === 0 && Number.isInteger(value)) throw new Error('divided by 0');
  return Number.isInteger(value) && Number.isInteger(by) ? Math.floor(value / by) : value / by;
}

/** Addressable::URI#normalize, as far as letters go. */
const normalized = (address: string): string => address.normalize('NFC').replace(/[^\x21-\x7e]+|["<>\\^`{|}]+/g, part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')));

/** DateFilters#date_to_string: `01 Jan 2026`, or with `ordinal` `1st Jan 2026` and in the American style `Jan 1st, 2026`. */
function inWords(input: unknown, month: string, type: unknown, style: unknown, site: Site): unknown {
  const found = localDateOf(input, site);
  if (!found) return input;
  if (type !== 'ordinal') return strftime(found, `%d ${month} %Y`);
  const day = `${found.day}${/^1[123]$/.test(String(found.day)) ? 'th' : ['th', 'st', 'nd', 'rd'][found.day % 10] ?? 'th'}`;
  return style === 'US' ? strftime(found, `${month} ${day}, %Y`) : strftime(found, `${day} ${month} %Y`);
}

/** By the clock of the site's zone, as `page.date` and `site.time` are written. */
export function timeText(moment: number, site: Site): string {
  const zone = zoneOf(site);
  const local = wallClock(moment, zone);
  return `${isoDay(local)} ${isoTime(local)} ${isoOffset(offsetAt(moment, zone), '')}`;
}

/** Utils.to_date; numbers are seconds. */
function dateOf(input: unknown, site: Site): WrittenDate | undefined {
  const zone = zoneOf(site);
  const at = (moment: number): WrittenDate => ({ ...wallClock(moment, zone), offset: offsetAt(moment, zone) });
  if (input === 'now' || input === 'today') return at(site.now);
  if (typeof input === 'number' || /^\d+$/.test(String(input))) return at(Number(input) * 1000);
  if (typeof input !== 'string') return undefined;
  const written = readDate(input.trim()) ?? readLooseDate(input.trim());
  return written && (written.offset === undefined ? { ...written, offset: offsetAt(momentOf(written, zone), zone) } : written);
}

/** DateFilters#time: Jekyll's own filters tell the time by the clock of the site, whatever zone is written. */
function localDateOf(input: unknown, site: Site): WrittenDate | undefined {
  const found = dateOf(input, site);
  const zone = zoneOf(site);
  const moment = found && momentOf(found, zone);
  return moment === undefined ? undefined : { ...wallClock(moment, zone), offset: offsetAt(moment, zone) };
}

/** Quotes, dashes and dots alone; what Markdown reads in other ways is left to the reader. */
function smartified(text: string, site: Site): string {
  if (/[*_`[\]<>{}|\\$~#:^=+]|^[ \t]|^[-\d]+[.)\s]|\n/.test(text)) throw new Error('smartify');
  return renderedText(text, site).replace(/^<p>|<\/p>\n*$/g, '');
}
