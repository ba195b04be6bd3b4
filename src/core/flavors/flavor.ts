// What differs between kinds of site, as a table and a few small functions. Nothing outside flavors/ and markdown/ asks
// which flavor it is: it asks the flavor.
import type { DrawingSigns } from '../drawing';
import { joinPath, type Files } from '../files';
import type { Vocabulary } from '../colour/vocabulary';
import type { FieldValue, Format, FrontMatterStyle } from '../frontmatter';
import type { Colour, Dialect } from '../markdown/document';
import type { Output } from '../addresses';
import type { LinkFact } from '../facts';
import type { OwnReading } from '../length';
import type { LinkText, Written } from '../links';
import type { Post } from '../post';
import type { Site } from '../site';
import type { Source } from '../source';
import type { Span } from '../span';
import type { Expansion } from '../templating/expansion';
import type { WrittenDate } from '../dates';
import type { NewHead } from '../writing/kind';
import type { Beginning, Scaffold } from './scaffold';
import type { KnownKey } from './keys';
import type { EngineVersion } from './version';

export type FlavorId = 'hugo' | 'jekyll' | 'hexo' | 'plain';

/** What a site's own configuration says, as far as all flavors have it. */
export interface SiteConfig {
  readonly title: string | undefined;
  /** Two letters and more, as in `lang`: `ko`. */
  readonly language: string;
  /** Scheme and host in front of addresses: `https://blog.example.com`; undefined where the configuration does not say. */
  readonly origin: string | undefined;
  /** Path of the site below its host: empty or `/blog`, never with a slash at the end. */
  readonly basePath: string;
  readonly timeZone: string | undefined;
  /** What builds the site; undefined where nothing does. */
  readonly version: EngineVersion | undefined;
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
  /** At what a text is taken apart that stands where a list may; absent where it is one item. */
  readonly listSeparator?: RegExp;
  /** What the documentation of the engine, its plugins and common themes names, the most used first. */
  keys(site: Site): readonly KnownKey[];
  /** Values that a key can have on this site and that its files tell, such as names of layouts; none where anything goes. */
  keyValues?(key: string, site: Site): readonly string[];
  /** The key that hides a post, and the value with which it does. */
  readonly draftField: { readonly key: string; readonly draft: boolean };
  /** Comments in the body that end the excerpt, so that a summary is there without a field; case does not matter. */
  readonly excerptMarks: readonly string[];

  /** The configuration files, in the order in which they count; undefined when this is no such site. */
  configFiles(files: Files): readonly string[] | undefined;
  /** Files beside the configuration whose texts `readConfig` looks into: those that pin a version, templates; of no interest where `configFiles` has none. */
  alsoReads(files: Files): readonly string[];
  /**
   * Never throws: what cannot be parsed is in `broken`.
   * @param given the engine's version, if host or writer say it.
   */
  readConfig(texts: ReadonlyMap<string, string>, files: Files, given?: EngineVersion): SiteConfig;
  dialect(config: SiteConfig): Dialect;
  /** In whose words the engine names the parts of code; highlight.js' where nothing is said. */
  colours?(config: SiteConfig): Vocabulary;
  /** What the site's templates and packages tell of scripts that draw formulas and diagrams; absent where there are no such. */
  drawing?(config: SiteConfig): DrawingSigns;
  /** Which levels of headings are in the engine's own list of contents, and whether it is numbered; absent where themes have no such list. */
  contentsRange?(config: SiteConfig): { readonly from: number; readonly to: number; readonly isOrdered: boolean };
  /** The folder that a build fills, from the site's root; undefined where nothing builds, or where it lies outside of the site. */
  buildFolder(config: SiteConfig): string | undefined;
  /** How an author builds the site, drafts and posts of the future included, into a folder; run in the site's root. Absent where that is not known. */
  buildCommand?(files: Files, folder: string): BuildCommand | undefined;

  /** A file whose head the engine reads to make a page of it: a post, another page, a list of Hugo's, drafts included. */
  isPage(path: string, site: Site): boolean;
  /** A file that a writer may take for a page, whether it is one or not. */
  looksLikePage(path: string, site: Site): boolean;
  /** A page that is a post, or would be one under a right name: dated, listed, in a feed. Rules about a post's front matter speak of these only. */
  isPost(path: string, site: Site): boolean;
  /** Whether the body of such a file is Markdown; it may be HTML as well. */
  isMarkdown(path: string): boolean;

  /** What the engine calls the post when its front matter has no title; undefined when the title is then empty. */
  impliedTitle(post: Pick<Post, 'path' | 'headings'>): string | undefined;
  /** Front matter that the site gives to a page which does not write it itself: Jekyll's defaults, Hugo's cascade. */
  inherited(page: Source, site: Site): Readonly<Record<string, unknown>>;
  /** The date in the front matter or in the file name. `unreadable` is one that the engine does not understand. */
  date(page: Source, site: Site): WrittenDate | 'unreadable' | undefined;
  isDraft(page: Source, site: Site): boolean;
  /** The zone (IANA) of a date that is written without one. */
  zone(site: Site): string;
  /** Why the engine would make no page of the post if it ran now; undefined when it would. */
  hidden(page: Source, site: Site): Hidden | undefined;
  /** The keys of the configuration that say which language the site is in. */
  readonly languageKeys: readonly string[];
  /** True where no theme puts title, byline and contents around the body, so that they stand in it. */
  readonly bodyHasHead: boolean;
  /** Whether this flavor needs front matter for a post to be a post, or is happy without. */
  readonly needsFrontMatter: boolean;

  /** Address of the page, decoded, with the base path: `/blog/posts/x/`. Undefined when it cannot be told, or when there is none. */
  url(page: Source, site: Site): string | undefined;
  /** All that is there because this page is: itself, its aliases, its files, the lists it is in. */
  outputs(page: Source, site: Site): readonly Output[];
  /** The address of a file that is published as it is; undefined for others. */
  copyOf(path: string, site: Site): string | undefined;
  /** What is there whatever the posts are: a site map, the home page. */
  always(site: Site): readonly Output[];
  /** Whether the head of this page changes what other pages are: a list of Hugo's that cascades. */
  shapesOthers(path: string, site: Site): boolean;
  /** Whether an address that we know nothing of may be there all the same: made by a plugin, a template, a theme that is not here. */
  mayAnswer(address: string, link: LinkText, from: Source, site: Site): boolean;

  /** What the engine makes of a link before a browser sees it. */
  write(link: LinkText, from: Source, site: Site): Written;
  /** Links in the flavor's template tags, wherever in the body these stand: also in code, where engines run them all the same. */
  tagLinks(text: string, body: Span): readonly LinkFact[];
  /** Whether templates in the body may make ids to link to. */
  mayMakeAnchors(text: string, body: Span): boolean;
  /** How this flavor's authors write a link to a page so that the engine checks it: `{{< relref "x.md" >}}`. */
  linkTo(page: string, from: Source, site: Site): string | undefined;
  /** The files that someone means who looks at the folders: best first. `path` is decoded, without query and fragment. */
  filesFor(path: string, from: Source, site: Site): readonly string[];

  /**
   * The body after its templates have run, as far as that can be told; undefined where nothing in it is one.
   * @param colour for code that templates make
   */
  expand?(post: Post, site: Site, colour?: Colour): Expansion | undefined;
  /** Whether templates in a body ask for other pages, so that these have to be read before it is expanded. */
  asksOthers?(post: Post, site: Site): boolean;
  /** What the engine's templates are told of a post's length. @param html the body as the engine has it */
  reading?(html: string, post: Post, site: Site): OwnReading;

  /** Slips at which the engine stops, so that nothing of the site is published; slips in dates, links and the syntax of front matter have rules of their own. */
  buildStoppers?(post: Post, site: Site): Iterable<BuildStopper>;
  /** Whether the engine publishes the page without what its front matter says, as it cannot read it. */
  losesHead?(page: Source, site: Site): boolean;
  /** Whether a YAML key that is given twice stops the build. */
  refusesDuplicateKeys?(config: SiteConfig): boolean;

  /** Where a file whose folder makes it a draft goes when it is published on a day; undefined for any other file. */
  publishedPath?(path: string, day: WrittenDate, site: Site): string | undefined;
  /** Where a post goes to be a draft by its folder; undefined where the blog has no such folder. */
  draftPath?(path: string, site: Site): string | undefined;
  /** The folder of files that go wherever the post goes, if the engine looks for one; it may not be there. */
  companions?(path: string, site: Site): string | undefined;
  /**
   * Ways to give a page another slug, those of the page itself and of the blog's other posts first; the first that its address
   * follows counts. None for lists. Absent where nobody knows what a page's address will be.
   */
  slugWays?(page: Source, site: Site): readonly SlugWay[];
  /** How a page is told to answer an earlier address of its own as well; undefined where neither the engine nor a plugin of the site sees to it. */
  aliases?(page: Source, site: Site): Aliases | undefined;
  /** The folder in which a post and the files of its own lie; `made` where it is in one already. Absent or undefined where posts have none. */
  bundle?(path: string, site: Site): Bundle | 'made' | undefined;
  /** Where a post goes that has no earlier one to follow. `name` is a safe file name without extension. */
  newPost(name: string, date: WrittenDate, site: Site): NewPostPlace;
  /** The files that `scaffold` may ask for. */
  scaffoldFiles?(site: Site): readonly string[];
  /**
   * What the engine itself begins such a post with; undefined where the site says nothing of it.
   * @param texts of the files that `scaffoldFiles` named
   */
  scaffold?(post: Beginning, texts: ReadonlyMap<string, string | undefined>, site: Site): Scaffold | undefined;
  /** The front matter of a new post, in the order in which this flavor's authors write it. */
  newFields(head: NewHead, site: Site): readonly (readonly [key: string, value: FieldValue])[];
}

/** `not-read`: the engine skips a file of this name; `not-a-page`: it takes the file for a part of another page. */
export type HiddenReason = 'draft' | 'published-false' | 'future' | 'expired' | 'not-rendered' | 'output-false' | 'not-read' | 'not-a-page';

export interface Hidden {
  /** At least one; the first is what to tell. */
  readonly reasons: readonly [HiddenReason, ...HiddenReason[]];
  /** For `future` alone: when it will appear, in milliseconds since 1970. */
  readonly until?: number;
}

/** Undefined when there is no reason. */
export function hiddenFor(reasons: readonly HiddenReason[], until?: number): Hidden | undefined {
  const [first, ...rest] = reasons;
  if (first === undefined) return undefined;
  return { reasons: [first, ...rest], ...(first === 'future' && !rest.length && until !== undefined ? { until } : {}) };
}

/** A folder that a configuration names, as a path below the site's root; undefined for the root itself and for what lies above. */
export const folderInSite = (written: string): string | undefined => (/^(?:\/|[a-z]:)/i.test(written) ? undefined : joinPath('', written.replaceAll('\\', '/')) || undefined);

/** By a field or by the name of the file, never by both. */
export type SlugWay =
  | { readonly key: string; written(slug: string): string }
  /** The path of the page; the folder of a bundle goes as a whole. */
  | { path(slug: string): string };

export interface Aliases {
  /** The field that lists them. */
  readonly key: string;
  /** An item for an address (decoded, with the base path). */
  written(address: string): string;
  /** The file that an item makes, as in `Output.address`. */
  fileOf(item: string): string;
}

export interface Bundle {
  /** New paths of the page and of its translations by those that they have; none where these stay. */
  readonly pages: ReadonlyMap<string, string>;
  readonly folder: string;
  /** Whether a file that is published by itself may come along: one of the blog's own, in no other post's folder. */
  takes(file: string): boolean;
}

export interface BuildStopper {
  readonly span: Span;
  /** One plain sentence in the reader's language. */
  readonly message: string;
}

export interface BuildCommand {
  readonly program: string;
  readonly args: readonly string[];
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
