// Where builds lie, and which file of one is the page of a post.
import assert from 'node:assert/strict';
import { Files } from '../../../src/core/files';
import { builtPageOf } from '../../../src/core/look/build';
import { blog } from '../../blog';

const folder = (files: Readonly<Record<string, string>>): string | undefined => { const { site } = blog(files); return site.flavor.buildFolder(site.config); };
const page = (files: Readonly<Record<string, string>>, path: string, built: readonly string[]): string | undefined => {
  const { site, post } = blog(files);
  return builtPageOf(post(path), site, { files: new Files(built) });
};

describe('look: builds', () => {
  it('lie where the configuration says, below the site', () => {
    const hugo = (more = ''): Readonly<Record<string, string>> => ({ 'hugo.toml': `baseURL = "https://x.example/"\n${more}`, 'content/a.md': '' });
    const jekyll = (more = ''): Readonly<Record<string, string>> => ({ '_config.yml': `title: a\n${more}`, '_posts/2026-01-01-a.md': '' });
    const hexo = (more = ''): Readonly<Record<string, string>> => ({ '_config.yml': `title: a\n${more}`, 'source/_posts/a.md': '' });
    assert.deepEqual([hugo(), hugo('publishDir = "docs/"'), hugo('publishDir = "../out"'), hugo('publishDir = "."'), hugo('publishDir = "/srv/www"')].map(folder), ['public', 'docs', undefined, undefined, undefined]);
    assert.deepEqual([jekyll(), jekyll('destination: ./build'), jekyll('destination: ../out')].map(folder), ['_site', 'build', undefined]);
    assert.deepEqual([hexo(), hexo('public_dir: dist')].map(folder), ['public', 'dist']);
    assert.equal(folder({ 'a.md': '' }), undefined);
  });

  it('are no part of the source', () => {
    const { site } = blog({ 'hugo.toml': '', 'content/a.md': '', 'public/a/index.html': '', 'public/b.md': '' });
    assert.deepEqual([...site.files].sort(), ['content/a.md', 'hugo.toml']);
  });

  it('have the page where the post’s address is, without the base path', () => {
    const hugo = { 'hugo.toml': 'baseURL = "https://x.example/blog/"\n', 'content/post/글.md': '' };
    assert.equal(page(hugo, 'content/post/글.md', ['post/글/index.html', 'blog/post/글/index.html']), 'post/글/index.html');
    assert.equal(page(hugo, 'content/post/글.md', ['post/글/index.html'.normalize('NFD')]), 'post/글/index.html'.normalize('NFD'));
    assert.equal(page(hugo, 'content/post/글.md', ['post/other/index.html']), undefined);
    assert.equal(page({ ...hugo, 'hugo.toml': 'uglyURLs = true\n' }, 'content/post/글.md', ['post/글.html']), 'post/글.html');
    const jekyll = { '_config.yml': 'permalink: /:title\n', '_posts/2026-01-01-a.md': '' };
    assert.equal(page(jekyll, '_posts/2026-01-01-a.md', ['a.html']), 'a.html');
  });
});
