// What a page that shows a body is told of its next version: which pieces stay, and the HTML of the others.
import type { Piece } from './pieces';

/** The next body, from its beginning to its end. */
export type Run = Kept | Fresh;

/** Pieces of the body before, each used once and in their order. */
export interface Kept {
  readonly from: number;
  readonly count: number;
  /** By how many lines they have moved down in the source. */
  readonly by: number;
}

export interface Fresh {
  readonly html: readonly string[];
}

const LINE = / data-line="(\d+)"/g;

/** The first source line that is named between two offsets of the HTML; 0 where there is none. */
export function lineIn(html: string, from: number, to: number): number {
  const at = html.indexOf(' data-line="', from);
  return at < 0 || at >= to ? 0 : parseInt(html.slice(at + 12, at + 24), 10) || 0;
}

const relative = new WeakMap<Piece, string>();

/** The same for a piece that has only moved to other lines. */
function keyOf(piece: Piece): string {
  let key = relative.get(piece);
  if (key === undefined) relative.set(piece, (key = piece.html.replace(LINE, (_, line: string) => ` data-line="${Number(line) - piece.line}"`)));
  return key;
}

const isSame = (a: Piece, b: Piece): boolean => a === b || a.html === b.html || (a.line !== b.line && keyOf(a) === keyOf(b));

/** Not always the shortest one: what moved past something else is sent again. */
export function runsBetween(before: readonly Piece[], after: readonly Piece[]): readonly Run[] {
  const runs: Run[] = [];
  let fresh: string[] = [];
  const put = (piece: Piece): void => {
    if (!fresh.length) runs.push({ html: fresh });
    fresh.push(piece.html);
  };
  const keep = (from: number, piece: Piece): void => {
    const by = piece.line - before[from]!.line;
    const last = runs.at(-1);
    if (last && 'from' in last && last.from + last.count === from && last.by === by) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ from, count: 1, by });
    fresh = [];
  };

  let top = 0;
  while (top < before.length && top < after.length && isSame(before[top]!, after[top]!)) keep(top, after[top++]!);
  let tail = 0;
  while (tail < before.length - top && tail < after.length - top && isSame(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail++;
  const places = placesOf(before, top, before.length - tail);
  let least = top;
  for (const piece of after.slice(top, after.length - tail)) {
    const place = places.get(keyOf(piece));
    if (place === undefined || place < least) put(piece);
    else {
      keep(place, piece);
      least = place + 1;
    }
  }
  for (; tail > 0; tail--) keep(before.length - tail, after[after.length - tail]!);
  return runs;
}

/** Where the pieces between two indices stand; of several that are alike none can be told to be the one that is meant. */
function placesOf(pieces: readonly Piece[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const key = keyOf(pieces[index]!);
    if (places.has(key)) repeated.add(key);
    places.set(key, index);
  }
  for (const key of repeated) places.delete(key);
  return places;
}
