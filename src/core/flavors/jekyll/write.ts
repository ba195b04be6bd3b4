// What Jekyll makes of a link before a browser sees it: Liquid first, then the plugin jekyll-relative-links, then kramdown,
// which leaves addresses as they are.
import { extensionOf, joinPath, splitPath } from '../../files';
import { decode, plainTarget, SCHEME, type LinkText, type Written } from '../../links';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { get } from '../../data';
import { LONGEST, reckoner } from '../../templating/liquid';
import { jekyllConfig } from './config';
import { entryOf } from './entries';
import { itemAt, itemLinked, NotFound, postNamed, type Found } from './lookup';
import { urlOf } from './outputs';
import { whyHidden } from './publication';
import { valuesOf } from './values';

export function writeLink(link: LinkText, from: Source, site: Site): Written {
  const hasLiquid = link.target.includes('{{') || link.target.includes('{%');
  if (!hasLiquid || valuesOf(from, site).get('render_with_liquid') === false) return relativeLink(link, from, site) ?? { kind: 'url', url: plainTarget(link) };
  if (link.target.length > LONGEST) return { kind: 'unknown' };
  try {
    const alone = tagAlone(link.target, site);
    if (alone) return alone;
    const target = reckonerOf(site)(link.target, variablesOf(link.target, from, site));
    return target === undefined ? { kind: 'unknown' } : { kind: 'url', url: plainTarget({ ...link, target: withOneBase(target, site) }) };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { kind: 'fails', name: error.wanted, ...(error.hiddenPage === undefined ? {} : { hiddenPage: error.hiddenPage }) };
  }
}

const ALONE = /^\{%-?\s*(post_url|link)\s+((?:(?!%\}|\{\{)[\s\S])+?)\s*-?%\}(?:#([^{}]*))?$/;

/** A target that is one tag, with a fragment behind it at most. */
function tagAlone(target: string, site: Site): Written | undefined {
  const [, tag, name = '', fragment = ''] = ALONE.exec(target.trim()) ?? [];
  if (tag === undefined) return undefined;
  const found: Found = tag === 'post_url' ? { page: postNamed(name, site) } : itemLinked(name, site);
  const { basePath } = site.config;
  if ('page' in found && (basePath === '' || jekyllConfig(site).tagsHaveBase)) return { kind: 'page', path: found.page, fragment: decode(fragment) };
  return { kind: 'url', url: addressBy(found, site) + (fragment === '' ? '' : `#${fragment}`) };
}

/** The address that a tag writes. */
export function addressBy(found: Found, site: Site): string {
  const address = 'page' in found ? urlOf(site.index.of(found.page)!, site) ?? '' : found.address;
  return encodeURI(jekyllConfig(site).tagsHaveBase ? address : address.slice(site.config.basePath.length)).replaceAll('#', '%23').replaceAll('?', '%3F');
}

/** Where nothing says which Jekyll it is, a base path in front of a tag that has one is right for the older. */
function withOneBase(target: string, { config: { basePath, version } }: Site): string {
  return basePath === '' || version?.from !== '' ? target : target.replace(`${basePath}${basePath}/`, `${basePath}/`);
}

const reckoners = new WeakMap<Site, ReturnType<typeof reckoner>>();

function reckonerOf(site: Site): ReturnType<typeof reckoner> {
  let known = reckoners.get(site);
  if (!known) {
    known = reckoner({
      filters: {
        relative_url: input => relativeUrl(input, site),
        absolute_url: input => absoluteUrl(input, site),
        strip_index: input => String(input).replace(/\/index\.html?$/, '/'),
      },
      tags: {
        post_url: name => addressBy({ page: postNamed(name, site) }, site),
        link: path => (path.includes('{{') ? undefined : addressBy(itemLinked(path, site), site)),
      },
    });
    reckoners.set(site, known);
  }
  return known;
}

/** Filters::URLFilters. */
export function relativeUrl(input: unknown, site: Site): string {
  const address = String(input ?? '');
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  const base = baseUrl(site).replace(/\/$/, '');
  return `${slashed(base)}${slashed(address)}`;
}

const slashed = (path: string): string => (path === '' || path.startsWith('/') ? path : `/${path}`);

export function absoluteUrl(input: unknown, site: Site): string {
  const address = String(input ?? '');
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address;
  const { url } = site.config.data;
  return `${typeof url === 'string' ? url : ''}${relativeUrl(input, site)}`;
}

export function baseUrl(site: Site): string {
  const written = site.config.data['baseurl'];
  return typeof written === 'string' ? written : '';
}

/** What Jekyll itself puts into `site`, over what the configuration says. */
export const MADE = ['time', 'posts', 'pages', 'related_posts', 'static_files', 'html_pages', 'html_files', 'collections', 'data', 'documents', 'categories', 'tags', 'github', 'plugins', 'theme'];

/** The configuration, and what the page itself says: what else there is, plugins and layouts may set. */
function variablesOf(template: string, from: Source, site: Site): Readonly<Record<string, unknown>> {
  const values = valuesOf(from, site);
  const asked = [...template.matchAll(/\bpage\.([\w-]+)/g)].map(([, key]) => key!);
  const page = asked.map(key => [key, values.get(key)] as const).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const address = asked.includes('url') ? urlOf(from, site) : undefined;
  return {
    site: { ...Object.fromEntries(Object.entries(site.config.data).filter(([key]) => !MADE.includes(key))), baseurl: baseUrl(site) },
    page: { ...Object.fromEntries(page), ...(address === undefined ? {} : { url: address.slice(site.config.basePath.length) }) },
  };
}

/** https://github.com/benbalter/jekyll-relative-links: a path to a source file becomes the address of what is made of it. */
function relativeLink(link: LinkText, from: Source, site: Site): Written | undefined {
  const { plugins, data, markdownExtensions } = jekyllConfig(site);
  const isOn = plugins.gems.has('jekyll-relative-links');
  if (link.place !== 'markdown' || (!isOn && !plugins.mayBeGitHubs) || get(data, 'relative_links', 'enabled') === false) return undefined;
  const entry = entryOf(from.path, site);
  if (!entry || (entry.kind !== 'page' && get(data, 'relative_links', 'collections') !== true) || !markdownExtensions.includes(extensionOf(from.path))) return undefined;
  const [, path = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/s.exec(link.target.trim())!;
  if (path === '' || SCHEME.test(path)) return undefined;
  const relative = joinPath(path.startsWith('/') ? '' : splitPath(entry.path).folder, decode(path));
  const found = relative === undefined ? undefined : itemAt(relative, site);
  if (!found) return undefined;
  if (!isOn) return 'page' in found ? { kind: 'unknown' } : undefined;
  if ('copy' in found) return { kind: 'url', url: encodeURI(found.address) + (fragment === '' ? '' : `#${fragment}`) };
  const facts = site.index.of(found.page);
  return facts && !whyHidden(facts, site) ? { kind: 'page', path: found.page, fragment: decode(fragment) } : undefined;
}
