// What of a built page is shown: all that is to be seen, nothing that acts. Given as edits of the page's text, so that everything
// else stays as the theme wrote it. Whoever shows the page cleans it once more and forbids scripts: this is the first of two walls.
import type { Edit } from '../span';
import { LATE_SOURCES } from './reading';
import { marksOf, withScheme } from './scheme';
import { resolved, shownSheet, type Sheets } from './sheets';
import { attribute, elementsIn, innerSpan, isText, readPage, spanOf, tagSpan, type Element, type Parent } from './tree';
import { NOTHING, shownFrom, targetOf, type Showing } from './within';
import { escaped } from '../literal';

/** Elements that run, load pages or change where addresses lead. In a body an inert one takes their place, as style sheets count the elements. */
const GONE = /^(?:script|noscript|iframe|frame|frameset|object|embed|applet|portal|fencedframe|base|template|noembed|noframes)$/;
/** In SVG: what sets attributes as time goes by, and what brings HTML. */
const GONE_IN_SVG = /^(?:script|animate|animatetransform|animatemotion|set|handler|listener|foreignobject|iframe|template)$/i;

/** Attributes that act, and those that would keep a style sheet that is put into the page from counting. */
const ACTING = /^(?:on.*|srcdoc|autofocus|autoplay|action|formaction|method|target|ping|http-equiv|integrity|nonce|crossorigin|referrerpolicy|manifest|profile|codebase|archive|classid|is|allow|sandbox|formtarget|download|attributionsrc|popovertarget|command|commandfor)$/;
const ADDRESSES = /^(?:src|poster|background|data|lowsrc|dynsrc|longdesc)$/;

type Attr = Element['attrs'][number];
const keyOf = ({ prefix, name }: Attr): string => `${prefix ? `${prefix}:` : ''}${name}`.toLowerCase();

/**
 * @param page the file in the build
 * @returns undefined where the page cannot be cleaned: what is to go has no place of its own in the text
 */
export function cleaning(root: Parent, page: string, sheets: Sheets, showing: Showing): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  let isSound = true;
  const gone = new Set<Element>();
  const styles: string[] = [];
  const css = (text: string): string => { const shown = shownSheet(text, page, sheets, showing); styles.push(shown); return shown; };

  const take = (element: Element, text = ''): void => {
    const span = spanOf(element);
    if (span) edits.push({ ...span, text });
    else isSound = false;
    gone.add(element);
  };

  for (const element of elementsIn(root, node => gone.has(node as Element))) {
    const isHtml = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
    const name = element.tagName;
    if (isHtml ? GONE.test(name) : GONE_IN_SVG.test(name)) {
      const sheetsInside = unscripted(element).map(each => (each.tagName === 'link' ? linked(each) : styled(each))).join('');
      take(element, sheetsInside || (isHtml ? stead(element) : ''));
    } else if (name === 'link') take(element, linked(element) || stead(element));
    else if (name === 'meta' && (attribute(element, 'http-equiv') !== undefined || /^(?:referrer|color-scheme)$/i.test(attribute(element, 'name') ?? ''))) {
      const isScheme = /^color-scheme$/i.test(attribute(element, 'name') ?? '');
      take(element, isScheme ? `<meta name="color-scheme" content="${escaped(showing.scheme ?? attribute(element, 'content') ?? '')}">` : stead(element));
    } else if (name === 'style') take(element, styled(element) || stead(element));
    else attributesOf(element);
  }
  if (showing.scheme) edits.push(...withScheme(root, marksOf(styles), showing.scheme));
  return isSound ? withoutOverlaps(edits) : undefined;

  function linked(element: Element): string {
    const href = attribute(element, 'href');
    const media = mediaOf(element);
    if (href === undefined || media === undefined) return '';
    const target = targetOf(href, page, sheets);
    const asked = resolved(media, showing);
    const query = asked.trim() === '' ? '' : ` media="${escaped(asked)}"`;
    if (target.kind === 'remote' && showing.allowsRemote) return `<link rel="stylesheet" href="${escaped(target.url)}"${query}>`;
    const text = target.kind === 'file' ? sheets.texts.get(target.path) : undefined;
    if (target.kind !== 'file' || text === undefined) return '';
    const shown = shownSheet(text, target.path, sheets, showing);
    styles.push(shown);
    return `<style${query}>${shown}</style>`;
  }

  function styled(element: Element): string {
    const inner = innerSpan(element);
    const text = element.childNodes.filter(isText).map(({ value }) => value).join('');
    const type = attribute(element, 'type');
    if (!inner || (type && !/^text\/css$/i.test(type.trim()))) return '';
    const media = resolved(attribute(element, 'media') ?? '', showing);
    // in SVG the text of a style sheet is markup like any other
    const shown = element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? css(text) : css(text).replace(/[<&]/g, '');
    return `<style${media.trim() === '' ? '' : ` media="${escaped(media)}"`}>${shown}</style>`;
  }

  function attributesOf(element: Element): void {
    const late = lateSources(element);
    for (const attr of element.attrs) {
      const key = keyOf(attr);
      const value = valueFor(element, key, late.get(key) ?? attr.value);
      if (value === attr.value) continue;
      const at = element.sourceCodeLocation?.attrs?.[key];
      // a second <body> gives its attributes to the first
      if (at) edits.push({ start: at.startOffset, end: at.endOffset, text: value === undefined ? '' : `${key}="${escaped(value)}"` });
      else if (element.sourceCodeLocation) isSound = false;
    }
    for (const [key, written] of late) {
      if (element.attrs.some(attr => keyOf(attr) === key)) continue;
      const value = valueFor(element, key, written);
      const tag = tagSpan(element);
      if (value !== undefined && tag) edits.push({ start: tag.start + 1 + element.tagName.length, end: tag.start + 1 + element.tagName.length, text: ` ${key}="${escaped(value)}"` });
    }
  }

  /** What an attribute is shown as; undefined takes it out. */
  function valueFor(element: Element, key: string, value: string): string | undefined {
    if (ACTING.test(key) || key.startsWith('xmlns:ev')) return undefined;
    const name = element.tagName.toLowerCase();
    if (key === 'style') return value.includes('(') || value.includes('\\') ? shownSheet(`a{${value}}`, page, sheets, showing).replace(/^a\{|\}$/g, '') : value;
    if (key === 'media') return resolved(value, showing);
    if (key === 'srcset' || key === 'imagesrcset') return sourceSet(value);
    if (ADDRESSES.test(key)) return name === 'input' && attribute(element, 'type')?.toLowerCase() !== 'image' ? undefined : shownFrom(targetOf(value, page, sheets), showing) ?? NOTHING;
    if (key === 'href' || key === 'xlink:href') {
      if (name === 'a' || name === 'area') return isSafeLink(value) ? value : undefined;
      const target = targetOf(value, page, sheets);
      if (name === 'image' || name === 'feimage') return target.kind === 'fragment' ? undefined : shownFrom(target, showing);
      return target.kind === 'fragment' ? value : undefined;
    }
    // fills, masks and filters of SVG
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' && /url\s*\(|\\/i.test(value)) return /^url\(\s*["']?#[\w.:-]+["']?\s*\)(?:\s+[\w#-]+)?$/i.test(value.trim()) ? value : undefined;
    return value;
  }

  function sourceSet(value: string): string {
    // addresses hold no blanks; commas only within (HTML, 4.8.4.3.2), as in the addresses of picture services
    return [...value.matchAll(/\s*,*\s*(\S+?)(,+(?=\s|$)|(?=\s|$))([^,(]*(?:\([^)]*\)[^,(]*)*)/g)].flatMap(([, url = '', comma = '', size = '']) => {
      const shown = shownFrom(targetOf(url, page, sheets), showing);
      return shown === undefined ? [] : [`${shown}${comma === '' ? ` ${size.trim()}` : ''}`.trim()];
    }).join(', ');
  }
}

/**
 * The style sheets in a `<noscript>` of a head. A theme that hides the page until its script has run shows it by these where none
 * runs; what else stands in a `<noscript>` readers do not see.
 */
export function unscripted(element: Element): readonly Element[] {
  if (element.tagName !== 'noscript' || element.parentNode?.nodeName !== 'head') return [];
  const inside = readPage(element.childNodes.filter(isText).map(({ value }) => value).join(''), true);
  return inside ? [...elementsIn(inside)].filter(({ tagName }) => tagName === 'link' || tagName === 'style') : [];
}

/** What takes the place of an element that goes, so that those beside it are still the second or the last. In a head nobody counts. */
const stead = ({ parentNode }: Element): string => (parentNode?.nodeName === 'head' || parentNode?.nodeName === 'html' ? '' : '<template></template>');

/** Links are followed by whoever shows the page; here only those that would act are taken out. */
const isSafeLink = (href: string): boolean => !/^(?!(?:https?|mailto|tel):)[a-z][a-z\d+.-]*:/i.test(href.replace(/[\0-\x20]+/g, ''));

/**
 * For which media a `<link>` is a style sheet; undefined where it is none. Those that a script would switch on when they have come
 * (https://web.dev/articles/defer-non-critical-css) are on: a reader sees the page with them.
 */
export function mediaOf(link: Element): string | undefined {
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  const onload = attribute(link, 'onload') ?? '';
  const isLate = rel.includes('preload') && /\brel\s*=\s*(['"])stylesheet\1/.test(onload);
  if (!(rel.includes('stylesheet') || isLate) || rel.includes('alternate') || attribute(link, 'disabled') !== undefined) return undefined;
  return /\bmedia\s*=\s*(['"])(.*?)\1/.exec(onload)?.[2] ?? attribute(link, 'media') ?? '';
}

/** Attributes with the picture that a script would load as it comes into sight. */
function lateSources(element: Element): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (!/^(?:img|source|iframe|video)$/.test(element.tagName)) return found;
  const source = LATE_SOURCES.map(name => attribute(element, name)).find(value => value);
  const set = attribute(element, 'data-srcset') ?? attribute(element, 'data-lazy-srcset');
  if (source) found.set('src', source);
  if (set) found.set('srcset', set);
  return found;
}

/** What lies in what goes is gone with it. Insertions at one place keep their order. */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.map((edit, order) => ({ edit, order })).sort((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end || a.order - b.order);
  const kept: Edit[] = [];
  let end = 0;
  for (const { edit } of sorted) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

/** Whether nothing that acts is left, as a browser would read the page now: the last word before it is handed out. */
export function isClean(root: Parent): boolean {
  for (const element of elementsIn(root)) {
    const name = element.tagName;
    if (name !== 'template' && (GONE.test(name) || (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' && GONE_IN_SVG.test(name)))) return false;
    if (name === 'link' && attribute(element, 'rel') !== 'stylesheet') return false;
    for (const attr of element.attrs) {
      const key = keyOf(attr);
      if (ACTING.test(key) || (/href$/.test(key) && !isSafeLink(attr.value) && /^(?:a|area)$/.test(name))) return false;
    }
  }
  return true;
}
