// Formulas in text, told as the scripts of a site would find them: by the marks around them, the first mark first.
import type { Delimiters } from '../drawing';
import { part, type Piece } from './tree';

/** @param text of one run, outside of code */
export function withFormulas(text: string, delimiters: readonly Delimiters[]): readonly Piece[] {
  if (!delimiters.some(({ left }) => text.includes(left))) return [text];
  const made: Piece[] = [];
  let at = 0;
  for (;;) {
    const next = delimiters.map(pair => ({ pair, start: text.indexOf(pair.left, at) })).filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start || b.pair.left.length - a.pair.left.length)[0];
    if (!next) break;
    const from = next.start + next.pair.left.length;
    const end = endOf(text, from, next.pair.right);
    if (end === undefined) {
      made.push(text.slice(at, from));
      at = from;
      continue;
    }
    made.push(text.slice(at, next.start), part('formula', next.pair.isDisplay ? { display: '' } : {}, text.slice(from, end).trim()));
    at = end + next.pair.right.length;
  }
  made.push(text.slice(at));
  return made.filter(piece => piece !== '');
}

/** Outside of braces, as KaTeX looks for it: `findEndOfMath` of https://github.com/KaTeX/KaTeX/blob/main/contrib/auto-render/splitAtDelimiters.ts */
function endOf(text: string, from: number, right: string): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (depth <= 0 && text.startsWith(right, at)) return at > from ? at : undefined;
    const letter = text[at];
    if (letter === '\\') at++;
    else if (letter === '{') depth++;
    else if (letter === '}') depth--;
  }
  return undefined;
}
