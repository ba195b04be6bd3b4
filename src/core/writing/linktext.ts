// A title and an address of somebody else's, written so that the blog's engine shows exactly them.
import { percentCode } from '../links';
import { attribute, elementsIn, readPage, textOf } from '../look/tree';
import type { Dialect } from '../markdown/document';

/** What ends an address in Markdown or is read as a template: encoded, it leads to the same place. */
const inAddress = (address: string): string => address.replace(/[\s<>"\\^`{}|]/g, percentCode);

const parenthesesCoded = (address: string): string => address.replace(/[()]/g, percentCode);

const isBalanced = (address: string): boolean => {
  let depth = 0;
  for (const letter of address) if (letter === '(') depth++; else if (letter === ')' && --depth < 0) return false;
  return depth === 0;
};

/** Braces and what begins a template are no template as entities, whatever runs before Markdown. */
const withoutTemplates = (text: string): string => text.replace(/\{(?=[{%#])|(?<=[}%#])\}/g, sign => (sign === '{' ? '&#123;' : '&#125;'));

/** From what changes least to what leaves no sign a meaning. */
const WAYS: readonly ((title: string) => string)[] = [
  title => title,
  title => title.replace(/[\\[\]]/g, '\\$&'),
  title => title.replace(/[\\[\]*_`<~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;'),
  title => title.replace(/[\\[\]*_`<>~|$^=#:!+.-]/g, '\\$&').replace(/&(?=#?\w+;)/g, '&amp;'),
  title => title.replace(/[^\p{L}\p{N}\p{M}\s\ud800-\udfff\u200d\ufe0f]/gu, sign => `&#${sign.codePointAt(0)};`),
];

/**
 * The lines of a shape with title and address in them.
 * @returns the first way of writing in which the dialect reads back what went in; the most careful one where none does, as with a
 * shape that is no link to the engine
 */
export function writeLink(shape: readonly string[], { title, address, note, number }: { readonly title: string; readonly address: string; readonly note: string; readonly number: number }, dialect: Dialect): readonly string[] {
  const addresses = isBalanced(address) ? [inAddress(address), parenthesesCoded(inAddress(address))] : [parenthesesCoded(inAddress(address))];
  const write = (way: (text: string) => string, url: string): readonly string[] => shape.map(line => line
    .replace(/\{(?:title|url|note|n)\}/g, slot => (slot === '{title}' ? withoutTemplates(way(title)) : slot === '{url}' ? url : slot === '{n}' ? String(number) : withoutTemplates(way(note)))));
  const has = (slot: string): boolean => shape.some(line => line.includes(slot));
  const words = [...(has('{title}') ? [title] : []), ...(has('{note}') ? [note] : [])].join(' ');
  const hasLink = shape.some(line => /\]\(\{url\}\)/.test(line));
  for (const url of addresses) {
    for (const way of WAYS) {
      const lines = write(way, url);
      if (isReadAs(lines, { title: hasLink && shape.some(line => line.includes('[{title}]') || /\[(\*\*|__|\*|_|`)\{title\}/.test(line)) ? title : undefined, url: hasLink ? url : undefined, words }, dialect)) return lines;
    }
  }
  return write(WAYS.at(-1)!, addresses.at(-1)!);
}

/** Signs that engines set nicely, and white space, are the same. */
const plain = (text: string): string => text.replace(/[“”„«»″]/g, '"').replace(/[‘’‚′]/g, "'").replace(/…/g, '...').replace(/[–—]/g, '-').replace(/-+/g, '-').replace(/\s+/g, ' ').trim();

function isReadAs(lines: readonly string[], { title, url, words }: { readonly title: string | undefined; readonly url: string | undefined; readonly words: string }, dialect: Dialect): boolean {
  const text = `${lines.join('\n')}\n`;
  const document = dialect.parse(text, { start: 0, end: text.length });
  const [link, ...more] = document.links.filter(({ isImage }) => !isImage);
  if (url !== undefined && (link?.target !== url || more.length > 0)) return false;
  const page = readPage(dialect.render(document), true);
  if (!page) return false;
  if (title !== undefined) {
    const shownLink = [...elementsIn(page)].find(element => element.tagName === 'a' && attribute(element, 'href') !== undefined);
    if (!shownLink || plain(textOf(shownLink)) !== plain(title)) return false;
  }
  const shown = plain(textOf(page));
  return [...plain(words).matchAll(/[^\s]+/g)].every(([word]) => shown.includes(word));
}
