// Words as they can be compared between a page that the engine made and our rendering: what a theme, a minifier or typography
// does to them must not count.
import { attribute, elementsIn, isElement, isText, isUnseen, type Element, type Node, type Parent } from './tree';

/** Signs that themes put beside headings, for links to them. */
const MARKS = /[\s\u00ad\u200b-\u200d\u2060\ufeff#¶§🔗⚓\ufe0e\ufe0f]+/gu;
const TYPED: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '…': '...', '–': '-', '—': '-', '↩': '' };

/** Without white space and signs that nobody reads; quotes and dashes as they are typed. */
export const squeeze = (text: string): string =>
  text.normalize('NFC').replace(MARKS, '').replace(/[“”„«»‘’‚…–—↩]/g, sign => TYPED[sign]!).replace(/-{2,3}/g, '-');

/** Where a theme keeps the address of a picture that is loaded late; the address itself comes last, as it then is a placeholder. */
export const LATE_SOURCES = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url'];

/** The picture's name without folders and query: builds move pictures. */
export function pictureName(element: Element): string {
  const source = [...LATE_SOURCES, 'src', 'data'].map(name => attribute(element, name)).find(value => value) ?? '';
  const path = source.replace(/[?#].*$/s, '');
  const name = path.startsWith('data:') ? 'data:' : path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name;
  }
}

const isPicture = (node: Node): node is Element => isElement(node) && /^(?:img|video|audio|iframe|object|embed|hr)$/.test(node.tagName);

/** Pictures and their like in a node, itself included; what tells it apart where it has no words. */
export function picturesOf(node: Node | Parent): string {
  const names: string[] = isPicture(node as Node) ? [`${node.nodeName}:${pictureName(node as Element)}`] : [];
  for (const element of elementsIn(node, isUnseen)) if (isPicture(element)) names.push(`${element.tagName}:${pictureName(element)}`);
  return names.join('|');
}

/** An element of a page, and its words as a stretch of all words of the page. */
export interface Passage {
  readonly element: Element;
  /** Index among all, and that of the element around it; -1 at the top. */
  readonly index: number;
  readonly parent: number;
  readonly start: number;
  end: number;
}

export interface Reading {
  /** All words of the page, squeezed. */
  readonly words: string;
  /** All elements that can be seen, in the order of the page. */
  readonly passages: readonly Passage[];
}

/** One walk, in which each element notes where its words begin and end. */
export function readWords(root: Parent): Reading {
  const passages: Passage[] = [];
  const parts: string[] = [];
  let length = 0;
  const open: { node: Parent | Node; index: number; next: number }[] = [{ node: root, index: -1, next: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = 'childNodes' in top.node ? top.node.childNodes[top.next++] : undefined;
    if (!child) {
      open.pop();
      if (top.index >= 0) passages[top.index]!.end = length;
      continue;
    }
    if (isText(child)) {
      const words = squeeze(child.value);
      parts.push(words);
      length += words.length;
    } else if (isElement(child) && !isUnseen(child)) {
      const index = passages.length;
      passages.push({ element: child, index, parent: top.index, start: length, end: length });
      open.push({ node: child, index, next: 0 });
    }
  }
  return { words: parts.join(''), passages };
}
