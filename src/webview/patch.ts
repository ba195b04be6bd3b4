// Changes the body into its next version without touching what stayed the same, so that nothing flickers and the place that is
// being read stays where it is.
import morphdom from 'morphdom';
import type { BodyPlace } from './page';
import type { Run } from './protocol';

/** The body as it is shown: the nodes of each of its pieces. */
export interface ShownBody {
  /**
   * @param runs of the body that is shown; none is kept in a page that has lost it
   * @param clean makes of a piece's HTML what may be shown
   */
  change(place: BodyPlace, runs: readonly Run[], clean: (html: string) => DocumentFragment): void;
}

/** The frame's elements are of another realm than ours: `instanceof` does not know them. */
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

export function shownBody(): ShownBody {
  /** How a block looked when it came, its lines aside: the live element has been changed since. */
  const looks = new WeakMap<Node, string>();
  let pieces: readonly (readonly ChildNode[])[] = [];

  return {
    change(place, runs, clean) {
      const next: (readonly ChildNode[])[] = [];
      let at = 0;
      let fresh: (readonly ChildNode[])[] = [];
      /** Puts the new pieces in the place of those before `to`. */
      const replace = (to: number): void => {
        const old = pieces.slice(at, to).flat().filter(node => node.parentNode === place.parent);
        const end = pieces.slice(to).flat().find(node => node.parentNode === place.parent) ?? place.ends;
        next.push(...patchNodes(old, fresh, { parent: place.parent, end }, looks));
        fresh = [];
      };
      for (const run of runs) {
        if ('html' in run) {
          fresh.push(...run.html.map(html => [...clean(html).childNodes].filter(node => isElement(node) || node.textContent?.trim())));
          continue;
        }
        if (fresh.length || run.from > at) replace(run.from);
        at = run.from + run.count;
        const kept = pieces.slice(run.from, at);
        if (run.by) for (const node of kept.flat()) moveLines(node, run.by);
        next.push(...kept);
      }
      replace(pieces.length);
      pieces = next;
    },
  };
}

interface Room {
  readonly parent: Element;
  /** What follows. */
  readonly end: Node;
}

/** @returns what stands there now for each of the new pieces */
function patchNodes(before: readonly ChildNode[], pieces: readonly (readonly ChildNode[])[], { parent, end }: Room, looks: WeakMap<Node, string>): (readonly ChildNode[])[] {
  const after = pieces.flat();
  const afterLooks = after.map(lookOf);
  const isSame = (old: number, fresh: number): boolean => looks.get(before[old]!) === afterLooks[fresh];
  let top = 0;
  while (top < before.length && top < after.length && isSame(top, top)) top++;
  let bottom = 0;
  while (bottom < before.length - top && bottom < after.length - top && isSame(before.length - 1 - bottom, after.length - 1 - bottom)) bottom++;

  const placed = new Map<ChildNode, ChildNode>();
  const keep = (old: ChildNode, fresh: ChildNode): void => {
    copyLines(old, fresh);
    placed.set(fresh, old);
  };
  for (let index = 0; index < top; index++) keep(before[index]!, after[index]!);
  for (let index = 1; index <= bottom; index++) keep(before[before.length - index]!, after[after.length - index]!);
  const oldMiddle = before.slice(top, before.length - bottom);
  const newMiddle = after.slice(top, after.length - bottom);
  const next = before[before.length - bottom] ?? end;
  for (const [index, fresh] of newMiddle.entries()) {
    const old = oldMiddle[index];
    const node = old ? morph(old, fresh) : parent.insertBefore(fresh, next);
    placed.set(fresh, node);
    looks.set(node, afterLooks[top + index]!);
  }
  for (const old of oldMiddle.slice(newMiddle.length)) old.remove();
  return pieces.map(nodes => nodes.map(node => placed.get(node)!));
}

const lookOf = (node: Node): string => (isElement(node) ? node.outerHTML.replace(/ data-line="\d+"/g, '') : node.textContent ?? '');

/** What a reader did to the page (a details element that was opened) is not undone by typing elsewhere. */
function morph(old: ChildNode, fresh: ChildNode): ChildNode {
  if (old.nodeName !== fresh.nodeName || !isElement(old)) {
    old.replaceWith(fresh);
    return fresh;
  }
  return morphdom(old, fresh, {
    getNodeKey: keyOf,
    onBeforeElUpdated(from, to) {
      if (from.localName === 'details' && to.localName === 'details') to.toggleAttribute('open', from.hasAttribute('open'));
      return !from.isEqualNode(to);
    },
  }) as ChildNode;
}

/** A picture or a film that is there already is not loaded again, wherever in the block it has moved. */
const keyOf = (node: Node): string | undefined => (isElement(node) && /^(?:img|video|audio|iframe)$/.test(node.localName) ? node.getAttribute('src') ?? undefined : undefined);

/** The same block, some lines further up or down. */
function copyLines(old: Node, fresh: Node): void {
  if (!isElement(old) || !isElement(fresh)) return;
  const targets = linesOf(old);
  for (const [index, source] of linesOf(fresh).entries()) {
    const line = source.getAttribute('data-line')!;
    const target = targets[index];
    if (target && target.getAttribute('data-line') !== line) target.setAttribute('data-line', line);
  }
}

function moveLines(node: Node, by: number): void {
  if (isElement(node)) for (const element of linesOf(node)) element.setAttribute('data-line', String(Number(element.getAttribute('data-line')) + by));
}

const linesOf = (element: Element): readonly Element[] => [...(element.hasAttribute('data-line') ? [element] : []), ...element.querySelectorAll('[data-line]')];
