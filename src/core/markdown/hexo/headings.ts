// Heading ids as hexo-renderer-marked makes them (lib/renderer.js, hexo-util's slugize): of the heading's HTML, case and Hangul stay.
import type { HexoOptions } from './options';

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`', '&#x2F;': '/', '&#x3D;': '=' };
const SIGNS = Object.fromEntries(Object.entries(ENTITIES).map(([entity, sign]) => [sign, entity]));

/** As Hexo's own renderer writes a piece of text. */
export const escapeAsHexo = (text: string): string => text.replace(/[<>"'`/=]|&(?!(?:#\d{1,7}|#[Xx][a-fA-F\d]{1,6}|\w+);)/g, sign => SIGNS[sign]!);
export const withoutTags = (html: string): string => html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '');

/** Letters of hexo-util's table that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', ı: 'i', ß: 's' };

/** hexo-util's escapeDiacritic: Latin letters only, each for itself; Hangul stays as it is composed. */
const withoutAccents = (text: string): string => text.replace(/[\p{Script=Latin}Ⓐ-ⓩ]/gu, letter => LETTERS[letter] ?? letter.normalize('NFKD').replace(/[\u0300-\u036f]/g, ''));

export function slugize(text: string, idCase: HexoOptions['idCase']): string {
  const plain = withoutAccents(text).replace(/[\u0000-\u001f]/g, '');
  const slug = plain.replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-').replace(/^-|-$/g, '');
  return idCase === 'lower' ? slug.toLowerCase() : idCase === 'upper' ? slug.toUpperCase() : slug;
}

/** Gives each heading of a page its id; one object a parse. */
export class HeadingIds {
  private readonly counts = new Map<string, number>();

  constructor(private readonly options: HexoOptions) {}

  /** @param html of the heading's text, escaped as Hexo does it */
  next(html: string): string {
    const { hasAnchorAliases, idsOfEscapedText, idCase } = this.options;
    const alias = hasAnchorAliases && html.startsWith('<a href="#') ? /<a(?:\s+?|\s+?[^<>]+\s+?)?href=["']#([^<>"']+)["'][^<>]*>/i.exec(html)?.[1] : undefined;
    const source = alias ?? html;
    const text = idsOfEscapedText ? withoutTags(source) : withoutTags(source.replace(/&(?:amp|lt|gt|quot|#39|#96|#x2F|#x3D);/g, entity => ENTITIES[entity]!));
    const slug = slugize(text.trim(), idCase);
    const count = this.counts.get(slug) ?? 0;
    this.counts.set(slug, count + 1);
    return count ? `${slug}-${count}` : slug;
  }
}
