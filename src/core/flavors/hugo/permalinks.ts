// Source file -> address, as Hugo makes it: https://gohugo.io/content-management/urls/
import { daysInMonth, MONTHS, twoDigits, WEEKDAYS, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import { decode as decodeUrl } from '../../links';
import { fieldText, type Source } from '../../source';
import type { Site } from '../../site';
import { listFile } from './cascade';
import { hugoConfig, type HugoConfig } from './config';
import { kindOf, pageFile, type PageFile, type PageKind } from './pages';
import { has, hasUglySections } from './versions';

/**
 * Decoded, with the base path. Undefined when the file is no page.
 * @param date and whether it was taken from the file name, which then loses it (`frontmatter.date` with `:filename`).
 */
export function hugoUrl(page: Source, date: WrittenDate | undefined, isDateFromName: boolean, site: Site): string | undefined {
  const found = pageFile(page.path, site);
  if (!found) return undefined;
  const nameWithoutDate = isDateFromName ? found.name.replace(dateInName(site), '') : found.name;
  const file = { ...found, name: nameWithoutDate || found.name };
  const isNamed = isDateFromName && nameWithoutDate !== found.name;
  const config = hugoConfig(site);
  const prefix = sitePrefix(file.language, site);
  const url = fieldText(page, ['url']);
  // one from the root knows nothing of languages: https://gohugo.io/content-management/urls/#url
  if (url !== undefined) return (url.startsWith('/') ? config.basePath : prefix) + withSlashes(url);
  const kind = kindOf(file, site);
  // a name that gave the date gives the slug as well
  const slug = slugOf(page, site) ?? (isNamed ? file.name : undefined);
  const pattern = patternOf(file, kind, site);
  const path = pattern === undefined
    ? `/${clean([sectionPath(file, kind, site), file.isList ? '' : slug ?? file.name].filter(Boolean).join('/'), config)}`
    : expand(pattern, file, slug, fieldText(page, ['title']) ?? (kind === 'term' ? splitPath(file.folder).name : ''), date, site);
  if (kind === 'home') return `${prefix}/${config.hasUglyUrls('') && has(config, 'prettyLists') ? 'index.html' : ''}`;
  if (path === '/') return `${prefix}/`;
  const bare = path.replace(/\/$/, '');
  if (!config.hasUglyUrls(file.section) || (isTable(config.data['uglyurls']) && !hasUglySections(config))) return decodeUrl(`${prefix}${bare}/`);
  return decodeUrl(prefix + bare + (kind !== 'page' && kind !== 'term' && has(config, 'prettyLists') ? '/index.html' : '.html'));
}

const isTable = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** `/blog`, `/en` or `/blog/en`: what every address of a language begins with. */
export function sitePrefix(language: string | undefined, site: Pick<Site, 'config'>): string {
  const { basePath, defaultInSubdir, defaultLanguage } = hugoConfig(site);
  return basePath + (language !== undefined ? `/${language}` : defaultInSubdir ? `/${defaultLanguage}` : '');
}

function slugOf(page: Source, site: Site): string | undefined {
  const written = page.frontMatter?.field('slug')?.value;
  if (written === undefined || written === null || written === '') return undefined;
  const text = String(written);
  return (has(site.config, 'trimsSlug') ? collapsed(text.replace(DROPPED, '').trim()) : text).replace(/^\/+|\/+$/g, '');
}

function patternOf(file: PageFile, kind: PageKind, site: Pick<Site, 'config'>): string | undefined {
  const { page, section, taxonomy, term } = hugoConfig(site).permalinks(file.language);
  const key = file.section === '' ? '/' : file.section.toLowerCase();
  switch (kind) {
    case 'page': return page.get(key);
    case 'section': return section.get(key);
    case 'taxonomy': return taxonomy.get(key);
    case 'term': return term.get(key);
    case 'home': return undefined;
  }
}

/** Newer versions put the slug of a list in the place of its folder, for itself and for all below. */
function sectionPath(file: PageFile, kind: PageKind, site: Site): string {
  if (!has(site.config, 'sectionSlug') || file.folder === '' || kind === 'taxonomy') return file.folder;
  const folders = file.folder.split('/');
  return folders.map((folder, index) => {
    const list = listFile(folders.slice(0, index + 1).join('/'), file, site);
    const source = list === undefined ? undefined : site.index.of(list);
    return (source && slugOf(source, site)) ?? folder;
  }).join('/');
}

/** What `:filename` takes for a date: `2026-03-05-name`, also with an underscore or a blank behind it; of late with a time. */
export const dateInName = ({ config }: Pick<Site, 'config'>): RegExp => (has(config, 'timesInNames') ? /^(\d{4}-\d{2}-\d{2})(?:T\d{2}-\d{2}-\d{2})?[-_ ]?(?=.)/ : /^(\d{4}-\d{2}-\d{2})[-_ ]?(?=.)/);

/** A front matter `url` is kept as it is; without an extension it gets slashes at both ends. */
function withSlashes(url: string): string {
  const path = url.startsWith('/') ? url : `/${url}`;
  return /\.[a-z\d]+$/i.test(splitPath(path).name) || path.endsWith('/') ? path : `${path}/`;
}

/** Lower case, blanks to hyphens, and only what Hugo keeps in a path (`paths.Sanitize`). */
export function clean(path: string, config: HugoConfig): string {
  const plain = config.dropsAccents ? path.normalize('NFD').replace(/\p{Mn}/gu, '').normalize('NFC') : path;
  const cased = config.keepsCase ? plain : plain.toLowerCase();
  const kept = cased.replace(DROPPED, '');
  return has(config, 'keepsHyphenRuns') ? kept.replace(/\s/g, '-') : collapsed(kept);
}

/** What is dropped from a path, blanks aside. */
const DROPPED = /%(?![\da-f]{2})|[^\p{L}\p{N}\p{M}._\-+~#@/%\s]/giu;

/** One hyphen for blanks and the hyphens among them. */
const collapsed = (text: string): string => text.replace(/-?\s[\s-]*/g, '-');

function expand(pattern: string, file: PageFile, slug: string | undefined, title: string, date: WrittenDate | undefined, site: Site): string {
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
    yearday: () => String(dayOfYear(day)),
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
    .replace(/:([a-z]+|[A-Z][a-z]+|\d+)/g, (whole, token: string) => { const value = (Object.hasOwn(values, token) ? values[token]!() : undefined) ?? goLayout(token, day); return value === undefined ? whole : unescaped(value); });
  return `/${clean(path, hugoConfig(site))}`.replace(/\/+/g, '/');
}

/** Hugo puts a token's value through URL unescaping, where a plus is a blank; runs of blanks become one hyphen. */
const unescaped = (value: string): string => decodeUrl(value.replaceAll('+', ' ')).replace(/\s+/g, ' ');

const dayOfYear = ({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): number =>
  Array.from({ length: month - 1 }, (_, index) => daysInMonth(year, index + 1)).reduce((sum, days) => sum + days, day);

/** A term's page by the pattern of its taxonomy. */
export function expandTerm(pattern: string, taxonomy: string, term: string, site: Site): string {
  const file: PageFile = { path: '', folder: `${taxonomy}/${term}`, section: taxonomy, name: term, isBundle: false, isList: true, language: undefined, contentDir: '' };
  return expand(pattern, file, undefined, term, undefined, site);
}

/** Tokens in the manner of Go's `time.Format`: https://gohugo.io/configuration/permalinks/#tokens */
function goLayout(token: string, { year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): string | undefined {
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
  const values: Readonly<Record<string, string>> = {
    2006: String(year).padStart(4, '0'), '06': twoDigits(year % 100), '01': twoDigits(month), 1: String(month), '02': twoDigits(day), 2: String(day),
    January: MONTHS[month - 1]!, Jan: MONTHS[month - 1]!.slice(0, 3), Monday: weekday, Mon: weekday.slice(0, 3),
  };
  return Object.hasOwn(values, token) ? values[token] : undefined;
}

/** The folders of the section that a page is in: the deepest one with an `_index.md`, else the first. */
function sectionsOf(file: PageFile, range: string | undefined, site: Site): readonly string[] {
  const folders = file.folder.split('/').filter(Boolean);
  const deepest = folders.findLastIndex((_, index) => index === 0 || listFile(folders.slice(0, index + 1).join('/'), file, site) !== undefined);
  const sections = folders.slice(0, deepest + 1);
  if (range === undefined) return sections;
  if (range === 'last') return sections.slice(-1);
  const found = /^(\d*):(\d*|last)$/.exec(range);
  if (!found) return sections.slice(Number(range), Number(range) + 1);
  return sections.slice(Number(found[1] || 0), found[2] === '' ? undefined : found[2] === 'last' ? -1 : Number(found[2]));
}
