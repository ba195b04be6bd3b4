// Source file -> address, as Hugo makes it: https://gohugo.io/content-management/urls/
import { twoDigits, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import { fieldText, type Post } from '../../post';
import type { Site } from '../../site';
import { decode } from '../../links';
import { hugoConfig, type HugoConfig } from './config';
import { pageFile, type PageFile } from './pages';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * Decoded, with the base path. Undefined when the file is no page.
 * @param isDateFromName the date was taken from the file name, which then loses it (`frontmatter.date` with `:filename`).
 */
export function hugoUrl(post: Pick<Post, 'path' | 'frontMatter'>, date: WrittenDate | undefined, isDateFromName: boolean, site: Pick<Site, 'config' | 'files'>): string | undefined {
  const found = pageFile(post.path, site);
  if (!found) return undefined;
  const nameWithoutDate = isDateFromName ? found.name.replace(DATE_IN_NAME, '') : found.name;
  const file = { ...found, name: nameWithoutDate || found.name };
  const config = hugoConfig(site);
  const prefix = `${config.basePath}${languagePrefix(file, config)}`;
  const url = fieldText(post, ['url']);
  if (url !== undefined) return prefix + withSlashes(url);
  const slug = fieldText(post, ['slug'])?.replace(/^\/+|\/+$/g, '');
  const pattern = file.isList ? undefined : config.permalinks(file.language).get(file.section === '' ? '/' : file.section.toLowerCase());
  const path = pattern === undefined
    ? `/${clean([file.folder, file.isList ? '' : slug ?? file.name].filter(Boolean).join('/'), config)}`
    : expand(pattern, file, slug, fieldText(post, ['title']) ?? '', date, site);
  if (path === '/') return `${prefix}/`;
  return decode(prefix + (config.hasUglyUrls && !file.isList ? `${path.replace(/\/$/, '')}.html` : `${path.replace(/\/$/, '')}/`));
}

/** What `:filename` takes for a date: `2026-03-05-name`, also with an underscore or a blank behind it. */
export const DATE_IN_NAME = /^(\d{4}-\d{2}-\d{2})[-_ ](?=.)/;

function languagePrefix(file: PageFile, config: ReturnType<typeof hugoConfig>): string {
  if (file.language !== undefined) return `/${file.language}`;
  return config.defaultInSubdir ? `/${config.defaultLanguage}` : '';
}

/** A front matter `url` is kept as it is; without an extension it gets slashes at both ends. */
function withSlashes(url: string): string {
  const path = url.startsWith('/') ? url : `/${url}`;
  return /\.[a-z\d]+$/i.test(splitPath(path).name) || path.endsWith('/') ? path : `${path}/`;
}

/** Lower case, blanks to hyphens, and only what Hugo keeps in a path (`paths.Sanitize`). */
export function clean(path: string, { keepsCase, dropsAccents }: Pick<HugoConfig, 'keepsCase' | 'dropsAccents'>): string {
  const plain = dropsAccents ? path.normalize('NFD').replace(/\p{Mn}/gu, '').normalize('NFC') : path;
  return (keepsCase ? plain : plain.toLowerCase()).trim().replace(/\s/g, '-').replace(/%(?![\da-f]{2})/gi, '').replace(/[^\p{L}\p{N}\p{M}._\-+~#@/%]/gu, '');
}

function expand(pattern: string, file: PageFile, slug: string | undefined, title: string, date: WrittenDate | undefined, site: Pick<Site, 'config' | 'files'>): string {
  const day = date ?? { year: 1, month: 1, day: 1 };
  const atNoon = new Date(Date.UTC(2000, day.month - 1, day.day));
  atNoon.setUTCFullYear(day.year);
  const values: Readonly<Record<string, () => string>> = {
    year: () => String(day.year),
    month: () => twoDigits(day.month),
    monthname: () => MONTHS[day.month - 1] ?? '',
    day: () => twoDigits(day.day),
    weekday: () => String(atNoon.getUTCDay()),
    weekdayname: () => WEEKDAYS[atNoon.getUTCDay()] ?? '',
    yearday: () => String(Math.floor((atNoon.getTime() - Date.UTC(day.year, 0, 1)) / 86_400_000) + 1),
    section: () => file.section,
    title: () => title,
    slug: () => slug ?? title,
    filename: () => file.name,
    contentbasename: () => file.name,
    slugorfilename: () => slug ?? file.name,
    slugorcontentbasename: () => slug ?? file.name,
  };
  const path = pattern
    .replace(/:sections(?:\[([^\]]*)\])?/g, (_, range: string | undefined) => sectionsOf(file, range, site).join('/'))
    .replace(/:([a-z]+)/g, (whole, token: string) => values[token] ? unescaped(values[token]()) : whole);
  return `/${clean(path, hugoConfig(site))}`.replace(/\/+/g, '/');
}

/** Hugo puts a token's value through URL unescaping, where a plus is a blank; runs of blanks become one hyphen. */
const unescaped = (value: string): string => decode(value.replaceAll('+', ' ')).replace(/\s+/g, ' ');

/** Real sections only: the first folder, and deeper ones that have an `_index.md`. */
function sectionsOf(file: PageFile, range: string | undefined, site: Pick<Site, 'files'>): readonly string[] {
  const folders = file.folder.split('/').filter(Boolean);
  const sections = folders.filter((_, index) => index === 0 || site.files.namesIn(`${file.contentDir}/${folders.slice(0, index + 1).join('/')}`).some(name => /^_index\./.test(name)));
  if (range === undefined) return sections;
  if (range === 'last') return sections.slice(-1);
  const found = /^(\d*):(\d*|last)$/.exec(range);
  if (!found) return sections.slice(Number(range), Number(range) + 1);
  return sections.slice(Number(found[1] || 0), found[2] === '' ? undefined : found[2] === 'last' ? -1 : Number(found[2]));
}
