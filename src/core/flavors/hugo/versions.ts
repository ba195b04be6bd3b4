// What changed between Hugo's versions, in one place. Measured with 0.111, 0.131 and 0.169; where a release's notes tell the
// version of a change it is that one, else the first that was seen to behave so.
import type { SiteConfig } from '../flavor';
import { isAtLeast } from '../version';

/** The version from which a sentence is true. */
const SINCE = {
  /** `[permalinks.page]`, `.section`, `.term`, `.taxonomy`. */
  permalinksByKind: '0.115',
  /**
   * Pages are found by a path that knows no case and has hyphens for blanks: `Index.md` is a bundle, `.MD` is content, of two
   * files with the same path one is lost, `ref` takes addresses and a slash at the end, a draft `_index.md` hides only itself.
   */
  pagesByPath: '0.123',
  /** A date taken from the file name can hide a page. */
  futureByName: '0.123',
  /** Each blank becomes a hyphen of its own. */
  keepsHyphenRuns: '0.123',
  /** `slug` is trimmed. */
  trimsSlug: '0.123',
  /** A bundle's files are published once for all languages. */
  sharesFiles: '0.123',
  /** The values of `params` are the page's own; before, they stood under that name. */
  paramsKey: '0.123',
  /** The key `build`; it was `_build` before. */
  buildKey: '0.123',
  /** Links and images in Markdown are looked up among pages and files, on sites in several languages. */
  linkHooks: '0.123',
  /** `figure` looks its `src` up among the page's files. */
  figureResolves: '0.123',
  /** `youtube` has a player of its own options, and no longer only `autoplay`. */
  youtubeOptions: '0.125',
  /** The shortcode `details`. */
  detailsShortcode: '0.140',
  /** Render hooks for quotes: https://gohugo.io/render-hooks/blockquotes/ */
  quoteHooks: '0.132',
  /** Render hooks for tables: https://gohugo.io/render-hooks/tables/ */
  tableHooks: '0.134',
  /** `markup.highlight.wrapperClass`. */
  wrapperClass: '0.140.2',
  /** An address in `ref` is an error. */
  refusesAddressInRef: '0.123',
  /** `pagination.pagerSize` and `pagination.path`. */
  paginationTable: '0.128',
  /** `:contentbasename` and `:slugorcontentbasename`. */
  contentBaseName: '0.144',
  /** Heading ids are made of the heading's text and no longer of its source. */
  idsFromText: '0.144',
  /** `_build` is an error. */
  refusesOldBuildKey: '0.145',
  /** YAML 1.2: `yes` is a text, and a key that is there twice an error. */
  yaml12: '0.152',
  /** A date that cannot be read is an error, and no longer no date. */
  refusesBadDates: '0.152',
  /** `slug` of an `_index.md` moves the section and all below. */
  sectionSlug: '0.152',
  /** `uglyURLs` of a section counts for aliases too. */
  uglyAliases: '0.152',
  /** A file name may have a time behind its date. */
  timesInNames: '0.152',
  /** Lists have their folder's address with `uglyURLs` too. */
  prettyLists: '0.152',
  /** `paginate` is no longer known. */
  forgetsPaginate: '0.152',
  /** `index.md` beside `_index.md` takes the pages beside it. */
  indexSwallows: '0.152',
  /** Content that is no Markdown is refused (`security.allowContent`). */
  refusesOtherContent: '0.152',
} as const;

/** `uglyURLs` by section was lost in between. */
const NO_UGLY_SECTIONS = ['0.123', '0.152'] as const;

export type Change = keyof typeof SINCE;

export const has = ({ version }: Pick<SiteConfig, 'version'>, change: Change): boolean => version === undefined || isAtLeast(version, SINCE[change]);

export const hasUglySections = ({ version }: Pick<SiteConfig, 'version'>): boolean =>
  version === undefined || !isAtLeast(version, NO_UGLY_SECTIONS[0]) || isAtLeast(version, NO_UGLY_SECTIONS[1]);
