// Lists by kramdown's rule: what belongs to an item is cut out by indentation first, and parsed afterwards.
import { type BlockState, add, block, parseBlocks } from './blocks';
import { parseList } from './attributes';
import { type Node, node, rawOf } from './node';
import { at, BLANK, BULLET, END_MARK, ITEM, lazyEndWithin, NUMBER, RULE, trimmed } from './patterns';
import { SourceMaker } from './source';

/** An item, or a definition, while its lines are being collected. */
export interface Item {
  readonly node: Node;
  readonly maker: SourceMaker;
  readonly indentation: number;
  readonly content: RegExp;
  readonly lazyEnd: RegExp;
  firstLine: string;
}

const ITEM_LIST = /^[\t-\r ]*\{:(?![:/])((?:\\\}|[^}\n])+)\}[\t-\r ]*/;

/** @param match the marker with the blanks before it, and the rest of the line. */
export function startItem(state: BlockState, kind: 'li' | 'dd', match: RegExpExecArray): Item {
  const [, marker = '', rest = ''] = match;
  const start = state.pos;
  let indentation = marker.length;
  // nothing but an attribute list on the line: the text is expected at four columns
  if (trimmed(rest.replace(ITEM_LIST, '')) === '') indentation = 4;
  else indentation += columnsOf(/^[ \t]*/.exec(rest)![0], marker.length);
  const lead = /^[\t-\r ]*/.exec(rest)![0].length;
  const item = node(kind, '', { lines: [state.source.lineOf(start), state.source.lineOf(start) + 1] });
  let firstLine = rest.slice(lead);
  let cut = marker.length + lead;
  const list = ITEM_LIST.exec(firstLine);
  if (list) {
    item.list = parseList(list[1]!);
    cut += list[0].length;
    firstLine = firstLine.slice(list[0].length);
  }
  const maker = new SourceMaker();
  maker.add(firstLine, state.source.placeOf(Math.min(start + cut, state.text.length - 1)), state.source.lineOf(start));
  return { node: item, maker, indentation, firstLine, content: contentAt(indentation), lazyEnd: lazyEndWithin(indentation) };
}

/** Lines indented by at least so many columns, with text on them. */
function contentAt(indentation: number): RegExp {
  const fours = Math.floor(indentation / 4);
  return new RegExp(`(?:(?:\\t| {4}){${fours}} {${indentation % 4}}|(?:\\t| {4}){${fours + 1}})[^\\n]*?[^\\t-\\r ][^\\n]*\\n`, 'y');
}

function columnsOf(blanks: string, before: number): number {
  let column = before;
  for (const blank of blanks) column += blank === '\t' ? 4 - (column % 4) : 1;
  return column - before;
}

const TEXT_LINE = /[^\n]*?[^\t-\r ][^\n]*\n/y;

/** The next line of an item: indented, or lazy directly below its text. The line's length, or 0. */
export function itemLine(state: BlockState, item: Item, afterBlank: boolean): string | undefined {
  const indented = at(item.content, state.text, state.pos);
  if (indented) return indented[0];
  return afterBlank || at(item.lazyEnd, state.text, state.pos) ? undefined : at(TEXT_LINE, state.text, state.pos)?.[0];
}

/** Adds a line of the source without the item's indentation. @returns whether it had that indentation. */
export function addItemLine(state: BlockState, item: Item, line: string, prefix: (rest: string, isIndented: boolean) => string): void {
  const tabs = /^\t+/.exec(line)?.[0].length ?? 0;
  const spread = ' '.repeat(tabs * 4) + line.slice(tabs);
  const isIndented = spread.startsWith(' '.repeat(item.indentation));
  const rest = isIndented ? spread.slice(item.indentation) : spread;
  const place = state.source.placeOf(state.pos) + line.length - rest.length;
  const number = state.source.lineOf(state.pos);
  const before = prefix(rest, isIndented);
  item.maker.add(before + rest, place - before.length, number);
  state.pos += line.length;
  item.node.lines![1] = number + 1;
}

const startAt = (kind: 'ul' | 'ol', indentation: number): RegExp =>
  new RegExp(`( {0,${Math.min(3, indentation - 1)}}${kind === 'ul' ? '[+*-]' : '\\d+\\.'})([\\t |][^\\n]*\\n)`, 'y');

export function list(state: BlockState): boolean {
  const { text } = state;
  const kind = at(BULLET, text, state.pos) ? 'ul' : at(NUMBER, text, state.pos) ? 'ol' : undefined;
  if (!kind) return false;
  const made = block(state, kind, state.pos);
  const items: Item[] = [];
  let item: Item | undefined;
  let start = kind === 'ul' ? BULLET : NUMBER;
  let hasNested = false;
  let afterBlank = false;
  let isMarked = false;
  while (state.pos < text.length) {
    if (afterBlank && at(RULE, text, state.pos)) break;
    const mark = at(END_MARK, text, state.pos);
    if (mark) {
      state.pos += mark[0].length;
      isMarked = true;
      break;
    }
    const marker = at(start, text, state.pos);
    if (marker) {
      item = startItem(state, 'li', marker);
      items.push(item);
      state.pos += marker[0].length;
      start = startAt(kind, item.indentation);
      hasNested = at(ITEM, item.firstLine, 0) !== null;
      afterBlank = false;
      continue;
    }
    if (!item) break;
    const line = itemLine(state, item, afterBlank);
    if (line !== undefined) {
      const { indentation } = item;
      addItemLine(state, item, line, (rest, isIndented) => {
        if (!at(ITEM, rest, 0)) return '';
        // a boundary before the first nested list lets it begin below a paragraph; deeper text must not begin another one
        if (!hasNested && isIndented) {
          hasNested = true;
          return '^\n';
        }
        return hasNested && !isIndented ? ' '.repeat(indentation + 4) : '';
      });
      afterBlank = false;
      continue;
    }
    const blank = at(BLANK, text, state.pos);
    if (!blank) break;
    hasNested = true;
    afterBlank = true;
    item.maker.addSlice(state.source, state.pos, state.pos + blank[0].length);
    state.pos += blank[0].length;
  }
  made.children = items.map(each => each.node);
  add(state, made);
  for (const each of items) parseBlocks(state.page, each.node, each.maker.make(), state.depth + 1);
  const last = settle(made, isMarked);
  if (last && !isMarked) state.tree.children.push(last);
  if (state.page.options.isGfm) markTasks(made);
  return true;
}

/** Loose or tight, item by item. @returns the blank lines at the end of the last item. */
function settle(made: Node, isMarked: boolean): Node | undefined {
  const items = made.children;
  const lastItem = items.at(-1);
  const isTight = ({ children: [first] }: Node): boolean => first?.kind !== 'p' || first.isTransparent === true;
  // whether any item before the last shows no paragraph; asked for the last one only, when all others are settled
  let anyTight = false;
  let last: Node | undefined;
  for (const item of items) {
    const { children } = item;
    if (!children.length) {
      if (item !== lastItem) anyTight = true;
      continue;
    }
    const first = children[0]!;
    if (first.kind === 'p' && children[1]?.kind === 'boundary' && first.list) children.splice(1, 1);
    const isLone = children.length < 2 || children[1]!.kind !== 'blank' || (item === lastItem && children.length === 2 && !isMarked);
    if (first.kind === 'p' && isLone && (item !== lastItem || items.length === 1 || anyTight)) first.isTransparent = true;
    last = children.at(-1)!.kind === 'blank' ? children.pop() : undefined;
    if (item !== lastItem && isTight(item)) anyTight = true;
  }
  return last;
}

const BOX = /^[\t-\r ]*\[([ xX])\][\t-\r ]+/;

/** GFM: the list and this and all later items get a class. */
function markTasks(made: Node): void {
  let hasTasks = false;
  for (const item of made.children) {
    const first = item.children[0];
    const raw = first?.kind === 'p' ? rawOf(first) : undefined;
    if (!first || !raw) continue;
    const box = BOX.exec(raw.text);
    if (box) {
      first.raw = raw.slice(box[0].length, raw.text.length);
      first.children = [node('task', box[1] === ' ' ? '' : 'checked')];
      hasTasks = true;
    }
    if (hasTasks) item.attributes['class'] = 'task-list-item';
  }
  if (hasTasks) made.attributes['class'] = 'task-list';
}
