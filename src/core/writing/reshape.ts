// A post under another name, in another folder or with another head, as data: edits, files that move, links that follow, and
// the post and the site as they will be.
import { factsOf } from '../facts';
import { followMoves, moved, NO_CHANGE, type Following } from '../editing/moving';
import type { Change } from '../editing/change';
import { splitPath } from '../files';
import { parsePost, type Post } from '../post';
import type { Site } from '../site';
import { fieldText } from '../source';
import { applyEdits, type Edit } from '../span';

export interface Reshaped {
  /** In the post's text as it is. */
  readonly edits: readonly Edit[];
  /** Files or whole folders under new names, from the site's root; none of the new ones is there. */
  readonly moves: readonly Move[];
  /** The post and the site afterwards: what the rules are to be asked about. */
  readonly post: Post;
  readonly site: Site;
  /** Links of the blog that would lead elsewhere, by the paths that pages have now. */
  readonly links: Change;
}

/** A change and what comes of it, in one sentence. */
export interface Told extends Reshaped {
  readonly message: string;
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A sentence that says why nothing is done. */
export interface Refusal {
  readonly refusal: string;
}

/** @param formOf another form for links, as for `followMoves` */
export function reshape(post: Post, edits: readonly Edit[], moves: readonly Move[], site: Site, formOf?: Following['formOf']): Reshaped | Refusal {
  const files = new Map<string, string>();
  for (const { from, to } of moves) {
    const taken = takenBy({ from, to }, site);
    if (taken !== undefined) return { refusal: alreadyThere(taken, site) };
    for (const file of filesOf(from, site)) files.set(file, to + file.slice(from.length));
  }
  const path = files.get(post.path) ?? post.path;
  files.set(post.path, path);
  const after = parsePost(path, applyEdits(post.text, edits), site);
  const facts = factsOf(after, site);
  const later = moved(files, site, new Map(facts.frontMatter ? [[path, facts.frontMatter]] : []));
  later.index.set(facts);
  const staysPut = !moves.length && site.flavor.url(post, site) === site.flavor.url(after, later);
  return { edits, moves, post: after, site: later, links: staysPut ? NO_CHANGE : followMoves(files, site, { after: later, heads: new Map(facts.frontMatter ? [[path, facts.frontMatter]] : []), ...(formOf && { formOf }) }) };
}

/** What stands in the way of a move. */
export function takenBy({ from, to }: Move, { files }: Pick<Site, 'files'>): string | undefined {
  const own = new Set(filesOf(from, { files }));
  const isTaken = (path: string): boolean => {
    const other = files.otherSpelling(path);
    return files.has(path) || files.hasFolder(path) || (other !== undefined && !own.has(other));
  };
  return [to, ...[...own].map(file => to + file.slice(from.length))].find(isTaken);
}

export const alreadyThere = (path: string, site: Site): string => site.say('"{0}" is already there: nothing was changed.', path);

function filesOf(from: string, { files }: Pick<Site, 'files'>): readonly string[] {
  const below = files.has(from) ? [] : files.below(from);
  return below.length ? below : [from];
}

/** A page under another name: a bundle goes as a whole, and what lies in a folder of the post's own goes along. */
export function movesTo(from: string, to: string, site: Site): readonly Move[] {
  if (from === to) return [];
  const { folder, name } = splitPath(from);
  if (splitPath(to).name === name && folder !== splitPath(to).folder && /^index\./i.test(name) && splitPath(splitPath(to).folder).folder === splitPath(folder).folder) {
    return [{ from: folder, to: splitPath(to).folder }];
  }
  const [beside, goal] = [site.flavor.companions?.(from, site), site.flavor.companions?.(to, site)];
  return [{ from, to }, ...(beside !== undefined && goal !== undefined && site.files.hasFolder(beside) ? [{ from: beside, to: goal }] : [])];
}

export const titleOf = (post: Post): string => fieldText(post, ['title']) ?? splitPath(post.path).name;
