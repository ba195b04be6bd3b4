// What is written as Markdown is read back as what it was: over texts that put marks where CommonMark is particular, and over the
// posts of the sample blogs.
import assert from 'node:assert/strict';
import path from 'node:path';
import fc from 'fast-check';
import { PLACES } from '../../../src/core/copying/place';
import { renderBody } from '../../../src/core/preview';
import { openDiskSite, readPages } from '../../../src/cli/disk';
import { speaker } from '../../../src/core/language';
import type { Post } from '../../../src/core/post';
import { pieces, readText, round, shownText } from './likeness';

const places = PLACES.filter(({ formats }) => formats.includes('markdown'));

function assertRound(html: string): void {
  const body = pieces(html);
  assert.ok(body);
  assert.equal(readText(body), shownText(html));
  for (const place of places) {
    const { markdown, wanted, got } = round(body, place, '글');
    assert.deepEqual(got, wanted, markdown);
  }
}

const escape = (text: string): string => text.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`);
const word = fc.array(fc.constantFrom('가', '는', 'a', 'B', '1', '"', "'", '(', ')', '*', '**', '_', '~', '`', '[', ']', '!', '#', '-', '+', '.', '|', '\\', '<', '&', '&amp;', '>', '$', ' ', '은 ', '“', '”', ':', '=', '한글', '1. '), { minLength: 1, maxLength: 8 }).map(signs => signs.join(''));
const text = word.map(escape);
const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string; run: string }>(tie => ({
  inline: fc.oneof({ depthSize: 'small', withCrossShrink: true }, text,
    fc.tuple(fc.constantFrom('strong', 'em', 'del', 'code'), text).map(([name, inside]) => `<${name}>${inside}</${name}>`),
    fc.tuple(fc.constantFrom('strong', 'em', 'del'), tie('run')).map(([name, inside]) => `<${name}>${inside}</${name}>`),
    tie('run').map(inside => `<a href="https://go.dev/x?a=1&amp;b=(2)">${inside}</a>`), fc.constant('<img src="https://go.dev/a.png" alt="그림 [1]">'), fc.constant('<br>')),
  run: fc.array(tie('inline'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('')),
})).run;

/** A link in a link is none to a browser. */
const hasNested = (html: string): boolean => /<a [^>]*>(?:(?!<\/a>)[\s\S])*<a /.test(html);

const block = fc.oneof(
  inline.map(inside => `<p>${inside}</p>`), inline.map(inside => `<h2>${inside}</h2>`), inline.map(inside => `<blockquote><p>${inside}</p></blockquote>`),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map(items => `<ul>${items.map(item => `<li>${item}</li>`).join('')}</ul>`),
  fc.array(inline, { minLength: 1, maxLength: 3 }).map(items => `<ol start="3">${items.map(item => `<li>${item}<ul><li>${item}</li></ul></li>`).join('')}</ol>`),
  fc.tuple(inline, inline).map(([a, b]) => `<table><thead><tr><th>${a}</th><th>${b}</th></tr></thead><tbody><tr><td>${b}</td><td>${a}</td></tr></tbody></table>`),
  text.map(code => `<pre><code class="language-go">${code}\n\n  ${code}</code></pre>`),
);

describe('Markdown of a copy', () => {
  it('is read back as it was, whatever stands beside its marks', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 3 }).map(blocks => blocks.join('\n')).filter(html => !hasNested(html)), assertRound), { numRuns: 200 });
  });

  for (const folder of ['docs/sample/hugo-blog', 'docs/sample/jekyll-blog', 'test/sites/hugo', 'test/sites/jekyll', 'test/sites/hexo', 'test/sites/plain']) {
    it(`is read back as it was in ${folder}`, () => {
      const site = openDiskSite(path.resolve(folder), speaker());
      const all: Post[] = [];
      readPages(site, post => all.push(post));
      assert.ok(all.length);
      for (const post of all.filter(({ path }) => site.flavor.isMarkdown(path))) {
        // the text of a picture that is in no place is added, and that of a tag that cannot be run is left out
        assertRound(renderBody(post, site).replace(/<(?:div|span) class="unknown[\s\S]*?<\/(?:div|span)>/g, ''));
      }
    });
  }
});

