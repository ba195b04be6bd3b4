import assert from 'node:assert/strict';
import fc from 'fast-check';
import { htmlPieces } from '../../src/core/htmltext';
import { countText, lengthOf, minutesAbout, type Length } from '../../src/core/length';
import { parsePost } from '../../src/core/post';
import { blog, HUGO, JEKYLL } from '../blog';

const FRONT = '---\ntitle: 길이를 재는 글\n---\n';
function length(body: string, config: Readonly<Record<string, string>> = JEKYLL, path = '_posts/2026-11-01-a.md'): Length {
  const { site, post } = blog({ ...config, [path]: FRONT + body });
  return lengthOf(post(path), site);
}
const figures = (body: string): readonly number[] => {
  const { characters, letters, words, codeLines } = length(body);
  return [characters, letters, words, codeLines];
};

describe('length', () => {
  it('counts what readers see: no marks, addresses, tags and comments', () => {
    assert.deepEqual(figures('**강변**을 [걸었다](https://example.com/a).'), [8, 7, 2, 0]);
    assert.deepEqual(figures('# 제목\n\n글 <b>굵게</b> <!-- 주석 -->\n\n- 하나\n- 둘\n'), [12, 8, 5, 0]);
    assert.deepEqual(figures('가 &amp; 나 ![그림](a.png)\n'), [5, 3, 3, 0]);
    assert.deepEqual(figures(''), [0, 0, 0, 0]);
  });

  it('counts code in blocks by its lines, code in a line as words', () => {
    assert.deepEqual(figures('앞\n\n```js\nlet a = 1;\n\nlet b = 2;\n```\n\n뒤 `npm ci`'), [10, 7, 4, 3]);
    assert.deepEqual(figures('{% highlight js linenos %}\nlet a;\nlet b;\n{% endhighlight %}\n'), [0, 0, 0, 2]);
  });

  it('counts characters as people do, in whatever form they are written', () => {
    assert.deepEqual(countText('각주'.normalize('NFD')), { characters: 2, letters: 2, words: 1 });
    assert.deepEqual(countText('👨‍👩‍👧 가족 👍🏽 cafe\u0301'), { characters: 11, letters: 8, words: 4 });
    assert.deepEqual(countText(' 두  칸\n\n다음 줄 '), { characters: 8, letters: 5, words: 4 });
  });

  it('counts as the segmenter does', () => {
    const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('가', '漢', '“', '—', '…', '①', 'é', 'ｱ', 'ﾞ', '゙', '→', '№', '\u0301', '\u200d', '👍', '🏽', '한글'.normalize('NFD')))), parts => {
      const word = parts.join('').normalize('NFC').replace(/\s/g, '');
      assert.equal(countText(word).letters, [...segmenter.segment(word)].length);
    }));
  });

  it('takes a minute for 500 letters of Hangul or 213 words of English', () => {
    assert.equal(length('가'.repeat(500)).minutes, 1);
    assert.equal(length('가'.repeat(501)).minutes, 2);
    assert.equal(length('word '.repeat(213)).minutes, 1);
    assert.equal(length('word '.repeat(107) + '가'.repeat(251)).minutes, 2);
    assert.equal(length('').minutes, 0);
  });

  it('takes Hugo’s minutes where Hugo counts for the language, and its own where it does not', () => {
    const body = '긴 글을 씁니다. '.repeat(200);
    const path = 'content/post/a.md';
    const plain = length(body, HUGO, path);
    assert.deepEqual([plain.minutes, plain.own?.minutes, plain.own?.fitsLanguage], [3, 3, false]);
    const counted = length(body, { ...HUGO, 'hugo.toml': 'hasCJKLanguage = true\n' }, path);
    assert.deepEqual([counted.minutes, counted.own?.words], [3, 1400]);
    assert.equal(length('word '.repeat(300), HUGO, path).own?.fitsLanguage, true);
  });

  it('counts anew for who shows the minutes while typing only when something was written', () => {
    const path = '_posts/2026-11-01-a.md';
    const { site } = blog({ ...JEKYLL, [path]: FRONT });
    const about = (letters: number): number => minutesAbout(parsePost(path, FRONT + '가'.repeat(letters), site), site);
    assert.deepEqual([about(450), about(540), about(560), about(480), about(400)], [1, 1, 2, 2, 1]);
  });

  it('reads what is no tag as text, and loses nothing of it', () => {
    const pieces = (html: string): readonly string[] => [...htmlPieces(html)].map(({ source }) => source);
    assert.deepEqual(pieces('I <3 <b title="1>2">x</b> <!-- a > b --> 1 < 2'), ['I <3 ', '<b title="1>2">', 'x', '</b>', ' ', ' 1 < 2']);
    assert.deepEqual(pieces('<script>a < "b"</script>c'), ['<script>', '</script>', 'c']);
    fc.assert(fc.property(fc.array(fc.constantFrom('<', '>', '"', "'", '=', 'b', '/', ' ', '글')), parts => {
      const html = parts.join('');
      assert.equal(pieces(html).join(''), html);
    }));
  });
});
