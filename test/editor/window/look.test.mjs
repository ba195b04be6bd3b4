// The blog's own look in the window: had without a click, kept while writing, chosen, built, and followed when it is built again.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { VSIX } from '../../../scripts/paths.mjs';
import { buildBlog, POSTS, putPost, THEMES } from '../../look/blogs.mjs';
import { pictureOnFailure } from './picture.mjs';

const theme = /** @type {import('../../look/blogs.mjs').Theme} */ (THEMES[0]);
const isThere = theme.isThere();
const LIGHT = 'rgb(251, 247, 240)';
const DARK = 'rgb(28, 31, 36)';

describe(isThere ? 'the blog’s look' : 'the blog’s look, which cannot be built on this machine', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  /** @type {string} */
  let workspace;

  before(async function () {
    if (!isThere) return this.skip();
    workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-look-'));
    const site = (/** @type {string} */ name) => path.join(workspace, name);
    buildBlog(theme, site('blog'), POSTS);
    putPost(theme, site('blog'), 'unbuilt');
    theme.make(site('bare'));
    putPost(theme, site('bare'), 'deploy');
    theme.make(site('broken'));
    putPost(theme, site('broken'), 'plain');
    writeFileSync(path.join(site('broken'), 'layouts/_default/single.html'), '{{ define "main" }}{{ noSuchFunction . }}{{ end }}');
    code = await openVSCode({ workspace, vsix: VSIX, settings: { 'editor.wordBasedSuggestions': 'off', 'editor.acceptSuggestionOnEnter': 'off', 'editor.minimap.enabled': false, 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 } });
    page = code.page;
  });
  after(async () => {
    await code?.close();
    if (workspace) rmSync(workspace, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  const shown = () => ui.preview(page);
  const bar = () => ui.webview(page).locator('#bar');
  const title = (/** @type {string} */ text) => shown().locator('article.post > .post-head h1', { hasText: text });
  const style = (/** @type {string} */ selector, /** @type {string} */ name) => shown().locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
  const hasStyle = (/** @type {string} */ selector, /** @type {string} */ name, /** @type {string} */ value) => ui.until(() => style(selector, name), found => found === value);
  const fileOf = (/** @type {string} */ site, /** @type {string} */ post) => path.join(site, theme.post(post).file);

  /** @param {string} site @param {string} post */
  async function open(site, post) {
    await ui.until(() => page.locator('.tab.dirty').count(), count => count === 0);
    await ui.command(page, 'View: Close All Editors');
    await ui.openFile(page, fileOf(site, post));
    await ui.command(page, 'Tech Post: Open Preview to the Side');
  }
  /** The line of a text in the file as it is on the disk, from 1. @param {string} site @param {string} post @param {string} text */
  const lineOf = (site, post, text) => readFileSync(path.join(code.folder, fileOf(site, post)), 'utf8').split('\n').findIndex(line => line.includes(text)) + 1;

  /** @param {string} label of the list of looks */
  async function choose(label) {
    await ui.command(page, 'Tech Post: Choose How the Preview Looks');
    await page.locator('.quick-input-list .monaco-list-row', { has: page.locator('.label-name', { hasText: new RegExp(`^\\s*${label}\\s*$`) }) }).click();
  }

  it('is had without a click', async () => {
    await open('blog', 'cache');
    await title('캐시를 지우는 세 가지 방법').waitFor();
    assert.match(await style('body', 'font-family'), /^Boxes, Georgia/);
    await hasStyle('body', 'background-color', LIGHT);
    assert.equal(await style('.body h2', 'border-left-width'), '6px');
    assert.equal(await style('.body .chroma .kd, .body .chroma .k', 'color'), 'rgb(102, 217, 239)');
    // a style sheet that a script would switch on, a font and a picture that are had from the build
    assert.equal(await style('footer.site', 'border-top-style'), 'dotted');
    await ui.until(() => shown().locator('body').evaluate(async body => { await body.ownerDocument.fonts.ready; return [...body.ownerDocument.fonts].map(({ family, status }) => `${family} ${status}`); }), fonts => fonts.includes('Boxes loaded'));
    const grain = await style('body', 'background-image');
    await shown().locator('body').evaluate((body, grain) => { /** @type {any} */ (body).grain = Object.assign(new Image(), { src: grain.replace(/^url\("|"\)$/g, '') }); }, grain);
    await ui.until(() => shown().locator('body').evaluate(body => /** @type {any} */ (body).grain.naturalWidth), width => width > 0);
    assert.deepEqual(await shown().locator('.side a').allTextContents(), ['시간이 지나면 지우기', '수명을 흩뜨리기', '바뀔 때 지우기', '이름에 버전 붙이기']);
    assert.equal(await bar().isVisible(), false);
    // its scripts are not run
    assert.equal(await shown().locator('.side').getAttribute('data-seen'), null);
    assert.equal(await shown().locator('html').getAttribute('class') ?? '', '');
    assert.deepEqual(code.blocked, []);
  });

  it('keeps all but the block that is written', async () => {
    const blocks = () => shown().locator('.body').evaluate(body => [...body.children].map(child => ({ isMarked: /** @type {any} */ (child).mark === true, html: child.outerHTML.replace(' class="tp-editing"', '') })));
    await shown().locator('body').evaluate(body => { for (const element of body.querySelectorAll('*')) /** @type {any} */ (element).mark = true; });
    const before = await blocks();
    await ui.focusEditor(page);
    await ui.goTo(page, lineOf('blog', 'cache', '가장 쉬운'));
    await page.keyboard.type('새 글 ');
    await shown().locator('.body p', { hasText: '새 글 가장 쉬운' }).waitFor();
    const now = await blocks();
    assert.ok(before.length > 15 && now.every(({ isMarked }) => isMarked));
    assert.deepEqual(now.flatMap(({ html }, index) => (html === before[index]?.html ? [] : [html.replace(/<[^>]*>/g, '').slice(0, 8)])), ['새 글 가장 쉬']);
  });

  it('says the title where the theme does, and in the bar what the theme does not say', async () => {
    await ui.goTo(page, 2, 9);
    await page.keyboard.type('새로 ');
    await title('새로 캐시를 지우는').waitFor();
    await ui.goTo(page, 3, 1);
    await page.keyboard.type('draft: true\n');
    await bar().locator('.badge.draft').waitFor();
    assert.equal(await shown().locator('body').evaluate(body => [...body.querySelectorAll('header, .meta, .side, footer, h1')].every(element => /** @type {any} */ (element).mark)), true);
  });

  it('is borrowed for a post that was never built', async () => {
    await open('blog', 'unbuilt');
    await title('아직 빌드하지 않은 글').waitFor();
    await shown().locator('.body p', { hasText: '새로 쓰기 시작한 글' }).waitFor();
    assert.deepEqual(await shown().locator('.side a').allTextContents(), ['줄을 세우기', '다시 해 보기', '마치며']);
    assert.match(await shown().locator('.meta').innerText(), /^2026년 6월 21일/);
    await bar().locator('.note', { hasText: /Not built yet: this is the page of ".*캐시를 지우는 세 가지 방법"/ }).waitFor();
  });

  it('is dark, narrow, beside cards or not there as it is chosen', async () => {
    await choose('Dark');
    await hasStyle('body', 'background-color', DARK);
    assert.equal(await shown().locator('html').getAttribute('data-theme'), 'dark');
    await choose('Phone');
    await ui.until(() => shown().locator('html').evaluate(() => innerWidth), width => width === 390);
    assert.equal(await style('main.two', 'display'), 'block');
    await choose('Wide screen');
    await ui.until(() => shown().locator('html').evaluate(() => innerWidth), width => width === 1280);
    assert.equal(await style('main.two', 'display'), 'grid');
    await choose('Cards: search, links, feed');
    await ui.webview(page).locator('#cards .card').nth(3).waitFor();
    assert.match(await ui.webview(page).locator('#cards .card.search').innerText(), /아직 빌드하지 않은 글/);
    await choose('Cards: search, links, feed');
    await ui.webview(page).locator('#cards').waitFor({ state: 'hidden' });
    await choose('As wide as the preview');
    await choose('Light');
    await hasStyle('body', 'background-color', LIGHT);
    assert.equal(await shown().locator('html').getAttribute('data-theme'), null);
    await choose('As VS Code');
    await choose('Paper');
    await shown().locator('#article').waitFor();
    assert.equal(await shown().locator('header.site').count(), 0);
    assert.equal(await bar().isVisible(), false);
    // the room that our pages keep for a scroll bar has their colour
    await ui.until(async () => await ui.webview(page).locator('#frame').evaluate(frame => getComputedStyle(frame).backgroundColor) === await style('html', 'background-color'));
    assert.notEqual(await style('html', 'background-color'), 'rgb(255, 255, 255)');
    await choose('Your blog');
    await title('아직 빌드하지 않은 글').waitFor();
    assert.equal(await ui.webview(page).locator('#frame').evaluate(frame => getComputedStyle(frame).backgroundColor), 'rgb(255, 255, 255)');
  });

  it('follows a build that is made again', async () => {
    const sheet = path.join(code.folder, 'blog/static/css/main.css');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('--accent: #b0413e', '--accent: #00ff00'));
    assert.equal(theme.run(path.join(code.folder, 'blog')).status, 0);
    await hasStyle('header.site', 'border-bottom-color', 'rgb(0, 255, 0)');
    // the post has its own page now
    await ui.until(() => bar().isVisible(), isVisible => !isVisible);
    await title('아직 빌드하지 않은 글').waitFor();
  });

  it('is built by a click where there is no build, beside the blog', async () => {
    await open('bare', 'deploy');
    await shown().locator('#article').waitFor();
    await bar().locator('.note', { hasText: 'There is no build of this blog in "public"' }).waitFor();
    await bar().getByRole('button', { name: 'Build the blog for its look' }).click();
    await title('배포가 무서운 금요일').waitFor();
    await hasStyle('body', 'background-color', LIGHT);
    assert.equal(await bar().isVisible(), false);
    assert.equal(existsSync(path.join(code.folder, 'bare/public')), false);
  });

  it('stays away where a build fails, which is said', async () => {
    await open('broken', 'plain');
    await shown().locator('#article').waitFor();
    await shown().locator('#article').evaluate(article => { /** @type {any} */ (article).mark = true; });
    await bar().getByRole('button', { name: 'Build the blog for its look' }).click();
    const toast = page.locator('.notification-toast', { hasText: 'Hugo could not build the blog.' });
    await toast.waitFor();
    assert.equal(await shown().locator('#article').evaluate(article => /** @type {any} */ (article).mark), true);
    await toast.getByRole('button', { name: 'Show Output' }).click();
    await page.locator('.output-view .view-line', { hasText: 'noSuchFunction' }).first().waitFor();
  });

  it('is offered no more to who does not want it', async () => {
    await bar().getByRole('button', { name: 'Not now' }).click();
    await bar().waitFor({ state: 'hidden' });
    await ui.until(() => page.evaluate(isKept, 'isContent'));
    await page.reload();
    await ui.ready(page);
    await open('broken', 'plain');
    await shown().locator('#article').waitFor();
    assert.equal(await bar().isVisible(), false);
  });
});

/** Whether a window's memory has a word, by VS Code's own place for it. Runs in the page. @param {string} word */
async function isKept(word) {
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; });
    const values = await new Promise((resolve, reject) => { const asked = database.transaction('ItemTable').objectStore('ItemTable').getAll(); asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; });
    database.close();
    if (JSON.stringify(values).includes(word)) return true;
  }
  return false;
}
