import { type BlockState, add, block } from './blocks';
import { at, BLANK, FENCE_GFM, LAZY_END, LINE } from './patterns';
import { withoutRawTags } from './template';

const INDENTED_LINE = /(?:\t| {4})[ \t]*[^\t-\r ][^\n]*\n/y;

/** The end of the indented lines at an offset. Unindented lines directly below belong to the last line; blank ones may stand between. */
export function endOfIndented(text: string, offset: number): number {
  for (let pos = offset; ;) {
    let next = pos + (at(BLANK, text, pos)?.[0].length ?? 0);
    if (!at(INDENTED_LINE, text, next)) return pos;
    for (let line = at(INDENTED_LINE, text, next); line; line = at(INDENTED_LINE, text, next)) next += line[0].length;
    while (next < text.length && !at(LAZY_END, text, next)) next += at(LINE, text, next)![0].length;
    pos = next;
  }
}

export function codeBlock(state: BlockState): boolean {
  if (!at(INDENTED_LINE, state.text, state.pos)) return false;
  const start = state.pos;
  state.pos = endOfIndented(state.text, start);
  const made = block(state, 'code', start);
  const lines: string[] = [];
  state.source.eachLine(start, state.pos, line => {
    if (/^ {0,3}[^\t-\r ]/.test(line) && lines.length) lines[lines.length - 1] = lines.at(-1)!.replace(/\n$/, ' ');
    lines.push(line.replace(/^(?:\t| {4})/, ''));
  });
  made.value = withoutRawTags(lines.join(''));
  add(state, made);
  return true;
}

const OPENING_GFM = / {0,3}([~`]{2,}([~`]))[ \t]*(?:([^\t-\r ?]+)(?:\?[^\t-\r ]*)?)?[ \t]*\n/y;
const OPENING_NATIVE = /(~{2,}(~))[ \t]*(?:([^\t-\r ?]+)(?:\?[^\t-\r ]*)?)?[ \t]*\n/y;

/** One word of information at most, and a closing line must be there; otherwise it is text. */
export function fencedCode(state: BlockState): boolean {
  const { text } = state;
  const { isGfm } = state.page.options;
  if (isGfm ? !at(FENCE_GFM, text, state.pos) : text[state.pos] !== '~') return false;
  const opening = at(isGfm ? OPENING_GFM : OPENING_NATIVE, text, state.pos);
  if (!opening) return false;
  const [whole, marks = '', mark = ''] = opening;
  const closing = new RegExp(`${isGfm ? ' {0,3}' : ''}${marks}${mark}*[ \\t\\r\\f\\v]*\\n`, 'y');
  const from = state.pos + whole.length;
  // a search by its marks first: an unclosed fence must not cost a pass over all lines
  for (let line = from; line < text.length;) {
    const next = state.search.indexOf(marks, line);
    if (next < 0) return false;
    const lineStart = Math.max(line, text.lastIndexOf('\n', next - 1) + 1);
    const end = at(closing, text, lineStart);
    if (end && next - lineStart <= 3) {
      const start = state.pos;
      state.pos = lineStart + end[0].length;
      const made = block(state, 'code', start, { value: withoutRawTags(text.slice(from, lineStart)) });
      if (opening[3]) made.language = opening[3];
      add(state, made);
      return true;
    }
    line = text.indexOf('\n', next) + 1;
  }
  return false;
}

