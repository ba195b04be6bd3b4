// Another slug and a folder for a post, as a writer does it: what the box says, what comes of it, and one undo for all of it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

const post = (/** @type {string} */ title, /** @type {string} */ body) => `---\ntitle: ${title}\ndate: 2026-07-02\ndescription: 텃밭 이야기\n---\n\n${body}\n`;
const BLOG = {
  'hugo.toml': 'baseURL = "https://garden.example.com/"\n',
  'content/post/drain.md': post('배수', '![물길](/images/drain.png) ![공용](/images/logo.png)').replace(/\n/g, '\r\n'),
  'content/post/lettuce.md': post('상추', '[배수](/post/drain/) [원고]({{< ref "drain.md" >}}) ![공용](/images/logo.png)'),
  'static/images/drain.png': '물길',
  'static/images/logo.png': '공용',
};

describe('a post of another shape', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {string} */
  let made;
  before(async () => {
    made = mkdtempSync(path.join(os.tmpdir(), 'tech-post-reshape-'));
    for (const [name, text] of Object.entries(BLOG)) {
      mkdirSync(path.dirname(path.join(made, name)), { recursive: true });
      writeFileSync(path.join(made, name), text);
    }
    code = await openVSCode({ workspace: made, vsix: VSIX, settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 50 } });
  });
  after(async () => {
    await code?.close();
    rmSync(made, { recursive: true });
  });
  pictureOnFailure(() => code?.page);

  /** The files of the blog, with what they hold. */
  const files = () => Object.fromEntries(readdirSync(code.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name)).map(file => [path.relative(code.folder, file), readFileSync(file, 'utf8')]));
  const become = (/** @type {Record<string, string>} */ wanted) => ui.until(files, now => JSON.stringify(Object.entries(now).sort()) === JSON.stringify(Object.entries(wanted).sort()));
  // the editor of a file that has just moved is a new one, which may come after the key that asks for it
  const undo = async () => {
    const { page } = code;
    await ui.until(async () => {
      await page.keyboard.press('Control+1');
      return page.locator('.part.editor .monaco-editor.focused').first().isVisible();
    });
    await page.keyboard.press('Control+Z');
  };

  it('has the slug that is typed, and the address that the box says', async () => {
    const { page } = code;
    await ui.openFile(page, 'drain.md');
    await ui.command(page, 'Tech Post: Change Slug');
    const box = page.locator('.quick-input-widget input.input').first();
    await ui.until(() => box.inputValue(), value => value === 'drain');
    await box.fill('물 길');
    await page.locator('.quick-input-message', { hasText: 'A slug has letters' }).waitFor();
    await box.fill('lettuce');
    await page.locator('.quick-input-message', { hasText: '"/post/lettuce/" is the address of "상추" already.' }).waitFor();
    await page.keyboard.press('Enter');
    assert.deepEqual(files(), BLOG);
    await ui.answer(page, 'New address: /post/물길/. The old one, /post/drain/, will lead there.', '물길');
    const { 'content/post/drain.md': was, ...rest } = BLOG;
    await become({
      ...rest, 'content/post/물길.md': was.replace('title: 배수\r\n', 'title: 배수\r\naliases: [/post/drain/]\r\n'),
      'content/post/lettuce.md': BLOG['content/post/lettuce.md'].replace('/post/drain/', '/post/물길/').replace('drain.md', '물길.md'),
    });
    await page.locator('.tab.active', { hasText: '물길.md' }).waitFor();
    await undo();
    await become(BLOG);
  });

  it('has a folder with the picture that is its alone', async () => {
    const { page } = code;
    await page.locator('.tab.active', { hasText: 'drain.md' }).waitFor();
    await ui.command(page, 'Tech Post: Move to Bundle');
    await ui.pick(page, 'Move the post and one picture');
    const { 'content/post/drain.md': was, 'static/images/drain.png': picture, ...rest } = BLOG;
    await become({ ...rest, 'content/post/drain/index.md': was.replace('/images/drain.png', 'drain.png'), 'content/post/drain/drain.png': picture });
    await undo();
    await become(BLOG);
  });
});
