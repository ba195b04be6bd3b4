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
  /** The page around the body; left out where it is the one of the message before. */
  readonly page: PageAround | undefined;
  /** What is said about the post beside its page: HTML of our own, empty when there is nothing to say. */
  readonly bar: string;
  /** How others will show the post: HTML of our own, empty when that is not asked for. */
  readonly cards: string;
  readonly body: Body;
  readonly drawings: Drawings;
  /** Addresses in raw HTML, as written, and where they are loaded from; `undefined` for what is not there. */
  readonly resources: Readonly<Record<string, string | undefined>>;
  /** How the addresses of the blog's own files begin. */
  readonly ownOrigin: string;
  /** The line (from 0) that is being written, if the cause of this message was a change there. */
  readonly editedLine: number | undefined;
  readonly view: View;
  readonly words: Words;
}

/** What of the body is drawn. */
export interface Drawings {
  /** In the order in which they are looked for; empty where nothing is a formula. */
  readonly formulas: readonly { readonly left: string; readonly right: string; readonly isDisplay: boolean }[];
  readonly hasDiagrams: boolean;
}

/** The body as the engine writes it. Not to be trusted: the page cleans it. */
export interface Body {
  /** The serial of the message whose body is changed; undefined for a body that begins with nothing. */
  readonly since: number | undefined;
  /** From its beginning to its end: pieces of the body before, and HTML of new ones. */
  readonly runs: readonly Run[];
}

/** Pieces that stay are used once and in their order; `by` so many lines they have moved down in the source. */
export type Run = { readonly from: number; readonly count: number; readonly by: number } | { readonly html: readonly string[] };

export interface PageAround {
  /** A whole document, with nothing between the two comments that say where the body is. */
  readonly html: string;
  readonly bodyComments: readonly [begins: string, ends: string];
  /** Ours; a page of the site's last build is not to be trusted. */
  readonly isOwn: boolean;
  /** Addresses of style sheets to put behind those of a page which is not ours: for our boxes and marks, and the author's for the preview. */
  readonly sheets: readonly string[];
}

/** How the page is looked at. */
export interface View {
  /** Of the page, in CSS pixels; undefined for as wide as there is room. */
  readonly width: number | undefined;
  /** Undefined for what VS Code has. */
  readonly scheme: 'light' | 'dark' | undefined;
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
  /** The script runs and waits for content, all of it: at first, whenever the page was loaded anew, and where a change fits nothing that it shows. */
  | { readonly kind: 'ready' }
  /** The message of this serial is shown; the next may come. */
  | { readonly kind: 'rendered'; readonly serial: number }
  /** A link was clicked; `href` as it is written in the page. */
  | { readonly kind: 'open'; readonly href: string }
  /** The reader scrolled: this source line (from 0) is at the top. */
  | { readonly kind: 'scrolled'; readonly line: number }
  /** What the post lacks was clicked. */
  | { readonly kind: 'fill'; readonly gap: GapName }
  /** A button of the bar was clicked. */
  | { readonly kind: 'act'; readonly act: Act }
  /** A place in the text was double-clicked: its source line (from 0). */
  | { readonly kind: 'reveal'; readonly line: number };

/** Build the blog for its look; or say no more of it. */
export type Act = 'build' | 'dismiss';

/** What a click can fill in. */
export type GapName = 'title' | 'summary';

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri: string;
  /** How far it was scrolled. */
  readonly y?: number;
}

/** From the extension to the page of a copy: all of it. */
export interface ShowCopy {
  readonly kind: 'copy';
  /** What is pasted, as the core has made it. The page shows it cleaned once more. */
  readonly html: string;
  /** The same for what takes text alone. */
  readonly plain: string;
  /** In the reader's language. */
  readonly notes: readonly string[];
  /** Of the post. */
  readonly language: string;
  /** It brings its own colours, for white paper. */
  readonly isLetter: boolean;
  /** Put it on the clipboard without being asked, if the browser lets that happen. */
  readonly copiesAtOnce: boolean;
  readonly words: CopyWords;
}

export interface CopyWords extends Words {
  readonly heading: string;
  readonly copy: string;
  readonly source: string;
  readonly copied: string;
  readonly sourceCopied: string;
  readonly waiting: string;
  readonly failed: string;
  readonly notes: string;
}

export type FromCopyPage =
  /** The script runs and waits for content. */
  | { readonly kind: 'ready' }
  /** The HTML itself is wanted as text. */
  | { readonly kind: 'source' };
