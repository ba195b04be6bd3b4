// Puts a page into the frame's document, around the body that is there: what did not change is not touched.
import morphdom from 'morphdom';
import { cleanPage } from './cleanpage';
import type { PageAround } from './protocol';

/** Where the body stands: between two comments of one parent. */
export interface BodyPlace {
  readonly parent: Element;
  readonly begins: Comment;
  readonly ends: Comment;
}

/** Longer (milliseconds) than this nobody waits for a style sheet. */
const PATIENCE = 1500;
const SHEETS = 'link[rel="stylesheet"], style';

/** @returns undefined for a page that has no place for a body */
export function placeOf(document: Document, [first, last]: PageAround['bodyComments']): BodyPlace | undefined {
  const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
  let begins: Comment | undefined;
  for (let node = comments.nextNode() as Comment | null; node; node = comments.nextNode() as Comment | null) {
    if (node.data === first) begins = node;
    else if (node.data === last && begins?.parentElement && begins.parentElement === node.parentElement) return { parent: begins.parentElement, begins, ends: node };
  }
  return undefined;
}

/** Its nodes, in order. */
export function nodesOf({ begins, ends }: BodyPlace): readonly ChildNode[] {
  const found: ChildNode[] = [];
  for (let node = begins.nextSibling; node && node !== ends; node = node.nextSibling) found.push(node);
  return found;
}

/** @returns when the page's style sheets are there, or have been waited for long enough. */
export function putPage(document: Document, { html, bodyComments, isOwn, sheets: added }: PageAround): Promise<void> {
  const next = new DOMParser().parseFromString(html, 'text/html');
  if (!isOwn) {
    cleanPage(next);
    next.head.append(...added.map(href => Object.assign(next.createElement('link'), { rel: 'stylesheet', href })));
  }
  const old = placeOf(document, bodyComments);
  const kept = old ? nodesOf(old) : [];
  for (const node of kept) node.remove();
  copyAttributes(document.documentElement, next.documentElement);
  const sheets = patchSheets(document, [...next.head.querySelectorAll<HTMLElement>(SHEETS)]);
  morphdom(document.body, document.importNode(next.body, true), { getNodeKey: () => undefined, onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  document.title = next.title;
  // by it a page says which colours of the browser's own, and of its scroll bars, it goes with
  document.head.querySelector('meta[name="color-scheme"]')?.remove();
  const scheme = next.head.querySelector('meta[name="color-scheme"]');
  if (scheme) document.head.append(document.importNode(scheme, true));
  placeOf(document, bodyComments)?.begins.after(...kept);
  return sheets;
}

function copyAttributes(to: Element, from: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
}

/** From the first that differs on, all sheets are made anew, as their order counts; the old ones go when the new ones are there. */
function patchSheets(document: Document, wanted: readonly HTMLElement[]): Promise<void> {
  const present = [...document.head.querySelectorAll<HTMLElement>(SHEETS)];
  const differs = wanted.findIndex((sheet, index) => !present[index]?.isEqualNode(sheet));
  const from = differs < 0 ? wanted.length : differs;
  const stale = present.slice(from);
  const fresh = wanted.slice(from).map(sheet => document.importNode(sheet, true));
  const links = fresh.filter(sheet => sheet.localName === 'link');
  document.head.append(...fresh);
  const settled = Promise.race([
    Promise.all(links.map(link => new Promise<void>(resolve => { for (const kind of ['load', 'error']) link.addEventListener(kind, () => resolve(), { once: true }); }))),
    ...(links.length ? [new Promise<void>(resolve => setTimeout(resolve, PATIENCE))] : []),
  ]);
  return settled.then(() => { for (const sheet of stale) sheet.remove(); });
}
