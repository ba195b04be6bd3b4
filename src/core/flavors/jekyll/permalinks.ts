// Addresses of posts, documents and pages: https://jekyllrb.com/docs/permalinks/
import type { WrittenDate } from '../../dates';
import { MONTHS, twoDigits, WEEKDAYS } from '../../dates';
import { extensionOf, splitPath } from '../../files';
import { decode } from '../../links';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { jekyllConfig, type JekyllConfig } from './config';
import { localDate } from './dates';
import { DATED, entryOf, type Entry } from './entries';
import { listOf, textOf, valuesOf, type Values } from './values';

export interface Place {
  /** What a link asks for, decoded, below the base path: `/2026/11/30/x.html`. */
  readonly url: string;
  /** The file that is written: `/x/index.html`. */
  readonly file: string;
}

/** Named styles, for posts: Configuration::STYLE_TO_PERMALINK. */
const STYLES: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
]);

/** Where a page with front matter, a post or a document goes; undefined when that cannot be told. */
export function placeOf(page: Source, site: Site): Place | undefined {
  const entry = entryOf(page.path, site);
  if (!entry || (entry.kind === 'post' && !entry.isRead)) return undefined;
  const values = valuesOf(page, site);
  const permalink = values.get('permalink');
  const own = typeof permalink === 'string' ? permalink : undefined;
  const extension = outputExtension(entry, own, jekyllConfig(site));
  const url = entry.kind === 'page' ? pageUrl(entry, own, extension, site) : documentUrl(page, entry, values, own, extension, site);
  return url === undefined ? undefined : placeAt(url, extension, entry);
}

/** Page#destination, which keeps its extension in a folder too, and Document#destination, which does not. */
function placeAt(url: string, extension: string, { kind }: Entry): Place {
  const plain = decode(url);
  if (plain.endsWith('/')) return { url: plain, file: `${plain}index${kind === 'page' ? extension : '.html'}` };
  return { url: plain, file: plain.endsWith(extension) ? plain : plain + extension };
}

/** The address of a file of a collection that is copied: StaticFile#url. */
export function copiedDocumentPlace({ collection, path }: Entry & { readonly kind: 'document' }, site: Pick<Site, 'config'>): string {
  const extension = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const cleaned = path.slice(`_${collection}`.length, path.length - extension.length);
  const values = { collection, path: cleaned, output_ext: '', name: splitPath(cleaned).name, title: '' };
  const template = collectionTemplate(collection, site);
  const filled = Object.entries(values).reduce((url, [name, value]) => url.replaceAll(`:${name}`, () => value), template);
  return decode(cleanUrl(filled)).replace(/\/$/, '') + extension;
}

/** Renderer#output_ext: an extension in the page's own permalink, else what its converter makes. */
function outputExtension({ path }: Entry, own: string | undefined, { markdownExtensions, plugins }: JekyllConfig): string {
  const asked = own === undefined || own.endsWith('/') ? undefined : /[^/](\.[^./]+)$/.exec(own)?.[1];
  if (asked !== undefined) return asked;
  const extension = /\.[^./]+$/.exec(splitPath(path).name)?.[0] ?? '';
  const kind = extension.toLowerCase();
  if (markdownExtensions.includes(kind)) return '.html';
  if (kind === '.scss' || kind === '.sass') return '.css';
  return kind === '.coffee' && plugins.gems.has('jekyll-coffeescript') ? '.js' : extension;
}

function pageUrl({ path }: Entry, own: string | undefined, extension: string, site: Pick<Site, 'config'>): string {
  const { folder, name } = splitPath(path);
  const base = name.slice(0, name.length - /\.[^.]+$|$/.exec(name)![0].length).replace(/\.*$/, '');
  return cleanUrl(fillPage(own ?? pageTemplate(base, extension, jekyllConfig(site)), { path: folder, basename: base, output_ext: extension }));
}

/** Page#template. */
function pageTemplate(base: string, extension: string, { permalink }: JekyllConfig): string {
  if (!/^\.(?:html|xhtml|htm)$/.test(extension)) return '/:path/:basename:output_ext';
  return base === 'index' ? '/:path/' : `/:path/:basename${suffix(permalink)}`;
}

/** Utils.add_permalink_suffix. */
function suffix(style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return '/';
  return ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext') ? ':output_ext' : '';
}

/** URL#generate_url_from_hash: pages know three placeholders, and others stay as they are. */
function fillPage(template: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((url, [name, value]) => url.replaceAll(`:${name}`, () => escaped(value)), template);
}

/** URL.escape_path, as far as it is not undone when the file is written. */
const escaped = (value: string): string => value.replaceAll('%', '%25');

function collectionTemplate(collection: string, site: Pick<Site, 'config'>): string {
  const { collections, permalink } = jekyllConfig(site);
  const own = collections.get(collection)?.permalink;
  if (collection === 'posts') return STYLES.get(own ?? permalink) ?? own ?? permalink;
  return own ?? `/:collection/:path${suffix(permalink)}`;
}

function documentUrl(page: Source, entry: Entry & { readonly kind: 'post' | 'document' }, values: Values, own: string | undefined, extension: string, site: Site): string | undefined {
  const template = own ?? collectionTemplate(entry.kind === 'post' ? 'posts' : entry.collection, site);
  let isKnown = true;
  const date = /:(?!title|slug|categories|slugified|collection|name|path|output_ext)/.test(template) ? localDate(page, site) : undefined;
  const placeholders = { ...nameValues(entry, values, extension), ...(date && dateValues(date)) };
  const filled = template.replace(PLACEHOLDER, (whole, name: string) => {
    const value = valueOf(placeholders, name);
    isKnown &&= value !== undefined;
    return value === undefined ? whole : escaped(value);
  });
  return isKnown ? cleanUrl(filled) : undefined;
}

const PLACEHOLDER = /:([a-z_]+)/g;

/** `:year_` may be `:year` before an underscore. */
function valueOf(values: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  if (Object.hasOwn(values, name)) return values[name];
  const shorter = name.replace(/_$/, '');
  return shorter !== name && Object.hasOwn(values, shorter) ? `${values[shorter]}_` : undefined;
}

/** Placeholders of a pattern for posts and documents that Jekyll does not know: the build stops at them. */
export function unknownPlaceholders(pattern: string): readonly string[] {
  const known = Object.fromEntries(PLACEHOLDERS.map(name => [name, '']));
  return [...pattern.matchAll(PLACEHOLDER)].map(([, name]) => name!).filter(name => valueOf(known, name) === undefined);
}

/** Whether the address of a post or document is made of its slug. */
export function usesSlug(page: Source, site: Site): boolean {
  const entry = entryOf(page.path, site);
  if (!entry || entry.kind === 'page') return false;
  return /:(?:title|slug)(?![a-z])/.test(textOf(valuesOf(page, site), 'permalink') ?? collectionTemplate(entry.kind === 'post' ? 'posts' : entry.collection, site));
}

/** Drops::UrlDrop. */
const PLACEHOLDERS = [
  'collection', 'name', 'path', 'output_ext', 'title', 'slug', 'categories', 'slugified_categories', 'year', 'month', 'day', 'hour', 'minute', 'second', 'i_day', 'i_month',
  'short_month', 'long_month', 'short_year', 'w_year', 'week', 'w_day', 'short_day', 'long_day', 'y_day',
];

function nameValues(entry: Entry & { readonly kind: 'post' | 'document' }, values: Values, extension: string): Readonly<Record<string, string | undefined>> {
  const base = withoutExtension(entry.path);
  const { name } = splitPath(base);
  const folder = entry.kind === 'post' ? '_posts' : `_${entry.collection}`;
  const slug = slugOf(entry.path, values);
  const categories = categoriesOf(entry, values);
  return {
    collection: entry.kind === 'post' ? 'posts' : entry.collection,
    name: slugify(name), path: base.replace(folder, '').replace(/\.*$/, ''), output_ext: extension,
    title: slug === undefined ? undefined : slugify(slug, NOT_IN_TITLES), slug: slug === undefined ? undefined : slugify(slug),
    categories: [...new Set(categories.map(category => category.toLowerCase()))].join('/'),
    slugified_categories: [...new Set(categories.map(category => slugify(category)))].join('/'),
  };
}

const withoutExtension = (path: string): string => path.slice(0, path.length - extensionOf(path).length);

/** Document#populate_title; undefined for a slug that is no text, with which the build stops. */
export function slugOf(path: string, values: Values): string | undefined {
  const { name } = splitPath(path);
  if (values.isLost) return withoutExtension(name);
  const own = values.get('slug');
  if (own !== undefined && own !== null) return typeof own === 'string' ? own : undefined;
  return (DATED.exec(name)?.[4] ?? withoutExtension(name)).replace(/\.*$/, '');
}

/** Folders above `_posts`, those of the defaults, then the page's own: Document#categories_from_path, #merge_categories!. */
export function categoriesOf(entry: Entry, values: Values): readonly string[] {
  const above = entry.kind === 'post' ? /^(.*?)\/?_(?:posts|drafts)\//.exec(entry.path)?.[1]?.split('/').filter(Boolean) ?? [] : [];
  const singular = values.get('category');
  return [...new Set([...above, ...listOf(values.inherited('categories'), true), ...listOf(values.get('categories'), true), ...listOf(singular, false)])];
}

function dateValues(date: WrittenDate): Readonly<Record<string, string>> {
  const utc = new Date(Date.UTC(date.year, date.month - 1, date.day));
  const yearDay = Math.floor((utc.getTime() - Date.UTC(date.year, 0, 1)) / 86_400_000) + 1;
  const { year, week } = isoWeek(utc);
  const [month, weekday] = [MONTHS[utc.getUTCMonth()]!, WEEKDAYS[utc.getUTCDay()]!];
  return {
    year: String(date.year).padStart(4, '0'), short_year: twoDigits(date.year % 100), month: twoDigits(date.month), i_month: String(date.month), day: twoDigits(date.day), i_day: String(date.day),
    hour: twoDigits(date.hour), minute: twoDigits(date.minute), second: twoDigits(date.second),
    y_day: String(yearDay).padStart(3, '0'), week: twoDigits(week), w_year: String(year), w_day: String(utc.getUTCDay() || 7),
    short_month: month.slice(0, 3), long_month: month, short_day: weekday.slice(0, 3), long_day: weekday,
  };
}

/** What Utils.slugify replaces in its mode `pretty`. */
const NOT_IN_TITLES = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;
const NOT_IN_SLUGS = /[^\p{M}\p{L}\p{Nd}]+/gu;

/** Utils.slugify: what is not kept becomes one hyphen, none at the edges. Titles keep their case. */
export function slugify(text: string, dropped = NOT_IN_SLUGS): string {
  const slug = text.replace(dropped, '-').replace(/^-|-$/gm, '');
  return dropped === NOT_IN_TITLES ? slug : slug.toLowerCase();
}

/** ISO 8601: week 1 holds the year's first Thursday. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

/** URL#sanitize_url. */
const cleanUrl = (url: string): string => `/${url}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/{2,}/g, '/');
