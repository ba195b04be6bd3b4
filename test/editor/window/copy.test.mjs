// What is pasted is what the command line prints: the page of a copy in a real window, its button and the clipboard behind it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

const COMMAND = 'Tech Post: Copy for Medium, Velog, Tistory or Mail';
const FILES = {
  'hugo.toml': 'baseURL = "https://blog.hanbit.dev/"\ntitle = "한빛 개발 노트"\n[markup.goldmark.renderer]\nunsafe = true\n',
  'content/post/cache.md': `---
title: 캐시를 지운 날
date: 2026-11-01
---
첫 줄과
둘째 줄에 **굵은** \`코드\`가 있습니다. [다른 글](/post/other/)

## 표

| 이름 | 값 |
|:--|--:|
| 캐시 | 10 |

\`\`\`go
func main() {

	run()
}
\`\`\`

![없음](nope.png)

<script>top.hostile = 1</script><img src="https://img.hanbit.dev/a.png" onerror="top.hostile = 1" alt="그림">
`,
  'content/post/other.md': '---\ntitle: 다른 글\ndate: 2026-10-01\n---\n글\n',
};

describe('a copy for another place', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {string} */
  let temporary;
  /** @type {import('playwright-core').Page} */
  let page;

  before(async () => {
    temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-copy-'));
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.join(temporary, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(temporary, file), text);
    }
    code = await openVSCode({ workspace: temporary, vsix: VSIX });
    page = code.page;
    await ui.openFile(page, 'cache.md');
  });
  after(async () => {
    await code?.close();
    rmSync(temporary, { recursive: true, force: true });
  });
  pictureOnFailure(() => page);

  /** @param {string[]} options */
  function printed(...options) {
    const { stdout, status, stderr } = spawnSync(process.execPath, [inRoot('dist/cli.js'), 'copy', path.join(temporary, 'content/post/cache.md'), ...options], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    assert.equal(status, 0, stderr);
    return { text: stdout, notes: stderr.trim().split('\n') };
  }

  /** What is on the clipboard, by its type. A browser that writes HTML writes it in order; what it says is the same. */
  const clipboard = () => page.evaluate(async () => {
    for (;;) {
      const [item] = await navigator.clipboard.read();
      try {
        return Object.fromEntries(await Promise.all((item?.types ?? []).map(async type => [type, await (await /** @type {ClipboardItem} */ (item).getType(type)).text()])));
      } catch (error) {
        // it was written between the two, and is another one now
        if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      }
    }
  });
  const write = (/** @type {string} */ text) => page.evaluate(words => navigator.clipboard.writeText(words), text);

  /** The palette's own row names the place as well. @param {string} place */
  const row = place => page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name', { hasText: new RegExp(`^\\s*${place}\\s*$`) }) });

  /** @param {string} place */
  async function copyFor(place) {
    await ui.focusEditor(page);
    await ui.command(page, COMMAND);
    await row(place).click();
  }

  const panel = () => ui.webview(page);
  /** What a document in order makes of HTML: names, addresses and text. */
  const outline = (/** @type {string} */ html) => page.evaluate(text => {
    const made = new DOMParser().parseFromString(text, 'text/html');
    return [...made.body.querySelectorAll('*')].map(element => `${element.localName} ${element.getAttribute('href') ?? element.getAttribute('src') ?? ''} ${element.textContent}`);
  }, html);

  it('shows what will be pasted, says what is different, and puts it on the clipboard by itself', async () => {
    await copyFor('Medium');
    await panel().locator('#state.done').waitFor();
    const { text, notes } = printed('--for', 'medium');
    assert.deepEqual(await panel().locator('#notes li').allTextContents(), notes);
    assert.equal(await panel().locator('#paper h1').textContent(), '캐시를 지운 날');
    const found = await clipboard();
    assert.deepEqual(await outline(found['text/html']), await outline(text));
    assert.equal(found['text/plain'].replaceAll('\r\n', '\n'), printed('--for', 'medium', '--format', 'text').text);
  });

  it('copies at the press of the button', async () => {
    await write('다른 것');
    await panel().locator('#copy').click();
    await ui.until(async () => (await clipboard())['text/html']);
    assert.deepEqual(await outline((await clipboard())['text/html']), await outline(printed('--for', 'medium').text));
  });

  it('copies by the older way where the browser forbids the newer', async () => {
    await write('다른 것');
    await panel().locator('body').evaluate(() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); });
    await panel().locator('#copy').click();
    await ui.until(async () => (await clipboard())['text/html']);
    assert.deepEqual(await outline((await clipboard())['text/html']), await outline(printed('--for', 'medium').text));
  });

  it('puts Markdown on the clipboard at once, and offers the place chosen last first', async () => {
    await write('다른 것');
    await copyFor('Velog');
    await ui.until(() => page.evaluate(() => navigator.clipboard.readText()), text => text !== '다른 것');
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n'), printed('--for', 'velog').text);
    await ui.focusEditor(page);
    await ui.command(page, COMMAND);
    await row('Velog').waitFor();
    assert.match(await page.locator('.quick-input-list .monaco-list-row').first().textContent() ?? '', /Velog/);
    await page.keyboard.press('Escape');
  });

  it('shows a letter in its own colours, and copies its source as text', async () => {
    await copyFor('Mail');
    await panel().locator('#paper.letter table').waitFor();
    assert.equal(await panel().locator('#paper.letter th').first().evaluate(element => getComputedStyle(element).backgroundColor), 'rgb(245, 245, 245)');
    await panel().locator('#source').click();
    await ui.until(() => page.evaluate(() => navigator.clipboard.readText()), text => /** @type {string} */ (text).startsWith('<div'));
    assert.equal((await page.evaluate(() => navigator.clipboard.readText())).trim().replaceAll('\r\n', '\n'), printed('--for', 'mail').text.trim());
  });

  it('runs nothing of the post', async () => {
    assert.equal(await panel().locator('#paper script').count(), 0);
    assert.equal(await panel().locator('body').evaluate(() => /** @type {{ hostile?: unknown }} */ (/** @type {unknown} */ (window.top)).hostile).catch(() => undefined), undefined);
    assert.equal(await page.evaluate(() => /** @type {{ hostile?: unknown }} */ (/** @type {unknown} */ (window)).hostile), undefined);
  });
});
