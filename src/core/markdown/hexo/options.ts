// What a Hexo configuration says about Markdown and code: https://hexo.io/docs/configuration, https://github.com/hexojs/hexo-renderer-marked
import { get, isData, text, texts } from '../../data';

type Data = Readonly<Record<string, unknown>>;

export interface HexoOptions {
  readonly gfm: boolean;
  readonly pedantic: boolean;
  readonly breaks: boolean;
  readonly autolinks: boolean;
  readonly smartens: boolean;
  /** Opening and closing double, opening and closing single quotes. */
  readonly quotes: string;
  readonly hasHeadingIds: boolean;
  readonly hasAnchorAliases: boolean;
  readonly idCase: 'kept' | 'lower' | 'upper';
  /** Before version 6 of the renderer, ids were made of escaped text. */
  readonly idsOfEscapedText: boolean;
  /** Before version 7, marked was 4. */
  readonly isOlder: boolean;
  readonly hasDefinitions: boolean;
  readonly isLazy: boolean;
  readonly hasCaptions: boolean;
  /** Empty, or the site's root, which comes in front of a picture's address. */
  readonly imageRoot: string | undefined;
  readonly cleansLinks: boolean;
  readonly external: ExternalLinks;
  readonly code: CodeOptions;
}

export interface ExternalLinks {
  readonly opensAside: boolean;
  readonly isNoFollow: boolean;
  /** Hexo's own filter is on, for all links of a page. */
  readonly opensAllAside: boolean;
  readonly ownHost: string;
  readonly exclude: readonly string[];
}

export interface CodeOptions {
  /** Who colours fences: then Hexo takes them out before Markdown is read. */
  readonly highlighter: 'highlight.js' | 'prismjs' | undefined;
  readonly hasLineNumbers: boolean;
  /** Fences of no more lines have no numbers. */
  readonly lineThreshold: number;
  readonly wraps: boolean;
  readonly usesHljs: boolean;
  readonly tab: string;
  readonly exclude: readonly string[];
  readonly namesLanguage: boolean;
  readonly stripsIndent: boolean;
  /** `=7` behind the language gives the first line's number; without it there are none. */
  readonly isFirstLineInline: boolean;
  readonly isPreprocessed: boolean;
}

/**
 * @param data Hexo's configuration.
 * @param renderer major version of hexo-renderer-marked, where it is known
 */
export function hexoOptions(data: Data, renderer = 7): HexoOptions {
  const marked = isData(data['marked']) ? data['marked'] : {};
  const external = isData(marked['external_link']) ? marked['external_link'] : {};
  const quotes = text(marked['quotes']);
  return {
    gfm: marked['gfm'] !== false, pedantic: marked['pedantic'] === true, breaks: marked['breaks'] !== false,
    autolinks: marked['autolink'] !== false, smartens: marked['smartypants'] !== false,
    quotes: quotes?.length === 4 ? quotes : '“”‘’',
    hasHeadingIds: marked['headerIds'] !== false, hasAnchorAliases: marked['anchorAlias'] === true,
    idCase: marked['modifyAnchors'] === 1 ? 'lower' : marked['modifyAnchors'] === 2 ? 'upper' : 'kept',
    idsOfEscapedText: renderer < 6, isOlder: renderer < 7,
    hasDefinitions: marked['descriptionLists'] !== false, isLazy: marked['lazyload'] === true, hasCaptions: marked['figcaption'] === true,
    imageRoot: marked['prependRoot'] === false || data['relative_link'] === true ? undefined : text(data['root']) ?? '/',
    cleansLinks: marked['sanitizeUrl'] === true,
    external: { opensAside: external['enable'] === true, isNoFollow: external['nofollow'] === true, opensAllAside: get(data, 'external_link', 'enable') !== false && data['external_link'] !== false, ownHost: hostOf(text(data['url']) ?? ''), exclude: [...texts(external['exclude']), ...texts(get(data, 'external_link', 'exclude'))] },
    code: codeOptions(data),
  };
}

const hostOf = (url: string): string => /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? url;

/** hexo/default_config.ts; `highlight.enable` and `prismjs.enable` are how Hexo before version 7 chose. */
function codeOptions(data: Data): CodeOptions {
  const named = data['syntax_highlighter'];
  const isOn = (key: string): boolean => get(data, key, 'enable') === true;
  const highlighter = named === 'prismjs' || (named === undefined && isOn('prismjs')) ? 'prismjs'
    : named === 'highlight.js' || (named === undefined && get(data, 'highlight', 'enable') !== false) ? 'highlight.js' : undefined;
  const own = highlighter === 'prismjs' ? data['prismjs'] : data['highlight'];
  const settings = isData(own) ? own : {};
  return {
    highlighter, hasLineNumbers: settings['line_number'] !== false, lineThreshold: Number(settings['line_threshold']) || 0,
    wraps: settings['wrap'] !== false, usesHljs: settings['hljs'] === true, tab: tabOf(settings['tab_replace'] ?? settings['tab']), exclude: texts(settings['exclude_languages']),
    namesLanguage: settings['language_attr'] === true, stripsIndent: settings['strip_indent'] !== false,
    isFirstLineInline: settings['first_line_number'] === 'inline', isPreprocessed: settings['preprocess'] !== false,
  };
}

const tabOf = (value: unknown): string => (typeof value === 'number' ? String(value) : text(value) ?? '');
