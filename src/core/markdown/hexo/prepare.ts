// What Markdown is not to see: fences and tags, which Hexo replaces by comments before marked reads the text and puts back afterwards
// (hexo/post.ts, PostRenderEscape). Comments of the same form are used here, so that marked takes them for what it takes Hexo's for.
import { BOXES } from '../../templating/boxes';
import { tagAt } from '../../templating/templates';
import { type Fence, fencesIn } from './fences';
import { tagsIn } from './tags';

export interface Hole {
  /** As it was written. */
  readonly source: string;
  readonly fence?: Fence;
  /** A tag that has not been run, or the mark of one that could not be. */
  readonly tag?: string;
}

export interface Prepared {
  /** Lines end in `\n`. */
  readonly text: string;
  readonly holes: readonly Hole[];
}

const SIGN = '\uFFFC';
const HOLE = /<!--(?:swig|code)\uFFFC(\d+)-->/g;

export function prepare(body: string, takesFences: boolean, isExpanded: boolean): Prepared {
  const source = body.replace(/\r\n|\r/g, '\n').replaceAll(SIGN, '\uFFFD');
  const holes: Hole[] = [];
  const pieces: string[] = [];
  let at = 0;
  const hole = (kind: 'code' | 'swig', start: number, end: number, made: Omit<Hole, 'source'>): void => {
    pieces.push(source.slice(at, start), `<!--${kind}${SIGN}${holes.length}-->`);
    holes.push({ ...made, source: source.slice(start, end) });
    at = end;
  };
  const fences = takesFences ? fencesIn(source) : [];
  const tags = isExpanded ? marksIn(source) : tagsIn(source, fences);
  let next = 0;
  const tagsUpTo = (end: number): void => {
    for (; next < tags.length && tags[next]!.end <= end; next++) {
      const { start, end: close } = tags[next]!;
      if (start >= at) hole('swig', start, close, { tag: source.slice(start, close) });
    }
  };
  for (const { open, end, fence } of fences) {
    tagsUpTo(open);
    // a fence in a pair of tags is the tag's own
    if (open >= at && !(next < tags.length && tags[next]!.start < open)) hole('code', open, end, { fence });
  }
  tagsUpTo(Infinity);
  pieces.push(source.slice(at));
  return { text: pieces.join(''), holes };
}

function marksIn(source: string): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = source.indexOf('{\uFDD0'); at >= 0; at = source.indexOf('{\uFDD0', at + 1)) {
    const tag = tagAt(BOXES, source, at);
    if (tag !== undefined) found.push({ start: at, end: at + tag.length });
  }
  return found;
}

/** Text with what was taken out of it. */
export const filled = (text: string, holes: readonly Hole[]): string => (text.includes(SIGN) ? text.replace(HOLE, (comment, index: string) => holes[Number(index)]?.source ?? comment) : text);

/** HTML in pieces: text between holes, and the holes. */
export function piecesOf(html: string, holes: readonly Hole[]): readonly (string | Hole)[] {
  if (!html.includes(SIGN)) return [html];
  const pieces: (string | Hole)[] = [];
  let at = 0;
  for (const found of html.matchAll(HOLE)) {
    const hole = holes[Number(found[1])];
    if (!hole) continue;
    if (found.index > at) pieces.push(html.slice(at, found.index));
    pieces.push(hole);
    at = found.index + found[0].length;
  }
  if (at < html.length) pieces.push(html.slice(at));
  return pieces;
}
