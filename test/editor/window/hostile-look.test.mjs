// Builds whose pages and style sheets try to run code, to load things, to read beside the build and to leave the page.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { acting } from './hostile/acting.mjs';
import { FILES, MAY, OUTSIDE_THE_BUILD, REMOTE } from './hostile/build.mjs';
import { pictureOnFailure } from './picture.mjs';

describe('hostile builds', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let temporary;
  /** @type {string[]} Dialogs, windows and errors that nobody asked for. */
  const seen = [];
  /** @type {{ url: string, type: string }[]} */
  const requests = [];

  const put = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(code.folder, file)), { recursive: true });
    writeFileSync(path.join(code.folder, file), text);
  };

  before(async () => {
    temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-hostile-'));
    code = await openVSCode({ workspace: temporary, vsix: VSIX });
    page = code.page;
    for (const [file, text] of Object.entries(FILES)) put(file, text);
    symlinkSync('../secret.css', path.join(code.folder, 'blog/public/linked.css'));
    symlinkSync('..', path.join(code.folder, 'blog/public/up'));
    page.on('dialog', dialog => { seen.push(dialog.message()); void dialog.dismiss(); });
    page.on('pageerror', error => seen.push(String(error.stack)));
    page.context().on('page', opened => seen.push(opened.url()));
    page.on('request', request => requests.push({ url: request.url(), type: request.resourceType() }));
  });
  after(async () => {
    await code?.close();
    rmSync(temporary, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  const shown = () => ui.preview(page);

  /** @param {string} post @param {string} place where its text is to be seen */
  async function open(post, place = '#theme') {
    await ui.command(page, 'View: Close All Editors');
    await ui.openFile(page, `${post}.md`);
    await ui.command(page, 'Tech Post: Open Preview to the Side');
    await shown().locator(`${place} p`, { hasText: `Begun ${post}` }).waitFor();
  }

  async function nothingHappened() {
    // what a page has of forms, dialogs and sheets stays to be looked at
    assert.deepEqual((await shown().locator('body').evaluate(acting)).filter(found => !/^<(?:form|dialog|style|link)>$|^popover=/i.test(found)), []);
    assert.deepEqual(await shown().locator('html').evaluate(html => [...html.ownerDocument.querySelectorAll('script, iframe, frame, object, embed, base, meta[http-equiv]:not([http-equiv="Content-Security-Policy"]), link:not([rel="stylesheet"]), form[action], [autofocus]')].map(({ outerHTML }) => outerHTML)), []);
    assert.match(await shown().locator('html').evaluate(html => html.ownerDocument.location.pathname), /\/fake\.html$/);
    assert.equal(await shown().locator('html').evaluate(html => html.ownerDocument.activeElement?.localName), 'body');
    for (const frame of page.frames()) assert.equal(await frame.evaluate(() => /** @type {any} */ (globalThis).hostile !== undefined).catch(() => false), false, frame.url());
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
    assert.deepEqual(seen, []);
  }

  it('do nothing, and ask for pictures, fonts and style sheets by https alone', async () => {
    await open('trap');
    // the theme's own sheet has come through all that
    await ui.until(() => shown().locator('#theme').evaluate(theme => getComputedStyle(theme).borderTopWidth), width => width === '7px');
    await ui.until(() => REMOTE.filter(url => !code.blocked.includes(url)), missing => missing.length === 0);
    await nothingHappened();
    assert.deepEqual([...new Set(code.blocked)].sort(), [...REMOTE].sort());
  });

  it('read nothing that lies beside them', async () => {
    assert.deepEqual(await shown().locator('html').evaluate(html => ['--secret', '--linked'].map(name => getComputedStyle(html).getPropertyValue(name))), ['', '']);
    assert.equal(await shown().locator('html').evaluate(html => html.outerHTML.includes('kept secret')), false);
    assert.deepEqual(requests.filter(({ url }) => OUTSIDE_THE_BUILD.test(decodeURIComponent(url))), []);
    // what lies in them is read
    assert.equal(await shown().locator('html').evaluate(html => getComputedStyle(html).getPropertyValue('--within').trim()), 'yes');
  });

  it('do nothing with all that posts have tried', async () => {
    code.blocked.length = requests.length = 0;
    await open('all');
    await nothingHappened();
    // of what the page's policy forbids, a browser tells as well
    const outside = requests.filter(({ url }) => code.blocked.includes(url));
    assert.ok(outside.length > 0);
    assert.deepEqual(outside.filter(({ url, type }) => !url.startsWith('https://') || !MAY.has(type)), []);
  });

  it('are not shown where what acts cannot be told from the rest', async () => {
    await open('whole', '#article');
    assert.equal(await shown().locator('#theme').count(), 0);
    await ui.webview(page).locator('#bar .note', { hasText: 'The page in the build cannot be shown without what it would run.' }).waitFor();
    await nothingHappened();
  });

  it('ask for nothing at all where nothing may come from elsewhere', async () => {
    put('.vscode/settings.json', JSON.stringify({ ...JSON.parse(FILES['.vscode/settings.json'] ?? '{}'), 'techPost.preview.remote': false }));
    // the page begins anew, with a policy that says so
    await ui.until(() => ui.webview(page).locator('#frame').getAttribute('data-policy').catch(() => null), policy => policy !== null && !/ https:[ ;]/.test(policy));
    for (const post of ['trap', 'all']) {
      code.blocked.length = 0;
      await open(post);
      await ui.until(() => shown().locator('#theme').evaluate(theme => getComputedStyle(theme).borderTopWidth), width => width === '7px');
      await nothingHappened();
      assert.deepEqual(code.blocked, []);
    }
  });
});
