// Blocks of a body that are as they were when the blog was built: the page has them as theme, plugins and highlighter made them,
// which no rendering of ours can know.
import { applyEdits, type Edit } from '../span';
import { blocksOf, type Block } from './article';
import { isClean } from './clean';
import type { Look } from './look';
import { learnPatterns, type Sample } from './patterns';
import { pictureName, squeeze } from './reading';
import { attribute, childrenOf, elementsIn, isElement, isText, isUnseen, nodesIn, readPage, spanOf, type Element } from './tree';

export type BodyKeeper = (html: string) => string;

interface Kept {
  readonly html: string;
  /** By the names of elements, where in `html` an attribute can be put into the tag of each, in order. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** In the tag of the element around all. */
  readonly first: number;
}

/** @param edits that make the page safe to show */
export function bodyKeeper(look: Look, edits: readonly Edit[]): BodyKeeper {
  const kept = new Map<string, Kept[]>();
  const samples: Sample[] = [];
  for (const [block, built] of look.article.kept) {
    const made = keep(block, built, look, edits);
    if (!made) continue;
    samples.push({ block, built: made.html });
    // the words of another post are not to be taken for this one's
    if (!look.isOwn) continue;
    const key = signature(block.node);
    const known = kept.get(key);
    if (known) known.push(made);
    else kept.set(key, [made]);
  }
  const hooked = learnPatterns(samples);
  return html => {
    const times = new Map<string, number>();
    const changes = blocksOf(html).flatMap((block): readonly Edit[] => {
      const { node } = block;
      const key = signature(node);
      const choices = kept.get(key);
      const span = spanOf(node);
      if (!span) return [];
      if (!choices) {
        const made = hooked(block);
        const lined = made === undefined ? undefined : placed(made);
        return lined ? [{ ...span, text: withLines(lined, node) }] : [];
      }
      const time = times.get(key) ?? 0;
      times.set(key, time + 1);
      return [{ ...span, text: withLines(choices[Math.min(time, choices.length - 1)]!, node) }];
    });
    return applyEdits(html, changes);
  };
}

/** Markup that a writer sees: where ours has it and the built one has not, the post was changed since. */
const WRITTEN = /^(?:em|strong|code|a|img|del|sup|sub|li|tr|td|th|p|br|mark|kbd)$/;

function keep({ node }: Block, built: Element, { html }: Look, edits: readonly Edit[]): Kept | undefined {
  const span = spanOf(built);
  if (!span || !isInOrder(tagsOf(node), tagsOf(built))) return undefined;
  const inside = edits.filter(({ start, end }) => start >= span.start && end <= span.end).map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
  const text = applyEdits(html.slice(span.start, span.end), inside);
  return placed(text);
}

/** A block's HTML with the places for lines in it; undefined where it is no whole, as it begins within what another has left open. */
function placed(text: string): Kept | undefined {
  const root = readPage(text, true);
  const elements = root ? childrenOf(root).filter(isElement) : [];
  if (!root || elements.length !== 1 || !isClean(root)) return undefined;
  const places = new Map<string, number[]>();
  for (const element of elementsIn(root)) {
    const at = spanOf(element);
    if (at) places.set(element.tagName, [...(places.get(element.tagName) ?? []), at.start + 1 + element.tagName.length]);
  }
  return { html: text, places, first: spanOf(elements[0]!)!.start + 1 + elements[0]!.tagName.length };
}

const tagsOf = (node: Element): readonly string[] => [node, ...elementsIn(node, isUnseen)].map(({ tagName }) => tagName).filter(name => WRITTEN.test(name));

function isInOrder(wanted: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const name of all) if (name === wanted[at]) at++;
  return at === wanted.length;
}

/** Where the lines of the source begin, on the elements that have them in our rendering. */
function withLines({ html, places, first }: Kept, ours: Element): string {
  const edits = new Map<number, string>();
  const lined = [...elementsIn(ours)].filter(element => attribute(element, 'data-line') !== undefined);
  for (const name of new Set(lined.map(({ tagName }) => tagName))) {
    const all = lined.filter(({ tagName }) => tagName === name);
    const found = places.get(name) ?? [];
    if (found.length === all.length) all.forEach((element, index) => edits.set(found[index]!, attribute(element, 'data-line')!));
  }
  const line = attribute(ours, 'data-line');
  if (line !== undefined) edits.set(first, line);
  return applyEdits(html, [...edits].map(([at, value]) => ({ start: at, end: at, text: ` data-line="${Number(value)}"` })));
}

/** What a writer can change in a block; what a view or a highlighter adds is no part of it. */
function signature(block: Element): string {
  const parts: string[] = [];
  for (const node of [block, ...nodesIn(block, isUnseen)]) {
    if (isText(node)) parts.push(squeeze(node.value));
    else if (isElement(node) && !/^(?:span|div|pre|table|tbody|figure)$/.test(node.tagName)) parts.push(`<${node.tagName}${node.tagName === 'img' ? ` ${pictureName(node)}` : ''}${['id', 'href', 'align'].map(name => attribute(node, name)).filter(Boolean).join(' ')}>`);
  }
  return parts.join('');
}
