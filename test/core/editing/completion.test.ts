// What is offered where a writer types. A bar in a text is the cursor.
import assert from 'node:assert/strict';
import { offersAt, type Offer } from '../../../src/core/editing/completion';
import { searchText } from '../../../src/core/editing/hangul';
import { factsOf } from '../../../src/core/facts';
import { parsePost } from '../../../src/core/post';
import { blog, HUGO, JEKYLL } from '../../blog';

const front = (title: string, date: string, body = '본문', more = ''): string => `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${body}\n`;

type Files = Readonly<Record<string, string>>;

/** What is offered, and the text with the first of them taken. */
function offered(files: Files, path: string, marked: string): { readonly offers: readonly Offer[]; readonly taken: string | undefined; readonly labels: readonly string[]; readonly inserts: readonly string[] } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { site } = blog({ ...files, [path]: text });
  const found = offersAt(parsePost(path, text, site), offset, site);
  const offers = found?.offers ?? [];
  const first = offers[0];
  return {
    offers, labels: offers.map(({ label }) => label), inserts: offers.map(({ insert }) => insert),
    taken: found && first && text.slice(0, found.span.start) + first.insert + text.slice(found.span.end),
  };
}

const hugo: Files = {
  ...HUGO,
  'content/post/오래된.md': front('쿠버네티스 처음 만나기', '2024-01-01', '## 설치 하기\n\n## 지우기\n\n[이어서](/post/새로운/)'),
  'content/post/새로운.md': front('도커 컴포즈 정리', '2026-05-01', '[앞 글](/post/오래된/)'),
  'content/post/예약.md': front('곧 나올 도커 글', '2027-01-01'), 'content/post/초안.md': front('쓰다 만 글', '2026-06-01', '글', 'draft: true\n'),
  'content/about.md': '---\ntitle: 소개\n---\n글\n',
};
const typed = (body: string): string => front('쓰는 글', '2026-07-01', body);
const at = 'content/post/쓰는.md';

describe('completion', () => {
  it('offers posts by title: the newest first, what is not published after them and marked, other pages last', () => {
    const { offers } = offered(hugo, at, typed('[글](|)'));
    assert.deepEqual(offers.map(({ kind, label, detail, status }) => [kind, label, detail, status]), [
      ['post', '도커 컴포즈 정리', '/post/새로운/', undefined], ['post', '쿠버네티스 처음 만나기', '/post/오래된/', undefined],
      ['post', '곧 나올 도커 글', '/post/예약/', 'Scheduled (January 1 at 09:00)'], ['post', '쓰다 만 글', '/post/초안/', 'Draft'],
      ['page', '소개', '/about/', undefined], ['page', 'post', '/post/', undefined],
    ]);
  });

  it('finds Hangul in the middle of a title, by unfinished syllables as well', () => {
    for (const word of ['컴포즈', '컴퐂', 'ㅋ', '정리', '새로', '도커 저']) assert.equal(offered(hugo, at, typed(`[글](${word.includes(' ') ? '<' : ''}${word}|)`)).labels.includes('도커 컴포즈 정리'), true, word);
    assert.deepEqual(offered(hugo, at, typed('[글](없는말|)')).labels, []);
    assert.equal(searchText('도커').startsWith(searchText('돜')), true);
    assert.equal(searchText('값이').startsWith(searchText('갃').slice(0, 2)), true);
  });

  it('writes a link as this blog writes its links', () => {
    assert.equal(offered(hugo, at, typed('[글](도커|)')).taken, typed('[글](/post/새로운/)'));
    const body = (link: string): Files => ({ ...hugo, 'content/post/오래된.md': front('쿠버네티스', '2024-01-01', `${link} ${link}`), 'content/post/새로운.md': front('도커 정리', '2026-05-01') });
    assert.equal(offered(body('[가](../새로운/)'), at, typed('[글](도커|)')).taken, typed('[글](../새로운/)'));
    assert.equal(offered(body('[가](/post/%EC%83%88%EB%A1%9C%EC%9A%B4/)'), at, typed('[글](도커|)')).taken, typed('[글](/post/%EC%83%88%EB%A1%9C%EC%9A%B4/)'));
    assert.equal(offered(body('[가]({{< ref "새로운.md" >}})'), at, typed('[글](도커|)')).taken, typed('[글]({{< ref "새로운.md" >}})'));
    assert.equal(offered(body('글'), at, typed('[글](도커|)')).taken, typed('[글]({{< relref "/post/새로운.md" >}})'));
    assert.equal(offered(hugo, at, typed('[글](../|)')).taken, typed('[글](../새로운/)'));
  });

  it('is not led astray by slips and by addresses with the host', () => {
    const slips = '[a](www.example.com/x) [b](github.com/a/b) [c]((https://example.com/x/)) [d](https://blog.example.com/post/%EC%83%88/) [e](나)';
    assert.equal(offered({ ...hugo, 'content/post/오래된.md': front('쿠버네티스', '2024-01-01', slips), 'content/post/새로운.md': front('도커 정리', '2026-05-01') }, at, typed('[글](도커|)')).taken, typed('[글](/post/새로운/)'));
  });

  it('offers posts in the language of the post first', () => {
    const files = { ...HUGO, 'hugo.toml': 'defaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]\n', 'content/post/a.md': front('도커', '2026-01-01'), 'content/post/b.en.md': front('Docker', '2026-02-01') };
    assert.deepEqual(offered(files, at, typed('[글](/post/|)')).labels.slice(0, 2), ['도커', 'post']);
    assert.equal(offered(files, 'content/post/쓰는.en.md', typed('[글](|)')).labels[0], 'Docker');
  });

  it('keeps the base path, and codes what Markdown does not bear', () => {
    const files = { ...hugo, 'hugo.toml': 'baseURL = "https://a.example/memo/"\n', 'content/post/오래된.md': front('쿠버네티스', '2024-01-01', '[가](/memo/about/)'), 'content/post/새로운.md': front('도커', '2026-05-01', '글', 'url: "/새 글 (하나)/"\n') };
    assert.equal(offered(files, at, typed('[글](도커|)')).taken, typed('[글](/memo/새%20글%20%28하나%29/)'));
    assert.equal(offered(files, at, typed('<a href="도커|">글</a>')).inserts[0], '/memo/새%20글%20%28하나%29/');
  });

  it('knows every place where a link is written', () => {
    for (const [before, wanted] of [
      ['[글](도커|', '[글](/post/새로운/'], ['[글](<도커|>)', '[글](</post/새로운/>)'], ['[![그림](a.png)](도커|)', '[![그림](a.png)](/post/새로운/)'], ['[글]: 도커|', '[글]: /post/새로운/'],
      ['<a class="b" href="도커|">', '<a class="b" href="/post/새로운/">'], ['{{< ref "도커|" >}}', '{{< ref "/post/새로운.md" >}}'], ['[글]({{% relref "도커|" %}})', '[글]({{% relref "/post/새로운.md" %}})'],
      ['{{< figure src="a.png" link="도커|" >}}', '{{< figure src="a.png" link="/post/새로운/" >}}'],
    ] as const) assert.equal(offered(hugo, at, typed(before)).taken, typed(wanted), before);
  });

  it('says nothing in prose, in code and in other brackets', () => {
    for (const body of ['도커|', '[도커|](x)', '(도커|)', '`[글](도커|)`', '```\n[글](도커|)\n```', '    [글](도커|)', '[ ] 도커|', '[글](/x "도커|")', '<b title="도커|">']) assert.deepEqual(offered(hugo, at, typed(body)).labels, [], body);
  });

  it('offers headings of the post and of the page that a link names', () => {
    assert.deepEqual(offered(hugo, at, typed('[글](#|)\n\n## 첫째\n\n## 둘째 것')).inserts, ['#첫째', '#둘째-것']);
    const other = offered(hugo, at, typed('[글](/post/오래된/#설|)'));
    assert.deepEqual([other.taken, other.offers[0]?.detail], [typed('[글](/post/오래된/#설치-하기)'), '## 설치-하기']);
    assert.equal(offered(hugo, at, typed('{{< ref "오래된.md#지|" >}}')).taken, typed('{{< ref "오래된.md#지우기" >}}'));
    assert.deepEqual(offered(hugo, at, typed('[글](/post/없음/#|)')).inserts, []);
  });

  it('offers pictures, those beside the post first, and only those that readers can see', () => {
    const files = { ...HUGO, 'content/post/여행/index.md': '', 'content/post/여행/바다.png': '', 'content/post/여행/산 길.png': '', 'static/img/바다.png': '', 'assets/바다.png': '', 'static/자료.pdf': '' };
    const trip = 'content/post/여행/index.md';
    assert.deepEqual(offered(files, trip, typed('![그림](|)')).inserts, ['바다.png', '산%20길.png', '/img/바다.png']);
    assert.deepEqual(offered(files, trip, typed('![그림](/img/|)')).inserts, ['/img/바다.png']);
    assert.deepEqual(offered(files, trip, typed('{{< figure src="산|" >}}')).inserts, ['산%20길.png']);
    assert.deepEqual(offered(files, trip, typed('[받기](자료|)')).inserts, ['/자료.pdf']);
    assert.deepEqual(offered({ ...files, 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n' }, trip, typed('<img alt="" src="바|">')).inserts, ['바다.png', '/img/바다.png']);
  });

  it('offers pictures for the front matter', () => {
    const files = { ...HUGO, 'content/post/여행/바다.png': '', 'content/post/다른/index.md': '', 'content/post/다른/숲.png': '', 'static/img/산 길.png': '' };
    const inserts = (text: string): readonly string[] => offered(files, 'content/post/여행/index.md', text).inserts;
    assert.deepEqual(inserts('---\ntitle: 여행\ncover: |\n---\n'), ['바다.png', '/img/산 길.png', '/post/다른/숲.png']);
    assert.deepEqual(inserts('---\ntitle: 여행\ncover:\n  image: "산|"\n---\n'), ['/img/산 길.png']);
    assert.deepEqual(inserts('+++\ntitle = "여행"\nimages = ["바다.png", |]\n+++\n').slice(1), ['"/img/산 길.png"', '"/post/다른/숲.png"']);
  });

  it('offers posts to Jekyll’s tags and behind its base path', () => {
    const files = { ...JEKYLL, '_config.yml': 'baseurl: /memo\n', '_posts/2026-03-04-도커-정리.md': front('도커 정리', '2026-03-04', '[가]({{ site.baseurl }}/about.html)'), 'about.md': '---\ntitle: 소개\n---\n글\n' };
    const path = '_posts/2026-05-06-쓰는.md';
    assert.equal(offered(files, path, typed('[글]({% post_url 도커| %})')).taken, typed('[글]({% post_url 2026-03-04-도커-정리 %})'));
    assert.equal(offered(files, path, typed('[글]({% link 소개| %})')).taken, typed('[글]({% link about.md %})'));
    assert.equal(offered(files, path, typed('[글](소개|)')).taken, typed('[글]({{ site.baseurl }}/about.html)'));
    assert.equal(offered(files, path, typed('[글]({{ site.baseurl }}/도커|)')).taken, typed('[글]({{ site.baseurl }}/2026/03/04/도커-정리.html)'));
    assert.equal(offered(files, path, typed('[글]({{ "/도커|" | relative_url }})')).taken, typed('[글]({{ "/2026/03/04/도커-정리.html" | relative_url }})'));
  });

  it('offers posts to Hexo’s tags, and paths in Markdown', () => {
    const files = { '_config.yml': 'title: 글\n', 'source/_posts/도커.md': front('도커 정리', '2026-03-04'), 'source/_posts/둘.md': front('둘', '2026-03-05') };
    assert.equal(offered(files, 'source/_posts/쓰는.md', typed('{% post_link 도커| %}')).taken, typed('{% post_link 도커 %}'));
    assert.equal(offered(files, 'source/_posts/쓰는.md', typed('[글](도커|)')).taken, typed('[글](/2026/03/04/도커/)'));
  });

  it('offers files to a folder of Markdown', () => {
    const files = { '글/하나.md': '# 첫째 이야기\n', '글/둘.md': '글', '그림/가.png': '' };
    assert.equal(offered(files, '글/쓰는.md', '[글](첫째|)').taken, '[글](하나.md)');
    assert.equal(offered(files, '글/쓰는.md', '![그림](가|)').taken, '![그림](../그림/가.png)');
  });

  it('offers the values that the blog has for a list of the front matter', () => {
    const files = { ...HUGO, 'content/post/가.md': '---\ntitle: 가\ntags: [도커, 리눅스]\nseries: 입문\n---\n', 'content/post/나.md': '---\ntitle: 나\ntags: [도커, "a, b"]\n---\n', 'content/post/다.md': '+++\ntitle = "다"\ntags = ["쿠버네티스", "도커"]\n+++\n' };
    const inserts = (text: string): readonly string[] => offered(files, at, text).inserts;
    assert.deepEqual(inserts('---\ntags: [|]\n---\n'), ['도커', '리눅스', '"a, b"', '쿠버네티스']);
    assert.deepEqual(inserts('---\ntags: [도커, 리|]\n---\n'), ['리눅스']);
    assert.deepEqual(inserts('---\ntags: ["도커", "|"]\n---\n'), ['리눅스', 'a, b', '쿠버네티스']);
    assert.deepEqual(inserts('---\ntags:\n  - 도커\n  - |\n---\n'), ['리눅스', 'a, b', '쿠버네티스']);
    assert.deepEqual(inserts('---\nseries: |\ntitle: 라\n---\n'), ['입문']);
    assert.deepEqual(inserts('+++\ntags = ["도커", |]\n+++\n'), ['"리눅스"', '"a, b"', '"쿠버네티스"']);
    assert.deepEqual(inserts('+++\ntags = [\n  "도커",\n  "쿠|"\n]\n+++\n'), ['쿠버네티스']);
    assert.deepEqual(inserts('---\ntitle: |\n---\n'), []);
  });

  it('is not held up by lines that nobody writes', function () {
    this.timeout(20_000);
    const begun = performance.now();
    for (const line of [`[${'![a](b)'.repeat(200)}(`, '['.repeat(3000), '<a '.repeat(2000), `<a ${'x '.repeat(2000)}href="${'a,'.repeat(2000)}<`, `[a](${'{{ "a" }}'.repeat(300)} `, `{% post_url ${'a "'.repeat(2000)} %}`, `[a]({% post_url ${'a= '.repeat(3000)}x %})`, `{{< ref ${'"a" '.repeat(2000)}>}}`, '`'.repeat(5000) + '[a](']) {
      offered(hugo, at, typed(`${line}|`));
      offered(JEKYLL, '_posts/2026-01-01-a.md', typed(`${line}|`));
    }
    assert.equal(performance.now() - begun < 10_000, true, `${performance.now() - begun} ms`);
  });

  it('costs the same in a large blog when a word is typed', function () {
    this.timeout(20_000);
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`content/post/${number}.md`, front(`도커 이야기 ${number}`, '2026-01-01', '[가](/post/1/) ![나](/a.png)')]));
    const { site } = blog({ ...HUGO, ...many });
    const text = (word: string): string => typed(`[글](${word})`);
    const ask = (word: string): number => {
      const post = parsePost(at, text(word), site);
      site.index.set(factsOf(post, site));
      return offersAt(post, post.text.indexOf(word) + word.length, site)!.offers.length;
    };
    ask('도');
    const begun = performance.now();
    for (const word of ['도커', '도커이', '이야', '이야기', '야기', '99']) assert.equal(ask(word) <= 200, true);
    assert.equal((performance.now() - begun) / 6 < 60, true, `${(performance.now() - begun) / 6} ms`);
  });
});
