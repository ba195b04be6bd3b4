// Jekyll's configuration: https://jekyllrb.com/docs/configuration/options/
import { isData, parseData, pathOfUrl, text, type Data } from '../../data';
import type { Files } from '../../files';
import type { Site } from '../../site';
import type { SiteConfig } from '../flavor';
import { engineVersion, type EngineVersion } from '../version';
import { jekyllEngine } from './pins';

export interface JekyllConfig extends SiteConfig {
  /** `date`, `pretty`, … or a pattern. */
  readonly permalink: string;
  /** Front matter values that files of a folder have without writing them, the later the stronger. */
  readonly defaults: readonly { readonly path: string; readonly type: string; readonly values: Data }[];
  /** Collections whose documents become pages, with their permalink pattern; `posts` is here only with a pattern of its own. */
  readonly collections: ReadonlyMap<string, string>;
}

/** The one cast: a site of this flavor has what this flavor's `readConfig` made. */
export const jekyllConfig = (site: Pick<Site, 'config'>): JekyllConfig => site.config as JekyllConfig;

const NAMES = ['_config.yml', '_config.yaml', '_config.toml'];

export function jekyllConfigFiles(files: Files): readonly string[] | undefined {
  const found = NAMES.find(name => files.has(name));
  return found === undefined ? undefined : [found];
}

export function readJekyllConfig(written: ReadonlyMap<string, string>, files: Files, given?: EngineVersion): JekyllConfig {
  const file = jekyllConfigFiles(files)?.[0];
  let data: Data = {};
  const broken: { file: string; reason: string }[] = [];
  try {
    const source = file === undefined ? undefined : written.get(file);
    if (file !== undefined && source !== undefined) data = parseData(file, source);
  } catch (error) {
    broken.push({ file: file ?? '', reason: error instanceof Error ? error.message : String(error) });
  }
  const defaults = (Array.isArray(data['defaults']) ? data['defaults'] : []).filter(isData).map(entry => {
    const scope = isData(entry['scope']) ? entry['scope'] : {};
    return { path: text(scope['path']) ?? '', type: text(scope['type']) ?? '', values: isData(entry['values']) ? entry['values'] : {} };
  });
  const permalink = data['permalink'];
  return {
    title: text(data['title']),
    language: text(data['lang']) ?? text(data['locale'])?.replace('_', '-') ?? 'en',
    basePath: pathOfUrl(`/${(text(data['baseurl']) ?? '').replace(/^\/+/, '')}`),
    timeZone: text(data['timezone']),
    version: engineVersion(jekyllEngine, written, files, given),
    data, broken, defaults, collections: collectionsOf(data['collections']),
    permalink: typeof permalink === 'string' ? permalink : 'date',
  };
}

/** https://jekyllrb.com/docs/collections/: only those with `output: true` have pages; a mere list of names has none. */
function collectionsOf(value: unknown): ReadonlyMap<string, string> {
  const collections = new Map<string, string>();
  for (const [name, settings] of Object.entries(isData(value) ? value : {})) {
    const pattern = isData(settings) ? text(settings['permalink']) : undefined;
    if (name === 'posts' && pattern !== undefined) collections.set(name, pattern);
    if (name !== 'posts' && isData(settings) && settings['output'] === true) collections.set(name, pattern ?? '/:collection/:path:output_ext');
  }
  return collections;
}
