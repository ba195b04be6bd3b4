// Key stroke -> what it changes, in the real editor: real key events, observed where the effect appears.
//   node bench/latency.mjs [preview|problems|builtin ...] [--kb N | --file FILE] [--strokes N]
// builtin is VS Code's own Markdown preview, measured in the same way: ratios within one run are what counts.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { openVSCode } from '../scripts/host/session.mjs';
import * as ui from '../scripts/host/ui.mjs';
import { packageExtension } from '../scripts/package.mjs';
import { VSIX } from '../scripts/paths.mjs';
import { ensureChromium, ensureHost } from '../scripts/setup.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { kb: { type: 'string' }, file: { type: 'string' }, strokes: { type: 'string', default: '40' } } });
const strokes = Number(values.strokes);
const what = positionals.length ? positionals : ['preview', 'builtin', 'problems'];
const posts = values.file ? [{ name: path.basename(values.file), text: readFileSync(values.file, 'utf8') }]
  : (values.kb ? [Number(values.kb)] : [10, 100]).map(kb => ({ name: `${kb} KB`, text: madeUp(kb * 1024) }));

await ensureChromium();
await ensureHost();
await build({ production: true });
await packageExtension();
for (const { name, text } of posts) for (const one of what) await measure(one, name, text);

/** @param {number} bytes */
function madeUp(bytes) {
  let text = '---\ntitle: 긴 글\ndate: 2026-11-01\ndescription: 재기 위한 글입니다.\n---\n\n';
  for (let index = 0; Buffer.byteLength(text) < bytes; index++) text += `문단 ${index} 한글 본문과 *강조* 그리고 \`code\` 입니다.\n\n`;
  return text;
}

/** @param {string} one @param {string} name @param {string} text */
async function measure(one, name, text) {
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-latency-'));
  mkdirSync(path.join(workspace, 'content/post'), { recursive: true });
  writeFileSync(path.join(workspace, 'hugo.toml'), 'baseURL = "https://blog.example.com/"\n');
  // a blog, not a lone file
  for (let index = 0; index < 200; index++) writeFileSync(path.join(workspace, `content/post/${index}.md`), '---\ntitle: 글\ndate: 2026-01-01\ndescription: 요약\n---\n글\n');
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '---\ntitle: 글\ndate: 2026-01-01\ndescription: 요약\n---\n';
  const line = front.split('\n').length;
  writeFileSync(path.join(workspace, 'content/post/long.md'), `${front}\n\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`);
  const code = await openVSCode({ workspace, vsix: VSIX, settings: { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' }, 'editor.wordBasedSuggestions': 'off' } });
  try {
    const { page } = code;
    await ui.openFile(page, 'long.md');
    const times = one === 'problems' ? await rows(page, line) : await letters(page, one, line);
    const sorted = times.sort((a, b) => a - b);
    const rank = (/** @type {number} */ share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
    console.log(`${name.padEnd(28)} ${one.padEnd(9)} p50 ${rank(0.5)} ms, p95 ${rank(0.95)} ms (${sorted.length} strokes)`);
  } finally {
    await code.close();
    rmSync(workspace, { recursive: true });
  }
}

/** performance.timeOrigin + now() is one clock for all frames of a browser. @param {import('playwright-core').Page} page */
function noteKeys(page) {
  return page.evaluate(() => {
    const notes = /** @type {any} */ (window);
    notes.keyTimes = [];
    addEventListener('keydown', event => notes.keyTimes.push(performance.timeOrigin + event.timeStamp), true);
  });
}

/** Until the preview shows the letter: between ⟦ and ⟧ stand as many letters as were typed. @param {import('playwright-core').Page} page @param {string} one @param {number} line */
async function letters(page, one, line) {
  await ui.command(page, one === 'builtin' ? 'Markdown: Open Preview to the Side' : 'Tech Post: Open Preview to the Side');
  const outer = await (await page.locator('iframe.webview.ready').last().elementHandle())?.contentFrame();
  const frame = await (await outer?.waitForSelector('iframe#active-frame'))?.contentFrame();
  // ours shows the page in a frame within
  const inner = one === 'builtin' ? frame : await (await frame?.waitForSelector('iframe#frame'))?.contentFrame();
  if (!frame || !inner) throw new Error('the preview has no frame');
  await inner.waitForFunction(() => document.body.innerText.trim().length > 10);
  await ui.focusEditor(page);
  await ui.goTo(page, line, 1);
  await page.keyboard.insertText('⟦⟧');
  await page.keyboard.press('ArrowLeft');
  await inner.evaluate(() => {
    const notes = /** @type {any} */ (window);
    notes.seen = {};
    const look = () => {
      const match = /⟦([a-z]*)⟧/.exec(document.body.textContent ?? '');
      if (match && !((match[1] ?? '').length in notes.seen)) notes.seen[(match[1] ?? '').length] = performance.timeOrigin + performance.now();
    };
    new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
  await inner.waitForFunction(() => 0 in /** @type {any} */ (window).seen);
  await noteKeys(page);
  const times = [];
  for (let index = 1; index <= strokes; index++) {
    await page.keyboard.press(String.fromCharCode(97 + (index % 26)));
    await inner.waitForFunction(index => index in /** @type {any} */ (window).seen, index);
    const seen = await inner.evaluate(index => /** @type {any} */ (window).seen[index], index);
    times.push(seen - await page.evaluate(index => /** @type {any} */ (window).keyTimes[index - 1], index));
    await writersPace(page);
  }
  return times;
}

/** Until a row of the Problems panel appears, or goes: a bracket makes `[a]()` of `[a](`. @param {import('playwright-core').Page} page @param {number} line */
async function rows(page, line) {
  await ui.command(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel').waitFor();
  await ui.focusEditor(page);
  await ui.goTo(page, line, 1);
  await page.keyboard.insertText('[a](');
  await page.evaluate(() => {
    const notes = /** @type {any} */ (window);
    notes.changes = [];
    let last = false;
    const panel = document.querySelector('.markers-panel');
    if (!panel) throw new Error('no Problems panel');
    new MutationObserver(() => {
      const now = /link-empty/.test(panel.textContent ?? '');
      if (now !== last) notes.changes.push(performance.timeOrigin + performance.now());
      last = now;
    }).observe(panel, { subtree: true, childList: true, characterData: true });
  });
  await noteKeys(page);
  const times = [];
  for (let index = 0; index < strokes; index++) {
    await page.keyboard.press(index % 2 ? 'Backspace' : ')');
    await page.waitForFunction(index => /** @type {any} */ (window).changes.length > index, index);
    times.push(await page.evaluate(index => /** @type {any} */ (window).changes[index] - /** @type {any} */ (window).keyTimes[index], index));
    await writersPace(page);
  }
  return times;
}

/** Strokes come one after another as fingers make them. @param {import('playwright-core').Page} page */
function writersPace(page) {
  return page.waitForTimeout(120);
}
