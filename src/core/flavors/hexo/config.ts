// Hexo's configuration: https://hexo.io/docs/configuration
import { get, isData, originOfUrl, parseData, pathOfUrl, text, texts, type Data } from '../../data';
import type { Files } from '../../files';
import type { Site } from '../../site';
import type { SiteConfig } from '../flavor';
import { engineVersion, isAtLeast, type EngineVersion } from '../version';
import { hexoEngine } from './pins';

export interface HexoConfig extends SiteConfig {
  /** The folder of the sources. */
  readonly source: string;
  /** The pattern of posts' addresses. */
  readonly permalink: string;
  /** The pattern of posts' file names, without extension: `:year-:month-:day-:title`. */
  readonly postName: string;
  readonly hasAssetFolders: boolean;
  /** The folders of the lists, bare. */
  readonly tagFolder: string;
  readonly categoryFolder: string;
  readonly archiveFolder: string;
  /** Patterns of paths below `source`: published as they are, looked at all the same, left out. */
  readonly skipRender: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Packages that the site needs; undefined where no package.json can be read. */
  readonly packages: ReadonlySet<string> | undefined;
  /** Major version of hexo-renderer-marked. */
  readonly rendererMajor: number;
  /** Whether Markdown is rendered by hexo-renderer-marked, which puts the root in front of images. */
  readonly rootsImages: boolean;
  /** The theme's own folder, if it lies in the site. */
  readonly themeFolder: string | undefined;
}

/** The one cast: a site of this flavor has what this flavor's `readConfig` made. */
export const hexoConfig = (site: Pick<Site, 'config'>): HexoConfig => site.config as HexoConfig;

/** Hexo's configuration has the name of Jekyll's; its folders tell. */
export function hexoConfigFiles(files: Files): readonly string[] | undefined {
  if (!files.has('_config.yml')) return undefined;
  const isHexo = files.hasFolder('source/_posts') || (files.hasFolder('scaffolds') && files.hasFolder('source')) || files.has('_config.landscape.yml');
  return isHexo ? ['_config.yml'] : undefined;
}

export function readHexoConfig(written: ReadonlyMap<string, string>, files: Files, given?: EngineVersion): HexoConfig {
  let data: Data = {};
  const broken: { file: string; reason: string }[] = [];
  try {
    data = parseData('_config.yml', written.get('_config.yml') ?? '');
  } catch (error) {
    broken.push({ file: '_config.yml', reason: error instanceof Error ? error.message : String(error) });
  }
  const packages = packagesIn(written.get('package.json'));
  const theme = text(data['theme']) ?? 'landscape';
  const version = engineVersion(hexoEngine, written, files, given);
  return {
    title: text(data['title']),
    language: text(Array.isArray(data['language']) ? data['language'][0] : data['language']) ?? 'en',
    origin: originOfUrl(text(data['url']) ?? ''),
    basePath: pathOfUrl(text(data['root']) ?? ''),
    timeZone: text(data['timezone']),
    version, data, broken,
    source: bare(text(data['source_dir']) ?? 'source'),
    permalink: text(data['permalink']) ?? ':year/:month/:day/:title/',
    postName: (text(data['new_post_name']) ?? ':title.md').replace(/\.[^./]+$/, ''),
    hasAssetFolders: data['post_asset_folder'] === true,
    tagFolder: bare(text(data['tag_dir']) ?? 'tags'),
    categoryFolder: bare(text(data['category_dir']) ?? 'categories'),
    archiveFolder: bare(text(data['archive_dir']) ?? 'archives'),
    skipRender: texts(data['skip_render']), include: texts(data['include']), exclude: [...texts(data['exclude']), ...texts(data['ignore'])],
    packages, rendererMajor: rendererMajor(written.get('package.json'), version),
    rootsImages: (packages === undefined || packages.has('hexo-renderer-marked')) && get(data, 'marked', 'prependRoot') !== false && data['relative_link'] !== true,
    themeFolder: files.hasFolder(`themes/${theme}`) ? `themes/${theme}` : undefined,
  };
}

const bare = (path: string): string => path.replace(/^(?:\.?\/+)+|\/+$/g, '');

function packagesIn(source: string | undefined): ReadonlySet<string> | undefined {
  try {
    const { dependencies, devDependencies } = JSON.parse(source ?? '') as Data;
    return new Set([dependencies, devDependencies].flatMap(list => (isData(list) ? Object.keys(list) : [])));
  } catch {
    return undefined;
  }
}

/** As package.json asks for it; else what `hexo init` of that Hexo wrote there (hexo-starter). */
function rendererMajor(source: string | undefined, version: EngineVersion): number {
  try {
    const wanted = text(get(JSON.parse(source ?? '') as Data, 'dependencies', 'hexo-renderer-marked'));
    const written = /(\d+)\./.exec(wanted ?? '')?.[1];
    if (written !== undefined) return Number(written);
  } catch {
    // nothing is asked for
  }
  return isAtLeast(version, '8') ? 7 : isAtLeast(version, '7') ? 6 : 5;
}
