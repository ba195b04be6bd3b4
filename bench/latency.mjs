// Key stroke -> what it changes, in the real editor: real key events, observed where the effect appears.
//   node bench/latency.mjs [preview|problems|builtin ...] [--kb N | --file FILE] [--strokes N] [--site hugo|jekyll|plain] [--rich]
// builtin is VS Code's own Markdown preview, measured in the same way: ratios within one run are what counts. Of ours it also says
// how long the message took to come, its size, and how long the page took to show it.
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

const { values, positionals } = parseArgs({ allowPositionals: true, options: { kb: { type: 'string' }, file: { type: 'string' }, strokes: { type: 'string', default: '40' }, site: { type: 'string', default: 'hugo' }, rich: { type: 'boolean', default: false } } });
const strokes = Number(values.strokes);
const what = positionals.length ? positionals : ['preview', 'builtin', 'problems'];

/** Paragraphs only, or all that posts are made of. @param {number} bytes */
function madeUp(bytes) {
  let text = '---\ntitle: 긴 글\ndate: 2026-11-01\ndescription: 재기 위한 글입니다.\n---\n\n';
  for (let index = 0; Buffer.byteLength(text) < bytes; index++) text += values.rich ? rich(index) : `문단 ${index} 한글 본문과 *강조* 그리고 \`code\` 입니다.\n\n`;
  return text;
}

/** @param {number} index */
const rich = index => `## 섹션 ${index}

한글 본문과 *강조* 그리고 \`code\`와 [링크](#섹션-${index}), ![그림](/images/map.png)입니다. 문장을 하나 더 적습니다.

\`\`\`ts
const a${index} = ${index};
function f${index}(x: number) { return x + ${index}; }
\`\`\`

- 하나와 **둘**
- 둘
  - 셋 [링크](https://example.com/${index})

| 가 | 나 |
|---|---|
| 값 ${index} | \`b\` |

`;

/** What makes a folder a blog of a kind, and where its posts lie. @type {Record<string, { files: Record<string, string>, post: (name: string) => string, picture: string }>} */
const SITES = {
  hugo: { files: { 'hugo.toml': 'baseURL = "https://blog.example.com/"\n' }, post: name => `content/post/${name}.md`, picture: 'static/images/map.png' },
  jekyll: { files: { '_config.yml': 'url: https://blog.example.com\n', Gemfile: 'gem "jekyll"\n' }, post: name => `_posts/2026-01-01-${name}.md`, picture: 'images/map.png' },
  plain: { files: {}, post: name => `${name}.md`, picture: 'images/map.png' },
};
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const posts = values.file ? [{ name: path.basename(values.file), text: readFileSync(values.file, 'utf8') }]
  : (values.kb ? [Number(values.kb)] : [10, 100]).map(kb => ({ name: `${kb} KB`, text: madeUp(kb * 1024) }));

await ensureChromium();
await ensureHost();
await build({ production: true });
await packageExtension();
for (const { name, text } of posts) for (const one of what) await measure(one, name, text);

/** @param {string} one @param {string} name @param {string} text */
async function measure(one, name, text) {
  const workspace = mkdtempSync(path.join(os.tmpdir(), 'tech-post-latency-'));
  const site = SITES[values.site];
  if (!site) throw new Error(`no such site: ${values.site}`);
  const put = (/** @type {string} */ file, /** @type {string | Buffer} */ content) => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), content);
  };
  for (const [file, content] of Object.entries(site.files)) put(file, content);
  put(site.picture, PICTURE);
  // a blog, not a lone file
  for (let index = 0; index < 200; index++) put(site.post(String(index)), '---\ntitle: 글\ndate: 2026-01-01\ndescription: 요약\n---\n글\n');
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '---\ntitle: 글\ndate: 2026-01-01\ndescription: 요약\n---\n';
  const line = front.split('\n').length;
  const long = site.post('long');
  put(long, `${front}\n\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`);
  const code = await openVSCode({ workspace, vsix: VSIX, settings: { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' }, 'editor.wordBasedSuggestions': 'off' } });
  try {
    const { page } = code;
    await ui.openFile(page, path.basename(long));
    if (one === 'problems') return say(name, one, await rows(page, line));
    const strokes = await letters(page, one, line);
    say(name, one, strokes.map(({ whole }) => whole));
    const ours = strokes.filter(({ message }) => message !== undefined);
    if (!ours.length) return;
    say('', ' message', ours.map(({ message }) => message ?? NaN));
    say('', ' page', ours.map(({ whole, message }) => whole - (message ?? NaN)));
    console.log(`${''.padEnd(28)}  size     ${(ours.reduce((sum, { size }) => sum + size, 0) / ours.length / 1024).toFixed(1)} KB each`);
  } finally {
    await code.close();
    rmSync(workspace, { recursive: true });
  }
}

/** @param {string} name @param {string} one @param {number[]} times */
function say(name, one, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const rank = (/** @type {number} */ share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN);
  console.log(`${name.padEnd(28)} ${one.padEnd(9)} p50 ${rank(0.5)} ms, p95 ${rank(0.95)} ms (${sorted.length} strokes)`);
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
  if (!frame) throw new Error('the preview has no frame');
  // ours shows the page in a frame within, in which nothing runs: it is watched from outside
  await frame.evaluate(() => {
    const notes = /** @type {any} */ (window);
    notes.shown = () => /** @type {HTMLIFrameElement | null} */ (document.getElementById('frame'))?.contentDocument ?? document;
  });
  await frame.waitForFunction(() => /** @type {any} */ (window).shown().body?.textContent.trim().length > 10, null, { timeout: 60_000 });
  await ui.focusEditor(page);
  await ui.goTo(page, line, 1);
  await page.keyboard.insertText('⟦⟧');
  await page.keyboard.press('ArrowLeft');
  await frame.evaluate(() => {
    const notes = /** @type {any} */ (window);
    notes.seen = {};
    notes.messages = [];
    // the page's own listener comes first, so that what counts is when the message came and not when it is seen here
    addEventListener('message', ({ data, timeStamp }) => {
      if (data?.kind === 'render') notes.messages.push({ at: performance.timeOrigin + timeStamp, size: JSON.stringify(data).length });
    });
    const look = () => {
      const match = /⟦([a-z]*)⟧/.exec(notes.shown().body.textContent ?? '');
      const count = (match?.[1] ?? '').length;
      if (match && !(count in notes.seen)) notes.seen[count] = performance.timeOrigin + performance.now();
    };
    new MutationObserver(look).observe(notes.shown().documentElement, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
  await frame.waitForFunction(() => 0 in /** @type {any} */ (window).seen);
  await noteKeys(page);
  const times = [];
  for (let index = 1; index <= strokes; index++) {
    await page.keyboard.press(String.fromCharCode(97 + (index % 26)));
    await frame.waitForFunction(index => index in /** @type {any} */ (window).seen, index);
    const key = await page.evaluate(index => /** @type {any} */ (window).keyTimes[index - 1], index);
    const { at, message } = await frame.evaluate(index => {
      const { seen, messages } = /** @type {any} */ (window);
      return { at: seen[index], message: messages.findLast((/** @type {{ at: number }} */ { at }) => at <= seen[index]) };
    }, index);
    times.push({ whole: at - key, message: message && message.at - key, size: message?.size ?? 0 });
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
