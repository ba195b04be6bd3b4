// Expected values are what Hexo 7.3 with hexo-renderer-marked 7 makes of such files.
import assert from 'node:assert/strict';
import { addressesOf } from '../../../src/core/addresses';
import { factsOf } from '../../../src/core/facts';
import { destinationOf } from '../../../src/core/links';
import { whyHidden } from '../../../src/core/publication';
import { blog, type BlogOptions, told } from '../../blog';

const front = (fields: string, body = '글'): string => `---\n${fields}\n---\n${body}\n`;
const NEEDS = ['hexo', 'hexo-renderer-marked', 'hexo-generator-index', 'hexo-generator-archive', 'hexo-generator-category', 'hexo-generator-tag'];
const hexoSite = (config: string, packages: readonly string[] = NEEDS): Readonly<Record<string, string>> => ({
  '_config.yml': `url: https://blog.example.com\n${config}\n`, 'source/_posts/.keep': '', 'package.json': JSON.stringify({ dependencies: Object.fromEntries(packages.map(name => [name, '*'])) }),
});
const DATE = 'date: 2026-03-05 23:30:00';

function url(config: string, path: string, fields = DATE, options: BlogOptions = {}): string | undefined {
  const { site, post } = blog({ ...hexoSite(config), [path]: front(fields) }, options);
  return site.flavor.url(post(path), site);
}

describe('Hexo', () => {
  describe('addresses', () => {
    const URLS: readonly (readonly [string, string, string, string, string | undefined])[] = [
      ['the default', '', 'source/_posts/한글 글.md', DATE, '/2026/03/05/한글 글/'],
      ['a folder', '', 'source/_posts/dev/Deep Post.md', DATE, '/2026/03/05/dev/Deep Post/'],
      ['its last part', 'permalink: :name.html', 'source/_posts/dev/a.md', DATE, '/a.html'],
      ['its title', 'permalink: :post_title/', 'source/_posts/a.md', `title: Hello, World\n${DATE}`, '/hello-world/'],
      ['its deepest category', 'permalink: :category/:title/', 'source/_posts/a.md', `categories: [개발, "C++ 언어"]\n${DATE}`, '/개발/C-언어/a/'],
      ['no category', 'permalink: :category/:title/', 'source/_posts/a.md', DATE, '/uncategorized/a/'],
      ['a field of its own', 'permalink: :lang/:title/', 'source/_posts/a.md', `lang: ko\n${DATE}`, '/ko/a/'],
      ['a placeholder that only Hexo can fill', 'permalink: :hash/', 'source/_posts/a.md', DATE, undefined],
      ['its own permalink', '', 'source/_posts/a.md', `permalink: /my/own/\n${DATE}`, '/my/own/'],
      ['a date in the name', 'new_post_name: :year-:month-:day-:title.md', 'source/_posts/2026-03-05-a.md', 'title: 가', '/2026/03/05/a/'],
      ['no date at all', '', 'source/_posts/a.md', 'title: 가', undefined],
      ['a root', 'root: /blog/', 'source/_posts/a.md', DATE, '/blog/2026/03/05/a/'],
      ['a page', '', 'source/about/index.md', 'title: 가', '/about/'],
      ['a page of another name', '', 'source/about.md', 'title: 가', '/about.html'],
    ];
    for (const [what, config, path, fields, wanted] of URLS) it(what, () => assert.equal(url(config, path, fields), wanted));

    it('moves a day where the machine is elsewhere than the site', () => {
      assert.equal(url('timezone: Asia/Seoul', 'source/_posts/a.md', 'date: 2026-03-05', { timeZone: 'UTC' }), '/2026/03/04/a/');
      assert.equal(url('timezone: Asia/Seoul', 'source/_posts/a.md', 'date: 2026-03-05', { timeZone: 'Asia/Seoul' }), '/2026/03/05/a/');
    });
  });

  it('writes lists, copies and the files of a post', () => {
    const { site } = blog({
      ...hexoSite('post_asset_folder: true\nskip_render: [README.md]'), 'source/_posts/a.md': front(`tags: [자바]\ncategories: [개발]\n${DATE}`), 'source/_posts/a/pic.png': '', 'source/_posts/loose.png': '',
      'source/img/b.png': '', 'source/_data/c.yml': '', 'source/README.md': '', 'source/css/d.styl': '', 'source/UP.MD': '',
    });
    const there = (path: string): boolean => addressesOf(site).find(path) !== undefined;
    for (const path of ['/', '/archives/', '/archives/2026/03/', '/tags/자바/', '/categories/개발/', '/2026/03/05/a/pic.png', '/img/b.png', '/README.md', '/css/d.css', '/UP.MD']) assert.ok(there(path), path);
    for (const path of ['/tags/', '/_data/c.yml', '/loose.png', '/README.html', '/UP.html', '/css/d.styl']) assert.ok(!there(path), path);
  });

  it('hides drafts and, where it is told to, what is to come', () => {
    const why = (config: string, path: string, fields: string): readonly string[] => {
      const { site, post } = blog({ ...hexoSite(config), [path]: front(fields) });
      return whyHidden(post(path), site);
    };
    assert.deepEqual(why('', 'source/_drafts/a.md', DATE), ['draft']);
    assert.deepEqual(why('render_drafts: true', 'source/_drafts/a.md', DATE), []);
    assert.deepEqual(why('', 'source/_posts/a.md', `published: false\n${DATE}`), ['published-false']);
    assert.deepEqual(why('', 'source/_posts/a.md', 'date: 2027-01-01'), []);
    assert.deepEqual(why('future: false', 'source/_posts/a.md', 'date: 2027-01-01'), ['future']);
    assert.deepEqual(why('', 'source/_posts/_a.md', DATE), ['not-read']);
  });

  describe('links', () => {
    const FROM = 'source/_posts/from.md';
    const FILES = {
      ...hexoSite('root: /blog/\npost_asset_folder: true'), [FROM]: front(DATE), 'source/_posts/from/pic.png': '', 'source/_posts/sub/다른 글.md': front(`title: 다른 제목\n${DATE}`),
      'source/_drafts/later.md': front(DATE), 'source/img/a.png': '',
    };
    function led(target: string, { isImage = false, files = {}, place = 'markdown' as const }: { isImage?: boolean; files?: Readonly<Record<string, string>>; place?: 'markdown' | 'html' } = {}): string {
      const { site, post } = blog({ ...FILES, ...files });
      return told(destinationOf({ target, place, isImage }, post(FROM), site));
    }
    const LEADS: readonly (readonly [string, boolean, string])[] = [
      ['{% post_link "sub/다른 글" %}', false, 'page source/_posts/sub/다른 글.md'],
      ['{% post_link "다른 제목" 보기 %}', false, 'page source/_posts/sub/다른 글.md'],
      ['{% post_link "sub/다른 글#끝" %}', false, 'page source/_posts/sub/다른 글.md#끝'],
      ['{% post_path later %}', false, 'hidden page source/_drafts/later.md'],
      ['{% post_link 없는글 %}', false, 'missing build 없는글'],
      ['{% asset_img left pic.png 100 %}', true, 'file source/_posts/from/pic.png'],
      ['{% asset_path pci.png %}', true, 'missing build pci.png'],
      ['{% youtube x %}', false, 'unknown'],
      ['pic.png', false, 'file source/_posts/from/pic.png'],
      ['pic.png', true, 'missing absent /blog/pic.png'],
      ['/img/a.png', true, 'file source/img/a.png'],
      ['img/a.png', true, 'file source/img/a.png'],
      ['/img/a.png', false, 'missing base /img/a.png'],
      ['/blog/archives/', false, 'made /blog/archives/index.html'],
      ['/blog/archives/page/2/', false, 'unknown'],
      ['/blog/tags/', false, 'missing absent /blog/tags/'],
    ];
    for (const [target, isImage, wanted] of LEADS) it(`${target}${isImage ? ', an image' : ''}: ${wanted}`, () => assert.equal(led(target, { isImage }), wanted));

    it('finds a post’s own pictures by name where marked is told to', () => {
      assert.equal(led('pic.png', { isImage: true, files: hexoSite('root: /blog/\npost_asset_folder: true\nmarked: {postAsset: true}') }), 'file source/_posts/from/pic.png');
    });

    it('says nothing of what other packages and themes may have made', () => {
      assert.equal(led('/blog/about-us/', { files: hexoSite('root: /blog/', [...NEEDS, 'hexo-generator-something']) }), 'unknown');
      assert.equal(led('/blog/2026/03/05/gone/', { files: hexoSite('root: /blog/', [...NEEDS, 'hexo-generator-something']) }), 'missing absent /blog/2026/03/05/gone/');
      assert.equal(led('/blog/tags/', { files: hexoSite('root: /blog/\ntheme: elsewhere') }), 'unknown');
      assert.equal(led('/blog/gone/', { files: { 'source/_posts/undated.md': front('title: 가') } }), 'unknown');
    });

    it('finds tags, but not in code', () => {
      const { site, post } = blog({ ...FILES, 'source/_posts/t.md': front(DATE, '{% post_link a %}\n\n`{% post_link b %}`\n\n```\n{% post_link c %}\n```\n\n{% raw %}{% post_link d %}{% endraw %}') });
      assert.deepEqual(factsOf(post('source/_posts/t.md'), site).links.map(({ target }) => target), ['{% post_link a %}']);
    });
  });
});
