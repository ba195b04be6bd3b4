// Keys of front matter that a flavor's documentation names: what an editor offers and explains.
import type { Say } from '../language';
import type { Site } from '../site';

/** What is written behind a key. */
export type KeyShape = 'text' | 'switch' | 'date' | 'list' | 'number' | 'map';

export interface KnownKey {
  readonly key: string;
  readonly shape: KeyShape;
  /** One plain sentence in the reader's language. */
  readonly meaning: string;
  /** Where the documentation says so; undefined for what themes have agreed on. */
  readonly source: string | undefined;
  /** A plugin or theme reads it, and not the engine itself. */
  readonly reader?: string;
  /** Known under another name since: explained where it stands, and not offered. */
  readonly isOld?: boolean;
  /** The page's address comes of it. */
  readonly isOfAddress?: boolean;
  /** Of a list page or section, not of a post: explained, and not offered to posts. */
  readonly isForLists?: boolean;
}

/** Keys that mean the same everywhere. */
export const TITLE = (say: Say): string => say('The post’s title, in lists, feeds and the browser’s tab.');
export const DESCRIPTION = (say: Say): string => say('What the post is about, in a sentence: shown by search results and link cards.');

/** Keys that many themes read; the engine only hands them on. */
export function themeKeys(say: Say): readonly KnownKey[] {
  return ([
    ['toc', 'switch', say('Whether a list of contents is shown.')],
    ['comments', 'switch', say('Whether readers may comment on the post.')],
    ['math', 'switch', say('Whether formulas in the post are drawn.')],
    ['mermaid', 'switch', say('Whether diagrams in the post are drawn.')],
    ['pin', 'switch', say('Whether the post stays on top of the list.')],
    ['pinned', 'switch', say('Whether the post stays on top of the list.')],
    ['featured', 'switch', say('Whether the post is shown in a place of its own.')],
    ['cover', 'text', say('The picture above the post and in link cards.')],
    ['image', 'text', say('The picture above the post and in link cards.')],
    ['thumbnail', 'text', say('The picture beside the post in lists.')],
    ['author', 'text', say('Who wrote the post.')],
    ['authors', 'list', say('Who wrote the post.')],
    ['series', 'list', say('The series that the post belongs to.')],
    ['subtitle', 'text', say('A line below the title.')],
  ] as const).map(([key, shape, meaning]) => ({ key, shape, meaning, source: undefined }));
}

/** No engine reads these; writers, and the services that posts are taken to, do. */
export function plainKeys({ say }: Pick<Site, 'say'>): readonly KnownKey[] {
  const key = (name: string, shape: KeyShape, meaning: string): KnownKey => ({ key: name, shape, meaning, source: undefined });
  return [
    key('title', 'text', TITLE(say)),
    key('date', 'date', say('When the post was written.')),
    key('tags', 'list', say('Words by which readers find posts.')),
    key('description', 'text', DESCRIPTION(say)),
    key('draft', 'switch', say('The post is not finished yet.')),
    ...themeKeys(say),
  ];
}
