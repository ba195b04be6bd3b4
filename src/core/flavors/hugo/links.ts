// What Hugo makes of a link: nothing, as a rule. Shortcodes are run, and hooks may look pages up.
import { addressesOf } from '../../addresses';
import { extensionOf, splitPath } from '../../files';
import { decode, hiddenOf, plainTarget, SCHEME, type LinkText, type Written } from '../../links';
import type { Source } from '../../source';
import type { Site } from '../../site';
import { get } from '../../data';
import { hugoConfig } from './config';
import { hugo } from './index';
import { extraNames, layoutFolders, termUrl } from './outputs';
import { hasOnlyAddress } from './publication';
import { belowContent, bundleOf, contentDirOf, pageFile } from './pages';
import { clean, sitePrefix } from './permalinks';
import { findPage } from './refs';
import { shortcodesIn, valueOf, type Shortcode } from './shortcodes';
import { has } from './versions';
import { literal } from '../../literal';

const UNKNOWN: Written = { kind: 'unknown' };

export function write(link: LinkText, from: Source, site: Site): Written {
  const target = link.target.trim();
  if (target.includes('{{')) return withShortcodes(target, from, site);
  const url = plainTarget(link);
  if (link.place === 'resource') return resource(url, from, site);
  if (link.place === 'markdown' && !SCHEME.test(url) && !url.startsWith('#')) {
    if (hasHook(link.isImage ? 'render-image' : 'render-link', site)) return UNKNOWN;
    const found = hooksLookUp(site) ? lookUp(url, link.isImage, from, site) : undefined;
    if (found) return found;
  }
  return { kind: 'url', url: rooted(url, site) };
}

/** https://gohugo.io/configuration/all/#relativeurls */
const rooted = (url: string, site: Site): string => (hugoConfig(site).mendsRootLinks && /^\/(?!\/)/.test(url) ? site.config.basePath + url : url);

function withShortcodes(target: string, from: Source, site: Site): Written {
  let text = '';
  let at = 0;
  const codes = [...shortcodesIn(target, { start: 0, end: target.length })];
  for (const code of codes) {
    const written = code.name === 'ref' || code.name === 'relref' ? refer(code, from, site) : UNKNOWN;
    const rest = target.slice(code.span.end);
    if (written.kind === 'page' || written.kind === 'made') {
      if (codes.length > 1 || target.slice(0, code.span.start) !== '') return UNKNOWN;
      return rest.startsWith('#') ? { ...written, fragment: decode(rest.slice(1)) } : rest === '' ? written : UNKNOWN;
    }
    if (written.kind !== 'url') return written;
    text += target.slice(at, code.span.start) + written.url;
    at = code.span.end;
  }
  if (!codes.length) return UNKNOWN;
  return { kind: 'url', url: text + target.slice(at) };
}

/** `{{< ref "x#y" >}}`: what it finds, or that the build stops. */
function refer(code: Shortcode, from: Source, site: Site): Written {
  const name = valueOf(code, 'path', 0)?.value.trim();
  if (name === undefined) return UNKNOWN;
  const [, path = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/s.exec(name)!;
  if (SCHEME.test(path)) return has(site.config, 'refusesAddressInRef') ? { kind: 'fails', name } : UNKNOWN;
  if (path === '') return { kind: 'url', url: `#${fragment}` };
  const { languages, defaultLanguage } = hugoConfig(site);
  const wanted = valueOf(code, 'lang')?.value.toLowerCase();
  const language = wanted === undefined ? pageFile(from.path, site)?.language : wanted === defaultLanguage ? undefined : wanted;
  if (language !== undefined && !languages.includes(language)) return notFound(name, site);
  const found = findPage(path.split('?', 1)[0]!, from, language, site);
  if (found === undefined || found === 'ambiguous') return isTerm(path, language, site) ? UNKNOWN : notFound(name, site);
  if ('list' in found) return lookUpList(found.list, language, fragment, name, site);
  const facts = site.index.of(found.page);
  const hidden = hiddenOf(found.page, site);
  // relref gives a path from the root, base path and all, which relativeURLs then takes for one without
  if (!hidden && code.name === 'relref' && hugoConfig(site).mendsRootLinks && site.config.basePath !== '' && facts) return { kind: 'url', url: rooted(encodeURI(hugo.url(facts, site) ?? ''), site) };
  if (!hidden) return { kind: 'page', path: found.page, fragment };
  if (isTerm(path, language, site)) return UNKNOWN;
  // a page that is never rendered is found all the same, and its address is empty
  return hidden.reasons.every(reason => reason === 'not-rendered') && !(facts && hasOnlyAddress(facts, site)) ? UNKNOWN : { kind: 'fails', name, hiddenPage: found.page };
}

/** A name may also be that of a term's page, by its last part. */
function isTerm(name: string, language: string | undefined, site: Site): boolean {
  const config = hugoConfig(site);
  const term = clean(name.replace(/\.md$/i, ''), config);
  return !name.includes('/') && config.taxonomies.some(taxonomy => {
    const answer = addressesOf(site).find(`${sitePrefix(language, site)}/${taxonomy}/${term}`);
    return answer !== undefined && !answer.hidden;
  });
}

/** https://gohugo.io/configuration/all/#reflinkserrorlevel: where it is a warning, the link goes to an address of the site's choice. */
function notFound(name: string, site: Site): Written {
  const { data } = hugoConfig(site);
  if (String(data['reflinkserrorlevel']).toLowerCase() !== 'warning') return { kind: 'fails', name };
  const url = data['reflinksnotfoundurl'];
  return typeof url === 'string' && url !== '' ? { kind: 'url', url } : UNKNOWN;
}

function lookUpList(list: string, language: string | undefined, fragment: string, name: string, site: Site): Written {
  const addresses = addressesOf(site);
  const [taxonomy = '', ...term] = list.split('/');
  const at = sitePrefix(language, site);
  const address = term.length && hugoConfig(site).taxonomies.includes(taxonomy) ? termUrl(taxonomy, term.join('/'), { language, contentDir: '' }, site) : `${at}/${list}`;
  const answer = addresses.find(address) ?? addresses.find(addresses.otherSpelling(address) ?? '/');
  return answer && !answer.hidden && (list === '' || answer.address !== `${at}/index.html`.slice(1)) ? { kind: 'made', address: `/${answer.address}`, fragment } : notFound(name, site);
}

function hasHook(name: string, site: Site): boolean {
  return site.files.named(`${name}.html`).some(file => layoutFolders(site).some(folder => file.startsWith(`${folder}/`)) && /\/_markup\//.test(file));
}

/** https://gohugo.io/render-hooks/links/#embedded: on sites in several languages they are on by themselves. */
function hooksLookUp(site: Site): boolean {
  const { config } = site;
  const { data, languages } = hugoConfig(site);
  const written = get(data, 'markup', 'goldmark', 'renderhooks', 'link', 'enabledefault') ?? get(data, 'markup', 'goldmark', 'renderhooks', 'link', 'useembedded');
  if (!has(config, 'linkHooks')) return false;
  return written === true || written === 'always' || written === 'fallback' || (written !== false && written !== 'never' && languages.length > 0);
}

function lookUp(url: string, isImage: boolean, from: Source, site: Site): Written | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url)!;
  const language = pageFile(from.path, site)?.language;
  const file = beside(decode(path), from, site);
  if (file !== undefined) return file;
  if (isImage || path === '') return undefined;
  const found = findPage(decode(path), from, language, site);
  if (typeof found !== 'object' || !('page' in found)) return undefined;
  if (hiddenOf(found.page, site)) return undefined;
  return { kind: 'page', path: found.page, fragment: decode(/#(.*)$/s.exec(rest)?.[1] ?? '') };
}

/** A file of the page's own bundle, wherever it is published. */
function beside(path: string, from: Source, site: Site): Written | undefined {
  const page = pageFile(from.path, site);
  if (!page?.isBundle || path.startsWith('/')) return undefined;
  const file = `${splitPath(from.path).folder}/${path.replace(/^\.\//, '')}`;
  if (!site.files.has(file) || bundleOf(file, site) === undefined) return undefined;
  const address = addressesOf(site).addressOfCopy(file);
  return address === undefined ? undefined : { kind: 'url', url: encodeURI(address) };
}

function resource(url: string, from: Source, site: Site): Written {
  const found = has(site.config, 'figureResolves') && !SCHEME.test(url) ? beside(decode(url), from, site) : undefined;
  // its template may be the site's own
  const isOwn = layoutFolders(site).some(folder => site.files.hasFolder(`${folder}/shortcodes`) && ['figure', 'img'].some(name => site.files.has(`${folder}/shortcodes/${name}.html`)));
  return isOwn ? UNKNOWN : found ?? { kind: 'url', url: rooted(url, site) };
}

/** Whether something we do not see may be at an address: a theme that is not here, a mount from elsewhere, pages of a pager, other formats. */
export function mayAnswer(address: string, link: LinkText, from: Source, site: Site): boolean {
  const config = hugoConfig(site);
  if (config.hasUnseenFiles && mayBeHooked(link, from, site)) return true;
  const isFile = extensionOf(address) !== '' && !/\.html?$/i.test(address);
  if (config.hasUnseenFiles && isFile && !isInOwnFolder(address, site)) return true;
  if (config.hasUnseenFiles && /\/404\.html$/.test(address)) return true;
  if (isFile && extraNames(site).includes(splitPath(address).name.replace(/\.[^.]*$/, '')) && !/\.xml$/.test(address) && addressesOf(site).find(`${splitPath(address).folder}/`) !== undefined) return true;
  return isPagerPage(address, site) || isBelowAdapter(address, site);
}

/** https://gohugo.io/content-management/content-adapters/: a template that makes pages below its folder. */
function isBelowAdapter(address: string, site: Site): boolean {
  return site.files.named('_content.gotmpl').some(file => {
    const dir = contentDirOf(file, site);
    const folder = dir && splitPath(belowContent(file, dir)).folder;
    return folder !== undefined && `${address}/`.startsWith(`${sitePrefix(dir!.language, site)}/${folder === '' ? '' : `${clean(folder, hugoConfig(site))}/`}`);
  });
}

/** A theme that is not here may have hooks, and these look up what the writer sees: a file of the site. */
function mayBeHooked(link: LinkText, from: Source, site: Site): boolean {
  const path = /^[^?#]*/.exec(plainTarget(link))![0];
  return link.place === 'markdown' && path !== '' && !SCHEME.test(path) && hugo.filesFor(decode(path), from, site).some(file => site.files.has(file));
}

/** Below a section of the site's own, or in a folder further down that the site has files in: no theme has the same by chance. */
function isInOwnFolder(address: string, site: Site): boolean {
  const { basePath, contentDirs, languages, defaultLanguage } = hugoConfig(site);
  const [first = '', second = ''] = address.slice(basePath.length + 1).split('/');
  const section = languages.includes(first) || first === defaultLanguage ? second : first;
  const { folder } = splitPath(address.slice(1));
  return contentDirs.some(dir => site.files.hasFolder(`${dir.folder}/${section}`)) || (folder.slice(basePath.length).includes('/') && addressesOf(site).hasFolder(folder));
}

/** Whether a template has pagers we do not know: there are at most as many pages as the list's posts fill. */
function isPagerPage(address: string, site: Site): boolean {
  const config = hugoConfig(site);
  if (config.paginates === false) return false;
  const folder = String((has(config, 'paginationTable') ? get(config.data, 'pagination', 'path') : undefined) ?? config.data['paginatepath'] ?? 'page');
  const found = new RegExp(`^(.*/)${literal(folder)}/(\\d{1,6})/?(?:index\\.html)?$`).exec(address);
  if (!found) return false;
  const addresses = addressesOf(site);
  const list = addresses.find(found[1]!);
  if (!list || list.kind === 'alias') return false;
  const number = Number(found[2]);
  const posts = addresses.at(list.address).filter(({ kind, hidden }) => kind === 'list' && !hidden).length;
  const size = pagerSize(site);
  // the home page lists all, and a taxonomy its terms: only too many pages are impossible
  const most = found[1] === `${config.basePath}/` ? site.index.size : posts;
  return number >= 1 && (number === 1 || number <= Math.ceil(most / size));
}

function pagerSize(site: Site): number {
  const { data } = hugoConfig(site);
  const size = (has(site.config, 'paginationTable') ? get(data, 'pagination', 'pagersize') : undefined) ?? (has(site.config, 'forgetsPaginate') ? undefined : data['paginate']);
  return typeof size === 'number' && size >= 1 ? size : 10;
}

/** `{{< relref "posts/x.md" >}}`: Hugo stops when the page is gone. */
export function linkTo(page: string, _from: Source, site: Site): string | undefined {
  const file = pageFile(page, site);
  return file === undefined ? undefined : `{{< relref "/${file.path.replace(/"/g, '\\"')}" >}}`;
}
