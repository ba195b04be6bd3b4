// Expected values are what Hugo 0.131 makes of such files.
import assert from 'node:assert/strict';
import { flavorOf } from '../../src/core/flavors';
import { Files } from '../../src/core/files';
import { isoDay, type WrittenDate } from '../../src/core/dates';
import { blog, HUGO } from '../blog';

const front = (fields: string): string => `---\n${fields}\n---\n글\n`;

/** The address of one post in a site made of a configuration and that post. */
function url(config: Readonly<Record<string, string>>, path: string, fields = 'title: 제목\ndate: 2026-03-05'): string | undefined {
  const { site, post } = blog({ ...config, [path]: front(fields) });
  return site.flavor.url(post(path), site);
}

function date(config: Readonly<Record<string, string>>, path: string, written: string): WrittenDate | string | undefined {
  const { site, post } = blog({ ...config, [path]: front(`title: 제목\n${written}`) });
  return site.flavor.date(post(path), site);
}

describe('flavors', () => {
  const SITES: readonly (readonly [string, readonly string[]])[] = [
    ['hugo', ['hugo.toml']], ['hugo', ['config.yaml', 'content/a.md']], ['hugo', ['config/_default/hugo.yaml']], ['hugo', ['config.toml', 'themes/x/theme.toml']],
    ['jekyll', ['_config.yml', '_posts/2026-01-01-a.md']], ['jekyll', ['_config.yml', 'Gemfile']],
    ['hexo', ['_config.yml', 'source/_posts/a.md', 'package.json']],
    ['plain', ['a.md']], ['plain', []], ['plain', ['config.json', 'src/index.ts']], ['plain', ['package.json', 'config.yaml']],
  ];
  for (const [id, files] of SITES) it(`takes ${files.join(', ') || 'an empty folder'} for ${id}`, () => assert.equal(flavorOf(new Files(files)).id, id));

  describe('Hugo', () => {
    const pattern = (text: string): Readonly<Record<string, string>> => ({ 'hugo.toml': `[permalinks]\npost = "${text}"\n`, 'content/post/_index.md': '' });
    const URLS: readonly (readonly [string, Readonly<Record<string, string>>, string, string | undefined, string | undefined])[] = [
      ['folder and file name', HUGO, 'content/post/Hello World.md', undefined, '/post/hello-world/'],
      ['Hangul and punctuation', HUGO, 'content/post/쉼표, 점 & Q&A (1).md', undefined, '/post/쉼표-점--qa-1/'],
      ['a bundle', HUGO, 'content/post/my-trip/index.md', undefined, '/post/my-trip/'],
      ['a slug', HUGO, 'content/post/a.md', 'slug: 새 이름', '/post/새-이름/'],
      ['a url', HUGO, 'content/post/a.md', 'url: old/Path', '/old/Path/'],
      ['a url with an extension', HUGO, 'content/post/a.md', 'url: /custom/page.html', '/custom/page.html'],
      ['a date pattern', pattern('/:year/:month/:day/:slugorfilename/'), 'content/post/a.md', undefined, '/2026/03/05/a/'],
      ['a title pattern', pattern('/:section/:title/'), 'content/post/a.md', 'title: 제목 하나\ndate: 2026-03-05', '/post/제목-하나/'],
      ['no date in a date pattern', pattern('/:year/:month/:day/:filename/'), 'content/post/a.md', 'title: 가', '/1/01/01/a/'],
      ['a pattern of another section', pattern('/:year/:filename/'), 'content/note/a.md', undefined, '/note/a/'],
      ['a pattern that ends in .html makes a folder', pattern('/:year/:filename.html'), 'content/post/a.md', undefined, '/2026/a.html/'],
      ['names of month and day', pattern('/:monthname/:weekdayname/:yearday/:filename/'), 'content/post/a.md', undefined, '/march/thursday/64/a/'],
      ['a base path', { 'hugo.toml': 'baseURL = "https://a.b/blog/"' }, 'content/post/a.md', undefined, '/blog/post/a/'],
      ['a list', HUGO, 'content/post/_index.md', undefined, '/post/'],
      ['ugly URLs', { 'hugo.toml': 'uglyURLs = true' }, 'content/post/a.md', undefined, '/post/a.html'],
      ['another language by file name', { 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]' }, 'content/post/a.en.md', undefined, '/en/post/a/'],
      ['the default language by file name', { 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]' }, 'content/post/a.ko.md', undefined, '/post/a/'],
      ['another language by folder', { 'hugo.toml': '[languages.en]\ncontentDir = "content"\n[languages.ko]\ncontentDir = "content-ko"' }, 'content-ko/post/a.md', undefined, '/ko/post/a/'],
      ['a configuration in parts', { 'config/_default/hugo.yaml': 'baseURL: https://a.b/', 'config/_default/permalinks.yaml': 'post: /p/:filename/' }, 'content/post/a.md', undefined, '/p/a/'],
      ['a file outside of the content', HUGO, 'notes/a.md', undefined, undefined],
    ];
    for (const [what, config, path, fields, wanted] of URLS) it(`makes the address of ${what}`, () => assert.equal(url(config, path, fields), wanted));

    it('reads dates as Hugo does, and no others', () => {
      const read = ['2026-03-05', '2026-03-05T10:20:30', '2026-03-05 10:20:30', '"2026-03-05T10:20:30+09:00"', '2026-03-05T10:20:30Z', '2026-03-05 10:20:30 +0900'];
      const unread = ['2026/03/05', '2026.03.05', '2026-3-5', '2026-03-05 10:20', '5 Mar 2026', '2026-02-30', '어제'];
      for (const written of read) assert.equal(typeof date(HUGO, 'content/post/a.md', `date: ${written}`), 'object', written);
      for (const written of unread) assert.equal(date(HUGO, 'content/post/a.md', `date: ${written}`), 'unreadable', written);
      assert.equal(date(HUGO, 'content/post/a.md', ''), undefined);
    });

    it('takes the date from another key or from the file name where the site says so', () => {
      assert.equal(isoDay(date(HUGO, 'content/post/a.md', 'publishDate: 2026-03-06') as WrittenDate), '2026-03-06');
      const byName = { 'hugo.toml': '[frontmatter]\ndate = [":filename", ":default"]' };
      assert.equal(isoDay(date(byName, 'content/post/2026-03-07-a.md', 'date: 2026-03-01') as WrittenDate), '2026-03-07');
    });

    it('tells posts from other pages and from resources of a bundle', () => {
      const { site } = blog({ ...HUGO, 'content/about.md': '', 'content/post/a.md': '', 'content/post/b/index.md': '', 'content/post/b/notes.md': '', 'content/docs/c.md': '', 'README.md': '' });
      const posts = [...site.files].filter(file => site.flavor.isPost(file, site));
      const pages = [...site.files].filter(file => site.flavor.isPage(file, site));
      assert.deepEqual(posts, ['content/post/a.md', 'content/post/b/index.md']);
      assert.deepEqual(pages, ['content/post/_index.md', 'content/about.md', 'content/post/a.md', 'content/post/b/index.md', 'content/docs/c.md']);
    });

    it('keeps the place of its configuration’s mistakes', () => {
      const { site } = blog({ 'hugo.toml': 'title = 작은', 'content/post/a.md': '' });
      assert.equal(site.config.broken[0]?.file, 'hugo.toml');
    });
  });

  describe('what stays hidden', () => {
    const NOON = '2026-11-24T03:00:00Z'; // in Seoul
    const HIDDEN: readonly (readonly [string, Readonly<Record<string, string>>, string, string, string | undefined])[] = [
      ['a draft', HUGO, 'content/post/a.md', 'draft: true', 'draft'],
      ['a draft in quotes', HUGO, 'content/post/a.md', 'draft: "true"', 'draft'],
      ['a draft of a site that builds drafts', { 'hugo.toml': 'buildDrafts = true' }, 'content/post/a.md', 'draft: true', undefined],
      ['a time of this morning in Seoul, which Hugo reads as UTC', HUGO, 'content/post/a.md', 'date: 2026-11-24 11:00:00', 'future'],
      ['the same with a zone', HUGO, 'content/post/a.md', 'date: 2026-11-24T11:00:00+09:00', undefined],
      ['the same on a site with a zone', { 'hugo.toml': 'timeZone = "Asia/Seoul"' }, 'content/post/a.md', 'date: 2026-11-24 11:00:00', undefined],
      ['a past publishDate with a future date', HUGO, 'content/post/a.md', 'date: 2027-01-01\npublishDate: 2026-01-01', undefined],
      ['what has expired', HUGO, 'content/post/a.md', 'expiryDate: 2026-01-01', 'expired'],
      ['what is never rendered', HUGO, 'content/post/a.md', 'build: {render: never}', 'not-rendered'],
    ];
    for (const [what, config, path, fields, reason] of HIDDEN) {
      it(`${what}: ${reason ?? 'appears'}`, () => {
        const { site, post } = blog({ ...config, [path]: front(fields) }, { now: NOON });
        assert.equal(site.flavor.hidden(post(path), site)?.reasons[0], reason);
      });
    }
  });

  describe('plain Markdown', () => {
    it('has posts in a folder of texts, and none in a software project', () => {
      const texts = blog({ '회고.md': '', 'README.md': '' }).site;
      assert.ok(texts.flavor.isPost('회고.md', texts));
      assert.ok(!texts.flavor.isPost('README.md', texts));
      const project = blog({ 'package.json': '', 'docs/guide.md': '' }).site;
      assert.ok(!project.flavor.isPost('docs/guide.md', project));
      const told = blog({ 'package.json': '', 'tech-post.json': '{}', 'a.md': '' }).site;
      assert.ok(told.flavor.isPost('a.md', told));
    });
  });
});
