import { isoDay, isoOffset, isoTime, isRealDate, momentOf, offsetAt, readDate, type WrittenDate } from '../../dates';
import { extensionOf, joinAddress, joinPath, splitPath } from '../../files';
import { kramdown, kramdownOptions } from '../../markdown';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { readLooseDate } from '../dates';
import { someFields, withoutBase, type Flavor } from '../flavor';
import { hexoConfigFiles } from '../hexo';
import { jekyllConfig, jekyllConfigFiles, readJekyllConfig } from './config';
import { jekyllEngine } from './pins';
import { jekyllUrl, postFile } from './pages';

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
  draftField: { key: 'published', draft: false },
  excerptMarks: ['more'],
  needsFrontMatter: true,

  // Hexo's configuration has the same name
  configFiles: files => (hexoConfigFiles(files) ? undefined : jekyllConfigFiles(files)),
  versionFiles: jekyllEngine.pinFiles,
  readConfig: readJekyllConfig,
  dialect: config => kramdown(kramdownOptions(config.data)),

  isPage(path, site) {
    if (!/\.(?:markdown|mkdown|mkdn|mkd|md)$/i.test(path)) return false;
    if (postFile(path)) return true;
    const hidden = splitPath(path).folder.split('/').find(folder => folder.startsWith('_'));
    if (hidden !== undefined) return path.startsWith(hidden) && jekyllConfig(site).collections.has(hidden.slice(1));
    return !/^(?:readme|changelog|license|contributing|code_of_conduct)\.md$/i.test(splitPath(path).name);
  },
  isPost: path => postFile(path) !== undefined,

  impliedTitle: post => {
    const slug = postFile(post.path)?.slug;
    // Utils.titleize_slug
    return slug?.split('-').map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ');
  },
  date: jekyllDate,
  isDraft: post => postFile(post.path)?.isDraft === true || post.frontMatter?.field('published')?.value === false,

  zone: site => site.config.timeZone ?? site.timeZone,
  hidden(post, site) {
    if (jekyll.isDraft(post)) return { reason: 'draft' };
    const date = jekyllDate(post);
    // pages are published whatever their date
    if (date === undefined || date === 'unreadable' || !postFile(post.path) || jekyllConfig(site).data['future'] === true) return undefined;
    const until = momentOf(date, jekyll.zone(site));
    return until > site.now ? { reason: 'future', until } : undefined;
  },

  url(post, site) {
    const date = jekyllDate(post);
    return jekyllUrl(post, date === 'unreadable' ? undefined : date, site);
  },
  filesFor,
  knowsRoot: () => true,
  newPost: (name, date) => ({ path: `_posts/${isoDay(date)}-${name}.md`, format: 'yaml' }),
  newFields: (head, site) => [
    ['layout', 'post'], ['title', head.title], ['date', dateText(head.date, site)], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []),
  ],
};

/** With the offset: without one, a time with seconds is UTC for Ruby. */
function dateText(date: WrittenDate, site: Site): string {
  const zone = jekyll.zone(site);
  return `${isoDay(date)} ${isoTime(date)} ${isoOffset(date.offset ?? offsetAt(momentOf(date, zone), zone), '')}`;
}

/** The front matter's date beats the file name's. */
function jekyllDate(post: Pick<Post, 'path' | 'frontMatter'>): WrittenDate | 'unreadable' | undefined {
  const field = post.frontMatter?.field('date');
  if (field === undefined || (field.value === null && !post.frontMatter?.isBroken)) return postFile(post.path)?.date;
  const written = String(field.value).trim();
  // an unquoted YAML time with seconds and no zone is UTC for Ruby
  const isYamlTime = field.source === written && /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d{2}:\d{2}(?:\.\d*)?$/.test(written);
  const date = readDate(isYamlTime ? `${written}Z` : written) ?? readLooseDate(written);
  return date && isRealDate(date) ? date : 'unreadable';
}

function filesFor(path: string, post: Pick<Post, 'path' | 'frontMatter'>, site: Site): readonly string[] {
  const { basePath, collections } = jekyllConfig(site);
  const fromRoot = (absolute: string): readonly string[] => {
    const below = joinPath('', withoutBase(absolute, site.config)) ?? '';
    // files of a collection lie in its folder, whose underscore the address lacks
    return [...withPages(below), ...(collections.has(below.split('/', 1)[0]!) ? withPages(`_${below}`) : [])];
  };
  if (path.startsWith('/')) return fromRoot(path);
  const beside = joinPath(splitPath(post.path).folder, path);
  const address = jekyll.url(post, site)?.slice(basePath.length) ?? '/';
  const seen = joinAddress(address.endsWith('/') ? address : splitPath(address).folder, path);
  return [...fromRoot(`/${seen}`), ...(beside === undefined ? [] : withPages(beside))];
}

const withPages = (path: string): readonly string[] => {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md'), path.replace(/\.html?$/i, '.markdown')];
  return extensionOf(path) ? [path] : [path, `${path}.md`, `${path}.html`, `${path}/index.md`, `${path}/index.html`].map(file => file.replace(/^\//, ''));
};
