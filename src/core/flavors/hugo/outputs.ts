// All that Hugo writes: pages, aliases, files, lists and feeds.
import type { Output } from '../../addresses';
import { get, isData, text, texts } from '../../data';
import { extensionOf, joinAddress, splitPath } from '../../files';
import { fieldList, type Source } from '../../source';
import type { Site } from '../../site';
import type { Aliases } from '../flavor';
import { listFile, whole } from './cascade';
import { hugoConfig } from './config';
import { belowContent, bundleOf, contentDirOf, isContent, isIgnored, kindOf, makesPage, pageFile, withoutLanguage, type PageFile, type PageKind } from './pages';
import { clean, expandTerm, sitePrefix } from './permalinks';
import { publishesFiles } from './publication';
import { hugo } from './index';
import { has } from './versions';

export function outputs(page: Source, site: Site): readonly Output[] {
  const file = pageFile(page.path, site);
  const url = hugo.url(page, site);
  if (!file || url === undefined) return [];
  const kind = kindOf(file, site);
  const known = whole(page, site);
  return [
    { address: fileOf(url), kind: 'page' },
    ...aliases(page, site),
    ...(file.isList ? feed(url, kind, site) : [...(file.isBundle ? files(known, url, file, site) : []), ...listsOf(known, file, site)]),
  ];
}

/** The file that answers an address. */
export const fileOf = (url: string): string => (url.endsWith('/') ? `${url}index.html` : url).replace(/^\/+/, '');

function feed(url: string, kind: PageKind, site: Site): readonly Output[] {
  const { data, disabledKinds } = hugoConfig(site);
  if (disabledKinds.has('rss') || kind === 'page') return [];
  const formats = get(data, 'outputs', kind);
  if (Array.isArray(formats) && !texts(formats).some(format => format.toLowerCase() === 'rss')) return [];
  const folder = url.replace(/(?:index)?\.html$/, url.endsWith('/index.html') ? '' : '/');
  return [{ address: fileOf(`${folder}index.xml`), kind: 'list' }];
}

/**
 * https://gohugo.io/content-management/urls/#aliases: files with a redirect; case and blanks stay. From the root they know nothing of
 * languages, from the page they begin where it lies (`Site.renderAliases`).
 */
export function aliasesOf(page: Source, site: Site): Aliases | undefined {
  const config = hugoConfig(site);
  const file = pageFile(page.path, site);
  const url = hugo.url(page, site);
  if (!file || url === undefined || !config.hasAliases) return undefined;
  const { basePath } = config;
  const folder = splitPath(url.replace(/\/$/, '')).folder.slice(basePath.length);
  return {
    key: 'aliases',
    // `x.html` would be a file, and the folder of that name is meant
    written: address => address.slice(basePath.length) + (/\.html?\/$/i.test(address) ? 'index.html' : ''),
    fileOf(alias) {
      const path = alias.startsWith('/') ? joinAddress('', alias) : joinAddress(folder, alias);
      const isFile = /\.html?$/i.test(path);
      const address = isFile || path === '' ? path : config.hasUglyUrls(has(config, 'uglyAliases') ? file.section : '') ? `${path}.html` : `${path}/index.html`;
      return fileOf(`${basePath}/${address === '' ? 'index.html' : address}`);
    },
  };
}

/** A text is taken apart at its blanks (`cast.ToStringSlice`). */
const aliases = (page: Source, site: Site): readonly Output[] => {
  const found = aliasesOf(page, site);
  return found ? fieldList(whole(page, site), ['aliases', 'alias'], /\s+/).map((item): Output => ({ address: found.fileOf(item), kind: 'alias' })) : [];
};

/** What lies in a bundle's folder, texts of pages excepted. */
function files(page: Source, url: string, file: PageFile, site: Site): readonly Output[] {
  if (!publishesFiles(page, site)) return [];
  const config = hugoConfig(site);
  const { folder } = splitPath(page.path);
  const dir = contentDirOf(page.path, site)!;
  const at = url.endsWith('/') ? url : url.endsWith('/index.html') ? url.slice(0, -10) : /\.html?$/.test(url) && config.hasUglyUrls(file.section) ? `${url.replace(/\.html?$/, '')}/` : `${splitPath(url).folder}/`;
  const folders = [folder, ...(has(config, 'sharesFiles') ? [] : sameBundles(file, folder, site))];
  return folders.flatMap(from => site.files.below(from).map(path => ({ path, below: path.slice(from.length + 1) }))).flatMap(({ path, below }): Output[] => {
    if (isContent(path, site) || isIgnored(path, site)) return [];
    const extension = extensionOf(below);
    const { name, language } = withoutLanguage(below.slice(0, below.length - extension.length), dir, site);
    const isOfOther = language !== undefined || name !== below.slice(0, below.length - extension.length);
    if (isOfOther ? language !== file.language : file.language !== dir.language && has(config, 'sharesFiles')) return [];
    return [{ address: fileOf(at + (isOfOther ? name + extension : below)), kind: 'copy', file: path }];
  });
}

/** The bundle's folders in the content folders of other languages, whose files it once had as well. */
function sameBundles(file: PageFile, folder: string, site: Site): readonly string[] {
  const below = folder.slice(file.contentDir.length);
  return hugoConfig(site).contentDirs.map(dir => dir.folder + below).filter(other => other !== folder && site.files.hasFolder(other));
}

/** The lists that a page is in: its sections, its terms, the home page. */
function listsOf(page: Source, file: PageFile, site: Site): readonly Output[] {
  const config = hugoConfig(site);
  const lists: { url: string; kind: PageKind }[] = [];
  const [folder = ''] = file.folder.split('/');
  // a section with a list page is that page, whatever is in it; further down there are no others
  if (folder !== '' && listFile(folder, file, site) === undefined) {
    const url = listUrl(folder, file, site);
    // a section without a file was given a small name whatever the site says of case
    if (config.keepsCase) lists.push({ url: url.slice(0, -folder.length - 1) + folder.toLowerCase() + url.slice(-1), kind: 'section' });
    if (!config.keepsCase || has(config, 'pagesByPath')) lists.push({ url, kind: 'section' });
  }
  if (!config.disabledKinds.has('term')) {
    for (const taxonomy of config.taxonomies) {
      for (const term of fieldList(page, [taxonomy], /(?!)/)) lists.push({ url: termUrl(taxonomy, term, file, site), kind: 'term' });
    }
  }
  return lists.filter(({ kind }) => !config.disabledKinds.has(kind)).flatMap(({ url, kind }): readonly Output[] => [{ address: fileOf(url), kind: 'list' }, ...feed(url, kind, site)]);
}

function listUrl(folder: string, file: PageFile, site: Site): string {
  const list = listFile(folder, file, site);
  const code = file.language === undefined || contentDirOf(`${file.contentDir}/`, site)?.language === file.language ? '' : `.${file.language}`;
  const path = list ?? `${file.contentDir}/${folder}/_index${code}.md`;
  return hugo.url(site.index.of(path) ?? { path, frontMatter: undefined }, site)?.replace(/^(?!\/)/, '/') ?? `${sitePrefix(file.language, site)}/${clean(folder, hugoConfig(site))}/`;
}

/** Of the page of a term, which need not have a file. */
export function termUrl(taxonomy: string, term: string, file: Pick<PageFile, 'language' | 'contentDir'>, site: Site): string {
  const config = hugoConfig(site);
  const own = listFile(`${taxonomy}/${clean(term, config)}`, file, site);
  const source = own === undefined ? undefined : site.index.of(own);
  if (source) return hugo.url(source, site)!;
  const at = sitePrefix(file.language, site);
  const pattern = config.permalinks(file.language).term.get(taxonomy);
  const path = pattern === undefined ? `/${taxonomy}/${clean(term, config)}` : expandTerm(pattern, taxonomy, term, site).replace(/\/$/, '');
  return at + path + (config.hasUglyUrls(taxonomy) ? '.html' : '/');
}

/** Lists that are there without a page in them, and the files that Hugo makes beside. */
export function always(site: Site): readonly Output[] {
  const config = hugoConfig(site);
  const { data, disabledKinds, taxonomies } = config;
  const languages = [undefined, ...config.languages.filter(code => !config.languagesOff.has(code))];
  const made: string[] = [];
  const has404 = layoutFolders(site).some(folder => site.files.has(`${folder}/404.html`) || site.files.has(`${folder}/_default/404.html`));
  for (const language of languages) {
    const at = sitePrefix(language, site);
    const uglyLists = config.hasUglyUrls('') && !has(config, 'prettyLists');
    const dir = config.contentDirs.find(({ language: own, below }) => below === '' && (own ?? language) === language);
    const hasOwn = (folder: string): boolean => dir !== undefined && listFile(folder, { language, contentDir: dir.folder }, site) !== undefined;
    if (!disabledKinds.has('home') && !hasOwn('')) made.push(`${at}/index.html`, ...feed(`${at}/`, 'home', site).map(({ address }) => `/${address}`));
    if (!disabledKinds.has('taxonomy')) for (const taxonomy of taxonomies.filter(name => !hasOwn(name))) made.push(`${at}/${taxonomy}${uglyLists ? '.html' : '/index.html'}`, ...feed(`${at}/${taxonomy}/`, 'taxonomy', site).map(({ address }) => `/${address}`));
    if (!disabledKinds.has('sitemap') && config.languages.length && config.hasLanguages) made.push(`${config.basePath}/${language ?? config.defaultLanguage}/${sitemapName(data)}`);
    if (has404 && !disabledKinds.has('404')) made.push(`${at}/404.html`);
  }
  if (!disabledKinds.has('sitemap')) made.push(`${config.basePath}/${sitemapName(data)}`);
  if (data['enablerobotstxt'] === true) made.push(`${config.basePath}/robots.txt`);
  // one of the two leads to the other
  if (config.languages.some(code => !config.languagesOff.has(code))) made.push(`${config.basePath}${config.defaultInSubdir ? '' : `/${config.defaultLanguage}`}/index.html`);
  return made.map(address => ({ address: fileOf(address), kind: 'list' }));
}

const sitemapName = (data: Readonly<Record<string, unknown>>): string => text(get(data, 'sitemap', 'filename')) ?? 'sitemap.xml';

/** Where the site's templates are, its theme's included. */
export function layoutFolders(site: Site): readonly string[] {
  const { data } = site.config;
  const themes = texts(data['theme']).map(theme => `${text(data['themesdir']) ?? 'themes'}/${theme}`);
  return [text(data['layoutdir']) ?? 'layouts', ...themes.map(theme => `${theme}/layouts`)];
}

/** Static files, and files that lie beside pages and belong to the list they are in. */
export function copyOf(path: string, site: Site): string | undefined {
  const { staticDirs, basePath } = hugoConfig(site);
  // the site's own file counts before a theme's of the same name, but both are there
  const dir = staticDirs.find(({ folder }) => path.startsWith(`${folder}/`));
  if (dir) return fileOf(`${basePath}/${dir.below === '' ? '' : `${dir.below}/`}${path.slice(dir.folder.length + 1)}`);
  const content = contentDirOf(path, site);
  if (!content || isContent(path, site) || isIgnored(path, site) || bundleOf(path, site) !== undefined) return undefined;
  const below = belowContent(path, content);
  const page: Pick<PageFile, 'language' | 'contentDir'> = { language: content.language, contentDir: content.folder };
  const folders = splitPath(below).folder.split('/').filter(Boolean);
  let depth = folders.length;
  while (depth > 1 && listFile(folders.slice(0, depth).join('/'), page, site) === undefined) depth--;
  const section = folders.slice(0, depth).join('/');
  const url = section === '' ? `${sitePrefix(content.language, site)}/` : listUrl(section, { ...page, path: below, folder: section, section: folders[0]!, name: '', isBundle: false, isList: false }, site);
  return fileOf(`${url.replace(/(?:index)?\.html$/, '').replace(/\/?$/, '/')}${below.slice(section === '' ? 0 : section.length + 1)}`);
}

export const isListFile = (path: string, site: Site): boolean => makesPage(path, site) && pageFile(path, site)!.isList;

/** Names, without ending, of files that output formats may make beside each page. */
export function extraNames(site: Site): readonly string[] {
  const { data } = hugoConfig(site);
  const formats = isData(data['outputformats']) ? Object.values(data['outputformats']).filter(isData).map(format => text(format['basename']) ?? 'index') : [];
  return ['index', ...formats];
}
