import { text } from '../../data';
import { isoDay, isoOffset, isoTime, momentOf, offsetAt, type WrittenDate } from '../../dates';
import { extensionOf, joinAddress, joinPath, splitPath } from '../../files';
import { kramdown, kramdownOptions } from '../../markdown';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { folderInSite, someFields, withoutBase, type Flavor } from '../flavor';
import { hexoConfigFiles } from '../hexo';
import { hasUnplacedPage } from '../unplaced';
import { composed } from './compose';
import { jekyllConfig, jekyllConfigFiles, readJekyllConfig } from './config';
import { dateOf, zoneOf } from './dates';
import { defaultsFor } from './defaults';
import { draftPath, publishedPath } from './drafts';
import { DATED, entryOf } from './entries';
import { aliasesOf, alwaysOf, copyOf, isPageFile, mayBeMade, outputsOf, urlOf } from './outputs';
import { asksOthers, expand } from './expand';
import { keys, keyValues } from './keys';
import { dataFiles } from './datafiles';
import { includeFiles, partFiles } from './includes';
import { jekyllEngine } from './pins';
import { pluginFiles } from './plugins';
import { whyHidden } from './publication';
import { slugWays } from './slugs';
import { buildStoppers } from './stoppers';
import { mayMakeAnchors, tagLinks } from './tags';
import { valuesOf } from './values';
import { writeLink } from './write';

const MARKDOWN = /\.(?:markdown|mkdown|mkdn|mkd|md)$/i;

export const jekyll: Flavor = {
  id: 'jekyll',
  name: 'Jekyll',
  marks: [['_config.yml'], ['_config.yaml'], ['_config.toml']],
  frontMatter: { formats: ['yaml'], allowsBlankLinesAbove: false, dotsClose: true, allowsNoOpening: false },
  fields: {
    summary: ['description', 'excerpt', 'summary', 'subtitle'],
    date: ['date'],
    cover: ['image', 'cover', 'thumbnail', 'teaser', 'cover-img', 'thumbnail-img', 'header-img', 'img'],
    categories: ['categories', 'category'],
    tags: ['tags', 'tag'],
    author: ['author', 'authors'],
    contents: ['toc'],
  },
  // Utils.pluralized_array_from_hash
  listSeparator: /\s+/,
  keys,
  keyValues,
  draftField: { key: 'published', draft: false },
  excerptMarks: ['more'],
  needsFrontMatter: true,
  languageKeys: ['lang', 'locale', 'language'],
  bodyHasHead: false,

  // Hexo's configuration has the same name
  configFiles: files => (hexoConfigFiles(files) ? undefined : jekyllConfigFiles(files)),
  alsoReads: files => [...jekyllEngine.pinFiles(files), ...pluginFiles(files), ...includeFiles(files), ...partFiles(files), ...dataFiles(files), ...files.below('_layouts').filter(file => /\.html$/i.test(file))],
  readConfig: readJekyllConfig,
  dialect: config => kramdown(kramdownOptions(config.data)),
  colours: () => 'rouge',
  drawing: config => jekyllConfig({ config }).drawing,
  // https://jekyllrb.com/docs/configuration/options/; the reader passes over it (`Reader#retrieve_dirs`)
  buildFolder: config => folderInSite(text(config.data['destination']) ?? '_site'),
  // https://jekyllrb.com/docs/configuration/options/#build-command-options; a Gemfile says which Jekyll, with which plugins
  buildCommand(files, folder) {
    const build = ['jekyll', 'build', '--destination', folder, '--drafts', '--future', '--unpublished'];
    return files.has('Gemfile') ? { program: 'bundle', args: ['exec', ...build] } : { program: build[0]!, args: build.slice(1) };
  },

  isPage: isPageFile,
  isPost: (path, site) => entryOf(path, site)?.kind === 'post',
  isMarkdown: path => MARKDOWN.test(path),
  looksLikePage: path => MARKDOWN.test(path) && !/(?:^|\/)\./.test(path),

  impliedTitle: ({ path }) => {
    const slug = DATED.exec(splitPath(path).name)?.[4];
    // Utils.titleize_slug
    return slug?.split('-').map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ');
  },
  inherited: ({ path }, site) => defaultsFor(path, site),
  date: dateOf,
  isDraft(page, site) {
    const entry = entryOf(page.path, site);
    return (entry?.kind === 'post' && entry.isDraft) || valuesOf(page, site).get('published') === false;
  },

  zone: zoneOf,
  hidden: whyHidden,

  url: urlOf,
  outputs: outputsOf,
  copyOf,
  always: alwaysOf,
  // with limit_posts a newer post takes the place of an older one
  shapesOthers: (path, site) => jekyllConfig(site).data['limit_posts'] !== undefined && entryOf(path, site)?.kind === 'post',
  mayAnswer: (address, link, _, site) => mayBeMade(address, link.isImage, site) || (!link.isImage && hasUnplacedPage(site)),

  write: writeLink,
  tagLinks,
  mayMakeAnchors,
  expand,
  asksOthers,
  linkTo,
  filesFor,
  losesHead: (page, site) => valuesOf(page, site).isLost && site.config.data['strict_front_matter'] !== true,
  buildStoppers,

  slugWays,
  aliases: aliasesOf,
  publishedPath,
  draftPath,
  newPost(name, date, site) {
    const { source, collectionsFolder } = jekyllConfig(site);
    return { path: [source, collectionsFolder, '_posts', `${isoDay(date)}-${name}.md`].filter(Boolean).join('/'), format: 'yaml' };
  },
  scaffold: composed,
  newFields: (head, site) => [
    ['layout', 'post'], ['title', head.title], ['date', dateText(head.date, site)], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []),
  ],
};

/** With the offset: without one, a time with seconds is UTC for Ruby. */
function dateText(date: WrittenDate, site: Site): string {
  const zone = zoneOf(site);
  return `${isoDay(date)} ${isoTime(date)} ${isoOffset(date.offset ?? offsetAt(momentOf(date, zone), zone), '')}`;
}

function linkTo(page: string, _: Source, site: Site): string | undefined {
  const entry = entryOf(page, site);
  if (!entry) return undefined;
  const base = jekyllConfig(site).tagsHaveBase || site.config.basePath === '' ? '' : '{{ site.baseurl }}';
  if (entry.kind === 'post' && (!entry.isRead || entry.isDraft)) return undefined;
  const [, above = '', below = ''] = entry.kind === 'post' ? /^(?:(.*)\/)?_posts\/(.*)\.[^.]+$/.exec(entry.path) ?? [] : [];
  // of a post with folders above and below _posts the tag does not know the name
  if (below === '' || (above !== '' && below.includes('/'))) return `${base}{% link ${entry.path} %}`;
  return `${base}{% post_url ${above === '' ? '' : `${above}/`}${below} %}`;
}

function filesFor(path: string, from: Source, site: Site): readonly string[] {
  const { basePath, collections, source, collectionsFolder } = jekyllConfig(site);
  const inFolders = (file: string, ...folders: readonly string[]): string => [...folders, file].filter(Boolean).join('/');
  const fromRoot = (absolute: string): readonly string[] => {
    const below = joinPath('', withoutBase(absolute, site.config)) ?? '';
    // files of a collection lie in its folder, whose underscore the address lacks
    return [...withPages(inFolders(below, source)), ...(collections.has(below.split('/', 1)[0]!) ? withPages(inFolders(`_${below}`, source, collectionsFolder)) : [])];
  };
  if (path.startsWith('/')) return fromRoot(path);
  const beside = joinPath(splitPath(from.path).folder, path);
  const address = urlOf(from, site)?.slice(basePath.length) ?? '/';
  const seen = joinAddress(address.endsWith('/') ? address : splitPath(address).folder, path);
  return [...fromRoot(`/${seen}`), ...(beside === undefined ? [] : withPages(beside))];
}

const withPages = (path: string): readonly string[] => {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md'), path.replace(/\.html?$/i, '.markdown')];
  return extensionOf(path) ? [path] : [path, `${path}.md`, `${path}.html`, `${path}/index.md`, `${path}/index.html`].map(file => file.replace(/^\//, ''));
};
