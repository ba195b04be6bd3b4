// What a post brings that acts, never gets into a copy, and a post that is much ends in time.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { copyFor } from '../../../src/core/copying/copy';
import { PLACES } from '../../../src/core/copying/place';
import { attribute, elementsIn, readPage } from '../../../src/core/look/tree';
import { commonmark } from '../../../src/core/markdown/commonmark';
import { blog } from '../../blog';

const SITES = {
  hugo: { 'hugo.toml': 'baseURL = "https://blog.hanbit.dev/"\n[markup.goldmark.renderer]\nunsafe = true\n', 'content/post/_index.md': '' },
  jekyll: { '_config.yml': 'url: https://blog.hanbit.dev\n' },
  plain: {},
} as const;
const PATHS = { hugo: 'content/post/x.md', jekyll: '_posts/2026-11-01-x.md', plain: 'x.md' } as const;

function copies(text: string): readonly string[] {
  return (['hugo', 'jekyll', 'plain'] as const).flatMap(id => {
    const { site, post } = blog({ ...SITES[id], [PATHS[id]]: `---\ntitle: "<b onload=x>제목</b>"\ndate: 2026-11-01\n---\n${text}\n` });
    return PLACES.flatMap(place => place.formats.filter(format => format !== 'text').map(format => {
      const made = copyFor(post(PATHS[id]), site, place, format)!;
      const dialect = commonmark();
      return format === 'markdown' ? dialect.render(dialect.parse(made.text, { start: 0, end: made.text.length })) : made.text;
    }));
  });
}

const TAGS = /^(?:p|h[1-4]|ul|ol|li|blockquote|pre|hr|figure|figcaption|a|img|strong|em|del|s|code|br|table|thead|tbody|tr|th|td|caption|div|details|summary|sup|sub|mark|kbd|u|ins|input)$/;
const ATTRIBUTES = /^(?:href|src|alt|title|width|class|style|border|start|colspan|rowspan|checked|disabled|type|id)$/;

function assertHarmless(html: string): void {
  for (const element of elementsIn(readPage(html, true)!)) {
    assert.match(element.tagName, TAGS, html);
    for (const { name, value } of element.attrs) {
      assert.match(name, ATTRIBUTES, html);
      if (name === 'class') assert.match(value, /^language-/);
      if (name === 'style') assert.doesNotMatch(value, /url\(|expression|position/);
    }
    if (element.tagName === 'input') assert.equal(attribute(element, 'type'), 'checkbox');
    for (const name of ['href', 'src']) if (attribute(element, name) !== undefined) assert.match(attribute(element, name)!, name === 'src' ? /^https?:\/\//i : /^(?:(?:https?|ftp):\/\/|mailto:|tel:)/i);
  }
}

describe('a copy of a hostile post', () => {
  const folder = 'test/editor/window/hostile/cases';
  const cases = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'));

  it('has nothing that acts, of all that is tried on the preview', () => {
    assert.ok(cases.length);
    for (const text of cases) for (const html of copies(text)) assertHarmless(html);
  });

  it('has links that lead to the web and to people only', () => {
    for (const href of ['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'command:workbench.action.quit', 'vscode://x', '//[']) {
      for (const html of copies(`<a href="${href.replaceAll('<', '&lt;')}">눌러</a> <img src="${href.replaceAll('<', '&lt;')}" alt="그림">`)) assertHarmless(html);
    }
  });

  it('is HTML that is in order, whatever the post’s is', () => {
    for (const text of ['<b><i>x</b></i>', '<table><tr><td>한 칸', '<p><div><p>', '</div></div>', '<ul><p>x<li>', '<a href="/a"><a href="/b">x</a></a>', '<!-- <b>', '<details><summary>x', '<li>혼자', '<td>혼자</td>', '<svg><script>alert(1)</script></svg>', '<math><mtext><style><img src=x onerror=alert(1)>']) for (const html of copies(text)) assertHarmless(html);
  });

  it('ends in time where there is much of it', () => {
    const begun = process.cpuUsage().user;
    const { site, post } = blog({ ...SITES.hugo, [PATHS.hugo]: `---\ntitle: 책\ndate: 2026-11-01\n---\n${'## 제목\n\n글 **굵게** `코드` [밖](https://go.dev/)입니다.\n\n- 하나\n  - 둘\n\n'.repeat(800)}` });
    for (const id of ['velog', 'medium'] as const) assert.ok(copyFor(post(PATHS.hugo), site, PLACES.find(place => place.id === id)!, PLACES.find(place => place.id === id)!.formats[0]!)!.text.length > 40_000);
    assert.ok(process.cpuUsage().user - begun < 30_000_000, `${process.cpuUsage().user - begun}`);
    for (const deep of ['<div>'.repeat(2000), '<b>'.repeat(600), '> '.repeat(600), '- '.repeat(300)]) {
      const hostile = blog({ ...SITES.hugo, [PATHS.hugo]: `---\ntitle: 책\ndate: 2026-11-01\n---\n${deep}x\n` });
      copyFor(hostile.post(PATHS.hugo), hostile.site, PLACES[0]!, 'rich');
    }
  });
});
