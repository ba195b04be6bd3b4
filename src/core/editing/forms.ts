// How the links of a blog are written: in which form its authors mostly write them, and a link in that form.
import { splitPath } from '../files';
import type { Facts, LinkFact } from '../facts';
import { withoutBase } from '../flavors/flavor';
import { destinationOf, percentCode, SCHEME, type LinkText } from '../links';
import { relativeTo } from '../rules/rewrite';
import type { Source } from '../source';
import type { Site } from '../site';
import { pageSum } from './pagesum';
import { pageTag, styleOf, tagText, withPage, type ArgumentStyle } from './tags';

/** `/x/`, `../x/`, `../x.md`, `{{< ref "x.md" >}}`, `{{ site.baseurl }}/x/`, `{{ "/x/" | relative_url }}`. */
export type Form = 'root' | 'relative' | 'file' | 'tag' | 'baseurl' | 'filter';

/** The form of a target, by its look alone; undefined for what leaves the site, for anchors and for what only templates know. */
export function formOf(target: string): Form | undefined {
  const text = target.trim();
  if (/^\{\{-?\s*site\.baseurl\s*-?\}\}\//.test(text)) return 'baseurl';
  if (/^\{\{-?\s*["'][^"']*["']\s*\|\s*relative_url\s*-?\}\}/.test(text)) return 'filter';
  if (/^(?:\{\{[<%]\s*(?:rel)?ref\b|\{%-?\s*(?:post_url|link|post_path)\s)/.test(text)) return 'tag';
  if (text === '' || text.startsWith('#') || SCHEME.test(text) || /[{<]|:\/\//.test(text)) return undefined;
  if (text.startsWith('/')) return 'root';
  if (/\.(?:md|markdown)(?:[?#]|$)/i.test(text)) return 'file';
  // `www.example.com/x` is an address that lacks its scheme
  return /^[^./]+\.[^/]*\//.test(text) ? undefined : 'relative';
}

export interface Usage {
  /** Forms of links to pages, the usual one first. */
  readonly pages: readonly Form[];
  readonly images: readonly Form[];
  /** Whether letters beyond ASCII are mostly written as `%EA…`. */
  readonly isEncoded: boolean;
  /** Of the tags that name pages, the usual name and style. */
  readonly tag: { readonly name: string; readonly style: ArgumentStyle } | undefined;
}

const isOfPage = ({ target }: LinkFact): boolean => !/\.(?!md\b|markdown\b|html?\b)[a-z\d]{2,5}(?:[?#]|$)/i.test(target);

type Use = `page ${Form | 'whole'}` | `image ${Form}` | `tag ${string}` | 'encoded' | 'plain';

function usesOf({ links }: Pick<Facts, 'links'>, { config }: Pick<Site, 'config'>): readonly Use[] {
  return links.flatMap((link): readonly Use[] => {
    const { target, isImage, place } = link;
    const form = formOf(target);
    if (form === undefined && config.origin !== undefined && target.startsWith(`${config.origin}/`) && !isImage) return ['page whole'];
    // one word may be the beginning of anything
    if (form === undefined || (form === 'relative' && !isImage && !target.includes('/'))) return [];
    const tag = form === 'tag' ? pageTag(target) : undefined;
    return [
      ...(isImage ? [`image ${form}` as const] : (place === 'markdown' || place === 'html') && isOfPage(link) ? [`page ${form}` as const] : []),
      ...(tag ? [`tag ${JSON.stringify({ name: tag.name, style: styleOf(tag.argument) })}` as const] : []),
      ...(/%[89a-f][\da-f]/i.test(target) ? ['encoded' as const] : /[^\x00-\x7f]/.test(target) ? ['plain' as const] : []),
    ];
  });
}

const countsOf = pageSum((facts, site) => (facts.links.length ? usesOf(facts, site) : undefined), parts => {
  const counts = new Map<Use, number>();
  for (const part of parts) for (const use of part) counts.set(use, (counts.get(use) ?? 0) + 1);
  return counts;
});

const known = new WeakMap<ReadonlyMap<Use, number>, { readonly own: Facts | undefined; readonly usage: Usage }>();

/** In all pages but this one, in which a link may be only half written. */
export function usageOf(from: Source, site: Site): Usage {
  const counts = countsOf(site);
  const own = site.index.of(from.path);
  const before = known.get(counts);
  if (before && before.own === own) return before.usage;
  const rest = new Map(counts);
  for (const use of own ? usesOf(own, site) : []) rest.set(use, (rest.get(use) ?? 0) - 1);
  const ranked = [...rest].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]).map(([use]) => use);
  const behind = <T extends string>(word: string): readonly T[] => ranked.filter(use => use.startsWith(`${word} `)).map(use => use.slice(word.length + 1) as T);
  const [tag] = behind('tag');
  // who writes addresses in full, with the host, begins at the root too
  const pages = behind<Form | 'whole'>('page');
  const usage: Usage = { pages: [...pages.filter(form => form !== 'whole'), ...(pages.includes('whole') ? ['root' as const] : [])], images: behind<Form>('image'), isEncoded: (rest.get('encoded') ?? 0) > (rest.get('plain') ?? 0), tag: tag === undefined ? undefined : JSON.parse(tag) as NonNullable<Usage['tag']> };
  known.set(counts, { own, usage });
  return usage;
}

/** Each once. */
export function mostFirst<T>(items: Iterable<T>): readonly T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([item]) => item);
}

export interface Target {
  /** A page, or a file that is published as it is. */
  readonly path: string;
  /** Decoded, with the base path. */
  readonly address: string | undefined;
}

/** The target of a link to a page or file as this blog's authors would write it; undefined when no form of ours leads there. */
export function written(to: Target, place: LinkText['place'], isImage: boolean, from: Source, site: Site, wanted?: Form): string | undefined {
  const usage = usageOf(from, site);
  const isPage = site.flavor.isPage(to.path, site);
  const isByFile = to.address === `/${to.path}`;
  // a picture of the post itself is called by its name, whatever is usual for others
  const usual = isPage ? usage.pages : isBeside(to, from, site) ? ['relative' as const] : usage.images.filter(form => form !== 'relative');
  const forms: readonly Form[] = [...(wanted === undefined ? [] : [wanted]), ...usual, ...(isByFile ? ['file' as const] : []), ...(isPage && place === 'markdown' ? ['tag' as const] : []), 'root', 'relative', 'baseurl', 'filter'];
  for (const form of new Set(forms)) {
    for (const target of inForm(form, to, from, site)) {
      // quotation marks would end the attribute
      if (place === 'html' && target.includes('"')) continue;
      const leads = destinationOf({ target, place, isImage }, from, site);
      if ((leads.kind === 'page' || leads.kind === 'file' || (leads.kind === 'unknown' && form === 'file')) && leads.path === to.path) return target;
    }
  }
  return undefined;
}

/** A file in the page's own folder, on the disk and on the site. */
const isBeside = ({ path, address }: Target, from: Source, site: Site): boolean => {
  const here = site.flavor.url(from, site);
  return address !== undefined && here !== undefined && here !== '/' && address.startsWith(here.endsWith('/') ? here : `${splitPath(here).folder}/`) && splitPath(path).folder.startsWith(splitPath(from.path).folder);
};

function inForm(form: Form, { path, address }: Target, from: Source, site: Site): readonly string[] {
  const code = (text: string): string => encoded(text, usageOf(from, site).isEncoded);
  const below = address === undefined ? undefined : withoutBase(address, site.config);
  switch (form) {
    case 'root': return address === undefined ? [] : [...new Set([...(site.config.basePath === '' ? [] : [address]), below!])].map(code);
    case 'relative': {
      const here = site.flavor.url(from, site);
      return address === undefined || here === undefined ? [] : [code(relativeTo(here, address))];
    }
    case 'file': return [code(relativeTo(`/${from.path}`, `/${path}`))];
    case 'tag': {
      const own = site.flavor.linkTo(path, from, site);
      const tag = own === undefined ? undefined : pageTag(own);
      // a tag that writes the whole link is no target of one
      if (own === undefined || /^\{%-?\s*\w+_link\b/.test(own)) return [];
      const usual = usageOf(from, site).tag;
      if (!tag || !usual) return [own];
      const isSameKind = /^(?:rel)?ref$/.test(usual.name) && /^(?:rel)?ref$/.test(tag.name);
      const made = withPage(isSameKind ? { ...tag, name: usual.name, before: tag.before.replace(tag.name, usual.name) } : tag, path, from, site, usual.style);
      return [...(made ? [tagText(made)] : []), own];
    }
    case 'baseurl': return below === undefined ? [] : [`{{ site.baseurl }}${code(below)}`];
    case 'filter': return below === undefined ? [] : [`{{ "${code(below)}" | relative_url }}`];
  }
}

/** What would end or change a target in Markdown, HTML or an address, as `%20` and the like. */
export function encoded(address: string, isWhole = false): string {
  const safe = address.replace(/[\s()<>[\]"'`%?#\\{}|^]/g, percentCode);
  return isWhole ? safe.replace(/[^\x00-\x7f]+/g, text => encodeURIComponent(text)) : safe;
}
