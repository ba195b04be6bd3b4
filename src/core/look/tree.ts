// A page as a browser reads it: parse5's tree with places in the text, walked without recursion, as pages may be made to nest deeply.
import { defaultTreeAdapter, parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import type { Edit, Span } from '../span';
import { escaped } from '../literal';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Text = DefaultTreeAdapterTypes.TextNode;

/** Blink's parser nests no deeper (`HTMLTreeBuilder`'s `kMaximumHTMLParserDOMTreeDepth`). */
const DEEPEST = 512;
const MOST_ELEMENTS = 150_000;
const MOST_ATTRIBUTES = 1000;

class Unreadable extends Error {}

/**
 * The tree of a document, or of a piece of one.
 * @returns undefined where it nests deeper or holds more than any page that somebody wrote: reading it would take minutes.
 */
export function readPage(html: string, isPiece = false): Parent | undefined {
  if (hasEndlessTag(html)) return undefined;
  let open = 0;
  let count = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() { if (++open > DEEPEST || ++count > MOST_ELEMENTS) throw new Unreadable(); },
    onItemPop() { open--; },
  };
  try {
    return isPiece ? parseFragment(html, { sourceCodeLocationInfo: true, treeAdapter }) : parse(html, { sourceCodeLocationInfo: true, treeAdapter });
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const ATTRIBUTE = /[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;

/** A tag with thousands of attributes: parse5 compares each with all before it. */
function hasEndlessTag(html: string): boolean {
  const tag = /<[a-z][^\s/>]*/gi;
  while (tag.test(html)) {
    ATTRIBUTE.lastIndex = tag.lastIndex;
    let end = tag.lastIndex;
    for (let count = 0; ATTRIBUTE.test(html); end = ATTRIBUTE.lastIndex) if (++count > MOST_ATTRIBUTES) return true;
    tag.lastIndex = end;
  }
  return false;
}

export const isElement = (node: Node | Parent): node is Element => 'tagName' in node;
export const isText = (node: Node | Parent): node is Text => node.nodeName === '#text';
export const childrenOf = (node: Node | Parent): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** All below a node, in the order of the text; what `skips` says is given, but not what is in it. What a `<template>` holds is no part of the page. */
export function* nodesIn(root: Parent | Node, skips: (node: Node) => boolean = () => false): Generator<Node> {
  const waiting: Node[] = [...childrenOf(root)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (skips(node)) continue;
    const children = childrenOf(node);
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index]!);
  }
}

export function* elementsIn(root: Parent | Node, skips?: (node: Node) => boolean): Generator<Element> {
  for (const node of nodesIn(root, skips)) if (isElement(node)) yield node;
}

export const attribute = (element: Element, name: string): string | undefined => element.attrs.find(attr => attr.name === name)?.value;

/** Lower-case names in `class`. */
export const classesOf = (element: Element): readonly string[] => (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean);

/** Where a node stands in the text; undefined for one that the parser put in. */
export function spanOf(node: Node): Span | undefined {
  const at = node.sourceCodeLocation;
  return at ? { start: at.startOffset, end: at.endOffset } : undefined;
}

/** Of the start tag. */
export function tagSpan(element: Element): Span | undefined {
  const at = element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation;
  return at ? { start: at.startOffset, end: at.endOffset } : undefined;
}

/** Between the tags. */
export function innerSpan(element: Element): Span | undefined {
  const at = element.sourceCodeLocation;
  return at?.startTag ? { start: at.startTag.endOffset, end: at.endTag?.startOffset ?? at.endOffset } : undefined;
}

/** Elements whose text nobody reads. */
export const isUnseen = (node: Node): boolean => /^(?:script|style|template|noscript|title|head)$/.test(node.nodeName);

/** What a reader sees of it, white space as it is. */
export function textOf(node: Node | Parent): string {
  if (isText(node)) return node.value;
  let text = '';
  for (const each of nodesIn(node, isUnseen)) if (isText(each)) text += each.value;
  return text;
}

export const escapeText = (text: string): string => text.replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/**
 * An attribute given another value, or a new one; undefined as value takes it out.
 * @returns undefined where there is nothing to change
 */
export function withAttribute(element: Element, name: string, value: string | undefined): Edit | undefined {
  const at = element.sourceCodeLocation?.attrs?.[name];
  if (at) return { start: at.startOffset, end: at.endOffset, text: value === undefined ? '' : `${name}="${escaped(value)}"` };
  const tag = tagSpan(element);
  if (!tag || value === undefined) return undefined;
  const place = tag.start + 1 + element.tagName.length;
  return { start: place, end: place, text: ` ${name}="${escaped(value)}"` };
}
