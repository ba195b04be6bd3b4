import { get, text } from '../../data';
import { isoDay, isoOffset, isoTime, momentOf, offsetAt, type WrittenDate } from '../../dates';
import { extensionOf, joinAddress, joinPath, rememberBySite, splitPath } from '../../files';
import { goldmark, goldmarkOptions } from '../../markdown';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { folderInSite, someFields, withoutBase, type Flavor, type NewPostPlace } from '../flavor';
import { bundle } from './bundles';
import { inherited, whole } from './cascade';
import { archetype, archetypeFiles } from './archetypes';
import { hugoConfig, hugoConfigFiles, readHugoConfig } from './config';
import { hugoEngine } from './pins';
import { asksOthers, expand } from './expand';
import { keys, keyValues } from './keys';
import { siteFieldOf } from './param';
import { linkTo, mayAnswer, write } from './links';
import { aliasesOf, always, copyOf, isListFile, outputs } from './outputs';
import { contentDirOf, makesPage, pageFile, postSections } from './pages';
import { hugoUrl } from './permalinks';
import { dateSource, hidden, isDraft, zoneOf } from './publication';
import { reading } from './reading';
import { has } from './versions';
import { templateFiles } from './templates';
import { mayMakeIds, shortcodeLinks } from './shortcodes';
import { slugWays } from './slugs';
import { buildStoppers } from './stoppers';

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
  keys,
  keyValues,
  draftField: { key: 'draft', draft: true },
  excerptMarks: ['more'],
  needsFrontMatter: true,
  languageKeys: ['languagecode', 'defaultcontentlanguage'],
  bodyHasHead: false,

  configFiles: hugoConfigFiles,
  alsoReads: files => [...hugoEngine.pinFiles(files), ...templateFiles(files)],
  readConfig: readHugoConfig,
  dialect: config => goldmark(goldmarkOptions(config.data, { idsFromText: has(config, 'idsFromText'), knowsWrapperClass: has(config, 'wrapperClass') }), hugoConfig({ config }).hooks, siteFieldOf(config)),
  colours: () => 'chroma',
  drawing: config => hugoConfig({ config }).drawing,
  // https://gohugo.io/configuration/markup/#table-of-contents
  contentsRange({ data }) {
    const level = (key: string, usual: number): number => { const value = get(data, 'markup', 'tableofcontents', key); return typeof value === 'number' ? value : usual; };
    return { from: level('startlevel', 2), to: level('endlevel', 3), isOrdered: get(data, 'markup', 'tableofcontents', 'ordered') === true };
  },
  // https://gohugo.io/configuration/all/#publishdir
  buildFolder: config => folderInSite(text(config.data['publishdir']) ?? 'public'),
  // https://gohugo.io/commands/hugo/
  buildCommand: (_, folder) => ({ program: 'hugo', args: ['--destination', folder, '--buildDrafts', '--buildFuture', '--buildExpired', '--cleanDestinationDir'] }),

  isPage: makesPage,
  isPost(path, site) {
    const file = pageFile(path, site);
    return file !== undefined && !file.isList && file.section !== '' && postSections(site).includes(file.section) && makesPage(path, site);
  },
  looksLikePage: (path, site) => contentDirOf(path, site) !== undefined && hugo.isMarkdown(path),
  isMarkdown: path => /\.(?:md|markdown|mdown)$/i.test(path),

  impliedTitle: () => undefined,
  inherited,
  date: (page, site) => dateSource(whole(page, site), site)?.date,
  isDraft,
  zone: zoneOf,
  hidden,

  url(page, site) {
    const known = whole(page, site);
    const source = dateSource(known, site);
    return hugoUrl(known, source?.date === 'unreadable' ? undefined : source?.date, source?.key === ':filename', site);
  },
  outputs,
  copyOf,
  always,
  shapesOthers: isListFile,
  mayAnswer,
  write,
  tagLinks: shortcodeLinks,
  mayMakeAnchors: mayMakeIds,
  expand,
  asksOthers,
  reading,
  linkTo,
  slugWays,
  aliases: aliasesOf,
  bundle,
  buildStoppers,
  refusesDuplicateKeys: config => has(config, 'yaml12'),
  filesFor,
  newPost,
  scaffoldFiles: archetypeFiles,
  scaffold: archetype,
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

function filesFor(path: string, post: Source, site: Site): readonly string[] {
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

/** A path without extension may be a page's: its file, its bundle or its list. */
const withPages = (path: string): readonly string[] => (extensionOf(path) ? [path] : [path, `${path}.md`, `${path}/index.md`, `${path}/_index.md`]);

function newPost(name: string, _date: WrittenDate, site: Site): NewPostPlace {
  const { folder, isBundled } = usualPlace(site, () => findUsualPlace(site));
  return { path: `${folder}/${name}${isBundled ? '/index.md' : '.md'}`, format: 'yaml' };
}

const usualPlace = rememberBySite<{ readonly folder: string; readonly isBundled: boolean }>();

function findUsualPlace(site: Site): { readonly folder: string; readonly isBundled: boolean } {
  const content = hugoConfig(site).contentDirs.find(({ language, below }) => language === undefined && below === '')?.folder ?? 'content';
  const archetypes = archetypeFiles(site).map(file => splitPath(file).name === 'index.md' ? `${splitPath(splitPath(file).folder).name}/` : splitPath(file).name.replace(/\.md$/i, '/'));
  // a site without posts may say by its archetypes what they are called
  const section = postSections(site)[0] ?? ['posts', 'post', 'blog', 'articles'].find(name => archetypes.includes(`${name}/`)) ?? 'posts';
  const folder = `${content}/${section}`;
  const posts = site.files.below(folder).filter(file => /\.md$/i.test(file) && !/\/_index(\.[a-z-]+)?\.md$/i.test(file));
  const isFolder = archetypeFiles(site).some(file => file.endsWith(`archetypes/${section}/index.md`)) && !archetypeFiles(site).some(file => file.endsWith(`archetypes/${section}.md`));
  return { folder, isBundled: posts.length ? posts.filter(file => /\/index\.md$/i.test(file)).length > posts.length / 2 : isFolder };
}
