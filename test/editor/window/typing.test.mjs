// While a post is written: what did not change stays where it is, as it is.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

/** A picture as tall as a screen. */
const tall = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"><rect width="300" height="900" fill="teal"/></svg>';
const paragraphs = (/** @type {string} */ word, count = 12) => Array.from({ length: count }, (_, index) => `${word} 문단 ${index}입니다.\n\n`).join('');
const LINES = [
  '---', 'title: 긴 글', 'date: 2026-11-01', 'description: 재기 위한 글입니다.', '---', '', // 1 to 6
  '첫 문단입니다.', '', '<details><summary>더 보기</summary>숨은 글</details>', '', // 7 to 10
  paragraphs('앞'), // 11 to 35
  '- 목록의 그림', '', '  ![하나](/images/tall.svg)', '', '- 그림 다음', '',
  '글 속의 ![둘](/images/tall.svg) 그림입니다.', '', paragraphs('뒤', 30), '마지막 문단입니다.', '',
].join('\n');

describe('typing', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let workspace;
  const body = () => ui.preview(page).locator('#article');
  /** Where the page is scrolled to, in CSS pixels. */
  const offset = () => body().evaluate(article => article.ownerDocument.scrollingElement?.scrollTop ?? 0);
  const top = (/** @type {string} */ text) => body().locator('p', { hasText: text }).first().evaluate(element => element.getBoundingClientRect().top);
  /** Two frames of the window have gone by since. */
  const settled = () => page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  const put = (/** @type {string} */ file, /** @type {string} */ text) => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };

  before(async () => {
    workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-typing-'));
    put('hugo.toml', 'baseURL = "https://blog.example.com/"\n[markup.goldmark.renderer]\nunsafe = true\n');
    put('static/images/tall.svg', tall);
    put('content/post/long.md', LINES);
    code = await openVSCode({ workspace, vsix: VSIX, settings: { 'editor.wordBasedSuggestions': 'off', 'editor.minimap.enabled': false } });
    page = code.page;
    await ui.openFile(page, 'long.md');
    await ui.command(page, 'Tech Post: Open Preview to the Side');
    await body().locator('img').nth(1).waitFor();
    await ui.until(() => body().locator('img').evaluateAll(images => images.every(image => /** @type {HTMLImageElement} */ (image).naturalHeight > 0)));
  });
  after(async () => {
    await code?.close();
    rmSync(workspace, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  /** Marks every block of the body, and says how many of the marks are still there. */
  const markAll = () => body().evaluate(article => { for (const child of article.children) /** @type {any} */ (child).mark = true; return article.children.length; });
  const marked = () => body().evaluate(article => [...article.children].filter(child => /** @type {any} */ (child).mark).length);
  const lineOf = (/** @type {string} */ text) => body().locator('p', { hasText: text }).first().getAttribute('data-line');

  it('leaves the nodes of all blocks as they are', async () => {
    await body().locator('summary').click();
    const loads = await body().evaluate(article => {
      /** @type {any} */ (article).loads = 0;
      article.addEventListener('load', () => { /** @type {any} */ (article).loads++; }, true);
      return article.querySelectorAll('img').length;
    });
    assert.equal(loads, 2);
    const count = await markAll();
    const line = Number(await lineOf('마지막 문단'));
    await ui.focusEditor(page);
    await ui.goTo(page, 7, 1);
    await page.keyboard.type('새 글 ');
    await body().locator('p', { hasText: '새 글 첫 문단' }).waitFor();
    assert.equal(await marked(), count, 'a letter');
    await page.keyboard.press('End');
    await page.keyboard.type('\n\n새 문단');
    await body().locator('p', { hasText: /^새 문단$/ }).waitFor();
    assert.equal(await marked(), count, 'a paragraph more');
    assert.equal(Number(await lineOf('마지막 문단')), line + 2, 'lines of what is below');
    assert.equal(await body().locator('details').evaluate(element => /** @type {HTMLDetailsElement} */ (element).open), true);
    assert.equal(await body().evaluate(article => /** @type {any} */ (article).loads), 0, 'no picture was loaded again');
  });

  it('keeps a picture in a block that changes', async () => {
    const image = body().locator('img').nth(1);
    await image.evaluate(element => { /** @type {any} */ (element).mark = true; });
    const line = Number(await lineOf('글 속의')) + 1;
    await ui.focusEditor(page);
    await ui.goTo(page, line, 1);
    await page.keyboard.type('**굵은** ');
    await body().locator('p', { hasText: '굵은 글 속의' }).waitFor();
    assert.equal(await image.evaluate(element => /** @type {any} */ (element).mark), true);
    assert.equal(await body().evaluate(article => /** @type {any} */ (article).loads), 0);
  });

  it('takes what an input method composes, and leaves it the editor', async () => {
    await ui.focusEditor(page);
    await ui.goTo(page, 7, 1);
    await ui.compose(page, ['ㅎ', '하', '한', '한ㄱ', '한그', '한글']);
    await body().locator('p', { hasText: '한글새 글 첫 문단' }).waitFor();
    await page.locator('.part.editor .monaco-editor.focused').first().waitFor();
  });

  it('keeps the place that is read when blocks above it grow', async () => {
    await ui.focusEditor(page);
    await page.keyboard.press('Control+Home');
    await ui.goTo(page, 7, 1);
    await ui.until(offset, value => value === 0);
    // not by hand: the editor stays where it is
    await body().locator('p', { hasText: '뒤 문단 20' }).evaluate(element => element.scrollIntoView({ block: 'start' }));
    await settled();
    const before = await top('뒤 문단 20');
    const height = () => body().evaluate(article => article.scrollHeight);
    const tallBefore = await height();
    await page.keyboard.type('하나\n\n둘\n\n셋\n\n');
    await body().locator('p', { hasText: /^셋$/ }).waitFor();
    await settled();
    assert.ok(await height() > tallBefore + 50);
    assert.ok(Math.abs(await top('뒤 문단 20') - before) < 2, `${before} -> ${await top('뒤 문단 20')}`);
    await body().locator('img').first().evaluate(image => { /** @type {HTMLElement} */ (image).style.height = '1400px'; });
    await settled();
    assert.ok(Math.abs(await top('뒤 문단 20') - before) < 2, `as when a picture comes late: ${before} -> ${await top('뒤 문단 20')}`);
  });

  it('follows the editor line by line, never back, also beside tall pictures', async () => {
    await ui.focusEditor(page);
    await page.keyboard.press('Control+Home');
    await body().evaluate(article => article.ownerDocument.scrollingElement?.scrollTo(0, 0));
    let last = 0;
    let moves = 0;
    for (let step = 0; step < 45; step++) {
      await page.keyboard.press('Control+ArrowDown');
      await settled();
      const now = await offset();
      assert.ok(now >= last - 1, `step ${step}: ${last} -> ${now}`);
      if (now > last) moves++;
      last = now;
    }
    assert.ok(moves > 20, `${moves} moves`);
    assert.ok(last > 1000, `down to ${last}`);
    for (let step = 0; step < 45; step++) {
      await page.keyboard.press('Control+ArrowUp');
      await settled();
      const now = await offset();
      assert.ok(now <= last + 1, `step ${step} up: ${last} -> ${now}`);
      last = now;
    }
  });

  it('leads the editor the same way', async () => {
    const first = () => page.locator('.part.editor .monaco-editor .line-numbers').evaluateAll(numbers => Math.min(...numbers.map(each => Number(each.textContent)).filter(Boolean)));
    await body().evaluate(article => article.ownerDocument.scrollingElement?.scrollTo(0, 0));
    await body().hover({ position: { x: 20, y: 20 } });
    let last = 0;
    let moves = 0;
    for (let step = 0; step < 25; step++) {
      await page.mouse.wheel(0, 120);
      await settled();
      const now = await first();
      assert.ok(now >= last - 1, `step ${step}: line ${last} -> ${now}`);
      if (now > last) moves++;
      last = now;
    }
    assert.ok(moves > 3, `${moves} moves`);
  });
});
