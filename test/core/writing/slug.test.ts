import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/facts';
import { applyEdits } from '../../../src/core/span';
import type { Told } from '../../../src/core/writing/reshape';
import { changeSlug, slugOf } from '../../../src/core/writing/slug';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Readonly<Record<string, string>>;

function done(path: string, slug: string, files: Files): Told {
  const { site, post } = blog(files);
  const made = changeSlug(post(path), slug, site);
  assert.ok(!('refusal' in made), 'refusal' in made ? made.refusal : '');
  assert.equal(made.post.text, applyEdits(files[path]!, made.edits));
  return made;
}

const moves = (made: Told): readonly string[] => made.moves.map(({ from, to }) => `${from} > ${to}`);
const after = (path: string, slug: string, files: Files): readonly [string, readonly string[], string] => { const made = done(path, slug, files); return [made.post.text, moves(made), made.message]; };

function linked(made: Told, path: string, files: Files): string {
  const { site, post } = blog(files);
  return applyEdits(files[path]!, made.links.editsIn(factsOf(post(path), site)));
}

function known(path: string, files: Files) {
  const { site, post } = blog(files);
  const found = slugOf(post(path), site);
  return 'refusal' in found ? found.refusal : found;
}

const answer = (path: string, slug: string, files: Files): unknown => { const found = known(path, files); assert.ok(typeof found === 'object'); return found.ask(slug); };
const refused = (path: string, slug: string, files: Files): string => { const told = answer(path, slug, files) as { kind: string; why: string }; assert.equal(told.kind, 'refused'); return told.why; };

const head = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n글\n`;
const DATE = 'date: 2026-01-01';
const X = 'content/post/x.md';
const hugo = (text: string, others: Files = {}): Files => ({ ...HUGO, [X]: text, ...others });

describe('another slug in Hugo', () => {
  it('is written where the post has one, with an alias for the old address', () => {
    assert.deepEqual(after(X, '새-글', hugo(head('title: 가', DATE, 'slug: "old" # 주소', 'tags: [a]'))), [
      head('title: 가', DATE, 'slug: "새-글" # 주소\naliases: [/post/old/]', 'tags: [a]'), [], 'The address of "가" is /post/새-글/ now, and /post/old/ leads there.',
    ]);
    assert.equal(done(X, 'new', hugo('+++\ntitle = "가"\nslug = "old"\ndate = 2026-01-01\n+++\n')).post.text, '+++\ntitle = "가"\nslug = "new"\naliases = ["/post/old/"]\ndate = 2026-01-01\n+++\n');
    assert.equal(done(X, 'new', hugo('{"title": "가", "slug": "old", "date": "2026-01-01"}\n')).post.text, '{"title": "가", "slug": "new", "aliases": ["/post/old/"], "date": "2026-01-01"}\n');
  });

  it('is the name of the file where the address comes from it, and never both', () => {
    assert.deepEqual(after(X, 'new', hugo(head('title: 가', DATE))), [head('title: 가', 'aliases: [/post/x/]', DATE), [`${X} > content/post/new.md`], 'The address of "가" is /post/new/ now, and /post/x/ leads there.']);
    const bundle = { ...HUGO, 'content/post/x/index.md': head('title: 가', DATE), 'content/post/x/a.png': '' };
    assert.deepEqual(moves(done('content/post/x/index.md', 'new', bundle)), ['content/post/x > content/post/new']);
  });

  it('goes the way of the other posts', () => {
    const slugs = { 'content/post/a.md': head('title: 나', DATE, 'slug: a'), 'content/post/b.md': head('title: 다', DATE, 'slug: b') };
    assert.deepEqual(after(X, 'new', hugo(head('title: 가', DATE), slugs)).slice(0, 2), [head('title: 가', 'slug: new', 'aliases: [/post/x/]', DATE), []]);
    const urls = { 'content/post/a.md': head('title: 나', DATE, 'url: /a.html'), 'content/post/b.md': head('title: 다', DATE, 'url: /b.html') };
    assert.deepEqual(after(X, 'new', hugo(head('title: 가', DATE), urls)).slice(0, 2), [head('title: 가', 'url: /post/new/', 'aliases: [/post/x/]', DATE), []]);
  });

  it('is the last name of a url of the post’s own', () => {
    assert.equal(done(X, 'new', hugo(head('title: 가', DATE, 'url: /글/old.html'))).post.text, head('title: 가', DATE, 'url: /글/new.html', 'aliases: [/글/old.html]'));
    assert.equal(done(X, 'new', hugo(head('title: 가', DATE, "url: '/글/old/'"))).post.text, head('title: 가', DATE, "url: '/글/new/'", 'aliases: [/글/old/]'));
  });

  it('is a field where the pattern of addresses asks for the slug or the title', () => {
    const dated = { 'hugo.toml': '[permalinks]\npost = "/:year/:slug/"\n' };
    assert.deepEqual(after(X, 'new', { [X]: head('title: 첫 글', DATE), ...dated }).slice(0, 2), [head('title: 첫 글', 'slug: new', 'aliases: [/2026/첫-글/]', DATE), []]);
    const found = known(X, { [X]: head('title: 첫 글', DATE), ...dated });
    assert.equal(typeof found === 'object' && found.slug, '첫-글');
    // the slug counts for nothing where the pattern asks for the name of the file
    assert.deepEqual(moves(done(X, 'new', { [X]: head('title: 가', DATE, 'slug: s'), 'hugo.toml': '[permalinks]\npost = "/:filename/"\n' })), [`${X} > content/post/new.md`]);
  });

  it('is redirected by a file where the old address is a folder that has the name of one', () => {
    const made = done(X, 'new', { [X]: head('title: 가', DATE), 'hugo.toml': '[permalinks]\npost = "/:year/:filename.html"\n' });
    assert.deepEqual([made.post.text, made.message], [head('title: 가', 'aliases: [/2026/x.html/index.html]', DATE), 'The address of "가" is /2026/new.html/ now, and /2026/x.html/ leads there.']);
  });

  it('leaves a day in the name that is the post’s date', () => {
    const named = { 'hugo.toml': '[frontmatter]\ndate = [":filename", "date"]\n', 'content/post/2026-01-01-x.md': head('title: 가') };
    assert.deepEqual(moves(done('content/post/2026-01-01-x.md', 'new', named)), ['content/post/2026-01-01-x.md > content/post/2026-01-01-new.md']);
  });

  it('does not part translations, which find each other by name', () => {
    const two = { 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]\n', 'content/post/x.md': head('title: 가', DATE), 'content/post/x.en.md': head('title: A', DATE) };
    assert.deepEqual(after('content/post/x.en.md', 'new', two).slice(0, 2), [head('title: A', 'slug: new', 'aliases: [/en/post/x/]', DATE), []]);
  });

  it('takes links along in every form, and leaves the aliases of others', () => {
    const body = (name: string, slug: string): string => `${head('title: 나', DATE, 'aliases: [/옛글/]')}[하나](/post/${slug}/#끝) [둘](../${slug}/) [셋]({{< ref "${name}.md" >}}) [넷](https://blog.example.com/post/${slug}/?a=1) [밖](https://example.org/post/${slug}/)\n`;
    const bySlug = { ...hugo(head('title: 가', DATE, 'slug: old')), 'content/post/b.md': body('x', 'old').replace('example.org/post/old', 'example.org/post/old') };
    assert.equal(linked(done(X, 'new', bySlug), 'content/post/b.md', bySlug), body('x', 'new').replace('example.org/post/new', 'example.org/post/old'));
    const byName = { ...hugo(head('title: 가', DATE)), 'content/post/b.md': body('x', 'x') };
    assert.equal(linked(done(X, 'new', byName), 'content/post/b.md', byName), body('new', 'new').replace('example.org/post/new', 'example.org/post/x'));
  });

  it('keeps no address that readers never saw', () => {
    assert.deepEqual(after(X, 'new', hugo(head('title: 가', DATE, 'draft: true', 'slug: old'))), [head('title: 가', DATE, 'draft: true', 'slug: new'), [], 'The address of "가" is /post/new/ now.']);
    assert.deepEqual((answer(X, 'new', hugo(head('title: 가', 'date: 2027-01-01'))) as { old: string }).old, 'unseen');
  });

  it('adds the old address to a list as it is written, never twice, and takes the own new one out', () => {
    assert.equal(done(X, 'c', hugo(head('slug: b', DATE, 'aliases:', '  - "/post/a/" # 처음'))).post.text, head('slug: c', DATE, 'aliases:', '  - "/post/a/" # 처음', '  - "/post/b/"'));
    assert.equal(done(X, 'a', hugo(head('slug: b', DATE, 'aliases:', '  - "/post/a/" # 처음'))).post.text, head('slug: a', DATE, 'aliases:', '  - "/post/b/" # 처음'));
    assert.equal(done(X, 'a', hugo(head('slug: b', DATE, 'aliases: [b, /post/b, ../post/a/]'))).post.text, head('slug: a', DATE, 'aliases: [b, /post/b]'));
    const block = { 'content/post/a.md': head('title: 나', DATE, 'aliases:', '- /옛글/') };
    assert.equal(done(X, 'new', hugo(head('slug: old', DATE), block)).post.text, head('slug: new', 'aliases:\n  - /post/old/', DATE));
  });

  it('says that the old address is lost where the site makes no aliases', () => {
    const none = { [X]: head('slug: old', DATE), 'hugo.toml': 'disableAliases = true\n' };
    assert.deepEqual(after(X, 'new', none), [head('slug: new', DATE), [], 'The address of "x.md" is /post/new/ now. Links to /post/old/ from elsewhere lead nowhere.']);
  });

  it('tells while it is typed what cannot be, and what the engine makes of it', () => {
    const files = hugo(head('title: 가', DATE), { 'content/post/b.md': head('title: 나', DATE, 'slug: taken', 'aliases: [/post/once/]'), 'content/post/c.md': '', 'static/post/file/index.html': '' });
    assert.deepEqual(answer(X, ' New ', files), { kind: 'new', address: '/post/new/', old: 'kept' });
    assert.deepEqual(answer(X, '글'.normalize('NFD'), files), { kind: 'new', address: '/post/글/', old: 'kept' });
    assert.deepEqual(answer(X, 'x', files), { kind: 'same' });
    assert.equal(refused(X, ' ', files), 'A slug is needed.');
    for (const slug of ['a b', 'a/b', '../a', 'a#b', 'a?b', '"a"', 'a%20b']) assert.match(refused(X, slug, files), /letters, digits/);
    for (const slug of ['.a', 'a.', 'a.md']) assert.match(refused(X, slug, files), /dot/);
    assert.equal(refused(X, 'taken', files), '"/post/taken/" is the address of "나" already.');
    assert.equal(refused(X, 'once', files), '"/post/once/" is the address of "나" already.');
    assert.equal(refused(X, 'file', files), '"/post/file/" is the address of "static/post/file/index.html" already.');
    assert.equal(refused(X, 'c', files), '"/post/c/" is the address of "content/post/c.md" already.');
    assert.equal(refused(X, 'd', { ...files, 'content/post/D.txt': '', 'content/post/d.md': head('title: 라', DATE, 'url: /라/') }), '"content/post/d.md" is already there.');
    assert.equal(refused(X, 'e', { ...files, 'content/post/e/index.md': head('title: 마', DATE, 'url: /마/') }), '"content/post/e/index.md" is already there.');
    assert.equal(refused(X, 'e', { ...files, 'content/post/E/index.md': head('title: 마', DATE, 'url: /마/') }), '"content/post/E/index.md" is already there.');
  });

  it('is not to be had for a list, a text without a head, or where nothing builds', () => {
    assert.equal(known('content/post/_index.md', HUGO), 'The front matter of this post cannot be read.');
    assert.equal(known('content/post/_index.md', { ...HUGO, 'content/post/_index.md': head('title: 글') }), 'The address of this post has no part that is its own.');
    assert.equal(known('글.md', { '글.md': head('title: 글') }), 'Nothing builds this blog, so its posts have no addresses of their own.');
    assert.equal(known('README.md', HUGO), 'This file is no post of a blog.');
  });
});

const P = '_posts/2026-01-01-x.md';
const REDIRECTS = { ...JEKYLL, '_config.yml': 'url: https://blog.example.com\nbaseurl: /blog\nplugins: [jekyll-redirect-from]\n' };

describe('another slug in Jekyll', () => {
  it('is the name of the file behind its day, and redirected where the plugin is there', () => {
    const files = { ...REDIRECTS, [P]: head('title: 가'), '_posts/2026-01-02-b.md': `${head('title: 나')}[가]({% post_url 2026-01-01-x %}) [가](/blog/2026/01/01/x.html)\n` };
    const made = done(P, '새글', files);
    assert.deepEqual([made.post.text, moves(made)], [head('title: 가', 'redirect_from: [/2026/01/01/x.html]'), [`${P} > _posts/2026-01-01-새글.md`]]);
    assert.equal(linked(made, '_posts/2026-01-02-b.md', files), files['_posts/2026-01-02-b.md'].replaceAll(/01-x|\/x\./g, found => found.replace('x', '새글')));
    assert.equal(made.message, 'The address of "가" is /blog/2026/01/01/새글.html now, and /blog/2026/01/01/x.html leads there.');
  });

  it('takes along what the build would stop at, and addresses that filters write', () => {
    const body = (name: string): string => `${head('title: 나')}[둘]({{ site.baseurl }}{% post_url 2026-01-01-${name} %}) [셋]({{ site.url }}{% link _posts/2026-01-01-${name}.md %}#끝) [넷]({{ "/2026/01/01/${name}.html" | absolute_url }}) [다섯]({{ '/2026/01/01/${name}.html#끝' | relative_url }})\n`;
    const files = { ...REDIRECTS, [P]: head('title: 가'), '_posts/2026-01-02-b.md': body('x') };
    assert.equal(linked(done(P, 'new', files), '_posts/2026-01-02-b.md', files), body('new'));
  });

  it('is lost without the plugin, and says so', () => {
    assert.deepEqual(after(P, 'new', { ...JEKYLL, [P]: head('title: 가') }), [head('title: 가'), [`${P} > _posts/2026-01-01-new.md`], 'The address of "가" is /2026/01/01/new.html now. Links to /2026/01/01/x.html from elsewhere lead nowhere.']);
  });

  it('is written where the post has one, or a permalink', () => {
    assert.deepEqual(after(P, 'new', { ...REDIRECTS, [P]: head('title: 가', 'slug: old') }).slice(0, 2), [head('title: 가', 'slug: new', 'redirect_from: [/2026/01/01/old.html]'), []]);
    assert.deepEqual(after(P, 'new', { ...REDIRECTS, [P]: head('title: 가', 'permalink: /글/old/', 'redirect_from: /처음/') }).slice(0, 2), [head('title: 가', 'permalink: /글/new/', 'redirect_from: [/처음/, /글/old/]'), []]);
    assert.deepEqual(moves(done(P, 'new', { ...REDIRECTS, [P]: head('title: 가', 'permalink: /글/:title/') })), [`${P} > _posts/2026-01-01-new.md`]);
  });

  it('leaves the title of a post that has none but its name', () => {
    assert.deepEqual(after(P, 'new', { ...JEKYLL, [P]: head('layout: post') }).slice(0, 2), [head('layout: post', 'slug: new'), []]);
  });

  it('is the name of a draft, which has no day', () => {
    assert.deepEqual(after('_drafts/x.md', 'new', { ...REDIRECTS, '_drafts/x.md': head('title: 가', 'date: 2026-01-01') }).slice(0, 2), [head('title: 가', 'date: 2026-01-01'), ['_drafts/x.md > _drafts/new.md']]);
  });
});

const H = 'source/_posts/x.md';
const HEXO = { '_config.yml': 'new_post_name: :title.md\n', 'source/_posts/.keep': '', 'package.json': '{"dependencies":{"hexo":"7.3.0"}}' };
const ALIASES = { ...HEXO, 'package.json': '{"dependencies":{"hexo":"7.3.0","hexo-generator-alias":"1.0.0"}}' };

describe('another slug in Hexo', () => {
  it('is the name of the file, its folder of files with it', () => {
    const files = { ...HEXO, '_config.yml': 'new_post_name: :year-:title.md\npost_asset_folder: true\n', 'source/_posts/2026-x.md': head('title: 가', DATE), 'source/_posts/2026-x/a.png': '' };
    const made = done('source/_posts/2026-x.md', 'new', files);
    assert.deepEqual([moves(made), made.message], [['source/_posts/2026-x.md > source/_posts/2026-new.md', 'source/_posts/2026-x > source/_posts/2026-new'], 'The address of "가" is /2026/01/01/new/ now. Links to /2026/01/01/x/ from elsewhere lead nowhere.']);
  });

  it('is redirected where hexo-generator-alias is there', () => {
    assert.deepEqual(after(H, 'new', { ...ALIASES, [H]: head('title: 가', DATE) }), [head('title: 가', 'alias: [2026/01/01/x/]', DATE), [`${H} > source/_posts/new.md`], 'The address of "가" is /2026/01/01/new/ now, and /2026/01/01/x/ leads there.']);
    assert.equal(done(H, 'new', { ...ALIASES, [H]: head('title: 가', DATE, 'aliases: a/index.html') }).post.text, head('title: 가', DATE, 'aliases: [a/index.html, 2026/01/01/x/]'));
  });

  it('is a field that the pattern of addresses asks for, or the post’s own permalink', () => {
    const files = { ...HEXO, '_config.yml': 'permalink: posts/:abbrlink/\n', [H]: head('title: 가', DATE, 'abbrlink: a1') };
    assert.deepEqual(after(H, 'b2', files).slice(0, 2), [head('title: 가', DATE, 'abbrlink: b2'), []]);
    assert.deepEqual(after(H, 'new', { ...HEXO, [H]: head('title: 가', DATE, 'permalink: 글/old.html') }).slice(0, 2), [head('title: 가', DATE, 'permalink: 글/new.html'), []]);
    assert.deepEqual(after(H, 'new', { ...HEXO, '_config.yml': 'permalink: :year/:post_title/\n', [H]: head('title: Old one', DATE) }).slice(0, 2), [head('title: Old one', 'permalink: 2026/new/', DATE), []]);
  });
});
