// Hugo's configuration: https://gohugo.io/configuration/introduction/
import { get, isData, lowerKeys, merge, originOfUrl, parseData, pathOfUrl, text, texts, type Data } from '../../data';
import type { DrawingSigns } from '../../drawing';
import { extensionOf, splitPath, type Files } from '../../files';
import type { Site } from '../../site';
import type { SiteConfig } from '../flavor';
import { engineVersion, type EngineVersion } from '../version';
import { contentDirsOf, staticDirsOf, type ContentDir, type Dir } from './folders';
import { hugoEngine, newestAllowed } from './pins';
import { drawingSigns, hasPager, hooksIn } from './templates';

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
  /** Whether some template has a pager; undefined when not all templates are to be seen. */
  readonly paginates: boolean | undefined;
  readonly drawing: DrawingSigns;
  /** Render hooks that are for all pages, by name: `render-link`. The site's own come before its theme's. */
  readonly hooks: ReadonlyMap<string, string>;
  /** Templates of partials and of shortcodes that are in the folder, by path. */
  readonly partials: ReadonlyMap<string, string>;
  readonly shortcodes: ReadonlyMap<string, string>;
  /** Sections whose pages are posts, if the site says so (`params.mainSections`). */
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
