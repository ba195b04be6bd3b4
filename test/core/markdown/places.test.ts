import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DIALECTS, hugo, jekyll, parse } from './dialects';

const front = '---\ntitle: 자리\n---\n';
const POSTS: Readonly<Record<string, string>> = {
  plain: '첫 줄의 [문서](docs/가이드.md "제목")와 ![그림](img/지도.png).\n\n<https://example.com/길>과 [각주처럼][ref]\n\n[ref]: https://example.com/정의 "뜻"\n',
  quote: '> 인용 속 [하나](a.md)\n> 이어서 ![둘](b.png)\n>\n> > 더 안쪽 [셋](c.md)\n',
  list: '1. 차례\n   - [하나](a.md)\n   - 글 [둘](b.md)\n     이어진 줄 ![셋](c.png)\n\n2. > 인용 [넷](d.md)\n',
  tabs: '-\t탭 뒤의 [하나](a.md)\n\t이어진 [둘](b.md)\n',
  table: '| 이름 | 값 |\n|---|---|\n| [하나](a.md) | `a\\|b` 뒤 [둘](b.md) |\n| 없음 \\| 있음 | ![셋](c.png) |\n',
  heading: '# 제목 [하나](a.md)\n\n제목 둘 ![둘](b.png)\n===\n',
  nfd: '한글 [자모](그림/한글.png) 뒤 [둘](b.md)\n'.normalize('NFD'),
  html: '<p><a href="a.md">하나</a></p>\n\n글 속 <img src=\'b.png\' alt=""> 끝\n',
  emphasis: '**굵은 [하나](a.md)** *기운 ![둘](b.png)* ~~[셋](c.md)~~\n',
  empty: '[빈 곳]() 다음 [둘](b.md)\n',
};

describe('places of links', () => {
  for (const [name, dialect] of Object.entries(DIALECTS)) {
    for (const [post, text] of Object.entries(POSTS)) {
      for (const ending of ['\n', '\r\n']) {
        it(`${name}: ${post} with ${ending === '\n' ? 'LF' : 'CR LF'}`, () => {
          const whole = (front + text).replaceAll('\n', ending);
          const start = front.replaceAll('\n', ending).length;
          const { links } = dialect.parse(whole, { start, end: whole.length });
          assert.ok(links.length >= 2, `found ${links.length}`);
          for (const { target, targetSpan, span } of links) {
            assert.equal(whole.slice(targetSpan.start, targetSpan.end), target);
            assert.match(whole.slice(span.start, span.end), /^[[!<][\s\S]*[\])>]$/);
          }
        });
      }
    }
    it(`${name}: any text`, () => {
      const piece = fc.constantFrom('[가](나.md)', '![다](라.png)', '> ', '- ', '  ', '\t', '\n', '\r\n', '\n\n', '글', '|', '`', '*', '**', '_', '"', '1. ', '[x]: y', '<b>', '</b>', '# ', '\\', '$$', '---', '^', '{: .c}');
      fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const whole = pieces.join('');
        for (const { target, targetSpan } of parse(dialect, whole).links) assert.equal(whole.slice(targetSpan.start, targetSpan.end), target);
      }), { numRuns: 300, seed: 20261130 });
    });
  }
  it('gives a heading its whole line', () => {
    for (const dialect of Object.values(DIALECTS)) {
      const text = '글\n\n## 둘째 *제목* ##\n\n끝\n';
      const { headings } = parse(dialect, text);
      assert.deepEqual(headings.map(({ text: shown, level }) => [shown, level]), [['둘째 제목', 2]]);
      assert.equal(text.slice(headings[0]!.span.start, headings[0]!.span.end), '## 둘째 *제목* ##');
    }
  });
});

describe('what stands in a post', () => {
  it('finds references without a definition', () => {
    for (const [name, dialect] of Object.entries(DIALECTS)) {
      const text = '[글][없음] [이것][] 배열 a[i][j] [1][2] `[코드][안]` [^각주] [있음][ok]\n\n[ok]: a.md\n';
      const { missingReferences, referenceLabels } = parse(dialect, text);
      assert.deepEqual(missingReferences.map(({ label, labelSpan }) => [label, text.slice(labelSpan.start, labelSpan.end)]), [['없음', '없음'], ['이것', '이것']], name);
      assert.deepEqual(referenceLabels, ['ok']);
    }
  });
  it('finds comments', () => {
    for (const [name, dialect] of Object.entries(DIALECTS)) {
      const text = '<!-- 첫째 -->\n\n글 <!-- 둘째 --> 글\n\n```\n<!-- 코드 -->\n```\n';
      const { comments } = parse(dialect, text);
      assert.deepEqual(comments.map(comment => [comment.text, text.slice(comment.span.start, comment.span.end)]), [[' 첫째 ', '<!-- 첫째 -->'], [' 둘째 ', '<!-- 둘째 -->']], name);
    }
  });
  it('counts no HTML that Hugo drops', () => {
    const text = '<a id="표시" href="a.md">가</a>\n\n<img src="b.png">\n';
    assert.deepEqual(parse(hugo(), text).links, []);
    assert.equal(parse(hugo(), text).anchors.size, 0);
    assert.equal(parse(DIALECTS['goldmark']!, text).links.length, 2);
    assert.deepEqual([...parse(jekyll(), text).anchors], ['표시']);
  });
  it('knows the anchors of footnotes and contents', () => {
    const text = '* 차례\n{:toc}\n\n## 하나\n\n글[^뜻]\n'.replace('뜻', 'a') + '\n[^a]: 설명\n';
    assert.deepEqual([...parse(jekyll(), text).anchors].sort(), ['fn:a', 'fnref:a', 'markdown-toc', 'markdown-toc-하나', '하나'].sort());
  });
  it('keeps no state between parses', () => {
    for (const dialect of Object.values(DIALECTS)) {
      const text = '# 제목\n\n"열린 따옴표[^1]\n\n[^1]: 주\n';
      const first = dialect.render(parse(dialect, text));
      assert.equal(dialect.render(parse(dialect, text)), first);
    }
  });
});
