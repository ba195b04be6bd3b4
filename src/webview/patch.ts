// Changes the body into its next version without touching what stayed the same, so that nothing flickers and the place that is
// being read stays where it is.
import morphdom from 'morphdom';
import { nodesOf, type BodyPlace } from './page';

/** How a block looked when it came, its lines aside: the live element has been changed since. */
export type Looks = WeakMap<Node, string>;

/** The frame's elements are of another realm than ours: `instanceof` does not know them. */
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const lookOf = (node: Node): string => (isElement(node) ? node.outerHTML.replace(/ data-line="\d+"/g, '') : node.textContent ?? '');

/** @param next its children are moved out of it. */
export function patchBody(place: BodyPlace, next: DocumentFragment, looks: Looks): void {
  const before = nodesOf(place);
  const after = [...next.childNodes].filter(node => isElement(node) || node.textContent?.trim());
  const afterLooks = after.map(lookOf);
  const isSame = (old: number, fresh: number): boolean => looks.get(before[old]!) === afterLooks[fresh];
  let top = 0;
  while (top < before.length && top < after.length && isSame(top, top)) top++;
  let bottom = 0;
  while (bottom < before.length - top && bottom < after.length - top && isSame(before.length - 1 - bottom, after.length - 1 - bottom)) bottom++;

  for (let index = 0; index < top; index++) copyLines(before[index]!, after[index]!);
  for (let index = 1; index <= bottom; index++) copyLines(before[before.length - index]!, after[after.length - index]!);
  const oldMiddle = before.slice(top, before.length - bottom);
  const newMiddle = after.slice(top, after.length - bottom);
  const end = before[before.length - bottom] ?? place.ends;
  for (const [index, fresh] of newMiddle.entries()) {
    const look = afterLooks[top + index]!;
    const old = oldMiddle[index];
    const placed = old ? morph(old, fresh) : place.parent.insertBefore(fresh, end);
    looks.set(placed, look);
  }
  for (const old of oldMiddle.slice(newMiddle.length)) old.remove();
}

/** What a reader did to the page (a details element that was opened) is not undone by typing elsewhere. */
function morph(old: ChildNode, fresh: ChildNode): Node {
  if (old.nodeName !== fresh.nodeName || !isElement(old)) {
    old.replaceWith(fresh);
    return fresh;
  }
  return morphdom(old, fresh, {
    getNodeKey: () => undefined,
    onBeforeElUpdated(from, to) {
      if (from.localName === 'details' && to.localName === 'details') to.toggleAttribute('open', from.hasAttribute('open'));
      return !from.isEqualNode(to);
    },
  });
}

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

const linesOf = (element: Element): readonly Element[] => [...(element.hasAttribute('data-line') ? [element] : []), ...element.querySelectorAll('[data-line]')];
