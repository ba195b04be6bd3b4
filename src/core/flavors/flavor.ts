// What differs between kinds of site, as a table and a few small functions. Nothing outside flavors/ and markdown/ asks
// which flavor it is: it asks the flavor.
import type { Files } from '../files';
import type { FieldValue, Format, FrontMatterStyle } from '../frontmatter';
import type { Dialect } from '../markdown/document';
import type { Post } from '../post';
import type { Site } from '../site';
import type { WrittenDate } from '../dates';
import type { NewHead } from '../writing/kind';

export type FlavorId = 'hugo' | 'jekyll' | 'hexo' | 'plain';

/** What a site's own configuration says, as far as all flavors have it. */
export interface SiteConfig {
  readonly title: string | undefined;
  /** Two letters and more, as in `lang`: `ko`. */
  readonly language: string;
  /** Path of the site below its host: empty or `/blog`, never with a slash at the end. */
  readonly basePath: string;
  readonly timeZone: string | undefined;
  /** The whole configuration; for Hugo with keys in lower case. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Files of the configuration that could not be parsed, with the parser's words. */
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** The keys under which a flavor's themes look for a thing, the usual one first. */
export interface FieldNames {
  readonly summary: readonly string[];
  readonly date: readonly string[];
  readonly cover: readonly string[];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly author: readonly string[];
  readonly contents: readonly string[];
}

export interface Flavor {
  readonly id: FlavorId;
  /** As people write it: `Hugo`. */
  readonly name: string;
  /** What only the root of a site of this flavor has: files or folders of which all of one row are there. */
  readonly marks: readonly (readonly string[])[];
  readonly frontMatter: FrontMatterStyle;
  readonly fields: FieldNames;
  /** The key that hides a post, and the value with which it does. */
  readonly draftField: { readonly key: string; readonly draft: boolean };
  /** Comments in the body that end the excerpt, so that a summary is there without a field; case does not matter. */
  readonly excerptMarks: readonly string[];

  /** The configuration files, in the order in which they count; undefined when this is no such site. */
  configFiles(files: Files): readonly string[] | undefined;
  /** Never throws: what cannot be parsed is in `broken`. */
  readConfig(texts: ReadonlyMap<string, string>, files: Files): SiteConfig;
  dialect(config: SiteConfig): Dialect;

  /** A page the engine makes of this file (a regular page in Hugo's words). */
  isPage(path: string, site: Site): boolean;
  /** A page that is a post: dated, listed, in a feed. Rules about a post's front matter speak of these only. */
  isPost(path: string, site: Site): boolean;

  /** What the engine calls the post when its front matter has no title; undefined when the title is then empty. */
  impliedTitle(post: Post): string | undefined;
  /** The date in the front matter or in the file name. `unreadable` is one that the engine does not understand. */
  date(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): WrittenDate | 'unreadable' | undefined;
  isDraft(post: Pick<Post, 'path' | 'frontMatter'>): boolean;
  /** The zone (IANA) of a date that is written without one. */
  zone(site: Site): string;
  /** Why the engine would make no page of the post if it ran now; undefined when it would. */
  hidden(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): Hidden | undefined;
  /** Whether this flavor needs front matter for a post to be a post, or is happy without. */
  readonly needsFrontMatter: boolean;

  /** Address of the page, decoded, with the base path: `/blog/posts/x/`. Undefined when it cannot be told. */
  url(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): string | undefined;
  /**
   * The files that would answer a link, best first. `path` is decoded and without query and fragment; it is relative to the
   * post or begins with `/`.
   */
  filesFor(path: string, post: Pick<Post, 'path' | 'frontMatter'>, site: Site): readonly string[];
  /**
   * False when something that `filesFor` does not name may also answer a path from the root: a theme that is not here, a mount
   * elsewhere, a page at an address of its own.
   */
  knowsRoot(path: string, site: Site): boolean;

  /** Where a post goes that has no earlier one to follow. `name` is a safe file name without extension. */
  newPost(name: string, date: WrittenDate, site: Site): NewPostPlace;
  /** The front matter of a new post, in the order in which this flavor's authors write it. */
  newFields(head: NewHead, site: Site): readonly (readonly [key: string, value: FieldValue])[];
}

export interface Hidden {
  readonly reason: 'draft' | 'future' | 'expired' | 'not-rendered';
  /** For `future`: when it will appear, in milliseconds since 1970. */
  readonly until?: number;
}

export interface NewPostPlace {
  readonly path: string;
  readonly format: Format;
}

/** The parts of a new post's front matter that have the same keys everywhere, as far as the kind has them. */
export function someFields(head: NewHead): readonly (readonly [key: string, value: FieldValue])[] {
  return [
    ...(head.categories ? [['categories', head.categories] as const] : []),
    ...(head.tags ? [['tags', head.tags] as const] : []),
    ...(head.author === undefined ? [] : [['author', head.author] as const]),
  ];
}

/** A path from the root of the host as one from the root of the site: `/blog/a.png` is `/a.png` where the base path is `/blog`. */
export const withoutBase = (path: string, { basePath }: Pick<SiteConfig, 'basePath'>): string =>
  (basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path);
