// What the preview's page and the extension say to each other. Types only: both sides import it, neither depends on the other.

/** From the extension to the page. */
export type ToPage = Render | Scroll | ShowAnchor;

/** Everything the page shows. The only way content reaches it, so that a reloaded page is never stale. */
export interface Render {
  readonly kind: 'render';
  /** Of the document; the page names it in `data-version` once it is shown. */
  readonly version: number;
  /** Changes with each message, also where the document did not. */
  readonly serial: number;
  /** Of the post, as in `lang`. */
  readonly language: string;
  /** Class of the body, which the style sheets know. */
  readonly style: string;
  /** Addresses of the style sheets, in order. */
  readonly styleSheets: readonly string[];
  readonly head: Head;
  readonly contents: { readonly title: string; readonly entries: readonly ContentsEntry[] } | undefined;
  /** Why the front matter could not be read. */
  readonly frontMatterError: string | undefined;
  /** The body as the engine writes it. Not to be trusted: the page cleans it. */
  readonly html: string;
  /** Addresses in raw HTML, as written, and where they are loaded from; `undefined` for what is not there. */
  readonly resources: Readonly<Record<string, string | undefined>>;
  /** How the addresses of the blog's own files begin. */
  readonly ownOrigin: string;
  /** The line (from 0) that is being written, if the cause of this message was a change there. */
  readonly editedLine: number | undefined;
  readonly words: Words;
}

/** The head of the post; every text is in the reader's language already. */
export interface Head {
  readonly badges: readonly { readonly kind: 'draft' | 'scheduled' | 'hidden'; readonly text: string }[];
  readonly cover: { readonly address: string } | { readonly missing: string; readonly hint: string | undefined } | undefined;
  readonly title: string | Gap | undefined;
  readonly summary: string | Gap | undefined;
  readonly byline: string | undefined;
  readonly date: { readonly words: string; readonly iso: string } | undefined;
  readonly readingTime: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** What readers will miss, with what a click does about it. */
export interface Gap {
  readonly gap: 'title' | 'summary';
  readonly text: string;
}

export interface ContentsEntry {
  readonly text: string;
  readonly id: string;
  readonly below: readonly ContentsEntry[];
}

/** What the page says of things it does not show. */
export interface Words {
  /** Of a script, a style sheet or a form: that it stays out here. */
  readonly leftOut: string;
  /** Of a frame or a film from elsewhere: that it opens in the browser. */
  readonly openOutside: string;
}

/** Bring the source line (from 0, with a fraction) to the top. */
export interface Scroll {
  readonly kind: 'scroll';
  readonly line: number;
}

export interface ShowAnchor {
  readonly kind: 'anchor';
  readonly id: string;
}

/** From the page to the extension. */
export type FromPage =
  /** The script runs and waits for content: at first, and again whenever the page was loaded anew. */
  | { readonly kind: 'ready' }
  /** The message of this serial is shown; the next may come. */
  | { readonly kind: 'rendered'; readonly serial: number }
  /** A link was clicked; `href` as it is written in the page. */
  | { readonly kind: 'open'; readonly href: string }
  /** The reader scrolled: this source line (from 0) is at the top. */
  | { readonly kind: 'scrolled'; readonly line: number }
  /** A gap in the head was clicked. */
  | { readonly kind: 'fill'; readonly gap: Gap['gap'] }
  /** A place in the text was double-clicked: its source line (from 0). */
  | { readonly kind: 'reveal'; readonly line: number };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri: string;
}
