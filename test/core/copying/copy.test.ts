import assert from 'node:assert/strict';
import { copyFor, type Copy } from '../../../src/core/copying/copy';
import { PLACES, type Format, type PlaceId } from '../../../src/core/copying/place';
import { blog } from '../../blog';

type Files = Readonly<Record<string, string>>;

const HUGO = { 'hugo.toml': 'baseURL = "https://blog.hanbit.dev/"\ntitle = "한빛 개발 노트"\n[markup.goldmark.renderer]\nunsafe = true\n', 'content/post/_index.md': '' } as const;
const JEKYLL = { '_config.yml': 'title: 한빛 개발 노트\nurl: https://hanbit.dev\nbaseurl: /til\n', '_posts/.keep': '' } as const;
const X = 'content/post/x/index.md';
const head = (body: string): string => `---\ntitle: 캐시를 지운 날\ndate: 2026-11-01\n---\n${body}`;

function copy(files: Files, path: string, id: PlaceId, format?: Format): Copy {
  const { site, post } = blog(files);
  const place = PLACES.find(each => each.id === id)!;
  const made = copyFor(post(path), site, place, format ?? place.formats[0]!);
  assert.ok(made);
  return made;
}

/** What stands before the link to the original. */
const body = (made: Copy): string => made.text.split(/\n(?:---\n\n|<hr>\n(?=<p>이 글은|<p>First))(?=이 글은|First|<p>)/)[0]!.trim();
const hugo = (text: string, id: PlaceId, format?: Format, others: Files = {}): Copy => copy({ ...HUGO, ...others, [X]: head(text) }, X, id, format);
const velog = (text: string, others: Files = {}): string => body(hugo(text, 'velog', undefined, others));

describe('a copy for Velog', () => {
  it('is Markdown without front matter, with a link to the original', () => {
    const made = hugo('## 첫째 {#one}\n\n글입니다.\n\n<!--more-->\n\n끝.\n', 'velog');
    assert.equal(made.text, '## 첫째\n\n글입니다.\n\n끝.\n\n---\n\n이 글은 [한빛 개발 노트](https://blog.hanbit.dev/post/x/)에 처음 실렸습니다.\n');
    assert.equal(made.title, '캐시를 지운 날');
    assert.deepEqual(made.notes, []);
  });

  it('joins lines, which would be broken there, and keeps breaks', () => {
    assert.equal(velog('한 줄을\n둘로 나눠 씁니다.\n\n끊은 줄  \n다음 줄\n'), '한 줄을 둘로 나눠 씁니다.\n\n끊은 줄  \n다음 줄');
  });

  it('writes addresses in full: of pages, of pictures beside the post, of places in it', () => {
    const others = { 'content/post/y.md': head('## 고리\n'), 'content/post/x/flow.png': '', 'static/img/a.png': '' };
    assert.equal(velog('[y](../y/#고리) [여기](#one) [밖](https://go.dev/) ![흐름](flow.png) ![틀](/img/a.png)\n\n## 하나 {#one}\n', others).split('\n')[0],
      '[y](https://blog.hanbit.dev/post/y/#%EA%B3%A0%EB%A6%AC) [여기](https://blog.hanbit.dev/post/x/#one) [밖](https://go.dev/) ![흐름](https://blog.hanbit.dev/post/x/flow.png) ![틀](https://blog.hanbit.dev/img/a.png)');
  });

  it('runs shortcodes: figures, code, references, films', () => {
    const others = { 'content/post/y.md': head(''), 'static/img/a.png': '' };
    const made = hugo('{{< figure src="/img/a.png" caption="서버 구성" >}}\n\n{{< highlight go "linenos=table" >}}\nfmt.Println(1)\n{{< /highlight >}}\n\n[y]({{< relref "y.md" >}})\n\n{{< youtube dQw4w9WgXcQ >}}\n\n{{< tweet user="golang" id="123" >}}\n\n{{< gist spf13 7896402 >}}\n', 'velog', undefined, others);
    assert.equal(body(made), [
      '![서버 구성](https://blog.hanbit.dev/img/a.png)', '*서버 구성*', '```go\nfmt.Println(1)\n```', '[y](https://blog.hanbit.dev/post/y/)', '!youtube[dQw4w9WgXcQ]', '<https://twitter.com/golang/status/123>', '<https://gist.github.com/spf13/7896402>',
    ].join('\n\n'));
    assert.deepEqual(made.notes, ['Embeds became links (2).']);
  });

  it('says which tags could not be run, and keeps what stands between them', () => {
    const made = hugo('{{< mystery >}}\n\n{{< 상자 >}}\n안쪽\n{{< /상자 >}}\n\n{{< box >}}\n안쪽 글\n{{< /box >}}\n', 'velog');
    assert.match(body(made), /안쪽 글/);
    assert.ok(made.notes.some(note => note.startsWith('Template tags left out') && note.includes('{{< mystery >}}')), made.notes.join('\n'));
  });

  it('makes bold what the blog shows as bold, where CommonMark would show asterisks', () => {
    const files = { ...JEKYLL, '_posts/2026-11-01-x.md': head('**"캐시"**는 *\'값\'*을 **용어(English)**를 **굵게** 씁니다.\n') };
    assert.equal(body(copy(files, '_posts/2026-11-01-x.md', 'velog')), '<strong>“캐시”</strong>는 <em>‘값’</em>을 <strong>용어(English)</strong>를 **굵게** 씁니다.');
    // Goldmark shows them
    assert.equal(velog('**"캐시"**는\n'), '\\*\\*“캐시”\\*\\*는');
  });

  it('keeps formulas between dollars, and dollars that are none', () => {
    const files = { ...JEKYLL, '_config.yml': `${JEKYLL['_config.yml']}mathjax: true\n`, '_posts/2026-11-01-x.md': head('값 $$a_b$$ 입니다.\n\n$$\nx = \\frac{1}{2}\n$$\n\n5$와 6$\n') };
    assert.equal(body(copy(files, '_posts/2026-11-01-x.md', 'velog')), '값 $a_b$ 입니다.\n\n$$\nx = \\frac{1}{2}\n$$\n\n5\\$와 6\\$');
    assert.match(copy(files, '_posts/2026-11-01-x.md', 'medium').text, /<code>a_b<\/code>/);
  });

  it('writes footnotes as numbers and a list', () => {
    const made = hugo('글[^1]과 글[^b].\n\n[^1]: 첫째.\n[^b]: 둘째 [밖](https://go.dev/).\n', 'velog');
    assert.equal(body(made), '글¹과 글².\n\n**각주**\n\n1. 첫째.\n2. 둘째 [밖](https://go.dev/).');
    assert.deepEqual(made.notes, ['Footnotes became a list at the end (2).']);
  });

  it('ends a bare address where it ends', () => {
    assert.equal(velog('여기(http://go.dev/a?b=1&c=2)와 http://draw.io가 있습니다.\n'), '여기(<http://go.dev/a?b=1&c=2>)와 <http://draw.io>가 있습니다.');
  });

  it('leaves nothing of kramdown’s own forms', () => {
    const files = { ...JEKYLL, 'assets/a.png': '', '_posts/2026-10-01-y.md': '---\ntitle: 앞 글\n---\n', '_posts/2026-11-01-x.md': head('* 목차\n{:toc}\n\n## 하나\n{: .big #one}\n\n글\n{: .lead}\n\n{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\n```go\nx := 1\n```\n{: .wide}\n\n![틀]({{ "/assets/a.png" | relative_url }}){: width="300"} [y]({% post_url 2026-10-01-y %})\n\n용어\n: 뜻\n') };
    const made = copy(files, '_posts/2026-11-01-x.md', 'velog');
    assert.equal(made.text, [
      '## 하나', '글', '```ruby\nputs 1\n```', '```go\nx := 1\n```', '![틀](https://hanbit.dev/til/assets/a.png) [y](https://hanbit.dev/til/2026/10/01/y.html)', '**용어**', '- 뜻', '---',
      '이 글은 [한빛 개발 노트](https://hanbit.dev/til/2026/11/01/x.html)에 처음 실렸습니다.',
    ].join('\n\n') + '\n');
  });

  it('takes Hexo’s code out of its tables', () => {
    const files = { '_config.yml': 'title: 노트\nurl: https://hexo.hanbit.dev\n', 'package.json': '{"hexo":{"version":"7.3.0"},"dependencies":{"hexo":"^7"}}', 'source/_posts/x.md': head('```js 첫 코드\nconst a = 1;\n\nconst b = 2;\n```\n\n{% codeblock lang:js %}\nf()\n{% endcodeblock %}\n') };
    assert.equal(body(copy(files, 'source/_posts/x.md', 'velog')), '첫 코드\n\n```js\nconst a = 1;\n\nconst b = 2;\n```\n\n```js\nf()\n```');
  });
});

describe('a copy for Medium', () => {
  it('has the title, two levels of headings and code with breaks', () => {
    assert.equal(body(hugo('## 하나\n\n### 둘\n\n#### 셋\n\n```go\na\n\nb\n```\n', 'medium')), '<h1>캐시를 지운 날</h1>\n<h3>하나</h3>\n<h4>둘</h4>\n<h4>셋</h4>\n<pre>a<br><br>b</pre>');
  });

  it('has tables in columns of equal width, Hangul being twice as wide', () => {
    const made = hugo('| 이름 | 값 |\n|:--|--:|\n| 캐시 | 10 |\n| DB | 2,000 |\n', 'medium');
    assert.match(made.text, /<pre>이름     값<br>----  -----<br>캐시     10<br>DB    2,000<\/pre>/);
    assert.deepEqual(made.notes, ['Tables became text in columns (1).']);
  });

  it('has lists of one level', () => {
    assert.equal(body(hugo('- 하나\n  - 안쪽\n    1. 더 안쪽\n- 둘\n', 'medium')).split('\n').slice(1).join('\n'), '<ul><li>하나<br>– 안쪽<br>\u00a0\u00a01. 더 안쪽</li>\n<li>둘</li>\n</ul>');
    assert.equal(body(hugo('3. 하나\n4. 둘\n\n   ```\n   x\n   ```\n5. 셋\n', 'medium')).split('\n').slice(1).join('\n'), '<p>3. 하나</p>\n<p>4. 둘</p>\n<pre>x</pre>\n<p>5. 셋</p>');
    assert.equal(body(hugo('- [x] 끝냄\n- [ ] 남음\n', 'medium')).split('\n').slice(1).join('\n'), '<ul><li>☑ 끝냄</li>\n<li>☐ 남음</li>\n</ul>');
  });

  it('opens what is folded and names embeds by their address', () => {
    const made = hugo('<details><summary>더 보기</summary>\n\n접힌 글\n\n</details>\n\n{{< youtube dQw4w9WgXcQ >}}\n', 'medium');
    assert.match(made.text, /<p><strong>더 보기<\/strong><\/p>\n<p>접힌 글<\/p>\n<p><a href="https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ">https:/);
  });

  it('comes with the same as plain text', () => {
    assert.equal(hugo('글 [밖](https://go.dev/)\n\n- 하나\n- 둘\n', 'medium').plain, '# 캐시를 지운 날\n\n글 밖 (https://go.dev/)\n\n- 하나\n- 둘\n\n---\n\n이 글은 한빛 개발 노트 (https://blog.hanbit.dev/post/x/)에 처음 실렸습니다.\n');
  });

  it('does not say the title twice', () => {
    const { text, title } = copy({ 'notes/x.md': '# 캐시를 지운 날\n\n글입니다.\n' }, 'notes/x.md', 'medium');
    assert.equal(title, '캐시를 지운 날');
    assert.equal(text, '<h1>캐시를 지운 날</h1>\n<p>글입니다.</p>\n');
    assert.equal(copy({ 'notes/x.md': '# 캐시를 지운 날\n\n글입니다.\n' }, 'notes/x.md', 'velog').text, '글입니다.\n');
  });
});

describe('a copy for Tistory and for mail', () => {
  it('is the source of a page, with languages of code and nothing of the blog’s classes', () => {
    assert.equal(body(hugo('글\n{.lead}\n\n```go {hl_lines=[1]}\na <b>\n```\n\n| 이름 |\n|:-:|\n| 값 |\n', 'tistory', 'html')), [
      '<p>글 {.lead}</p>', '<pre><code class="language-go">a &lt;b&gt;</code></pre>',
      '<table border="1" style="border-collapse: collapse;"><thead><tr><th style="text-align: center;">이름</th>', '</tr>', '</thead>', '<tbody><tr><td style="text-align: center;">값</td>', '</tr>', '</tbody>', '</table>',
    ].join('\n'));
  });

  it('keeps in Markdown what Tistory shows and Velog does not', () => {
    assert.equal(body(hugo('H<sub>2</sub>O <kbd>Ctrl</kbd>\n\n<details><summary>더</summary>\n\n접힘\n\n</details>\n', 'tistory', 'markdown')), 'H<sub>2</sub>O <kbd>Ctrl</kbd>\n\n<details>\n<summary>더</summary>\n\n접힘\n\n</details>');
    assert.equal(velog('H<sub>2</sub>O <kbd>Ctrl</kbd> 10<sup>9</sup>\n'), 'H₂O `Ctrl` 10⁹');
  });

  it('is a letter whose every part brings its look', () => {
    const { text, plain } = hugo('글 `x`\n\n```\ny\n```\n\n| 이름 |\n|--|\n| 값 |\n', 'mail');
    for (const tag of ['div', 'h1', 'p', 'code', 'pre', 'table', 'th', 'td', 'hr', 'a']) assert.match(text, new RegExp(`<${tag} (?:[a-z]+="[^"]*" )?style="`), tag);
    assert.match(text, /^<div style="max-width: 640px;/);
    assert.doesNotMatch(text, /class=/);
    // code in a block has the look of the block
    assert.match(text, /<pre style="[^"]*"><code>y<\/code><\/pre>/);
    assert.match(plain!, /^# 캐시를 지운 날\n\n글 x\n\n {4}y\n/);
  });
});

describe('what has no address', () => {
  it('is told and named: pictures that are not there, links that lead nowhere or to drafts', () => {
    const made = hugo('![흐름](nope.png) [없음](/nope/) [초안](../d/)\n', 'velog', undefined, { 'content/post/d.md': '---\ntitle: 초안\ndraft: true\n---\n' });
    assert.equal(body(made), '\\[사진: 흐름, nope.png] 없음 초안');
    assert.deepEqual(made.notes, ['Pictures left out, as they are not on the blog (1): nope.png', 'Links that lead nowhere became text (1): /nope/', 'Links to what is not published became text (1): ../d/']);
  });

  it('is everything where the blog’s own address is nobody’s or not known', () => {
    for (const [config, note] of [['baseURL = "http://localhost:1313/"\n', /^"http:\/\/localhost:1313" is no address/], ['baseURL = "https://example.com/"\n', /^"https:\/\/example\.com" is no address/], ['title = "x"\n', /^The blog’s configuration does not say/]] as const) {
      const { text, notes } = copy({ ...HUGO, 'hugo.toml': config, [X]: head('![흐름](flow.png) [밖](https://go.dev/) [안](/post/x/)\n'), 'content/post/x/flow.png': '' }, X, 'velog');
      assert.equal(text, '\\[사진: 흐름, flow.png] [밖](https://go.dev/) 안\n');
      assert.match(notes[0]!, note);
    }
  });

  it('is the original of a draft', () => {
    const made = copy({ ...HUGO, [X]: '---\ntitle: 초안\ndate: 2026-11-01\ndraft: true\n---\n글입니다.\n' }, X, 'velog');
    assert.equal(made.text, '글입니다.\n');
    assert.deepEqual(made.notes, ['The post is not published yet: there is no link to the original.']);
  });

  it('says where an English post was first published in English', () => {
    assert.match(copy({ ...HUGO, [X]: '---\ntitle: Caches\ndate: 2026-11-01\n---\nThe cache was cleared twice.\n' }, X, 'velog').text, /\n---\n\nFirst published at \[한빛 개발 노트\]\(https:\/\/blog\.hanbit\.dev\/post\/x\/\)\.\n$/);
  });
});
