// What parsing a body gives, whatever the dialect.
import type { Token } from 'markdown-it';
import type { Span } from '../span';

export interface Heading {
  readonly level: number;
  /** What a reader sees, without markup. */
  readonly text: string;
  /** The id the engine gives it; undefined where it gives none. */
  readonly id: string | undefined;
  /** The whole heading, its marks included, without the line ending. */
  readonly span: Span;
}

export interface Link {
  /** How it is written: `[a](b)`, `[a][b]`, `<https://…>`, `<a href>` or `<img src>`. */
  readonly kind: 'inline' | 'reference' | 'autolink' | 'html';
  readonly isImage: boolean;
  /** As written in the source, neither decoded nor resolved. */
  readonly target: string;
  readonly span: Span;
  /** Where the target is written; for a reference, in its definition. Empty when there is none: `[a]()`. */
  readonly targetSpan: Span;
  /** The visible text, or the image's alternative text; undefined for an `<img>` without `alt`. */
  readonly text: string | undefined;
  /** True when the author says that the image is decoration, e.g. `<img alt="">`. */
  readonly isDecoration?: boolean;
}

/** `[text][label]` where no line `[label]: …` exists: the page shows the brackets. */
export interface MissingReference {
  readonly label: string;
  readonly span: Span;
  readonly labelSpan: Span;
}

/** An HTML comment, in which writers may talk to tools. */
export interface Comment {
  /** Between `<!--` and `-->`. */
  readonly text: string;
  readonly span: Span;
}

export interface Document {
  readonly tokens: readonly Token[];
  /** The dialect's own state, for its renderer: footnotes, references, counters. */
  readonly env: object;
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly missingReferences: readonly MissingReference[];
  /** The labels of `[label]: target` lines, as they are written. */
  readonly referenceLabels: readonly string[];
  readonly comments: readonly Comment[];
  /** False when the engine drops raw HTML: what stands in it is not on the page. */
  readonly keepsHtml: boolean;
  /** All ids a link within the page can lead to: headings, footnotes, HTML elements with `id` or `name`. */
  readonly anchors: ReadonlySet<string>;
}

/** Puts code in colours: `coloursFor` makes one for a site. */
export interface Colour {
  /**
   * HTML of spans around the code's text, escaped. Undefined leaves it plain.
   * @param language as it is written
   * @param look what is said of this code alone: a style of Chroma's, and whether its colours are written into the HTML
   */
  (code: string, language: string, look?: { readonly style: string; readonly isInline: boolean }): string | undefined;
  /** A style sheet of its own has the colours: those that an engine would write into the HTML stay out. */
  readonly isBySheet: boolean;
}

/** What a host changes in the HTML it shows. Without a view the HTML is the engine's own. */
export interface View {
  /** Note the source line (from 0, in the whole file) of each block in `data-line`. */
  readonly hasLines?: boolean;
  /** Show as frames what only a service elsewhere could fill in, by the address at which it is. */
  readonly framesServices?: boolean;
  /** Show HTML that the engine drops, instead of dropping it in silence. */
  readonly showsDropped?: boolean;
  /** Why it is dropped, said once a post. */
  readonly droppedReason?: string;
  /** The address to show an image from; a string, or what is wrong with it. */
  image?(target: string): string | MissingImage;
  /** Code in colours. */
  readonly colour?: Colour | undefined;
  /** How to say that a file of a similar name is there. */
  missingHint?(near: string): string;
}

export interface MissingImage {
  readonly path: string;
  /** A file that may have been meant. */
  readonly near: string | undefined;
}

export interface Dialect {
  /** Its name and its options: two with the same id read every text alike. */
  readonly id: string;
  /**
   * Parses the part of the text that `body` covers; all spans are in offsets of the whole text.
   * @param isExpanded its templates have run: what looks like one is text
   */
  parse(text: string, body: Span, isExpanded?: boolean): Document;
  /** @param lines where a view wants the source's lines: the line (from 0, in the whole file) that each line of the text comes from */
  render(document: Document, view?: View, lines?: readonly number[]): string;
}
