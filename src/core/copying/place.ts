// The places where a post is published once more, and what each takes.
import type { PageForm } from './page';

export type Format = 'rich' | 'html' | 'markdown' | 'text';
export type PlaceId = 'medium' | 'velog' | 'tistory' | 'mail';

export interface Place {
  readonly id: PlaceId;
  /** As people write it; English, said in the reader's language where it is a word. */
  readonly name: string;
  /** The usual one first. `rich` is HTML for a page where things are pasted as they look, `html` for one that takes its source. */
  readonly formats: readonly Format[];
  /** Which HTML it takes. */
  readonly look: PageForm;
  /** The levels of headings in the body, from the top one down; deeper ones get the last. */
  readonly headings: readonly ('h1' | 'h2' | 'h3' | 'h4')[];
  /** The title stands in the copy; elsewhere it has a field of its own. */
  readonly hasTitle: boolean;
  readonly hasTables: boolean;
  readonly hasNestedLists: boolean;
  readonly hasDetails: boolean;
  /** Formulas between dollar signs are drawn. */
  readonly hasFormulas: boolean;
  /** Raised numbers as HTML has them; else the characters of Unicode stand in for them. */
  readonly hasRaisedText: boolean;
  /** An embed is the bare address in a paragraph of its own, which the place unfolds; or, by its own syntax, what is made here. */
  embed?(address: string): string | undefined;
}

const bare = (): undefined => undefined;

/**
 * The editor has a title, two levels of headings, quotes, lists of one level, code, pictures and bare addresses that unfold; no tables,
 * no raised text: https://help.medium.com/hc/en-us/articles/215194537-Using-the-story-editor
 */
const medium: Place = {
  id: 'medium', name: 'Medium', formats: ['rich', 'html', 'text'], look: 'rich', headings: ['h3', 'h4'],
  hasTitle: true, hasTables: false, hasNestedLists: false, hasDetails: false, hasFormulas: false, hasRaisedText: false, embed: bare,
};

/**
 * remark with remark-breaks and remark-math, then sanitize-html with a list of elements in which `details`, `sup` and `mark` are not;
 * embeds are `!youtube[id]`: https://github.com/velopert/velog-client/blob/master/src/components/common/MarkdownRender.tsx
 */
const velog: Place = {
  id: 'velog', name: 'Velog', formats: ['markdown'], look: 'source', headings: ['h2', 'h3', 'h4'],
  hasTitle: false, hasTables: true, hasNestedLists: true, hasDetails: false, hasFormulas: true, hasRaisedText: false,
  embed(address) {
    const video = /^https:\/\/(?:www\.youtube\.com\/watch\?v=|youtu\.be\/)([\w-]+)$/.exec(address)?.[1];
    if (video !== undefined) return `!youtube[${video}]`;
    const sandbox = /^https:\/\/codesandbox\.io\/(?:s|embed)\/([\w-]+)/.exec(address)?.[1];
    return sandbox === undefined ? undefined : `!codesandbox[${sandbox}]`;
  },
};

/** Its editor has a mode for a body's HTML source and one for Markdown. */
const tistory: Place = {
  id: 'tistory', name: 'Tistory', formats: ['html', 'markdown'], look: 'source', headings: ['h2', 'h3', 'h4'],
  hasTitle: false, hasTables: true, hasNestedLists: true, hasDetails: true, hasFormulas: false, hasRaisedText: true,
};

/** What mail programs show alike: no style sheets, no classes, no scripts. https://www.caniemail.com */
const mail: Place = {
  id: 'mail', name: 'Mail', formats: ['rich', 'html', 'text'], look: 'mail', headings: ['h2', 'h3', 'h4'],
  hasTitle: true, hasTables: true, hasNestedLists: true, hasDetails: false, hasFormulas: false, hasRaisedText: true,
};

export const PLACES: readonly Place[] = [medium, velog, tistory, mail];
