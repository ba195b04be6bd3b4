// HTML blocks: an element goes to its own end tag and is kept as it is, unless `markdown="1"` asks for more.
// https://kramdown.gettalong.org/syntax.html#html-blocks
import { type BlockState, runBlocks } from './blocks';
import { elementName, END_TAG, escapeText, readAttributes, START_TAG } from './markup';
import { type ContentModel, type Node, node } from './node';
import { at, BLOCK_CONTENT, isKnownElement, SPAN_CONTENT, SPAN_ELEMENTS, VOID_ELEMENTS } from './patterns';

const REST_OF_LINE = /[ \t]*\n/y;
/** Deeper elements are text: no one writes them. */
const DEEPEST = 200;

export function htmlBlock(state: BlockState): boolean {
  const { text } = state;
  let indent = 0;
  while (indent < 3 && text[state.pos + indent] === ' ') indent++;
  const pos = state.pos + indent;
  if (text[pos] !== '<') return false;
  if (text.startsWith('<!--', pos)) return comment(state, pos);
  const start = at(START_TAG, text, pos);
  if (start && !SPAN_ELEMENTS.has(start[1]!.toLowerCase())) {
    const from = state.pos;
    state.pos = pos + start[0].length;
    const made = element(state, start, 0);
    made.label = state.source.slice(pos, state.pos);
    made.lines = [state.source.lineOf(from), state.source.lineOf(state.pos - 1) + 1];
    return true;
  }
  const end = at(END_TAG, text, pos);
  if (!end || SPAN_ELEMENTS.has(end[1]!.toLowerCase())) return false;
  if (state.tree.kind !== 'html' || state.tree.value !== end[1]!.toLowerCase()) return false;
  state.pos = pos + end[0].length;
  state.isClosed = true;
  return true;
}

function comment(state: BlockState, pos: number): boolean {
  const end = state.search.indexOf('-->', pos + 4);
  if (end < 0) return false;
  const made = node('raw', state.text.slice(pos, end + 3), { isBlock: true, lines: [state.source.lineOf(pos), state.source.lineOf(end) + 1], label: state.source.slice(pos, end + 3) });
  state.tree.children.push(made);
  state.pos = end + 3;
  skipLine(state);
  return true;
}

function skipLine(state: BlockState): void {
  state.pos += at(REST_OF_LINE, state.text, state.pos)?.[0].length ?? 0;
}

const modelOf = (name: string): ContentModel => (BLOCK_CONTENT.has(name) ? 'block' : SPAN_CONTENT.has(name) ? 'span' : 'raw');

/** The element whose start tag has just been read; `state` stands behind the tag. */
function element(state: BlockState, tag: RegExpExecArray, depth: number): Node {
  const name = elementName(tag[1]!);
  const made = node('html', name, { isBlock: true });
  Object.assign(made.attributes, readAttributes(tag[2]!, isKnownElement(name)));
  if (state.pending) made.list = state.pending;
  state.pending = undefined;
  state.tree.children.push(made);
  const isClosed = tag[3] !== undefined || VOID_ELEMENTS.has(name);
  const isInRaw = state.tree.kind === 'html' && state.tree.model === 'raw';
  made.model = !isInRaw && state.page.options.parsesBlockHtml ? modelOf(name) : 'raw';
  const wish = made.attributes['markdown'];
  if (wish !== undefined) {
    delete made.attributes['markdown'];
    const models: Record<string, ContentModel> = { '0': 'raw', '1': modelOf(name), span: 'span', block: 'block' };
    made.model = models[wish] ?? made.model;
  }
  made.isClosed = isClosed;
  if (name === 'script' || name === 'style') {
    const end = endTagOf(state, name);
    made.children.push(node('raw', state.text.slice(state.pos, end.start)));
    made.isClosed = false;
    state.pos = end.end;
  } else if (!isClosed) {
    if (made.model === 'block') skipLine(state);
    content(state, made, depth);
  }
  if (!isInRaw) skipLine(state);
  return made;
}

function content(state: BlockState, made: Node, depth: number): void {
  const tree = state.tree;
  if (made.model === 'block' && depth < DEEPEST) {
    state.tree = made;
    state.depth++;
    runBlocks(state);
    state.depth--;
    state.tree = tree;
  } else if (made.model === 'span') {
    const end = endTagOf(state, made.value);
    made.raw = state.source.slice(state.pos, end.start);
    state.pos = end.end;
  } else {
    state.tree = made;
    rawContent(state, made, depth);
    state.tree = tree;
  }
}

function endTagOf({ text, search, pos }: BlockState, name: string): { start: number; end: number } {
  const pattern = new RegExp(`</${name.replace(/[.:]/g, '\\$&')}[\\t-\\r ]*>`, 'gi');
  const found = search.match(pattern, pos);
  return found ? { start: found.index, end: found.index + found[0].length } : { start: text.length, end: text.length };
}

/** Up to the element's end tag; text is escaped, and tags that close nothing are text. */
function rawContent(state: BlockState, made: Node, depth: number): void {
  const { text } = state;
  const write = (html: string): void => {
    const last = made.children.at(-1);
    if (last?.kind === 'raw') last.value += html;
    else if (html !== '') made.children.push(node('raw', html));
  };
  while (state.pos < text.length) {
    const next = text.indexOf('<', state.pos);
    write(escapeText(text.slice(state.pos, next < 0 ? text.length : next)));
    state.pos = next < 0 ? text.length : next;
    if (next < 0) return;
    const verbatim = text.startsWith('<!--', next) ? '-->' : text.startsWith('<?', next) ? '?>' : undefined;
    const end = verbatim === undefined ? -1 : state.search.indexOf(verbatim, next + 2);
    if (verbatim !== undefined && end >= 0) {
      write(text.slice(next, end + verbatim.length));
      state.pos = end + verbatim.length;
      continue;
    }
    const start = depth < DEEPEST ? at(START_TAG, text, next) : null;
    const closing = start ? null : at(END_TAG, text, next);
    if (start) {
      state.pos = next + start[0].length;
      element(state, start, depth + 1);
    } else if (closing) {
      state.pos = next + closing[0].length;
      if (elementName(closing[1]!) === made.value) return;
      write(escapeText(closing[0]));
    } else {
      write('&lt;');
      state.pos = next + 1;
    }
  }
}
