// Dashes and dots, entities, escapes and line breaks.
import createMarkdown from 'markdown-it';
import { ENTITY_NAMES, OTHER_CHARACTERS } from './entities';
import { node } from './node';
import { addText, type SpanState, takeText } from './spans';

const SIGNS: readonly (readonly [written: string, shown: string, name?: string])[] = [
  ['---', '—', 'mdash'], ['--', '–', 'ndash'], ['...', '…', 'hellip'], ['\\<<', '<<'], ['\\>>', '>>'], ['<< ', '«\u00a0', 'laquo_space'], [' >>', '\u00a0»', 'raquo_space'], ['<<', '«', 'laquo'], ['>>', '»', 'raquo'],
];

export function sign(state: SpanState): boolean {
  const { hasTypography, signs } = state.page.options;
  if (!hasTypography) return false;
  const found = SIGNS.find(([written]) => state.text.startsWith(written, state.pos));
  if (!found) return false;
  const [written, shown, name = ''] = found;
  addText(state, Object.hasOwn(signs, name) ? signs[name]! : shown);
  state.pos += written.length;
  return true;
}

const ENTITY = /&(?:[\w:][-\w.:]*|#\d{1,8}|#x[\da-fA-F]{1,6});/y;
const { unescapeAll } = createMarkdown().utils;

/** Entities come out as characters; of names that kramdown does not know the sign is a sign. */
export function entity(state: SpanState): boolean {
  if (state.text[state.pos] !== '&') return false;
  ENTITY.lastIndex = state.pos;
  const found = ENTITY.exec(state.text);
  if (!found) return false;
  const name = found[0].slice(1, -1);
  if (!name.startsWith('#') && !ENTITY_NAMES.has(name)) return takeText(state, 1);
  addText(state, name.startsWith('#') ? numbered(name) : OTHER_CHARACTERS.get(name) ?? unescapeAll(found[0]));
  state.pos += found[0].length;
  return true;
}

/** Any character, those that are not seen as well. @param name `#65` or `#x41` */
function numbered(name: string): string {
  const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code);
}

const ESCAPABLE = /[\\.*_+`<>()[\]{}#!:|"'$=-]/;

/** Two blanks or two backslashes at a line's end break it (one, with GFM, is seen to afterwards). */
export function breakOrEscape(state: SpanState): boolean {
  const { text, pos } = state;
  const { isGfm, hardWrap } = state.page.options;
  const two = text.slice(pos, pos + 3);
  if ((two === '  \n' || two === '\\\\\n') && !(isGfm && hardWrap)) {
    state.tree.children.push(node('br'));
    state.pos += 2;
    return true;
  }
  if (text[pos] !== '\\') return false;
  const next = text[pos + 1];
  if (next === undefined || !(ESCAPABLE.test(next) || (isGfm && next === '~'))) return takeText(state, 1);
  addText(state, next);
  state.pos += 2;
  return true;
}
