// Makes of a page of the site's build what may stand in the frame. Unlike a post's body it keeps its own look whole: its style
// sheets, its marks, its forms to look at. What could run, load or lead away goes; the frame's sandbox and the policy around it
// are two more walls behind this one.
import { isAllowedLink } from './allowed';

const REMOVED = 'script, noscript, template, base, iframe, frame, frameset, object, embed, applet, portal, fencedframe, foreignObject, animate, animateMotion, animateTransform, set, handler, listener, meta[http-equiv], link:not([rel~="stylesheet" i]), link[rel~="alternate" i]';

/** Attributes that act by themselves or lead away. */
const LEADING = ['action', 'formaction', 'ping', 'srcdoc', 'target', 'autofocus', 'background', 'manifest', 'nonce', 'is', 'popovertarget', 'commandfor', 'attributionsrc'];

export function cleanPage(document: Document): void {
  for (const element of document.querySelectorAll(REMOVED)) element.remove();
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      const leadsAway = /^(?:xlink:)?href$/.test(lower) && (element.matches('a, area') && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? !isAllowedLink(value) : !element.matches('link') && !value.trim().startsWith('#'));
      if (lower.startsWith('on') || LEADING.includes(lower) || leadsAway) element.removeAttribute(name);
    }
    if (element.localName === 'video' || element.localName === 'audio') element.removeAttribute('autoplay');
  }
}
