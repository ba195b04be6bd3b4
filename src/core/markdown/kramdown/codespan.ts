import { node } from './node';
import { type SpanState, takeText } from './spans';
import { withoutRawTags } from './template';

/** A single mark with white space on both sides is text; of more marks, one blank on each side is cut off. */
export function codeSpan(state: SpanState): boolean {
  const { text, pos } = state;
  if (text[pos] !== '`') return false;
  let from = pos;
  while (text[from] === '`') from++;
  const marks = text.slice(pos, from);
  if (marks === '`' && (pos === 0 || /[\t-\r ]/.test(text[pos - 1]!)) && /[\t-\r ]/.test(text[from] ?? '')) return takeText(state, 1);
  const end = state.search.indexOf(marks, from);
  if (end < 0) return takeText(state, marks.length);
  let code = text.slice(from, end);
  if (marks.length > 1) code = code.replace(/^ /, '').replace(/ $/, '');
  state.tree.children.push(node('codespan', withoutRawTags(code, state.page)));
  state.pos = end + marks.length;
  return true;
}
