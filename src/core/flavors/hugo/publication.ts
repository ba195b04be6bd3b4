// When Hugo makes a page: https://gohugo.io/getting-started/usage/#draft-future-and-expired-content
import { get, isData } from '../../data';
import { isRealDate, momentOf, readDate, wallClock, type WrittenDate } from '../../dates';
import type { Source } from '../../source';
import type { Site } from '../../site';
import { hiddenFor, type Hidden, type HiddenReason } from '../flavor';
import { listsAbove, whole } from './cascade';
import { hugoConfig } from './config';
import { kindOf, pageFile } from './pages';
import { dateInName } from './permalinks';
import { has } from './versions';

/** Hugo never asks the machine's zone. */
export const zoneOf = ({ config }: Pick<Site, 'config'>): string => config.timeZone ?? 'UTC';

/** What Hugo reads (github.com/spf13/cast, `StringToDateInDefaultLocation`). */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}| [+-]\d{4})?)?$/;

export interface DateSource {
  readonly key: string;
  readonly date: WrittenDate | 'unreadable';
}

/** The first of the site's date keys that gives one, or that is there and cannot be read. */
export const dateSource = (page: Source, site: Site): DateSource | undefined => firstDate(hugoConfig(site).dateKeys, page, site);

function firstDate(keys: readonly string[], page: Source, site: Site): DateSource | undefined {
  for (const key of keys) {
    if (key === ':filename') {
      const inName = dateInName(site).exec(pageFile(page.path, site)?.name ?? '')?.[1];
      const date = inName === undefined ? undefined : readDate(inName);
      if (date && isRealDate(date)) return { key, date };
    }
    const value = page.frontMatter?.field(key)?.value;
    if (isFilled(value)) return { key, date: readHugoDate(value) ?? 'unreadable' };
  }
  return undefined;
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function readHugoDate(value: unknown): WrittenDate | undefined {
  if (typeof value === 'number') return wallClock(value * 1000, 'UTC'); // a bare number is Unix seconds
  const written = String(value).trim();
  const date = DATE.test(written) ? readDate(written) : undefined;
  return date && isRealDate(date) ? date : undefined;
}

/** Whether a field that is there has a date in it, or nothing. */
export function isReadableDate({ frontMatter }: Source, key: string): boolean {
  const value = frontMatter?.field(key)?.value;
  return !isFilled(value) || readHugoDate(value) !== undefined;
}

export function isDraft(page: Source, site: Site): boolean {
  const { frontMatter } = whole(page, site);
  const value = frontMatter?.field('draft')?.value;
  if (isYes(value, site)) return true;
  // a habit from Jekyll that Hugo once understood
  return value === undefined && !has(site.config, 'refusesBadDates') && String(frontMatter?.field('published')?.value) === 'false';
}

/** YAML 1.1 had more words for it. */
const isYes = (value: unknown, { config }: Pick<Site, 'config'>): boolean =>
  value === true || value === 'true' || (typeof value === 'string' && !has(config, 'yaml12') && /^(?:y|yes|on)$/i.test(value));

export function hidden(page: Source, site: Site): Hidden | undefined {
  const config = hugoConfig(site);
  const file = pageFile(page.path, site);
  if (!file || !has(config, 'pagesByPath')) {
    // a draft list hid all that is in it
    const above = file ? listsAbove(file, site).filter(({ path }) => path !== page.path).map(list => ownReasons(list, site)).find(({ reasons }) => reasons.length) : undefined;
    if (above) return hiddenFor(above.reasons, above.until);
  }
  const { reasons, until } = ownReasons(page, site);
  return hiddenFor(reasons, until);
}

function ownReasons(page: Source, site: Site): { readonly reasons: readonly HiddenReason[]; readonly until: number | undefined } {
  const config = hugoConfig(site);
  const { data } = config;
  const known = whole(page, site);
  const moment = (keys: readonly string[]): number | undefined => {
    const date = firstDate(keys, known, site)?.date;
    return date === undefined || date === 'unreadable' ? undefined : momentOf(date, zoneOf(site));
  };
  const start = moment(config.publishKeys) ?? (has(config, 'futureByName') ? moment(config.dateKeys) : undefined);
  const end = moment(config.expiryKeys);
  const isFuture = start !== undefined && start > site.now && data['buildfuture'] !== true;
  const reasons: HiddenReason[] = [];
  if (isDraft(page, site) && data['builddrafts'] !== true) reasons.push('draft');
  if (isFuture) reasons.push('future');
  if (end !== undefined && end <= site.now && data['buildexpired'] !== true) reasons.push('expired');
  const file = pageFile(page.path, site);
  if (neverRenders(known, site) || (file && config.disabledKinds.has(kindOf(file, site)))) reasons.push('not-rendered');
  return { reasons, until: start };
}

/** https://gohugo.io/content-management/build-options/ */
function buildOption(page: Source, option: string, { config }: Site): string {
  const keys = [...(has(config, 'buildKey') ? ['build'] : []), ...(has(config, 'refusesOldBuildKey') ? [] : ['_build'])];
  return String(get(keys.map(key => page.frontMatter?.field(key)?.value).find(isData), option));
}

const neverRenders = (page: Source, site: Site): boolean => ['never', 'link', 'false'].includes(buildOption(page, 'render', site)) || page.frontMatter?.field('headless')?.value === true;

/** `render: link`: the page has an address, and nothing is there. */
export const hasOnlyAddress = (page: Source, site: Site): boolean => buildOption(page, 'render', site) === 'link';

/** Whether the files of a bundle are published with its page. */
export const publishesFiles = (page: Source, site: Site): boolean => buildOption(page, 'publishResources', site) !== 'false';
