// All that a Jekyll build writes: pages, what plugins make of them, copied files.
import type { Output } from '../../addresses';
import { get, isData, text, texts } from '../../data';
import { twoDigits } from '../../dates';
import { extensionOf, splitPath } from '../../files';
import { decode } from '../../links';
import type { Site } from '../../site';
import type { Source } from '../../source';
import type { Aliases } from '../flavor';
import { jekyllConfig } from './config';
import { localDate } from './dates';
import { entryOf, type Entry } from './entries';
import { categoriesOf, copiedDocumentPlace, placeOf, slugify } from './permalinks';
import { postsOf } from './publication';
import { listOf, valuesOf } from './values';

/** Files whose front matter Jekyll looks for, and whose address depends on whether they have any. Others go where they lie in either case. */
const MAY_BE_PAGE = /\.(?:markdown|mkdown|mkdn|mkd|mdown|md|html?|xhtml|xml|json|txt|scss|sass|coffee|webmanifest)$/i;

const bare = (path: string): string => path.replace(/^\/+/, '');

/** The file that is written for an address below the base path. */
const fileAt = (address: string, site: Pick<Site, 'config'>): string => bare(`${site.config.basePath}/${bare(address)}`);

/** Whether the page is made by the engine; what has no front matter is copied as it is. */
export function isMade(page: Source, site: Pick<Site, 'config'>): boolean {
  const entry = entryOf(page.path, site);
  if (entry?.kind === 'post' || page.frontMatter !== undefined) return true;
  return entry?.kind === 'page' && hasOptionalFrontMatter(page.path, site);
}

/** jekyll-optional-front-matter makes pages of all Markdown, but for the papers of a project. */
function hasOptionalFrontMatter(path: string, site: Pick<Site, 'config'>): boolean {
  const { plugins, data, markdownExtensions, include } = jekyllConfig(site);
  if (!plugins.gems.has('jekyll-optional-front-matter') || !markdownExtensions.includes(extensionOf(path))) return false;
  if (get(data, 'optional_front_matter', 'enabled') === false || data['require_front_matter'] === true) return false;
  return !PAPERS.includes(bareName(path)) || include.includes(splitPath(path).name);
}

const bareName = (path: string): string => splitPath(path).name.replace(/\.[^.]+$/, '').toUpperCase();

const PAPERS = ['README', 'LICENSE', 'LICENCE', 'COPYING', 'CODE_OF_CONDUCT', 'CONTRIBUTING', 'ISSUE_TEMPLATE', 'PULL_REQUEST_TEMPLATE', 'CHANGELOG'];

/** Decoded, with the base path. */
export function urlOf(page: Source, site: Site): string | undefined {
  const readme = readmeFolder(page, site);
  if (readme !== undefined) return `${site.config.basePath}/${readme}`;
  if (!isMade(page, site)) {
    const copy = copiedFile(page.path, site);
    return copy === undefined ? undefined : `/${copy}`;
  }
  const place = placeOf(page, site);
  return place && site.config.basePath + place.url;
}

/** jekyll-readme-index: a README is the index of a folder that has none. */
function readmeFolder(page: Source, site: Pick<Site, 'config' | 'files'>): string | undefined {
  const { plugins, data } = jekyllConfig(site);
  const { folder, name } = splitPath(page.path);
  if (!plugins.gems.has('jekyll-readme-index') || !/^readme\.(?:md|markdown|mkd|mkdn|mkdown)$/i.test(name) || entryOf(page.path, site)?.kind !== 'page') return undefined;
  if (get(data, 'readme_index', 'enabled') === false || (page.frontMatter && get(data, 'readme_index', 'with_frontmatter') !== true)) return undefined;
  const at = folder === '' ? '' : `${folder}/`;
  return ['index.html', 'index.md', 'index.markdown'].some(index => site.files.has(at + index)) ? undefined : at;
}

export function outputsOf(page: Source, site: Site): readonly Output[] {
  const readme = readmeFolder(page, site);
  if (readme !== undefined) return [{ address: fileAt(`${readme}index.html`, site), kind: 'page' }];
  const copy = copiedFile(page.path, site);
  if (!isMade(page, site)) return copy === undefined ? [] : [{ address: copy, kind: 'copy', file: page.path }];
  const place = placeOf(page, site);
  if (!place) return [];
  // what has no front matter but is made a page of is copied as well
  const isCopiedToo = page.frontMatter === undefined && copy !== undefined && get(site.config.data, 'optional_front_matter', 'remove_originals') !== true;
  return [
    { address: fileAt(place.file, site), kind: 'page' },
    ...redirects(page, site),
    ...archives(page, site).map((address): Output => ({ address: fileAt(address, site), kind: 'list' })),
    ...(isCopiedToo ? [{ address: copy, kind: 'copy', file: page.path } as const] : []),
  ];
}

/** jekyll-redirect-from: https://github.com/jekyll/jekyll-redirect-from#redirect-from */
export function aliasesOf(_: Source, site: Pick<Site, 'config'>): Aliases | undefined {
  if (!jekyllConfig(site).plugins.gems.has('jekyll-redirect-from')) return undefined;
  return {
    key: 'redirect_from',
    written: address => address.slice(site.config.basePath.length),
    fileOf: from => fileAt(from.endsWith('/') ? `${from}index.html` : /\.[^./]+$/.test(from) ? from : `${from}.html`, site),
  };
}

const redirects = (page: Source, site: Pick<Site, 'config'>): readonly Output[] => {
  const found = aliasesOf(page, site);
  return found ? listOf(valuesOf(page, site).get('redirect_from'), false).map(from => ({ address: found.fileOf(from), kind: 'alias' })) : [];
};

/** Where a file that is not rendered goes; undefined for a post, and for a file that Jekyll does not read. */
function copiedFile(path: string, site: Pick<Site, 'config'>): string | undefined {
  const entry = entryOf(path, site);
  if (!entry || entry.kind === 'post') return undefined;
  if (entry.kind === 'page') return fileAt(decode(entry.path), site);
  return jekyllConfig(site).collections.get(entry.collection)?.hasOutput ? fileAt(copiedDocumentPlace(entry, site), site) : undefined;
}

export const copyOf = (path: string, site: Pick<Site, 'config'>): string | undefined => (isPageFile(path, site) ? undefined : copiedFile(path, site));

/** A file that is a page, or is one as soon as it has front matter. Papers of a project have none, and no links for readers of the blog. */
export function isPageFile(path: string, site: Pick<Site, 'config'>): boolean {
  const entry = entryOf(path, site);
  if (entry?.kind !== 'page') return entry !== undefined && (entry.kind === 'post' || MAY_BE_PAGE.test(path));
  return MAY_BE_PAGE.test(path) && (!PAPERS.includes(bareName(path)) || jekyllConfig(site).plugins.gems.has('jekyll-readme-index'));
}

/** Lists, feeds and maps that plugins make of the whole site. */
export function alwaysOf(site: Site): readonly Output[] {
  const { plugins, data } = jekyllConfig(site);
  const has = (gem: string): boolean => plugins.gems.has(gem);
  return [
    ...(has('jekyll-feed') ? feeds(data['feed']) : []),
    ...(has('jekyll-sitemap') ? ['sitemap.xml', ...(site.files.has('robots.txt') ? [] : ['robots.txt'])] : []),
    ...(has('jekyll-redirect-from') && get(data, 'redirect_from', 'json') !== false ? ['redirects.json'] : []),
    ...(has('jekyll-paginate') ? pagedHomes(site) : []),
  ].map(address => ({ address: fileAt(address, site), kind: 'list' }));
}

/** https://github.com/jekyll/jekyll-feed */
function feeds(settings: unknown): readonly string[] {
  const collections = get(settings, 'collections');
  const others = isData(collections) ? Object.entries(collections) : texts(collections).map(name => [name, undefined] as const);
  return [
    text(get(settings, 'path')) ?? text(get(collections, 'posts', 'path')) ?? 'feed.xml',
    ...texts(get(settings, 'categories')).map(category => `feed/${category}.xml`),
    ...others.filter(([name]) => name !== 'posts').map(([name, own]) => text(get(own, 'path')) ?? `feed/${name}.xml`),
    ...others.flatMap(([name, own]) => texts(get(own, 'categories')).map(category => (name === 'posts' ? `feed/${category}.xml` : `feed/${name}/${category}.xml`))),
  ];
}

/** jekyll-paginate: the lists behind the first, which is the `index.html` that they are made of. */
function pagedHomes(site: Site): readonly string[] {
  const { data, source } = jekyllConfig(site);
  const size = Number(data['paginate']);
  const pattern = text(data['paginate_path']) ?? '/page:num';
  if (!(size > 0)) return [];
  const folders = foldersAbove(splitPath(bare(pattern.replace(/\/$/, ''))).folder);
  const isThere = folders.some(folder => site.files.has([source, folder, 'index.html'].filter(Boolean).join('/')));
  const count = isThere ? Math.ceil(postsOf(site).filter(post => valuesOf(post, site).get('hidden') !== true).length / size) : 0;
  return Array.from({ length: Math.max(0, count - 1) }, (_, index) => `${bare(pattern.replace(':num', String(index + 2))).replace(/\/$/, '')}/index.html`);
}

function foldersAbove(folder: string): readonly string[] {
  return folder === '' ? [''] : [folder, ...foldersAbove(splitPath(folder).folder)];
}

/** jekyll-archives: https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md */
function archives(page: Source, site: Site): readonly string[] {
  const { plugins, data } = jekyllConfig(site);
  const entry = entryOf(page.path, site);
  if (!plugins.gems.has('jekyll-archives') || entry?.kind !== 'post') return [];
  const settings = data['jekyll-archives'];
  const enabled = get(settings, 'enabled');
  const isOn = (kind: string): boolean => enabled === 'all' || texts(enabled).includes(kind);
  const template = (kind: string, usual: string): string => text(get(settings, 'permalinks', kind)) ?? usual;
  const values = valuesOf(page, site);
  const names = (kind: string, usual: string, found: readonly string[]): readonly string[] => found.map(name => template(kind, usual).replaceAll(':name', slugify(name)));
  const date = localDate(page, site);
  const dated = (kind: string, usual: string): readonly string[] => (date && isOn(kind)
    ? [template(kind, usual).replaceAll(':year', String(date.year)).replaceAll(':month', twoDigits(date.month)).replaceAll(':day', twoDigits(date.day))] : []);
  return [
    ...(isOn('categories') ? names('category', '/category/:name/', categoriesOf(entry as Entry & { kind: 'post' }, values)) : []),
    ...(isOn('tags') ? names('tag', '/tag/:name/', [...listOf(values.get('tag'), false), ...listOf(values.get('tags'), true)]) : []),
    ...dated('year', '/:year/'), ...dated('month', '/:year/:month/'), ...dated('day', '/:year/:month/:day/'),
  ].map(address => (address.endsWith('/') ? `${address}index.html` : /\.html?$/.test(address) ? address : `${address}.html`));
}

/** What other plugins or a theme may have made at an address. */
export function mayBeMade(address: string, isImage: boolean, site: Site): boolean {
  const { plugins, data, basePath } = jekyllConfig(site);
  const inSite = bare(address.slice(basePath.length));
  if (texts(data['keep_files']).some(kept => inSite === kept || inSite.startsWith(`${kept}/`))) return true;
  if (plugins.mayBeGitHubs && mayBeGitHubs(inSite, site)) return true;
  const { folder, name } = splitPath(inSite);
  // where the author keeps files of a kind, nobody else does
  const isAuthors = extensionOf(name) !== '' && site.files.namesIn(folder).some(other => extensionOf(other) === extensionOf(name));
  const isPage = !isImage && (name === '' || !/\.[^.]+$/.test(name) || /\.(?:html?|xml|json|txt)$/.test(name));
  if (plugins.mayMakePages && (isPage || !isAuthors)) return true;
  return plugins.hasTheme && inSite.startsWith('assets/') && !isAuthors;
}

/** A README for an index, or a page of a list: what GitHub's own plugins make. */
function mayBeGitHubs(address: string, site: Site): boolean {
  const { data, plugins } = jekyllConfig(site);
  const [before = '', after] = bare(text(data['paginate_path']) ?? '/page:num').split(':num');
  if (data['paginate'] !== undefined && !plugins.gems.has('jekyll-paginate') && after !== undefined && address.startsWith(before) && /^\d/.test(address.slice(before.length))) return true;
  return (address === '' || address.endsWith('/')) && ['README.md', 'readme.md'].some(name => site.files.has(address + name));
}
