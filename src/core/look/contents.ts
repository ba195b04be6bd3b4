// A list of contents beside the body: found by its links to the post's own headings, and written anew by its own pattern when the
// headings change.
import type { Heading } from '../markdown/document';
import type { Post } from '../post';
import type { Site } from '../site';
import { decode } from '../links';
import type { Look } from './look';
import { squeeze } from './reading';
import type { Slot } from './slots';
import { attribute, elementsIn, escapeText, innerSpan, isElement, isText, nodesIn, spanOf, tagSpan, textOf, type Element, type Parent } from './tree';
import { escaped } from '../literal';

interface Listed { readonly link: Element; readonly item: Element; readonly heading: Heading }

export function contentsSlots(look: Look, site: Site): readonly Slot[] {
  const own = new Set<unknown>(look.article.children);
  const headings = new Map(look.source.headings.flatMap(heading => (heading.id === undefined ? [] : [[heading.id, heading] as const])));
  const lists = [...elementsIn(look.root, node => own.has(node))].filter(element => !own.has(element) && /^(?:ul|ol)$/.test(element.tagName) && !hasListAbove(element));
  const slots = lists.flatMap((list): readonly Slot[] => {
    const listed = entriesOf(list, headings);
    const links = [...elementsIn(list)].filter(({ tagName }) => tagName === 'a').length;
    // some may have been written anew since; a menu with one link to a place in the page is none
    return listed.length && listed.length >= links * 0.6 ? found(slotFor(list, listed, look)) : [];
  });
  return slots.length ? slots : emptyNav(look, site, own);
}

const found = (slot: Slot | undefined): readonly Slot[] => (slot ? [slot] : []);

function hasListAbove(element: Element): boolean {
  for (let at: Parent | null = element.parentNode; at && 'tagName' in at; at = at.parentNode) if (/^(?:ul|ol)$/.test(at.tagName)) return true;
  return false;
}

function entriesOf(list: Element, headings: ReadonlyMap<string, Heading>): readonly Listed[] {
  return [...elementsIn(list)].filter(({ tagName }) => tagName === 'a').flatMap((link): readonly Listed[] => {
    const href = attribute(link, 'href') ?? '';
    const heading = href.includes('#') ? headings.get(decode(href.slice(href.indexOf('#') + 1))) : undefined;
    let item: Parent | null = link.parentNode;
    while (item && 'tagName' in item && item.tagName !== 'li') item = item.parentNode;
    return heading && item && 'tagName' in item ? [{ link, item, heading }] : [];
  });
}

/** What one depth of the list looks like: around the nested list, around the entry, and the entry itself. */
interface Pattern { readonly list: string; readonly item: string; entry(heading: Heading, number: string): string }

function slotFor(list: Element, listed: readonly Listed[], look: Look): Slot | undefined {
  const span = innerSpan(list);
  if (!span) return undefined;
  const { html } = look;
  const levels = listed.map(({ heading }) => heading.level);
  const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
  const written = html.slice(span.start, span.end);
  const before = shape(look.source.headings, top, bottom);
  const patterns = new Map<number, Pattern>();
  for (const each of listed) {
    const depth = depthOf(each.item, list);
    if (!patterns.has(depth)) patterns.set(depth, patternOf(each, html));
  }
  const deepest = Math.max(...patterns.keys());
  const patternAt = (depth: number): Pattern => patterns.get(depth) ?? patterns.get(Math.min(depth, deepest)) ?? [...patterns.values()][0]!;
  return { ...span, fill(post: Post) {
    if (shape(post.headings, top, bottom) === before) return written;
    return nested(post.headings.filter(({ level, id }) => id !== undefined && level >= top && level <= bottom), 0, '', patternAt);
  } };
}

const shape = (headings: readonly Heading[], top: number, bottom: number): string => JSON.stringify(headings.filter(({ level }) => level >= top && level <= bottom).map(({ level, id, text }) => [level, id, text]));

function depthOf(item: Element, list: Element): number {
  let depth = 0;
  for (let at: Parent | null = item.parentNode; at && at !== list && 'tagName' in at; at = at.parentNode) if (/^(?:ul|ol)$/.test(at.tagName)) depth++;
  return depth;
}

function patternOf({ link, item, heading }: Listed, html: string): Pattern {
  const openOf = (element: Element): string => { const at = tagSpan(element); return at ? html.slice(at.start, at.end) : `<${element.tagName}>`; };
  const at = spanOf(link)!;
  const href = link.sourceCodeLocation?.attrs?.['href'];
  const texts = [...nodesIn(link)].filter(isText).map(node => ({ node, span: spanOf(node)! }));
  const words = texts.find(({ node }) => squeeze(node.value) === squeeze(heading.text)) ?? texts.at(-1);
  const around = item.parentNode as Element;
  return {
    list: isElement(around) ? openOf(around) : '<ul>', item: openOf(item),
    entry({ id, text }, number) {
      const edits = [
        ...(href ? [{ start: href.startOffset, end: href.endOffset, text: `href="#${escaped(encodeURIComponent(id!))}"` }] : []),
        ...texts.flatMap(({ node, span }) => (node === words?.node ? [{ ...span, text: escapeText(text) }] : /^\s*[\d.]+\s*$/.test(node.value) ? [{ ...span, text: node.value.replace(/[\d.]*\d/, number) }] : [])),
      ].sort((a, b) => b.start - a.start);
      return edits.reduce((done, edit) => done.slice(0, edit.start - at.start) + edit.text + done.slice(edit.end - at.start), html.slice(at.start, at.end));
    },
  };
}

/** Entries below one another, as deep as the levels of headings go: a level that is left out makes no list of its own. */
function nested(headings: readonly Heading[], depth: number, number: string, patternAt: (depth: number) => Pattern): string {
  const pattern = patternAt(depth);
  let made = '';
  let count = 0;
  for (let index = 0; index < headings.length;) {
    const heading = headings[index]!;
    let next = index + 1;
    while (next < headings.length && headings[next]!.level > heading.level) next++;
    const below = headings.slice(index + 1, next);
    const at = `${number}${++count}`;
    const inner = below.length ? `\n${patternAt(depth + 1).list}\n${nested(below, depth + 1, `${at}.`, patternAt)}</${tagOf(patternAt(depth + 1).list)}>\n` : '';
    made += `${pattern.item.replace(/(\blevel-|\btoc-h)\d/g, `$1${heading.level}`)}${pattern.entry(heading, at)}${inner}</li>\n`;
    index = next;
  }
  return made;
}

const tagOf = (tag: string): string => /^<([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? 'ul';

/** Hugo's own element for contents, which stands there empty when the built post had none: `tableOfContents` in its documentation. */
function emptyNav(look: Look, site: Site, own: ReadonlySet<unknown>): readonly Slot[] {
  const range = site.flavor.contentsRange?.(site.config);
  if (!range) return [];
  const before = shape(look.source.headings, range.from, range.to);
  return [...elementsIn(look.root, node => own.has(node))].flatMap((element): readonly Slot[] => {
    const span = attribute(element, 'id') === 'TableOfContents' && textOf(element).trim() === '' ? innerSpan(element) : undefined;
    if (!span) return [];
    const written = look.html.slice(span.start, span.end);
    const list = range.isOrdered ? '<ol>' : '<ul>';
    const pattern: Pattern = { list, item: '<li>', entry: ({ id, text }) => `<a href="#${escaped(encodeURIComponent(id!))}">${escapeText(text)}</a>` };
    return [{ ...span, fill(post: Post) {
      if (shape(post.headings, range.from, range.to) === before) return written;
      const shown = post.headings.filter(({ level, id }) => id !== undefined && level >= range.from && level <= range.to);
      return shown.length ? `${list}\n${nested(shown, 0, '', () => pattern)}</${tagOf(list)}>` : '';
    } }];
  });
}
