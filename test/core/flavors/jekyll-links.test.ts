// Where links of a Jekyll blog lead: tags, filters, plugins. Expected values are what Jekyll 4.3 writes.
import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/facts';
import { destinationOf } from '../../../src/core/links';
import { blog, told } from '../../blog';

const front = (fields: string): string => `---\n${fields}\n---\n글\n`;

const SITE = {
  '_config.yml': 'url: https://blog.example.com\nimages: /assets/img\ncollections: {wiki: {output: true}, notes: {output: false}}\n',
  '_posts/2026-03-05-첫 글.md': front('title: 가'),
  '_posts/2026-03-06-v1.2.md': front('title: 나\nslug: release'),
  '_posts/2099-01-01-later.md': front('title: 다'),
  'dev/_posts/til/2026-03-07-deep.md': front('title: 라'),
  '_wiki/문서.md': front('title: 마'),
  '_notes/n.md': front('title: 바'),
  'about.md': front('title: 사'),
  'assets/img/그림 하나.png': '',
  '_posts/2026-03-08-from.md': front('title: 아\nshots: /assets/shots'),
} as const;
const FROM = '_posts/2026-03-08-from.md';

function led(target: string, { files = {}, from = FROM, place = 'markdown' as const }: { files?: Readonly<Record<string, string>>; from?: string; place?: 'markdown' | 'html' } = {}): string {
  const { site, post } = blog({ ...SITE, ...files });
  return told(destinationOf({ target, place, isImage: false }, post(from), site));
}

describe('links of Jekyll', () => {
  const LEADS: readonly (readonly [string, string])[] = [
    ['/2026/03/05/첫-글.html', 'page _posts/2026-03-05-첫 글.md'],
    ['../05/첫-글.html', 'page _posts/2026-03-05-첫 글.md'],
    ['/wiki/%EB%AC%B8%EC%84%9C.html', 'page _wiki/문서.md'],
    ['/notes/n.html', 'hidden page _notes/n.md'],
    ['/assets/img/그림 하나.png', 'file assets/img/그림 하나.png'],
    ['2026-03-05-첫 글.md', 'missing absent /2026/03/08/2026-03-05-첫 글.md'],
    ['{% post_url 2026-03-05-첫 글 %}', 'page _posts/2026-03-05-첫 글.md'],
    ['{% post_url 2026-03-05-첫 글 %}#끝', 'page _posts/2026-03-05-첫 글.md#끝'],
    ['{%- post_url /dev/2026-03-07-deep -%}', 'page dev/_posts/til/2026-03-07-deep.md'],
    ['{% post_url 2026-03-07-deep %}', 'page dev/_posts/til/2026-03-07-deep.md'],
    ['{% post_url 2026-03-06-v1 %}', 'page _posts/2026-03-06-v1.2.md'],
    ['{% post_url 2026-03-06-release %}', 'page _posts/2026-03-06-v1.2.md'],
    ['{% post_url 2026-03-05-첫글 %}', 'missing build 2026-03-05-첫글'],
    ['{% post_url 첫 글 %}', 'missing build 첫 글'],
    ['{% post_url 2099-01-01-later %}', 'hidden page _posts/2099-01-01-later.md'],
    ['{% link about.md %}', 'page about.md'],
    ['{% link /about.md %}', 'missing build /about.md'],
    ['{% link _wiki/문서.md %}', 'page _wiki/문서.md'],
    ['{% link _notes/n.md %}', 'hidden page _notes/n.md'],
    ['{% link assets/img/그림 하나.png %}', 'file assets/img/그림 하나.png'],
    ['{% link {{ page.file }} %}', 'unknown'],
    ['{{ "/about.html" | relative_url }}', 'page about.md'],
    ["{{ 'about.html' | absolute_url }}", 'page about.md'],
    ['{{ "/gone.html" | relative_url }}', 'missing absent /gone.html'],
    ['{{ site.url }}{{ site.baseurl }}/about.html', 'page about.md'],
    ['{{ site.images }}/%EA%B7%B8%EB%A6%BC%20%ED%95%98%EB%82%98.png', 'file assets/img/그림 하나.png'],
    ['{{ page.shots }}/a.png', 'missing absent /assets/shots/a.png'],
    ['{{ page.url }}', `page ${FROM}`],
    ['{{ "/abc" | slice: 1, 2 }}', 'unknown'],
    ['{{ site.data.links.home }}', 'unknown'],
    ['{{ site.constructor.name }}/a', 'unknown'],
    ['{{ page.unknown }}/a', 'unknown'],
    ['{{ include.url }}', 'unknown'],
    ['{% include link.html %}', 'unknown'],
    ['{% for a in (1..1000000000) %}{{ a }}{% endfor %}', 'unknown'],
    ['{{ "/about', 'unknown'],
  ];
  for (const [target, wanted] of LEADS) it(`${target}: ${wanted}`, () => assert.equal(led(target), wanted));

  describe('with a base path', () => {
    const at = (text: string): { files: Readonly<Record<string, string>> } => ({ files: { '_config.yml': `url: https://blog.example.com\n${text}` } });
    const LEADS_THERE: readonly (readonly [string, string, string])[] = [
      ['baseurl: /blog', '{% link about.md %}', 'page about.md'],
      ['baseurl: /blog', '{{ site.baseurl }}/about.html', 'page about.md'],
      ['baseurl: /blog/', '{{ site.baseurl }}/about.html', 'missing absent /blog//about.html'],
      ['baseurl: blog', '{{ site.baseurl }}/about.html', 'missing absent /blog/2026/03/08/blog/about.html'],
      ['baseurl: blog', '{{ "about.html" | relative_url }}', 'page about.md'],
      ['baseurl: /blog', '/about.html', 'missing base /about.html'],
    ];
    for (const [text, target, wanted] of LEADS_THERE) it(`${target} with ${text}: ${wanted}`, () => assert.equal(led(target, at(text)), wanted));

    it('is put in front of tags by Jekyll 4, once more', () => {
      const pinned = (version: string): { files: Readonly<Record<string, string>> } => ({ files: { ...at('baseurl: /blog').files, 'Gemfile.lock': `GEM\n  specs:\n    jekyll (${version})\n` } });
      assert.equal(led('{{ site.baseurl }}{% link about.md %}', pinned('4.3.1')), 'missing absent /blog/blog/about.html');
      assert.equal(led('{{ site.baseurl }}{% link about.md %}', at('baseurl: /blog')), 'page about.md');
      assert.equal(led('{{ site.url }}{% link about.md %}', at('baseurl: /blog')), 'page about.md');
    });

    it('writes tags without it in Jekyll 3', () => {
      const files = { ...at('baseurl: /blog').files, 'Gemfile.lock': 'GEM\n  specs:\n    jekyll (3.9.5)\n' };
      assert.equal(led('{% link about.md %}', { files }), 'missing base /about.html');
      assert.equal(led('{{ site.baseurl }}{% link about.md %}', { files }), 'page about.md');
    });
  });

  it('follows paths of files where jekyll-relative-links does', () => {
    const config = (text: string): Readonly<Record<string, string>> => ({ '_config.yml': `plugins: [jekyll-relative-links]\n${text}` });
    assert.equal(led('_posts/2026-03-05-첫 글.md#끝', { files: config(''), from: 'about.md' }), 'page _posts/2026-03-05-첫 글.md#끝');
    assert.equal(led('2026-03-05-첫 글.md', { files: config('') }), 'missing absent /2026/03/08/2026-03-05-첫 글.md');
    assert.equal(led('2026-03-05-첫 글.md', { files: config('relative_links: {collections: true}') }), 'page _posts/2026-03-05-첫 글.md');
    assert.equal(led('2026-03-05-첫 글.md', { files: config('relative_links: {collections: true}'), place: 'html' }), 'missing absent /2026/03/08/2026-03-05-첫 글.md');
  });

  it('leaves alone what GitHub may have made where no Gemfile says who builds', () => {
    const files = { '_config.yml': 'paginate: 5\n', 'README.md': '# 글\n', 'docs/a.md': front('title: 가'), 'docs/b.md': front('title: 나') };
    assert.equal(led('b.md', { files, from: 'docs/a.md' }), 'unknown');
    assert.equal(led('/page2/', { files }), 'unknown');
    assert.equal(led('/', { files }), 'unknown');
    const bundled = { ...files, Gemfile: 'gem "jekyll", "4.3.1"\n' };
    assert.equal(led('b.md', { files: bundled, from: 'docs/a.md' }), 'missing absent /docs/b.md');
    assert.equal(led('/page2/', { files: bundled }), 'missing absent /page2/');
    assert.equal(led('/', { files: bundled }), 'missing absent /');
  });

  it('leaves alone what plugins, themes and neighbours may have made', () => {
    const config = (text: string): { files: Readonly<Record<string, string>> } => ({ files: { '_config.yml': `url: https://me.github.io\n${text}` } });
    assert.equal(led('/tags/자바/', config('')), 'missing absent /tags/자바/');
    assert.equal(led('/tags/자바/', config('plugins: [jekyll-some-archives]')), 'unknown');
    assert.equal(led('/tags/자바/', { files: { '_plugins/tags.rb': 'class T < Jekyll::Generator\nend' } }), 'unknown');
    assert.equal(led('/tags/자바/', { files: { '_plugins/filter.rb': 'module F\nend\nLiquid::Template.register_filter(F)' } }), 'missing absent /tags/자바/');
    assert.equal(led('/assets/logo.svg', config('theme: some-theme')), 'unknown');
    assert.equal(led('/assets/img/없음.png', config('theme: some-theme')), 'missing absent /assets/img/없음.png');
    assert.equal(led('https://me.github.io/tool/', config('')), 'unknown');
    assert.equal(led('https://me.github.io/wiki/', config('collections: {wiki: {output: true}}')), 'missing absent /wiki/');
  });

  it('finds tags in the body, in code as well, but not in what Liquid leaves alone', () => {
    const body = '앞 {% post_url 2026-03-05-첫 글 %}\n\n`{% link a.md %}`\n\n{% raw %}{% link b.md %}{% endraw %}\n\n{% comment %}{% link c.md %} [e](/e){% endcomment %}\n\n[d]({% link d.md %})\n';
    const { site, post } = blog({ ...SITE, '_posts/2026-03-09-t.md': `---\ntitle: 글\n---\n${body}` });
    assert.deepEqual(factsOf(post('_posts/2026-03-09-t.md'), site).links.map(({ target, place }) => `${place} ${target}`), ['tag {% post_url 2026-03-05-첫 글 %}', 'tag {% link a.md %}', 'markdown {% link d.md %}']);
  });

  it('reads attributes as Liquid leaves them', () => {
    const body = '<img src="{{ "/a.png" | relative_url }}" alt="가"> <a class="b" href="{{ "/b" | relative_url }}#끝">나</a>\n\n`<a href="{{ "/c" | relative_url }}">`\n\n```\n<a href="{{ "/d" | relative_url }}">\n```\n';
    const { site, post } = blog({ ...SITE, '_posts/2026-03-09-t.md': `---\ntitle: 글\n---\n${body}` });
    const { links } = factsOf(post('_posts/2026-03-09-t.md'), site);
    assert.deepEqual(links.filter(({ target }) => target.includes('}}')).map(({ target, isImage }) => `${isImage ? 'image ' : ''}${target}`), ['image {{ "/a.png" | relative_url }}', '{{ "/b" | relative_url }}#끝']);
    assert.equal(led('{{ "/about.html" | relative_url }}#끝', { place: 'html' }), 'page about.md#끝');
  });

  it('writes links that Jekyll checks', () => {
    const { site, post } = blog(SITE);
    const to = (path: string): string | undefined => site.flavor.linkTo(path, post(FROM), site);
    assert.equal(to('_posts/2026-03-05-첫 글.md'), '{% post_url 2026-03-05-첫 글 %}');
    assert.equal(to('dev/_posts/til/2026-03-07-deep.md'), '{% link dev/_posts/til/2026-03-07-deep.md %}');
    assert.equal(to('_wiki/문서.md'), '{% link _wiki/문서.md %}');
    for (const path of ['_posts/2026-03-05-첫 글.md', 'dev/_posts/til/2026-03-07-deep.md', 'about.md']) assert.equal(led(to(path)!), `page ${path}`);
  });
});
