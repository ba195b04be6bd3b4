// Which files are posts, and their addresses: https://jekyllrb.com/docs/posts/ and https://jekyllrb.com/docs/permalinks/
import { isRealDate, readDate, wallClock, momentOf, twoDigits, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import type { Post } from '../../post';
import { fieldList, fieldText } from '../../source';
import type { Site } from '../../site';
import { jekyllConfig } from './config';

/** Jekyll's DATE_FILENAME_MATCHER; other names in `_posts` are skipped without a word. */
const POST_NAME = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+$/;
const MARKDOWN = /\.(?:markdown|mkdown|mkdn|mkd|md)$/i;

export interface PostFile {
  readonly isDraft: boolean;
  /** Folders above `_posts`: they become categories. */
  readonly above: readonly string[];
  /** The name after the date, without extension. */
  readonly slug: string;
  readonly date: WrittenDate | undefined;
}

/** Undefined for a file that is no post and no draft. */
export function postFile(path: string): PostFile | undefined {
  const found = /^(?:(.*)\/)?(_posts|_drafts)\/(?:.*\/)?([^/]+)$/.exec(path);
  if (!found || !MARKDOWN.test(path)) return undefined;
  const [, above = '', folder, name = ''] = found;
  const above_ = above.split('/').filter(Boolean);
  const dated = POST_NAME.exec(name);
  if (!dated) return folder === '_drafts' ? { isDraft: true, above: above_, slug: name.replace(MARKDOWN, ''), date: undefined } : undefined;
  const [, year = '', month = '', day = '', slug = ''] = dated;
  const date = readDate(`${year.length === 2 ? `20${year}` : year}-${month}-${day}`);
  return { isDraft: folder === '_drafts', above: above_, slug, date: date && isRealDate(date) ? date : undefined };
}

/** Named styles, for posts. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Decoded, with the base path. Undefined when it cannot be told. */
export function jekyllUrl(post: Pick<Post, 'path' | 'frontMatter'>, date: WrittenDate | undefined, site: Site): string | undefined {
  const config = jekyllConfig(site);
  const file = postFile(post.path);
  const own = fieldText(post, ['permalink']) ?? defaultValue(post.path, file ? 'posts' : 'pages', 'permalink', site);
  if (!file) return pageUrl(post, own, site);
  const pattern = own ?? config.collections.get('posts') ?? STYLES[config.permalink] ?? config.permalink;
  const day = date && localDay(date, site);
  return config.basePath + fill(pattern, valuesOf(post, file, day));
}

function pageUrl(post: Pick<Post, 'path' | 'frontMatter'>, own: string | undefined, site: Site): string | undefined {
  const { basePath, permalink, collections } = jekyllConfig(site);
  if (!post.frontMatter || !MARKDOWN.test(post.path)) return undefined;
  const inCollection = /^_([^/]+)\/(.*)$/.exec(post.path.replace(MARKDOWN, ''));
  const pattern = inCollection ? collections.get(inCollection[1]!) : undefined;
  if (inCollection && pattern !== undefined) {
    const [, collection = '', path = ''] = inCollection;
    const { name } = splitPath(path);
    return basePath + fill(own ?? pattern, { collection, path, name, title: slugify(fieldText(post, ['slug']) ?? name, NOT_IN_TITLES), output_ext: '.html' });
  }
  if (splitPath(post.path).folder.split('/').some(folder => folder.startsWith('_'))) return undefined;
  if (own !== undefined) return basePath + fill(own, {});
  const { folder, name } = splitPath(post.path);
  const base = name.replace(MARKDOWN, '');
  const at = folder === '' ? '/' : `/${folder}/`;
  if (base === 'index') return basePath + at;
  const isPretty = permalink === 'pretty' || permalink.endsWith('/');
  const keepsExtension = STYLES[permalink] !== undefined || permalink.endsWith(':output_ext');
  return `${basePath}${at}${base}${isPretty ? '/' : keepsExtension ? '.html' : ''}`;
}

/** With an offset, or as a YAML time (which is UTC), the day is the one in the site's zone. */
function localDay(date: WrittenDate, site: Site): WrittenDate {
  return date.offset === undefined ? date : wallClock(momentOf(date, 'UTC'), jekyllConfig(site).timeZone ?? site.timeZone);
}

const MONTH_NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function valuesOf(post: Pick<Post, 'path' | 'frontMatter'>, file: PostFile, date: WrittenDate | undefined): Readonly<Record<string, string>> {
  const slug = fieldText(post, ['slug']) ?? file.slug;
  // Utils.pluralized_array_from_hash: the singular key is one category, blanks and all; the plural one is split
  const written = [...fieldList(post, ['category'], /(?!)/), ...fieldList(post, ['categories'], /\s+/)];
  const categories = [...new Set([...file.above, ...written].map(category => category.toLowerCase()))];
  const day = date ?? { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  const utc = new Date(Date.UTC(day.year, day.month - 1, day.day));
  const yearDay = Math.floor((utc.getTime() - Date.UTC(day.year, 0, 1)) / 86_400_000) + 1;
  const week = isoWeek(utc);
  return {
    year: String(day.year), short_year: twoDigits(day.year % 100), month: twoDigits(day.month), i_month: String(day.month), day: twoDigits(day.day), i_day: String(day.day),
    hour: twoDigits(day.hour), minute: twoDigits(day.minute), second: twoDigits(day.second),
    y_day: String(yearDay).padStart(3, '0'), week: twoDigits(week.week), w_year: String(week.year), w_day: String(utc.getUTCDay() || 7),
    short_month: MONTH_NAMES[day.month - 1]!.slice(0, 3), long_month: MONTH_NAMES[day.month - 1]!,
    short_day: DAY_NAMES[utc.getUTCDay()]!.slice(0, 3), long_day: DAY_NAMES[utc.getUTCDay()]!,
    title: slugify(slug, NOT_IN_TITLES), slug: slugify(slug, /[^\p{M}\p{L}\p{N}]+/gu).toLowerCase(), name: slugify(splitPath(post.path).name.replace(MARKDOWN, ''), /[^\p{M}\p{L}\p{N}]+/gu).toLowerCase(),
    categories: categories.join('/'), slugified_categories: categories.map(category => slugify(category, /[^\p{M}\p{L}\p{N}]+/gu).toLowerCase()).join('/'),
    collection: 'posts', path: post.path.replace(/^(?:.*\/)?_(?:posts|drafts)\//, '').replace(MARKDOWN, ''), output_ext: '.html',
  };
}

/** What Jekyll's Utils.slugify replaces in its mode `pretty`. */
const NOT_IN_TITLES = /[^\p{M}\p{L}\p{N}._~!$&'()+,;=@]+/gu;

/** Jekyll's Utils.slugify: what is not kept becomes one hyphen, none at the edges. */
const slugify = (text: string, dropped: RegExp): string => text.replace(dropped, '-').replace(/^-|-$/g, '');

/** ISO 8601: week 1 holds the year's first Thursday. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7) };
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(/:([a-z_]+)/g, (whole, name: string) => values[name] ?? whole);
  return `/${filled}`.replace(/\/+/g, '/');
}

/** What `defaults` in the configuration gives to a file; a deeper or typed scope beats a shallower one. */
function defaultValue(path: string, type: string, key: string, site: Pick<Site, 'config'>): string | undefined {
  let best: { depth: number; value: string } | undefined;
  for (const scope of jekyllConfig(site).defaults) {
    const folder = scope.path.replace(/^\/|\/$/g, '');
    if (folder !== '' && path !== folder && !path.startsWith(`${folder}/`)) continue;
    if (scope.type !== '' && scope.type !== type) continue;
    const value = text(scope.values[key]);
    const depth = folder.length * 2 + (scope.type === '' ? 0 : 1);
    if (value !== undefined && (!best || depth >= best.depth)) best = { depth, value };
  }
  return best?.value;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
