// The folder that a page of Hugo's may have for itself: https://gohugo.io/content-management/page-bundles/#leaf-bundles
import { text } from '../../data';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import type { Bundle } from '../flavor';
import { hugoConfig } from './config';
import { bundleOf, contentDirOf, isContent, pageFile } from './pages';
import { translationsOf } from './translations';

/** `x.ko.md` goes to `x/index.ko.md`, and its translations with it: apart they would not find each other. */
export function bundle(path: string, site: Site): Bundle | 'made' | undefined {
  const file = pageFile(path, site);
  if (!file) return undefined;
  if (file.isBundle || file.isList) return 'made';
  const { folder } = splitPath(path);
  const own = `${folder}/${file.name}`;
  return {
    pages: new Map([path, ...translationsOf(path, site)].map(page => [page, bundled(page, file.name)])),
    folder: own,
    takes: picture => !picture.startsWith(`${own}/`) && (splitPath(picture).folder === folder ? isFree(picture, site) : isStatic(picture, site)),
  };
}

function bundled(path: string, stem: string): string {
  const { folder, name } = splitPath(path);
  return `${folder}/${stem}/index${name.slice(stem.length)}`;
}

const isFree = (path: string, site: Site): boolean => contentDirOf(path, site) !== undefined && !isContent(path, site) && bundleOf(path, site) === undefined;

/** Of the site's own, not of its theme. */
function isStatic(path: string, { config }: Site): boolean {
  const { staticDirs, data } = hugoConfig({ config });
  return staticDirs.some(({ folder }) => path.startsWith(`${folder}/`)) && !path.startsWith(`${text(data['themesdir']) ?? 'themes'}/`);
}
