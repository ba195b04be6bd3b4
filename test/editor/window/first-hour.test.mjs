// A writer's first hour with the packaged extension, in the window, on the sample blog.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

describe('first hour', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  const article = () => ui.preview(page).locator('#article');
  const postFolder = () => path.join(code.folder, 'content/post/2026');

  before(async () => {
    code = await openVSCode({ workspace: inRoot('docs/sample/hugo-blog'), vsix: VSIX });
    page = code.page;
  });
  after(() => code?.close());
  pictureOnFailure(() => page);

  it('makes the next monthly scrap and opens it', async () => {
    const before = readdirSync(postFolder());
    await ui.command(page, 'Tech Post: New Monthly Scrap');
    const [made] = await ui.until(() => readdirSync(postFolder()).filter(file => !before.includes(file)), files => files.length === 1);
    assert.match(made ?? '', /^monthly-scrap-\d{4}\.md$/);
    await page.locator('.tab.active', { hasText: made }).waitFor();
    assert.match(readFileSync(path.join(postFolder(), made ?? ''), 'utf8'), /^---\n[\s\S]*\ntitle: 월간 기술 스크랩 \d\d\/\d\d\n[\s\S]*\n---\n\n## /);
  });

  it('shows in the preview what is typed, also through an input method', async () => {
    await ui.openFile(page, 'reading-slow-queries.md');
    await ui.command(page, 'Tech Post: Open Preview to the Side');
    await article().waitFor();
    await ui.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n\nPost ');
    await page.keyboard.insertText('한글 입력 ');
    await ui.compose(page, ['ㄱ', '가', '간']);
    await article().locator('p', { hasText: 'Post 한글 입력 간' }).waitFor();
  });

  it('keeps the preview over a reload of the window', async () => {
    // Unsaved text is kept by VS Code's backup, which comes a second late.
    await page.keyboard.press('Control+S');
    await ui.until(() => readFileSync(path.join(postFolder(), 'reading-slow-queries.md'), 'utf8'), text => text.includes('Post 한글 입력 간'));
    await Promise.all([
      page.waitForEvent('framenavigated', frame => frame === page.mainFrame()),
      ui.command(page, 'Developer: Reload Window'),
    ]);
    await ui.ready(page);
    await article().locator('p', { hasText: 'Post 한글 입력 간' }).waitFor();
  });

  it('lists the problems of a post, with the rule that found them', async () => {
    await ui.openFile(page, 'one-line-json-logs.md');
    const rows = await ui.problems(page, rows => rows.some(row => row.includes('/images/archi.png')));
    assert.match(rows.find(row => row.includes('/images/archi.png')) ?? '', /Tech Post.*link-target|link-target.*Tech Post/);
  });

  it('mends a mistyped path by a quick fix', async () => {
    await ui.openFile(page, 'one-line-json-logs.md');
    await ui.goTo(page, 17, 45);
    await ui.quickFix(page, '/images/arch.png');
    await ui.problems(page, rows => !rows.some(row => row.includes('/images/archi.png')));
    await ui.openFile(page, 'one-line-json-logs.md');
    await page.keyboard.press('Control+S');
    await ui.until(() => readFileSync(path.join(postFolder(), 'one-line-json-logs.md'), 'utf8'), text => text.includes('(/images/arch.png)'));
  });

  it('asks for nothing outside the machine', () => {
    assert.deepEqual(code.blocked, []);
  });
});
