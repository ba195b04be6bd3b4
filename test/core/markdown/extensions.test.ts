// What a Hugo site may switch on besides the usual: https://gohugo.io/configuration/markup/#goldmark. `enableEmoji` is also compared with Hugo itself.
import assert from 'node:assert/strict';
import { goldmark, goldmarkOptions } from '../../../src/core/markdown';
import { dense, parse } from './dialects';

const of = (settings: object, top: object = {}) => goldmark(goldmarkOptions({ ...top, markup: { goldmark: settings } }, { idsFromText: true, knowsWrapperClass: false }));

describe('extensions of Goldmark', () => {
  it('emoji by name, in code too, and places stay', () => {
    const dialect = of({}, { enableemoji: true });
    assert.equal(dense(dialect, '# :smile: 가\n\n`:heart:` :nope: a:b:c :smile:smile:'), '<h1 id="-가">😄 가</h1><p><code>❤️</code>:nope: a🅱️c 😄smile:</p>');
    const { links, headings } = parse(dialect, ':smile: [:star:](b.md)\n\n# 끝 :tada:\n');
    assert.deepEqual(links.map(({ span, targetSpan, text }) => [span.start, targetSpan.start, text]), [[8, 17, '⭐']]);
    assert.deepEqual(headings.map(({ text, id }) => [text, id]), [['끝 🎉', '끝-']]);
    assert.equal(dense(of({}), ':smile:'), '<p>:smile:</p>');
  });
  it('extras', () => {
    const extras = Object.fromEntries(['subscript', 'superscript', 'insert', 'mark', 'delete'].map(name => [name, { enable: true }]));
    const dialect = of({ extensions: { extras, strikethrough: false } });
    assert.equal(dense(dialect, 'H~2~O x^2^ ++가++ ==나== *다 ==라==*'), '<p>H<sub>2</sub>O x<sup>2</sup><ins>가</ins><mark>나</mark><em>다 <mark>라</mark></em></p>');
    assert.equal(dense(of({}), 'H~2~O x^2^ ++가++ ==나=='), '<p>H~2~O x^2^ ++가++ ==나==</p>');
    assert.equal(typeof dense(dialect, '~가 ^나 ++다 ==라 '.repeat(5000)), 'string');
  });
  it('passthrough', () => {
    const dialect = of({ extensions: { passthrough: { enable: true, delimiters: { block: [['$$', '$$'], ['\\[', '\\]']], inline: [['\\(', '\\)']] } } } });
    assert.equal(dense(dialect, '앞 \\(a_1 *b* c_2\\) 뒤\n$$\nx_1 *y*\n$$\n끝'), '<p>앞 \\(a_1 *b* c_2\\) 뒤</p>$$ x_1 *y* $$<p>끝</p>');
    assert.equal(dense(dialect, '\\(가'), '<p>(가</p>');
    assert.equal(typeof dense(dialect, '$$ \\( '.repeat(20_000)), 'string');
  });
  it('lines of East Asian text', () => {
    const with_ = (style?: string) => of({ extensions: { cjk: { enable: true, eastasianlinebreaks: true, escapedspace: true, ...(style ? { eastasianlinebreaksstyle: style } : {}) } } });
    assert.equal(dense(with_(), '가\n나\nab\n漢\n字'), '<p>가나 ab 漢字</p>');
    assert.equal(dense(with_('css3draft'), '가\n나\n漢\n字'), '<p>가 나 漢字</p>');
    assert.equal(dense(with_(), '**가**\\ 나'), '<p><strong>가</strong>나</p>');
  });
  it('signs of the typographer, back links, images alone, ids of terms', () => {
    assert.equal(dense(of({ extensions: { typographer: { leftdoublequote: '&laquo;', rightdoublequote: '&raquo;', ellipsis: '…!' } } }), '"가" 나...'), '<p>&laquo;가&raquo; 나…!</p>');
    assert.match(dense(of({ extensions: { footnote: { enable: true, backlinkhtml: '위로' } } }), '가[^1]\n\n[^1]: 나'), /role="doc-backlink">위로<\/a>/);
    assert.equal(dense(of({ parser: { wrapstandaloneimagewithinparagraph: false } }), '![가](b.png)'), '<img src="b.png" alt="가">');
    assert.equal(dense(of({ parser: { autodefinitiontermid: true } }), '용어 하나\n: 뜻'), '<dl><dt id="용어-하나">용어 하나</dt><dd>뜻</dd></dl>');
  });
});
