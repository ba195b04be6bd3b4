// A folder of Markdown that no site generator reads: drafts for Medium, Velog, Tistory.
import { isoDay, isRealDate, readDate } from '../dates';
import { joinPath, rememberByFiles, splitPath } from '../files';
import { commonmark } from '../markdown';
import { readLooseDate } from './dates';
import { someFields, type Flavor } from './flavor';

/** Files that every software project has and no blog: a folder with one of them has no posts, unless tech-post.json is there. */
const PROJECT = ['package.json', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'go.mod', 'Cargo.toml', 'pyproject.toml', 'setup.py', 'CMakeLists.txt', 'composer.json', 'Gemfile', 'Makefile', 'mkdocs.yml', 'requirements.txt'];
const DOCUMENT = /^(?:readme|changelog|changes|history|license|licence|contributing|contributors|code_of_conduct|security|support|authors|todo|notice|summary|index|claude|agents)(?:[.-][\w-]+)?\.(?:md|markdown)$/i;

const hasPosts = rememberByFiles<boolean>();

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
  draftField: { key: 'draft', draft: true },
  excerptMarks: ['more'],
  needsFrontMatter: false,

  configFiles: () => [],
  versionFiles: () => [],
  readConfig: () => ({ title: undefined, language: 'ko', basePath: '', timeZone: undefined, version: undefined, data: {}, broken: [] }),
  dialect: () => commonmark(),

  isPage: path => /\.(?:md|markdown)$/i.test(path),
  isPost(path, site) {
    if (!this.isPage(path, site) || DOCUMENT.test(splitPath(path).name) || path.split('/').some(part => part.startsWith('.'))) return false;
    return hasPosts(site.files, () => site.files.has('tech-post.json') || !PROJECT.some(file => site.files.has(file)));
  },

  impliedTitle: post => {
    const first = post.headings[0];
    return first?.level === 1 ? first.text : undefined;
  },
  date(post) {
    for (const key of this.fields.date) {
      const value = post.frontMatter?.field(key)?.value;
      if (value === undefined || value === null || value === '' || typeof value === 'boolean') continue;
      const date = readDate(String(value)) ?? readLooseDate(String(value));
      return date && isRealDate(date) ? date : 'unreadable';
    }
    return undefined;
  },
  isDraft: post => post.frontMatter?.field('draft')?.value === true || post.frontMatter?.field('published')?.value === false,

  zone: site => site.timeZone,
  hidden: post => (plain.isDraft(post) ? { reason: 'draft' } : undefined),

  url: () => undefined,
  filesFor(path, post) {
    const file = joinPath(path.startsWith('/') ? '' : splitPath(post.path).folder, path);
    return file === undefined ? [] : /\.[^./]+$/.test(file) ? [file] : [file, `${file}.md`, `${file}/index.md`];
  },
  // where such a post will be pasted, the root is another one
  knowsRoot: () => false,
  newPost(name, _date, site) {
    const folder = ['posts', '_posts', 'post', 'blog', '글'].find(candidate => site.files.hasFolder(candidate));
    return { path: folder === undefined ? `${name}.md` : `${folder}/${name}.md`, format: 'yaml' };
  },
  newFields: head => [
    ['title', head.title], ['date', isoDay(head.date)], ...someFields(head), ['description', head.summary],
    ...(head.hasContents ? [['toc', true] as const] : []), ['draft', head.isDraft],
  ],
};
