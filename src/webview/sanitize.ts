// Makes of a post's HTML what the page may show. It is parsed where nothing runs and nothing is loaded; the page's policy is a
// second wall behind this one.
import { CODE_TAGS, HTML_TAGS, isAllowedAttribute, isAllowedLink, isAllowedSource, LOADING, MATHML_TAGS, SVG_TAGS } from './allowed';
import type { Words } from './protocol';
import { withoutForms } from './shadowing';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

export interface SanitizeOptions {
  readonly words: Words;
  /** Addresses as written in raw HTML and where they are loaded from. */
  readonly resources: Readonly<Record<string, string | undefined>>;
  /** Addresses that begin like this are files of the blog. */
  readonly ownOrigin: string;
}

/** @returns the cleaned content, in a document of its own that is not shown. */
export function sanitize(html: string, options: SanitizeOptions): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  withoutForms(template.content);
  cleanBelow(template.content, options);
  return template.content;
}

function cleanBelow(parent: ParentNode & Node, options: SanitizeOptions): void {
  for (const node of [...parent.childNodes]) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType === Node.ELEMENT_NODE) cleanElement(node as Element, options);
    else node.remove();
  }
}

function cleanElement(element: Element, options: SanitizeOptions): void {
  const { words } = options;
  const name = element.localName;
  if (element.namespaceURI === HTML) {
    // browsers show their text as it is written
    if (name === 'xmp' || name === 'plaintext') return element.replaceWith(Object.assign(element.ownerDocument.createElement('pre'), { textContent: element.textContent }));
    if (CODE_TAGS.has(name)) {
      const source = element.getAttribute('src') ?? '';
      // what is only for machines is missed by nobody; a script often draws what readers should see
      if (name === 'script' || name === 'style') element.replaceWith(box(`<${name}>${source ? ` ${source}` : ''}`, words.leftOut));
      else if (name === 'noscript') unwrap(element, options, 'div');
      else element.remove();
      return;
    }
    if (['iframe', 'frame', 'embed', 'object'].includes(name)) return nameOutside(element, element.getAttribute('src') ?? element.getAttribute('data') ?? '', words);
    if (!HTML_TAGS.has(name)) return unwrap(element, options);
  } else if (element.namespaceURI === SVG ? !SVG_TAGS.has(name) : element.namespaceURI !== MATHML || !MATHML_TAGS.has(name)) {
    // a link around a shape: what is drawn stays
    if (name === 'a' || name === 'switch') return unwrap(element, options);
    element.remove();
    return;
  }
  if (name === 'use' && !isFlat(element)) return element.remove();
  if (element.hasAttribute('is') || element.attributes.length > MANY) return cleanElement(forgetful(element), options);
  for (const { name: attribute } of [...element.attributes]) if (!isAllowedAttribute(element, attribute)) element.removeAttribute(attribute);
  cleanLinks(element);
  cleanStyle(element);
  if (!cleanSources(element, options)) return;
  if (['button', 'input', 'select', 'textarea', 'option'].includes(name)) element.setAttribute('disabled', '');
  if (name === 'input' && !['checkbox', 'radio'].includes(element.getAttribute('type')?.toLowerCase() ?? '')) element.setAttribute('type', 'text');
  cleanBelow(element, options);
}

/** Keeps what is inside, which is text for readers. */
function unwrap(element: Element, options: SanitizeOptions, as?: string): void {
  cleanBelow(element, options);
  if (as === undefined) return element.replaceWith(...element.childNodes);
  const plain = element.ownerDocument.createElement(as);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
}

/** More attributes than anybody writes; to take them away one by one would last. */
const MANY = 200;

/** The same without what it `is`, which an element keeps for itself and writes down again when it is copied, and with its first attributes. */
function forgetful(element: Element): Element {
  const plain = element.ownerDocument.createElementNS(element.namespaceURI, element.localName);
  for (const name of element.getAttributeNames().slice(0, MANY)) if (name !== 'is' && isAllowedAttribute(element, name)) plain.setAttribute(name, element.getAttribute(name)!);
  plain.append(...element.childNodes);
  element.replaceWith(plain);
  return plain;
}

/** Whether a shape that is used again uses no others: ten that use ten each, a few times over, would never be drawn to the end. */
function isFlat(element: Element): boolean {
  const id = (element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '').trim().slice(1);
  const used = (element.getRootNode() as DocumentFragment).getElementById(id);
  return used ? !used.querySelector('use') : !element.closest('svg[id], svg [id]');
}

function cleanLinks(element: Element): void {
  for (const name of ['href', 'xlink:href']) {
    const href = element.getAttribute(name);
    if (href === null) continue;
    const isInside = href.trim().startsWith('#');
    if (element.namespaceURI === HTML ? !isAllowedLink(href) : !isInside) element.removeAttribute(name);
  }
  element.removeAttribute('target');
}

/** A post's own look stays, but it must not lie over the rest of the page, stay in view or load anything. */
function cleanStyle(element: Element): void {
  if (!element.hasAttribute('style')) return;
  const { style } = element as HTMLElement;
  for (const property of [...style]) {
    const value = style.getPropertyValue(property);
    const isAllowed = property === 'position' ? value === 'relative' || value === 'static' : property.startsWith('--') ? !/["'\\(]/.test(value) : !LOADING.test(value);
    if (!isAllowed) style.removeProperty(property);
  }
  // what holds a variable is kept as it was written, in the property that stands for several
  if (LOADING.test(style.cssText) || style.cssText.includes('\\')) element.removeAttribute('style');
  else if (element.namespaceURI === SVG) for (const name of ['overflow', 'overflow-x', 'overflow-y']) style.removeProperty(name);
}

/** @returns false when the element was replaced by a box that names what it cannot show. */
function cleanSources(element: Element, { words, resources, ownOrigin }: SanitizeOptions): boolean {
  const isMedia = ['video', 'audio'].includes(element.localName);
  const isPicture = element.localName === 'img' || element.parentElement?.localName === 'picture';
  const isOwn = (address: string): boolean => address.startsWith(ownOrigin);
  for (const name of ['src', 'poster']) {
    const written = element.getAttribute(name);
    if (written === null) continue;
    const address = Object.hasOwn(resources, written) ? resources[written] ?? '' : written;
    const isShown = isOwn(address) || (isAllowedSource(address) && (isPicture || name === 'poster'));
    if (isShown) element.setAttribute(name, address);
    else if (name === 'src' && element.localName === 'img') element.replaceWith(missingImage(written));
    else if (name === 'src' && (isMedia || element.parentElement?.matches('video, audio'))) nameOutside(element.closest('video, audio') ?? element, written, words);
    else element.removeAttribute(name);
    if (!element.parentNode) return false;
  }
  const srcset = element.getAttribute('srcset');
  if (srcset !== null && !srcset.split(',').every(candidate => isAllowedSource(candidate.trim()) || isOwn(candidate.trim()))) element.removeAttribute('srcset');
  if (isMedia) element.setAttribute('controls', '');
  return true;
}

/** Frames and films from elsewhere: named, with a link that opens in the browser. */
function nameOutside(element: Element, address: string, words: Words): void {
  const url = address.trim().replace(/^\/\//, 'https://');
  const shown = box(`<${element.localName}>${address ? ` ${address}` : ''}`, /^https?:/i.test(url) ? undefined : words.leftOut);
  if (/^https?:/i.test(url)) {
    const text = shown.ownerDocument.createElement('span');
    text.className = 'unknown-text';
    const link = shown.ownerDocument.createElement('a');
    link.href = url;
    link.textContent = words.openOutside;
    text.append(link);
    shown.append(text);
  }
  element.replaceWith(shown);
}

/** What we cannot draw is named, never hidden. */
function box(name: string, text: string | undefined): HTMLElement {
  const outer = document.createElement('div');
  outer.className = 'unknown';
  const add = (className: string, content: string): void => {
    const span = document.createElement('span');
    span.className = className;
    span.textContent = content;
    outer.append(span);
  };
  add('unknown-name', name);
  if (text !== undefined) add('unknown-text', text);
  return outer;
}

export function missingImage(path: string, hint?: string): HTMLElement {
  const outer = document.createElement('span');
  outer.className = 'missing-image';
  for (const [className, text] of [['missing-path', path], ['missing-hint', hint]] as const) {
    if (text === undefined) continue;
    const span = document.createElement('span');
    span.className = className;
    span.textContent = text;
    outer.append(span);
  }
  return outer;
}
