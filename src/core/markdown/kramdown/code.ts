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
  made.value = withoutRawTags(lines.join(''), state.page);
  add(state, made);
  return true;
}

const OPENING_GFM = / {0,3}([~`]{3,})[ \t]*([^\t-\r ]*)[ \t]*\n/y;
const OPENING_NATIVE = /(~{3,})[ \t]*([^\t-\r ]*)[ \t]*\n/y;
/** How many marks may belong to the information instead, when no line closes all of them. */
const MOST_SPARE = 8;

/** One word of information at most, and a closing line must be there; otherwise it is text. */
export function fencedCode(state: BlockState): boolean {
  const { text } = state;
  const { isGfm } = state.page.options;
  if (isGfm ? !at(FENCE_GFM, text, state.pos) : text[state.pos] !== '~') return false;
  const opening = at(isGfm ? OPENING_GFM : OPENING_NATIVE, text, state.pos);
  if (!opening) return false;
  const [whole, run = '', word = ''] = opening;
  const from = state.pos + whole.length;
  for (let length = run.length; length >= Math.max(3, run.length - MOST_SPARE); length--) {
    const closing = closingLine(state, run.slice(0, length), from);
    if (!closing) continue;
    const language = /^[^?]*/.exec(run.slice(length) + word)![0];
    const start = state.pos;
    state.pos = closing.end;
    add(state, block(state, 'code', start, { value: withoutRawTags(text.slice(from, closing.start), state.page), ...(language ? { language } : {}) }));
    return true;
  }
  return false;
}

/** A line of the same marks and nothing else. They are searched for first: an unclosed fence must not cost a pass over all lines. */
function closingLine(state: BlockState, marks: string, from: number): { start: number; end: number } | undefined {
  const { text } = state;
  const closing = new RegExp(`${state.page.options.isGfm ? ' {0,3}' : ''}${marks}${marks.at(-1)}*[ \\t\\r\\f\\v]*\\n`, 'y');
  for (let line = from; line < text.length;) {
    const next = state.search.indexOf(marks, line);
    if (next < 0 || --state.page.budget < 0) return undefined;
    const start = Math.max(line, text.lastIndexOf('\n', next - 1) + 1);
    const end = next - start <= 3 ? at(closing, text, start) : null;
    if (end) return { start, end: start + end[0].length };
    line = text.indexOf('\n', next) + 1;
  }
  return undefined;
}
