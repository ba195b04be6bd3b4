import { type BlockState, add, block, parseBlocks } from './blocks';
import { addItemLine, type Item, itemLine, startItem } from './lists';
import { type Node, node, rawOf } from './node';
import { at, BLANK, DEFINITION, END_MARK } from './patterns';

/** The paragraph above holds the terms, one on each line. */
export function definitionList(state: BlockState): boolean {
  const { text, tree } = state;
  if (!at(DEFINITION, text, state.pos)) return false;
  const { children } = tree;
  const last = children.at(-1);
  const isOneBlank = last?.kind === 'blank' && last.value === '\n';
  const above = last?.kind === 'p' ? last : isOneBlank && children.at(-2)?.kind === 'p' ? children.at(-2) : undefined;
  const terms = above && rawOf(above);
  if (!above || !terms) return false;
  children.length -= last === above ? 1 : 2;
  let isLoose = last !== above;
  const made = block(state, 'dl', state.pos, { lines: [above.lines![0], above.lines![1]], ...(above.list ? { list: above.list } : {}) });
  let offset = 0;
  for (const term of terms.text.split('\n')) {
    const line = terms.lineOf(offset);
    made.children.push(node('dt', '', { raw: terms.slice(offset, offset + term.length), lines: [line, line + 1] }));
    offset += term.length + 1;
  }
  const items: { item: Item; isLoose: boolean }[] = [];
  let start = DEFINITION;
  let item: Item | undefined;
  let afterBlank = false;
  while (state.pos < text.length) {
    const marker = at(start, text, state.pos);
    if (marker) {
      item = startItem(state, 'dd', marker);
      items.push({ item, isLoose });
      state.pos += marker[0].length;
      start = new RegExp(`( {0,${Math.min(3, item.indentation - 1)}}:)([\\t |][^\\n]*\\n)`, 'y');
      isLoose = false;
      afterBlank = false;
      continue;
    }
    if (!item || at(END_MARK, text, state.pos)) break;
    const line = itemLine(state, item, afterBlank);
    if (line !== undefined) {
      addItemLine(state, item, line, () => '');
      isLoose = false;
      afterBlank = false;
      continue;
    }
    const blank = at(BLANK, text, state.pos);
    if (!blank) break;
    isLoose = true;
    afterBlank = true;
    item.maker.addSlice(state.source, state.pos, state.pos + blank[0].length);
    state.pos += blank[0].length;
  }
  let trailing: Node | undefined;
  for (const { item: each, isLoose: shows } of items) {
    made.children.push(each.node);
    parseBlocks(state.page, each.node, each.maker.make(), state.depth + 1);
    const { children: inner } = each.node;
    trailing = inner.at(-1)?.kind === 'blank' ? inner.pop() : undefined;
    if (inner[0]?.kind === 'p' && !shows) inner[0].isTransparent = true;
  }
  addToListAbove(state, made);
  if (trailing) children.push(trailing);
  return true;
}

function addToListAbove(state: BlockState, made: Node): void {
  const { children } = state.tree;
  const isBlank = children.at(-1)?.kind === 'blank';
  const above = children.at(isBlank ? -2 : -1);
  if (above?.kind !== 'dl') {
    add(state, made);
    return;
  }
  if (isBlank) children.pop();
  above.children.push(...made.children);
}
