// How Hugo finds a page by what a writer calls it: https://gohugo.io/shortcodes/ref/ and https://gohugo.io/methods/page/getpage/
import { joinAddress, rememberBySite, splitPath } from '../../files';
import { hiddenOf } from '../../links';
import type { Source } from '../../source';
import type { Site } from '../../site';
import { hugoConfig } from './config';
import { isContent, makesPage, pageFile } from './pages';
import { clean } from './permalinks';
import { has } from './versions';

interface Book {
  /** By path below the content folder and language. */
  readonly byPath: ReadonlyMap<string, string>;
  /** By last part and language. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
}

export type Found = { readonly page: string } | { readonly list: string } | 'ambiguous' | undefined;

/** @param name a path or a name, without fragment. @param language of the page that is looked for. */
export function findPage(name: string, from: Source, language: string | undefined, site: Site): Found {
  const book = remember(site, () => makeBook(site));
  const here = pageFile(from.path, site);
  const isOld = !has(site.config, 'pagesByPath');
  if (isOld && /.\/$/.test(name)) return undefined;
  const wanted = keyOf(name, site);
  // what does not appear is not in the way of what does, and is told only when there is nothing else
  let hidden: Found;
  const there = (found: Found): Found => {
    if (typeof found !== 'object' || !('page' in found) || hiddenOf(found.page, site) === undefined) return found;
    hidden ??= found;
    return undefined;
  };
  // a dot in the name was taken for the ending of a file, of which there is none of that kind
  const hasEnding = isOld && /\.[^/.]*$/.test(name) && !isContent(name, site);
  const isMeant = (page: string): boolean => !hasEnding || pageFile(page, site)?.isBundle === true;
  const at = (path: string): Found => {
    const page = book.byPath.get(withLanguage(path, language));
    return page !== undefined && isMeant(page) ? there({ page }) : page === undefined ? listAt(path, language, site) : undefined;
  };
  if (name.startsWith('/')) return at(wanted) ?? hidden;
  const folders = here === undefined ? [] : here.isBundle ? [`${here.folder}/${here.name}`, here.folder] : [here.folder];
  for (const folder of [...folders.map(path => keyOf(path, site)), '']) {
    const found = at(joinAddress(folder, wanted));
    if (found) return found;
  }
  if (wanted.includes('/')) return hidden;
  const same = (book.byName.get(withLanguage(wanted, language)) ?? []).filter(page => isMeant(page) && there({ page }));
  return same.length > 1 ? 'ambiguous' : same[0] === undefined ? hidden : { page: same[0] };
}

const withLanguage = (key: string, language: string | undefined): string => `${language ?? ''}:${key}`;

const remember = rememberBySite<Book>();

function makeBook(site: Site): Book {
  const byPath = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const path of site.files) {
    const file = makesPage(path, site) ? pageFile(path, site) : undefined;
    if (!file) continue;
    const key = keyOf([file.folder, file.isList ? '' : file.name].filter(Boolean).join('/'), site);
    byPath.set(withLanguage(key, file.language), path);
    const name = withLanguage(splitPath(key).name, file.language);
    const same = byName.get(name);
    if (same) same.push(path);
    else byName.set(name, [path]);
  }
  return { byPath, byName };
}

/** Case never matters; hyphens for blanks, as in addresses, are understood where pages are found by path. */
function keyOf(path: string, site: Pick<Site, 'config'>): string {
  const bare = path.replace(/^\/+|\/+$/g, '').replace(/\.(?:md|markdown|mdown|html?|org)$/i, '').replace(/(?:^|\/)_?index$/i, '');
  const config = hugoConfig(site);
  return has(config, 'pagesByPath') ? clean(bare, { ...config, keepsCase: false }) : bare.toLowerCase();
}

/** Lists that are there without a file. */
function listAt(path: string, language: string | undefined, site: Site): Found {
  const { taxonomies, contentDirs } = hugoConfig(site);
  if (path === '') return { list: '' };
  const [first = '', ...rest] = path.split('/');
  if (taxonomies.includes(first)) return { list: path };
  return !rest.length && contentDirs.some(dir => dir.below === '' && (dir.language ?? language) === language && site.files.hasFolder(`${dir.folder}/${first}`)) ? { list: path } : undefined;
}
