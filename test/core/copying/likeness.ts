// How like what a blog shows a copy is: for tests, and for whole blogs by `bench/copy.mjs`.
import type { Absolutes } from '../../../src/core/copying/absolute';
import { joined, markdownOf } from '../../../src/core/copying/markdown';
import { Remarks } from '../../../src/core/copying/notes';
import type { Place } from '../../../src/core/copying/place';
import { readBody } from '../../../src/core/copying/reading';
import { shaped } from '../../../src/core/copying/shape';
import { changed, isPart, part, partsIn, textOf, type Part, type Piece } from '../../../src/core/copying/tree';
import { wordsFor } from '../../../src/core/copying/words';
import { attribute, classesOf, isElement, isText, nodesIn, readPage } from '../../../src/core/look/tree';
import { decode } from '../../../src/core/links';
import { commonmark } from '../../../src/core/markdown/commonmark';

const dialect = commonmark();

/** Every address is as it is. */
const AS_WRITTEN: Absolutes = { origin: 'https://blog.hanbit.dev', original: undefined, of: target => ({ url: target }) };

export function pieces(html: string, absolutes: Absolutes = AS_WRITTEN, formulas = [] as readonly { left: string; right: string; isDisplay: boolean }[]): readonly Piece[] | undefined {
  return readBody(html, { absolutes, remarks: new Remarks(), drawings: { formulas, hasDiagrams: false }, pictureWords: (alt, file) => `[${alt} ${file}]` });
}

/** Text without blanks, in which HTML and Markdown may differ, and with addresses as a parser that links them shows them. */
export const letters = (text: string): string => text.replace(/(?:%[89a-f][\da-f]){2,}/gi, decode).replace(/[\s\u200b]+/g, '');

/** What a page shows of a body, told without our reader. */
export function shownText(html: string): string {
  const tree = readPage(html, true)!;
  let text = '';
  const isGone = (node: Parameters<typeof isText>[0]): boolean => isElement(node) && (/^(?:script|style|template|noscript|svg|select|textarea|button|iframe|object|video|audio)$/.test(node.tagName)
    || attribute(node, 'id') === 'markdown-toc' || attribute(node, 'role') === 'doc-backlink' || attribute(node, 'role') === 'doc-noteref' || classesOf(node).some(name => /^(?:gutter|lineno|ln|lnt|reversefootnote|footnote-backref|footnote|footnote-ref|headerlink)$/.test(name))
    || (node.tagName === 'pre' && /^[\d\s]+$/.test(inside(node)) && node.parentNode?.nodeName === 'td'));
  const inside = (node: Parameters<typeof nodesIn>[0]): string => [...nodesIn(node)].map(each => (isText(each) ? each.value : '')).join('');
  for (const node of nodesIn(tree, isGone)) if (isText(node)) text += node.value;
  return letters(text);
}

export const readText = (body: readonly Piece[]): string => letters(withoutMarks(body));

const withoutMarks = (body: readonly Piece[]): string => body.map(piece => (typeof piece === 'string' ? piece : piece.name === 'note' ? '' : withoutMarks(piece.children))).join('');

export interface Round { readonly markdown: string; readonly wanted: readonly string[]; readonly got: readonly string[] }

/** A body written as Markdown for a place, and what a parser of CommonMark then shows, both as lines that say all that is in them. */
export function round(body: readonly Piece[], place: Place, text: string): Round {
  const here: Place = { ...place, hasFormulas: false, embed: () => undefined };
  const made = changed(shaped(body, here, wordsFor(text), new Remarks()), asMarkdownHasIt);
  const markdown = markdownOf(made, here);
  const back = pieces(dialect.render(dialect.parse(markdown, { start: 0, end: markdown.length })));
  return { markdown, wanted: told(made), got: told(back ?? []) };
}

/** Forms of which Markdown has none. */
function asMarkdownHasIt({ name, attributes, children }: Part): readonly Piece[] | undefined {
  const inside = joined(children);
  if (inside.length !== children.length) return [{ name, attributes, children: inside }];
  switch (name) {
    case 'embed': return [part('p', {}, part('a', { href: attributes['address']! }, attributes['address']!))];
    case 'figcaption': return children.some(child => isPart(child, 'p')) || [...partsIn(children)].some(each => each.name === 'em') ? children : [part('p', {}, part('em', {}, ...children))];
  }
  return undefined;
}

const SHOWN = new Set(['a', 'img', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'del', 'li', 'ol', 'blockquote', 'hr', 'td', 'th', 'task', 'br']);

/** An address that stands in the text is a link to parsers of GitHub's kind, whether the blog's engine made it one or not. */
const isBare = (name: string, href: string | undefined, children: readonly Piece[]): boolean => name === 'a' && href !== undefined && decode(href).replace(/^mailto:|^http:\/\/(?=www\.)/, '') === decode(textOf(children));

function told(body: readonly Piece[]): readonly string[] {
  return [`text ${letters(textOf(body))}`, ...[...partsIn(body)].filter(({ name, attributes, children }) => SHOWN.has(name) && !isBare(name, attributes['href'], children) && !(/^t[hd]$/.test(name) && !children.length)).map(({ name, attributes, children }) =>
    [name, attributes['href'] && decode(attributes['href']), attributes['src'], attributes['alt'], attributes['language'], name === 'pre' ? textOf(children) : letters(textOf(children))].filter(Boolean).join(' '))];
}
