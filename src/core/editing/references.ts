// Which links of a blog lead to the same place as what is pointed at.
import { factsOf, type Facts } from '../facts';
import type { Destination } from '../links';
import type { Post } from '../post';
import { destinations } from '../rules/destinations';
import type { Site } from '../site';
import type { Span } from '../span';
import { isOfBlog } from './scope';
import { spotAt } from './spots';

export type Sought =
  /** With an id, links to that heading only. */
  | { readonly kind: 'page'; readonly path: string; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'made'; readonly address: string }
  | { readonly kind: 'external'; readonly url: string };

export interface Reference {
  readonly path: string;
  readonly span: Span;
}

/** What a writer means who asks for references here; undefined in prose. */
export function soughtAt(post: Post, offset: number, site: Site): Sought | undefined {
  if (!isOfBlog(post.path, site)) return undefined;
  const spot = spotAt(post, offset, site);
  if (spot) return soughtBy(spot.to, post.path);
  const heading = headingAt(post, offset);
  // the heading that is the page's title stands for the page
  if (heading && heading.text === site.flavor.impliedTitle(post) && post.frontMatter?.field('title') === undefined) return { kind: 'page', path: post.path, id: '' };
  if (heading) return heading.id === undefined || heading.id === '' ? undefined : { kind: 'page', path: post.path, id: heading.id };
  return offset < post.body.start || post.lines.lineAt(offset) === 0 ? { kind: 'page', path: post.path, id: '' } : undefined;
}

export const headingAt = ({ headings }: Post, offset: number): Post['headings'][number] | undefined => headings.find(({ span }) => span.start <= offset && offset <= span.end);

function soughtBy(to: Destination, from: string): Sought | undefined {
  switch (to.kind) {
    case 'page': return { kind: 'page', path: to.path, id: to.fragment };
    case 'anchor': return { kind: 'page', path: from, id: to.id };
    case 'file': return { kind: 'file', path: to.path };
    case 'made': return { kind: 'made', address: to.address };
    case 'external': return { kind: 'external', url: to.url };
    case 'missing': case 'unknown': return undefined;
  }
}

/** By path, and in each page from top to bottom. @param open the post in front of the writer, which the index may not have yet. */
export function referencesTo(sought: Sought, open: Post, site: Site): readonly Reference[] {
  const own = site.flavor.isPage(open.path, site) && !site.index.of(open.path) ? [factsOf(open, site)] : [];
  const found = [...own, ...site.index.all()].flatMap(page => linksTo(sought, page, site).map(({ targetSpan }): Reference => ({ path: page.path, span: targetSpan })));
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start));
}

/** The links of one page that lead there. */
export function linksTo(sought: Sought, page: Facts, site: Site): readonly Facts['links'][number][] {
  if (sought.kind === 'external' && !page.links.some(({ target }) => target.includes(sought.url))) return [];
  return destinations(page, site).filter(({ to }) => isSame(to, page.path, sought)).map(({ link }) => link);
}

function isSame(to: Destination, from: string, sought: Sought): boolean {
  switch (sought.kind) {
    // a table of contents by hand is no link to the page
    case 'page': return to.kind === 'page' ? to.path === sought.path && (sought.id === '' || to.fragment === sought.id) : to.kind === 'anchor' && from === sought.path && sought.id !== '' && to.id === sought.id;
    case 'file': return to.kind === 'file' && to.path === sought.path;
    case 'made': return to.kind === 'made' && to.address === sought.address;
    case 'external': return to.kind === 'external' && to.url === sought.url;
  }
}
