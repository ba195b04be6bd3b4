// Lists for a place that has only one level of them, with nothing but a line in each item.
import type { Remarks } from './notes';
import { isPart, part, runsOf, type Part, type Piece } from './tree';

export function flatLists(pieces: readonly Piece[], remarks: Remarks): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (!isPart(piece)) return [piece];
    if (piece.name !== 'ul' && piece.name !== 'ol') return [{ ...piece, children: flatLists(piece.children, remarks) }];
    if (piece.children.some(item => isPart(item) && item.children.some(child => isPart(child, 'ul', 'ol')))) remarks.add('list');
    return flatList(piece, remarks);
  });
}

/** Items of which each is a line stay a list; one that holds more breaks it, and its number then stands in the text. */
function flatList(list: Part, remarks: Remarks): readonly Piece[] {
  const items = list.children.filter(item => isPart(item)).map(item => linesOf(item, 0));
  const first = Number(list.attributes['start'] ?? 1);
  const isBroken = items.some(({ blocks }) => blocks.length > 0);
  if (!isBroken || list.name === 'ul') {
    const made: Piece[] = [];
    let run: Piece[] = [];
    for (const { line, blocks } of items) {
      if (line.length) run.push(part('li', {}, ...line));
      if (!blocks.length) continue;
      if (run.length) made.push(part(list.name, {}, ...run));
      made.push(...flatLists(blocks, remarks));
      run = [];
    }
    if (run.length) made.push(part(list.name, list.attributes, ...run));
    return made;
  }
  return items.flatMap(({ line, blocks }, index) => [part('p', {}, `${first + index}. `, ...line), ...flatLists(blocks, remarks)]);
}

/** An item as a line with breaks, lists in it as lines of their own; what is no text stands behind it. */
function linesOf(item: Part, depth: number): { readonly line: readonly Piece[]; readonly blocks: readonly Piece[] } {
  const line: Piece[] = [];
  const blocks: Piece[] = [];
  const add = (more: readonly Piece[]): void => {
    if (line.length && more.length) line.push(part('br', {}));
    line.push(...more);
  };
  for (const child of runsOf(item.children)) {
    if (!('name' in child)) add(child);
    else if (child.name === 'p') add(child.children);
    else if (child.name === 'ul' || child.name === 'ol') {
      child.children.filter(each => isPart(each)).forEach((each, index) => {
        const inner = linesOf(each, depth + 1);
        const mark = child.name === 'ol' ? `${Number(child.attributes['start'] ?? 1) + index}. ` : '– ';
        add([`${'\u00a0\u00a0'.repeat(depth)}${mark}`, ...inner.line]);
        blocks.push(...inner.blocks);
      });
    } else blocks.push(child);
  }
  return { line, blocks };
}
