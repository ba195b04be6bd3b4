// The same page in other languages: https://gohugo.io/content-management/multilingual/#translate-your-content
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { hugoConfig } from './config';
import { contentDirOf, pageFile } from './pages';

/** Files of the same name beside the page, with the code of another language, or in the content folder of one. */
export function translationsOf(path: string, site: Site): readonly string[] {
  const file = pageFile(path, site);
  const dir = contentDirOf(path, site);
  if (!file || !dir) return [];
  const { contentDirs, languages, defaultLanguage } = hugoConfig(site);
  const stem = file.isBundle ? 'index' : file.name;
  const extension = /\.[^.]+$/.exec(path)![0];
  const below = splitPath(path.slice(dir.folder.length + 1)).folder;
  const codes = ['', ...new Set([defaultLanguage, ...languages])].map(code => (code === '' ? '' : `.${code}`));
  const folders = [...new Set([dir, ...contentDirs.filter(other => other.below === dir.below)].map(({ folder }) => (below === '' ? folder : `${folder}/${below}`)))];
  return folders.flatMap(folder => codes.map(code => `${folder}/${stem}${code}${extension}`)).filter(other => other !== path && site.files.has(other));
}
