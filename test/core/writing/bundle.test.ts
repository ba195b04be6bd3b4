import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/facts';
import { lint } from '../../../src/core/lint';
import { applyEdits } from '../../../src/core/span';
import { bundling, moveToBundle } from '../../../src/core/writing/bundle';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Readonly<Record<string, string>>;

const head = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n`;
const HEAD = head('title: 가', 'date: 2026-01-01');
const X = 'content/post/x.md';

/** The files as they are afterwards. */
function done(path: string, files: Files, takesPictures = true): { readonly files: Files; readonly message: string } {
  const { site, post, posts } = blog(files);
  const made = moveToBundle(post(path), takesPictures, site);
  assert.ok(!('refusal' in made), 'refusal' in made ? made.refusal : '');
  const now = new Map(Object.entries(files));
  for (const page of posts) now.set(page.path, applyEdits(page.text, [...made.links.editsIn(factsOf(page, site)), ...(page.path === path ? made.edits : [])]));
  for (const { from, to } of made.moves) {
    now.set(to, now.get(from)!);
    now.delete(from);
  }
  const after = Object.fromEntries(now);
  // nothing that was right is wrong now, and the address is the same
  const later = blog(after);
  for (const page of later.posts) assert.deepEqual(lint(page, later.site).filter(({ rule }) => rule.startsWith('link-')), []);
  assert.equal(later.site.flavor.url(later.post(made.post.path), later.site), site.flavor.url(post(path), site));
  return { files: after, message: made.message };
}

const pictures = (path: string, files: Files): readonly string[] | string => { const { site, post } = blog(files); const found = bundling(post(path), site); return 'refusal' in found ? found.refusal : found.pictures; };
const refused = (path: string, files: Files): string => { const { site, post } = blog(files); const made = moveToBundle(post(path), true, site); assert.ok('refusal' in made); return made.refusal; };

describe('a post that gets a folder', () => {
  it('takes the pictures that are its alone along, and calls them by their names', () => {
    const body = '![하나](/images/2026/a.png "말") <img src="/images/2026/b.png" alt="둘"> ![함께](/images/shared.png) {{< figure src="/images/2026/c.png#center" >}}\n\n[크게](/images/2026/a.png?v=1)\n';
    const files = { ...HUGO, 'hugo.toml': 'baseURL = "https://blog.example.com/"\n[markup.goldmark.renderer]\nunsafe = true\n', [X]: HEAD + body, 'content/post/y.md': `${head('title: 나', 'date: 2026-01-02')}[가]({{< ref "x.md" >}}) [가](/post/x/) ![함께](/images/shared.png)\n`, 'static/images/2026/a.png': 'A', 'static/images/2026/b.png': 'B', 'static/images/2026/c.png': 'C', 'static/images/shared.png': 'S' };
    const made = done(X, files);
    assert.deepEqual(Object.keys(made.files).filter(path => /png$/.test(path)).sort(), ['content/post/x/a.png', 'content/post/x/b.png', 'content/post/x/c.png', 'static/images/shared.png']);
    assert.equal(made.files['content/post/x/index.md'], `${HEAD}![하나](a.png "말") <img src="b.png" alt="둘"> ![함께](/images/shared.png) {{< figure src="c.png#center" >}}\n\n[크게](a.png?v=1)\n`);
    assert.equal(made.files['content/post/y.md'], files['content/post/y.md']);
    assert.equal(made.message, '"가" has a folder with its 3 pictures now: content/post/x');
  });

  it('goes alone where the writer wants it so', () => {
    const files = { ...HUGO, [X]: `${HEAD}![하나](/images/a.png)\n`, 'static/images/a.png': '' };
    const made = done(X, files, false);
    assert.deepEqual([made.files['content/post/x/index.md'], made.files['static/images/a.png'], made.message], [files[X], '', '"가" has a folder of its own now: content/post/x']);
  });

  it('leaves pictures that somebody else names: another post, a head, the configuration, a template of the theme', () => {
    const files = (others: Files, body = '![하나](/images/a.png)'): Files => ({ ...HUGO, 'static/images/a.png': '', [X]: `${HEAD}${body}\n`, ...others });
    assert.deepEqual(pictures(X, files({})), ['static/images/a.png']);
    assert.deepEqual(pictures(X, files({ 'content/post/y.md': `${HEAD}[하나](/images/a.png)\n` })), []);
    assert.deepEqual(pictures(X, files({ 'content/post/y.md': '---\ntitle: 나\ncover:\n  image: images/a.png\n---\n' })), []);
    assert.deepEqual(pictures(X, files({ [X]: `${head('title: 가', 'date: 2026-01-01', 'cover: /images/a.png')}![하나](/images/a.png)\n` })), []);
    assert.deepEqual(pictures(X, files({ 'hugo.toml': 'baseURL = "https://blog.example.com/"\n[params]\nlogo = "images/a.png"\n' })), []);
    assert.deepEqual(pictures(X, files({}, '![a.png](/images/a.png) {{< gallery "images/a.png" >}}')), []);
    assert.deepEqual(pictures(X, files({}, '![a.png](/images/a.png)')), ['static/images/a.png']);
    assert.deepEqual(pictures(X, files({ 'content/post/y.md': `${HEAD}![밖](https://example.org/a.png)\n` })), ['static/images/a.png']);
    assert.deepEqual(pictures(X, files({ 'hugo.toml': 'theme = "t"\n', 'themes/t/static/images/b.png': '', 'themes/t/layouts/_default/single.html': '' }, '![b](/images/b.png)')), []);
  });

  it('takes no two of one name, and none to where a file is', () => {
    const files = { ...HUGO, [X]: `${HEAD}![하나](/images/a.png) ![둘](/more/a.png) ![셋](/images/b.png)\n`, 'static/images/a.png': '1', 'static/more/a.png': '2', 'static/images/b.png': '3', 'content/post/x/B.png': '4' };
    assert.deepEqual(pictures(X, files), ['static/images/a.png']);
    assert.equal(done(X, files).files['static/more/a.png'], '2');
  });

  it('has pictures that lay beside it or in a folder of its name', () => {
    const files = { ...HUGO, [X]: `${HEAD}![하나](../a.png) ![둘](b.png)\n`, 'content/post/a.png': '', 'content/post/x/b.png': '' };
    assert.deepEqual(pictures(X, files), ['content/post/a.png']);
    assert.equal(done(X, files).files['content/post/x/index.md'], `${HEAD}![하나](a.png) ![둘](b.png)\n`);
  });

  it('goes with its translations, and each keeps its language', () => {
    const files = { 'hugo.toml': 'baseURL = "https://blog.example.com/"\ndefaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]\n', 'content/post/x.ko.md': `${HEAD}[영어](/en/post/x/)\n`, 'content/post/x.en.md': head('title: A', 'date: 2026-01-01') };
    assert.deepEqual(Object.keys(done('content/post/x.ko.md', files).files).sort(), ['content/post/x/index.en.md', 'content/post/x/index.ko.md', 'hugo.toml']);
    const folders = { 'hugo.toml': 'baseURL = "https://blog.example.com/"\ndefaultContentLanguage = "ko"\n[languages.ko]\ncontentDir = "content/ko"\n[languages.en]\ncontentDir = "content/en"\n', 'content/ko/post/x.md': HEAD, 'content/en/post/x.md': head('title: A', 'date: 2026-01-01') };
    assert.deepEqual(Object.keys(done('content/ko/post/x.md', folders).files).sort(), ['content/en/post/x/index.md', 'content/ko/post/x/index.md', 'hugo.toml']);
  });

  it('keeps its address and its date whatever makes them', () => {
    for (const config of ['[permalinks]\npost = "/:year/:filename/"\n', '[permalinks]\npost = "/:year/:slug/"\n', '[permalinks]\npost = "/:contentbasename/"\n', '[frontmatter]\ndate = [":filename", "date"]\n', 'uglyURLs = true\n']) {
      const files = { 'hugo.toml': `baseURL = "https://blog.example.com/"\n${config}`, 'content/post/2026-03-05-x.md': `${head('title: 첫 글', 'date: 2026-01-01')}![하나](/images/a.png)\n`, 'static/images/a.png': '' };
      assert.ok(done('content/post/2026-03-05-x.md', files).files['content/post/2026-03-05-x/a.png'] !== undefined);
    }
  });

  it('stays where a page would be lost, its place is taken, or it has a folder', () => {
    const files = { ...HUGO, [X]: HEAD };
    assert.equal(refused(X, { ...files, 'content/post/x/y.md': HEAD }), '"content/post/x/y.md" lies in that folder and would be no page of its own any more.');
    assert.equal(refused(X, { ...files, 'content/post/x': '' }), '"content/post/x" is already there: nothing was changed.');
    assert.equal(refused('content/post/x/index.md', { ...HUGO, 'content/post/x/index.md': HEAD }), 'This post has a folder of its own already.');
    assert.equal(refused('content/post/_index.md', { ...HUGO, 'content/post/_index.md': HEAD }), 'This post has a folder of its own already.');
    assert.equal(refused('_posts/2026-01-01-x.md', { ...JEKYLL, '_posts/2026-01-01-x.md': HEAD }), 'Jekyll gives the posts of this blog no folders of their own.');
  });

  it('is the folder of assets in Hexo, where the blog has such', () => {
    const files = { '_config.yml': 'url: https://blog.example.com\npost_asset_folder: true\n', 'source/_posts/x.md': `${HEAD}![하나](/images/a.png)\n`, 'source/images/a.png': 'A', 'source/_posts/y.md': HEAD };
    const made = done('source/_posts/x.md', files);
    assert.deepEqual([made.files['source/_posts/x.md'], made.files['source/_posts/x/a.png'], made.message], [`${HEAD}![하나](/2026/01/01/x/a.png)\n`, 'A', '"가" has a folder with its picture now: source/_posts/x']);
    assert.equal(refused('source/_posts/y.md', files), 'The files of this post belong in "source/_posts/y", and no picture elsewhere is its alone.');
    assert.equal(refused('source/_posts/x.md', { ...files, '_config.yml': 'url: https://blog.example.com\n' }), 'Hexo gives the posts of this blog no folders of their own.');
  });
});
