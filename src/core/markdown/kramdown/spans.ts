// kramdown's span parser: at each character that may begin a span the rules are asked in turn.
import type { Page, ParseState } from './blocks';
import { codeSpan } from './codespan';
import { emphasis } from './emphasis';
import { link } from './links';
import { autolink, htmlSpan } from './htmlspan';
import { breakOrEscape, entity, sign } from './signs';
import { footnoteMark, inlineMath, spanList, strikethrough, templateSpan } from './marks';
import { type Node, node } from './node';
import { Search } from './search';
import { smartQuote } from './smartquotes';
import type { Source } from './source';

export interface SpanState extends ParseState {
  /** The elements that are open around `tree`. */
  readonly stack: Node[];
}

/** Takes the span at `state.pos`, moves behind it, adds to `state.tree` and returns true. */
export type SpanRule = (state: SpanState) => boolean;

/** Where a span ends: what must match, and whether this is the place. */
export interface Stop {
  readonly pattern: RegExp;
  accept(match: RegExpExecArray): boolean;
}

const RULES: readonly SpanRule[] = [
  templateSpan, emphasis, codeSpan, autolink, htmlSpan, footnoteMark, link, smartQuote, inlineMath, spanList, entity, sign, breakOrEscape, strikethrough,
];
export const ONLY_HTML: readonly SpanRule[] = [htmlSpan];

const BEGINS = new Uint8Array(128);
for (const char of '*_`<[]!\'"${&.->\\~ ') BEGINS[char.charCodeAt(0)] = 1;

export function parseText(page: Page, into: Node, source: Source): void {
  const state: SpanState = { page, source, text: source.text, search: new Search(source.text), pos: 0, tree: node('root'), stack: [] };
  parseSpans(state, into);
}

/** Parses into `into` up to the stop. @returns whether the stop was found; `state.pos` is then before it. */
export function parseSpans(state: SpanState, into: Node, stop?: Stop, rules: readonly SpanRule[] = RULES): boolean {
  const { text, page } = state;
  const outer = state.tree;
  state.stack.push(outer);
  state.tree = into;
  let isFound = false;
  while (state.pos < text.length) {
    const next = rules === ONLY_HTML ? text.indexOf('<', state.pos) : nextBegin(text, state.pos);
    if (next < 0 || next >= text.length) {
      if (!stop) {
        addText(state, text.slice(state.pos));
        state.pos = text.length;
      }
      break;
    }
    if (next > state.pos) addText(state, text.slice(state.pos, next));
    state.pos = next;
    if (stop) {
      stop.pattern.lastIndex = next;
      const match = stop.pattern.exec(text);
      if (match && stop.accept(match)) {
        isFound = true;
        break;
      }
    }
    page.budget--;
    if (page.budget < 0 || !rules.some(rule => rule(state))) {
      addText(state, text[state.pos]!);
      state.pos++;
    }
  }
  state.stack.pop();
  state.tree = outer;
  return isFound;
}

/** A quote is met one character early, as its form depends on what is before it. */
function nextBegin(text: string, from: number): number {
  for (let pos = from; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code < 128 && BEGINS[code]) {
      if (code !== 0x20) return pos;
      const next = text.charCodeAt(pos + 1);
      // a blank begins a break, closing guillemets or stands before a quote
      if (next === 0x20 || next === 0x3e || next === 0x22 || next === 0x27) return pos;
      continue;
    }
    const next = text.charCodeAt(pos + 1);
    if (next === 0x22 || next === 0x27) return pos;
  }
  return text.length;
}

export function addText(state: SpanState, text: string): void {
  const last = state.tree.children.at(-1);
  if (last?.kind === 'text') last.value += text;
  else if (text !== '') state.tree.children.push(node('text', text));
}

/** Adds the text and moves behind it. */
export function takeText(state: SpanState, length: number): true {
  addText(state, state.text.slice(state.pos, state.pos + length));
  state.pos += length;
  return true;
}
