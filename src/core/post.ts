// A post as everything else sees it: parsed once, then asked by rules, preview and commands alike.
import { parseFrontMatter, type FrontMatter } from './frontmatter';
import type { Document, Heading, Link } from './markdown/document';
import type { Site } from './site';
import { Lines, type Span } from './span';

export interface Post {
  /** From the site's root, with `/`; as the file system spells it (NFC or NFD). */
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly frontMatter: FrontMatter | undefined;
  /** What is below the front matter. */
  readonly body: Span;
  readonly document: Document;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
}

/** Never throws: broken front matter is in `frontMatter.errors`, and whatever stands below it is parsed all the same. */
export function parsePost(path: string, text: string, site: Pick<Site, 'flavor' | 'dialect'>): Post {
  const frontMatter = parseFrontMatter(text, site.flavor.frontMatter);
  const body = { start: frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0), end: text.length };
  const document = site.dialect.parse(text, body);
  return { path, text, lines: new Lines(text), frontMatter, body, document, headings: document.headings, links: document.links };
}

/** The first of the keys that has a value which is not empty, as text; numbers and booleans as YAML writes them. */
export function fieldText(post: Pick<Post, 'frontMatter'>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = post.frontMatter?.field(key)?.value;
    if (typeof value === 'string' && value.trim()) return value.trim();
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return undefined;
}

/** A list however it is written: a YAML list, one word, or words with commas or blanks (`separator`) between them. */
export function fieldList(post: Pick<Post, 'frontMatter'>, keys: readonly string[], separator = /\s*,\s*/): readonly string[] {
  for (const key of keys) {
    const value = post.frontMatter?.field(key)?.value;
    if (Array.isArray(value)) return value.filter(item => item !== null && typeof item !== 'object').map(String);
    if (typeof value === 'string' && value.trim()) return value.trim().split(separator);
  }
  return [];
}
