import { type BlockState, add, block, isAfterBoundary } from './blocks';
import { at, HEADING_GFM, HEADING_NATIVE, RULE, trimmedEnd } from './patterns';

/** `# Heading`; with GFM a blank behind the marks is needed and a boundary above is not. */
export function atxHeading(state: BlockState): boolean {
  const { isGfm, endsParagraphs } = state.page.options;
  const found = at(isGfm ? HEADING_GFM : HEADING_NATIVE, state.text, state.pos);
  if (!found || ((!isGfm || !endsParagraphs) && !isAfterBoundary(state))) return false;
  return heading(state, found[1]!.length, found[0].indexOf(found[2]!, found[1]!.length), found[2]!, found[0].length, true);
}

const SETEXT = / {0,3}([^ \t\n][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n/y;

/** Only one line, and only behind a boundary. */
export function setextHeading(state: BlockState): boolean {
  const found = at(SETEXT, state.text, state.pos);
  if (!found || !isAfterBoundary(state)) return false;
  return heading(state, found[2] === '=' ? 1 : 2, found[0].indexOf(found[1]!), found[1]!, found[0].length, false);
}

// A name as XML has it, which kramdown 2.4 asks REXML for: letters of any script; no digit, dot or hyphen begins one.
const STARTS = String.raw`:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}`;
const ID = new RegExp(String.raw`[\t ]\{#([${STARTS}][${STARTS}.\d\u{B7}\u{300}-\u{36F}\u{203F}\u{2040}\-]*)\}$`, 'u');

function heading(state: BlockState, level: number, from: number, contents: string, length: number, hasMarks: boolean): boolean {
  let text = trimmedEnd(contents);
  const id = ID.exec(text);
  if (id) text = trimmedEnd(text.slice(0, id.index));
  if (hasMarks) text = trimmedEnd(text.replace(/[\t ]#+$/, ''));
  if (text === '') return false;
  const start = state.pos;
  state.pos += length;
  const made = block(state, 'header', start, { level, raw: state.source.slice(start + from, start + from + text.length) });
  made.span = { start: state.source.placeOf(start), end: state.source.placeOf(state.pos - 1) };
  if (id) made.attributes['id'] = id[1]!;
  add(state, made);
  return true;
}

export function rule(state: BlockState): boolean {
  const found = at(RULE, state.text, state.pos);
  if (!found) return false;
  const start = state.pos;
  state.pos += found[0].length;
  add(state, block(state, 'hr', start));
  return true;
}
