// Expected values are what Jekyll 4.3 makes of such files.
import assert from 'node:assert/strict';
import { addressesOf } from '../../../src/core/addresses';
import { isoDay, isoTime } from '../../../src/core/dates';
import { whyHidden } from '../../../src/core/publication';
import { blog, JEKYLL, type Blog } from '../../blog';

const front = (fields: string, body = '글'): string => `---\n${fields}\n---\n${body}\n`;
const config = (text: string): Readonly<Record<string, string>> => ({ '_config.yml': `url: https://blog.example.com\n${text}` });
const seoul = (text: string): Readonly<Record<string, string>> => config(`timezone: Asia/Seoul\n${text}`);

function urlIn({ site, post }: Blog, path: string): string | undefined {
  return site.flavor.url(post(path), site);
}

const url = (site: Readonly<Record<string, string>>, path: string, fields = 'title: 가'): string | undefined => urlIn(blog({ ...site, [path]: front(fields) }), path);

describe('Jekyll', () => {
  const pattern = (text: string): Readonly<Record<string, string>> => seoul(`permalink: ${text}\n`);
  const wiki = (settings: string): Readonly<Record<string, string>> => config(`collections: {wiki: {${settings}}}\n`);

  describe('addresses', () => {
    const URLS: readonly (readonly [string, Readonly<Record<string, string>>, string, string, string | undefined])[] = [
      ['the default style', JEKYLL, '_posts/2026-03-05-hello.md', 'title: 가', '/2026/03/05/hello.html'],
      ['pretty', pattern('pretty'), '_posts/2026-03-05-hello.md', 'title: 가', '/2026/03/05/hello/'],
      ['weekdate', pattern('weekdate'), '_posts/2026-03-05-hello.md', 'title: 가', '/2026/W10/Thu/hello.html'],
      ['ordinal', pattern('ordinal'), '_posts/2026-03-05-hello.md', 'title: 가', '/2026/064/hello.html'],
      ['a pattern', pattern('/:year/:title/'), '_posts/2026-03-05-안녕 하세요.md', 'title: 가', '/2026/안녕-하세요/'],
      ['a placeholder before an underscore', pattern('/:year_:title'), '_posts/2026-03-05-a.md', 'title: 가', '/2026_a'],
      ['categories, from folders and front matter', pattern('/:categories/:title.html'), 'dev/_posts/2026-03-05-a.md', 'categories: Java Spring', '/dev/java/spring/a.html'],
      ['one category of two words', pattern('/:categories/:title.html'), '_posts/2026-03-05-a.md', 'category: Deep Learning', '/deep learning/a.html'],
      ['categories, cleaned', pattern('/:slugified_categories/:slug/'), '_posts/2026-03-05-A_b.md', 'categories: ["C++ 언어"]', '/c-언어/a-b/'],
      ['no categories', pattern('/:categories/:title.html'), '_posts/2026-03-05-a.md', 'title: 가', '/a.html'],
      ['its own permalink', JEKYLL, '_posts/2026-03-05-a.md', 'permalink: /my/:title/', '/my/a/'],
      ['its own permalink, which is no name of a style', JEKYLL, '_posts/2026-03-05-a.md', 'permalink: pretty', '/pretty'],
      ['a slug', JEKYLL, '_posts/2026-03-05-a.md', 'slug: 새 이름', '/2026/03/05/새-이름.html'],
      ['a date that beats the name', JEKYLL, '_posts/2026-03-05-a.md', 'date: 2026-04-01', '/2026/04/01/a.html'],
      ['a year of two digits', JEKYLL, '_posts/26-3-5-a.md', 'title: 가', '/2026/03/05/a.html'],
      ['an unquoted time, which is UTC', pattern('date'), '_posts/2026-03-05-a.md', 'date: 2026-03-05 23:30:00', '/2026/03/06/a.html'],
      ['a quoted time, which is local', pattern('date'), '_posts/2026-03-05-a.md', 'date: "2026-03-05 23:30:00"', '/2026/03/05/a.html'],
      ['the 30th of February, which is in March', JEKYLL, '_posts/2026-02-30-a.md', 'title: 가', '/2026/03/02/a.html'],
      ['case and dots', pattern('/:title'), '_posts/2026-03-05-Node.js_and--C.md', 'title: 가', '/Node.js_and-C'],
      ['an HTML post', JEKYLL, '_posts/2026-03-05-a.html', 'title: 가', '/2026/03/05/a.html'],
      ['a text post', JEKYLL, '_posts/2026-03-05-a.txt', 'title: 가', '/2026/03/05/a.txt'],
      ['a base path', config('baseurl: /blog'), '_posts/2026-03-05-a.md', 'title: 가', '/blog/2026/03/05/a.html'],
      ['front matter that Ruby cannot read: made new, without its data', JEKYLL, '_posts/2026-03-05-a.md', 'title: 회고: 3월\nslug: b', '/2026/11/24/2026-03-05-a.html'],
      ['categories that are a number: lost as well', JEKYLL, '_posts/2026-03-05-a.md', 'categories: 2026', '/2026/11/24/2026-03-05-a.html'],
      ['a name that Jekyll skips', JEKYLL, '_posts/2026_03_05-a.md', 'title: 가', undefined],
      ['a page', JEKYLL, 'about.md', 'title: 가', '/about.html'],
      ['a page of a pretty site', pattern('pretty'), 'about.md', 'title: 가', '/about/'],
      ['a page of a site with a pattern', pattern('/:title.html'), 'about.md', 'title: 가', '/about'],
      ['an index', pattern('pretty'), 'docs/index.md', 'title: 가', '/docs/'],
      ['a style sheet', JEKYLL, 'css/main.scss', 'title: 가', '/css/main.css'],
      ['a page with a permalink', JEKYLL, 'search/data.json', 'permalink: /search.json', '/search.json'],
      ['a document', wiki('output: true'), '_wiki/깊은 곳/글 하나.md', 'title: 가', '/wiki/깊은 곳/글 하나.html'],
      ['a document by its title', wiki('output: true, permalink: "/w/:title/"'), '_wiki/2026-03-05-글 하나.md', 'title: 가', '/w/글-하나/'],
      ['a document without output, if it had one', wiki('output: false'), '_wiki/a.md', 'title: 가', '/wiki/a.html'],
      ['a document of a collection that Jekyll cannot call by its name', config('collections: {위키: {output: true}}'), '_위키/a.md', 'title: 가', undefined],
      ['a default', config('defaults:\n- scope: {path: "", type: posts}\n  values: {permalink: "/p/:title/"}'), '_posts/2026-03-05-a.md', 'title: 가', '/p/a/'],
      ['the deepest default', config('defaults:\n- scope: {path: _posts/til}\n  values: {permalink: "/til/:title/"}\n- scope: {path: ""}\n  values: {permalink: "/p/:title/"}'), '_posts/til/2026-03-05-a.md', 'title: 가', '/til/a/'],
      ['a default for a glob', config('defaults:\n- scope: {path: "_posts/*/old"}\n  values: {permalink: "/old/:title/"}'), '_posts/dev/old/2026-03-05-a.md', 'title: 가', '/old/a/'],
      ['posts in a folder of collections', config('collections_dir: 글'), '글/_posts/2026-03-05-a.md', 'title: 가', '/2026/03/05/a.html'],
      ['a site below a folder', config('source: docs'), 'docs/about.md', 'title: 가', '/about.html'],
    ];
    for (const [what, site, path, fields, wanted] of URLS) it(what, () => assert.equal(url(site, path, fields), wanted));

    it('copies what has no front matter', () => {
      const { site, post } = blog({ ...JEKYLL, 'notes.md': '# 메모\n', 'raw.html': '<p>' });
      assert.equal(site.flavor.url(post('notes.md'), site), '/notes.md');
      assert.equal(addressesOf(site).find('/raw.html')?.kind, 'copy');
      const optional = blog({ ...config('plugins: [jekyll-optional-front-matter]'), 'notes.md': '# 메모\n' });
      assert.equal(urlIn(optional, 'notes.md'), '/notes.html');
    });
  });

  describe('what is there', () => {
    const there = (files: Readonly<Record<string, string>>, ...paths: readonly string[]): readonly boolean[] => {
      const { site } = blog(files);
      return paths.map(path => { const answer = addressesOf(site).find(path); return answer !== undefined && !answer.hidden; });
    };

    it('leaves out what begins with a sign, what is excluded and the folders of its own', () => {
      const files = { ...config('exclude: [tmp, "*.bak"]\ninclude: [_pages]'), '_under.png': '', 'a/.dot.png': '', '#x.png': '', 'x.png~': '', 'tmp/a.png': '', 'a/b.bak': '', '_data/a.yml': '', '_pages/a.png': '', 'a/b.png': '', 'vendor/bundle/c.png': '' };
      assert.deepEqual(there(files, '/_under.png', '/a/.dot.png', '/%23x.png', '/x.png~', '/tmp/a.png', '/a/b.bak', '/_data/a.yml', '/_pages/a.png', '/a/b.png', '/vendor/bundle/c.png'),
        [false, false, false, false, false, false, false, true, true, false]);
    });

    it('copies pictures of a collection with output, and never those in _posts', () => {
      assert.deepEqual(there({ ...wiki('output: true'), '_wiki/a.png': '', '_posts/2026-03-05-a.png': '', '_posts/b.png': '' }, '/wiki/a.png', '/2026/03/05/a.png', '/_posts/b.png'), [true, false, false]);
      assert.deepEqual(there({ ...wiki('output: false'), '_wiki/a.png': '' }, '/wiki/a.png'), [false]);
    });

    it('has redirects, feeds, maps, archives and pages of lists where their plugins are', () => {
      const posts = Object.fromEntries(['가', '나', '다'].map((tag, index) => [`_posts/2026-03-0${index + 1}-p${index}.md`, front(`tags: [${tag}]\ncategories: 개발\nredirect_from: [/옛/${index}/, /o${index}]`)]));
      const paths = ['/옛/0/', '/o1.html', '/feed.xml', '/sitemap.xml', '/tag/가/', '/category/개발/', '/2026/', '/p/2/', '/p/3/'];
      const plain = { ...config('paginate: 2\npaginate_path: /p/:num/'), 'index.html': front('title: 집'), ...posts };
      assert.deepEqual(there(plain, ...paths), paths.map(() => false));
      const rich = { ...plain, ...config('paginate: 2\npaginate_path: /p/:num/\njekyll-archives: {enabled: all}\nplugins: [jekyll-redirect-from, jekyll-feed, jekyll-sitemap, jekyll-archives, jekyll-paginate]') };
      assert.deepEqual(there(rich, ...paths), [true, true, true, true, true, true, true, true, false]);
      const byBundler = { ...plain, Gemfile: 'gem "jekyll"\ngroup :jekyll_plugins do\n  gem "jekyll-feed", "~> 0.17"\nend\n' };
      assert.deepEqual(there(byBundler, '/feed.xml', '/sitemap.xml'), [true, false]);
    });
  });

  describe('what stays hidden', () => {
    const HIDDEN: readonly (readonly [string, Readonly<Record<string, string>>, string, string, string | undefined])[] = [
      ['published: false', JEKYLL, '_posts/2026-01-01-a.md', 'published: false', 'published-false'],
      ['published: no', JEKYLL, '_posts/2026-01-01-a.md', 'published: no', 'published-false'],
      ['published without a value', JEKYLL, '_posts/2026-01-01-a.md', 'published:', 'published-false'],
      ['published: "false", a text', JEKYLL, '_posts/2026-01-01-a.md', 'published: "false"', undefined],
      ['published: false of a site that shows all', config('unpublished: true'), '_posts/2026-01-01-a.md', 'published: false', undefined],
      ['published: false by default', config('defaults: [{scope: {path: "", type: posts}, values: {published: false}}]'), '_posts/2026-01-01-a.md', 'title: 가', 'published-false'],
      ['draft: true, which means nothing to Jekyll', JEKYLL, '_posts/2026-01-01-a.md', 'draft: true', undefined],
      ['tomorrow', JEKYLL, '_posts/2026-11-25-a.md', 'title: 가', 'future'],
      ['tonight, written without a zone', JEKYLL, '_posts/2026-11-24-a.md', 'date: 2026-11-24 11:00:00', 'future'],
      ['the same with a zone', JEKYLL, '_posts/2026-11-24-a.md', 'date: 2026-11-24 11:00:00 +0900', undefined],
      ['tomorrow on a site with future: true', config('future: true'), '_posts/2026-11-25-a.md', 'title: 가', undefined],
      ['a page of tomorrow', JEKYLL, 'a.md', 'date: 2026-11-25', undefined],
      ['a document of tomorrow', wiki('output: true'), '_wiki/a.md', 'date: 2026-11-25', 'future'],
      ['a document without output', wiki('output: false'), '_wiki/a.md', 'title: 가', 'output-false'],
      ['_drafts', JEKYLL, '_drafts/a.md', 'title: 가', 'draft'],
      ['_drafts of a site that shows them', config('show_drafts: true'), '_drafts/a.md', 'date: 2026-01-01', undefined],
      ['a name without a date', JEKYLL, '_posts/a.md', 'title: 가', 'not-read'],
      ['a folder that is excluded', config('exclude: [_posts/old]'), '_posts/old/2026-01-01-a.md', 'title: 가', 'not-read'],
      ['hidden by YAML that cannot be read: not hidden', JEKYLL, '_posts/2026-01-01-a.md', 'title: 비밀: 아직\npublished: false', undefined],
    ];
    for (const [what, files, path, fields, reason] of HIDDEN) {
      it(`${what}: ${reason ?? 'appears'}`, () => {
        const { site, post } = blog({ ...files, [path]: front(fields) });
        assert.deepEqual(whyHidden(post(path), site), reason === undefined ? [] : [reason]);
      });
    }

    it('keeps the newest posts of a limit', () => {
      const { site, posts } = blog({ ...config('limit_posts: 2'), ...Object.fromEntries([1, 2, 3].map(day => [`_posts/2026-03-0${day}-a.md`, front('title: 가')])) });
      assert.deepEqual(posts.map(post => whyHidden(post, site).length), [1, 0, 0]);
    });
  });

  it('takes every text in its folders for a post', () => {
    const { site } = blog(JEKYLL);
    for (const path of ['_posts/2026-03-05-a.md', 'dev/_posts/2026-3-5-a.markdown', '_posts/a.md', '_posts/2026_03_05-a.md', '_posts/2026-03-05-a.txt', '_drafts/a.md']) assert.ok(site.flavor.isPost(path, site), path);
    for (const path of ['about.md', '_posts/2026-03-05-a.png', '_posts/README.md', '_layouts/_posts.md']) assert.ok(!site.flavor.isPost(path, site), path);
  });

  it('reads the dates that Ruby reads', () => {
    const date = (written: string): unknown => {
      const { site, post } = blog({ ...JEKYLL, '_posts/2026-01-01-a.md': front(written) });
      const found = site.flavor.date(post('_posts/2026-01-01-a.md'), site);
      return typeof found === 'object' ? `${isoDay(found)} ${isoTime(found)}` : found;
    };
    for (const written of ['2026-03-05', '2026/03/05', '2026. 3. 5.', 'Mar 5, 2026', '2026-3-5', '20260305']) assert.equal(date(`date: ${written}`), '2026-03-05 00:00:00', written);
    assert.equal(date('date: 2026-03-05 10:20 +0900'), '2026-03-05 10:20:00');
    assert.equal(date('date: "Thu, 05 Mar 2026 10:20:30 GMT"'), '2026-03-05 10:20:30');
    assert.equal(date('date: 2026-03-05 11:20 PM'), '2026-03-05 23:20:00');
    for (const written of ['어제', '2026-13-45', '']) assert.equal(date(`date: ${written}`), 'unreadable', written);
    assert.equal(date('Date: 2026-03-05'), '2026-01-01 00:00:00'); // keys are lower-case
  });
});
