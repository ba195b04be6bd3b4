// Where in a built page the body of its post stands. Nothing is known of the theme: the post's own words, as we render them, are
// looked for, and the narrowest element that holds nearly all of those found is the article.
import { childrenOf, classesOf, elementsIn, isElement, isText, isUnseen, readPage, spanOf, textOf, type Element, type Node, type Parent } from './tree';
import { picturesOf, readWords, squeeze, type Passage, type Reading } from './reading';
import { heaviestRun, type Pair } from './run';
import type { Span } from '../span';

/** A block of a body, as the engine or we render it. */
export interface Block {
  readonly node: Element;
  readonly words: string;
  /** Its words, or the names of its pictures where it has none. */
  readonly key: string;
  /** Its HTML, and where that begins in the body's. */
  readonly source: string;
  readonly offset: number;
}

export interface Article {
  readonly parent: Element;
  /** Children of `parent`, from the first to the last of the body. */
  readonly children: readonly Node[];
  readonly span: Span;
  /** The blocks that the page has word for word, and in which element, with what the theme puts around each. */
  readonly kept: ReadonlyMap<Block, Element>;
}

/** `absent`: nothing of the post is on the page; `changed`: too little is; `unclear`: it is, but not as one stretch. */
export type NoArticle = 'absent' | 'changed' | 'unclear';

/** How much of what was found the article must hold; the rest are words that stand on the page twice, as an excerpt or in contents. */
const HELD = 0.85;
/** How much of the post must be found, by the length of its text. */
const FOUND = 0.35;
/** A block that is there so often says nothing of the place. */
const OFTEN = 40;

/** The top-level blocks of a body. */
export function blocksOf(html: string): readonly Block[] {
  const root = readPage(html, true);
  return root ? childrenOf(root).filter(isElement).filter(node => !isUnseen(node)).map(node => {
    const words = squeeze(textOf(node));
    const { start, end } = spanOf(node) ?? { start: 0, end: 0 };
    return { node, words, key: words === '' ? picturesOf(node) : words, source: html.slice(start, end), offset: start };
  }) : [];
}

/** @param blocks of the post, as we render it */
export function findArticle(root: Parent, blocks: readonly Block[]): Article | NoArticle {
  const reading = readWords(root);
  const { passages } = reading;
  const places = placesOf(blocks, reading);
  const weights = blocks.map(weightOf);
  const align = (among: readonly Place[]): readonly Pair[] => heaviestRun(pairsOf(blocks, among), block => weights[block]!);
  const first = align(places);
  const found = first.reduce((sum, [block]) => sum + weights[block]!, 0);
  if (found < 1) return 'absent';
  if (found < FOUND * weights.reduce((sum, weight) => sum + weight, 0)) return 'changed';

  const container = holderOf(first.map(([block, place]) => [places[place]!.passage, weights[block]!]), passages, found * HELD);
  if (container === undefined) return 'unclear';
  /** The ancestor of a passage that is a child of the container; undefined for what lies elsewhere. */
  const childOf = (passage: Passage): Passage | undefined => {
    let at: Passage | undefined = passage;
    while (at && at.parent !== container.index) at = passages[at.parent];
    return at;
  };
  // once more in there: a heading may have been found in the contents above
  const inside = places.filter(({ passage }) => childOf(passage));
  const matched = align(inside);
  const children = container.element.childNodes;
  const indexOf = ([, place]: Pair): number => children.indexOf(childOf(inside[place]!.passage)!.element);
  const from = reach(children, indexOf(matched[0]!), -1, blocks.slice(0, matched[0]![0]));
  const to = reach(children, indexOf(matched.at(-1)!), 1, blocks.slice(matched.at(-1)![0] + 1));
  const [start, end] = [spanOf(children[from]!)?.start, spanOf(children[to]!)?.end];
  if (start === undefined || end === undefined || end < start) return 'unclear';
  const kept = new Map(matched.map(([block, place]) => [blocks[block]!, outermost(inside[place]!.passage, container, passages).element]));
  return { parent: container.element, children: children.slice(from, to + 1), span: { start, end }, kept };
}

/** Code weighs half: themes number its lines. A line across the page weighs next to nothing. */
function weightOf({ node, key }: Block): number {
  if (key.startsWith('hr:')) return 0.01;
  return isCode(node) ? key.length / 2 : key === '' ? 0 : key.length + 1;
}

const isCode = (node: Element): boolean => node.tagName === 'pre' || [...elementsIn(node)].some(({ tagName }) => tagName === 'pre');

interface Place { readonly passage: Passage; readonly key: string }

/** Where the page has the words of one of the blocks. Of elements around the same words it is the one of the block's own name, else the outermost. */
function placesOf(blocks: readonly Block[], { words, passages }: Reading): readonly Place[] {
  const names = new Map<string, Set<string>>();
  for (const { key, node } of blocks) if (key !== '') names.set(key, (names.get(key) ?? new Set()).add(node.tagName));
  const lengths = new Set([...names.keys()].map(key => key.length));
  const places: Place[] = [];
  for (const passage of passages) {
    const { start, end, element } = passage;
    const hasWords = end > start;
    if (hasWords && !lengths.has(end - start)) continue;
    const key = hasWords ? words.slice(start, end) : picturesOf(element);
    const wanted = names.get(key);
    if (!wanted || key === '') continue;
    const last = places.at(-1);
    if (last?.key !== key || !isAround(last.passage, passage, passages)) places.push({ passage, key });
    else if (wanted.has(element.tagName) && !wanted.has(last.passage.element.tagName)) places[places.length - 1] = { passage, key };
  }
  return places;
}

function isAround(outer: Passage, inner: Passage, passages: readonly Passage[]): boolean {
  for (let at = passages[inner.parent]; at && at.index >= outer.index; at = passages[at.parent]) if (at === outer) return true;
  return false;
}

function pairsOf(blocks: readonly Block[], places: readonly Place[]): readonly Pair[] {
  const at = new Map<string, number[]>();
  places.forEach(({ key }, index) => { const known = at.get(key); if (known) known.push(index); else at.set(key, [index]); });
  return blocks.flatMap(({ key }, block) => { const found = at.get(key) ?? []; return found.length > OFTEN ? [] : found.map((place): Pair => [block, place]); });
}

/** The deepest element around so much weight; these lie in one another, as it is more than half. */
function holderOf(found: readonly (readonly [Passage, weight: number])[], passages: readonly Passage[], wanted: number): Passage | undefined {
  const held = new Map<Passage, number>();
  for (const [passage, weight] of found) for (let at = passages[passage.parent]; at; at = passages[at.parent]) held.set(at, (held.get(at) ?? 0) + weight);
  let best: Passage | undefined;
  // those within others come later in the page
  for (const [passage, weight] of held) if (weight >= wanted && passage.index > (best?.index ?? -1)) best = passage;
  return best;
}

/** With what the theme puts around a block: a frame that scrolls, a link to the picture. */
function outermost(passage: Passage, container: Passage, passages: readonly Passage[]): Passage {
  let at = passage;
  for (let above = passages[at.parent]; above && above !== container && above.start === at.start && above.end === at.end && hasNothingElse(above.element, at.element); above = passages[at.parent]) at = above;
  return at;
}

const hasNothingElse = (outer: Element, inner: Element): boolean => picturesOf(outer) === picturesOf(inner);

/**
 * The body's first or last block may have been written anew since the build: next to what was found, the elements that can be the
 * built form of blocks that were not found belong to the body as well. What a theme puts there has a class of its own.
 */
function reach(children: readonly Node[], index: number, step: 1 | -1, missing: readonly Block[]): number {
  const left = step === 1 ? [...missing] : [...missing].reverse();
  let reached = index;
  for (let at = index + step; left.length && at >= 0 && at < children.length; at += step) {
    const child = children[at]!;
    if (!isElement(child)) {
      if (isText(child) && child.value.trim() !== '') break;
      continue;
    }
    if (isUnseen(child)) continue;
    const partner = left.findIndex(({ node, words }) => isLike(child, node, words));
    if (partner < 0) break;
    left.splice(0, partner + 1);
    reached = at;
  }
  return reached;
}

/** Classes that engines themselves put on blocks of Markdown: Chroma, Rouge, Hexo's highlight, footnotes, figures. */
const OF_ENGINES = /^(?:highlight.*|chroma|language-.*|lang-.*|highlighter-rouge|footnotes?|task-list|contains-task-list|math|mermaid|table.*)$/;

function isLike(built: Element, ours: Element, words: string): boolean {
  const text = squeeze(textOf(built));
  if (isCode(ours)) return isCode(built) && (text.includes(words) || classesOf(built).every(name => OF_ENGINES.test(name)));
  if (likeness(text, words) > 0.5) return true;
  return built.tagName === ours.tagName && classesOf(built).every(name => OF_ENGINES.test(name));
}

/** Pairs of letters that two texts share, from 0 to 1 (Dice's coefficient). */
export function likeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b && a !== '' ? 1 : 0;
  const counts = new Map<string, number>();
  for (let index = 0; index < a.length - 1; index++) counts.set(a.slice(index, index + 2), (counts.get(a.slice(index, index + 2)) ?? 0) + 1);
  let shared = 0;
  for (let index = 0; index < b.length - 1; index++) {
    const left = counts.get(b.slice(index, index + 2)) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(b.slice(index, index + 2), left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
