// kramdown's block parser: a list of rules, the first that takes the line wins. https://kramdown.gettalong.org/syntax.html
import { abbreviation, footnote, linkDefinition } from './notes';
import { codeBlock, fencedCode } from './code';
import { definitionList } from './definitions';
import { extension } from './extensions';
import { atxHeading, rule, setextHeading } from './headings';
import { htmlBlock } from './html';
import { list } from './lists';
import { mathBlock } from './math';
import { type AttributeList, type Kind, type Node, node } from './node';
import type { KramdownOptions } from './options';
import { paragraph } from './paragraph';
import { at, BLANK, BOUNDARY, END_MARK } from './patterns';
import type { MissingReference } from '../document';
import { quote } from './quotes';
import { Search } from './search';
import type { Source } from './source';
import { table } from './table';
import type { TemplateSyntax } from '../../templating/templates';
import { templateBlock } from './template';

/** What belongs to the whole page. One object a parse. */
export interface Page {
  readonly options: KramdownOptions;
  readonly links: Map<string, LinkDefinition>;
  readonly footnotes: Map<string, Node>;
  readonly abbreviations: Map<string, string>;
  readonly lists: Map<string, AttributeList>;
  /** By where they begin. */
  readonly missing: Map<number, MissingReference>;
  /** Steps the span parser may still take: its backtracking must not run away with a hostile page. */
  budget: number;
  /** Some line ends with a backslash. */
  readonly hasBackslashEnds: boolean;
  /** What is a template tag; in a body whose templates have run, only the marks of boxes. */
  readonly syntax: TemplateSyntax;
  readonly isExpanded: boolean;
}

export interface LinkDefinition {
  readonly label: string;
  readonly target: string;
  /** Undefined where the configuration defines it. */
  readonly place: { readonly start: number; readonly end: number } | undefined;
  readonly title: string | undefined;
}

/** Where a parser stands: in which text, and what it adds to. */
export interface ParseState {
  readonly page: Page;
  readonly source: Source;
  readonly text: string;
  readonly search: Search;
  pos: number;
  tree: Node;
}

export interface BlockState extends ParseState {
  /** An attribute list that waits for the block below it. */
  pending: AttributeList | undefined;
  depth: number;
}

/** Takes the block at `state.pos`, moves behind it and returns true; or leaves all as it is. */
export type BlockRule = (state: BlockState) => boolean;

/** Deeper nesting is text. No one writes it, and each level costs a pass over all of its text. */
const DEEPEST = 60;

export function parseBlocks(page: Page, tree: Node, source: Source, depth: number): void {
  const state: BlockState = { page, source, text: source.text, search: new Search(source.text), pos: 0, tree, pending: undefined, depth };
  runBlocks(state);
}

const RULES: readonly BlockRule[] = [
  blank, templateBlock, codeBlock, fencedCode, quote, atxHeading, rule, list, definitionList, htmlBlock, setextHeading, mathBlock, table, footnote, linkDefinition,
  abbreviation, extension, endMark, paragraph,
];
const SHALLOW: readonly BlockRule[] = [blank, paragraph];

/** @returns true when the end tag of the HTML element being parsed was found. */
export function runBlocks(state: BlockState): boolean {
  const rules = state.depth > DEEPEST ? SHALLOW : RULES;
  while (state.pos < state.text.length) {
    const wasPending = state.pending;
    const start = state.pos;
    for (const take of rules) {
      if (take(state)) break;
      if (state.isClosed) break;
    }
    if (state.isClosed) {
      state.isClosed = false;
      return true;
    }
    if (state.pos === start) throw new Error('no block rule took the line');
    if (wasPending && state.pending === wasPending) state.pending = undefined;
  }
  return false;
}

export interface BlockState {
  /** Set by the HTML rule at the end tag of the element in which blocks are parsed. */
  isClosed?: boolean;
}

/** A block that begins at `start` and ends where the parser stands when it is added. */
export function block(state: BlockState, kind: Kind, start: number, more: Partial<Node> = {}): Node {
  return node(kind, '', { lines: [state.source.lineOf(start), state.source.lineOf(start) + 1], ...(state.pending ? { list: copyOf(state.pending) } : {}), ...more });
}

export const copyOf = (list: AttributeList): AttributeList => ({ attributes: Object.assign(Object.create(null), list.attributes), references: [...list.references] });

export function add(state: BlockState, block: Node): void {
  if (block.lines) block.lines[1] = state.source.lineOf(Math.max(0, state.pos - 1)) + 1;
  state.tree.children.push(block);
}

export const isAfterBoundary = ({ tree, pending }: BlockState): boolean => {
  const last = tree.children.at(-1);
  return !last || last.kind === 'blank' || (last.kind === 'boundary' && last.value === '') || pending !== undefined;
};

export const isBeforeBoundary = (state: BlockState): boolean => at(BOUNDARY, state.text, state.pos) !== null;

function blank(state: BlockState): boolean {
  const found = at(BLANK, state.text, state.pos);
  if (!found) return false;
  state.pos += found[0].length;
  const last = state.tree.children.at(-1);
  if (last?.kind === 'blank') {
    last.value += found[0];
    // one line with those above an attribute list, which goes on waiting
    if (state.pending) state.pending = copyOf(state.pending);
  } else state.tree.children.push(node('blank', found[0]));
  return true;
}

/** `^` alone on a line ends what is above. */
function endMark(state: BlockState): boolean {
  const found = at(END_MARK, state.text, state.pos);
  if (!found) return false;
  state.pos += found[0].length;
  state.tree.children.push(node('boundary'));
  return true;
}
