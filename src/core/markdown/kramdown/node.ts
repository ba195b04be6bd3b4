// The tree that kramdown's rules build; tokens are made of it in the end.
import type { Span } from '../../span';
import type { Source, SourceMaker } from './source';

export type Kind =
  | 'root' | 'blank' | 'boundary' | 'p' | 'header' | 'blockquote' | 'hr' | 'ul' | 'ol' | 'li' | 'dl' | 'dt' | 'dd' | 'code' | 'table' | 'thead' | 'tbody'
  | 'tfoot' | 'tr' | 'td' | 'math' | 'html' | 'raw' | 'comment' | 'template' | 'figure'
  | 'text' | 'em' | 'strong' | 'del' | 'codespan' | 'a' | 'img' | 'br' | 'footnote' | 'abbr' | 'task';

export type Attributes = Record<string, string>;

/** What an attribute list says: attributes, and names of other lists. */
export interface AttributeList {
  readonly attributes: Attributes;
  readonly references: string[];
}

export interface Node {
  readonly kind: Kind;
  /** Text, code, formula, the name of an HTML element, raw HTML. */
  value: string;
  readonly attributes: Attributes;
  children: Node[];
  list?: AttributeList;
  /** Text whose spans are parsed when all blocks are known. */
  raw?: Source;
  /** Takes what joins a paragraph later; `raw` is then out of date until it is asked for by `rawOf`. */
  joined?: SourceMaker;
  /** Lines of the body, the second one exclusive. */
  lines?: [number, number];
  /** In the file. */
  span?: Span;
  level?: number;
  /** A paragraph that shows no `<p>`. */
  isTransparent?: boolean;
  isBlock?: boolean;
  isClosed?: boolean;
  model?: ContentModel;
  /** Where a link's destination and text are written. */
  target?: Span;
  targetText?: string;
  label?: Source;
  isReference?: boolean;
  isAuto?: boolean;
  language?: string;
  alignments?: readonly string[];
}

export type ContentModel = 'raw' | 'block' | 'span';

/** An object with nothing in it that is no dictionary yet: most nodes have no attributes, and dictionaries are what a parse would spend its time on. */
const Bare = function () {} as unknown as new () => object;
Bare.prototype = Object.create(null);

export function node(kind: Kind, value = '', more: Partial<Node> = {}): Node {
  return { kind, value, attributes: new Bare() as Attributes, children: [], ...more };
}

/** The text of a block, with all that has joined it. */
export function rawOf(block: Node): Source | undefined {
  if (block.joined) {
    block.raw = block.joined.make();
    delete block.joined;
  }
  return block.raw;
}

const SPANS: ReadonlySet<Kind> = new Set<Kind>(['text', 'em', 'strong', 'del', 'codespan', 'a', 'img', 'br', 'footnote', 'abbr', 'task']);

export const isSpan = ({ kind, isBlock }: Node): boolean => SPANS.has(kind) || (isBlock === false);
