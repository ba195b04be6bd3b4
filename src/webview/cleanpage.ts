// Makes of a page of the site's build what may stand in the frame. Unlike a post's body it keeps its own look whole: its style
// sheets, its marks, its forms to look at. What could run, load or lead away goes; the frame's sandbox and the policy around it
// are two more walls behind this one.
import { isAllowedFile, isAllowedLink } from './allowed';
import { unshadow } from './shadowing';

const REMOVED = 'script, noscript, noembed, noframes, template, base, iframe, frame, frameset, object, embed, applet, portal, fencedframe, foreignObject, annotation-xml, animate, animateMotion, animateTransform, set, discard, handler, listener, meta:not([name="color-scheme" i], [name="viewport" i]), meta[http-equiv], link:not([rel~="stylesheet" i]), link[rel~="alternate" i]';

/** Attributes that act by themselves, lead away or say who asks. */
const ACTING = new Set(['action', 'formaction', 'ping', 'srcdoc', 'target', 'autofocus', 'autoplay', 'background', 'manifest', 'nonce', 'is', 'popovertarget', 'commandfor', 'attributionsrc', 'referrerpolicy', 'accesskey', 'contenteditable']);

export function cleanPage(page: Document): void {
  // asked in a way that no element of the page can be in the way of
  const all = (selector: string): readonly Element[] => [...Document.prototype.querySelectorAll.call(page, selector)];
  for (const element of all('[id], [name]')) unshadow(element);
  for (const element of all(REMOVED)) element.remove();
  for (const element of all('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower.startsWith('on') || ACTING.has(lower) || !isAllowedAddress(element, lower, value)) element.removeAttribute(name);
    }
    // with another word it would connect to its host early, which no policy forbids
    if (element.matches('link')) element.setAttribute('rel', 'stylesheet');
  }
}

function isAllowedAddress(element: Element, name: string, value: string): boolean {
  switch (name) {
    case 'href': case 'xlink:href':
      if (element.matches('a, area') && element.namespaceURI === 'http://www.w3.org/1999/xhtml') return isAllowedLink(value);
      return element.matches('link') || value.trim().startsWith('#');
    case 'src': case 'poster':
      return isAllowedFile(value);
    case 'srcset':
      return value.split(/,\s+/).every(isAllowedFile);
  }
  return true;
}
