// What a writer has: the Posts view, the length in the status bar and the days that are left.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

const head = (/** @type {string} */ title, /** @type {string} */ fields) => `---\ntitle: ${title}\ndescription: 요약\n${fields}\n---\n\n`;

describe('posts', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let workspace;
  const put = (/** @type {string} */ file, /** @type {string} */ text, folder = workspace) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  /** Rows as a screen reader hears them. @param {(rows: string[]) => unknown} accept */
  const rows = accept => ui.until(() => page.locator('.sidebar .monaco-list-row').evaluateAll(all => all.map(row => row.getAttribute('aria-label') ?? '')), accept);
  const status = (/** @type {RegExp} */ text) => page.locator('.statusbar-item', { hasText: text }).waitFor();

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-posts-'));
    put('hugo.toml', 'baseURL = "https://blog.example.com/"\nhasCJKLanguage = true\n');
    put('content/post/new.md', `${head('쓰는 중인 글', 'date: 2026-01-05\ndraft: true')}가나다 라마.\n`);
    put('content/post/first.md', `${head('첫 글', 'date: 2025-03-01')}본문\n`);
    put('content/post/second.md', `${head('둘째 글', 'date: 2025-04-01')}[없는 곳](/none/)\n`);
    put('content/post/later.md', `${head('나중 글', 'date: 2999-01-02T09:00:00Z')}본문\n`);
    put('content/post/over.md', `${head('지난 공지', 'date: 2024-01-01\nexpiryDate: 2024-02-01')}본문\n`);
    code = await openVSCode({ workspace, vsix: VSIX });
    page = code.page;
  });
  after(async () => {
    await code?.close();
    rmSync(workspace, { recursive: true });
  });
  pictureOnFailure(() => page);

  it('stands at the side of a blog, with what is at work unfolded', async () => {
    await page.locator('.activitybar .action-label[aria-label^="Tech Post"]').click();
    const found = await rows(all => all.some(row => row.startsWith('2025, ')) && all.some(row => row.includes('with problems')));
    assert.match(found[0] ?? '', /^Drafts, 1 post/);
    assert.match(found[1] ?? '', /^쓰는 중인 글, Drafts, edited /);
    assert.deepEqual(found.slice(2), ['Scheduled, 1 post', '나중 글, Scheduled, January 2, 2999 at 09:00', 'Will not appear, 1 post', '2025, 2 posts, 1 with problems']);
  });

  it('opens a post, and follows the one in the editor', async () => {
    await page.locator('.sidebar .monaco-list-row', { hasText: '쓰는 중인 글' }).click();
    await page.locator('.tab', { hasText: 'new.md' }).waitFor();
    await ui.openFile(page, 'second.md');
    await rows(all => all.some(row => row.startsWith('둘째 글, Apr 1, 1 problem')));
    await page.locator('.sidebar .monaco-list-row.selected', { hasText: '둘째 글' }).waitFor();
    // whose keys still go to the post
    await page.locator('.part.editor .monaco-editor.focused').first().waitFor();
  });

  it('says in the status bar what readers see of a post and how long it is, while it is written', async () => {
    await ui.openFile(page, 'new.md');
    await status(/^Draft · 7 characters · 1 min$/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('바사');
    await status(/^Draft · 10 characters · 1 min$/);
  });

  it('puts a post on another shelf when it is no draft any more, before it is saved', async () => {
    await ui.goTo(page, 5);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('draft: false');
    await rows(all => !all.some(row => row.startsWith('Drafts')) && all.some(row => row.startsWith('2026, 1 post')));
    await status(/^10 characters · 1 min$/);
  });

  it('opens the post’s own menu', async () => {
    await page.locator('.statusbar-item', { hasText: /^10 characters/ }).click();
    const entries = page.locator('.quick-input-list .monaco-list-row .label-name');
    await entries.filter({ hasText: 'Open Post in Browser' }).waitFor();
    const names = await entries.allTextContents();
    assert.ok(names.some(name => name.includes('Unpublish Post')) && names.some(name => name.includes('About This Blog')), names.join());
    await page.keyboard.press('Escape');
    await ui.command(page, 'File: Save');
  });

  it('tells the days that are left as soon as there is a rhythm', async () => {
    put('tech-post.json', JSON.stringify({ rhythm: { every: '3 days', from: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10) } }), code.folder);
    await status(/^10 characters · 1 min · D-[12]$/);
    await page.locator('.sidebar .message', { hasText: /^The next post is due/ }).waitFor();
    put('content/post/today.md', `${head('오늘 글', `date: ${new Date().toISOString().slice(0, 10)}`)}본문\n`, code.folder);
    await status(/^10 characters · 1 min · handed in$/);
  });

  it('has a word for a blog without posts, and a way to begin', async () => {
    for (const name of ['new', 'first', 'second', 'later', 'over', 'today']) rmSync(path.join(code.folder, `content/post/${name}.md`));
    await page.locator('.sidebar .welcome-view-content', { hasText: 'There are no posts in this blog yet.' }).waitFor();
    await page.locator('.sidebar .welcome-view-content .monaco-button', { hasText: 'New Post' }).click();
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await page.keyboard.press('Escape');
  });
});
