// What of a post is drawn by scripts of its site.
import assert from 'node:assert/strict';
import { drawingsOf } from '../../src/core/drawing';
import { blog, HUGO, JEKYLL } from '../blog';

const told = (files: Readonly<Record<string, string>>, at: string): string => {
  const { site, post } = blog(files);
  const { formulas, hasDiagrams } = drawingsOf(post(at), site);
  return [...formulas.map(({ left, right, isDisplay }) => `${left}…${right}${isDisplay ? '!' : ''}`), ...(hasDiagrams ? ['diagrams'] : [])].join(' ');
};

const USUAL = '$$…$$! \\[…\\]! \\(…\\)';

describe('what is drawn', () => {
  const hugo = (more: Readonly<Record<string, string>>, head = ''): string => told({ ...HUGO, ...more, 'content/post/a.md': head }, 'content/post/a.md');

  it('is nothing where the site says nothing', () => {
    assert.equal(hugo({}), '');
    assert.equal(told({ 'a.md': '$$x$$' }, 'a.md'), '');
  });

  it('is told by the head of the post', () => {
    assert.equal(hugo({}, '---\nmath: true\nmermaid: true\n---\n'), `${USUAL} diagrams`);
    assert.equal(hugo({ 'layouts/partials/head.html': 'katex' }, '---\nmath: false\n---\n'), '');
  });

  it('is told by the configuration', () => {
    assert.equal(hugo({ 'hugo.toml': '[params.math]\nenable = true\n' }), USUAL);
    assert.equal(hugo({ 'hugo.toml': '[params.math]\nenable = false\n[params]\nmermaid = true\n' }), 'diagrams');
  });

  it('is told by templates, and for posts that ask where these look at the post', () => {
    assert.equal(hugo({ 'layouts/partials/head.html': '<script src="katex.js"></script> {left: "$", right: "$"}' }), `${USUAL} $…$`);
    const asked = { 'layouts/partials/head.html': '{{ if .Params.math }}<script src="mathjax.js"></script>{{ end }}' };
    assert.equal(hugo(asked), '');
    assert.equal(hugo(asked, '---\nmath: true\n---\n'), USUAL);
    assert.equal(hugo({ 'layouts/_default/_markup/render-codeblock-mermaid.html': '<pre class="m"></pre>' }), 'diagrams');
  });

  it('has the delimiters that Goldmark lets pass', () => {
    assert.equal(hugo({ 'hugo.toml': "[markup.goldmark.extensions.passthrough]\nenable = true\n[markup.goldmark.extensions.passthrough.delimiters]\nblock = [['\\[', '\\]']]\ninline = [['$', '$']]\n" }), '\\[…\\]! $…$');
  });

  it('has those that kramdown writes, where it leaves formulas to a script', () => {
    assert.equal(told({ ...JEKYLL, '_posts/2026-01-01-a.md': '' }, '_posts/2026-01-01-a.md'), '\\[…\\]! \\(…\\)');
    assert.equal(told({ ...JEKYLL, '_config.yml': 'kramdown:\n  math_engine: null\n', '_posts/2026-01-01-a.md': '' }, '_posts/2026-01-01-a.md'), '');
    assert.equal(told({ ...JEKYLL, '_layouts/post.html': "inlineMath: [['$', '$']] MathJax", '_posts/2026-01-01-a.md': '' }, '_posts/2026-01-01-a.md'), `${USUAL} $…$`);
  });

  it('is told by Hexo’s plugins', () => {
    const files = { '_config.yml': '', 'source/_posts/a.md': '---\ntitle: a\n---\n', 'package.json': '{"dependencies":{"hexo":"7.0.0","hexo-filter-mathjax":"1","hexo-filter-mermaid-diagrams":"1"}}' };
    assert.equal(told(files, 'source/_posts/a.md'), `${USUAL} $…$ diagrams`);
  });
});
