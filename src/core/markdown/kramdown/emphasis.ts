import { node } from './node';
import { parseSpans, type SpanState, type Stop, takeText } from './spans';

const LETTER = /\p{Alphabetic}/u;
const WORD = /[\p{Alphabetic}\p{N}]/u;

/**
 * kramdown's emphasis knows no flanking: `*` opens unless white space follows or the same element is open, and closes unless
 * white space precedes; `_` does not open within a word nor close before a letter. So `**용어(English)**을` is strong, as
 * CommonMark's is not.
 */
export function emphasis(state: SpanState): boolean {
  const { text, pos } = state;
  const mark = text[pos]!;
  if (mark !== '*' && mark !== '_') return false;
  const length = text[pos + 1] === mark ? 2 : 1;
  const kind = length === 2 ? 'strong' : 'em';
  const after = charAt(text, pos + length);
  const isInWord = mark === '_' && isAfterWord(text, pos);
  if (isInWord || /[\t-\r ]/.test(after) || state.tree.kind === kind || state.stack.some(open => open.kind === kind)) return takeText(state, length);
  if (inner(state, mark, mark.repeat(length), kind)) return true;
  state.pos = pos;
  if (kind === 'strong' && state.tree.kind !== 'em') {
    if (inner(state, mark, mark, 'em')) return true;
    state.pos = pos;
  }
  return takeText(state, length);
}

function inner(state: SpanState, mark: string, delimiter: string, kind: 'em' | 'strong'): boolean {
  const { text } = state;
  state.pos += delimiter.length;
  // without an end in sight the text need not be parsed to find none
  if (state.search.indexOf(delimiter, state.pos + 1) < 0) return false;
  const made = node(kind);
  const stop: Stop = {
    pattern: new RegExp(delimiter.replace(/\*/g, '\\*'), 'y'),
    accept: ({ index }) => {
      if (/[\t-\r ]/.test(text[index - 1] ?? '') || made.children.length === 0) return false;
      if (kind === 'em' && text[index + 1] === mark && text[index + 2] !== mark) return false;
      return mark !== '_' || !WORD.test(charAt(text, index + delimiter.length));
    },
  };
  if (!parseSpans(state, made, stop)) return false;
  state.pos += delimiter.length;
  state.tree.children.push(made);
  return true;
}

const isAfterWord = (text: string, pos: number): boolean => LETTER.test(text[pos - 1] ?? '') || (text[pos - 1] === '-' && LETTER.test(text[pos - 2] ?? ''));

function charAt(text: string, pos: number): string {
  const code = text.codePointAt(pos);
  return code === undefined ? '' : String.fromCodePoint(code);
}
