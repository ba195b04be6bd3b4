// Hugo's configuration: https://gohugo.io/configuration/introduction/
import { get, isData, lowerKeys, merge, originOfUrl, parseData, pathOfUrl, text, texts, type Data } from '../../data';
import { signsIn, type Delimiters, type DrawingSigns } from '../../drawing';
import { extensionOf, splitPath, type Files } from '../../files';
import type { Site } from '../../site';
import type { SiteConfig } from '../flavor';
import { engineVersion, type EngineVersion } from '../version';
import { hugoEngine, newestAllowed } from './pins';
import { has } from './versions';

export interface HugoConfig extends SiteConfig {
  /** Folders that hold pages, each with the language it is for (undefined: the default one). */
  readonly contentDirs: readonly ContentDir[];
  /** Folders whose files are copied as they are. */
  readonly staticDirs: readonly Dir[];
  /** True when a theme or module that we cannot see adds files of its own. */
  readonly hasUnseenFiles: boolean;
  /** Codes of the declared languages besides the default one, those that are switched off included. */
  readonly languages: readonly string[];
  readonly languagesOff: ReadonlySet<string>;
  /** Whether languages are declared at all. */
  readonly hasLanguages: boolean;
  /** The keys of front matter whose values have pages of their own: `tags`. */
  readonly taxonomies: readonly string[];
  /** Kinds of pages that are not made, in lower case: `taxonomy`, `rss`. */
  readonly disabledKinds: ReadonlySet<string>;
  readonly hasAliases: boolean;
  readonly ignoredFiles: readonly RegExp[];
  /** Front matter values for pages that `target` describes. */
  readonly cascades: readonly Cascade[];
  /** With `relativeURLs` an address from the root begins below the base path. */
  readonly mendsRootLinks: boolean;
  readonly defaultLanguage: string;
  readonly defaultInSubdir: boolean;
  /** Permalink patterns of regular pages by section; `/` is for pages at the content root. */
  permalinks(language: string | undefined): Permalinks;
  readonly keepsCase: boolean;
  readonly dropsAccents: boolean;
  hasUglyUrls(section: string): boolean;
  /** Sections whose pages are posts, if the site says so (`params.mainSections`). */
  /** Whether some template has a pager; undefined when not all templates are to be seen. */
  readonly paginates: boolean | undefined;
  readonly drawing: DrawingSigns;
  /** Render hooks that are for all pages, by name: `render-link`. The site's own come before its theme's. */
  readonly hooks: ReadonlyMap<string, string>;
  /** Templates of partials and of shortcodes that are in the folder, by path. */
  readonly partials: ReadonlyMap<string, string>;
  readonly shortcodes: ReadonlyMap<string, string>;
  readonly mainSections: readonly string[] | undefined;
  /** Front matter keys and `:filename` that give the date, in order; likewise from when and until when a page appears. */
  readonly dateKeys: readonly string[];
  readonly publishKeys: readonly string[];
  readonly expiryKeys: readonly string[];
}

export interface Permalinks {
  /** Patterns of regular pages by section; `/` is for pages at the content root. */
  readonly page: ReadonlyMap<string, string>;
  readonly section: ReadonlyMap<string, string>;
  readonly taxonomy: ReadonlyMap<string, string>;
  readonly term: ReadonlyMap<string, string>;
}

/** https://gohugo.io/content-management/front-matter/#cascade: from the configuration or a list page. */
export interface Cascade {
  readonly values: Data;
  /** Globs and kinds of the pages that it is for; empty: all below. */
  readonly target: Data;
}

export interface Dir {
  readonly folder: string;
  /** Where its files stand: empty, or `docs` for a mount on `content/docs`. */
  readonly below: string;
}

export interface ContentDir extends Dir {
  readonly language: string | undefined;
}

/** The one cast: a site of this flavor has what this flavor's `readConfig` made. */
export const hugoConfig = (site: Pick<Site, 'config'>): HugoConfig => site.config as HugoConfig;

const EXTENSIONS = ['toml', 'yaml', 'yml', 'json'];

/** One file in the root (`hugo.*` before `config.*`), then what `config/_default` and `config/production` add. */
export function hugoConfigFiles(files: Files): readonly string[] | undefined {
  const inRoot = ['hugo', 'config'].flatMap(name => EXTENSIONS.map(extension => `${name}.${extension}`)).find(file => files.has(file));
  const added = ['config/_default', 'config/production'].flatMap(folder => files.namesIn(folder).filter(name => /\.(toml|ya?ml|json)$/i.test(name)).sort().map(name => `${folder}/${name}`));
  if (inRoot === undefined && !added.length) return undefined;
  const isOwnName = inRoot?.startsWith('hugo.') ?? added.length > 0;
  const looksLikeHugo = ['content', 'archetypes', 'layouts', 'themes', 'static', 'config/_default'].some(folder => files.hasFolder(folder));
  return isOwnName || looksLikeHugo ? [...(inRoot === undefined ? [] : [inRoot]), ...added] : undefined;
}

export function readHugoConfig(written: ReadonlyMap<string, string>, files: Files, given?: EngineVersion): HugoConfig {
  let data: Data = {};
  const broken: { file: string; reason: string }[] = [];
  const names = hugoConfigFiles(files) ?? [];
  for (const file of names) {
    const source = written.get(file);
    if (source === undefined) continue;
    try {
      data = merge(data, underItsKey(file, lowerKeys(parseData(file, source)) as Data));
    } catch (error) {
      broken.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const version = engineVersion(hugoEngine, written, files, given, newestAllowed(data, names[0] ?? ''));
  const config = hugoConfigOf(data, files);
  return { ...config, version, broken, paginates: hasPager(written, config), drawing: drawingSigns(written, data), hooks: hooksIn(written, data, version), partials: new Map([...written].filter(([file]) => /(?:^|\/)layouts\/_?partials\//.test(file))), shortcodes: new Map([...written].filter(([file]) => /(?:^|\/)layouts\/_?shortcodes\//.test(file))) };
}

/** More are not read: a theme has some dozens. */
const TEMPLATES = 600;

/** The templates of the site and of its themes, as far as they are in the folder. */
export function templateFiles(files: Files): readonly string[] {
  const folders = ['layouts', ...files.namesIn('themes').map(theme => `themes/${theme}/layouts`)];
  return folders.flatMap(folder => files.below(folder)).filter(file => /\.html$/i.test(file)).slice(0, TEMPLATES);
}

const TEMPLATE = /^(?:layouts|themes\/[^/]+\/layouts)\//;

/** https://gohugo.io/content-management/mathematics/: delimiters that Goldmark lets pass are what the site's script looks for. */
function drawingSigns(written: ReadonlyMap<string, string>, data: Data): DrawingSigns {
  const signs = signsIn([...written].filter(([file]) => TEMPLATE.test(file)).map(([, source]) => source));
  const passthrough = get(data, 'markup', 'goldmark', 'extensions', 'passthrough');
  const pairs = (kind: 'block' | 'inline'): readonly Delimiters[] => {
    const list = get(passthrough, 'delimiters', kind);
    return (Array.isArray(list) ? list : []).flatMap(pair => (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string' ? [{ left: pair[0], right: pair[1], isDisplay: kind === 'block' }] : []));
  };
  const ownDelimiters = get(passthrough, 'enable') === true ? [...pairs('block'), ...pairs('inline')] : [];
  return { ...signs, ownDelimiters, hasDiagrams: signs.hasDiagrams || [...written.keys()].some(file => /render-codeblock-mermaid\.html$/.test(file)) };
}

function hasPager(written: ReadonlyMap<string, string>, { hasUnseenFiles }: Pick<HugoConfig, 'hasUnseenFiles'>): boolean | undefined {
  const templates = [...written].filter(([file]) => /^(?:layouts|themes\/[^/]+\/layouts)\//.test(file));
  if (templates.some(([, source]) => /\.Paginat/.test(source))) return true;
  return hasUnseenFiles || templates.length >= TEMPLATES ? undefined : false;
}

const HOOK = /^_markup\/(render-[\w-]+)\.html$/;

/** https://gohugo.io/templates/lookup-order/: those of a section or a kind of page are not among them. */
function hooksIn(written: ReadonlyMap<string, string>, data: Data, version: EngineVersion | undefined): ReadonlyMap<string, string> {
  const isRun = (name: string): boolean => (name.startsWith('render-blockquote') ? has({ version }, 'quoteHooks') : name !== 'render-table' || has({ version }, 'tableHooks'));
  const folders = [text(data['layoutdir']) ?? 'layouts', ...texts(data['theme']).map(theme => `${text(data['themesdir']) ?? 'themes'}/${theme}/layouts`)].flatMap(folder => [`${folder}/`, `${folder}/_default/`]);
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const [file, source] of written) {
      const name = file.startsWith(folder) ? HOOK.exec(file.slice(folder.length))?.[1] : undefined;
      if (name !== undefined && !found.has(name) && isRun(name)) found.set(name, source);
    }
  }
  return found;
}

/** `config/_default/permalinks.toml` holds what stands under `permalinks`; `menus.en.toml` is for one language. */
function underItsKey(file: string, data: Data): Data {
  const { folder, name } = splitPath(file);
  if (!folder.startsWith('config/')) return data;
  const [key = '', language] = name.slice(0, -extensionOf(name).length).toLowerCase().split('.');
  if (key === 'hugo' || key === 'config') return data;
  return language === undefined ? { [key]: data } : { languages: { [language]: { [key]: data } } };
}

function hugoConfigOf(data: Data, files: Files): Omit<HugoConfig, 'broken' | 'version' | 'paginates' | 'drawing' | 'hooks' | 'partials' | 'shortcodes'> {
  const defaultLanguage = (text(data['defaultcontentlanguage']) ?? 'en').toLowerCase();
  const languages = isData(data['languages']) ? data['languages'] : {};
  const themes = texts(data['theme']);
  const themesDir = text(data['themesdir']) ?? 'themes';
  const mounts = Array.isArray(get(data, 'module', 'mounts')) ? (get(data, 'module', 'mounts') as unknown[]).filter(isData) : [];
  const patterns = new Map<string | undefined, Permalinks>([[undefined, permalinksOf(get(languages, defaultLanguage, 'permalinks') ?? data['permalinks'])]]);
  for (const code of Object.keys(languages)) {
    const own = get(languages, code, 'permalinks');
    if (code !== defaultLanguage && own !== undefined) patterns.set(code, permalinksOf(own));
    else if (code !== defaultLanguage) patterns.set(code, permalinksOf(data['permalinks']));
  }
  const hasImports = Array.isArray(get(data, 'module', 'imports'));
  return {
    title: text(data['title']) ?? text(get(languages, defaultLanguage, 'title')),
    language: text(data['languagecode']) ?? text(get(languages, defaultLanguage, 'languagecode')) ?? defaultLanguage,
    // with canonifyURLs the base URL comes last, in front of addresses that know nothing of it
    origin: (originOfUrl(text(data['baseurl']) ?? '') ?? '') + (data['canonifyurls'] === true ? pathOfUrl(text(data['baseurl']) ?? '') : '') || undefined,
    basePath: data['canonifyurls'] === true ? '' : pathOfUrl(text(data['baseurl']) ?? ''),
    timeZone: text(data['timezone']),
    data,
    contentDirs: contentDirsOf(data, languages, defaultLanguage, mounts, themes.map(theme => `${themesDir}/${theme}`).filter(theme => files.hasFolder(`${theme}/content`))),
    staticDirs: staticDirsOf(data, mounts, themes.map(theme => `${themesDir}/${theme}`)),
    hasUnseenFiles: hasImports || mounts.some(mount => /^\.\.|^\//.test(text(mount['source']) ?? '')) || themes.some(theme => !files.hasFolder(`${themesDir}/${theme}`)),
    languages: Object.keys(languages).filter(code => code !== defaultLanguage),
    languagesOff: new Set([...texts(data['disablelanguages']).map(code => code.toLowerCase()), ...Object.keys(languages).filter(code => get(languages, code, 'disabled') === true)]),
    hasLanguages: Object.keys(languages).length > 0,
    taxonomies: taxonomiesOf(get(languages, defaultLanguage, 'taxonomies') ?? data['taxonomies']),
    disabledKinds: new Set(texts(data['disablekinds']).map(kind => kind.toLowerCase())),
    // a site that makes no aliases may tell its host about them in a file of its own format
    hasAliases: data['disablealiases'] !== true || Object.values(isData(data['outputformats']) ? data['outputformats'] : {}).some(format => get(format, 'basename') === '_redirects'),
    ignoredFiles: texts(data['ignorefiles']).flatMap(pattern => regexOf(pattern)),
    cascades: cascadesOf(data['cascade']),
    mendsRootLinks: data['relativeurls'] === true,
    defaultLanguage,
    defaultInSubdir: data['defaultcontentlanguageinsubdir'] === true,
    permalinks: language => patterns.get(language) ?? patterns.get(undefined)!,
    keepsCase: data['disablepathtolower'] === true,
    dropsAccents: data['removepathaccents'] === true,
    hasUglyUrls: section => data['uglyurls'] === true || (get(data['uglyurls'], section) === true),
    mainSections: mainSectionsOf(data),
    dateKeys: keysFor('date', DATE_KEYS, data),
    publishKeys: keysFor('publishdate', PUBLISH_KEYS, data),
    expiryKeys: keysFor('expirydate', EXPIRY_KEYS, data),
  };
}

const clean = (folder: string): string => folder.replace(/^\.?\/|\/$/g, '');

/** Mounts on a folder of Hugo's (`content`, `static`) or on one inside of it. */
function mountsOn(target: string, mounts: readonly Data[]): readonly ContentDir[] {
  return mounts.flatMap(mount => {
    const at = clean(text(mount['target']) ?? '');
    if (at !== target && !at.startsWith(`${target}/`)) return [];
    return [{ folder: clean(text(mount['source']) ?? ''), below: at.slice(target.length + 1), language: text(mount['lang']) }];
  });
}

function contentDirsOf(data: Data, languages: Data, defaultLanguage: string, mounts: readonly Data[], themes: readonly string[]): readonly ContentDir[] {
  const other = (language: string | undefined): string | undefined => (language === defaultLanguage ? undefined : language);
  const perLanguage = Object.entries(languages).flatMap(([language, settings]): ContentDir[] => {
    const folder = text(get(settings, 'contentdir'));
    return folder ? [{ folder: clean(folder), language: other(language), below: '' }] : [];
  });
  const mounted = mountsOn('content', mounts).map(dir => ({ ...dir, language: other(dir.language) }));
  // a content mount of one's own removes the usual one
  const usual = mounted.length ? mounted : [{ folder: clean(text(data['contentdir']) ?? 'content'), language: undefined, below: '' }];
  const inThemes = themes.map((theme): ContentDir => ({ folder: `${theme}/content`, language: undefined, below: '' }));
  // the longest first: `content/en` before `content`
  return [...perLanguage, ...usual, ...inThemes].sort((a, b) => b.folder.length - a.folder.length);
}

function staticDirsOf(data: Data, mounts: readonly Data[], themes: readonly string[]): readonly Dir[] {
  const written = texts(data['staticdir']);
  return [...(written.length ? written : ['static']), ...themes.map(theme => `${theme}/static`)].map((folder): Dir => ({ folder: clean(folder), below: '' })).concat(mountsOn('static', mounts));
}

/** `permalinks.posts` is for pages, of a taxonomy for its terms; the newer `permalinks.page.posts` says so itself. */
function permalinksOf(value: unknown): Permalinks {
  const patternsIn = (table: unknown): ReadonlyMap<string, string> =>
    new Map(Object.entries(isData(table) ? table : {}).flatMap(([section, pattern]) => (typeof pattern === 'string' ? [[section, pattern] as const] : [])));
  const plain = patternsIn(value);
  return { page: new Map([...plain, ...patternsIn(get(value, 'page'))]), section: patternsIn(get(value, 'section')), taxonomy: patternsIn(get(value, 'taxonomy')), term: new Map([...plain, ...patternsIn(get(value, 'term'))]) };
}

function taxonomiesOf(value: unknown): readonly string[] {
  return isData(value) ? Object.values(value).filter(name => typeof name === 'string').map(name => name.toLowerCase()) : ['tags', 'categories'];
}

/** A pattern that JavaScript does not understand matches nothing. */
function regexOf(pattern: string): readonly RegExp[] {
  try {
    return [new RegExp(pattern)];
  } catch {
    return [];
  }
}

/** One table or several; the target may be written beside the values or under `target`, `_target` before. */
export function cascadesOf(value: unknown): readonly Cascade[] {
  return (Array.isArray(value) ? value : [value]).filter(isData).map(entry => {
    const { target, _target, params, ...values } = Object.fromEntries(Object.entries(entry).map(([key, item]) => [key.toLowerCase(), item]));
    return { values: { ...values, ...(isData(params) ? params : {}) }, target: isData(target) ? target : isData(_target) ? _target : {} };
  });
}

function mainSectionsOf(data: Data): readonly string[] | undefined {
  const named = texts(get(data, 'params', 'mainsections'));
  if (named.length) return named;
  const top = texts(data['mainsections']);
  return top.length ? top : undefined;
}

/** https://gohugo.io/configuration/front-matter/: what `:default` stands for. */
const DATE_KEYS = ['date', 'publishdate', 'pubdate', 'published', 'lastmod', 'modified'];
const PUBLISH_KEYS = ['publishdate', 'pubdate', 'published', 'date'];
const EXPIRY_KEYS = ['expirydate', 'unpublishdate'];

function keysFor(date: string, usual: readonly string[], data: Data): readonly string[] {
  const written = texts(get(data, 'frontmatter', date)).map(key => key.toLowerCase());
  return written.length ? written.flatMap(key => (key === ':default' ? usual : [key])) : usual;
}
