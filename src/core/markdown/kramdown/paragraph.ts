import { type BlockState, add, block } from './blocks';
import { at, DEFINITION, FENCE_GFM, HEADING_GFM, ITEM, LAZY_END, LINE, QUOTE } from './patterns';
import { SourceMaker } from './source';

const GFM_ENDS = [ITEM, HEADING_GFM, DEFINITION, QUOTE, FENCE_GFM];
const NATIVE_ENDS = [DEFINITION];

/** Whatever no other rule takes. With the GFM quirk `paragraph_end` (the default) most blocks may follow without a blank line. */
export function paragraph(state: BlockState): boolean {
  const { text } = state;
  const start = state.pos;
  const ends = state.page.options.isGfm && state.page.options.endsParagraphs ? GFM_ENDS : NATIVE_ENDS;
  do state.pos += at(LINE, text, state.pos)?.[0].length ?? text.length - state.pos;
  while (!at(LAZY_END, text, state.pos) && !ends.some(end => at(end, text, state.pos)));
  let end = state.pos;
  while (end > start && /[\t-\r ]/.test(text[end - 1]!)) end--;
  const last = state.tree.children.at(-1);
  if (last?.kind === 'p' && last.raw) {
    // more text directly below a paragraph joins it; a hard break at its end is kept
    let { joined } = last;
    if (!joined) {
      joined = last.joined = new SourceMaker();
      joined.addSlice(last.raw, 0, last.raw.text.length);
    }
    const joiner = text.slice(start - 3, start) === '  \n' ? '  \n' : '\n';
    joined.add(joiner, state.source.placeOf(Math.max(0, start - joiner.length)), state.source.lineOf(Math.max(0, start - 1)));
    joined.addSlice(state.source, start, end);
    if (last.lines) last.lines[1] = state.source.lineOf(state.pos - 1) + 1;
    return true;
  }
  let from = start;
  while (from < end && /[\t-\r ]/.test(text[from]!)) from++;
  add(state, block(state, 'p', start, { raw: state.source.slice(from, end) }));
  return true;
}
