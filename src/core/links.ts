// Where a link of a page leads, on the site as the build would make it: first what the engine writes for it, then what a
// browser makes of that from the page's own address.
import createMarkdown from 'markdown-it';
import { addressesOf, type Answer } from './addresses';
import type { LinkFact } from './facts';
import type { Hidden } from './flavors/flavor';
import { mayBeNeighbour } from './flavors/hosts';
import { originOf } from './origin';
import type { Site } from './site';
import type { Source } from './source';

export type LinkText = Pick<LinkFact, 'target' | 'place' | 'isImage'>;

/** What the engine makes of a link's target before a browser sees it. */
export type Written =
  /** An address, for a browser to resolve from the page's own. */
  | { readonly kind: 'url'; readonly url: string }
  /** A page that the engine itself looked up: Hugo's `ref`, Jekyll's `post_url`. */
  | { readonly kind: 'page'; readonly path: string; readonly fragment: string }
  /** A list or feed that the engine looked up; the address is decoded, with the base path. */
  | { readonly kind: 'made'; readonly address: string; readonly fragment: string }
  /** The engine looked for a page or file and found none; unless the site is set up otherwise, the build stops. */
  | { readonly kind: 'fails'; readonly name: string; readonly hiddenPage?: string }
  /** Templates, plugins or themes decide. */
  | { readonly kind: 'unknown' };

export type Destination =
  /** Leaves the site: `https:`, `mailto:` and the like. */
  | { readonly kind: 'external'; readonly url: string }
  /** Stays in the page. The id is decoded. */
  | { readonly kind: 'anchor'; readonly id: string }
  /** A page of the site; `hidden` when it will not be there. */
  | { readonly kind: 'page'; readonly path: string; readonly fragment: string; readonly hidden: Hidden | undefined; readonly isAlias: boolean; readonly isOwnUrl: boolean }
  /** A file that is published as it is; `hidden` with the page that it belongs to. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string; readonly hidden: Hidden | undefined; readonly isOwnUrl: boolean }
  /** A page that the engine makes of several: a list, a feed. */
  | { readonly kind: 'made'; readonly address: string; readonly fragment: string; readonly isOwnUrl: boolean }
  | Missing
  /** Nothing can be said. `path`: a file that an author would mean by it. */
  | { readonly kind: 'unknown'; readonly path?: string };

export interface Missing {
  readonly kind: 'missing';
  /** `case`: only the spelling differs; `base`: outside of the site's base path; `build`: the engine itself finds nothing, and stops. */
  readonly cause: 'absent' | 'case' | 'base' | 'build';
  /** What a browser would ask for, decoded; for `build` the name that was looked for. */
  readonly address: string;
  /** The address that was most likely meant, decoded, with the base path. */
  readonly near: string | undefined;
  /** The file that an author would mean by it, if it is there. */
  readonly file: string | undefined;
  readonly isOwnUrl: boolean;
}

const UNKNOWN: Destination = { kind: 'unknown' };

export function destinationOf(link: LinkText, from: Source, site: Site): Destination {
  if (link.target.trim() === '') return UNKNOWN;
  const written = site.flavor.write(link, from, site);
  switch (written.kind) {
    case 'unknown': return unknown(link, from, site);
    case 'url': return byBrowser(written.url, link, from, site);
    case 'page': return toPage(written.path, written.fragment, site);
    case 'made': return { kind: 'made', address: written.address, fragment: written.fragment, isOwnUrl: false };
    case 'fails':
      if (written.hiddenPage !== undefined) return toPage(written.hiddenPage, '', site);
      return site.index.isComplete ? { kind: 'missing', cause: 'build', address: written.name, near: undefined, file: undefined, isOwnUrl: false } : UNKNOWN;
  }
}

function toPage(path: string, fragment: string, site: Site): Destination {
  return { kind: 'page', path, fragment, hidden: hiddenOf(path, site), isAlias: false, isOwnUrl: false };
}

/** Why a page will not be there, as the book of addresses knows it, where it knows the page. */
export function hiddenOf(path: string, site: Site): Hidden | undefined {
  const made = addressesOf(site).of(path).find(({ kind }) => kind === 'page');
  if (made) return made.hidden;
  const facts = site.index.of(path);
  return facts && site.flavor.hidden(facts, site);
}

/** What a link in Markdown or HTML means as text: without escapes and entities, blanks around it dropped. */
export function plainTarget({ target, place }: Pick<LinkFact, 'target' | 'place'>): string {
  const text = target.trim();
  if (place === 'markdown') return text.includes('\\') || text.includes('&') ? unescapeAll(text) : text;
  return text.includes('&') ? unescapeAll(text.replaceAll('\\', '\\\\')) : text;
}

const { unescapeAll } = createMarkdown().utils;

export const SCHEME = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i;

function byBrowser(url: string, link: LinkText, from: Source, site: Site): Destination {
  const own = SCHEME.test(url) ? withoutOrigin(url, hostOf(site)) : undefined;
  if (own === undefined && /^(?:https?:\/*|\/\/)(?:[\s?#]|$)/i.test(url)) return { kind: 'missing', cause: 'absent', address: url, near: undefined, file: undefined, isOwnUrl: false };
  if (own === undefined && SCHEME.test(url)) return { kind: 'external', url };
  const isOwnUrl = own !== undefined;
  const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(own ?? url) ?? [];
  if (path === '' && !isOwnUrl) return fragment === undefined ? UNKNOWN : { kind: 'anchor', id: decode(fragment) };
  const here = addressOf(from, site);
  if (here === undefined && !path.startsWith('/')) return unknown(link, from, site);
  const address = absolute(decode(path), here ?? '/');
  const found = inBase(address, site) ? addressesOf(site).find(address) : undefined;
  // a list of hidden pages alone is not there
  const answer = found?.kind === 'list' && found.hidden ? undefined : found;
  if (answer && (!answer.hidden || site.index.isComplete)) return fromAnswer(answer, decode(fragment ?? ''), isOwnUrl);
  if (!site.index.isComplete || site.redirects(address) || mayBeNeighbour(address, link, site) || site.flavor.mayAnswer(address, link, from, site)) return unknown(link, from, site);
  return missing(address, path, isOwnUrl, from, site);
}

/** Scheme and host of the site, as its configuration or else its own posts tell them. */
export const hostOf = (site: Site): string | undefined => originOf(site, path => isOwnPage(path, site));

/** A page of the site, or a place in a folder that no other site has: `/til/2026/03/05/`. */
function isOwnPage(path: string, site: Site): boolean {
  const addresses = addressesOf(site);
  const folder = path.slice(1, path.lastIndexOf('/'));
  return inBase(path, site) && (addresses.find(path)?.kind === 'page' || (folder.split('/').length >= 3 && addresses.hasFolder(folder)));
}

const known = new WeakMap<Source, { readonly config: Site['config']; readonly version: number; readonly address: string | undefined }>();

/** The page's own address, made once for all of its links. */
function addressOf(page: Source, site: Site): string | undefined {
  const { config, index: { version } } = site;
  const before = known.get(page);
  if (before?.config === config && before.version === version) return before.address;
  const address = site.flavor.url(page, site);
  known.set(page, { config, version, address });
  return address;
}

function fromAnswer({ kind, page, file, address, hidden }: Answer, fragment: string, isOwnUrl: boolean): Destination {
  if (kind === 'copy') return { kind: 'file', path: file!, fragment, hidden, isOwnUrl };
  if (kind === 'list' || page === undefined) return { kind: 'made', address: `/${address}`, fragment, isOwnUrl };
  return { kind: 'page', path: page, fragment, hidden, isAlias: kind === 'alias', isOwnUrl };
}

function unknown(link: LinkText, from: Source, site: Site): Destination {
  const path = authorsFile(decode(/^[^?#]*/.exec(plainTarget(link))![0]), from, site);
  return path === undefined ? UNKNOWN : { kind: 'unknown', path };
}

function missing(address: string, path: string, isOwnUrl: boolean, from: Source, site: Site): Missing {
  const addresses = addressesOf(site);
  const file = authorsFile(decode(path), from, site);
  const found = (cause: Missing['cause'], near: string | undefined): Missing => ({ kind: 'missing', cause, address, near, file, isOwnUrl });
  const { basePath } = site.config;
  if (!inBase(address, site)) {
    const inside = addresses.find(basePath + address);
    return found('base', inside && !inside.hidden ? basePath + address : addresses.otherSpelling(basePath + address));
  }
  const other = addresses.otherSpelling(address);
  if (other !== undefined) return found('case', other);
  return found('absent', (file === undefined ? undefined : addressOfFile(file, site)) ?? addresses.nearest(address));
}

/** The file that the path names for someone who looks at the folders and not at the site. */
function authorsFile(path: string, from: Source, site: Site): string | undefined {
  return path === '' || /[{<]/.test(path) ? undefined : site.flavor.filesFor(path, from, site).find(file => site.files.has(file));
}

/** Where a file of the site is to be found by a reader, decoded, with the base path; undefined when nowhere. */
export function addressOfFile(file: string, site: Site): string | undefined {
  const facts = site.index.of(file);
  if (facts && site.flavor.isPage(file, site)) return site.flavor.hidden(facts, site) ? undefined : site.flavor.url(facts, site);
  return addressesOf(site).addressOfCopy(file);
}

const inBase = (address: string, { config: { basePath } }: Pick<Site, 'config'>): boolean => basePath === '' || address === basePath || address.startsWith(`${basePath}/`);

/** RFC 3986, 5.2.4: `here` is the page's address, decoded. Two slashes stay two: the empty name between them is one. */
export function absolute(path: string, here: string): string {
  const parts: string[] = [];
  const whole = path.startsWith('/') ? path : here.slice(0, here.lastIndexOf('/') + 1) + path;
  for (const part of whole.split('/').slice(1)) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}${/\/\.{1,2}$/.test(whole) && parts.length ? '/' : ''}`;
}

/** The path of an address of the site's own that is written out in full; undefined for others. */
function withoutOrigin(url: string, origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  const found = /^(?:https?:)?\/\/([^/?#]*)(.*)$/is.exec(url);
  const [, host, base = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(origin)!;
  if (found?.[1]?.toLowerCase() !== host) return undefined;
  const rest = found![2]!;
  return (rest.startsWith(base) ? rest.slice(base.length) : rest) || '/';
}

/** Percent-decoding that leaves what is no proper code as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `%5B`, for a letter of ASCII. */
export const percentCode = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
