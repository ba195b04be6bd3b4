// Files of a blog under new names: the links that would lead nowhere, or elsewhere, follow.
import { addressOfFile, decode, destinationOf, SCHEME, type Destination } from '../links';
import type { Facts, FactsHead, LinkFact } from '../facts';
import { withoutBase } from '../flavors/flavor';
import { Files, joinPath, splitPath } from '../files';
import { destinations } from '../rules/destinations';
import { changeTo } from '../rules/rewrite';
import type { Site } from '../site';
import { SiteIndex } from '../siteindex';
import { changeIn, type Change } from './change';
import { encoded, formOf, written, type Form } from './forms';
import { isOfBlog } from './scope';
import { pageTag, styleOf, tagText, withPage } from './tags';

export type Heads = ReadonlyMap<string, FactsHead>;
const NONE: Heads = new Map();
export const NO_CHANGE: Change = { pages: [], editsIn: () => [] };

export interface Following {
  readonly leavesPlainPaths?: boolean;
  readonly heads?: Heads;
  readonly after?: Site;
  readonly formOf?: (file: string, page: string) => Form | undefined;
}

/**
 * The links that change, in pages under their old names and in their texts as they are.
 * @param moves new paths by old ones; of a folder that moves, all files in it.
 * @param heads of pages that change with the move, by new paths: a date may be part of an address. A page that only has
 *   another head moves to where it is.
 * @param leavesPlainPaths links that name a file by its path on the disk are someone else's to change.
 * @param after the site as it will be, where that is known already.
 * @param formOf another form for the links of a page to a file, both by the paths that they will have.
 */
export function followMoves(moves: ReadonlyMap<string, string>, site: Site, { leavesPlainPaths = false, heads = NONE, after = moved(moves, site, heads), formOf: newForm = () => undefined }: Following = {}): Change {
  if (!site.index.isComplete || !moves.size) return NO_CHANGE;
  return changeIn(site.index.all(), page => {
    const own = moves.get(page.path);
    const now = own === undefined ? page : { ...page, path: own, frontMatter: heads.get(own) ?? page.frontMatter };
    if (!page.links.length || !isOfBlog(page.path, site) || !site.flavor.isPage(now.path, after)) return [];
    return destinations(page, site).flatMap(({ link, to }) => {
      const before = byTag(to, link, page, site);
      const path = pathOf(before);
      const wanted = path === undefined ? undefined : moves.get(path) ?? path;
      if (wanted === undefined || (own === undefined && !moves.has(path!)) || (leavesPlainPaths && namesByPath(link, page.path, path!))) return [];
      const then = byTag(destinationOf(link, now, after), link, now, after);
      const form = newForm(wanted, now.path);
      // a link that led there by itself shall not need a redirect
      if (form === undefined && pathOf(then) === wanted && (isByAlias(before) || !isByAlias(then))) return [];
      const target = retargeted(link, wanted, now, after, form);
      return target === undefined || target === link.target ? [] : [{ ...link.targetSpan, text: target }];
    });
  });
}

/** What stands in front of a tag that names a page, and the tag. */
const TAG = /^([\s\S]*?)((?:\{%-?\s*(?:post_url|link|post_path|post_link)\s|\{\{[<%]\s*(?:rel)?ref\b)[\s\S]*)$/;

/** Of a link that as a whole leads nowhere the page that a tag in it looks up: the build stops when it is not found. */
function byTag(to: Destination, link: LinkFact, page: Facts, site: Site): Destination {
  const [, lead = '', tag] = pathOf(to) === undefined && link.target.includes('{') ? TAG.exec(link.target) ?? [] : [];
  return tag === undefined || lead === '' ? to : destinationOf({ ...link, target: tag, place: 'tag' }, page, site);
}

const isByAlias = (to: Destination): boolean => to.kind === 'page' && to.isAlias;
const pathOf = (to: Destination): string | undefined => (to.kind === 'page' || to.kind === 'file' ? to.path : undefined);

function namesByPath({ target }: LinkFact, from: string, file: string): boolean {
  const path = decode(target.replace(/[?#].*$/s, ''));
  return joinPath(path.startsWith('/') ? '' : splitPath(from).folder, path) === file;
}

/** The site as it will be. */
export function moved(moves: ReadonlyMap<string, string>, site: Site, heads: Heads = NONE): Site {
  const index = new SiteIndex();
  for (const facts of site.index.all()) {
    const path = moves.get(facts.path) ?? facts.path;
    index.set({ ...facts, path, frontMatter: heads.get(path) ?? facts.frontMatter });
  }
  index.isComplete = true;
  return { ...site, files: new Files([...site.files].map(path => moves.get(path) ?? path)), index };
}

/** A link as it was written, to another page. */
function retargeted(link: LinkFact, path: string, from: Facts, site: Site, wanted?: Form): string | undefined {
  const { target, place, isImage } = link;
  const [, lead = '', rest = target] = TAG.exec(target) ?? [];
  const tag = pageTag(rest);
  if (tag) {
    const made = withPage(tag, path, from, site, styleOf(tag.argument));
    return made && lead + tagText(made);
  }
  const facts = site.flavor.isPage(path, site) ? site.index.of(path) : undefined;
  // a draft has an address too
  const address = facts ? site.flavor.url(facts, site) : addressOfFile(path, site);
  const [, before, , behind] = /^(\{\{-?\s*(["']))[^"'?#]*((?:[?#][^"']*)?\2\s*\|\s*(?:relative|absolute)_url\b[\s\S]*)$/.exec(wanted === undefined ? target : '') ?? [];
  const filtered = before === undefined || address === undefined ? undefined : leading(before + encoded(withoutBase(address, site.config)) + behind, link, path, from, site);
  if (filtered !== undefined) return filtered;
  const form = wanted ?? formOf(target);
  if (wanted !== undefined || form === 'baseurl' || form === 'filter' || form === 'file') {
    const made = written({ path, address }, place, isImage, from, site, form);
    return made && made + ((wanted === undefined ? /#[^{}]*$/ : /[?#][^{}]*$/).exec(target)?.[0] ?? '');
  }
  if (SCHEME.test(target)) return address === undefined ? undefined : ownUrl(address, link, path, from, site);
  return changeTo(address, link, from, site)[0]?.edits[0]?.text;
}

/** An address of the blog that is written out in full stays so. */
function ownUrl(address: string, link: LinkFact, path: string, from: Facts, site: Site): string | undefined {
  const [, origin = '', old = '', rest = ''] = /^((?:https?:)?\/\/[^/?#]*)([^?#]*)(.*)$/is.exec(link.target) ?? [];
  const plain = old.endsWith('/') || /\.[^./]+$/.test(old) ? address : address.replace(/(?<=.)\/$/, '');
  return leading(origin + encoded(plain, /%[\da-f]{2}/i.test(old)) + rest, link, path, from, site);
}

const leading = (target: string, link: LinkFact, path: string, from: Facts, site: Site): string | undefined => (pathOf(destinationOf({ ...link, target }, from, site)) === path ? target : undefined);
