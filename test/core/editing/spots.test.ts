// What a click on a link opens.
import assert from 'node:assert/strict';
import { goalOf } from '../../../src/core/editing/goals';
import { spotAt, spotsOf } from '../../../src/core/editing/spots';
import { blog, HUGO, JEKYLL } from '../../blog';

const front = (fields: string, body = '본문'): string => `---\ntitle: ${fields}\n---\n\n${body}\n`;

/** Each link by what is clicked on, and what opens. */
function opened(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  const { site, post } = blog(files);
  const page = post(path);
  return spotsOf(page, site).map(({ span, to }) => {
    const goal = goalOf(to, page, site);
    const target = goal === undefined ? '-' : goal.kind === 'web' ? goal.url : goal.path + (goal.id === '' ? '' : `#${goal.id}`);
    return `${page.text.slice(span.start, span.end)} > ${target}`;
  });
}

describe('links in the editor', () => {
  it('of Hugo, in every form', () => {
    const files = {
      ...HUGO, 'hugo.toml': 'baseURL = "https://blog.example.com/"\n[markup.goldmark.renderer]\nunsafe = true\n',
      'content/post/저녁.md': front('저녁 메모\ndate: 2026-01-01', '## 첫 줄\n\n글'),
      'content/post/아침/index.md': front('아침 메모\ndate: 2026-01-01\ncover: 해.png\nimages: [해.png, /img/달.png]\naliases:\n  - /옛-아침/', [
        '[저녁](/post/저녁/#첫-줄) ![해](해.png) [셋][둘] [둘]', '', '{{< ref "저녁.md" >}} [가]({{< relref "/post/저녁.md#첫-줄" >}})', '', '{{< figure src="해.png" link="/post/" >}}', '',
        '<a href="/post/저녁/">저녁</a> <img src="/img/달.png" srcset="/img/달.png 1x, /img/달2.png 2x" alt="">', '', '[없음](/post/없음/) [초안](/post/초안/) [위](#아래) [틀린 곳](#위) [밖](https://example.org/)', '', '## 아래', '', '[둘]: /img/달.png',
      ].join('\n')),
      'content/post/아침/해.png': '', 'static/img/달.png': '', 'static/img/달2.png': '', 'content/post/초안.md': front('초안\ndraft: true'),
    };
    assert.deepEqual(opened(files, 'content/post/아침/index.md'), [
      '해.png > content/post/아침/해.png', '해.png > content/post/아침/해.png', '/img/달.png > static/img/달.png', '/옛-아침/ > https://blog.example.com/%EC%98%9B-%EC%95%84%EC%B9%A8/',
      '/post/저녁/#첫-줄 > content/post/저녁.md#첫-줄', '해.png > content/post/아침/해.png', '둘 > static/img/달.png', '둘 > static/img/달.png',
      '{{< ref "저녁.md" >}} > content/post/저녁.md', '{{< relref "/post/저녁.md#첫-줄" >}} > content/post/저녁.md#첫-줄',
      '해.png > content/post/아침/해.png', '/post/ > content/post/_index.md',
      '/post/저녁/ > content/post/저녁.md', '/img/달.png > static/img/달.png', '/img/달.png > static/img/달.png', '/img/달2.png > static/img/달2.png',
      '/post/없음/ > -', '/post/초안/ > -', '#아래 > content/post/아침/index.md#아래', '#위 > -', 'https://example.org/ > -', '/img/달.png > static/img/달.png',
    ]);
  });

  it('of Jekyll, in every form', () => {
    const files = {
      ...JEKYLL, '_config.yml': 'url: https://blog.example.com\nbaseurl: /memo\n',
      '_posts/2026-01-02-차.md': front('차', '## 우리기'), 'about.md': front('소개'), 'assets/잔.png': '',
      '_posts/2026-02-03-물.md': front('물\nimage: /assets/잔.png', [
        '[차]({% post_url 2026-01-02-차 %}#우리기) {% link about.md %} [소개]({{ site.baseurl }}/about.html)', '', '[소개]({{ "/about.html" | relative_url }}) ![잔]({{ "/assets/잔.png" | relative_url }})', '', '<a href="/memo/about.html">소개</a>',
      ].join('\n')),
    };
    assert.deepEqual(opened(files, '_posts/2026-02-03-물.md'), [
      '/assets/잔.png > assets/잔.png',
      '{% post_url 2026-01-02-차 %}#우리기 > _posts/2026-01-02-차.md#우리기', '{% link about.md %} > about.md', '{{ site.baseurl }}/about.html > about.md',
      '{{ "/about.html" | relative_url }} > about.md', '{{ "/assets/잔.png" | relative_url }} > assets/잔.png', '/memo/about.html > about.md',
    ]);
  });

  it('of Hexo, in every form', () => {
    const files = {
      '_config.yml': 'url: https://blog.example.com\nroot: /\npost_asset_folder: true\n', 'source/_posts/솥.md': front('솥\ndate: 2026-01-02', '## 밥'), 'source/_posts/쌀/낟알.png': '', 'source/img/논.png': '', 'source/about/index.md': front('소개'),
      'source/_posts/쌀.md': front('쌀\ndate: 2026-02-03\ncover: /img/논.png', '앞 {% post_link 솥 %} {% post_link 솥#밥 "밥" %} [솥](/2026/01/02/솥/#밥) [소개](/about/) ![논](/img/논.png) {% asset_img 낟알.png 쌀 %} [길]({% post_path 솥 %})'),
    };
    assert.deepEqual(opened(files, 'source/_posts/쌀.md'), [
      '/img/논.png > source/img/논.png', '{% post_link 솥 %} > source/_posts/솥.md', '{% post_link 솥#밥 "밥" %} > source/_posts/솥.md#밥', '/2026/01/02/솥/#밥 > source/_posts/솥.md#밥', '/about/ > source/about/index.md',
      '/img/논.png > source/img/논.png', '{% asset_img 낟알.png 쌀 %} > source/_posts/쌀/낟알.png', '{% post_path 솥 %} > source/_posts/솥.md',
    ]);
  });

  it('of a folder of Markdown', () => {
    const files = { '글/하나.md': '# 하나\n\n[둘](둘.md#목록) [위](../위.md) ![그림](그림.png)\n', '글/둘.md': '# 둘\n\n## 목록\n', '글/그림.png': '', '위.md': '# 위\n' };
    assert.deepEqual(opened(files, '글/하나.md'), ['둘.md#목록 > 글/둘.md#목록', '../위.md > 위.md', '그림.png > 글/그림.png']);
  });

  it('are VS Code’s own affair in the documents of a program', () => assert.deepEqual(opened({ 'package.json': '{}', 'docs/가.md': '[나](나.md)\n', 'docs/나.md': '글\n' }, 'docs/가.md'), []));

  it('are found from the text of a link as well, but not from that of another', () => {
    const { site, post } = blog({ ...HUGO, 'content/post/가.md': front('가\ndate: 2026-01-01', '앞 [나로 가기](/post/나/) 뒤'), 'content/post/나.md': front('나\ndate: 2026-01-01') });
    const page = post('content/post/가.md');
    const at = (text: string): string | undefined => spotAt(page, page.text.indexOf(text) + 1, site)?.link.target;
    assert.deepEqual([at('나로'), at('/post/나'), at('앞'), at('뒤')], ['/post/나/', '/post/나/', undefined, undefined]);
  });
});
