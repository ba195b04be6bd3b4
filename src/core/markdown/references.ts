// `[text][label]` without a `[label]: …` line: a slip when it surely was meant for a link.
import type { MarkdownIt } from 'markdown-it';
import type { BracketNote, SpanEnv } from './spans';

/** Runs behind the link rule, where that has found no link. */
export function noteUnlinked(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'unlinked', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== 0x5b) return false;
    const start = state.pos;
    // a[i][j] is code that lacks its backticks, [^1] a footnote, [ ] a task
    if (start > 0 && /[\p{L}\p{N}_\])]/u.test(state.src[start - 1]!)) return false;
    const textEnd = state.md.helpers.parseLinkLabel(state, start, true);
    if (textEnd < 0 || state.src[textEnd + 1] !== '[') return false;
    const text = state.src.slice(start + 1, textEnd);
    const labelEnd = state.src.indexOf(']', textEnd + 2);
    if (labelEnd < 0) return false;
    const label = state.src.slice(textEnd + 2, labelEnd);
    if (/[[\]]|^\^/.test(label) || /^\^|^[\s\dxX]*$/.test(text) || /\{\{|\{%/.test(text + label)) return false;
    const env = state.env as SpanEnv;
    env.unlinked ??= new Map();
    const notes = env.unlinked.get(state.src) ?? [];
    const note: BracketNote = {
      span: { start, end: labelEnd + 1 },
      label: label.trim() ? { start: textEnd + 2, end: labelEnd } : { start: start + 1, end: textEnd },
      text: { start: start + 1, end: textEnd },
    };
    if (!notes.some(other => other.span.start === start)) notes.push(note);
    env.unlinked.set(state.src, notes);
    return false;
  });
}
