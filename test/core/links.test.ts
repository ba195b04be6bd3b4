// Where links lead, on sites in memory: what the engine writes, what a browser makes of it, what is there.
import assert from 'node:assert/strict';
import { addressesOf } from '../../src/core/addresses';
import { factsOf, type LinkFact } from '../../src/core/facts';
import { absolute, destinationOf, type Destination } from '../../src/core/links';
import { parsePost } from '../../src/core/post';
import { lintFacts } from '../../src/core/lint';
import type { Site } from '../../src/core/site';
import { blog, HUGO, JEKYLL } from '../blog';

const front = (fields: string, body = ''): string => `---\n${fields}\n---\n${body}`;

function told(to: Destination): string {
  switch (to.kind) {
    case 'external': return 'external';
    case 'anchor': return `anchor ${to.id}`;
    case 'page': return `page ${to.path}${to.fragment && `#${to.fragment}`}${to.hidden ? ` (${to.hidden.reasons.join('+')})` : ''}`;
    case 'file': return `file ${to.path}${to.hidden ? ` (${to.hidden.reasons.join('+')})` : ''}`;
    case 'made': return `made ${to.address}`;
    case 'missing': return [to.cause, to.near].filter(Boolean).join(' ');
    case 'unknown': return 'unknown';
  }
}

/** The only link of a page with that body. */
function lead(files: Readonly<Record<string, string>>, from: string, body: string, head = 'title: 글'): string {
  const { site, post } = blog({ ...files, [from]: front(head, `${body}\n`) });
  const { links } = factsOf(post(from), site);
  assert.equal(links.length, 1, JSON.stringify(links));
  return told(destinationOf(links[0]!, site.index.of(from)!, site));
}

const at = (site: Site, from: string, target: string, place: LinkFact['place'] = 'markdown'): string =>
  told(destinationOf({ target, place, isImage: false }, site.index.of(from)!, site));

describe('links of Hugo', () => {
  const FILES = {
    ...HUGO,
    'content/post/a.md': front('title: 가', '## 첫 제목\n'), 'content/post/b/index.md': front('title: 나'), 'content/post/b/photo.png': '', 'content/post/beside.png': '',
    'content/post/Hello World.md': front('title: 안녕\naliases: [/old/hello/, near]\ntags: [C++, 한글 태그]'),
    'content/post/draft.md': front('title: 초안\ndraft: true\ntags: [초안뿐]'), 'content/about.md': front('title: 소개\nurl: /me/'),
    'content/notes/a.md': front('title: 다른 가'),
    'static/images/map.png': '', 'static/한글 이름.pdf': '', 'static/post/a/seen.png': '',
  };
  const LEADS: readonly (readonly [string, string, string])[] = [
    ['content/post/b/index.md', 'photo.png', 'file content/post/b/photo.png'],
    ['content/post/b/index.md', './photo.png?v=2', 'file content/post/b/photo.png'],
    ['content/post/b/index.md', 'Photo.PNG', 'case /post/b/photo.png'],
    ['content/post/a.md', '/post/b/photo.png', 'file content/post/b/photo.png'],
    ['content/post/a.md', 'beside.png', 'absent /post/beside.png'],
    ['content/post/a.md', '../beside.png', 'file content/post/beside.png'],
    ['content/post/a.md', 'seen.png', 'file static/post/a/seen.png'],
    ['content/post/a.md', '/images/map.png', 'file static/images/map.png'],
    ['content/post/a.md', '/images/mpa.png', 'absent /images/map.png'],
    ['content/post/a.md', '/%ED%95%9C%EA%B8%80%20%EC%9D%B4%EB%A6%84.pdf', 'file static/한글 이름.pdf'],
    ['content/post/a.md', '../b/', 'page content/post/b/index.md'],
    ['content/post/a.md', '/post/hello-world', 'page content/post/Hello World.md'],
    ['content/post/a.md', '/post/hello-world/index.html', 'page content/post/Hello World.md'],
    ['content/post/a.md', '/post/Hello-World/', 'case /post/hello-world/'],
    ['content/post/a.md', 'Hello%20World.md', 'absent /post/hello-world/'],
    ['content/post/a.md', '/post//hello-world/', 'absent /post/hello-world/'],
    ['content/post/a.md', '/old/hello/', 'page content/post/Hello World.md'],
    ['content/post/a.md', '/post/near/', 'page content/post/Hello World.md'],
    ['content/post/a.md', '/me/', 'page content/about.md'],
    ['content/post/a.md', '/about/', 'absent /me/'],
    ['content/post/a.md', '/post/draft/', 'page content/post/draft.md (draft)'],
    ['content/post/a.md', '/tags/c++/', 'made /tags/c++/index.html'],
    ['content/post/a.md', '/tags/한글-태그/index.xml', 'made /tags/한글-태그/index.xml'],
    ['content/post/a.md', '/tags/초안뿐/', 'absent'],
    ['content/post/a.md', '/sitemap.xml', 'made /sitemap.xml'],
    ['content/post/a.md', '/', 'made /index.html'],
    ['content/post/a.md', 'gone.md', 'absent'],
    ['content/post/a.md', '/somewhere/else/', 'absent'],
    ['content/post/a.md', '#가-나', 'anchor 가-나'],
    ['content/post/a.md', 'https://example.com/x.png', 'external'],
    ['content/post/a.md', '//example.com/x.png', 'external'],
    ['content/post/a.md', 'https://blog.example.com/post/b/', 'page content/post/b/index.md'],
    ['content/post/a.md', 'https://', 'absent'],
    ['content/post/a.md', 'mailto:a@b.c', 'external'],
    ['content/post/a.md', '../../../../etc/passwd.pdf', 'absent'],
    ['content/post/a.md', '../../../../images/map.png', 'file static/images/map.png'],
    ['content/post/a.md', '{{< ref "Hello World.md" >}}', 'page content/post/Hello World.md'],
    ['content/post/a.md', '{{% relref "hello-world" %}}', 'page content/post/Hello World.md'],
    ['content/post/a.md', '{{< relref path="b/index.md" >}}', 'page content/post/b/index.md'],
    ['content/post/b/index.md', '{{< ref "a#첫-제목" >}}', 'page content/post/a.md#첫-제목'],
    ['content/about.md', '{{< ref "/notes/a" >}}', 'page content/notes/a.md'],
    ['content/about.md', '{{< ref "a" >}}', 'build'],
    ['content/post/a.md', '{{< ref "/tags/c++" >}}', 'made /tags/c++/index.html'],
    ['content/post/a.md', '{{< ref "draft.md" >}}', 'page content/post/draft.md (draft)'],
    ['content/post/a.md', '{{< ref "photo.png" >}}', 'build'],
    ['content/post/a.md', '{{< ref "#첫-제목" >}}', 'anchor 첫-제목'],
    ['content/post/a.md', '/{{< param base >}}/x', 'unknown'],
  ];
  const { site } = blog(FILES);
  for (const [from, target, wanted] of LEADS) it(`${target} in ${from}: ${wanted}`, () => assert.equal(at(site, from, target), wanted));

  it('are found in shortcodes, in code as well, and not in those that are only shown', () => {
    const image = { ...HUGO, 'static/a.png': '', 'content/post/there.md': front('title: 곳') };
    assert.equal(lead(image, 'content/post/x.md', '{{< figure src="/a.png" >}}'), 'file static/a.png');
    assert.equal(lead(image, 'content/post/x.md', '```\n{{< ref "there.md" >}}\n```'), 'page content/post/there.md');
    const { site, post } = blog({ ...HUGO, 'content/post/x.md': front('title: 글', '`{{</* ref "none" */>}}`\n') });
    assert.deepEqual(factsOf(post('content/post/x.md'), site).links, []);
  });

  it('of a figure lead to a file of the bundle, wherever its page is', () => {
    const files = { ...HUGO, 'content/post/b/pic.png': '' };
    assert.equal(lead(files, 'content/post/b/index.md', '{{< figure src="pic.png" >}}', 'title: 글\nslug: other'), 'file content/post/b/pic.png');
  });

  it('in raw HTML count only where it is kept', () => {
    const body = '<img src="/none.png" srcset="/a.png 1x, /none2.png 2x"> <video src="/none.mp4" poster="/none3.png"></video>\n';
    const dropped = blog({ ...HUGO, 'content/post/x.md': front('title: 글', body) });
    assert.deepEqual(factsOf(dropped.post('content/post/x.md'), dropped.site).links, []);
    const config = { 'hugo.toml': 'baseURL = "https://blog.example.com/"\n[markup.goldmark.renderer]\nunsafe = true\n', 'static/a.png': '' };
    const kept = blog({ ...config, 'content/post/x.md': front('title: 글', body) });
    const page = factsOf(kept.post('content/post/x.md'), kept.site);
    assert.deepEqual(page.links.map(link => told(destinationOf(link, page, kept.site))), ['absent', 'file static/a.png', 'absent', 'absent', 'absent']);
  });

  it('are looked up by Hugo itself where a site has several languages', () => {
    const files = { 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]\n', 'content/post/a.md': front('title: 가'), 'content/post/b.md': front('title: 나'), 'content/post/b.en.md': front('title: B') };
    const { site } = blog(files);
    assert.equal(at(site, 'content/post/a.md', 'b.md'), 'page content/post/b.md');
    assert.equal(at(site, 'content/post/a.md', '/en/post/b/'), 'page content/post/b.en.md');
  });

  it('are left alone where the theme has hooks for them', () => {
    const { site } = blog({ ...HUGO, 'layouts/_default/_markup/render-link.html': '', 'content/post/a.md': front('title: 가') });
    assert.equal(at(site, 'content/post/a.md', 'anything.md'), 'unknown');
  });

  it('say nothing of files when a theme is not here', () => {
    const { site } = blog({ 'hugo.toml': 'theme = "elsewhere"', 'content/post/a.md': '' });
    assert.equal(at(site, 'content/post/a.md', '/images/none.png'), 'unknown');
  });

  it('say nothing is missing until the whole blog is read', () => {
    const { site } = blog({ ...HUGO, 'content/post/a.md': front('title: 가') });
    site.index.isComplete = false;
    assert.equal(at(site, 'content/post/a.md', '/post/none/'), 'unknown');
  });
});

describe('links below a base path', () => {
  it('leave the site without it', () => {
    const { site } = blog({ 'hugo.toml': 'baseURL = "https://me.example.com/blog/"', 'content/post/a.md': front('title: 가'), 'content/post/b.md': front('title: 나') });
    assert.equal(at(site, 'content/post/a.md', '/blog/post/b/'), 'page content/post/b.md');
    assert.equal(at(site, 'content/post/a.md', '/post/b/'), 'base /blog/post/b/');
    assert.equal(at(site, 'content/post/a.md', '../b/'), 'page content/post/b.md');
  });
});

describe('a browser', () => {
  const JOINED: readonly (readonly [string, string, string])[] = [
    ['x', '/a/b/', '/a/b/x'], ['x', '/a/b', '/a/x'], ['../x', '/a/b/', '/a/x'], ['../../../x', '/a/b/', '/x'], ['./', '/a/b/', '/a/b/'], ['..', '/a/b/', '/a/'], ['.', '/a/b', '/a/'],
    ['/x/../y', '/a/', '/y'], ['/x//y/', '/a/', '/x//y/'], ['..', '/', '/'],
  ];
  for (const [path, here, wanted] of JOINED) it(`makes ${wanted} of ${path} on ${here}`, () => assert.equal(absolute(path, here), wanted));
});

describe('addresses', () => {
  it('follow a page that changes without a look at the others', () => {
    const { site, post } = blog({ ...HUGO, 'content/post/a.md': front('title: 가'), 'content/post/b.md': front('title: 나') });
    const before = addressesOf(site);
    assert.equal(told(destinationOf({ target: '/post/b/', place: 'markdown', isImage: false }, post('content/post/a.md'), site)), 'page content/post/b.md');
    site.index.set(factsOf(parsePost('content/post/b.md', front('title: 나\nslug: moved'), site), site));
    assert.equal(addressesOf(site), before, 'the same book, brought up to date');
    assert.equal(at(site, 'content/post/a.md', '/post/b/'), 'absent /post/moved/');
    assert.equal(at(site, 'content/post/a.md', '/post/moved/'), 'page content/post/b.md');
    site.index.delete('content/post/b.md');
    assert.equal(at(site, 'content/post/a.md', '/post/moved/'), 'absent');
  });

  it('are all made anew when a list changes what its pages are', () => {
    const { site } = blog({ ...HUGO, 'content/post/_index.md': front('title: 글'), 'content/post/a.md': front('title: 가'), 'content/post/b.md': front('title: 나') });
    assert.equal(at(site, 'content/post/a.md', '/post/b/'), 'page content/post/b.md');
    site.index.set(factsOf(parsePost('content/post/_index.md', front('title: 글\ncascade: {draft: true}'), site), site));
    assert.equal(at(site, 'content/post/a.md', '/post/b/'), 'page content/post/b.md (draft)');
  });

  it('of two pages collide, and both are told', () => {
    const { site, posts } = blog({ ...JEKYLL, '_posts/2026-11-01-a.md': front('title: 가\npermalink: /same/'), '_posts/2026-11-02-b.md': front('title: 나\npermalink: /same/') });
    assert.deepEqual(posts.map(post => lintFacts(factsOf(post, site), site).filter(({ rule }) => rule === 'permalink-collision').length), [1, 1]);
  });
});

describe('the host of a site whose configuration does not say', () => {
  const post = (body: string): string => front('title: 글', body);
  const files = {
    '_config.yml': 'title: 글\n', '_posts/2026-01-02-a.md': post(''), '_posts/2026-01-03-b.md': post(''), '_posts/2026-01-04-c.md': post(''),
  };
  const full = (path: string): string => `[글](https://Me.example.com${path})\n`;

  it('is the one under which its posts link to several of its pages', () => {
    const { site } = blog({ ...files, '_posts/2026-02-01-d.md': post(full('/2026/01/02/a.html') + full('/2026/01/03/b.html') + full('/2026/01/04/c.html')) });
    assert.equal(at(site, '_posts/2026-02-01-d.md', 'https://me.example.com/2026/01/02/none.html'), 'absent');
    assert.equal(at(site, '_posts/2026-02-01-d.md', 'https://me.example.com/2026/01/02/a.html'), 'page _posts/2026-01-02-a.md');
  });

  it('is not guessed from fewer, or from paths that anyone may have', () => {
    const { site } = blog({ ...files, 'about.md': post(''), '_posts/2026-02-01-d.md': post(full('/2026/01/02/a.html') + full('/2026/01/03/b.html') + full('/about.html') + full('/index.html')) });
    assert.equal(at(site, '_posts/2026-02-01-d.md', 'https://me.example.com/2026/01/02/a.html'), 'external');
  });
});

describe('addresses that the host of a site answers', () => {
  const files = { ...HUGO, 'content/post/a.md': front('title: 가') };
  const asked = (more: Readonly<Record<string, string>>, target: string): string => at(blog({ ...files, ...more }).site, 'content/post/a.md', target);

  it('are not called missing', () => {
    const netlify = { 'netlify.toml': '[[redirects]]\nfrom = "/old/*"\nto = "/post/:splat"\n' };
    assert.equal(asked(netlify, '/old/thing/'), 'unknown');
    assert.equal(asked(netlify, '/older/'), 'absent');
    assert.equal(asked({ 'static/_redirects': '# 예전 주소\n/talk  https://example.com 302\n' }, '/talk'), 'unknown');
    assert.equal(asked({ 'vercel.json': '{"rewrites": [{"source": "/api/:name", "destination": "/x"}]}' }, '/api/list'), 'unknown');
  });

  it('are not all that there are, where one rule takes everything, or the file is broken', () => {
    assert.equal(asked({ 'static/_redirects': '/* /404.html 404\n' }, '/none/'), 'absent');
    assert.equal(asked({ 'netlify.toml': '[[redirects' }, '/none/'), 'absent');
  });

  it('may be pages that a content adapter makes', () => {
    assert.equal(asked({ 'content/books/_content.gotmpl': '' }, '/books/any/'), 'unknown');
    assert.equal(asked({ 'content/books/_content.gotmpl': '' }, '/booksellers/'), 'absent');
  });
});

describe('a theme that is not in the folder', () => {
  const files = { 'hugo.toml': 'theme = "elsewhere"\n', 'content/post/a.md': front('title: 가'), 'content/post/b.md': front('title: 나'), 'content/post/beside.png': '' };

  it('may have hooks that look up what the writer sees', () => {
    const { site } = blog(files);
    assert.equal(at(site, 'content/post/a.md', 'b.md'), 'unknown');
    assert.equal(at(site, 'content/post/a.md', 'beside.png'), 'unknown');
    assert.equal(at(site, 'content/post/a.md', 'none.md'), 'absent');
    assert.equal(at(site, 'content/post/a.md', 'beside.png', 'html'), 'absent /post/beside.png');
  });
});
