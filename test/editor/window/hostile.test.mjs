// Posts that try to run code, to load things and to leave the page, in the previews of blogs that let raw HTML through.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { acting } from './hostile/acting.mjs';
import { attempts } from './hostile/cases.mjs';
import { bodies, FILES, frontMatter, PICTURES, POSTS } from './hostile/carriers.mjs';
import { pictureOnFailure } from './picture.mjs';

const OUTSIDE = 'https://outside.invalid/clicked';

describe('hostile posts', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let temporary;
  let turn = 0;
  /** @type {string[]} Dialogs, windows and errors that nobody asked for. */
  const seen = [];

  before(async () => {
    temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-hostile-'));
    for (const [file, text] of Object.entries(FILES)) write(path.join(temporary, file), text);
    for (const file of Object.values(POSTS)) write(path.join(temporary, file), '---\ntitle: x\n---\n\nBegun.\n');
    code = await openVSCode({ workspace: temporary, vsix: VSIX });
    page = code.page;
    page.on('dialog', dialog => { seen.push(dialog.message()); void dialog.dismiss(); });
    page.on('pageerror', error => seen.push(String(error.stack)));
    page.context().on('page', opened => seen.push(opened.url()));
  });
  after(async () => {
    await code?.close();
    rmSync(temporary, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  const body = () => ui.preview(page).locator('body');
  const question = () => page.locator('.monaco-dialog-box');
  const tabs = () => page.locator('.tab').count();
  const begun = (/** @type {string} */ mark) => ui.preview(page).locator('p', { hasText: mark }).first().waitFor();

  /** @param {keyof typeof POSTS} engine */
  async function open(engine) {
    await ui.command(page, 'View: Close All Editors');
    await ui.openFile(page, path.basename(POSTS[engine]));
    await ui.command(page, 'Tech Post: Open Preview to the Side');
    await begun('Begun');
  }

  /** Waits until it is shown. @param {keyof typeof POSTS} engine @param {string} text */
  async function show(engine, text) {
    const mark = `Begun ${++turn}.`;
    write(path.join(code.folder, POSTS[engine]), `${frontMatter(turn)}\n${mark}\n\n${text}\n`);
    await begun(mark);
  }

  async function ran() {
    for (const frame of page.frames()) if (await frame.evaluate(() => /** @type {any} */ (globalThis).hostile !== undefined).catch(() => false)) return [frame.url()];
    return [];
  }

  for (const engine of /** @type {const} */ (['hugo', 'jekyll', 'hexo', 'plain'])) {
    it(`do nothing in the preview of ${engine}, whichever way they come`, async () => {
      await open(engine);
      const before = await tabs();
      for (const { names, text } of bodies(engine)) {
        await show(engine, text);
        assert.deepEqual(await body().evaluate(acting), [], names.join('\n'));
        assert.deepEqual(await ran(), [], names.join('\n'));
      }
      assert.equal(await question().count(), 0);
      assert.equal(await tabs(), before);
      assert.deepEqual(seen, []);
    });
  }

  it('do nothing as formulas and diagrams', async () => {
    await open('hugo');
    await show('hugo', attempts('drawings').map(({ text }) => text).join('\n\n'));
    const article = ui.preview(page).locator('#article');
    await article.locator('.katex').first().waitFor();
    // each has become a picture, or says why it has not
    await ui.until(() => article.locator('code.language-mermaid').evaluateAll(codes => codes.filter(code => !code.querySelector('img') && !code.getAttribute('title')).length), count => count === 0);
    assert.ok(await article.locator('code.language-mermaid img').count() > 3);
    assert.deepEqual(await body().evaluate(acting), []);
    assert.deepEqual(await ui.webview(page).locator('body').evaluate(body => [...body.querySelectorAll('script, iframe')].map(({ id, localName }) => id || localName).filter(name => name !== 'frame' && name !== 'script')), []);
    assert.deepEqual(await ran(), []);
    assert.equal(await question().count(), 0);
    assert.deepEqual(seen, []);
  });

  it('ask for nothing outside the machine but pictures by https', () => {
    assert.deepEqual([...new Set(code.blocked)].sort(), [...PICTURES].sort());
  });

  it('lead out by a click or a key only where VS Code asks first', async () => {
    await open('hugo');
    await show('hugo', `[click](${OUTSIDE})\n\n<p style="height:60px"></p>`);
    const link = ui.preview(page).getByRole('link', { name: 'click', exact: true });
    const ways = [
      () => link.click(), () => link.click({ button: 'middle' }), () => link.click({ modifiers: ['Control'] }), () => link.click({ modifiers: ['Shift'] }),
      async () => { await link.focus(); await page.keyboard.press('Enter'); },
    ];
    for (const act of ways) {
      await act();
      await question().filter({ hasText: 'outside.invalid' }).waitFor();
      await page.keyboard.press('Escape');
      await question().waitFor({ state: 'hidden' });
    }
    assert.deepEqual(code.blocked.filter(url => url.startsWith(OUTSIDE)), []);
    assert.deepEqual(seen, []);
  });

  it('cannot be dragged into a text, and are copied without what could act', async () => {
    await open('hugo');
    await show('hugo', `[drag](${OUTSIDE})\n\n<img src=x onerror="globalThis.hostile=1"> <a href="javascript:globalThis.hostile=1" onclick="globalThis.hostile=1">b</a>`);
    // a mouse that drags is Playwright's own affair; what the page says to the beginning of it is not
    const isStarted = await ui.preview(page).getByRole('link', { name: 'drag' }).evaluate(link => link.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })));
    assert.equal(isStarted, false);
    await ui.preview(page).locator('p', { hasText: 'Begun' }).first().click();
    await body().evaluate(body => getSelection()?.selectAllChildren(body));
    await page.keyboard.press('Control+C');
    const html = await ui.until(() => page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
    }), text => text.includes('drag'));
    const acts = await page.evaluate(html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')]
      .filter(element => element.localName === 'script' || [...element.attributes].some(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))).map(({ outerHTML }) => outerHTML), html);
    assert.deepEqual(acts, []);
  });

  it('ask for nothing at all where nothing may come from elsewhere', async () => {
    await open('jekyll');
    code.blocked.length = 0;
    write(path.join(code.folder, '.vscode/settings.json'), '{"techPost.preview.remote": false}');
    const pictures = '![one](https://picture.invalid/one.png) <img src="https://picture.invalid/two.png"> <picture><source srcset="https://picture.invalid/set.png"><img src="https://picture.invalid/three.png"></picture>';
    await show('jekyll', pictures);
    await ui.until(() => ui.preview(page).locator('.missing-image', { hasText: 'picture.invalid' }).count(), count => count === 3);
    code.blocked.length = 0;
    for (const { text } of bodies('jekyll').slice(0, 1)) await show('jekyll', `${pictures}\n\n${text}`);
    assert.deepEqual(code.blocked, []);
  });
});

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
