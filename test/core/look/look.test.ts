// A built page as the look of a post: where its text is found, what is filled in, what is taken out. The pages are our own.
import assert from 'node:assert/strict';
import { Files } from '../../../src/core/files';
import { fitLook, type FittedLook } from '../../../src/core/look/fit';
import { lookOf, type LookAnswer } from '../../../src/core/look/look';
import { wholePage } from '../../../src/core/look/page';
import type { Showing } from '../../../src/core/look/within';
import type { Post } from '../../../src/core/post';
import { renderBody } from '../../../src/core/preview';
import { blog, HUGO, type Blog } from '../../blog';

const POST = 'content/post/tea.md';
const PAGE = 'post/tea/index.html';
const TEXT = '---\ntitle: 차를 우리는 법\ndate: 2026-03-02T10:00:00+09:00\ndescription: 물의 온도가 먼저다.\ntags: [tea, water]\n---\n\n물을 끓이고 조금 기다립니다.\n\n## 온도\n\n녹차는 낮은 온도에서 우립니다.\n\n- 하나\n- 둘\n\n```js\nlet a = 1;\n```\n\n마지막 문단입니다.\n';

const BODY = '<p>물을 끓이고 조금 기다립니다.</p><h2 id="온도">온도 <a class="hook" href="#온도">#</a></h2><p>녹차는 낮은 온도에서 우립니다.</p><ul><li>하나</li><li>둘</li></ul><div class="highlight"><pre class="chroma"><code><span class="kd">let</span> a = 1;\n</code></pre></div><p>마지막 문단입니다.</p>';
const page = (body = BODY, { head = '', above = '', below = '' } = {}): string => `<!DOCTYPE html>
<html lang="ko"><head><title>차를 우리는 법 | 글방</title><meta name="description" content="물의 온도가 먼저다."><meta property="og:title" content="차를 우리는 법">${head}</head>
<body class="x"><header><a href="/">글방</a></header><main><article><h1>차를 우리는 법</h1><time datetime="2026-03-02T10:00:00+09:00">2026년 3월 2일</time>${above}
<div class="content">${body}</div>${below}<p class="terms"><a href="/tags/tea/">tea</a>, <a href="/tags/water/">water</a></p><a href="/post/other/">차를 우리는 법</a></article></main></body></html>`;

interface Case { readonly texts?: Readonly<Record<string, string>>; readonly files?: Readonly<Record<string, string>>; readonly showing?: Partial<Showing>; readonly path?: string }

function ask({ texts = {}, files = {}, path = POST }: Case = {}): { answer: LookAnswer; asked: readonly string[]; blog: Blog } {
  const all = { ...HUGO, [POST]: TEXT, ...files };
  const made = blog(all);
  const built: Readonly<Record<string, string>> = { [PAGE]: page(), 'post/other/index.html': '', ...texts };
  const read = new Map<string, string>();
  const sources = new Map<string, string>();
  for (let turn = 0; ; turn++) {
    const answer = lookOf(made.post(path), made.site, { files: new Files(Object.keys(built)), texts: read, sources });
    if (answer.kind !== 'needs') return { answer, asked: [...read.keys()], blog: made };
    assert.ok(turn < 12 && answer.built.length + answer.sources.length > 0);
    for (const file of answer.built) read.set(file, built[file]!);
    for (const file of answer.sources) sources.set(file, all[file as keyof typeof all]);
  }
}

function fit(given: Case = {}): { fitted: FittedLook; shown(post?: Post): string; blog: Blog } {
  const { answer, blog: made } = ask(given);
  assert.equal(answer.kind, 'look', answer.kind === 'none' ? answer.reason : '');
  const fitted = fitLook((answer as Extract<LookAnswer, { kind: 'look' }>).look, made.site, { address: file => `at:${file}`, ...given.showing });
  assert.ok(fitted);
  const first = made.post(given.path ?? POST);
  return { fitted, blog: made, shown: (post = first) => wholePage(fitted.dress(post), fitted.dressBody(renderBody(post, made.site))) };
}

const edited = (made: Blog, text: string): Post => blog({ ...HUGO, [POST]: text }).post(POST) ?? made.posts[0]!;
const reason = (given: Case): string => { const { answer } = ask(given); return answer.kind === 'none' ? answer.reason : answer.kind; };
/** Blanks between blocks are the renderer's. */
const tight = (html: string): string => html.replace(/>\n+</g, '><').replace(/\n$/, '');
const MARKS = /<!--\/?tech-post body-->/g;

describe('look: the page of a post', () => {
  it('is the built page, byte for byte, as long as the post is the same', () => {
    assert.equal(tight(fit().shown().replace(MARKS, '')), tight(page()));
  });

  it('has the body between its marks, without what the theme puts beside it', () => {
    const texts = { [PAGE]: page(`<p class="lead">이 글은 연재입니다.</p>${BODY}<div class="share">나누기</div>`, { above: '<nav><a href="#온도">온도</a></nav>' }) };
    const [, body] = fit({ texts }).shown().split(MARKS);
    assert.equal(tight(body!), tight(BODY));
  });

  it('has the new title, date, description and tags of a post that was changed, and leaves links to others alone', () => {
    const { shown, blog: made } = fit();
    const html = shown(edited(made, TEXT.replace('차를 우리는 법', '<커피>를 내리는 법').replace('2026-03-02T10', '2026-12-25T09').replace('물의 온도가 먼저다.', '천천히.').replace('[tea, water]', '[coffee, water, cup]')));
    assert.match(html, /<title>&lt;커피&gt;를 내리는 법 \| 글방<\/title><meta name="description" content="천천히."><meta property="og:title" content="&lt;커피&gt;를 내리는 법">/);
    assert.match(html, /<h1>&lt;커피&gt;를 내리는 법<\/h1><time datetime="2026-12-25T09:00:00\+09:00">2026년 12월 25일<\/time>/);
    assert.match(html, /<p class="terms"><a href="\/tags\/coffee\/">coffee<\/a>, <a href="\/tags\/water\/">water<\/a>, <a href="\/tags\/cup\/">cup<\/a><\/p>/);
    assert.match(html, /<a href="\/post\/other\/">차를 우리는 법<\/a>/);
  });

  it('finds a title of any signs among other words', () => {
    const sign = 'A-B/C (1+1)*? [x]';
    const text = TEXT.replace('차를 우리는 법', `"${sign}"`);
    const { shown, blog: made } = fit({ files: { [POST]: text }, texts: { [PAGE]: page().replaceAll('차를 우리는 법', sign) } });
    assert.match(shown(edited(made, text.replace(sign, '새 제목'))), /<title>새 제목 \| 글방<\/title>/);
  });

  it('has nothing where the post says nothing', () => {
    const { shown, blog: made } = fit();
    assert.match(shown(edited(made, TEXT.replace(/^title.*\ndate.*\n/m, ''))), /<h1><\/h1><time datetime=""><\/time>/);
  });

  it('keeps blocks that did not change as the build has them, and does to new ones what the theme does to all', () => {
    const { shown, blog: made } = fit({ files: { [POST]: `${TEXT}\n## 그릇\n\n잔을 데웁니다.\n` }, texts: { [PAGE]: page(`${BODY}<h2 id="그릇">그릇 <a class="hook" href="#그릇">#</a></h2><p>잔을 데웁니다.</p>`) } });
    const html = shown(edited(made, TEXT.replace('마지막 문단입니다.', '새 문단입니다.\n\n## 물\n\n**샘물**을 씁니다.')));
    assert.match(html, /<div class="highlight"><pre class="chroma"><code><span class="kd">let<\/span>/);
    assert.match(html, /<h2 id="물">물 <a class="hook" href="#물">#<\/a><\/h2>/);
    assert.match(html, /<p>새 문단입니다\.<\/p>/);
  });

  it('does not keep a block in which only the markup changed', () => {
    const { shown, blog: made } = fit();
    assert.match(shown(edited(made, TEXT.replace('녹차는', '**녹차는**'))), /<p><strong>녹차는<\/strong> 낮은/);
  });

  it('notes lines in blocks that are kept', () => {
    const { fitted, blog: made } = fit();
    const html = fitted.dressBody(renderBody(made.post(POST), made.site, { hasLines: true }));
    assert.match(html, /^<p data-line="7">/);
    assert.match(html, /<li data-line="13">하나<\/li><li data-line="14">둘<\/li>/);
  });

  it('finds the place of a post whose first and last blocks were written anew', () => {
    const files = { [POST]: TEXT.replace('물을 끓이고 조금 기다립니다.', '먼저 물을 끓입니다.').replace('마지막 문단입니다.', '이것으로 마칩니다.') };
    const [before, , after] = fit({ files }).shown().split(MARKS);
    assert.ok(before!.endsWith('<div class="content">') && after!.startsWith('</div>'));
  });

  it('finds it in sections, in frames around tables, in a minified page and between what scripts made', () => {
    for (const body of [
      BODY.replace('<h2', '<section><h2').replace('<p>마지막', '</section><p>마지막'), BODY.replace('<ul>', '<div class="frame"><ul>').replace('</ul>', '</ul></div>'),
      BODY.replace(/<\/p>|<\/li>/g, ''), BODY.replace('<ul>', '<ins class="adsbygoogle"></ins><ul>'), BODY.replace('let</span> a', 'let</span><i>1</i> a'),
    ]) {
      const [before, , after] = fit({ texts: { [PAGE]: page(body) } }).shown().split(MARKS);
      assert.ok(before!.endsWith('<div class="content">') && after!.startsWith('</div>'), body);
    }
  });

  it('says why there is none', () => {
    assert.match(reason({ texts: { [PAGE]: page('<p>전혀 다른 글입니다.</p>') } }), /shows nothing of the post/);
    assert.match(reason({ texts: { [PAGE]: page('<p>마지막 문단입니다.</p>') } }), /too little of the post/);
    assert.match(reason({ texts: { [PAGE]: `${'<div>'.repeat(3000)}${page()}` } }), /cannot be read/);
    const { site, post } = blog({ ...HUGO, [POST]: TEXT });
    const none = lookOf(post(POST), site, { files: new Files(), texts: new Map(), sources: new Map() });
    assert.ok(none.kind === 'none' && /no build of this blog in "public": Hugo makes one/.test(none.reason));
  });

  it('has none in a page that a site without a layout makes', () => {
    for (const html of [BODY, `<!-- ${BODY.length} -->${BODY}`, `<html><head><title>글</title></head>${BODY}</html>`]) {
      const { answer } = ask({ texts: { [PAGE]: html } });
      assert.match(answer.kind === 'none' ? answer.reason : '', /no layout/, html);
    }
    assert.equal(ask({ texts: { [PAGE]: `<title>글</title><header>글방</header><div>${BODY}</div>` } }).answer.kind, 'look');
  });

  it('asks for pages and style sheets, and for nothing else', () => {
    const texts = { [PAGE]: page(BODY, { head: '<link rel="stylesheet" href="/a.css"><link rel="preload" as="style" href="/late.css" onload="this.rel=\'stylesheet\'"><link rel="icon" href="/i.png"><link rel="stylesheet" href="/../x.css"><link rel="stylesheet" href="/not.css">' }), 'a.css': '@import "b.css";', 'b.css': 'b{}', 'late.css': 'l{}', 'i.png': '' };
    assert.deepEqual([...ask({ texts }).asked].sort(), ['a.css', 'b.css', 'late.css', PAGE].sort());
  });

  it('has the style sheets that show a page whose script does not run, and no warning that it does not', () => {
    const head = '<noscript><link rel="stylesheet" href="/shown.css"><style>a{}</style><img src="/count.png"></noscript>';
    const html = fit({ texts: { [PAGE]: page(BODY, { head, above: '<noscript>Scripts!</noscript><link itemprop="x" href="/y">' }), 'shown.css': 'body{opacity:1}', 'count.png': '' } }).shown();
    assert.match(html, /content="차를 우리는 법"><style>body\{opacity:1\}<\/style><style>a\{\}<\/style><\/head>/);
    assert.match(html, /<\/time><template><\/template><template><\/template>/);
  });

  it('shows a post that was never built in the page of the one most like it', () => {
    const other = 'content/post/new.md';
    const { shown } = fit({ path: other, files: { [other]: '---\ntitle: 새 글\ndate: 2026-05-05T00:00:00+09:00\ntags: [cup]\n---\n처음 씁니다.\n', 'content/about.md': '---\ntitle: 소개\n---\n물을 끓이고\n' }, texts: { 'about/index.html': page() } });
    assert.match(shown(), /<h1>새 글<\/h1><time datetime="2026-05-05T00:00:00\+09:00">2026년 5월 5일<\/time>\n<div class="content"><!--tech-post body--><p>처음 씁니다\.<\/p>\n<!--\/tech-post body--><\/div>/);
    assert.match(shown(), /<p class="terms"><a href="\/tags\/cup\/">cup<\/a><\/p>/);
  });

  it('writes the contents anew by their own pattern when the headings change', () => {
    const list = '<nav id="TableOfContents"><ul><li class="t"><a class="c" href="#%EC%98%A8%EB%8F%84"><b>1.</b> <i>온도</i></a></li></ul></nav>';
    const { shown, blog: made } = fit({ texts: { [PAGE]: page(BODY, { below: list }) } });
    assert.ok(shown().includes(list));
    assert.match(shown(edited(made, `${TEXT}\n## 그릇\n`)), /<b>1\.<\/b> <i>온도<\/i><\/a><\/li>\n<li class="t"><a class="c" href="#%EA%B7%B8%EB%A6%87"><b>2\.<\/b> <i>그릇<\/i><\/a><\/li>/);
    const empty = '<nav id="TableOfContents"></nav>';
    const flat = fit({ files: { [POST]: TEXT.replace('## 온도\n', '') }, texts: { [PAGE]: page(BODY.replace(/<h2.*<\/h2>/, ''), { below: empty }) } });
    assert.match(flat.shown(edited(flat.blog, TEXT)), /<nav id="TableOfContents"><ul>\n<li><a href="#%EC%98%A8%EB%8F%84">온도<\/a><\/li>\n<\/ul><\/nav>/);
  });

  it('sets the mark of the scheme that the theme’s own selectors have', () => {
    for (const [css, html, dark, light] of [
      ['[data-theme="dark"] p{}', '<html lang="ko">', /<html data-theme="dark" lang="ko">/, /<html lang="ko">/],
      ['html.dark{} .dark a{}', '<html lang="ko" class="no-js">', /<html lang="ko" class="no-js dark">/, /<html lang="ko" class="no-js">/],
      ['body.night-mode{}', '<html lang="ko">', /<body class="x night-mode">/, /<body class="x">/],
    ] as const) {
      const texts = { [PAGE]: page(BODY, { head: `<style>${css}</style>` }).replace('<html lang="ko">', html) };
      assert.match(fit({ texts, showing: { scheme: 'dark' } }).shown(), dark);
      assert.match(fit({ texts, showing: { scheme: 'light' } }).shown(), light);
    }
  });
});

describe('look: hostile pages', () => {
  const shownWith = (extra: string, showing: Partial<Showing> = {}, others: Readonly<Record<string, string>> = {}): string => fit({ texts: { [PAGE]: page(BODY, { above: extra }), ...others }, showing }).shown();

  for (const bad of [
    '<script>alert(1)</script>', '<script type="application/ld+json">{}</script>', '<svg><script>alert(1)</script></svg>', '<img src="x" onerror="alert(1)">', '<IMG SRC=x OnError=alert(1)>', '<svg onload=alert(1)>', '<p onclick="alert(1)" autofocus>',
    '<meta http-equiv="refresh" content="0;url=https://alert.example">', '<base href="https://alert.example/">', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<object data="alert.swf"></object>', '<embed src="alert.swf">',
    '<form action="https://alert.example"><button formaction="javascript:alert(1)">x</button></form>', '<a href="javascript:alert(1)">x</a>', '<a href=" java\tscript:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>', '<a href="data:text/html,alert">x</a>', '<a href="vbscript:alert">x</a>',
    '<link rel="import" href="/alert.html">', '<link rel="stylesheet" href="https://alert.example/a.css">', '<style>@import url(https://alert.example/a.css);a{background:url(//alert.example)}</style>', '<p style="background:url(https://alert.example/a.png)">', '<img srcset="https://alert.example/a.png 2x, //alert.example/b.png">',
    '<svg><use href="https://alert.example/a.svg#a"></use><image xlink:href="https://alert.example/a.png"/><a xlink:href="javascript:alert(1)">x</a><animate attributeName="href" values="javascript:alert(1)"/></svg>', '<svg><rect fill="url(https://alert.example/a.svg#a)"/></svg>',
    '<video poster="https://alert.example/a.png" src="https://alert.example/v.mp4" autoplay></video>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>', '<template><script>alert(1)</script></template>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<style></sty\0le><script>alert(1)</script></style>', '<img src="/../../alert.png">', '<img src="%2e%2e/%2e%2e/alert.png">', '<img src="..\\..\\alert.png">', '<img src="file:///alert">', '<a ping="https://alert.example" href="/x">y</a>', '<textarea><img src=x onerror=alert(1)></textarea><script>alert(1)</script>',
  ]) {
    it(`leaves nothing of ${bad.replace(/\0/g, '\\0')}`, () => {
      let html: string;
      try {
        html = shownWith(bad);
      } catch {
        return; // refused as a whole, which is as good
      }
      assert.ok([...html.matchAll(/<style>([^]*?)<\/style>/g)].every(([, css]) => !/<[a-z/!]/i.test(css!)));
      const inText = html.replace(/<(textarea|style)>[^]*?<\/\1>/g, '').replace(/="[^"]*&lt;[^"]*"/g, '');
      assert.doesNotMatch(inText, /alert|<script|http-equiv|<base|<iframe|<object|<embed|srcdoc|\son\w+=/i);
    });
  }

  it('reads no page as a whole that is made to take long', function () {
    this.timeout(20_000);
    for (const html of ['<div>'.repeat(200_000), `<a ${'b'.repeat(2)} ${Array.from({ length: 200_000 }, (_, index) => `x${index}`).join(' ')}>`, '<b a=1>'.repeat(400) + '<p>'.repeat(300_000), '<table>'.repeat(100_000), '<svg>'.repeat(100_000), '<x '.repeat(300_000), `<p title="${'"'.repeat(300_000)}`, page(BODY.repeat(3000))]) {
      const { answer } = ask({ texts: { [PAGE]: html } });
      assert.ok(answer.kind === 'none' || html.includes(BODY));
    }
  });

  it('takes a page of 50 MB and one that is no text for unreadable', () => {
    assert.match(reason({ texts: { [PAGE]: page() + 'x'.repeat(50_000_000) } }), /cannot be read/);
    assert.match(reason({ texts: { [PAGE]: `\x89PNG\0\0${page()}` } }), /cannot be read/);
  });
});
