// Expected HTML is what Hugo 0.111 makes.
import assert from 'node:assert/strict';
import { dense, html, hugo, parse } from './dialects';

const dialect = hugo();
const ids = (text: string, parser = {}): (string | undefined)[] => parse(hugo({ parser }), text).headings.map(({ id }) => id);
const same = (cases: Readonly<Record<string, string>>): void => {
  for (const [source, expected] of Object.entries(cases)) it(JSON.stringify(source), () => assert.equal(dense(dialect, source), expected));
};

describe('Goldmark', () => {
  describe('heading ids', () => {
    it('come from the source', () => assert.deepEqual(ids('# [링크](u) ![그림](v)\n# `code_x`\n# 1. 개요\n# C++ / C#\n# "가" -- 나...\n# !'), ['링크u-그림v', 'code_x', '1-개요', 'c--c', '가----나', 'heading']));
    it('are made unique against all above', () => assert.deepEqual(ids('# 같은 제목\n# 같은 제목\n# 같은 제목 1\n# 같은 제목'), ['같은-제목', '같은-제목-1', '같은-제목-1-1', '같은-제목-2']));
    it('may be given', () => assert.equal(dense(dialect, '# 가 {#id .c key="v"}'), '<h1 id="id" class="c" key="v">가</h1>'));
    it('github-ascii', () => assert.deepEqual(ids('# 첫째\n# 둘째\n# Café 가', { autoheadingidtype: 'github-ascii' }), ['heading', 'heading-1', 'cafe-']));
    it('blackfriday', () => assert.deepEqual(ids('# C++ 가/나!', { autoheadingidtype: 'blackfriday' }), ['c-가-나']));
    it('may be off', () => assert.deepEqual(ids('# 가\n# 나 {#b}', { autoheadingid: false }), [undefined, 'b']));
  });
  describe('typographer', () => same({
    '"가" 나': '<p>&ldquo;가&rdquo; 나</p>', '"가"나': '<p>&ldquo;가&quot;나</p>', '"**나**"를': '<p>&ldquo;<strong>나</strong>&ldquo;를</p>', "가'나": '<p>가&rsquo;나</p>', "'90s": '<p>&rsquo;90s</p>',
    'a -- b --- c ... d': '<p>a &ndash; b &mdash; c &hellip; d</p>', 'a<<b': '<p>a&laquo;b</p>', '`"가"` \\"나\\"': '<p><code>&quot;가&quot;</code>&quot;나&quot;</p>',
    '"가"나\n\n가"나" 다': '<p>&ldquo;가&quot;나</p><p>가&quot;나&rdquo; 다</p>', '![“x”](u) ![a "b"](u)': '<p><img src="u" alt="“x”"><img src="u" alt="a &amp;ldquo;b&amp;rdquo;"></p>',
  }));
  describe('linkify', () => same({
    'https://a.b/한글': '<p><a href="https://a.b/">https://a.b/</a>한글</p>', '글https://a.b 글': '<p>글https://a.b 글</p>', '(https://a.b/c).': '<p>(<a href="https://a.b/c)">https://a.b/c)</a>.</p>', '(https://a.b/c)': '<p>(<a href="https://a.b/c">https://a.b/c</a>)</p>',
    'www.a.com': '<p><a href="https://www.a.com">www.a.com</a></p>', 'me@a.com에게': '<p><a href="mailto:me@a.com">me@a.com</a>에게</p>', 'http://localhost:80': '<p>http://localhost:80</p>',
    '[https://a.b](c)': '<p><a href="c">https://a.b</a></p>', '`a`https://x.y': '<p><code>a</code><a href="https://x.y">https://x.y</a></p>', '[ https://a.b': '<p>[ https://a.b</p>',
  }));
  describe('raw HTML', () => {
    it('is dropped', () => assert.equal(dense(dialect, '가<br>나\n\n<div>다</div>'), '<p>가<!-- raw HTML omitted -->나</p><!-- raw HTML omitted -->'));
    it('is kept with unsafe', () => assert.equal(dense(hugo({ renderer: { unsafe: true } }), '가<br>나\n\n<div>다</div>'), '<p>가<br>나</p><div>다</div>'));
    it('is shown where it is dropped', () => assert.equal(dialect.render(parse(dialect, '가<br>나'), { showsDropped: true, droppedReason: '"unsafe"' }).includes('<del class="dropped" title="&quot;unsafe&quot;">&lt;br&gt;</del>'), true));
    it('takes dangerous links for empty ones', () => assert.equal(dense(dialect, '[가](javascript:alert)'), '<p><a href="">가</a></p>'));
  });
  describe('other extensions', () => same({
    '- [ ] 가\n- [x](나)': '<ul><li><input disabled="" type="checkbox">가</li><li><input checked="" disabled="" type="checkbox">(나)</li></ul>',
    '용어\n: 뜻\n: 둘째': '<dl><dt>용어</dt><dd>뜻</dd><dd>둘째</dd></dl>', '용어\n\n: 뜻': '<dl><dt>용어</dt><dd><p>뜻</p></dd></dl>', '가\n  : 나': '<p>가 : 나</p>',
    '~~~가~~~ 나': '<pre tabindex="0"><code class="language-가~~~" data-lang="가~~~"></code></pre>', '나 ~~~가~~~': '<p>나 <del><del>가</del></del></p>', '~가~': '<p>~가~</p>',
    '가**×**나': '<p>가<strong>×</strong>나</p>', '**용어(English)**을': '<p>**용어(English)**을</p>', '[가](/%EC%8%98)': '<p><a href="/%EC%8%98">가</a></p>',
    '```nosuch {hl=1}\na\n```': '<pre tabindex="0"><code class="language-nosuch" data-lang="nosuch">a</code></pre>',
    '```js {id=x noclasses=false}\na\n```': '<div class="highlight" id="x"><pre tabindex="0" class="chroma"><code class="language-js" data-lang="js"><span class="line"><span class="cl">a</span></span></code></pre></div>',
  }));
  it('footnotes', () => {
    const made = html(dialect, '가[^b] 나[^a] 다[^b]\n[^a]: 하나\n[^b]: 둘\n');
    assert.match(made, /<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1<\/a><\/sup>/);
    assert.match(made, /<sup id="fnref1:1">/);
    assert.match(made, /<li id="fn:1">\s*<p>둘&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;<\/a>&#160;<a href="#fnref1:1"/);
  });
  it('attributes of blocks', () => assert.equal(dense(hugo({ parser: { attribute: { block: true } } }), '가\n{.c}\n\n- 나\n{#l}'), '<p class="c">가</p><ul id="l"><li>나</li></ul>'));
  it('takes any configuration', () => {
    for (const markup of [{ extensions: 3 }, { parser: null }, { renderer: ['unsafe'] }, { extensions: { typographer: { disable: true } } }]) assert.equal(dense(hugo(markup), '가'), '<p>가</p>');
  });
  describe('shortcodes', () => {
    it('are boxes', () => assert.match(dense(dialect, '{{< chart "x" >}}\n**가**\n{{< /chart >}}'), /^<div class="unknown"><span class="unknown-name">\{\{&lt; chart &quot;x&quot; &gt;\}\}<\/span><div class="unknown-inner"><p><strong>가<\/strong><\/p><\/div><\/div>$/));
    it('within text', () => assert.equal(dense(dialect, '글 {{< ref "a_b_c.md" >}} 글'), '<p>글 <span class="unknown inline">{{&lt; ref &quot;a_b_c.md&quot; &gt;}}</span>글</p>'));
    it('escaped', () => assert.equal(dense(dialect, '글 {{</* a */>}}'), '<p>글 {{&lt; a &gt;}}</p>'));
    it('as a destination', () => {
      const text = '[가]({{< ref "b.md" >}})';
      assert.deepEqual(parse(dialect, text).links.map(({ target }) => target), ['{{< ref "b.md" >}}']);
    });
    it('hold no links', () => assert.deepEqual(parse(dialect, '{{< figure src="a.png" link="https://a.b" >}}').links, []));
  });
});
