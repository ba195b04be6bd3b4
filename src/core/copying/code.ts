// A block of code in the HTML of any engine or highlighter: its text without line numbers, and its language.
import { attribute, childrenOf, classesOf, elementsIn, isElement, isText, textOf, type Element, type Node } from '../look/tree';
import { part, type Part } from './tree';

/** Line numbers of Chroma (`ln`, `lnt`), Rouge (`gutter`, `lineno`) and Hexo (`gutter`). */
const NUMBERS = new Set(['gutter', 'lineno', 'lineno-container', 'ln', 'lnt', 'linenos', 'hljs-ln-numbers']);
/** Words in the place of a language that say that there is none. */
const NONE = new Set(['plaintext', 'plain', 'text', 'txt', 'fallback', 'none', 'nohighlight', 'auto', 'undefined']);
const WRAPPERS = new Set(['highlight', 'highlighter-rouge', 'chroma', 'hljs', 'wrap', 'code', 'line-numbers', 'prettyprint', 'sourcecode']);

/** @param outer the language that an element around it has told */
export function codeBlock(element: Element, outer: string | undefined): Part {
  const inner = [element, ...elementsIn(element)].map(languageOf).find(language => language !== undefined);
  const language = inner ?? outer;
  const text = textIn(element).replace(/\r\n?/g, '\n').replace(/^\n+(?=\S| )|\s+$/g, '');
  return part('pre', language === undefined || NONE.has(language) ? {} : { language }, text);
}

/** The language that classes and attributes name: `language-go`, `data-lang`, and beside `highlight` or `hljs` the bare name. */
export function languageOf(element: Element): string | undefined {
  const told = attribute(element, 'data-lang') ?? attribute(element, 'data-language');
  if (told) return told.toLowerCase();
  const classes = classesOf(element);
  const named = classes.map(name => /^(?:language|lang)-(.+)$/.exec(name)?.[1]).find(name => name !== undefined);
  if (named !== undefined) return named;
  if (element.tagName === 'pre' && classes.includes('mermaid')) return 'mermaid';
  if (/^(?:figure|code)$/.test(element.tagName) && (classes.includes('highlight') || classes.includes('hljs'))) return classes.find(name => !WRAPPERS.has(name));
  return undefined;
}

/** A table of numbers and code: one row of cells, the last of which holds the code. */
export function codeInTable(table: Element): Element | undefined {
  const rows = [...elementsIn(table)].filter(({ tagName }) => tagName === 'tr');
  const cells = rows.length === 1 ? childrenOf(rows[0]!).filter(isElement) : [];
  if (cells.length < 2 || !cells.every(cell => [...elementsIn(cell)].some(({ tagName }) => tagName === 'pre'))) return undefined;
  return /^[\d\s]+$/.test(textOf(cells[0]!)) ? cells.at(-1) : undefined;
}

const isNumbers = (element: Element): boolean => classesOf(element).some(name => NUMBERS.has(name));

function textIn(node: Node): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (isNumbers(node) || /^(?:script|style|button|template)$/.test(node.tagName)) return '';
  return childrenOf(node).map(textIn).join('');
}
