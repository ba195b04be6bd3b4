// Elements written as text, everything in them escaped.
import { escaped } from '../literal';

/** HTML that is ready: everything else is text. */
export class Markup {
  constructor(readonly html: string) {}
}

export type Content = Markup | string | undefined | readonly Content[];

const htmlOf = (content: Content): string => (content === undefined ? '' : typeof content === 'string' ? escaped(content) : content instanceof Markup ? content.html : content.map(htmlOf).join(''));

const VOID = new Set(['img', 'link', 'meta', 'br', 'hr']);

/** @param attributes those that are undefined are left out */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`])).join('');
  return new Markup(`<${name}${written}>${VOID.has(name) ? '' : `${htmlOf(content)}</${name}>`}`);
}
