// A folder of Markdown that no site generator reads: drafts for Medium, Velog, Tistory.
import { isoDay, isRealDate, readDate } from '../dates';
import { joinPath, rememberBySite, splitPath } from '../files';
import { commonmark } from '../markdown';
import { readLooseDate } from './dates';
import { plainTarget } from '../links';
import { plainKeys } from './keys';
import { hiddenFor, someFields, type Flavor } from './flavor';

/** Files that every software project has and no blog: a folder with one of them has no posts, unless tech-post.json is there. */
const PROJECT = ['package.json', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'go.mod', 'Cargo.toml', 'pyproject.toml', 'setup.py', 'CMakeLists.txt', 'composer.json', 'Gemfile', 'Makefile', 'mkdocs.yml', 'requirements.txt'];
const DOCUMENT = /^(?:readme|changelog|changes|history|license|licence|contributing|contributors|code_of_conduct|security|support|authors|todo|notice|summary|index|claude|agents)(?:[.-][\w-]+)?\.(?:md|markdown)$/i;

const hasPosts = rememberBySite<boolean>();

export const plain: Flavor = {
  id: 'plain',
  name: 'Markdown',
  marks: [],
  frontMatter: { formats: ['yaml', 'toml'], allowsBlankLinesAbove: false, dotsClose: true, allowsNoOpening: false },
  fields: {
    summary: ['description', 'summary', 'excerpt', 'subtitle'],
    date: ['date', 'created', 'published', 'updated'],
    cover: ['cover', 'image', 'thumbnail', 'cover_image'],
    categories: ['categories', 'category', 'series'],
    tags: ['tags', 'tag', 'keywords'],
    author: ['author', 'authors'],
    contents: ['toc'],
  },
  keys: plainKeys,
  draftField: { key: 'draft', draft: true },
  excerptMarks: ['more'],
  needsFrontMatter: false,
  languageKeys: [],
  bodyHasHead: true,

  configFiles: () => [],
  alsoReads: () => [],
  readConfig: () => ({ title: undefined, language: 'ko', origin: undefined, basePath: '', timeZone: undefined, version: undefined, data: {}, broken: [] }),
  dialect: () => commonmark(),
  buildFolder: () => undefined,

  // templates are no pages
  isPage: path => /\.(?:md|markdown)$/i.test(path) && !path.startsWith('.tech-post/'),
  isMarkdown: path => /\.(?:md|markdown)$/i.test(path),
  looksLikePage: () => false,
  isPost(path, site) {
    if (!this.isPage(path, site) || DOCUMENT.test(splitPath(path).name) || path.split('/').some(part => part.startsWith('.'))) return false;
    return hasPosts(site, () => site.files.has('tech-post.json') || !PROJECT.some(file => site.files.has(file)));
  },

  impliedTitle: post => {
    const first = post.headings[0];
    return first?.level === 1 ? first.text : undefined;
  },
  inherited: () => ({}),
  date(post) {
    for (const key of this.fields.date) {
      const value = post.frontMatter?.field(key)?.value;
      if (value === undefined || value === null || value === '' || typeof value === 'boolean') continue;
      const date = readDate(String(value)) ?? readLooseDate(String(value));
      return date && isRealDate(date) ? date : 'unreadable';
    }
    return undefined;
  },
  isDraft: page => page.frontMatter?.field('draft')?.value === true || page.frontMatter?.field('published')?.value === false,

  zone: site => site.timeZone,
  hidden: (page, site) => hiddenFor(plain.isDraft(page, site) ? ['draft'] : []),

  // where such a post will be pasted its address is another one: here its links are followed from file to file
  url: page => `/${page.path}`,
  outputs: page => [{ address: page.path, kind: 'page' }],
  copyOf: (path, site) => (plain.isPage(path, site) ? undefined : path),
  always: () => [],
  shapesOthers: () => false,
  // so is the root there, and names without an ending are no files
  mayAnswer: (address, { target }) => target.startsWith('/') || !/\.[a-z\d]{2,5}$/i.test(address),

  write: link => ({ kind: 'url', url: plainTarget(link) }),
  tagLinks: () => [],
  mayMakeAnchors: () => false,
  linkTo: () => undefined,
  filesFor(path, page) {
    const file = joinPath(path.startsWith('/') ? '' : splitPath(page.path).folder, path);
    return file === undefined ? [] : /\.[^./]+$/.test(file) ? [file] : [file, `${file}.md`, `${file}/index.md`];
  },
  newPost(name, _date, site) {
    const folder = ['posts', '_posts', 'post', 'blog', '글'].find(candidate => site.files.hasFolder(candidate));
    return { path: folder === undefined ? `${name}.md` : `${folder}/${name}.md`, format: 'yaml' };
  },
  newFields: head => [
    ['title', head.title], ['date', isoDay(head.date)], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []), ['draft', head.isDraft],
  ],
};
