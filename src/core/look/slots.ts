// The places of a built page, beside the body, that say something of the post: its title, date, description, reading time, tags.
// Each is found by what the built post says there, and filled with what the post says now; where that is the same, the page's own
// text stays byte for byte.
import { lengthOf, minutesAbout } from '../length';
import type { Post } from '../post';
import { headOf, type PostHead } from '../preview';
import type { Site } from '../site';
import type { Span } from '../span';
import { contentsSlots } from './contents';
import type { Look } from './look';
import { dateOfPost, dateParts } from './moments';
import { squeeze } from './reading';
import { tagSlots } from './terms';
import { attribute, elementsIn, escapeText, innerSpan, isElement, isText, nodesIn, spanOf, textOf, type Element, type Node, type Text } from './tree';
import { targetOf } from './within';
import { escaped, literal } from '../literal';

/** A stretch of the page's text, and what stands there for a post. */
export interface Slot extends Span {
  fill(post: Post): string;
}

/** A stretch of a text or an attribute's value, decoded. */
export type Part = Slot;

const heads = new WeakMap<Post, { readonly site: Site['config']; readonly head: PostHead }>();

/** Asked by each slot of a page. */
function headFor(post: Post, site: Site): PostHead {
  const known = heads.get(post);
  if (known?.site === site.config) return known.head;
  const head = headOf(post, site, 'en');
  heads.set(post, { site: site.config, head });
  return head;
}

/** Those beside the body, in no order; none lies in another. */
export function slotsOf(look: Look, site: Site): readonly Slot[] {
  const built = { head: headFor(look.source, site), date: dateOfPost(look.source, site) };
  const title = builtTitle(look, built.head.title);
  const structural = [...contentsSlots(look, site), ...tagSlots(look, site)];
  const isTaken = (node: Node): boolean => { const at = spanOf(node); return at !== undefined && structural.some(({ start, end }) => at.start < end && start < at.end); };
  const date = datedBy(look, built.date, site);
  const slots: Slot[] = [...structural];

  for (const node of outside(look)) {
    if (isText(node) && node.value.trim() !== '') {
      const parent = node.parentNode as Element;
      const span = spanOf(node);
      if (!span || /^(?:script|style|noscript|template|textarea)$/.test(parent.nodeName) || isTaken(node)) continue;
      const isElsewhere = leadsElsewhere(parent, look);
      const parts = [
        ...(isElsewhere ? [] : [...wordsParts(node.value, title, parent.nodeName === 'title', post => headFor(post, site).title), ...wordsParts(node.value, built.head.summary, false, post => headFor(post, site).summary), ...minutesParts(node.value, look, site)]),
        ...(date && !isElsewhere && node.value.length < 300 ? dateParts(node.value, date, site) : []),
      ];
      if (parts.length) slots.push({ ...span, fill: filled(node.value, parts, look.html.slice(span.start, span.end), escapeText) });
    } else if (isElement(node)) slots.push(...attributeSlots(node));
  }
  slots.push(...titlesOfSeveral(look, title, slots, site));
  return slots;

  function attributeSlots(element: Element): readonly Slot[] {
    const name = element.tagName;
    const isMeta = name === 'meta';
    return element.attrs.flatMap((attr): readonly Slot[] => {
      const at = element.sourceCodeLocation?.attrs?.[attr.name];
      if (!at || isTaken(element)) return [];
      const isTitle = isMeta ? attr.name === 'content' && /title|headline/i.test(metaName(element)) : /^(?:title|alt|aria-label)$/.test(attr.name);
      const isSummary = isMeta && attr.name === 'content' && /description|abstract/i.test(metaName(element));
      const isDate = attr.name === 'datetime' || (isMeta && attr.name === 'content' && /time|date/i.test(metaName(element))) || (attr.name === 'title' && name === 'time');
      if (!isTitle && !isSummary && !isDate) return [];
      if (!isMeta && leadsElsewhere(element, look)) return [];
      const parts = [
        ...(isTitle ? wordsParts(attr.value, title, isMeta, post => headFor(post, site).title) : []),
        ...(isSummary ? wordsParts(attr.value, built.head.summary, false, post => headFor(post, site).summary) : []),
        ...(isDate && date ? dateParts(attr.value, date, site) : []),
      ];
      const written = look.html.slice(at.startOffset, at.endOffset);
      return parts.length ? [{ start: at.startOffset, end: at.endOffset, fill: filled(attr.value, parts, written, text => `${attr.name}="${escaped(text)}"`) }] : [];
    });
  }
}

const metaName = (meta: Element): string => attribute(meta, 'property') ?? attribute(meta, 'name') ?? attribute(meta, 'itemprop') ?? '';

function outside({ root, article }: Look): readonly Node[] {
  const own = new Set(article.children);
  return [...nodesIn(root, node => own.has(node))].filter(node => !own.has(node));
}

/** A text with some parts filled in; as it was written where all of them say what they said. */
function filled(text: string, parts: readonly Part[], written: string, wrap: (text: string) => string): (post: Post) => string {
  const apart = [...parts].sort((a, b) => a.start - b.start || b.end - a.end).filter((part, index, all) => all.slice(0, index).every(({ end }) => end <= part.start));
  return post => {
    let result = '';
    let at = 0;
    for (const { start, end, fill } of apart) {
      result += text.slice(at, start) + fill(post);
      at = end;
    }
    result += text.slice(at);
    return result === text ? written : wrap(result);
  };
}

/** Where a text says a value: nothing else, or (`isWithin`) among other words. Typography and blanks may differ. */
function wordsParts(text: string, value: string | undefined, isWithin: boolean, now: (post: Post) => string | undefined): readonly Part[] {
  const wanted = value === undefined ? '' : squeeze(value);
  if (wanted === '') return [];
  const fill = (written: string) => (post: Post): string => { const next = now(post) ?? ''; return squeeze(next) === wanted ? written : next; };
  if (squeeze(text) === wanted) {
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    return [{ start, end, fill: fill(text.slice(start, end)) }];
  }
  if (!isWithin) return [];
  const found = new RegExp([...value!.trim()].map(sign => (/\s/.test(sign) ? '\\s*' : /["“”„«»]/.test(sign) ? '["“”„«»]' : /['‘’‚]/.test(sign) ? "['‘’‚]" : literal(sign))).join(''), 'u').exec(text);
  return found ? [{ start: found.index, end: found.index + found[0].length, fill: fill(found[0]) }] : [];
}

/** The title by which the page was built: the post's own one may have been changed since. */
function builtTitle(look: Look, now: string | undefined): string | undefined {
  const metas = [...elementsIn(look.root)];
  const whole = squeeze(textOfTitle(look));
  if (now !== undefined && whole.includes(squeeze(now))) return now;
  const card = metas.find(element => element.tagName === 'meta' && metaName(element) === 'og:title');
  const headings = outside(look).filter(isElement).filter(({ tagName }) => /^h[12]$/.test(tagName)).map(element => textOf(element).replace(/\s+/g, ' ').trim()).filter(Boolean);
  if (now !== undefined && headings.some(heading => squeeze(heading) === squeeze(now))) return now;
  return headings.find(heading => heading === attribute(card ?? { attrs: [] } as unknown as Element, 'content')) ?? headings.find(heading => whole.includes(squeeze(heading))) ?? now;
}

const textOfTitle = ({ root }: Look): string => [...elementsIn(root)].find(({ tagName }) => tagName === 'title')?.childNodes.filter(isText).map(({ value }) => value).join('') ?? '';

/** A title that the theme has broken into pieces, by a line break or code in it. */
function titlesOfSeveral(look: Look, title: string | undefined, taken: readonly Slot[], site: Site): readonly Slot[] {
  if (title === undefined || squeeze(title) === '') return [];
  return outside(look).filter(isElement).flatMap((element): readonly Slot[] => {
    const span = /^h[1-3]$/.test(element.tagName) ? innerSpan(element) : undefined;
    if (!span || squeeze(textOf(element)) !== squeeze(title) || taken.some(({ start, end }) => start < span.end && span.start < end)) return [];
    const written = look.html.slice(span.start, span.end);
    return [{ ...span, fill: post => { const now = headFor(post, site).title ?? ''; return squeeze(now) === squeeze(title) ? written : escapeText(now); } }];
  });
}

/** In a link to another page: the titles and dates there are that page's. */
function leadsElsewhere(element: Element, { page, sheets }: Look): boolean {
  for (let at: Element | undefined = element; at && 'attrs' in at; at = at.parentNode as Element | undefined) {
    if (at.tagName !== 'a') continue;
    const href = attribute(at, 'href');
    if (href === undefined || href.startsWith('#')) return false;
    const folder = href.replace(/[?#].*$/s, '');
    const target = [folder, `${folder.replace(/\/$/, '')}/index.html`, `${folder}.html`].map(each => targetOf(each, page, sheets)).find(({ kind }) => kind === 'file');
    return target?.kind !== 'file' || target.path !== page;
  }
  return false;
}

/** The date by which the page was built, where the post has been given another one since. */
function datedBy(look: Look, now: ReturnType<typeof dateOfPost>, site: Site): ReturnType<typeof dateOfPost> {
  const texts = outside(look).filter(isText).filter(({ value }) => /\d/.test(value) && value.length < 300).map(({ value }: Text) => value);
  if (now && texts.some(text => dateParts(text, now, site).length)) return now;
  const told = outside(look).filter(isElement).flatMap(element => (element.tagName === 'meta' && /published_time|datePublished/i.test(metaName(element)) ? [attribute(element, 'content')] : element.tagName === 'time' ? [attribute(element, 'datetime')] : []));
  for (const text of told) {
    const date = text === undefined ? undefined : site.flavor.date({ path: look.source.path.replace(/^.*\//, ''), frontMatter: headWith('date', text) }, site);
    if (date !== undefined && date !== 'unreadable') return date;
  }
  return now;
}

const headWith = (key: string, value: string): Post['frontMatter'] => ({ isBroken: false, isUnclosed: false, field: (name: string) => (name === key ? { key, value, source: value } : undefined) }) as unknown as Post['frontMatter'];

const READING = /(\d+)(?=\s*(?:min\b|minutes?\b|분))/i;

/** Themes count in their own ways; ours says by how much it changes. */
function minutesParts(text: string, { source }: Look, site: Site): readonly Part[] {
  const found = text.length < 60 && /read|min|분/i.test(text) ? READING.exec(text) : null;
  if (!found || /\d\s*(?:시간|시|hours?)/.test(text)) return [];
  const before = lengthOf(source, site).minutes;
  return [{ start: found.index, end: found.index + found[1]!.length, fill: post => String(Math.max(1, Number(found[1]) + minutesAbout(post, site) - before)) }];
}
