// What of a post's HTML may stand in the page: a list of what is let in, so that what nobody thought of stays out.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const HTML_TAGS = words(`
  a abbr acronym address article aside audio b bdi bdo big blockquote br button caption center cite code col colgroup data dd del details
  dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map area
  mark menu meter nav ol optgroup option output p picture pre progress q rb rp rt rtc ruby s samp search section select small source
  span strike strong sub summary sup table tbody td textarea tfoot th thead time tr track tt u ul var video wbr fieldset`);

/** Elements of which nothing is kept, not even the text: it is no text for readers. */
export const CODE_TAGS = words('script style template link meta base title noscript noframes noembed');

export const SVG_TAGS = words(`
  svg g path circle ellipse line rect polyline polygon text tspan textPath defs symbol use marker linearGradient radialGradient stop
  clipPath mask pattern title desc filter feBlend feColorMatrix feComposite feDropShadow feFlood feGaussianBlur feMerge feMergeNode feOffset`);

export const MATHML_TAGS = words(`
  math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover
  mmultiscripts mprescripts none mtable mtr mtd semantics annotation`);

const HTML_ATTRIBUTES = words(`
  class id title lang dir role hidden translate style align valign width height alt src srcset sizes href hreflang rel cite datetime
  colspan rowspan scope headers abbr span start reversed type value checked disabled open controls loop muted poster kind srclang label
  border cellpadding cellspacing bgcolor color face size hspace vspace nowrap clear compact usemap shape coords loading decoding
  for min max low high optimum cols rows placeholder media`);

/** Where a name is an anchor or a map of a picture, and hides nothing of the page. */
const NAMED = words('a map');

/** Our own marks, which only the core sets; the core's HTML and the post's come through the same door, so `data-line` is let in. */
const OWN_DATA = words('data-gap data-uri data-version');

export function isAllowedAttribute(element: Element, name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('on') || OWN_DATA.has(lower)) return false;
  if (/^(?:aria|data)-[\w-]+$/.test(lower)) return true;
  if (element.namespaceURI === 'http://www.w3.org/1999/xhtml') return HTML_ATTRIBUTES.has(lower) || (lower === 'name' && NAMED.has(element.localName));
  return (/^[a-z][\w-]*$/i.test(name) && !LOADING.test(element.getAttribute(name)!) && lower !== 'overflow') || lower === 'xlink:href';
}

/** What a value of CSS loads, other than what is in the page itself. As CSSOM writes it: in a style attribute, escapes may hide it. */
export const LOADING = /(?:\burl|\bsrc|\bimage|image-set|cross-fade|\bpaint|\belement|expression)\((?!\s*["']?#)/i;

/** Where a link may lead; the extension decides again when it is clicked. */
export const isAllowedLink = (href: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(plain(href)) || /^(?:https?|mailto):/i.test(plain(href));

/** From where pictures, films and sounds may come; the page's policy says so too. */
export const isAllowedSource = (address: string): boolean => /^https:\/\//i.test(plain(address)) || /^data:image\//i.test(plain(address));

/** The same for a page of the site's build, which has the blog's own files by their addresses already. */
export const isAllowedFile = (address: string): boolean => !/^[a-z][a-z\d+.-]*:/i.test(plain(address)) || /^https?:/i.test(plain(address)) || isAllowedSource(address);

/** As a browser reads an address: it skips blanks and control characters. */
const plain = (address: string): string => address.replace(/[\u0000-\u0020\u007f-\u009f]+/g, '');
