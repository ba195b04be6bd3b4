// Front matter that is written by hand: keys and values are offered, keys explained, switches flipped and tags chosen.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

const HEAD = ['---', 'title: "쓰는 글" # 제목', '', 'draft: true # 아직', '---', '', '본문입니다.', ''];

describe('front matter by hand', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let workspace;
  const put = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };
  /** The text is saved as this. */
  const becomes = async (/** @type {readonly string[]} */ lines) => {
    const text = lines.join('\r\n');
    await ui.until(async () => {
      await page.keyboard.press('Control+S');
      return readFileSync(path.join(code.folder, 'content/post/hand.md'), 'utf8');
    }, found => found === text, 10_000);
  };
  const suggestions = () => page.locator('.suggest-widget.visible .monaco-list-row');
  /** The blog is read in the background: what its posts tell comes with it. */
  const suggest = async (/** @type {RegExp} */ wanted) => {
    await ui.until(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Space');
      return suggestions().filter({ hasText: wanted }).first().waitFor({ timeout: 1500 }).then(() => true, () => false);
    });
  };

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-head-'));
    put('hugo.toml', 'baseURL = "https://blog.example.com/"\n');
    put('content/post/a.md', '---\ntitle: "첫 글"\ndate: 2026-03-01T09:00:00+09:00\ntags:\n  - 도커\n  - 리눅스\ntoc: true\n---\n\n글\n');
    put('content/post/b.md', '---\ntitle: "둘째 글"\ndate: 2026-04-01T09:00:00+09:00\ntags:\n  - 도커\n---\n\n글\n');
    put('content/post/hand.md', HEAD.join('\r\n'));
    code = await openVSCode({ workspace, vsix: VSIX, settings: { 'editor.wordBasedSuggestions': 'off' } });
    page = code.page;
    await ui.openFile(page, 'hand.md');
  });
  after(async () => {
    await code?.close();
    rmSync(workspace, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  it('offers the blog’s keys on an empty line, and then their values', async () => {
    await ui.goTo(page, 3, 1);
    await suggest(/^tags.*2 of 3 posts/);
    await page.keyboard.type('tag');
    // letters that come faster than answers end the list
    await suggest(/^tags/);
    await ui.until(() => suggestions().first().textContent(), text => /^tags/.test(text ?? ''));
    await page.keyboard.press('Enter');
    // a list as the blog writes it, and its tags at once
    await suggest(/^도커/);
    await page.keyboard.press('Enter');
    await becomes([...HEAD.slice(0, 2), 'tags:', '  - 도커', ...HEAD.slice(3)]);
  });

  it('explains a key', async () => {
    await ui.goTo(page, 5, 2);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    const card = page.locator('.monaco-hover', { hasText: 'A draft is built only by' });
    await card.waitFor();
    assert.match(await card.textContent() ?? '', /This post is a draft[^]*Documentation/);
    await page.keyboard.press('Escape');
  });

  it('flips a switch and keeps the list open', async () => {
    await ui.command(page, 'Tech Post: Toggle Front Matter Field');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: /^draft/ });
    await row.filter({ hasText: 'true' }).waitFor();
    await page.locator('.quick-input-widget input.input').first().fill('draft');
    await page.keyboard.press('Enter');
    await row.filter({ hasText: 'false' }).waitFor();
    await page.keyboard.press('Escape');
    await becomes([...HEAD.slice(0, 2), 'tags:', '  - 도커', 'draft: false # 아직', ...HEAD.slice(4)]);
  });

  it('adds a tag by its check mark', async () => {
    await ui.command(page, 'Tech Post: Choose Tags');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '리눅스' }).click();
    await page.keyboard.press('Enter');
    await becomes([...HEAD.slice(0, 2), 'tags:', '  - 도커', '  - 리눅스', 'draft: false # 아직', ...HEAD.slice(4)]);
  });
});
