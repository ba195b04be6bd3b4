import { type BlockState, add, block, parseBlocks } from './blocks';
import { at, LAZY_END, LINE, QUOTE } from './patterns';
import { SourceMaker } from './source';

/** A quote goes on to the next blank line of the source, whatever its lines begin with; then one `>` is cut off each line. */
export function quote(state: BlockState): boolean {
  const { text } = state;
  if (!at(QUOTE, text, state.pos)) return false;
  const start = state.pos;
  do state.pos += at(LINE, text, state.pos)![0].length;
  while (!at(LAZY_END, text, state.pos));
  const maker = new SourceMaker();
  state.source.eachLine(start, state.pos, (line, place, number) => {
    const mark = at(QUOTE, line, 0)?.[0].length ?? 0;
    maker.add(line.slice(mark), place + mark, number);
  });
  const quoted = block(state, 'blockquote', start);
  add(state, quoted);
  parseBlocks(state.page, quoted, maker.make(), state.depth + 1);
  return true;
}
