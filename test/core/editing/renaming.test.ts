// References, new names of headings and of files. A bar in a text is the cursor.
import assert from 'node:assert/strict';
import { headingParts } from '../../../src/core/editing/headingparts';
import type { Change } from '../../../src/core/editing/change';
import { followMoves } from '../../../src/core/editing/moving';
import { referencesTo, soughtAt } from '../../../src/core/editing/references';
import { currentName, renameHeading, subjectAt } from '../../../src/core/editing/renaming';
import type { Site } from '../../../src/core/site';
import { applyEdits } from '../../../src/core/span';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Readonly<Record<string, string>>;

/** The texts that change, as they are then. */
const made = ({ pages, editsIn }: Change, files: Files, site: Site): Files => Object.fromEntries(pages.map(path => [path.replace('content/post/', ''), applyEdits(files[path]!, editsIn(site.index.of(path)!))]));

const front = (title: string, body: string, more = ''): string => `---\ntitle: ${title}\ndate: 2026-01-01\n${more}---\n\n${body}\n`;

/** The file in which the bar stands, opened without it. */
function opened(marked: Files) {
  const path = Object.keys(marked).find(name => marked[name]!.includes('|'))!;
  const offset = marked[path]!.indexOf('|');
  const files = { ...marked, [path]: marked[path]!.replace('|', '') };
  const { site, post } = blog(files);
  return { files, site, post, page: post(path), offset };
}

const hugo = (own: string, other = '글'): Files => ({ ...HUGO, 'content/post/가.md': front('가', own), 'content/post/나.md': front('나', other), 'content/post/다.md': front('다', '[나](/post/나/)') });

describe('references', () => {
  const found = (marked: Files): readonly string[] | undefined => {
    const { site, page, offset, files } = opened(marked);
    const sought = soughtAt(page, offset, site);
    return sought && referencesTo(sought, page, site).map(({ path, span }) => `${path.replace('content/post/', '')} ${files[path]!.slice(span.start, span.end)}`);
  };
  const links = '[하나](/post/나/) [둘]({{< ref "나.md#둘째" >}}) [밖](https://example.org/x) <https://example.org/x>';

  it('finds all links to a post from its front matter', () => {
    const files = hugo(links, '## 둘째\n\n[나](/post/나/) [위](#둘째)');
    assert.deepEqual(found({ ...files, 'content/post/나.md': files['content/post/나.md']!.replace('title', 'ti|tle') }), ['가.md /post/나/', '가.md {{< ref "나.md#둘째" >}}', '나.md /post/나/', '다.md /post/나/']);
  });

  it('finds the links to one heading, from the post itself too', () => assert.deepEqual(found(hugo(links, '## 둘|째\n\n[나](/post/나/) [위](#둘째)')), ['가.md {{< ref "나.md#둘째" >}}', '나.md #둘째']));

  it('finds the links that lead where a link leads', () => {
    assert.deepEqual(found(hugo('[하나](/post/|나/)')), ['가.md /post/나/', '다.md /post/나/']);
    assert.deepEqual(found(hugo('[밖](https://example.org/|x) <https://example.org/x>', '[밖](https://example.org/x#y)')), ['가.md https://example.org/x', '가.md https://example.org/x']);
  });

  it('finds links to a post whose title is its first heading', () => assert.deepEqual(found({ '가.md': '# 제|목\n', '나.md': '[가](가.md)\n' }), ['나.md 가.md']));

  it('finds nothing in prose', () => assert.equal(found(hugo('그냥 |글')), undefined));
});

describe('a new name for a heading', () => {
  function renamed(marked: Files, name: string): { readonly was: string; readonly changed: Readonly<Record<string, string>> } | string | undefined {
    const { site, post, page, offset, files } = opened(marked);
    const subject = subjectAt(page, offset, site);
    if (!subject) return undefined;
    const target = post(subject.path);
    const result = renameHeading(subject, target, name, site);
    if (result.kind === 'refused') return result.why;
    return { was: currentName(subject, target), changed: made(result.change, files, site) };
  }

  it('changes the links to it, each in its way', () => {
    const links = (id: string, coded: string): string => `[하나](/post/나/#${id}) [둘]({{< ref "나.md#${id}" >}}) [셋](/post/나/#${coded}) [넷][정의]\n\n[정의]: ../나/#${id} "말"`;
    const result = renamed(hugo(links('설치-하기', encodeURIComponent('설치-하기')), '## 설치 |하기 ##\n\n[위](#설치-하기)'), '깔아 보기');
    assert.deepEqual(result, { was: '설치 하기', changed: { '나.md': front('나', '## 깔아 보기 ##\n\n[위](#깔아-보기)'), '가.md': front('가', links('깔아-보기', encodeURIComponent('깔아-보기'))) } });
  });

  it('follows the ids of later headings of the same name', () => {
    assert.deepEqual(renamed(hugo('[하나](/post/나/#끝) [둘](/post/나/#끝-1) [셋](/post/나/#끝-2)', '## |끝\n\n## 끝\n\n## 끝'), '처음'), {
      was: '끝', changed: { '나.md': front('나', '## 처음\n\n## 끝\n\n## 끝'), '가.md': front('가', '[하나](/post/나/#처음) [둘](/post/나/#끝) [셋](/post/나/#끝-1)') },
    });
  });

  it('leaves an id that the writer gave, and renames it when asked to', () => {
    const files = (heading: string, id = 'setup'): Files => hugo(`[하나](/post/나/#${id})`, heading);
    assert.deepEqual(renamed(files('## 설|치 {#setup}'), '깔기'), { was: '설치', changed: { '나.md': front('나', '## 깔기 {#setup}') } });
    assert.deepEqual(renamed(files('## 설치 {#set|up}'), 'install'), { was: 'setup', changed: { '나.md': front('나', '## 설치 {#install}'), '가.md': front('가', '[하나](/post/나/#install)') } });
    assert.equal(renamed(files('## 설치 {#set|up}'), 'a b'), 'id');
    const { 'content/post/가.md': _, ...rest } = files('## 설치 {#setup}');
    assert.deepEqual(renamed({ ...rest, 'content/post/가.md': front('가', '[하나](/post/나/#set|up)') }, 'install'), { was: 'setup', changed: { '나.md': front('나', '## 설치 {#install}'), '가.md': front('가', '[하나](/post/나/#install)') } });
  });

  it('renames the heading from a link to it', () => {
    assert.deepEqual(renamed(hugo('[하나](/post/나/#설|치)', '## 설치'), '깔기'), { was: '설치', changed: { '나.md': front('나', '## 깔기'), '가.md': front('가', '[하나](/post/나/#깔기)') } });
  });

  it('refuses what is no heading', () => {
    for (const [name, why] of [['', 'empty'], ['a\nb', 'empty']] as const) assert.equal(renamed(hugo('글', '## 설|치'), name), why);
    assert.equal(renamed(hugo('글', '그냥 |글'), '글'), undefined);
  });

  it('knows kramdown’s ways', () => {
    const files = (heading: string): Files => ({ ...JEKYLL, '_posts/2026-01-01-나.md': front('나', heading), '_posts/2026-01-02-가.md': front('가', '[하나]({% post_url 2026-01-01-나 %}#처음)') });
    assert.deepEqual(renamed(files('## 처|음'), '시작 글'), { was: '처음', changed: { '_posts/2026-01-01-나.md': front('나', '## 시작 글'), '_posts/2026-01-02-가.md': front('가', '[하나]({% post_url 2026-01-01-나 %}#시작-글)') } });
    const own = { ...files('## 머리글\n{: #fi|rst .a}'), '_posts/2026-01-02-가.md': front('가', '[하나]({% post_url 2026-01-01-나 %}#first)') };
    assert.deepEqual(renamed(own, 'begin'), { was: 'first', changed: { '_posts/2026-01-01-나.md': front('나', '## 머리글\n{: #begin .a}'), '_posts/2026-01-02-가.md': front('가', '[하나]({% post_url 2026-01-01-나 %}#begin)') } });
  });

  it('finds the text of headings of either kind', () => {
    const { post } = blog({ ...HUGO, 'content/post/나.md': front('나', '# 하나 #\n\n둘 *셋*\n------\n\n> ## 넷  \n\n- ## 다섯') });
    const page = post('content/post/나.md');
    assert.deepEqual(page.headings.map(heading => headingParts(page, heading).text).map(({ start, end }) => page.text.slice(start, end)), ['하나', '둘 *셋*', '넷', '다섯']);
  });
});

describe('a file under a new name', () => {
  function followed(files: Files, moves: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const { site } = blog(files);
    return made(followMoves(new Map(Object.entries(moves)), site), files, site);
  }

  it('takes its links along, in every form', () => {
    const body = (name: string): string => `[하나](/post/${name}/#끝) [둘](../${name}/) [셋]({{< ref "${name}.md#끝" >}}) [넷]({{< relref "/post/${name}" >}}) [다섯](/post/다/)`;
    const files = { ...HUGO, 'content/post/가.md': front('가', body('나')), 'content/post/나.md': front('나', '## 끝\n\n[가](/post/가/) [여기](#끝)'), 'content/post/다.md': front('다', '글') };
    assert.deepEqual(followed(files, { 'content/post/나.md': 'content/post/새것.md' }), { '가.md': front('가', body('새것')) });
  });

  it('leaves links that lead there all the same', () => {
    const files = { ...HUGO, 'content/post/가.md': front('가', '[하나](/글/나/) [둘]({{< ref "나.md" >}})'), 'content/post/나.md': front('나', '글', 'url: /글/나/\n') };
    assert.deepEqual(followed(files, { 'content/post/나.md': 'content/post/새것.md' }), { '가.md': front('가', '[하나](/글/나/) [둘]({{< ref "새것.md" >}})') });
  });

  it('mends the relative links of what moved', () => {
    const files = { ...HUGO, 'content/post/가.md': front('가', '[나](../나/) [그림](/img/a.png)'), 'content/post/나.md': front('나', '글'), 'content/note/_index.md': '', 'static/img/a.png': '' };
    assert.deepEqual(followed(files, { 'content/post/가.md': 'content/note/가.md' }), { '가.md': front('가', '[나](../../post/나/) [그림](/img/a.png)') });
  });

  it('follows a picture, and a folder with all that is in it', () => {
    const files = { ...HUGO, 'content/post/가.md': front('가', '[여행](/post/여행/) ![바다](/post/여행/바다.png) ![산](/img/산.png)'), 'content/post/여행/index.md': front('여행', '![바다](바다.png)'), 'content/post/여행/바다.png': '', 'static/img/산.png': '' };
    assert.deepEqual(followed(files, { 'static/img/산.png': 'static/img/언덕.png' }), { '가.md': front('가', '[여행](/post/여행/) ![바다](/post/여행/바다.png) ![산](/img/언덕.png)') });
    assert.deepEqual(followed(files, { 'content/post/여행/index.md': 'content/post/나들이/index.md', 'content/post/여행/바다.png': 'content/post/나들이/바다.png' }), {
      '가.md': front('가', '[여행](/post/나들이/) ![바다](/post/나들이/바다.png) ![산](/img/산.png)'),
    });
  });

  it('follows Jekyll’s posts and plain files', () => {
    const jekyll = { ...JEKYLL, '_posts/2026-01-01-가.md': front('가', '[나]({% post_url 2026-01-01-나 %}#끝) [나]({{ site.baseurl }}/2026/01/01/나.html)'), '_posts/2026-01-01-나.md': front('나', '글') };
    assert.deepEqual(followed(jekyll, { '_posts/2026-01-01-나.md': '_posts/2026-01-01-새것.md' }), { '_posts/2026-01-01-가.md': front('가', '[나]({% post_url 2026-01-01-새것 %}#끝) [나]({{ site.baseurl }}/2026/01/01/새것.html)') });
    const plain = { '글/가.md': '[나](나.md#끝) [위](../위.md)', '글/나.md': '[가](가.md)', '위.md': '# 위' };
    assert.deepEqual(followed(plain, { '글/나.md': '보관/나.md' }), { '글/가.md': '[나](../보관/나.md#끝) [위](../위.md)', '글/나.md': '[가](../글/가.md)' });
  });

  it('is found quickly in a large blog', function () {
    this.timeout(20_000);
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`content/post/${number}.md`, front(`${number}`, `[가](/post/${number + 1}/) [나](/post/${number + 2}/#끝) ![다](/a.png) {{< ref "${number % 50}.md" >}}\n\n## 끝`)]));
    const { site, post } = blog({ ...HUGO, ...many, 'static/a.png': '' });
    const begun = performance.now();
    assert.equal(followMoves(new Map([['content/post/7.md', 'content/post/new.md']]), site).pages.length, 62);
    const moved = performance.now();
    assert.equal(referencesTo({ kind: 'page', path: 'content/post/7.md', id: '' }, post('content/post/0.md'), site).length, 62);
    assert.equal(moved - begun < 10_000 && performance.now() - moved < 10_000, true);
  });
});
