// All that a Hexo build writes: pages, the files of posts, lists that generators make, copied files.
import { addressesOf, type Output } from '../../addresses';
import { get, text, texts } from '../../data';
import { extensionOf, splitPath } from '../../files';
import type { Site } from '../../site';
import type { Source } from '../../source';
import type { Aliases } from '../flavor';
import { twoDigits } from '../../dates';
import { hexoConfig, type HexoConfig } from './config';
import { entryOf } from './entries';
import { categoriesOf, localDate, placeOf, tagsOf } from './permalinks';
import { literal } from '../../literal';

const inRoot = (address: string, { basePath }: Pick<HexoConfig, 'basePath'>): string => `${basePath}/${address}`.replace(/^\/+/, '');

export function urlOf(page: Source, site: Site): string | undefined {
  const place = placeOf(page, site);
  return place === undefined ? undefined : `/${inRoot(place.replace(/(^|\/)index\.html$/, '$1'), site.config)}`;
}

export function outputsOf(page: Source, site: Site): readonly Output[] {
  const config = hexoConfig(site);
  const place = placeOf(page, site);
  if (place === undefined) return [];
  const isPost = entryOf(page.path, site)?.kind === 'post';
  return [
    { address: inRoot(place, config), kind: 'page' },
    ...redirects(page, site),
    ...(isPost ? assetsOf(page, place, site) : []),
    ...(isPost ? listsWith(page, site) : []).map((address): Output => ({ address: inRoot(`${address}/index.html`, config), kind: 'list' })),
  ];
}

/** hexo-generator-alias; what a route without an ending is called, `Router#format` of Hexo says. */
export function aliasesOf(page: Source, { config }: Pick<Site, 'config'>): Aliases | undefined {
  if (!hexoConfig({ config }).packages?.has('hexo-generator-alias')) return undefined;
  return {
    key: aliasKey(page) ?? 'alias',
    written: address => address.slice(config.basePath.length + 1),
    fileOf: item => inRoot(item.replace(/^\/+/, '').replace(/(^|\/)$/, '$1index.html'), hexoConfig({ config })),
  };
}

/** The one of the two that counts: `post.alias || post.aliases`. */
const aliasKey = ({ frontMatter }: Source): string | undefined => ['alias', 'aliases'].find(key => Boolean(frontMatter?.field(key)?.value));

function redirects(page: Source, site: Pick<Site, 'config'>): readonly Output[] {
  const found = aliasesOf(page, site);
  const value = page.frontMatter?.field(aliasKey(page) ?? '')?.value;
  return found && value ? (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string').map((item): Output => ({ address: found.fileOf(item), kind: 'alias' })) : [];
}

/** The folder in which a post's own files lie, beside it and of its name. */
export const assetFolder = (path: string): string => path.replace(/\.[^./]+$/, '');

function assetsOf(page: Source, place: string, site: Site): readonly Output[] {
  if (!hexoConfig(site).hasAssetFolders) return [];
  const folder = assetFolder(page.path);
  const at = place.replace(/(?:^|\/)index\.html$/, '').replace(/\.html?$/, '');
  return site.files.below(folder).filter(file => !/(?:^|\/)[_.]|[%~]$/.test(file.slice(folder.length + 1))).map(file => ({
    address: inRoot(`${at}/${file.slice(folder.length + 1)}`, site.config), kind: 'copy', file,
  }));
}

/** hexo-generator-category, -tag and -archive. */
function listsWith(page: Source, site: Site): readonly string[] {
  const { packages, categoryFolder, tagFolder, archiveFolder, data } = hexoConfig(site);
  const date = localDate(page, site);
  const { yearly, monthly, daily } = (data['archive_generator'] ?? {}) as { yearly?: unknown; monthly?: unknown; daily?: unknown };
  const year = date && `${archiveFolder}/${date.year}`;
  const month = date && `${year}/${twoDigits(date.month)}`;
  return [
    ...(packages?.has('hexo-generator-category') ? categoriesOf(page, site).map(slug => `${categoryFolder}/${slug}`) : []),
    ...(packages?.has('hexo-generator-tag') ? tagsOf(page, site).map(slug => `${tagFolder}/${slug}`) : []),
    ...(packages?.has('hexo-generator-archive') ? [
      archiveFolder,
      ...(year !== undefined && yearly !== false ? [year] : []),
      ...(month !== undefined && yearly !== false && monthly !== false ? [month] : []),
      ...(date && yearly !== false && daily === true ? [`${month}/${twoDigits(date.day)}`] : []),
    ] : []),
  ];
}

export function copyOf(path: string, site: Pick<Site, 'config'>): string | undefined {
  const entry = entryOf(path, site);
  return entry?.kind === 'copy' ? inRoot(entry.path, site.config) : undefined;
}

/** Lists, feeds and maps that packages make of the whole site. */
export function alwaysOf(site: Site): readonly Output[] {
  const { packages, data } = hexoConfig(site);
  const paths = (key: string, usual: string): readonly string[] => { const own = texts(get(data, key, 'path')); return own.length ? own : [usual]; };
  return [
    ...(packages?.has('hexo-generator-index') ? [`${(text(get(data, 'index_generator', 'path')) ?? '').replace(/\/?$/, '/')}index.html`] : []),
    ...(packages?.has('hexo-generator-feed') ? paths('feed', 'atom.xml') : []),
    ...(packages?.has('hexo-generator-sitemap') ? [...paths('sitemap', 'sitemap.xml'), 'sitemap.txt'] : []),
    ...(packages?.has('hexo-generator-baidu-sitemap') ? paths('baidusitemap', 'baidusitemap.xml') : []),
    ...(packages?.has('hexo-generator-search') || packages?.has('hexo-generator-searchdb') ? paths('search', 'search.xml') : []),
    ...(packages?.has('hexo-generator-robotstxt') ? ['robots.txt'] : []),
    ...(packages?.has('hexo-generator-cname') ? ['CNAME'] : []),
  ].map(address => ({ address: inRoot(address.replace(/^\/+/, ''), site.config), kind: 'list' }));
}

/** Packages that make no pages, or those above. */
const PLAIN = /^(?:hexo|hexo-(?:cli|server|deployer-.*|renderer-.*|browsersync|wordcount|word-counter|symbols-count-time|reading-time|autonofollow|nofollow|lazyload.*|generator-(?:index|alias|archive|category|tag|feed|sitemap|baidu-sitemap|search|searchdb|robotstxt|cname)|theme-landscape|fs|util|log|math|filter-.*|tag-.*))$/;

/**
 * What other packages, scripts or a theme may have made at an address. Where posts are, and where the author keeps files of
 * a kind, nobody else puts any.
 */
export function mayBeMade(address: string, isImage: boolean, site: Site): boolean {
  const { packages, basePath, tagFolder, categoryFolder, archiveFolder, data, themeFolder } = hexoConfig(site);
  const inSite = address.slice(basePath.length).replace(/^\/+/, '');
  const pagination = text(data['pagination_dir']) ?? 'page';
  if (new RegExp(`(?:^|/)${literal(pagination)}/\\d+(?:/|$)`).test(inSite)) return true;
  const theme = text(data['theme']);
  const isPlain = packages !== undefined && [...packages].every(name => PLAIN.test(name) || !name.startsWith('hexo')) && !site.files.hasFolder('scripts');
  if (isPlain && (theme === undefined || theme === 'landscape') && themeFolder === undefined && !/^(?:css|js|fancybox|images)\//.test(inSite)) return false;
  const { folder, name } = splitPath(inSite);
  if (isImage || (extensionOf(name) !== '' && extensionOf(name) !== '.html')) return !site.files.namesIn(`${hexoConfig(site).source}/${folder}`).some(other => extensionOf(other) === extensionOf(name));
  const [top = ''] = inSite.split('/');
  return [tagFolder, categoryFolder, archiveFolder].includes(top) || !addressesOf(site).hasFolder(`${basePath}/${top}`);
}
