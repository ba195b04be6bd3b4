// Expected HTML is what kramdown 2.4 with its GFM parser makes under Jekyll's defaults.
import assert from 'node:assert/strict';
import { dense, html, jekyll, parse } from './dialects';

const dialect = jekyll();
const ids = (text: string, options = {}): (string | undefined)[] => parse(jekyll(options), text).headings.map(({ id }) => id);
const same = (cases: Readonly<Record<string, string>>): void => {
  for (const [source, expected] of Object.entries(cases)) it(JSON.stringify(source), () => assert.equal(dense(dialect, source), expected));
};

describe('kramdown', () => {
  describe('heading ids', () => {
    it('come from the text', () => assert.deepEqual(ids('# [링크](u) ![그림](v)\n# `code_x`\n# 1. 개요\n# C++ & 강조\n# "가" -- 나...'), ['링크-', 'code_x', '1-개요', 'c--강조', '가--나']));
    it('are counted, not compared', () => assert.deepEqual(ids('# 같은 제목\n# 같은 제목\n# 같은 제목 1\n# 같은 제목'), ['같은-제목', '같은-제목-1', '같은-제목-1', '같은-제목-2']));
    it('may be given', () => assert.deepEqual(ids('# 가 {#b}\n\n# 나\n{: #c .d}\n\n# 다 {#e .f}'), ['b', 'c', '다-e-f']));

    it('may be given in any script, but begin with a letter', () => assert.deepEqual(ids('# 가 {#설치-1.2}\n\n# 나 {#1장}\n\n# 다 {#𠮷}\n\n# 라\n{: #라}'), ['설치-1.2', '나-1장', '𠮷', '라']));
    it('with a prefix, or none', () => {
      assert.deepEqual(ids('# 가', { auto_id_prefix: 'p-' }), ['p-가']);
      assert.deepEqual(ids('# 가', { auto_ids: false }), [undefined]);
    });
    it('native', () => assert.deepEqual(ids('# 가나\n\n# 다\n\n# 1. First step', { input: 'kramdown' }), ['section', 'section-1', 'first-step']));
    it('nothing left', () => assert.deepEqual(ids('# !!\n# ??'), [undefined, '-1']));
  });
  describe('emphasis knows no flanking', () => same({
    "*'강조'*를": '<p><em>‘강조’</em>를</p>', '**용어(English)**을': '<p><strong>용어(English)</strong>을</p>', '_가_나': '<p>_가_나</p>', '***가***': '<p><strong><em>가</em></strong></p>',
    '*가 *나*': '<p><em>가 *나</em></p>', 'a_{1} b_{2}': '<p>a_{1} b_{2}</p>', '* * *': '<hr />', '**가': '<p>**가</p>',
  }));
  describe('quotes and signs', () => same({
    '"가"나': '<p>“가”나</p>', '가"나"다': '<p>가”나”다</p>', '"**나**"를': '<p>“<strong>나</strong>“를</p>', 'a -- b --- c...': '<p>a – b — c…</p>', '\\"가\\"': '<p>&quot;가&quot;</p>', '<<가>>': '<p>«가»</p>',
  }));
  it('keeps a no-break space at the end of a line', () => assert.equal(html(dialect, '가\u00a0 '), '<p>가\u00a0</p>'));
  it('quotes may stay straight', () => assert.equal(dense(jekyll({ smart_quotes: ['apos', 'apos', 'quot', 'quot'] }), '"가"'), '<p>&quot;가&quot;</p>'));
  describe('blocks', () => same({
    '가\n---': '<h2 id="가">가</h2>', '가\n나\n---': '<p>가 나 —</p>', '가\n***': '<p>가 ***</p>', '> 가\n나\n\n다': '<blockquote><p>가 나</p></blockquote><p>다</p>', '>\n가\n나': '<blockquote><p>가 나</p></blockquote>',
    '1. 가\n  - 나': '<ol><li>가<ul><li>나</li></ul></li></ol>', '- 가\n# 나': '<ul><li>가<h1 id="나">나</h1></li></ul>', '1) 가': '<p>1) 가</p>',
    '- 가\n\n- 나\n- 다': '<ul><li><p>가</p></li><li>나</li><li>다</li></ul>', '- 가\n^\n- 나': '<ul><li>가</li></ul><ul><li>나</li></ul>',
    '``` js title\n가\n```': '<p><code class="language-plaintext highlighter-rouge">js title 가</code></p>', '    가\n나': '<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>가 나</code></pre></div></div>',
    '가 | 나': '<table><tbody><tr><td>가</td><td>나</td></tr></tbody></table>', '글\n가 | 나': '<p>글 가 | 나</p>', '가|나\n:-:|-\n다': '<p>가|나 :-:|- 다</p>',
    '용어\n: 뜻': '<dl><dt>용어</dt><dd>뜻</dd></dl>', '<div>가</div> 나': '<div>가</div><p>나</p>', '<div markdown="1">\n**가**\n</div>': '<div><p><strong>가</strong></p></div>', '<가>나': '<가>나</가>',
    '$$x<y$$': '\\[x&lt;y\\]', '가 $$ x $$': '<p>가 \\(x\\)</p>', '가\n{: .c}': '<p class="c">가</p>', '{: .c}\n가': '<p class="c">가</p>', '{:n: .c #d}\n\n가\n{: n}': '<p class="c" id="d">가</p>',
    '- [ ] 가\n- 나': '<ul class="task-list"><li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />가</li><li class="task-list-item">나</li></ul>',
    '{::comment}\n가\n{:/comment}\n나': '<!-- 가 --><p>나</p>',
  }));
  describe('spans', () => same({
    '[나](https://a.b/c d)': '<p><a href="https://a.b/c d">나</a></p>', '[나](u "t")': '<p><a href="u" title="t">나</a></p>', '[x] [y]\n\n[y]: u': '<p><a href="u">x</a></p>', '<https://a.b/c >': '<p><a href="https://a.b/c ">https://a.b/c</a></p>',
    'https://a.b': '<p>https://a.b</p>', '![a *b*](u)': '<p><img src="u" alt="a *b*" /></p>', '**나**{: .c}': '<p><strong class="c">나</strong></p>', '가  \n나': '<p>가<br />나</p>', '가\\\n나': '<p>가<br />나</p>', '~~가~~ ~나~': '<p><del>가</del>~나~</p>',
    '가 <b>*나*</b>': '<p>가 <b><em>나</em></b></p>', '가 <div>나</div>': '<p>가 &lt;div&gt;나&lt;/div&gt;</p>', '*[HTML]: 언어\n\nHTML과': '<p><abbr title="언어">HTML</abbr>과</p>', '\\/ \\*': '<p>\\/ *</p>', '&copy; &lt;': '<p>© &lt;</p>',
  }));
  it('contents', () => assert.equal(dense(dialect, '* 차례\n{:toc}\n\n# 하나\n## 둘[^a]\n# 셋\n{:.no_toc}\n\n[^a]: 주').split('</ul><h1')[0] + '</ul>',
    '<ul id="markdown-toc"><li><a href="#하나" id="markdown-toc-하나">하나</a><ul><li><a href="#둘" id="markdown-toc-둘">둘</a></li></ul></li></ul>'));
  it('footnotes', () => {
    const made = html(dialect, '가[^note] 나[^note]\n\n[^note]: 뜻\n');
    assert.match(made, /<sup id="fnref:note" role="doc-noteref"><a href="#fn:note" class="footnote" rel="footnote">1<\/a><\/sup>/);
    assert.match(made, /<sup id="fnref:note:1"/);
    assert.match(made, /<li id="fn:note" role="doc-endnote">\s*<p>뜻\u00a0<a href="#fnref:note" class="reversefootnote" role="doc-backlink">↩<\/a>\u00a0<a href="#fnref:note:1"[^>]*>↩<sup>2<\/sup>/);
  });
  it('hard_wrap', () => assert.equal(dense(jekyll({ hard_wrap: true }), '가\n나'), '<p>가<br />나</p>'));
  it('notes source lines', () => assert.equal(dialect.render(dialect.parse('---\n---\n가\n\n- 나\n- 다\n', { start: 8, end: 20 }), { hasLines: true }).replace(/\s+</g, '<'),
    '<p data-line="2">가</p><ul data-line="4"><li data-line="4">나</li><li data-line="5">다</li></ul>\n'));
  it('shows images from where the view says', () => {
    const view = { image: (target: string) => (target === 'a.png' ? 'x:a' : { path: target, near: undefined }) };
    assert.equal(dialect.render(parse(dialect, '![가](a.png) ![나](b.png) <img src="a.png">'), view).trim(),
      '<p><img src="x:a" alt="가" /> <span class="missing-image"><span class="missing-path">b.png</span></span> <img src="x:a" /></p>');
  });
  describe('Liquid', () => {
    it('raw and comments vanish', () => assert.equal(dense(dialect, '{% raw %}\n가 `{% raw %}{{ x }}{% endraw %}`\n{% endraw %}\n\n{% comment %}\n나\n{% endcomment %}'), '<p>가 <code class="language-plaintext highlighter-rouge">{{ x }}</code></p>'));
    it('highlight', () => assert.equal(dense(dialect, '{% highlight js %}\na*b*c\n{% endhighlight %}'), '<figure class="highlight"><pre><code class="language-js" data-lang="js">a*b*c</code></pre></figure>'));
    it('in a destination', () => {
      const text = '[가]({{ site.baseurl }}/b.html) ![나]({{ "/c d.png" | relative_url }})';
      const { links } = parse(dialect, text);
      assert.deepEqual(links.map(({ target }) => target), ['{{ site.baseurl }}/b.html', '{{ "/c d.png" | relative_url }}']);
      for (const { target, targetSpan } of links) assert.equal(text.slice(targetSpan.start, targetSpan.end), target);
    });
  });
});
