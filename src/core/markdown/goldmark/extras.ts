// https://gohugo.io/configuration/markup/#extras: `~sub~`, `^sup^`, `++inserted++`, `==marked==`, by the same machinery as emphasis
// (hugo-goldmark-extensions/extras).
import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it';

export interface Extras {
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly insert: boolean;
  readonly mark: boolean;
}

export function extras(md: MarkdownIt, { subscript, superscript, insert, mark }: Extras): void {
  if (subscript) inlineTag(md, '~', 1, 'sub');
  if (superscript) inlineTag(md, '^', 1, 'sup');
  if (insert) inlineTag(md, '+', 2, 'ins');
  if (mark) inlineTag(md, '=', 2, 'mark');
}

function inlineTag(md: MarkdownIt, sign: string, count: number, tag: string): void {
  const code = sign.charCodeAt(0);
  // a delimiter of its own: `~` and `~~` are not to be paired with each other
  const marker = code + 0x10000 * count;
  md.inline.ruler.before('strikethrough', tag, (state, silent) => {
    if (silent || state.src[state.pos] !== sign) return false;
    const { length, can_open, can_close } = state.scanDelims(state.pos, true);
    if (length !== count) return false;
    state.push('text', '', 0).content = sign.repeat(count);
    state.delimiters.push({ marker, length: 0, token: state.tokens.length - 1, end: -1, open: can_open, close: can_close });
    state.pos += count;
    return true;
  });
  const pairUp = (state: StateInline, delimiters: readonly Delimiter[]): void => {
    for (const open of delimiters) {
      if (open.marker !== marker || open.end === -1) continue;
      for (const [index, nesting] of [[open.token, 1], [delimiters[open.end]!.token, -1]] as const) {
        Object.assign(state.tokens[index]!, { type: `${tag}_${nesting === 1 ? 'open' : 'close'}`, tag, nesting, markup: sign.repeat(count), content: '' });
      }
    }
  };
  md.inline.ruler2.after('balance_pairs', tag, state => {
    pairUp(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) pairUp(state, meta.delimiters);
  });
}
