// Hexo: https://hexo.io/docs/
import { text } from '../../data';
import { isoDay, isoTime, momentOf } from '../../dates';
import type { DrawingSigns } from '../../drawing';
import { joinPath, splitPath } from '../../files';
import { hexo as dialect, hexoOptions } from '../../markdown';
import { hexoColours } from '../../markdown/hexo/colours';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { folderInSite, hiddenFor, someFields, withoutBase, type Flavor, type Hidden, type HiddenReason } from '../flavor';
import { hasUnplacedPage } from '../unplaced';
import { hexoConfig, hexoConfigFiles, readHexoConfig } from './config';
import { draftPath, publishedPath } from './drafts';
import { entryOf } from './entries';
import { asksOthers, expand } from './expand';
import { keys, keyValues } from './keys';
import { tagLinks, writeLink } from './links';
import { aliasesOf, alwaysOf, assetFolder, copyOf, mayBeMade, outputsOf, urlOf } from './outputs';
import { dateOf, slugOf } from './permalinks';
import { hexoEngine } from './pins';
import { placeFor, scaffold, scaffoldFiles } from './scaffolds';
import { slugWays } from './slugs';

export { hexoConfigFiles } from './config';

const MARKDOWN = /\.(?:md|markdown|mkd|mkdn|mdwn|mdtxt|mdtext)$/i;

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
  keys,
  keyValues,
  draftField: { key: 'published', draft: false },
  excerptMarks: ['more'],
  needsFrontMatter: true,
  languageKeys: ['language'],
  bodyHasHead: false,

  configFiles: hexoConfigFiles,
  alsoReads: files => [...new Set([...hexoEngine.pinFiles(files), 'package.json'])].filter(file => files.has(file)),
  readConfig: readHexoConfig,
  dialect: config => dialect(hexoOptions(config.data, hexoConfig({ config }).rendererMajor)),
  colours: config => hexoColours(config.data),
  drawing: config => drawingSigns(hexoConfig({ config }).packages),
  // https://hexo.io/docs/configuration#Directory
  buildFolder: config => folderInSite(text(config.data['public_dir']) ?? 'public'),

  isPage: (path, site) => { const kind = entryOf(path, site)?.kind; return kind === 'post' || kind === 'page'; },
  isMarkdown: path => MARKDOWN.test(path),
  looksLikePage: (path, site) => MARKDOWN.test(path) && path.startsWith(`${hexoConfig(site).source}/`),
  isPost: (path, site) => entryOf(path, site)?.kind === 'post',

  impliedTitle: () => undefined,
  inherited: () => ({}),
  date: dateOf,
  isDraft: isDraft,

  zone: site => site.config.timeZone ?? site.timeZone,
  hidden,

  url: urlOf,
  outputs: outputsOf,
  copyOf,
  always: alwaysOf,
  shapesOthers: () => false,
  mayAnswer: (address, link, _, site) => mayBeMade(address, link.isImage, site) || (!link.isImage && hasUnplacedPage(site)),

  write: writeLink,
  tagLinks,
  mayMakeAnchors: (text, body) => text.slice(body.start).includes('{%'),
  linkTo: (page, _, site) => { const slug = slugOf({ path: page }, site); return slug === undefined ? undefined : `{% post_link ${/\s/.test(slug) ? `"${slug}"` : slug} %}`; },
  filesFor,
  expand,
  asksOthers,
  slugWays,
  aliases: aliasesOf,
  publishedPath,
  draftPath,
  // with post_asset_folder: https://hexo.io/docs/asset-folders#Post-Asset-Folder
  bundle: (path, site) => (hexoConfig(site).hasAssetFolders && entryOf(path, site)?.kind === 'post'
    ? { pages: new Map(), folder: assetFolder(path), takes: file => entryOf(file, site)?.kind === 'copy' && file.startsWith(`${hexoConfig(site).source}/`) } : undefined),
  companions: (path, site) => (hexoConfig(site).hasAssetFolders ? assetFolder(path) : undefined),
  newPost: (name, date, site) => ({ path: placeFor(name, date, site), format: 'yaml' }),
  scaffoldFiles,
  scaffold,
  newFields: head => [
    ['title', head.title], ['date', `${isoDay(head.date)} ${isoTime(head.date)}`], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []),
  ],
};

/** Plugins bring the scripts: hexo-filter-mathjax, hexo-math, hexo-renderer-markdown-it-katex, hexo-filter-mermaid-diagrams. */
const drawingSigns = (packages: ReadonlySet<string> | undefined): DrawingSigns => ({
  math: [...packages ?? []].some(name => /^hexo-.*(?:math|katex)/.test(name)) ? 'always' : undefined,
  hasDollar: packages?.has('hexo-filter-mathjax') || packages?.has('hexo-renderer-markdown-it-katex') || false,
  hasDiagrams: [...packages ?? []].some(name => /^hexo-.*mermaid/.test(name)), ownDelimiters: [],
});

function isDraft(page: Source, site: Site): boolean {
  const entry = entryOf(page.path, site);
  return (entry?.kind === 'post' && entry.isDraft) || page.frontMatter?.field('published')?.value === false;
}

function hidden(page: Source, site: Site): Hidden | undefined {
  const { data } = hexoConfig(site);
  const entry = entryOf(page.path, site);
  if (entry?.kind !== 'post') return undefined;
  if (!entry.isRead) return hiddenFor(['not-read']);
  const reasons: HiddenReason[] = [];
  if (data['render_drafts'] !== true) {
    if (entry.isDraft) reasons.push('draft');
    else if (page.frontMatter?.field('published')?.value === false) reasons.push('published-false');
  }
  const date = dateOf(page, site);
  const until = date === undefined || date === 'unreadable' ? 0 : momentOf(date, hexo.zone(site));
  // `future` is on by default
  if (data['future'] === false && until > site.now) reasons.push('future');
  return hiddenFor(reasons, until);
}

function filesFor(path: string, from: Source, site: Site): readonly string[] {
  const { source } = hexoConfig(site);
  if (path.startsWith('/')) return [`${source}/${joinPath('', withoutBase(path, site.config)) ?? ''}`];
  return [splitPath(from.path).folder, assetFolder(from.path), source].map(at => joinPath(at, path)).filter(file => file !== undefined);
}
