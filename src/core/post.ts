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

const bodyOf = (frontMatter: FrontMatter | undefined, text: string): Span => ({ start: frontMatter?.span.end ?? (text.startsWith('\uFEFF') ? 1 : 0), end: text.length });

/** Never throws: broken front matter is in `frontMatter.errors`, and whatever stands below it is parsed all the same. */
export function parsePost(path: string, text: string, site: Pick<Site, 'flavor' | 'dialect'>, frontMatter = parseFrontMatter(text, site.flavor.frontMatter)): Post {
  const body = bodyOf(frontMatter, text);
  const document = (site.flavor.isMarkdown(path) ? site.dialect : VERBATIM).parse(text, body);
  return { path, text, lines: new Lines(text), frontMatter, body, document, headings: document.headings, links: document.links };
}

/**
 * The same, each part read when it is first asked for: who looks for a few posts among thousands reads the heads of all and the bodies
 * of these.
 */
export const parseLater = (path: string, text: string, site: Pick<Site, 'flavor' | 'dialect'>): Post => new LaterPost(path, text, site);

class LaterPost implements Post {
  private head: { readonly frontMatter: FrontMatter | undefined } | undefined;
  private parsed: Post | undefined;

  constructor(readonly path: string, readonly text: string, private readonly site: Pick<Site, 'flavor' | 'dialect'>) {}

  get frontMatter(): FrontMatter | undefined {
    this.head ??= this.parsed ?? { frontMatter: parseFrontMatter(this.text, this.site.flavor.frontMatter) };
    return this.head.frontMatter;
  }

  get body(): Span {
    return bodyOf(this.frontMatter, this.text);
  }

  get lines(): Lines {
    return this.whole.lines;
  }

  get document(): Document {
    return this.whole.document;
  }

  get headings(): readonly Heading[] {
    return this.document.headings;
  }

  get links(): readonly Link[] {
    return this.document.links;
  }

  private get whole(): Post {
    this.parsed ??= parsePost(this.path, this.text, this.site, this.frontMatter);
    return this.parsed;
  }
}
