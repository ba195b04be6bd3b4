// Tags and categories beside the body: rows of links whose words are exactly those of the post.
import type { Post } from '../post';
import type { Site } from '../site';
import { fieldList } from '../source';
import type { Look } from './look';
import { squeeze } from './reading';
import type { Slot } from './slots';
import { attribute, elementsIn, escapeText, isElement, spanOf, textOf, type Element } from './tree';
import { escaped } from '../literal';

/** A row for each list of terms, filled by the pattern of its first entry. */
export function tagSlots(look: Look, site: Site): readonly Slot[] {
  const { fields } = site.flavor;
  return [fields.tags, fields.categories].flatMap(keys => rowsOf(fieldList(look.source, keys), look).flatMap(row => slotFor(row, keys, look)));
}

/** A link and what is around it alone, from the child of the row's element down. */
interface Entry { readonly item: Element; readonly link: Element; readonly term: string }

function rowsOf(terms: readonly string[], { root, article }: Look): readonly (readonly Entry[])[] {
  const names = new Map(terms.map(term => [plain(term), term]));
  const own = new Set<unknown>(article.children);
  const links = terms.length ? [...elementsIn(root, node => own.has(node))].filter(element => element.tagName === 'a' && names.has(plain(textOf(element)))) : [];
  const rows: Entry[][] = [];
  for (let index = 0; index < links.length; index++) {
    // each term once, in the post's own order or another one, one behind the other
    const run = links.slice(index, index + terms.length);
    if (run.length < terms.length || new Set(run.map(link => plain(textOf(link)))).size < terms.length) continue;
    const row = rowAround(run, names);
    if (!row) continue;
    rows.push(row);
    index += terms.length - 1;
  }
  return rows;
}

const plain = (text: string): string => squeeze(text).replace(/[,·|/]+$/, '').toLowerCase();

/** The children of the narrowest element around all links, one for each; undefined where other links stand between. */
function rowAround(links: readonly Element[], names: ReadonlyMap<string, string>): Entry[] | undefined {
  const item = (link: Element, above: Element): Element => { let at = link; while (at.parentNode !== above) at = at.parentNode as Element; return at; };
  const chain: Element[] = [];
  for (let at = links[0]!.parentNode; at && 'tagName' in at; at = at.parentNode) chain.push(at);
  // of a single one, the item of its list
  const above = chain.find((each, index) => links.every(link => isWithin(link, each)) && (links.length > 1 || !/^(?:li|span)$/.test(each.tagName) || index === chain.length - 1 || each.childNodes.filter(isElement).length > 1));
  if (!above) return undefined;
  const entries = links.map(link => ({ item: item(link, above), link, term: names.get(plain(textOf(link)))! }));
  if (new Set(entries.map(each => each.item)).size < entries.length) return undefined;
  const children = above.childNodes;
  const [first, last] = [children.indexOf(entries[0]!.item), children.indexOf(entries.at(-1)!.item)];
  return children.slice(first, last + 1).filter(isElement).every(child => entries.some(each => each.item === child) || textOf(child).trim().length < 3) ? entries : undefined;
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Element | undefined = element; at && 'tagName' in at; at = at.parentNode as Element | undefined) if (at === outer) return true;
  return false;
}

function slotFor(row: readonly Entry[], keys: readonly string[], { html }: Look): readonly Slot[] {
  const spans = row.map(({ item }) => spanOf(item));
  const [first, second] = spans;
  const last = spans.at(-1);
  if (!first || !last) return [];
  const between = second ? html.slice(first.end, second.start) : row[0]!.item.tagName === 'li' ? '' : ' ';
  const written = html.slice(first.start, last.end);
  const before = row.map(({ term }) => term);
  const source = html.slice(first.start, first.end);
  return [{
    start: first.start, end: last.end,
    fill(post: Post) {
      const terms = fieldList(post, keys);
      if (terms.length === before.length && terms.every(term => before.includes(term))) return written;
      return terms.map(term => entry(source, row[0]!, term, first.start)).join(between);
    },
  }];
}

/** The first entry with another word in it, and in the last part of its address. */
function entry(source: string, { link, term }: Entry, name: string, offset: number): string {
  const href = link.sourceCodeLocation?.attrs?.['href'];
  let text = source;
  const words = [...elementsIn(link), link].flatMap(element => element.childNodes).find(node => node.nodeName === '#text' && plain((node as unknown as { value: string }).value) === plain(term));
  const at = words && spanOf(words);
  if (at) text = text.slice(0, at.start - offset) + escapeText((words as unknown as { value: string }).value.replace(/[^#\s,·|/][^]*?(?=[\s,·|/]*$)/, () => name)) + text.slice(at.end - offset);
  if (!href || (at && href.startOffset > at.start)) return text;
  const address = (attribute(link, 'href') ?? '').replace(/[^/#]+(?=\/?$)/, () => encodeURIComponent(name.toLowerCase().replace(/\s+/g, '-')));
  return `${text.slice(0, href.startOffset - offset)}href="${escaped(address)}"${text.slice(href.endOffset - offset)}`;
}
