import { type BlockState, add, block, isAfterBoundary, isBeforeBoundary } from './blocks';
import { trimmed } from './patterns';

/** `$$…$$` with a boundary before and behind it, over lines too. https://kramdown.gettalong.org/syntax.html#math-blocks */
export function mathBlock(state: BlockState): boolean {
  const { text } = state;
  const lead = / {0,3}(\\)?\$\$/y;
  lead.lastIndex = state.pos;
  const opening = lead.exec(text);
  if (!opening || !isAfterBoundary(state)) return false;
  const from = state.pos + opening[0].length;
  const end = state.search.indexOf('$$', from);
  if (end < 0) return false;
  const tail = /[ \t\r\f\v]*\n/y;
  tail.lastIndex = end + 2;
  const rest = tail.exec(text)?.[0].length;
  if (opening[1]) {
    // an escaped block is text, without the mark that escapes it
    if (rest !== undefined) state.pos = from - 2;
    return false;
  }
  const start = state.pos;
  state.pos = end + 2 + (rest ?? 0);
  if (!isBeforeBoundary(state)) {
    state.pos = start;
    return false;
  }
  add(state, block(state, 'math', start, { value: trimmed(text.slice(from, end)), isBlock: true }));
  return true;
}
