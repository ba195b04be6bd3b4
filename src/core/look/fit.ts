// A look made ready for one viewer: the built page without what acts, its style sheets within it, every address one from which the
// viewer gets the file. Done once; what a key stroke costs after that is a few texts filled in.
import type { Post } from '../post';
import type { Site } from '../site';
import type { Edit, Span } from '../span';
import { bodyKeeper } from './blocks';
import { cleaning, isClean } from './clean';
import type { Look } from './look';
import type { Page } from './page';
import { slotsOf, type Slot } from './slots';
import { readPage } from './tree';
import type { Showing } from './within';

export interface FittedLook {
  readonly look: Look;
  /** The page around the body of a post, with its title, date and the like where the theme has them. */
  dress(post: Post): Page;
  /**
   * A body as `renderBody` makes it, in which the blocks that have not changed since the build are those of the build: with what a
   * theme's hooks, plugins and highlighters made of them. What a view added (`data-line`) stays.
   */
  dressBody(html: string): string;
  /** The class names in the page's style sheets, by which code can be put in the theme's own colours. */
  readonly classes: ReadonlySet<string>;
}

/** @returns undefined where the page cannot be made safe to show */
export function fitLook(look: Look, site: Site, showing: Showing): FittedLook | undefined {
  const { html, root, page, article, sheets } = look;
  const edits = cleaning(root, page, sheets, showing);
  if (!edits) return undefined;
  const { span } = article;
  if (edits.some(edit => edit.start < span.start && edit.end > span.start) || edits.some(edit => edit.start < span.end && edit.end > span.end)) return undefined;
  const slots = slotsOf(look, site);
  const before = pieces(html, { start: 0, end: span.start }, edits, slots);
  const after = pieces(html, { start: span.end, end: html.length }, edits, slots);
  const dress = (post: Post): Page => ({ before: joined(before, post), after: joined(after, post) });
  const whole = dress(look.source);
  const again = readPage(`${whole.before}${whole.after}`);
  if (!again || !isClean(again)) return undefined;
  return { look, dress, dressBody: bodyKeeper(look, edits), classes: classesIn(edits.map(({ text }) => text)) };
}

/** Of the style sheets that were put into the page. */
const classesIn = (texts: readonly string[]): ReadonlySet<string> => new Set(texts.filter(text => text.startsWith('<style')).flatMap(text => [...text.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name]) => name!)));


type Piece = string | Slot;

/** A stretch of the page with its edits made and its slots left open; what lies in what goes is gone with it. */
function pieces(html: string, { start, end }: Span, edits: readonly Edit[], slots: readonly Slot[]): readonly Piece[] {
  const all = [...edits.map(edit => ({ ...edit, slot: undefined })), ...slots.map(slot => ({ start: slot.start, end: slot.end, text: '', slot }))]
    .filter(each => each.start >= start && each.end <= end).sort((a, b) => a.start - b.start || b.end - a.end);
  const made: Piece[] = [];
  let at = start;
  for (const each of all) {
    if (each.start < at) continue;
    made.push(html.slice(at, each.start), each.slot ?? each.text);
    at = each.end;
  }
  made.push(html.slice(at, end));
  return made;
}

const joined = (parts: readonly Piece[], post: Post): string => parts.map(part => (typeof part === 'string' ? part : part.fill(post))).join('');

