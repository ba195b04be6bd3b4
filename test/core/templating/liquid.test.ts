// What Liquid makes of a post; the expected HTML is what Jekyll 4.3.1 makes of the same texts.
import assert from 'node:assert/strict';
import { renderBody } from '../../../src/core/preview';
import { jekyll } from '../../../src/core/flavors/jekyll';
import { blog } from '../../blog';

const CONFIG = 'title: 산책 기록\nurl: https://blog.example.com\nbaseurl: /blog\ntimezone: Asia/Seoul\nnums: [3, 1, 2]\nplugins: []\n';
const HEAD = '---\ntitle: "가을 & 겨울"\ntags: 가 다\ndate: 2026-05-06 10:20:30 +0900\nlist: [a, b, c]\nmap: {k: 값}\nn: 7\n---\n';
const PATH = '_posts/2026-05-06-a.md';
const BASE = {
  '_config.yml': CONFIG, Gemfile: 'gem "jekyll", "4.3.1"\n',
  '_posts/2026-03-05-old.md': '---\ntitle: 봄 글\ntags: [가, 나]\ncategories: 생활\n---\n글\n',
  '_includes/note.html': '<div class="{{ include.kind }}">{{ include.text | markdownify }}{{ page.n }}</div>\n',
};

function html(body: string, more: Readonly<Record<string, string>> = {}): string {
  const { site, post } = blog({ ...BASE, ...more, [PATH]: HEAD + body });
  return renderBody(post(PATH), site).replace(/>\n\s*</g, '><').trim();
}

describe('Liquid in a post', () => {
  it('says what page and site are', () => {
    assert.equal(html('{{ page.title }} {{ page.date }} {{ page.url }} {{ page.id }} {{ page.map.k }} {{ page["n"] }}'), '<p>가을 &amp; 겨울 2026-05-06 10:20:30 +0900 /2026/05/06/a.html /2026/05/06/a 값 7</p>');
    assert.equal(html('{{ site.title }} {{ site.nums | sort | jsonify }} {{ site.nothing }}. {{ page.map }} {{ page.list }}'), '<p>산책 기록 [1,2,3] . {“k”=&gt;”값”} abc</p>');
  });

  it('has dates in many forms', () => {
    assert.equal(html('{{ page.date | date: "%Y년 %-m월 %e일 %H:%M %z %j %p" }}'), '<p>2026년 5월  6일 10:20 +0900 126 AM</p>');
    assert.equal(html('{{ page.date | date_to_string }}, {{ page.date | date_to_long_string: "ordinal" }}, {{ page.date | date_to_xmlschema }}, {{ page.date | date_to_rfc822 }}, {{ "now" | date: "%F" }}, {{ "글" | date: "%F" }}'),
      '<p>06 May 2026, 6th May 2026, 2026-05-06T10:20:30+09:00, Wed, 06 May 2026 10:20:30 +0900, 2026-11-24, 글</p>');
  });

  it('runs loops, conditions and variables', () => {
    assert.equal(html('{% for x in page.list %}{{ forloop.index }}{{ x }}{% unless forloop.last %}, {% endunless %}{% endfor %}'), '<p>1a, 2b, 3c</p>');
    assert.equal(html('{% if page.n > 5 and page.title contains "가" %}큼{% else %}작음{% endif %} {% case page.n %}{% when 1, 7 %}칠{% endcase %}'), '<p>큼 칠</p>');
    assert.equal(html('{% capture c %}*강조* {{ page.n }}{% endcapture %}{{ c }} / {{ c | upcase }}{% assign z = "끝" %}{{ z }}{% comment %}말{% endcomment %}'), '<p><em>강조</em> 7 / <em>강조</em> 7끝</p>');
    assert.equal(html('{{ page.n | divided_by: 2 }} {{ page.n | divided_by: 2.0 }} {{ "a,b" | split: "," | last }} {{ "한글 A-b" | slugify }} {{ nil | default: "없음" }}'), '<p>3 3.5 b 한글-a-b 없음</p>');
  });

  it('gives what makes Markdown', () => {
    assert.equal(html('{% for x in page.list %}\n- {{ x }}\n{% endfor %}'), '<ul><li><p>a</p></li><li><p>b</p></li><li><p>c</p></li></ul>');
    assert.equal(html('`{{ page.n }}` [가]({{ "/그림 a.png" | relative_url }}) ![나]({{ "/a.png" | absolute_url }}){: width="3"}'),
      '<p><code class="language-plaintext highlighter-rouge">7</code> <a href="/blog/%EA%B7%B8%EB%A6%BC%20a.png">가</a> <img src="https://blog.example.com/blog/a.png" alt="나" width="3" /></p>');
  });

  it('leaves alone what is raw', () => {
    assert.equal(html('{% raw %}{{ page.n }} {% if %} {% endhighlight %}{% endraw %} `{% raw %}{{ x }}{% endraw %}`'), '<p>{{ page.n }} {% if %} {% endhighlight %} <code class="language-plaintext highlighter-rouge">{{ x }}</code></p>');
    const { site, post } = blog({ ...BASE, [PATH]: HEAD.replace('n: 7', 'n: 7\nrender_with_liquid: false') + '{{ page.n }} {% if %}' });
    assert.equal(renderBody(post(PATH), site).trim(), '<p>{{ page.n }} {% if %}</p>');
  });

  it('takes what it can of a slip', () => {
    assert.equal(html("{{'가': 100, '나': 3}}; {{토큰}}; {{ page.n|plus:1|minus : 2 }}; {{ page.n | times: 2, }}; {{ | }}."), '<p>가; ; 6; 14; .</p>');
    assert.match(html('{{ page.n'), /\{\{ page\.n/);
  });

  it('highlights', () => {
    assert.equal(html('{% highlight c++ %}\nint a < 1;\n{% endhighlight %}'), '<figure class="highlight"><pre><code class="language-c--" data-lang="c++">int a &lt; 1;</code></pre></figure>');
    assert.match(html('{% highlight ruby linenos %}\na\nb\n{% endhighlight %}'), /<td class="gutter gl"><pre class="lineno">1\n2\n<\/pre><\/td><td class="code"><pre>a\nb\n<\/pre>/);
  });

  it('links and lists posts', () => {
    assert.equal(html('[봄]({% post_url 2026-03-05-old %}) [봄]({% link _posts/2026-03-05-old.md %})'), '<p><a href="/blog/%EC%83%9D%ED%99%9C/2026/03/05/old.html">봄</a> <a href="/blog/%EC%83%9D%ED%99%9C/2026/03/05/old.html">봄</a></p>');
    assert.equal(html('{% for p in site.posts %}\n- {{ p.title }} {{ p.url }} {{ p.tags | join: "," }}\n{% endfor %}\n'), '<ul><li><p>가을 &amp; 겨울 /2026/05/06/a.html 가,다</p></li><li><p>봄 글 /생활/2026/03/05/old.html 가,나</p></li></ul>');
    assert.equal(html('{{ site.tags | size }} {{ site.posts | where: "tags", "나" | map: "title" }}'), '<p>3 봄 글</p>');
  });

  it('includes files with values', () => {
    assert.equal(html('{% include note.html kind="주의" text="안 *x*" %}'), '<div class="주의"><p>안 <em>x</em></p>\n7</div>');
    assert.match(html('말 {% include nowhere.html %} 끝'), /^<p>말 <span class="unknown inline">\{% include nowhere\.html %\}<\/span> 끝<\/p>$/);
  });

  it('what is not known is a box', () => {
    assert.equal(html('앞\n\n{% gallery a b %}\n\n{% tabs x %}\n\n안 *{{ page.n }}*\n\n{% endtabs %}\n'),
      '<p>앞</p><div class="unknown"><span class="unknown-name">{% gallery a b %}</span></div><div class="unknown"><span class="unknown-name">{% tabs x %}</span><div class="unknown-inner"><p>안 <em>7</em></p></div></div>');
    assert.equal(html('{% if site.github.x %}\n\n안 *{{ page.n }}*\n\n{% else %}\n\n밖 {% if page.n %}7{% else %}8{% endif %}\n\n{% endif %}\n\n뒤'),
      '<div class="unknown"><span class="unknown-name">{% if site.github.x %}</span><div class="unknown-inner"><p>안 <em>7</em></p><p>밖 7</p></div></div><p>뒤</p>');
    assert.match(html('{{ site.github.owner }} {{ page.content }}'), /^<p><span class="unknown inline">\{\{ site\.github\.owner \}\}<\/span> <span class="unknown inline">/);
  });

  it('pages are asked for only where something asks', () => {
    const asks = (body: string, more: Readonly<Record<string, string>> = {}): boolean => {
      const { site, post } = blog({ ...BASE, ...more, [PATH]: HEAD + body });
      return jekyll.asksOthers!(post(PATH), site);
    };
    assert.deepEqual([asks('{{ page.n }}'), asks('{% post_url 2026-03-05-old %}'), asks('{% for p in site.posts %}{% endfor %}'), asks('{% include note.html %}'), asks('{% include list.html %}', { '_includes/list.html': '{{ site.posts | size }}' })], [false, true, true, false, true]);
  });
});

describe('hostile Liquid', () => {
  /** Milliseconds; a busy machine is given time. */
  const quickly = (body: string, more: Readonly<Record<string, string>> = {}): string => {
    const before = Date.now();
    const shown = html(body, more);
    assert.ok(Date.now() - before < 5000, body.slice(0, 60));
    return shown;
  };

  it('prototypes and functions are not to be had', () => {
    for (const expression of ['page.constructor', 'page.__proto__', 'site.constructor.constructor', 'page.list.constructor', '"a".constructor', 'page["__proto__"]', 'constructor', 'toString', 'page.list.push', 'forloop.constructor']) {
      assert.doesNotMatch(html(`{{ ${expression} }}`), /function|native|object|\[/, expression);
    }
    for (const filter of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'raw', 'json', 'inspect']) assert.match(html(`{{ "글" | ${filter} }}`), /글|\{\{/, filter);
    for (const tag of ['constructor', '__proto__', 'render "x"', 'layout "x"', 'liquid', 'include_relative ../../etc/passwd']) html(`{% ${tag} %}`);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('loops end', () => {
    quickly('{% for i in (1..100000000) %}{{ i }}{% endfor %}');
    quickly('{% for a in (1..3000) %}{% for b in (1..3000) %}{% for c in (1..3000) %}x{% endfor %}{% endfor %}{% endfor %}');
    quickly('{% assign s = "글글글글글글글글" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s }}');
    quickly('{% capture s %}' + '글'.repeat(1000) + '{% endcapture %}' + '{% for i in (1..1000) %}{{ s }}{{ s | markdownify }}{% endfor %}');
    quickly('{% if true %}'.repeat(3000) + '{% endif %}'.repeat(3000));
    quickly('{{'.repeat(20_000));
    quickly('{%'.repeat(20_000));
    quickly('{{ ' + '|'.repeat(1900) + ' }}' + '{{ "'.repeat(500));
  });

  it('files do not climb, and do not include each other for ever', () => {
    for (const name of ['../_config.yml', '/etc/passwd', '_includes/../../x', './note.html', 'a/../note.html', '{{ "../_config.yml" }}']) assert.doesNotMatch(html(`{% include ${name} %}`), /산책|<div class="">/, name);
    assert.match(quickly('{% include a.html %}', { '_includes/a.html': '{% include b.html %}{% include b.html %}', '_includes/b.html': '{% include a.html %}{% include a.html %}' }), /unknown|include/);
  });

  it('a reader is told what was given up', () => {
    const { site, post } = blog({ ...BASE, [PATH]: `${HEAD}글 {% for i in (1..100000000) %}{{ i }}{% endfor %}` });
    assert.match(renderBody(post(PATH), site, {}), /^<div class="unknown"><span class="unknown-name">The Liquid of this post takes too long or gives too much: it was not run\.<\/span><\/div>\n<p>글 /);
  });

  it('what it makes is HTML as any other, and marks of our own are text', () => {
    assert.equal(html('{{ "<script>alert(1)</script>" }}'), '<script>alert(1)</script>');
    assert.equal(html('{\uFDD0-x\uFDD1} {{ page.n }}'), '<p>{\uFFFD-x\uFFFD} 7</p>');
  });
});

describe('the way back to the source from Liquid', () => {
  it('blocks lead to their lines', () => {
    const { site, post } = blog({ ...BASE, [PATH]: `${HEAD}첫 줄\n\n{% assign a = 1 %}\n\n둘째 {{ page.n }}\n\n{% for x in page.list %}\n- {{ x }}\n{% endfor %}\n\n{%- comment -%}\n말\n{%- endcomment %}\n\n# 제목\n\n{% raw %}\n{{ 하나 }}\n\n{{ 둘 }}\n{% endraw %}\n\n끝\n` });
    const shown = renderBody(post(PATH), site, { hasLines: true });
    const lines = [...shown.matchAll(/<(p|ul|h1) data-line="(\d+)"/g)].map(([, tag, line]) => `${tag} ${Number(line) - 8}`);
    const { site: again, post: coded } = blog({ ...BASE, [PATH]: `${HEAD}글\n\n{% highlight js %}\na\n\nb\n{% endhighlight %}\n\n뒤\n` });
    assert.deepEqual([...renderBody(coded(PATH), again, { hasLines: true }).matchAll(/<(?:p|figure) data-line="(\d+)"/g)].map(([, line]) => Number(line) - 8), [0, 2, 8]);
    assert.deepEqual(lines, ['p 0', 'p 4', 'ul 7', 'p 7', 'p 8', 'p 8', 'h1 14', 'p 17', 'p 19', 'p 22']);
  });
});

describe('the rest of the site in Liquid', () => {
  it('reads data of the site, and of no other file', () => {
    const data = { '_data/a.yml': '- {k: 1}\n- {k: 2}\n', '_data/in/b.csv': 'k,v\n가,\n나,""\n', '_data/bad.yml': 'a: [', '_data/huge.json': `"${'x'.repeat(600_000)}"`, 'other.yml': 'a: 1' };
    assert.equal(html('{{ site.data.a | map: "k" | join: "," }} {% for r in site.data.in.b %}{{ r.k }}{% if r.v %}참{% endif %}{% endfor %} {{ site.data.other }}.', data), '<p>1,2 가나참 .</p>');
    assert.equal(html('{{ site.data.bad }}', data), '<div class="unknown"><span class="unknown-name">{{ site.data.bad }}</span></div>');
    assert.equal(html('{{ site.data.huge | size }}', data), '<div class="unknown"><span class="unknown-name">{{ site.data.huge | size }}</span></div>');
  });

  it('puts in files beside the post, and none from elsewhere', () => {
    const files = { '_posts/part/a.md': '*조각* {{ include.x }}', '_posts/self.md': '{% include_relative self.md %}', 'secret.md': '비밀' };
    assert.equal(html('{% include_relative part/a.md x=page.n %}', files), '<p><em>조각</em> 7</p>');
    for (const name of ['../secret.md', './part/a.md', 'none.md', 'self.md', '_posts/part/a.md']) assert.equal(html(`{% include_relative ${name} %}`, files), `<div class="unknown"><span class="unknown-name">{% include_relative ${name} %}</span></div>`, name);
  });

  it('goes from post to post without an end to it', () => {
    const posts = Object.fromEntries(Array.from({ length: 60 }, (_, day) => [`_posts/20${20 + Math.floor(day / 28)}-02-${String((day % 28) + 1).padStart(2, '0')}-x${day}.md`, `---\ntitle: 글${day}\n---\n글`]));
    assert.equal(html('{{ page.previous.title }} {{ page.previous.previous.title }} {{ page.next.title }}.', posts), '<p>봄 글 글59 .</p>');
    // all that a page knows leads to all others
    assert.equal(html('{{ page.previous | jsonify }}', posts), '<div class="unknown"><span class="unknown-name">{{ page.previous | jsonify }}</span></div>');
    assert.equal(html('{{ site.posts | inspect }}', posts), '<div class="unknown"><span class="unknown-name">{{ site.posts | inspect }}</span></div>');
  });

  it('says nothing of what chance decides', () => assert.equal(html('{{ page.list | sample }} {{ page.list | shuffle }}'), '<p><span class="unknown inline">{{ page.list | sample }}</span> abc</p>'));
});
