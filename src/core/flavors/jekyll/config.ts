// Jekyll's configuration: https://jekyllrb.com/docs/configuration/options/
import { isData, originOfUrl, parseData, pathOfUrl, text, texts, type Data } from '../../data';
import { BRACKETS, signsIn, type DrawingSigns } from '../../drawing';
import type { Files } from '../../files';
import { kramdownOptions } from '../../markdown';
import type { Site } from '../../site';
import type { SiteConfig } from '../flavor';
import { engineVersion, isAtLeast, type EngineVersion } from '../version';
import { dataFiles } from './datafiles';
import { includeFiles, partFiles } from './includes';
import { jekyllEngine } from './pins';
import { readPlugins, type Plugins } from './plugins';

export interface Collection {
  /** Whether its documents become pages. */
  readonly hasOutput: boolean;
  /** The permalink pattern of its own. */
  readonly permalink: string | undefined;
}

/** Front matter that the site gives to files of a folder, of a type, or to all. */
export interface Default {
  readonly path: string;
  /** `pages`, `posts`, `drafts` or a collection's name; undefined for any. */
  readonly type: string | undefined;
  readonly values: Data;
}

export interface JekyllConfig extends SiteConfig {
  /** `date`, `pretty`, … or a pattern. */
  readonly permalink: string;
  readonly defaults: readonly Default[];
  /** By name, `posts` among them. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** The folder of the sources, and in it the one of the collections; empty for the root. */
  readonly source: string;
  readonly collectionsFolder: string;
  /** Below the sources, where it lies in them: what a build made earlier is no source. */
  readonly destination: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** With the dot, lower-case. */
  readonly markdownExtensions: readonly string[];
  readonly plugins: Plugins;
  /** Texts of the files that posts may include, by path. */
  readonly includes: ReadonlyMap<string, string>;
  /** Texts of the files in the folder of data, by path. */
  readonly dataTexts: ReadonlyMap<string, string>;
  readonly drawing: DrawingSigns;
  /** Whether `post_url` and `link` put the base path in front: since Jekyll 4.0. */
  readonly tagsHaveBase: boolean;
}

/** The one cast: a site of this flavor has what this flavor's `readConfig` made. */
export const jekyllConfig = (site: Pick<Site, 'config'>): JekyllConfig => site.config as JekyllConfig;

const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

const configFile = (files: Files): string | undefined => NAMES.find(name => files.has(name));

/** Of several only the first counts. */
export function jekyllConfigFiles(files: Files): readonly string[] | undefined {
  const found = configFile(files);
  return found === undefined ? undefined : [found];
}

export function readJekyllConfig(written: ReadonlyMap<string, string>, files: Files, given?: EngineVersion): JekyllConfig {
  const file = configFile(files);
  let data: Data = {};
  const broken: { file: string; reason: string }[] = [];
  try {
    const source = file === undefined ? undefined : written.get(file);
    if (file !== undefined && source !== undefined) data = parseData(file, source);
  } catch (error) {
    broken.push({ file: file ?? '', reason: error instanceof Error ? error.message : String(error) });
  }
  const textsOf = (paths: readonly string[]): ReadonlyMap<string, string> => new Map(paths.flatMap(path => (written.has(path) ? [[path, written.get(path)!] as const] : [])));
  const version = engineVersion(jekyllEngine, written, files, given);
  return {
    title: text(data['title']),
    language: text(data['lang']) ?? text(data['locale'])?.replace('_', '-') ?? 'en',
    origin: originOfUrl(text(data['url']) ?? ''),
    basePath: pathOfUrl(`/${(text(data['baseurl']) ?? '').replace(/^\/+/, '')}`),
    timeZone: text(data['timezone']),
    version, data, broken,
    permalink: text(data['permalink']) ?? 'date',
    defaults: defaultsOf(data['defaults']),
    collections: collectionsOf(data['collections']),
    source: folderOf(data['source']),
    collectionsFolder: folderOf(data['collections_dir']),
    destination: folderOf(data['destination'] ?? '_site'),
    include: Array.isArray(data['include']) ? texts(data['include']) : ['.htaccess'],
    exclude: [...texts(data['exclude']), ...ALWAYS_EXCLUDED],
    markdownExtensions: (text(data['markdown_ext']) ?? 'markdown,mkdown,mkdn,mkd,md').split(',').map(extension => `.${extension.toLowerCase()}`),
    plugins: readPlugins(data, written, files, version),
    includes: textsOf([...includeFiles(files), ...partFiles(files)]),
    dataTexts: textsOf(dataFiles(files)),
    drawing: drawingSigns(written, data),
    tagsHaveBase: isAtLeast(version, '4.0'),
  };
}

/** kramdown makes `\(…\)` and `\[…\]` of all formulas, for whatever script is there: converter/math_engine/mathjax.rb. */
const drawingSigns = (written: ReadonlyMap<string, string>, data: Data): DrawingSigns => ({
  ...signsIn([...written].filter(([file]) => /(?:^|\/)_(?:includes|layouts)\//.test(file)).map(([, source]) => source)),
  ownDelimiters: kramdownOptions(data).hasMathEngine ? BRACKETS : [],
});

/** Configuration::DEFAULT_EXCLUDES; Jekyll 3 forgets them where the site has a list of its own. */
const ALWAYS_EXCLUDED = ['.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile', 'Gemfile.lock', 'node_modules', 'vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'];

const folderOf = (value: unknown): string => (text(value) ?? '').replace(/^(?:\.?\/+)+|\/+$/g, '').replace(/^\.$/, '');

/**
 * https://jekyllrb.com/docs/collections/: only those with `output: true` have pages; a mere list of names has none.
 * Of a name Collection#sanitize_label keeps Latin letters, digits, `_`, `-` and `.`, and forgets its settings if anything is lost.
 */
function collectionsOf(value: unknown): ReadonlyMap<string, Collection> {
  const written = isData(value) ? Object.entries(value) : texts(value).map(name => [name, undefined] as const);
  const collections = new Map<string, Collection>([['posts', { hasOutput: true, permalink: undefined }]]);
  for (const [name, settings] of written) {
    const label = name.replace(/[^a-z\d_\-.]/gi, '');
    const own = isData(settings) && label === name ? settings : {};
    if (label !== '') collections.set(label, { hasOutput: own['output'] === true || (label === 'posts' && own['output'] !== false), permalink: text(own['permalink']) });
  }
  return collections;
}

/** Names of types as they were called before Jekyll 3. */
const OLD_TYPES: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' };

function defaultsOf(value: unknown): readonly Default[] {
  return (Array.isArray(value) ? value : []).filter(isData).flatMap(({ scope, values }) => {
    if (!isData(values)) return [];
    const { path, type } = isData(scope) ? scope : {};
    const name = text(type);
    return [{ path: text(path) ?? '', type: name === undefined ? undefined : OLD_TYPES[name] ?? name, values }];
  });
}
