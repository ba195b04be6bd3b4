// Addresses of Hexo's posts and pages: https://hexo.io/docs/permalinks
import { isRealDate, momentOf, readDate, twoDigits, wallClock, type WrittenDate } from '../../dates';
import { isData } from '../../data';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { fieldText, type HeadField, type Source } from '../../source';
import { readLooseDate } from '../dates';
import { hexoConfig } from './config';
import { entryOf, type Entry } from './entries';

/** The file that is written for a page or post, below the root; undefined when it cannot be told. */
export function placeOf(page: Source, site: Site): string | undefined {
  const entry = entryOf(page.path, site);
  if (!entry || entry.kind === 'copy' || (entry.kind === 'post' && !entry.isRead)) return undefined;
  const own = fieldText(page, ['permalink']);
  const path = entry.kind === 'post' ? postPath(page, entry, own, site) : pagePath(entry, own);
  if (path === undefined) return undefined;
  const bare = path.replace(/^\/+/, '').replace(/\/{2,}/g, '/');
  return bare === '' || bare.endsWith('/') ? `${bare}index.html` : bare;
}

function pagePath({ path }: Entry, own: string | undefined): string {
  if (own === undefined) return path.replace(/\.[^./]+$/, extension => (/^\.html?$/i.test(extension) ? extension : '.html'));
  const whole = own.endsWith('/') ? `${own}index` : own;
  return /\.[^./]+$/.test(whole) ? whole : `${whole}.html`;
}

function postPath(page: Source, entry: Entry & { readonly kind: 'post' }, own: string | undefined, site: Site): string | undefined {
  const { permalink, hasAssetFolders } = hexoConfig(site);
  const path = own ?? filled(permalink, page, entry, site);
  return path !== undefined && hasAssetFolders && !/(?:\/|\.html)$/.test(path) ? `${path}/` : path;
}

/** hexo-util's Permalink#stringify; a post's own fields fill what is left, then `permalink_defaults`. */
function filled(pattern: string, page: Source, entry: Entry & { readonly kind: 'post' }, site: Site): string | undefined {
  const { data } = hexoConfig(site);
  const slug = slugOf(page, site) ?? '';
  const date = localDate(page, site);
  const given: Readonly<Record<string, string | undefined>> = {
    title: slug, slug, name: splitPath(slug).name, post_title: slugize(fieldText(page, ['title']) ?? '').toLowerCase(),
    category: categoriesOf(page, site).at(-1) ?? (typeof data['default_category'] === 'string' ? data['default_category'] : 'uncategorized'),
    ...(date && dateValues(date)), ...inName(entry.path, site),
  };
  let isKnown = true;
  const path = pattern.replace(/:(\w*[^_\W])/g, (_, name: string) => {
    const value = Object.hasOwn(given, name) ? given[name] : ownValue(name, page, data['permalink_defaults']);
    isKnown &&= value !== undefined;
    return value ?? '';
  });
  return isKnown ? path : undefined;
}

/** Fields whose values Hexo reckons from what we do not have. */
const RECKONED = ['id', 'hash', 'year', 'month', 'day', 'i_month', 'i_day', 'hour', 'minute', 'second', 'date', 'updated', 'content', 'excerpt', 'more', 'layout', 'source'];

function ownValue(name: string, page: Source, defaults: unknown): string | undefined {
  if (RECKONED.includes(name)) return undefined;
  const value = isData(defaults) ? defaults[name] : undefined;
  return fieldText(page, [name]) ?? (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
}

function dateValues(date: WrittenDate): Readonly<Record<string, string>> {
  return {
    year: String(date.year).padStart(4, '0'), month: twoDigits(date.month), i_month: String(date.month), day: twoDigits(date.day), i_day: String(date.day),
    hour: twoDigits(date.hour), minute: twoDigits(date.minute), second: twoDigits(date.second),
  };
}

const SEGMENTS: Readonly<Record<string, string>> = { year: '(\\d{4})', month: '(\\d{2})', day: '(\\d{2})', i_month: '(\\d{1,2})', i_day: '(\\d{1,2})', hash: '([0-9a-f]{12})' };

/** What the name of a post says by the site's own pattern of names; undefined when it does not fit. */
function partsOf(path: string, site: Pick<Site, 'config'>): Readonly<Record<string, string>> | undefined {
  const { postName } = hexoConfig(site);
  const names: string[] = [];
  const source = postName.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/:(\w*[^_\W])/g, (_, name: string) => {
    names.push(name);
    return Object.hasOwn(SEGMENTS, name) ? SEGMENTS[name]! : '(.+?)';
  });
  // each part that may be anything doubles the ways to look for them
  if (names.filter(name => !Object.hasOwn(SEGMENTS, name)).length > 3) return undefined;
  const found = new RegExp(`^${source}$`).exec(path.replace(/\.[^./]+$/, ''));
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1]!])) : undefined;
}

/** Parts of the name that are no date and no title are fields of the post. */
function inName(path: string, site: Pick<Site, 'config'>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(partsOf(path, site) ?? {}).filter(([name]) => !['title', 'hash', 'year', 'month', 'day', 'i_month', 'i_day'].includes(name)));
}

/** What `post_link` looks for, and `:title` stands for. */
export function slugOf({ path }: Pick<Source, 'path'>, site: Pick<Site, 'config'>): string | undefined {
  const entry = entryOf(path, site);
  return entry?.kind === 'post' ? partsOf(entry.path, site)?.['title'] ?? slugize(entry.path.replace(/\.[^./]+$/, '')) : undefined;
}

/** js-yaml's timestamps with a zone, of which Hexo keeps the digits in UTC. */
const IN_UTC = /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?)$/;

export function dateOf(page: Source, site: Pick<Site, 'config'>): WrittenDate | 'unreadable' | undefined {
  const field = page.frontMatter?.field('date');
  if (field && field.value !== null && field.value !== '') return readField(field);
  const entry = entryOf(page.path, site);
  const { year, month, i_month, day, i_day } = (entry?.kind === 'post' ? partsOf(entry.path, site) : undefined) ?? {};
  const named = year === undefined ? undefined : readDate(`${year}-${month ?? i_month}-${day ?? i_day}`);
  return named && isRealDate(named) ? named : undefined;
}

function readField({ value }: HeadField): WrittenDate | 'unreadable' {
  const date = readDate(String(value)) ?? readLooseDate(String(value));
  return date && isRealDate(date) ? date : 'unreadable';
}

/**
 * The digits that addresses are made of; undefined when the date is the file's. Hexo takes the digits for ones in the site's
 * zone, and writes what the clock of the machine then shows: https://github.com/hexojs/hexo/blob/v7.3.0/lib/plugins/processor/common.ts
 */
export function localDate(page: Source, site: Site): WrittenDate | undefined {
  const date = dateOf(page, site);
  if (!date || date === 'unreadable') return undefined;
  const source = page.frontMatter?.field('date')?.source.trim() ?? '';
  const read = date.offset === undefined ? date : wallClock(momentOf(date, 'UTC'), IN_UTC.test(source) ? 'UTC' : site.timeZone);
  const { timeZone } = site.config;
  return timeZone === undefined || timeZone === site.timeZone ? read : wallClock(momentOf({ ...read, offset: undefined }, timeZone), site.timeZone);
}

/** The slugs of a post's categories, the deepest of each branch last: Post#setCategories. */
export function categoriesOf(page: Source, site: Pick<Site, 'config'>): readonly string[] {
  const value = page.frontMatter?.field('categories')?.value ?? page.frontMatter?.field('category')?.value;
  const written = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  const branches = written.some(Array.isArray) ? written.map(branch => (Array.isArray(branch) ? branch : [branch])) : [written];
  return branches.flatMap(branch => {
    const names = branch.filter(name => name !== null && typeof name !== 'object').map(name => listSlug(String(name), 'category_map', site));
    return names.map((_, index) => names.slice(0, index + 1).join('/'));
  });
}

export function tagsOf(page: Source, site: Pick<Site, 'config'>): readonly string[] {
  const value = page.frontMatter?.field('tags')?.value ?? page.frontMatter?.field('tag')?.value;
  const written = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return written.filter(name => name !== null && typeof name !== 'object').map(name => listSlug(String(name), 'tag_map', site));
}

function listSlug(name: string, map: 'category_map' | 'tag_map', site: Pick<Site, 'config'>): string {
  const { data } = hexoConfig(site);
  const mapped = isData(data[map]) ? (data[map] as Readonly<Record<string, unknown>>)[name] : undefined;
  const slug = slugize(typeof mapped === 'string' ? mapped : name);
  return data['filename_case'] === 1 ? slug.toLowerCase() : data['filename_case'] === 2 ? slug.toUpperCase() : slug;
}

/** hexo-util's slugize: https://github.com/hexojs/hexo-util#slugizestr-options */
export function slugize(text: string): string {
  const plain = text.replace(/[À-ɏ]/g, letter => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
  return plain.replace(/[\u0000-\u001f]/g, '').replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-').replace(/^-+|-+$/g, '');
}
