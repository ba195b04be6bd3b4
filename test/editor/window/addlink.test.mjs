// A link in one key, in the real window: asked of a loopback server, put where the writer says, and nothing without an answer.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

describe('a link in one key', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string[]} */
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/never') return;
    if (request.url === '/gone') response.statusCode = 404;
    response.end('<title>느린 질의 [3편] | 밤샘 일지</title><meta property="og:site_name" content="밤샘 일지">');
  });
  let origin = '';
  const folder = () => path.join(code.folder, 'content/post/2026');
  const scraps = () => readdirSync(folder()).filter(name => name.startsWith('monthly-scrap-')).sort();
  const newest = () => readFileSync(path.join(folder(), scraps().at(-1) ?? ''), 'utf8');
  const input = () => page.locator('.quick-input-widget input.input').first();
  const rows = () => page.locator('.quick-input-list .monaco-list-row');
  const title = () => page.locator('.quick-input-title');
  /** @param {string} text */
  const copy = text => page.evaluate(text => navigator.clipboard.writeText(text), text);
  /** @param {string} address */
  const press = async address => {
    await copy(address);
    await page.keyboard.press('Control+Alt+u');
    await rows().first().waitFor();
  };
  const escape = async () => {
    await page.keyboard.press('Escape');
    await input().waitFor({ state: 'hidden' });
  };

  before(async () => {
    await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    origin = `http://127.0.0.1:${port}`;
    code = await openVSCode({ workspace: inRoot('docs/sample/hugo-blog'), vsix: VSIX, context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    const sent = `code-oss://tech-post.tech-post/add-link?url=${encodeURIComponent('https://blog.example.com/post?a=1&b=2&utm_source=x')}&title=${encodeURIComponent('받은 글')}`;
    const inner = `code-oss://tech-post.tech-post/add-link?url=${encodeURIComponent(`${origin}/inner`)}&title=x`;
    writeFileSync(path.join(code.folder, 'sent-links.md'), `[sent](${sent})\n\n[inner](${inner})\n`);
    page = code.page;
    await ui.openFile(page, 'friday-rules.md');
  });
  after(async () => {
    await code?.close();
    server.closeAllConnections();
    server.close();
  });
  pictureOnFailure(() => page);

  it('lists the sections of the issue that will be made, below the page’s title, and Escape leaves no trace', async () => {
    const before = scraps();
    await press(`${origin}/slow?utm_source=feed`);
    await title().filter({ hasText: '느린 질의 [3편]' }).waitFor();
    assert.deepEqual((await rows().allInnerTexts()).map(text => text.trim()), ['✍️ 글', '📌 북마크', '📰 기술 뉴스', '⚙️ 소프트웨어 / 프로젝트', '📙 책 / 강의 / 영상']);
    await escape();
    assert.deepEqual(scraps(), before);
    assert.ok(asked.every(url => url === '/slow'), asked.join(' '));
  });

  it('makes the issue with the link in it', async () => {
    const before = scraps();
    await press(`${origin}/slow?utm_source=feed`);
    await title().filter({ hasText: '느린 질의 [3편]' }).waitFor();
    await ui.pick(page, '북마크');
    await ui.until(scraps, files => files.length === before.length + 1);
    await page.locator('.tab.active', { hasText: scraps().at(-1) ?? '' }).waitFor();
    assert.ok(newest().includes(`## 📌 북마크\n\n### [느린 질의 [3편]](${origin}/slow)\n\n## 📰 기술 뉴스\n`), newest());
  });

  it('says that the link was there before, and adds it only when told to', async () => {
    const before = newest();
    await press(`${origin}/slow#`.slice(0, -1));
    await rows().filter({ hasText: 'Add it all the same' }).waitFor();
    assert.match(await input().getAttribute('placeholder') ?? '', /^"월간 기술 스크랩 \d\d\/\d\d" already had this link\.$/);
    await escape();
    assert.equal(newest(), before);
  });

  it('goes on with the issue, unsaved words included, and one undo takes it back', async () => {
    await ui.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n끝인사\n');
    await press(`${origin}/second`);
    await title().filter({ hasText: '느린 질의 [3편]' }).waitFor();
    await ui.pick(page, '기술 뉴스');
    await page.locator('.view-line', { hasText: '/second' }).waitFor();
    // the window saves by itself
    const link = `\n### [느린 질의 [3편]](${origin}/second)\n`;
    const after = await ui.until(newest, text => text.includes(link));
    assert.ok(after.includes(`## 📰 기술 뉴스\n${link}`) && after.endsWith('\n끝인사\n'), after);
    await ui.focusEditor(page);
    await page.keyboard.press('Control+z');
    await ui.until(newest, text => text === after.replace(link, ''));
  });

  it('lets the writer name a page that told no title', async () => {
    await press(`${origin}/gone`);
    await title().filter({ hasText: 'gone' }).waitFor();
    await page.keyboard.press('Enter');
    // the list stays until the page has answered
    await title().filter({ hasText: 'Title of the link' }).waitFor();
    await ui.answer(page, 'The page told no title', '사라진 글');
    await page.locator('.view-line', { hasText: '사라진' }).waitFor();
  });

  it('does not hold on to a page that never answers', async () => {
    await press(`${origin}/never`);
    await page.keyboard.press('Enter');
    await ui.until(() => input().getAttribute('placeholder'), text => text === 'Asking the page for its title');
    await escape();
  });

  it('leaves a paste as it is, and offers the link beside it', async () => {
    await ui.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\n');
    await copy(`${origin}/pasted?fbclid=1`);
    const before = asked.length;
    await page.keyboard.press('Control+v');
    await page.locator('.view-line', { hasText: '/pasted?fbclid=1' }).waitFor();
    const offer = page.locator('.post-edit-widget');
    await offer.waitFor();
    assert.equal(asked.length, before);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Insert as a link of the scrap' }).waitFor();
    // below the paste as it is, which is chosen
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '[3편]](' }).filter({ hasText: '/pasted)' }).waitFor();
  });

  it('asks before it does what a browser sends, and asks nobody else', async () => {
    await ui.openFile(page, 'sent-links.md');
    await page.locator('.detected-link').first().waitFor();
    const dialog = page.locator('.monaco-dialog-box');
    await ui.goTo(page, 1, 12);
    await ui.command(page, 'Open Link');
    await dialog.filter({ hasText: 'Add a link to blog.example.com to your scrap?' }).filter({ hasText: '받은 글' }).filter({ hasText: 'https://blog.example.com/post?a=1&b=2' }).waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await input().isVisible(), false);

    const before = asked.length;
    await ui.goTo(page, 3, 12);
    await ui.command(page, 'Open Link');
    await page.locator('.notification-list-item', { hasText: 'an address of this machine or its network' }).waitFor();
    assert.equal(asked.length, before);

    await ui.goTo(page, 1, 12);
    await ui.command(page, 'Open Link');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await title().filter({ hasText: '받은 글' }).waitFor();
    await escape();
  });
});
