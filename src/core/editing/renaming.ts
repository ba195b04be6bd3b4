// Another text or id for a heading, and every link of the blog that leads to it with it. What the engine makes of the new text
// it says itself: the changed post is parsed.
import { factsOf, type Facts } from '../facts';
import { fragmentSpan, withFragment } from '../fragment';
import { parsePost, type Post } from '../post';
import { destinations } from '../rules/destinations';
import type { Site } from '../site';
import { applyEdits, type Edit, type Span } from '../span';
import { changeIn, type Change } from './change';
import { headingParts } from './headingparts';
import { headingAt } from './references';
import { isOfBlog } from './scope';
import { spotAt } from './spots';

export interface Subject {
  /** The page that has the heading. */
  readonly path: string;
  /** Which one. */
  readonly index: number;
  /** What is under the cursor: a heading's text, its own id, or the fragment of a link to it. */
  readonly at: 'text' | 'id' | 'fragment';
  readonly span: Span;
}

/** Undefined where nothing of a heading is. */
export function subjectAt(post: Post, offset: number, site: Site): Subject | undefined {
  if (!isOfBlog(post.path, site)) return undefined;
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const spot = spotAt(post, offset, site);
  const fragment = spot && post.text.startsWith(spot.link.target, spot.span.start) ? fragmentSpan({ target: spot.link.target, targetSpan: spot.span }) : undefined;
  if (spot && fragment && isAt(fragment)) {
    const [path, id] = spot.to.kind === 'anchor' ? [post.path, spot.to.id] : spot.to.kind === 'page' ? [spot.to.path, spot.to.fragment] : [];
    const facts = path === undefined ? undefined : path === post.path ? factsOf(post, site) : site.index.of(path);
    const index = facts?.headings.findIndex(heading => heading.id === id) ?? -1;
    return index < 0 ? undefined : { path: path!, index, at: 'fragment', span: fragment };
  }
  // below a heading may stand the line that gives it its id
  for (const [index, heading] of post.headings.entries()) {
    const { id } = headingParts(post, heading);
    if (id && isAt(id)) return { path: post.path, index, at: 'id', span: id };
  }
  const heading = headingAt(post, offset);
  if (!heading) return undefined;
  return { path: post.path, index: post.headings.indexOf(heading), at: 'text', span: headingParts(post, heading).text };
}

/** What is there now and is to be changed: the id where the writer gave one and does not point at the text, else the text. */
export function currentName(subject: Subject, target: Post): string {
  const { start, end } = renamed(subject, target).span;
  return target.text.slice(start, end);
}

function renamed({ index, at }: Subject, target: Post): { readonly isId: boolean; readonly span: Span } {
  const { text, id } = headingParts(target, target.headings[index]!);
  return at === 'text' || !id ? { isId: false, span: text } : { isId: true, span: id };
}

export type Renamed =
  | { readonly kind: 'change'; readonly change: Change }
  /** `incomplete`: not all pages are known, so that links would be missed. */
  | { readonly kind: 'refused'; readonly why: 'empty' | 'id' | 'heading' | 'incomplete' };

/** @param target the page of the subject as it is now. */
export function renameHeading(subject: Subject, target: Post, name: string, site: Site): Renamed {
  const { isId, span } = renamed(subject, target);
  const written = name.trim();
  if (written === '' || /[\r\n]/.test(written)) return { kind: 'refused', why: 'empty' };
  if (isId && /[\s{}#"'<>]/.test(written)) return { kind: 'refused', why: 'id' };
  const edit: Edit = { ...span, text: written };
  const after = parsePost(target.path, applyEdits(target.text, [edit]), site);
  if (after.headings.length !== target.headings.length) return { kind: 'refused', why: 'heading' };
  const ids = changedIds(target, after);
  if (ids.size && !site.index.isComplete) return { kind: 'refused', why: 'incomplete' };
  const own = factsOf(target, site);
  const others = ids.size ? [...site.index.all()].filter(({ path }) => path !== target.path) : [];
  const editsIn = (page: Facts): readonly Edit[] => [...(page.path === target.path ? [edit] : []), ...linkEdits(page, target.path, ids, site)];
  return { kind: 'change', change: changeIn([own, ...others], editsIn) };
}

/** Ids of later headings may shift too. Of headings that share an id, browsers go to the first. */
function changedIds(before: Post, after: Post): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [index, { id }] of before.headings.entries()) {
    const now = after.headings[index]!.id;
    if (id !== undefined && id !== '' && now !== undefined && now !== '' && !ids.has(id)) ids.set(id, now);
  }
  return new Map([...ids].filter(([id, now]) => id !== now));
}

function linkEdits(page: Facts, path: string, ids: ReadonlyMap<string, string>, site: Site): readonly Edit[] {
  if (!ids.size || !page.links.some(({ target }) => target.includes('#'))) return [];
  return destinations(page, site).flatMap(({ link, to }): Edit[] => {
    const id = to.kind === 'page' && to.path === path ? to.fragment : to.kind === 'anchor' && page.path === path ? to.id : undefined;
    const now = id === undefined ? undefined : ids.get(id);
    const edit = now === undefined ? undefined : withFragment(link, now);
    return edit ? [edit] : [];
  });
}
