// What Hugo's shortcodes become; the expected HTML is what Hugo 0.111.3 makes of the same texts.
import assert from 'node:assert/strict';
import { renderBody } from '../../../src/core/preview';
import { asksOthers } from '../../../src/core/flavors/hugo/expand';
import { blog, HUGO } from '../../blog';

const HEAD = '---\ntitle: 가을 산책\ndate: 2026-01-01\n값: 다섯 < 여섯\n---\n';

function html(body: string, more: Readonly<Record<string, string>> = {}, config = ''): string {
  const files = { ...HUGO, 'hugo.toml': `${HUGO['hugo.toml']}${config}`, 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.111.3"\n', ...more, 'content/post/a.md': HEAD + body };
  const { site, post } = blog(files);
  return renderBody(post('content/post/a.md'), site).replace(/\n+/g, '\n').replace(/>\n\s*</g, '><').trim();
}

const OTHER = { 'content/post/b.md': '---\ntitle: 나\ndate: 2026-01-01\n---\n# 목차\n' };
const own = (name: string, text: string): Record<string, string> => ({ [`layouts/shortcodes/${name}.html`]: text });

describe("Hugo's own shortcodes", () => {
  it('are alone in a paragraph, which then goes, or within one', () => {
    assert.equal(html('{{< figure src="a.png" alt="산" >}}'), '<figure><img src="a.png" alt="산"/></figure>');
    assert.equal(html('앞 {{< param 값 >}} 뒤'), '<p>앞 다섯 &lt; 여섯 뒤</p>');
    assert.equal(html('`{{< param 값 >}}`'), '<p><code>다섯 &lt; 여섯</code></p>');
  });

  it('figure has all its parts', () => {
    assert.equal(html('{{< figure src="한 a.png" title="제*목*" caption="설명 *강조*" attr="나" attrlink="https://x.y" link="https://l" target="_blank" width="10" class="큰" >}}'),
      '<figure class="큰"><a href="https://l" target="_blank"><img src="%ed%95%9c%20a.png" alt="설명 강조" width="10"/></a><figcaption><h4>제*목*</h4><p>설명 <em>강조</em><a href="https://x.y">나</a></p></figcaption></figure>');
  });

  it('an address that would run something is none', () => {
    assert.equal(html('{{< figure src="javascript:alert(1)" >}}'), '<figure><img src="#ZgotmplZ"/></figure>');
    assert.equal(html('{{< figure src="a.png" alt="\\"><script>" >}}'), '<figure><img src="a.png" alt="&#34;&gt;&lt;script&gt;"/></figure>');
  });

  it('ref and relref write an address, in a link and with a fragment', () => {
    assert.equal(html('[가]({{< ref "b.md#목차" >}}) [나]({{< relref path="b" >}})', OTHER), '<p><a href="https://blog.example.com/post/b/#목차">가</a> <a href="/post/b/">나</a></p>');
  });

  it('a draft refers to a draft as it will be', () => {
    assert.equal(html('[가]({{< relref "b" >}})', { 'content/post/b.md': '---\ntitle: 나\ndraft: true\n---\n' }), '<p><a href="/post/b/">가</a></p>');
  });

  it('what is not found is shown', () => {
    assert.match(html('{{< relref "없는글" >}}'), /^<div class="unknown"><span class="unknown-name">\{\{&lt; relref/);
  });

  it('players', () => {
    assert.match(html('{{< youtube abc_1 >}}'), /^<div style="position: relative.*<iframe src="https:\/\/www\.youtube\.com\/embed\/abc_1" style=.*title="YouTube Video"><\/iframe><\/div>$/);
    assert.match(html('{{< youtube id="abc" class="c" autoplay="true" title="영상" >}}'), /^<div class="c"><iframe src="https:\/\/www\.youtube\.com\/embed\/abc\?autoplay=1" allowfullscreen title="영상">/);
    assert.match(html('{{< youtube abc >}}', {}, '[privacy.youtube]\nprivacyEnhanced = true\n'), /youtube-nocookie/);
    assert.match(html('{{< vimeo 123 >}}'), /src="https:\/\/player\.vimeo\.com\/video\/123"/);
    assert.equal(html('{{< gist 이름 77 "a.md" >}}'), '<script type="application/javascript" src="https://gist.github.com/%ec%9d%b4%eb%a6%84/77.js?file=a.md"></script>');
  });

  it('highlight keeps its text', () => {
    assert.equal(html('{{< highlight go "noclasses=false" >}}\nfunc 가() { a < b }\n{{< /highlight >}}'), '<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-go" data-lang="go"><span class="line"><span class="cl">func 가() { a &lt; b }</span></span></code></pre></div>');
  });

  it('between comment marks they are text', () => {
    assert.equal(html('{{</* ref "x" */>}} {{%/* param a */%}}'), '<p>{{&lt; ref &ldquo;x&rdquo; &gt;}} {{% param a %}}</p>');
  });

  it('a heading has the word in its id', () => {
    assert.match(html('# 머리 {{< param 값 >}}'), /^<h1 id="머리-hahahugoshortcodes0hbhb">머리 다섯 &lt; 여섯<\/h1>$/);
  });

  it('what a service would say is not made up', () => {
    assert.equal(html('{{< tweet user="a" id="1" >}}'), '');
  });
});

describe("a site's own shortcodes", () => {
  const BOLD = own('bold', '<b>{{ .Inner }}</b>');

  it('are run as HTML or as Markdown of the page', () => {
    assert.equal(html('말 {{< bold >}}안 *x*{{< /bold >}} 끝', BOLD), '<p>말 <b>안 *x*</b> 끝</p>');
    assert.equal(html('{{% bold %}}안 *x*{{% /bold %}}', BOLD, '[markup.goldmark.renderer]\nunsafe = true\n'), '<p><b>안 <em>x</em></b></p>');
    assert.equal(html('{{% bold %}}안 *x*{{% /bold %}}', BOLD), '<p><!-- raw HTML omitted -->안 <em>x</em><!-- raw HTML omitted --></p>');
  });

  it('stand within each other', () => {
    assert.equal(html('{{< bold >}}안 {{% bold %}}a *b*{{% /bold %}}{{< /bold >}}', BOLD), '<b>안 <b>a <em>b</em></b></b>');
  });

  it('have values, conditions and variables', () => {
    const note = own('note', '{{- $kind := .Get "kind" | default "알림" -}}\n<div class="{{ $kind }}">{{ with .Get "title" }}<h4>{{ . }}</h4>{{ else }}<hr>{{ end }}{{ if eq $kind "주의" }}!{{ else if .Get "x" }}?{{ end }}{{/* 메모 */}}{{ .Inner | markdownify }}</div>');
    assert.equal(html('{{< note title="<제목>" kind="주의" >}}*안*{{< /note >}}', note), '<div class="주의"><h4>&lt;제목&gt;</h4>!<em>안</em></div>');
    assert.equal(html('{{< note x="1" >}}안{{< /note >}}', note), '<div class="알림"><hr>?안</div>');
  });

  it('have functions and the values of page and site', () => {
    const more = own('more', '{{ $a := printf "%s-%v" (.Get 0) 3 }}[{{ $a }}][{{ index .Params 1 }}][{{ len .Params }}][{{ site.Params.color }}{{ .Site.Params.color }}][{{ .Page.Params.값 }}{{ .Page.Title }}]'
      + '<a href="{{ "x/y" | relURL }}">{{ "/z" | absURL }}</a>{{ if and (hasPrefix (.Get 0) "a") (ne (.Get 1) "q") }}P{{ end }}{{ .Get 0 | upper | printf "%s!" }}{{- with .Get 0 }} W{{ . }}{{ $.Get 1 }}{{ end -}}');
    assert.equal(html('{{< more abc d >}}', more, 'params = {color = "빨강"}\n'), '[abc-3][d][2][빨강빨강][다섯 &lt; 여섯가을 산책]<a href="/x/y">https://blog.example.com/z</a>PABC! Wabcd');
    assert.equal(html('{{< r >}}\n안 *x*\n{{< /r >}}', own('r', '<i>{{ .Inner | .Page.RenderString }}</i>{{ .Inner | $.Page.RenderString (dict "display" "block") }}')), '<i>안 <em>x</em></i><p>안 <em>x</em></p>');
  });

  it('win over those of Hugo', () => assert.equal(html('{{< figure "a" >}}', own('figure', '[{{ .Get 0 }}]')), '[a]'));

  it('that do more are a box, what is within them is parsed', () => {
    const list = own('list', '{{ range (readDir ".") }}{{ . }}{{ end }}{{ .Inner }}');
    assert.equal(html('{{< list a >}}\n\n안 *x* {{< param 값 >}}\n\n{{< /list >}}\n\n뒤', list),
      '<div class="unknown"><span class="unknown-name">{{&lt; list a &gt;}}</span><div class="unknown-inner"><p>안 <em>x</em> 다섯 &lt; 여섯</p></div></div><p>뒤</p>');
    assert.match(html('말 {{< nowhere >}} 끝'), /^<p>말 <span class="unknown inline">\{\{&lt; nowhere &gt;\}\}<\/span> 끝<\/p>$/);
    assert.equal(html('`{{< nowhere >}}` [가]({{< nowhere >}})'), '<p><code>{{&lt; nowhere &gt;}}</code> <a href="{{&lt; nowhere &gt;}}">가</a></p>');
  });
});

describe('hostile shortcodes', () => {
  const run = (template: string): string => html('{{< x a >}}', own('x', template));
  const BOX = /^<div class="unknown">/;

  it('prototypes, files and calls are not to be had', () => {
    for (const template of ['{{ .constructor }}', '{{ constructor }}', '{{ .Constructor.constructor "return 1" }}', '{{ readFile "../../secret" }}', '{{ getenv "HOME" }}', '{{ partial "x" . }}', '{{ template "x" . }}', '{{ __proto__ }}', '{{ toString }}', '{{ .Get "__proto__" | .Site.Home }}']) assert.match(run(template), BOX, template);
    assert.equal(run('[{{ .Get "__proto__" }}{{ .Get "constructor" }}]'), '[]');
  });

  it('partials and resources are of the site alone', () => {
    assert.match(html('{{< x >}}', { ...own('x', '{{ partial "../../secret.html" . }}'), 'secret.html': 'x' }), BOX);
    const secret = { 'content/post/secret.md': '---\ntitle: x\n---\n', 'secret.png': '', 'assets/a.png': '' };
    assert.equal(html('{{< x >}}', { ...own('x', '[{{ with .Page.Resources.Get "../secret.md" }}{{ .RelPermalink }}{{ end }}{{ with resources.Get "../secret.png" }}{{ .RelPermalink }}{{ end }}{{ with resources.Get "a.png" }}{{ .RelPermalink }}{{ end }}]'), ...secret }), '[/a.png]');
    assert.match(html('{{< x >}}', { ...own('x', '{{ with resources.Get "a.png" }}{{ .Content }}{{ end }}'), ...secret }), BOX);
  });

  it('values go nowhere where they could run', () => {
    for (const template of ['<script>{{ .Get 0 }}</script>', '<a onclick="{{ .Get 0 }}">', '<p style="{{ .Get 0 }}">', '<a href={{ .Get 0 }}>', '<!-- {{ .Get 0 }} -->']) assert.match(run(template), BOX, template);
    assert.equal(html('{{< x "javascript:alert(1)" >}}', own('x', '<a href="{{ .Get 0 }}">')), '<a href="#ZgotmplZ">');
  });

  it('nothing grows without an end', () => {
    assert.match(run('{{ if true }}'.repeat(3000) + '{{ end }}'.repeat(3000)), BOX);
    assert.match(run(`{{ ${'('.repeat(3000)}1${')'.repeat(3000)} }}`), BOX);
    assert.match(run('{{ $a := .Get 0 }}' + '{{ $a = print $a $a }}'.repeat(60) + '{{ $a }}'), BOX);
    assert.match(run('{{ $a := .Get 0 }}' + '{{ $a = replace $a "a" "aaaaaaaaaaaaaaaaaaaa" }}'.repeat(60) + '{{ $a }}'), BOX);
    const all = '{{ range seq 9000 }}';
    assert.match(run(all.repeat(6) + 'x' + '{{ end }}'.repeat(6)), BOX);
    assert.match(run('{{ seq 1 1000000000 }}'), BOX);
    assert.match(run('{{ $a := slice 1 }}' + '{{ $a = append $a $a }}'.repeat(60) + '{{ len $a }}'), BOX);
    assert.match(html('{{< x >}}', { ...own('x', '{{ partial "p" . }}'), 'layouts/partials/p.html': '{{ partial "p" . }}{{ partial "p" . }}' }), BOX);
    const before = Date.now();
    html('{{< b >}}'.repeat(4000), own('b', '{{ .Inner }}'));
    html('{{< b >}}'.repeat(200) + '{{< /b >}}'.repeat(200), own('b', '{{ .Inner }}{{ .Inner }}'));
    html('{{< '.repeat(50_000));
    assert.ok(Date.now() - before < 5000);
  });

  it('nor do render hooks, one and all', () => {
    const before = Date.now();
    const hook = { 'layouts/_default/_markup/render-link.html': '{{ range seq 9000 }}{{ . }}{{ end }}' };
    assert.match(html('[가](b) '.repeat(3000), hook), /<a href="b">가<\/a>/);
    assert.equal(html('[가](b)', { 'layouts/_default/_markup/render-link.html': '{{ readFile "secret" }}' }), '<p><a href="b">가</a></p>');
    assert.equal(html('[가](javascript:x)', { 'layouts/_default/_markup/render-link.html': '<a href="{{ .Destination }}">{{ .Text }}</a>' }), '<p><a href="">가</a></p>');
    assert.ok(Date.now() - before < 10_000);
  });

  it('marks and words of our own in a text are only text', () => {
    assert.equal(html('HAHAHUGOSHORTCODEs7HBHB {{< param 값 >}} {\uFDD0-x\uFDD1}'), '<p>HAHAHUGOSHORTCODEs7HBHB 다섯 &lt; 여섯 {\uFFFD-x\uFFFD}</p>');
  });
});

describe('the way back to the source', () => {
  it('blocks behind and within lead to their lines', () => {
    const { site, post } = blog({ ...HUGO, 'layouts/shortcodes/three.html': '하나\n\n둘\n\n셋\n', 'content/post/a.md': `${HEAD}첫 줄\n\n{{% three %}}\n\n끝 줄\n\n{{< figure\n src="a.png" >}}\n\n# 제목\n` });
    const shown = renderBody(post('content/post/a.md'), site, { hasLines: true });
    const lines = [...shown.matchAll(/data-line="(\d+)"[^>]*>([^<\n]*)/g)].map(([, line, text]) => `${line} ${text}`);
    assert.deepEqual(lines, ['5 첫 줄', '7 하나', '7 둘', '7 셋', '9 끝 줄', '11 ', '14 제목']);
  });

  it('pictures of shortcodes are shown from where the view says', () => {
    const { site, post } = blog({ ...HUGO, 'content/post/a.md': `${HEAD}{{< figure src="/a.png" >}}` });
    assert.match(renderBody(post('content/post/a.md'), site, { image: target => `https://shown${target}` }), /<img src="https:\/\/shown\/a\.png"\/>/);
  });

  it('only refs ask for other pages', () => {
    const of = (text: string): boolean => asksOthers({ text, body: { start: 0, end: text.length } });
    assert.deepEqual([of('{{< ref "a" >}}'), of('{{< figure >}}'), of('글')], [true, false, false]);
  });
});

describe('render hooks of newer versions', () => {
  const NEWER = '[markup.goldmark.parser.attribute]\nblock = true\n';
  const of = (version: string) => (body: string, more: Readonly<Record<string, string>>): string => html(body, { ...more, 'netlify.toml': `[build.environment]\nHUGO_VERSION = "${version}"\n` }, NEWER);
  const hooked = of('0.160.0');
  const QUOTE = { 'layouts/_markup/render-blockquote.html': '<aside class="{{ .Type }} {{ .AlertType }}" data-n="{{ .Ordinal }}"{{ with .Attributes.id }} id="{{ . }}"{{ end }}>{{ with .AlertTitle }}<b>{{ . }}{{ $.AlertSign }}</b>{{ end }}{{ .Text }}</aside>\n' };
  const TABLE = { 'layouts/_markup/render-table.html': '<table class="own">{{ range .THead }}<tr>{{ range . }}<th{{ with .Alignment }} {{ printf "style=%q" (printf "text-align: %s" .) | safeHTMLAttr }}{{ end }}>{{ .Text }}</th>{{ end }}</tr>{{ end }}{{ range .TBody }}<tr>{{ range . }}<td>{{ .Text }}</td>{{ end }}</tr>{{ end }}</table>\n' };

  // https://gohugo.io/render-hooks/blockquotes/
  it('quotes and alerts', () => {
    assert.equal(hooked('> 글 *하나*\n{#a}\n\n> [!NOTE]\n> 안 `b`\n>\n> > 더 안\n', QUOTE),
      '<aside class="regular " data-n="0" id="a"><p>글 <em>하나</em></p></aside><aside class="alert note" data-n="2"><p>안 <code>b</code></p><aside class="regular " data-n="1"><p>더 안</p></aside></aside>');
    assert.equal(hooked('> [!Tip]- 제목 *둘*\n> 글\n', QUOTE), '<aside class="alert tip" data-n="0"><b>제목 <em>둘</em>-</b><p>글</p></aside>');
    assert.equal(hooked('> [!NOTE]\n> 글\n', { 'layouts/_markup/render-blockquote-alert.html': '<p class="note">{{ title .AlertType }}</p>{{ .Text }}' }), '<p class="note">Note</p><p>글</p>');
  });

  // https://gohugo.io/render-hooks/tables/
  it('tables', () => assert.equal(hooked('|가|나|\n|--|:-:|\n|*하나*|[둘](b)|\n', TABLE), '<table class="own"><tr><th>가</th><th style="text-align: center">나</th></tr><tr><td><em>하나</em></td><td><a href="b">둘</a></td></tr></table>'));

  it('are not run by older ones, nor where they ask for more', () => {
    assert.equal(of('0.131.0')('> 글', QUOTE), '<blockquote><p>글</p></blockquote>');
    assert.match(of('0.133.0')('|가|\n|--|\n|나|\n', TABLE), /^<table><thead>/);
    assert.equal(hooked('> 글\n> > 안', { 'layouts/_markup/render-blockquote.html': '{{ .Text }}{{ readFile "secret" }}' }), '<blockquote><p>글</p><blockquote><p>안</p></blockquote></blockquote>');
  });

  it('end', () => {
    const before = Date.now();
    hooked('> '.repeat(90) + '글\n\n' + '> 글\n\n'.repeat(1500), QUOTE);
    hooked('> '.repeat(90) + '글', { 'layouts/_markup/render-blockquote.html': '{{ .Text }}{{ .Text }}' });
    hooked('> '.repeat(90) + '글', { 'layouts/_markup/render-blockquote.html': '{{ .Text }}{{ unknown }}' });
    html('{{< a >}}{{< b >}}{{< b >}}{{< /a >}}'.repeat(100), { ...own('a', '{{ .Inner }}{{ .Scratch.Get "s" }}{{ template "x" . }}{{ define "x" }}{{ template "x" . }}{{ end }}'), ...own('b', '{{ range seq 500 }}{{ $.Parent.Scratch.Add "s" (slice 1 2) }}{{ end }}') });
    assert.ok(Date.now() - before < 5000);
  });
});
