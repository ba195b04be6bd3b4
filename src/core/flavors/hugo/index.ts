import { isoDay, isoOffset, isoTime, isRealDate, momentOf, offsetAt, readDate, wallClock, type WrittenDate } from '../../dates';
import { extensionOf, joinAddress, joinPath, rememberByFiles, splitPath } from '../../files';
import { goldmark, goldmarkOptions } from '../../markdown';
import { get, isData } from '../../data';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { someFields, withoutBase, type Flavor, type Hidden, type NewPostPlace } from '../flavor';
import { hugoConfig, hugoConfigFiles, readHugoConfig } from './config';
import { hugoEngine } from './pins';
import { isInsideBundle, pageFile, postSections } from './pages';
import { DATE_IN_NAME, hugoUrl } from './permalinks';

export const hugo: Flavor = {
  id: 'hugo',
  name: 'Hugo',
  marks: [...['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config/_default'].map(mark => [mark]), ...['config.toml', 'config.yaml', 'config.yml', 'config.json'].flatMap(mark => ['content', 'archetypes', 'layouts', 'themes'].map(folder => [mark, folder]))],
  frontMatter: { formats: ['yaml', 'toml', 'json'], allowsBlankLinesAbove: true, dotsClose: false, allowsNoOpening: false },
  fields: {
    summary: ['description', 'summary'],
    date: ['date'],
    cover: ['cover', 'image', 'images', 'featured_image', 'featuredImage', 'thumbnail', 'banner'],
    categories: ['categories', 'category'],
    tags: ['tags'],
    author: ['author', 'authors'],
    contents: ['toc', 'showToc', 'tableOfContents'],
  },
  draftField: { key: 'draft', draft: true },
  excerptMarks: ['more'],
  needsFrontMatter: true,

  configFiles: hugoConfigFiles,
  versionFiles: hugoEngine.pinFiles,
  readConfig: readHugoConfig,
  dialect: config => goldmark(goldmarkOptions(config.data)),

  isPage(path, site) {
    const file = pageFile(path, site);
    return file !== undefined && !file.isList && /\.(?:md|markdown|mdown)$/i.test(path) && !isInsideBundle(path, site);
  },
  isPost(path, site) {
    const section = pageFile(path, site)?.section;
    return section !== undefined && section !== '' && this.isPage(path, site) && postSections(site).includes(section);
  },

  impliedTitle: () => undefined,
  date: hugoDate,
  isDraft(post) {
    const value = post.frontMatter?.field('draft')?.value;
    return value === true || value === 'true';
  },

  // Hugo never asks the machine's zone
  zone: site => site.config.timeZone ?? 'UTC',
  hidden,

  url(post, site) {
    const source = dateSource(post, site);
    return hugoUrl(post, source?.date === 'unreadable' ? undefined : source?.date, source?.key === ':filename', site);
  },
  filesFor,
  knowsRoot,
  newPost,
  newFields: (head, site) => [
    ['date', dateText(head.date, site)], ['title', head.title], ...someFields(head), ['description', head.summary], ['summary', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []), ['draft', head.isDraft],
  ],
};

/** A time without an offset would be one in UTC, nine hours later in Korea. A template that gives a bare time means just that. */
function dateText(date: WrittenDate, site: Site): string {
  if (date.hasTime && date.offset === undefined) return `${isoDay(date)}T${isoTime(date)}`;
  return `${isoDay(date)}T${isoTime(date)}${isoOffset(date.offset ?? offsetAt(momentOf(date, site.timeZone), site.timeZone))}`;
}

/** What Hugo reads (github.com/spf13/cast, `StringToDateInDefaultLocation`); all other forms are silently no date. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2}| [+-]\d{4})?)?$/;

function hugoDate(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): WrittenDate | 'unreadable' | undefined {
  return dateSource(post, site)?.date;
}

/** The first of the site's date keys that gives one, or that is there and cannot be read. */
function dateSource(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): { readonly key: string; readonly date: WrittenDate | 'unreadable' } | undefined {
  for (const key of hugoConfig(site).dateKeys) {
    if (key === ':filename') {
      const inName = DATE_IN_NAME.exec(pageFile(post.path, site)?.name ?? '')?.[1];
      const date = inName === undefined ? undefined : readDate(inName);
      if (date && isRealDate(date)) return { key, date };
    }
    const value = post.frontMatter?.field(key)?.value;
    if (value !== undefined && value !== null && value !== '') return { key, date: readHugoDate(value) ?? 'unreadable' };
  }
  return undefined;
}

function readHugoDate(value: unknown): WrittenDate | undefined {
  if (typeof value === 'number') return wallClock(value * 1000, 'UTC'); // a bare number is Unix seconds
  const written = String(value).trim();
  const date = DATE.test(written) ? readDate(written) : undefined;
  return date && isRealDate(date) ? date : undefined;
}

/** https://gohugo.io/getting-started/usage/#draft-future-and-expired-content and `build` of the front matter. */
function hidden(post: Pick<Post, 'path' | 'frontMatter'>, site: Site): Hidden | undefined {
  const { data } = hugoConfig(site);
  const field = (...keys: readonly string[]): unknown => keys.map(key => post.frontMatter?.field(key)?.value).find(value => value !== undefined && value !== null && value !== '');
  const moment = (value: unknown): number | undefined => {
    const written = value === undefined ? undefined : readHugoDate(value);
    return written && momentOf(written, hugo.zone(site));
  };
  if (hugo.isDraft(post) && data['builddrafts'] !== true) return { reason: 'draft' };
  const date = hugoDate(post, site);
  const start = moment(field('publishdate', 'pubdate', 'published')) ?? (date === undefined || date === 'unreadable' ? undefined : momentOf(date, hugo.zone(site)));
  if (start !== undefined && start > site.now && data['buildfuture'] !== true) return { reason: 'future', until: start };
  const end = moment(field('expirydate', 'unpublishdate'));
  if (end !== undefined && end <= site.now && data['buildexpired'] !== true) return { reason: 'expired' };
  const build = field('build', '_build');
  const isNeverRendered = isData(build) && ['never', 'link'].includes(String(get(build, 'render')));
  return isNeverRendered || field('headless') === true ? { reason: 'not-rendered' } : undefined;
}

function filesFor(path: string, post: Pick<Post, 'path' | 'frontMatter'>, site: Site): readonly string[] {
  const { staticDirs, contentDirs, basePath } = hugoConfig(site);
  const fromRoot = (absolute: string): readonly string[] => {
    const below = joinPath('', withoutBase(absolute, site.config)) ?? '';
    return [...staticDirs, ...contentDirs, { folder: 'assets', below: '' }].flatMap(dir => {
      const inside = dir.below === '' ? below : below.startsWith(`${dir.below}/`) ? below.slice(dir.below.length + 1) : undefined;
      return inside === undefined ? [] : withPages(`${dir.folder}/${inside}`.replace(/\/$/, ''));
    });
  };
  if (path.startsWith('/')) return fromRoot(path);
  const beside = joinPath(splitPath(post.path).folder, path);
  const address = hugo.url(post, site)?.slice(basePath.length) ?? '/';
  const seen = joinAddress(address.endsWith('/') ? address : splitPath(address).folder, path);
  return [...(beside === undefined ? [] : withPages(beside)), ...fromRoot(`/${seen}`)];
}

/** The files of a bundle go where its page goes, and slug, url and permalinks send that anywhere. */
function knowsRoot(path: string, site: Site): boolean {
  const { hasUnseenFiles, contentDirs } = hugoConfig(site);
  const { name } = splitPath(path);
  return !hasUnseenFiles && !site.files.named(name).some(file => splitPath(file).name === name && contentDirs.some(({ folder }) => file.startsWith(`${folder}/`)));
}

/** A path without extension may be a page's: its file, its bundle or its list. */
const withPages = (path: string): readonly string[] => (extensionOf(path) ? [path] : [path, `${path}.md`, `${path}/index.md`, `${path}/_index.md`]);

function newPost(name: string, _date: WrittenDate, site: Site): NewPostPlace {
  const { folder, isBundled } = usualPlace(site.files, () => findUsualPlace(site));
  return { path: `${folder}/${name}${isBundled ? '/index.md' : '.md'}`, format: 'yaml' };
}

const usualPlace = rememberByFiles<{ readonly folder: string; readonly isBundled: boolean }>();

function findUsualPlace(site: Site): { readonly folder: string; readonly isBundled: boolean } {
  const content = hugoConfig(site).contentDirs.find(({ language, below }) => language === undefined && below === '')?.folder ?? 'content';
  const folder = `${content}/${postSections(site)[0] ?? 'posts'}`;
  const posts = site.files.below(folder).filter(file => /\.md$/i.test(file) && !/\/_index(\.[a-z-]+)?\.md$/i.test(file));
  return { folder, isBundled: posts.filter(file => /\/index\.md$/i.test(file)).length > posts.length / 2 };
}
