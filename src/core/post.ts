// A post as everything else sees it: parsed once, then asked by rules, preview and commands alike.
import { parseFrontMatter, type FrontMatter } from './frontmatter';
import type { Document, Heading, Link } from './markdown/document';
import { VERBATIM } from './markdown/verbatim';
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
  const document = (site.flavor.isMarkdown(path) ? site.dialect : VERBATIM).parse(text, body);
  return { path, text, lines: new Lines(text), frontMatter, body, document, headings: document.headings, links: document.links };
}
