// Formulas and diagrams, drawn by the bundles that are shipped, in a frame and under policies like the preview's.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { launchChromium } from '../../../scripts/host/chromium.mjs';
import { inRoot } from '../../../scripts/paths.mjs';

const PAGE = 'http://page.test/';
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";
const SHELL = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${NOTHING}; script-src 'nonce-abc'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'">
<body><iframe id="frame" src="/empty.html" sandbox="allow-same-origin" width="800" height="600"></iframe><script nonce="abc" src="/dist/preview.js" defer></script>`;
const EMPTY = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${NOTHING}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"><body>`;

const HARNESS = `
  import { drawing, holdFormulas } from './src/webview/drawing';
  const formulas = [{ left: '$$', right: '$$', isDisplay: true }, { left: '\\\\(', right: '\\\\)', isDisplay: false }];
  addEventListener('load', () => {
    const inner = document.getElementById('frame').contentDocument;
    const drawn = drawing(inner, () => {});
    globalThis.show = html => {
      if (html !== undefined) {
        const content = document.createRange().createContextualFragment(html);
        inner.body.replaceChildren(holdFormulas(content, { formulas }));
      }
      drawn.draw([...inner.body.childNodes], { formulas, hasDiagrams: true });
    };
  });
`;

describe('drawing', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string[]} */
  const elsewhere = [];

  before(async () => {
    const { outputFiles } = await build({ stdin: { contents: HARNESS, resolveDir: inRoot('.') }, bundle: true, write: false, format: 'iife' });
    const harness = outputFiles[0]?.text ?? '';
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('request', request => { if (!/^(?:data:|http:\/\/page\.test\/)/.test(request.url())) elsewhere.push(request.url()); });
    await page.route(`${PAGE}**`, async route => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: SHELL });
      if (pathname === '/empty.html') return route.fulfill({ contentType: 'text/html', body: EMPTY });
      if (pathname === '/dist/preview.js') return route.fulfill({ contentType: 'text/javascript', body: harness });
      if (pathname === '/favicon.ico') return route.fulfill({ status: 204 });
      return route.fulfill({ contentType: pathname.endsWith('.woff2') ? 'font/woff2' : 'text/javascript', body: await readFile(inRoot(`.${pathname}`)) });
    });
    await page.goto(PAGE);
    await page.waitForFunction('globalThis.show');
  });
  after(() => browser?.close());

  const frame = () => page.frameLocator('#frame');
  /** @param {string} [html] */
  const show = html => page.evaluate(text => /** @type {{ show(html?: string): void }} */ (/** @type {unknown} */ (globalThis)).show(text), html);

  it('draws formulas outside of code, with their fonts', async () => {
    await show('<p>글 $$x^2$$ 과 \\(a_i\\), 값 $5 <code>\\(y\\)</code> \\(\\frac{1}\\)</p>');
    await frame().locator('.katex').nth(1).waitFor();
    assert.equal(await frame().locator('.katex').count(), 2);
    assert.equal(await frame().locator('code').textContent(), '\\(y\\)');
    assert.equal(await frame().locator('.katex-error').textContent(), '\\frac{1}');
    assert.match(await frame().locator('.katex .mathnormal').first().evaluate(element => getComputedStyle(element).fontFamily), /KaTeX_Math/);
  });

  it('draws a formula that stands in no element', async () => {
    await show('<p>앞</p>\n$$\\int_0^1 x$$\n<p>뒤</p>');
    await frame().locator('body > span .katex-display').waitFor();
    assert.equal(await frame().locator('body > p').count(), 2);
  });

  it('shows a diagram as a picture, and keeps it while its text is none', async () => {
    await show('<pre><code class="language-mermaid">graph TD\n  A[시작] --&gt; B\n</code></pre>');
    const picture = frame().locator('img.tp-diagram');
    await picture.waitFor();
    assert.ok(await picture.evaluate(async image => { await /** @type {HTMLImageElement} */ (image).decode(); return /** @type {HTMLImageElement} */ (image).naturalWidth > 20; }));
    await frame().locator('code').evaluate(code => { code.textContent = 'graph TD\n  A[['; });
    await show();
    await frame().locator('img.tp-diagram[title*="error" i]').waitFor();
    assert.equal(await picture.evaluate(image => getComputedStyle(image).opacity), '0.4');
  });

  it('runs and loads nothing that a diagram names', async () => {
    await show('<div class="mermaid">graph TD\n A["&lt;img src=https://elsewhere.test/a.png onerror=globalThis.hostile=1&gt;"]\n click A "javascript:globalThis.hostile=1"</div>');
    await frame().locator('.mermaid img.tp-diagram, .mermaid[title]').first().waitFor();
    assert.equal(await page.evaluate('globalThis.hostile'), undefined);
    assert.deepEqual(elsewhere, []);
  });
});
