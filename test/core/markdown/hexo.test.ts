// What Hexo makes of a post; the expected HTML is what hexo-renderer-marked 7 with marked 15, hexo-util 3 and Hexo 8 make of the same texts.
import assert from 'node:assert/strict';
import { renderBody } from '../../../src/core/preview';
import { hexo, hexoOptions } from '../../../src/core/markdown';
import { blog } from '../../blog';
import { dense, html, parse } from './dialects';

type Data = Readonly<Record<string, unknown>>;
const of = (data: Data = {}, renderer?: number) => hexo(hexoOptions({ external_link: false, ...data }, renderer));
const same = (cases: Readonly<Record<string, string>>, dialect = of()): void => {
  for (const [text, expected] of Object.entries(cases)) it(JSON.stringify(text), () => assert.equal(dense(dialect, text), expected));
};

describe('hexo', () => {
  describe('lines, quotes and addresses', () => same({
    '가\n나': '<p>가<br>나</p>',
    '"인용" -- 나...': '<p>“인용” – 나…</p>',
    '**"강조"**는': '<p>**”강조”**는</p>',
    '용어\n: 뜻풀이': '<dl><dt>용어</dt><dd>뜻풀이</dd></dl>',
    'https://a.b/가 www.a.kr': '<p><a href="https://a.b/%EA%B0%80">https://a.b/가</a><a href="http://www.a.kr/">www.a.kr</a></p>',
    '![그림](a.png "이름")': '<p><img src="/a.png" alt="그림" title="이름"></p>',
    '- [ ] 가\n- [x] 나': '<ul><li><input disabled="" type="checkbox">가</li><li><input checked="" disabled="" type="checkbox">나</li></ul>',
    '&copy; &nope; 1 < 2': '<p>© &amp;nope; 1 &lt; 2</p>',
  }));
  describe('headings', () => same({
    '# C++ / C#': '<h1 id="C-C"><a href="#C-C" class="headerlink" title="C++ / C#"></a>C++ / C#</h1>',
    '## 가 `나`\n\n## 가 나': '<h2 id="가-나"><a href="#가-나" class="headerlink" title="가 나"></a>가 <code>나</code></h2><h2 id="가-나-1"><a href="#가-나-1" class="headerlink" title="가 나"></a>가 나</h2>',
    '# ㅋㅋ Élan ①': '<h1 id="ㅋㅋ-Elan-①"><a href="#ㅋㅋ-Elan-①" class="headerlink" title="ㅋㅋ Élan ①"></a>ㅋㅋ Élan ①</h1>',
  }));
  it('older renderers made ids of escaped text, and knew ASCII punctuation only', () => {
    assert.equal(parse(of({}, 5), '# C++ / C#').headings[0]!.id, 'C-x2F-C');
    assert.equal(dense(of({}, 6), '**“강조”**는'), '<p><strong>“강조”</strong>는</p>');
    assert.equal(dense(of(), '**“강조”**는'), '<p>**“강조”**는</p>');
  });
  it('options', () => {
    assert.equal(dense(of({ marked: { breaks: false, smartypants: false, autolink: false } }), '"가"\nhttps://a.b'), '<p>&quot;가&quot; https://a.b</p>');
    assert.equal(dense(of({ marked: { quotes: '«»„“', modifyAnchors: 1 } }), '# "A"'), '<h1 id="«a»"><a href="#«a»" class="headerlink" title="«A»"></a>«A»</h1>');
    assert.equal(dense(of({ marked: { headerIds: false } }), '# 가'), '<h1>가</h1>');
    assert.equal(dense(of({ root: '/blog/', marked: { lazyload: true, figcaption: true } }), '![가](b.png)'), '<p><figure><img src="/blog/b.png" alt="가" loading="lazy"><figcaption aria-hidden="true">가</figcaption></figure></p>');
    assert.equal(dense(of({ marked: { prependRoot: false } }), '![가](b.png)'), '<p><img src="b.png" alt="가"></p>');
    assert.equal(dense(hexo(hexoOptions({ url: 'https://own.kr' })), '[가](https://a.b/) [나](https://own.kr/x)'), '<p><a target="_blank" rel="noopener" href="https://a.b/">가</a><a href="https://own.kr/x">나</a></p>');
    for (const data of [{ marked: 3 }, { marked: { quotes: ['a'] } }, { highlight: 'x', prismjs: [] }, { syntax_highlighter: {} }, { url: 7, root: [] }]) assert.equal(dense(of(data), '가'), '<p>가</p>');
  });
  it('fences are Hexo’s own, wherever they stand', () => {
    const figure = (code: string, name: string, caption = '') => `<figure class="highlight ${name}">${caption}<table><tr><td class="gutter"><pre><span class="line">1</span><br></pre></td><td class="code"><pre><span class="line">${code}</span><br></pre></td></tr></table></figure>`;
    assert.equal(dense(of(), '가\n```js 이름 https://a.b/\na < b\n```\n나'), `<p>가</p>${figure('a &lt; b', 'js', '<figcaption><span>이름</span><a href="https://a.b/">link</a></figcaption>')}<p>나</p>`);
    assert.equal(dense(of(), '> ```\n> a\n> ```'), `<blockquote>${figure('a', 'plaintext')}</blockquote>`);
    assert.match(dense(of(), '- 가\n  ```\n  a\n  ```\n- 나'), /^<ul><li>가<figure .*<\/figure><\/li><li>나<\/li><\/ul>$/);
    assert.equal(dense(of({ highlight: { line_number: false, wrap: false } }), '```js\na\n```'), '<pre><code class="highlight js">a</code></pre>');
    assert.equal(dense(of({ syntax_highlighter: 'prismjs' }), '```js\na\n```'), '<pre class="line-numbers language-js" data-language="js"><code class="language-js">a<span aria-hidden="true" class="line-numbers-rows"><span></span></span></code></pre>');
    assert.equal(dense(of({ highlight: { enable: false } }), '```js\na\n```'), '<pre><code class="language-js">a</code></pre>');
    assert.match(dense(of(), '```js mark:2-3 first_line:2\na\nb\n```'), /<span class="line marked">a<\/span><br><span class="line marked">b<\/span>/);
  });
  it('code without an end, fences in comments and marks of ours are text', () => {
    assert.match(html(of(), '<!--\n```\na\n```\n-->\n나'), /^<!--\n```/);
    assert.equal(dense(of(), '<!--code\uFFFC0-->'), '<!--code\uFFFD0-->');
  });
});

describe("Hexo's tags", () => {
  const FILES = {
    '_config.yml': 'title: 글\nurl: https://own.kr/blog\nroot: /blog/\npost_asset_folder: true\n', 'package.json': '{"dependencies":{"hexo":"^8.0.0","hexo-renderer-marked":"^7.0.0"}}',
    'source/_posts/b.md': '---\ntitle: 나 & 너\ndate: 2026-01-02\n---\n', 'source/_posts/a/cat.png': '', 'scaffolds/post.md': '',
  };
  const shown = (body: string): string => {
    const { site, post } = blog({ ...FILES, 'source/_posts/a.md': `---\ntitle: 가\ndate: 2026-01-01\n---\n${body}` });
    return renderBody(post('source/_posts/a.md'), site).replace(/\n\s*/g, '').trim();
  };
  const CASES: Readonly<Record<string, string>> = {
    '앞 {% post_link b %} 뒤': '<p>앞 <a href="/blog/2026/01/02/b/" title="나 &amp; 너">나 &amp; 너</a> 뒤</p>',
    '[가]({% post_path b %})': '',
    '{% asset_img cat.png 10 20 "고양이" %}': '<img src="/blog/2026/01/01/a/cat.png" width="10" height="20" title="고양이">',
    '{% blockquote 누구, 책 %}\n글 **둘**\n{% endblockquote %}': '<blockquote><p>글 <strong>둘</strong></p><footer><strong>누구</strong><cite>책</cite></footer></blockquote>',
    '{% raw %}<i>{{ x }}</i>{% endraw %}': '<i>{{ x }}</i>',
    '{% link 글 https://x.y true 제목 %}': '<a href="https://x.y" title="제목" target="_blank">글</a>',
    '{% img left /a.png %}': '<img src="/blog/a.png" class="left">',
    '`{% raw %}`': '<p><code>{% raw %}</code></p>',
    '{% note info %}\n**가**\n{% endnote %}': '<div class="unknown"><span class="unknown-name">{% note info %}</span><div class="unknown-inner"><p><strong>가</strong></p></div></div>',
    '{% post_link nowhere %}': '<div class="unknown"><span class="unknown-name">{% post_link nowhere %}</span></div>',
  };
  for (const [body, expected] of Object.entries(CASES)) if (expected) it(body, () => assert.equal(shown(body), expected));
  it('codeblock', () => assert.match(shown('{% codeblock 이름 lang:js line_number:false %}\nlet a = "<b>";\n{% endcodeblock %}'), /^<figure class="highlight js"><figcaption><span>이름<\/span><\/figcaption><table><tr><td class="code"><pre><span class="line">let a = /));

  it('hostile ones end', () => {
    const before = Date.now();
    for (const body of ['{% raw %}'.repeat(5000), '{% note %}'.repeat(3000) + '{% endnote %}'.repeat(3000), '{% blockquote %}'.repeat(500) + '{% endblockquote %}'.repeat(500), '{% x "'.repeat(5000), '{{ '.repeat(20_000), '`{% a %}'.repeat(5000), '```\n'.repeat(5001), '{% asset_img ../../../etc/passwd %}', '```js mark:1-999999999\na\n```']) assert.equal(typeof shown(body), 'string');
    assert.ok(Date.now() - before < 20_000);
  });
});
