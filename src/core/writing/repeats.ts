// Which links the issues of a series have had: a newsletter that brings the same link twice disappoints.
import type { Facts } from '../facts';
import type { Site } from '../site';
import type { SiteIndex } from '../siteindex';
import { periodIn } from './period';
import { retro } from './retro';
import { scrap } from './scrap';
import { marksIn } from './marks';
import { folderOf, languageMark, nameOf, ownName, seriesName } from './seriesname';
import { withoutTracking } from './tracking';

interface Entry {
  readonly series: string;
  readonly addresses: ReadonlySet<string>;
}

interface Book {
  version: number;
  /** By page. */
  readonly entries: Map<string, Entry>;
  /** Pages by series and address. */
  readonly pages: Map<string, Set<string>>;
  /** How many issues each series has. */
  readonly sizes: Map<string, number>;
}

const books = new WeakMap<SiteIndex, Book>();

/** Other issues of the page's series that have the same link; empty for a page of no series. */
export function issuesWith(target: string, page: Facts, site: Site): readonly string[] {
  const book = bookOf(site.index);
  const series = book.entries.get(page.path)?.series ?? seriesIn(page);
  const address = series === undefined ? undefined : outsideAddress(target);
  if (address === undefined) return [];
  return [...(book.pages.get(keyOf(series!, address)) ?? [])].filter(path => path !== page.path).sort();
}

/** Whether the page is an issue of a series, which has others. */
export function isOneOfSeveral(page: Facts, site: Site): boolean {
  const { entries, sizes } = bookOf(site.index);
  const series = entries.get(page.path)?.series;
  return series !== undefined && sizes.get(series)! > 1;
}

/** Brought up to date page by page, so that a key stroke costs the same in a blog of thousands. */
function bookOf(index: SiteIndex): Book {
  let book = books.get(index);
  if (!book) {
    books.set(index, book = { version: index.version, entries: new Map(), pages: new Map(), sizes: new Map() });
    for (const facts of index.all()) add(facts, book);
  }
  if (book.version !== index.version) {
    for (const path of index.since(book.version)) {
      remove(path, book);
      const facts = index.of(path);
      if (facts) add(facts, book);
    }
    book.version = index.version;
  }
  return book;
}

/** What other issues are held against: its series and its links; undefined for a page of no series. */
export function repeatable(facts: Facts): readonly string[] | undefined {
  const series = seriesIn(facts);
  return series === undefined ? undefined : [series, ...new Set(facts.links.flatMap(({ target }) => outsideAddress(target) ?? []))];
}

function add(facts: Facts, { entries, pages, sizes }: Book): void {
  const [series, ...links] = repeatable(facts) ?? [];
  if (series === undefined) return;
  const addresses = new Set(links);
  entries.set(facts.path, { series, addresses });
  sizes.set(series, (sizes.get(series) ?? 0) + 1);
  for (const address of addresses) {
    const key = keyOf(series, address);
    const known = pages.get(key);
    if (known) known.add(facts.path);
    else pages.set(key, new Set([facts.path]));
  }
}

function remove(path: string, { entries, pages, sizes }: Book): void {
  const entry = entries.get(path);
  if (!entry) return;
  entries.delete(path);
  sizes.set(entry.series, sizes.get(entry.series)! - 1);
  for (const address of entry.addresses) pages.get(keyOf(entry.series, address))?.delete(path);
}

const keyOf = (series: string, address: string): string => `${series}\0${address}`;

/**
 * A collection of links whose title or name tells a period, a number or a day is an issue of the series of its name; who looks back may
 * repeat a link, and a translation has the same.
 */
function seriesIn({ path, title = '' }: Facts): string | undefined {
  if (!scrap.recognizes({ path }, title) || retro.recognizes({ path }, title)) return undefined;
  const period = periodIn(title) ?? periodIn(nameOf(path));
  if (!period && !marksIn(title).marks.length && !/\d/.test(ownName(path))) return undefined;
  return [folderOf(path), seriesName(path), languageMark(path), period?.unit ?? ''].join('\0');
}

/**
 * The address without what does not change where it leads: scheme, `www.`, tracking, a slash at the end.
 * @returns undefined for what is no address on the web.
 */
export function outsideAddress(target: string): string | undefined {
  const found = /^https?:\/\/(?:www\.)?([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?(#\S*)?$/i.exec(target.trim());
  if (!found) return undefined;
  const [, host = '', path = '', query = '', fragment = ''] = found;
  const kept = withoutTracking(query, host).split('&').filter(Boolean).join('&');
  return `${host.toLowerCase()}${path.replace(/\/+$/, '')}${kept && `?${kept}`}${fragment}`;
}
