// HTML and automatic links within text.
import { elementName, END_TAG, readAttributes, START_TAG } from './markup';
import { node } from './node';
import { at, BLOCK_ELEMENTS, isKnownElement, RAW_CONTENT, SPAN_CONTENT, VOID_ELEMENTS } from './patterns';
import { addText, ONLY_HTML, parseSpans, type SpanState, takeText } from './spans';

const AUTOLINK = /<((?:(mailto|https?|ftps?):[^\n]+?)|[-.\p{L}\p{N}_]+@[-\p{L}\p{N}_]+(?:\.[-\p{L}\p{N}_]+)*\.[a-zA-Z]+)>/yu;

/** Deeper elements are text: no one writes them. */
const DEEPEST = 100;

/** Blanks may stand in it: `<https://a.b/c >`. */
export function autolink(state: SpanState): boolean {
  if (state.text[state.pos] !== '<' || state.search.indexOf('>', state.pos) < 0) return false;
  const found = at(AUTOLINK, state.text, state.pos);
  if (!found) return false;
  const written = found[1]!;
  const start = state.source.placeOf(state.pos + 1);
  const made = node('a', written, { isAuto: true, targetText: written, target: { start, end: start + written.length }, span: { start: start - 1, end: start + written.length + 1 } });
  made.attributes['href'] = found[2] === undefined ? `mailto:${written}` : written;
  made.children.push(node('text', written.replace(/^mailto:/, '')));
  state.tree.children.push(made);
  state.pos += found[0].length;
  return true;
}

/** Content of inline elements is parsed; tags of blocks, and end tags that close nothing, are text. */
export function htmlSpan(state: SpanState): boolean {
  const { text, pos } = state;
  if (text[pos] !== '<') return false;
  if (text.startsWith('<!--', pos)) {
    const end = state.search.indexOf('-->', pos + 4);
    if (end < 0) return false;
    state.tree.children.push(node('raw', text.slice(pos, end + 3), { isBlock: false, label: state.source.slice(pos, end + 3) }));
    state.pos = end + 3;
    return true;
  }
  const closing = at(END_TAG, text, pos);
  if (closing) return takeText(state, closing[0].length);
  const tag = state.search.indexOf('>', pos) < 0 ? null : at(START_TAG, text, pos);
  if (!tag) return false;
  if (state.stack.length > DEEPEST) return takeText(state, tag[0].length);
  const name = elementName(tag[1]!);
  if (BLOCK_ELEMENTS.has(name)) return takeText(state, tag[0].length);
  const made = node('html', name, { isBlock: false, isClosed: tag[3] !== undefined, label: state.source.slice(pos, pos + tag[0].length) });
  Object.assign(made.attributes, readAttributes(tag[2]!.replace(/\n+/g, ' '), isKnownElement(name)));
  const wish = made.attributes['markdown'];
  delete made.attributes['markdown'];
  const isRaw = !SPAN_CONTENT.has(name) || RAW_CONTENT.has(name) || state.tree.model === 'raw';
  const parses = wish === 'span' || (wish === '1' && SPAN_CONTENT.has(name)) || (wish !== '0' && !isRaw && state.page.options.parsesSpanHtml);
  made.model = parses ? 'span' : 'raw';
  state.tree.children.push(made);
  state.pos += tag[0].length;
  if (tag[3] !== undefined || VOID_ELEMENTS.has(name)) return true;
  content(state, made, name, parses);
  return true;
}

function content(state: SpanState, made: ReturnType<typeof node>, name: string, parses: boolean): void {
  const end = new RegExp(`</${name.replace(/[.:]/g, '\\$&')}[\\t-\\r ]*>`, isKnownElement(name) ? 'yi' : 'y');
  if (parseSpans(state, made, { pattern: end, accept: () => true }, parses ? undefined : ONLY_HTML)) {
    state.pos += at(end, state.text, state.pos)![0].length;
    return;
  }
  // an element that is never closed takes the rest
  const outer = state.tree;
  state.tree = made;
  addText(state, state.text.slice(state.pos));
  state.tree = outer;
  state.pos = state.text.length;
}
