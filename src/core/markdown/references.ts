// `[text][label]` without a `[label]: …` line: a slip when it surely was meant for a link.
import type { MarkdownIt, Token } from 'markdown-it';
import { type BracketNote, noteOf, type SpanEnv } from './spans';

/** Runs behind the link rule, where that has found no link. */
export function noteUnlinked(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'unlinked', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== 0x5b) return false;
    const start = state.pos;
    const textEnd = state.md.helpers.parseLinkLabel(state, start, true);
    if (textEnd < 0 || state.src[textEnd + 1] !== '[') return false;
    const labelEnd = state.src.indexOf(']', textEnd + 2);
    if (labelEnd < 0) return false;
    const note = slipAt(state.src, start, textEnd, labelEnd);
    if (!note) return false;
    const env = state.env as SpanEnv;
    env.unlinked ??= new Map();
    const notes = env.unlinked.get(state.src) ?? [];
    if (!notes.some(other => other.span.start === start)) notes.push(note);
    env.unlinked.set(state.src, notes);
    return false;
  });
}

function slipAt(src: string, start: number, textEnd: number, labelEnd: number): BracketNote | undefined {
  // a[i][j] is code that lacks its backticks, [^1] a footnote, [ ] a task
  if (start > 0 && /[\p{L}\p{N}_\])]/u.test(src[start - 1]!)) return undefined;
  const text = src.slice(start + 1, textEnd);
  const label = src.slice(textEnd + 2, labelEnd);
  if (/[[\]]|^\^/.test(label) || /^\^|^[\s\dxX]*$/.test(text) || /\{\{|\{%/.test(text + label)) return undefined;
  return {
    span: { start, end: labelEnd + 1 },
    label: label.trim() ? { start: textEnd + 2, end: labelEnd } : { start: start + 1, end: textEnd },
    text: { start: start + 1, end: textEnd },
  };
}

/** The same for tokens that another parser has made: brackets in text that is no link, code or HTML. */
export function unlinkedIn(tokens: readonly Token[]): NonNullable<SpanEnv['unlinked']> {
  const found: NonNullable<SpanEnv['unlinked']> = new Map();
  for (const { type, content, children } of tokens) {
    if (type !== 'inline' || !content.includes('][')) continue;
    const taken = (children ?? []).flatMap(child => noteOf(child)?.span ?? []);
    const plain = content.replace(/(`+)(?!`)[^`]*\1(?!`)|\\./g, code => ' '.repeat(code.length));
    const notes = [...plain.matchAll(/\[([^[\]]{1,999})\]\[([^[\]]{0,999})\]/g)].flatMap(({ 0: whole, 1: text, index }) => {
      const note = slipAt(content, index, index + 1 + text!.length, index + whole.length - 1);
      return note && !taken.some(({ start, end }) => start < index + whole.length && end > index) ? [note] : [];
    });
    if (notes.length) found.set(content, notes);
  }
  return found;
}
