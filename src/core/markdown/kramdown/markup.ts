// HTML as kramdown reads it: start tags with their attributes, and how they are written again.
import { isKnownElement, NAME, trimmed, VOID_ELEMENTS } from './patterns';
import type { Attributes, Node } from './node';

const VALUE = String.raw`(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_]+)`;
export const START_TAG = new RegExp(String.raw`<(${NAME})((?:[\t-\r ]+${NAME}(?:[\t-\r ]*=[\t-\r ]*${VALUE})?)*)[\t-\r ]*(/)?>`, 'yu');
export const END_TAG = new RegExp(String.raw`</(${NAME})[\t-\r ]*>`, 'yu');
const ATTRIBUTE = new RegExp(String.raw`[\t-\r ]+(${NAME})(?:[\t-\r ]*=[\t-\r ]*(?:"([^"]*)"|'([^']*)'|([\p{L}\p{N}_]+)))?`, 'gu');
const ENTITY = String.raw`[\w:][-\w.:]*;|#\d+;|#x[\da-fA-F]+;`;

/** Known names are written small, others as they are. */
export const elementName = (name: string): string => (isKnownElement(name.toLowerCase()) ? name.toLowerCase() : name);

export function readAttributes(text: string, isKnown: boolean): Attributes {
  const attributes = Object.create(null) as Attributes;
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) attributes[isKnown ? name!.toLowerCase() : name!] = double ?? single ?? bare ?? '';
  return attributes;
}

const AMPERSAND = new RegExp(`&(?!${ENTITY})`, 'g');

/** Entities stay as they are written. */
export const escapeText = (text: string): string => text.replace(AMPERSAND, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeAttribute = (text: string): string => text.replace(AMPERSAND, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes).map(([name, value]) => (name === 'id' && trimmed(value) === '' ? '' : ` ${name}="${escapeAttribute(value)}"`)).join('');

/** The tags around an element's content. */
export function tagsOf({ value, attributes, children, isClosed, isBlock, model, raw }: Node): readonly [open: string, close: string] {
  const open = `<${value}${writeAttributes(attributes)}`;
  const isEmpty = children.length === 0 && !raw;
  if (isBlock && isClosed && model === 'raw') return [`${open} />`, ''];
  if (isEmpty && VOID_ELEMENTS.has(value)) return [`${open} />`, ''];
  return [`${open}>`, `</${value}>`];
}
