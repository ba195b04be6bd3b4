// A folder with two blogs in it, as `npm start` opens: commands find the one that is meant.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

describe('two blogs', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  before(async () => { code = await openVSCode({ workspace: inRoot('docs/sample'), vsix: VSIX }); });
  after(() => code?.close());
  pictureOnFailure(() => code?.page);

  it('makes the next scrap in the blog that has scraps, and asks nothing', async () => {
    const folder = path.join(code.folder, 'hugo-blog/content/post/2026');
    const before = readdirSync(folder);
    await ui.command(code.page, 'Tech Post: New Monthly Scrap');
    const made = await ui.until(() => readdirSync(folder, { recursive: true }).concat(readdirSync(path.dirname(folder), { recursive: true })).map(String).find(file => /monthly-scrap-\d{4}\.md$/.test(file) && !before.includes(path.basename(file))));
    await code.page.locator('.tab.active', { hasText: path.basename(String(made)) }).waitFor();
  });

  it('asks for the name of an event, shows what is wrong with it, and leaves no trace of an escape', async () => {
    const { page } = code;
    const folder = path.join(code.folder, 'hugo-blog/content/post');
    const before = readdirSync(folder, { recursive: true }).length;
    await ui.command(page, 'Tech Post: New Conference Review');
    const box = page.locator('.quick-input-widget input.input').first();
    await box.waitFor();
    await box.fill(' ');
    await page.locator('.quick-input-message', { hasText: 'A title is needed.' }).waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    assert.equal(readdirSync(folder, { recursive: true }).length, before);
    await ui.command(page, 'Tech Post: New Conference Review');
    await ui.answer(page, 'What is the event called?', '파이콘 한국 2026');
    await page.locator('.quick-input-message', { hasText: 'On which day was it?' }).or(page.locator('.quick-input-message', { hasText: /\d{4}/ })).first().waitFor();
    await box.fill('2026-08-15');
    await page.locator('.quick-input-message', { hasText: 'August 15, 2026' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: '파이콘-한국-2026-후기' }).or(page.locator('.tab.active', { hasText: 'index.md' })).waitFor();
  });
});
