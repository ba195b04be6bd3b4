// The HTML of a body in pieces that a browser reads alike on their own and together, so that a page that shows it need be told only
// of those that changed.
import { lineIn } from './bodychange';

export interface Piece {
  readonly html: string;
  /** The first source line (from 0) that it names in `data-line`; 0 where it names none. */
  readonly line: number;
  /** What follows belongs to it too, whatever that is: something in it is never closed. */
  readonly isOpen: boolean;
}

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements, and those that parsers treat alike. */
const VOID = new Set('area base basefont bgsound br col embed hr img input link meta param source track wbr'.split(' '));
/** Their content is text up to their end tag. */
const RAW = new Set('script style textarea title iframe xmp noembed noframes'.split(' '));
/** What decides how all that follows, or all that is in it, is read. */
const FAR_REACHING = new Set('html head body frame frameset plaintext image noscript select'.split(' '));
const TABLE_PARTS = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '));
const FOREIGN = new Set(['svg', 'math']);
/** Within a drawing or a formula these begin HTML again, or end the drawing. */
const IN_FOREIGN = /^(?:a|circle|clippath|defs|ellipse|fe[a-z]+|filter|g|image|line|lineargradient|marker|mask|path|pattern|polygon|polyline|radialgradient|rect|stop|svg|symbol|text|textpath|tspan|use|math|m(?:row|i|n|o|s|text|sup|sub|subsup|frac|sqrt|root|over|under|underover|table|tr|td|style|space|padded|phantom|fenced|enclose|error|stack)|semantics|annotation)$/;

const TAG = /<(\/?)([a-z][a-z\d:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/iy;
const COMMENT = /<!--(?!-?>)(?:(?!--!?>)[\s\S])*-->/y;

/**
 * @param before the pieces of an earlier version: what they share with this one is not read again
 * @returns together they are the HTML. Each holds whole elements of the top level; from markup on that is not in order all is one.
 */
export function piecesOf(html: string, before: readonly Piece[] = []): readonly Piece[] {
  let top = 0;
  let start = 0;
  while (top < before.length && !before[top]!.isOpen && html.startsWith(before[top]!.html, start)) start += before[top++]!.html.length;
  let bottom = before.length;
  let end = html.length;
  while (bottom > top && end - before[bottom - 1]!.html.length >= start && html.endsWith(before[bottom - 1]!.html, end)) end -= before[--bottom]!.html.length;

  const pieces = before.slice(0, top);
  for (let at = start; at < html.length;) {
    // a piece may have grown over the next ones
    while (end < at) end += before[bottom++]!.html.length;
    if (at === end) return [...pieces, ...before.slice(bottom)];
    const next = endOfPiece(html, at);
    pieces.push({ html: html.slice(at, next), line: lineIn(html, at, next), isOpen: next === html.length });
    at = next;
  }
  return pieces;
}

/** Behind the first element of the top level from `from` on that is in order; else the end of all. */
function endOfPiece(html: string, from: number): number {
  const open: string[] = [];
  let foreign = 0;
  let tables = 0;
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      COMMENT.lastIndex = at;
      const found = COMMENT.exec(html);
      if (!found) return html.length;
      at += found[0].length;
      if (!open.length) return at;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (!tag) {
      // a sign in the text, which no engine leaves as it is
      return html.length;
    }
    at += tag[0].length;
    const name = tag[2]!.toLowerCase();
    if (tag[1]) {
      if (open.pop() !== name) return html.length;
      if (FOREIGN.has(name)) foreign--;
      if (name === 'table') tables--;
    } else if (foreign || FOREIGN.has(name)) {
      if (!IN_FOREIGN.test(name)) return html.length;
      if (!tag[4]) {
        open.push(name);
        if (FOREIGN.has(name)) foreign++;
      }
    } else if (FAR_REACHING.has(name) || (TABLE_PARTS.has(name) && !tables) || (name === 'form' && open.includes(name))) {
      return html.length;
    } else if (RAW.has(name)) {
      const close = new RegExp(`</${name}\\s*>`, 'ig');
      close.lastIndex = at;
      const found = close.exec(html);
      // a script may hold what looks like a comment with a script
      if (!found || html.slice(at, found.index).includes('<!--')) return html.length;
      at = found.index + found[0].length;
    } else if (!VOID.has(name)) {
      open.push(name);
      if (name === 'table') tables++;
    }
    if (!open.length) return at;
  }
  return html.length;
}
