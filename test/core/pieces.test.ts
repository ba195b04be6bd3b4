import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { runsBetween } from '../../src/core/bodychange';
import { piecesOf, type Piece } from '../../src/core/pieces';

/** As a browser reads it below an element of a page. */
const read = (html: string): string => serialize(parseFragment(parseFragment('<div></div>').childNodes[0] as never, html, { scriptingEnabled: false }));

/** As the page puts the next body together. */
function put(before: readonly Piece[], after: readonly Piece[]): string {
  let last = 0;
  return runsBetween(before, after).map(run => {
    if ('html' in run) return run.html.join('');
    assert.ok(run.from >= last && run.count > 0, 'each piece once and in order');
    last = run.from + run.count;
    return before.slice(run.from, last).map(({ html }) => html.replace(/ data-line="(\d+)"/g, (_, line: string) => ` data-line="${Number(line) + run.by}"`)).join('');
  }).join('');
}

const NAMES = ['p', 'b', 'a', 'em', 'div', 'ul', 'li', 'table', 'tr', 'td', 'svg', 'g', 'title', 'button', 'h1', 'form', 'pre', 'textarea', 'template', 'details', 'dd', 'math', 'mi', 'option', 'style'];
const word = fc.constantFrom('text', '\n', ' ', '&lt;', '<br>', '<hr />', '<img src="a.png">', '<!-- c -->', '<!---->', '<!-- -- -->', '가', '<input>', '<path/>', '<div/>', '<p a=">">x</p>', '<', '<p', '</', '<tr>', '</p>', '<b>', '<!x>', '<a b"c>', '<ul><li>x</ul>', '<noscript><p>x</p></noscript>', '<select><style><p></style></select>');
const markupOf = (depth: number): fc.Arbitrary<string> => (depth === 0 ? word : fc.oneof(
  { arbitrary: fc.tuple(fc.constantFrom(...NAMES), fc.array(markupOf(depth - 1), { maxLength: 3 })).map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`), weight: 3 },
  { arbitrary: word, weight: 1 }));
const markup = markupOf(4);
const block = fc.tuple(fc.constantFrom('p', 'h2', 'ul', 'pre'), fc.constantFrom('one', 'two', 'three')).map(([name, text]) => (line: number) => `<${name} data-line="${line}">${text}</${name}>\n`);
const body = fc.array(fc.oneof(block, markup.map(html => () => html)), { maxLength: 12 });
const written = (parts: readonly ((line: number) => string)[], from = 0): string => parts.map((part, index) => part(from + index * 2)).join('');

describe('pieces', () => {
  it('are read by a browser alike on their own and together', () => {
    fc.assert(fc.property(fc.array(markup, { maxLength: 6 }), parts => {
      const html = parts.join('');
      const pieces = piecesOf(html);
      assert.equal(pieces.map(({ html }) => html).join(''), html);
      assert.equal(pieces.map(({ html }) => read(html)).join(''), read(html));
    }), { numRuns: 5000 });
  });

  it('hold one block each', () => {
    const html = '<p>a</p>\n<ul>\n<li>b<br></li>\n</ul>\n<pre><code>c</code></pre>\n<hr>\n<!-- raw HTML omitted -->\n<p>d</p>\n';
    assert.deepEqual(piecesOf(html).map(({ html }) => html.trim()), ['<p>a</p>', '<ul>\n<li>b<br></li>\n</ul>', '<pre><code>c</code></pre>', '<hr>', '<!-- raw HTML omitted -->', '<p>d</p>', '']);
    assert.equal(piecesOf('<p>a</p><div><p>b</p><p>c</p>').length, 2, 'what is never closed holds all that follows');
  });

  it('are those of the whole text after any edit', () => {
    fc.assert(fc.property(body, body, fc.nat(), fc.nat(), (parts, more, at, length) => {
      const before = piecesOf(written(parts));
      const from = at % (parts.length + 1);
      const next = written([...parts.slice(0, from), ...more, ...parts.slice(from + (length % 4))]);
      const cut = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ html, line }) => `${line} ${html}`);
      assert.deepEqual(cut(piecesOf(next, before)), cut(piecesOf(next)));
    }), { numRuns: 3000 });
  });
});

describe('the change of a body', () => {
  it('gives the next body, whatever was edited', () => {
    fc.assert(fc.property(body, body, fc.nat(), fc.nat(), fc.nat({ max: 5 }), (parts, more, at, length, by) => {
      const before = piecesOf(written(parts));
      const from = at % (parts.length + 1);
      const after = piecesOf(written([...parts.slice(0, from), ...more, ...parts.slice(from + (length % 4))], by), before);
      assert.equal(put(before, after), after.map(({ html }) => html).join(''));
    }), { numRuns: 3000 });
  });

  it('holds only what is new, also where a line more moves all below', () => {
    const page = (lines: readonly string[], from: number): string => lines.map((text, index) => `<p data-line="${from + index}">${text}</p>\n`).join('');
    const before = piecesOf(page(['a', 'b', 'c', 'd'], 0));
    assert.deepEqual(runsBetween(before, piecesOf(page(['a', 'x', 'c', 'd'], 0))).filter(run => 'html' in run), [{ html: ['<p data-line="1">x</p>'].map(html => `\n${html}`) }]);
    const moved = runsBetween(before, piecesOf(page(['a'], 0) + page(['x'], 1) + page(['b', 'c', 'd'], 3)));
    assert.deepEqual(moved.filter(run => 'html' in run), [{ html: ['\n<p data-line="1">x</p>'] }]);
    assert.deepEqual(moved.filter(run => 'from' in run).map(({ by }) => by), [0, 2, 0]);
  });

  it('keeps what stands between two blocks that change together', () => {
    const page = (heading: string): string => `<ul><li>${heading}</li></ul>\n<p>a</p>\n<h2>${heading}</h2>\n<p>b</p>\n`;
    const runs = runsBetween(piecesOf(page('x')), piecesOf(page('y')));
    assert.equal(runs.filter(run => 'html' in run).length, 2);
    assert.equal(runs.flatMap(run => ('html' in run ? run.html : [])).length, 2);
  });
});
