// Hexo: https://hexo.io/docs/ . Of links only those to copied files are judged.
import { isoDay, isoTime, isRealDate, readDate, twoDigits } from '../dates';
import { get, originOfUrl, parseData, pathOfUrl, text, type Data } from '../data';
import { joinPath, splitPath, type Files } from '../files';
import { hexo as dialect, hexoOptions } from '../markdown';
import { fieldText, type Source } from '../source';
import type { Site } from '../site';
import { readLooseDate } from './dates';
import { plainTarget } from '../links';
import { hiddenFor, someFields, withoutBase, type Flavor, type SiteConfig } from './flavor';
import { engineVersion, readVersion, versionWithin, type Engine, type EngineVersion } from './version';

/** Hexo's configuration has the name of Jekyll's; its folders tell. */
export function hexoConfigFiles(files: Files): readonly string[] | undefined {
  if (!files.has('_config.yml')) return undefined;
  const isHexo = files.hasFolder('source/_posts') || (files.hasFolder('scaffolds') && files.hasFolder('source')) || files.has('_config.landscape.yml');
  return isHexo ? ['_config.yml'] : undefined;
}

const hexoEngine: Engine = {
  newest: '8.0.0',
  pinFiles: files => ['package-lock.json', 'package.json'].filter(name => files.has(name)),
  pinIn(_file, source) {
    const data: unknown = JSON.parse(source);
    // a lock file of npm 7 and newer, then of older ones; in package.json Hexo itself writes down which Hexo ran last
    const exact = text(get(data, 'packages', 'node_modules/hexo', 'version')) ?? text(get(data, 'dependencies', 'hexo', 'version')) ?? text(get(data, 'hexo', 'version'));
    if (exact !== undefined) return readVersion(exact);
    const wanted = text(get(data, 'dependencies', 'hexo')) ?? text(get(data, 'devDependencies', 'hexo'));
    return wanted === undefined ? undefined : versionWithin(wanted, hexoEngine.newest);
  },
};

export const hexo: Flavor = {
  id: 'hexo',
  name: 'Hexo',
  marks: [['_config.yml']],
  frontMatter: { formats: ['yaml', 'json'], allowsBlankLinesAbove: false, dotsClose: false, allowsNoOpening: true },
  fields: {
    summary: ['description', 'excerpt', 'summary'],
    date: ['date'],
    cover: ['cover', 'thumbnail', 'banner', 'image'],
    categories: ['categories', 'category'],
    tags: ['tags', 'tag'],
    author: ['author'],
    contents: ['toc'],
  },
  draftField: { key: 'published', draft: false },
  excerptMarks: ['more'],
  needsFrontMatter: true,

  configFiles: hexoConfigFiles,
  alsoReads: hexoEngine.pinFiles,
  readConfig(texts, files, given?: EngineVersion): SiteConfig {
    let data: Data = {};
    const broken: { file: string; reason: string }[] = [];
    try {
      data = parseData('_config.yml', texts.get('_config.yml') ?? '');
    } catch (error) {
      broken.push({ file: '_config.yml', reason: error instanceof Error ? error.message : String(error) });
    }
    const language = Array.isArray(data['language']) ? data['language'][0] : data['language'];
    const version = engineVersion(hexoEngine, texts, files, given);
    return { title: text(data['title']), language: text(language) ?? 'en', origin: originOfUrl(text(data['url']) ?? ''), basePath: pathOfUrl(text(data['root']) ?? ''), timeZone: text(data['timezone']), version, data, broken };
  },
  dialect: config => dialect(hexoOptions(config.data)),

  isPage: path => /^source\/.*\.(?:md|markdown)$/i.test(path) && (!/\/_/.test(path) || hexo.isPost(path, undefined as never)),
  isMarkdown: path => /\.(?:md|markdown)$/i.test(path),
  looksLikePage: path => /^source\/.*\.(?:md|markdown)$/i.test(path),
  isPost: path => /^source\/_(?:posts|drafts)\/.*\.(?:md|markdown)$/i.test(path),

  impliedTitle: () => undefined,
  inherited: () => ({}),
  date(post) {
    const value = post.frontMatter?.field('date')?.value;
    if (value === undefined || value === null || value === '') return undefined;
    const date = readDate(String(value)) ?? readLooseDate(String(value));
    return date && isRealDate(date) ? date : 'unreadable';
  },
  isDraft: post => post.path.startsWith('source/_drafts/') || post.frontMatter?.field('published')?.value === false,

  zone: site => site.config.timeZone ?? site.timeZone,
  // `future` is on by default
  hidden: (page, site) => hiddenFor(hexo.isDraft(page, site) ? ['draft'] : []),

  url: hexoUrl,
  outputs(page, site) {
    const url = hexoUrl(page, site);
    return url === undefined ? [] : [{ address: `${url}${url.endsWith('/') ? 'index.html' : ''}`.replace(/^\//, ''), kind: 'page' }];
  },
  copyOf: (path, site) => (/^source\/(?!.*\/_|_)/.test(path) && !hexo.isPage(path, site) ? `${site.config.basePath}/${path.slice('source/'.length)}`.replace(/^\//, '') : undefined),
  always: () => [],
  shapesOthers: () => false,
  mayAnswer: () => true,

  write: link => (/\{[{%]/.test(link.target) ? { kind: 'unknown' } : { kind: 'url', url: plainTarget(link) }),
  tagLinks: () => [],
  mayMakeAnchors: (text, body) => text.slice(body.start).includes('{%'),
  linkTo: () => undefined,
  filesFor(path, post, site) {
    const { folder, name } = splitPath(post.path);
    if (path.startsWith('/')) return [`source/${joinPath('', withoutBase(path, site.config)) ?? ''}`];
    // with post_asset_folder the files of x.md lie in x/
    const beside = [folder, `${folder}/${name.replace(/\.[^.]+$/, '')}`, 'source'].map(at => joinPath(at, path));
    return beside.filter(file => file !== undefined);
  },
  newPost: name => ({ path: `source/_posts/${name}.md`, format: 'yaml' }),
  newFields: head => [
    ['title', head.title], ['date', `${isoDay(head.date)} ${isoTime(head.date)}`], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []),
  ],
};

/** https://hexo.io/docs/permalinks: `:title` is the path below `_posts` without extension. */
function hexoUrl(post: Source, site: Site): string | undefined {
  const { data, basePath } = site.config;
  const file = /^source\/_(?:posts|drafts)\/(.*)\.(?:md|markdown)$/i.exec(post.path)?.[1];
  const own = fieldText(post, ['permalink']);
  if (own !== undefined) return `${basePath}/${own.replace(/^\/+/, '')}`;
  if (file === undefined) {
    const page = /^source\/((?:[^_/][^/]*\/)*[^_/][^/]*)\.(?:md|markdown)$/i.exec(post.path)?.[1];
    return page === undefined ? undefined : `${basePath}/${page.replace(/(^|\/)index$/, '$1')}${/(^|\/)index$/.test(page) ? '' : '.html'}`;
  }
  const date = hexo.date(post, site);
  if (date === undefined || date === 'unreadable') return undefined;
  const values: Readonly<Record<string, string>> = {
    year: String(date.year), month: twoDigits(date.month), i_month: String(date.month), day: twoDigits(date.day), i_day: String(date.day),
    hour: twoDigits(date.hour), minute: twoDigits(date.minute), second: twoDigits(date.second), title: file, name: splitPath(file).name,
  };
  const pattern = text(data['permalink']) ?? ':year/:month/:day/:title/';
  const isKnown = [...pattern.matchAll(/:([a-z_]+)/g)].every(([, name]) => name! in values);
  return isKnown ? `${basePath}/${pattern.replace(/^\/+/, '').replace(/:([a-z_]+)/g, (_, name: string) => values[name]!)}` : undefined;
}
