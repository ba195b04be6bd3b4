// Goldmark's strikethrough runs through the same machinery as emphasis: two or more tildes, taken off two at a time and
// then one, so that `~~~x~~~` is struck twice. markdown-it takes pairs only.
import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it';

const TILDE = 0x7e;

export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.at('strikethrough', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false;
    const scanned = state.scanDelims(state.pos, true);
    if (scanned.length < 2) return false;
    for (let count = 0; count < scanned.length; count++) {
      state.push('text', '', 0).content = '~';
      state.delimiters.push({ marker: TILDE, length: scanned.length, token: state.tokens.length - 1, end: -1, open: scanned.can_open, close: scanned.can_close });
    }
    state.pos += scanned.length;
    return true;
  });
  md.inline.ruler2.at('strikethrough', state => {
    pairUp(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) pairUp(state, meta.delimiters);
  });
}

function pairUp(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (let index = delimiters.length - 1; index >= 0; index--) {
    const open = delimiters[index]!;
    if (open.marker !== TILDE || open.end === -1) continue;
    const close = delimiters[open.end]!;
    turn(state, open.token, 1);
    turn(state, close.token, -1);
    const before = delimiters[index - 1];
    const after = delimiters[open.end + 1];
    const isPair = before?.marker === TILDE && before.end === open.end + 1 && before.token === open.token - 1 && after?.token === close.token + 1;
    if (!isPair) continue;
    state.tokens[before.token]!.content = '';
    state.tokens[after.token]!.content = '';
    index--;
  }
}

function turn(state: StateInline, index: number, nesting: 1 | -1): void {
  const token = state.tokens[index]!;
  token.type = nesting === 1 ? 's_open' : 's_close';
  token.tag = 'del';
  token.nesting = nesting;
  token.markup = '~~';
  token.content = '';
}
