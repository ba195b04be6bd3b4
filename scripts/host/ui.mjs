// Drives the workbench as a person does. Every function waits until its effect can be seen; nothing waits for time.
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Asks until the answer is accepted, and returns it: for what no locator can say.
 * @template T
 * @param {() => T | Promise<T>} read
 * @param {(value: T) => unknown} [accept]
 * @returns {Promise<T>}
 */
export async function until(read, accept = Boolean, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)} after ${timeout} ms`);
    await pause(20);
  }
}

/** The workbench is up and knows its extensions: commands can be called. @param {Page} page */
export async function ready(page) {
  await page.waitForFunction(() => performance.getEntriesByName('code/didLoadExtensions').length > 0
    && document.querySelector('.monaco-workbench'), null, { timeout: 60_000 });
}

const box = (/** @type {Page} */ page) => page.locator('.quick-input-widget input.input').first();
const rows = (/** @type {Page} */ page) => page.locator('.quick-input-list .monaco-list-row');
const exactly = (/** @type {string} */ text) => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/**
 * Opens the palette and types. Extensions may register a command late, so the rows are worth waiting for.
 * @param {Page} page
 * @param {string} label what the palette shows: 'Category: Title'
 */
async function findCommand(page, label) {
  await page.keyboard.press('F1');
  await box(page).waitFor({ state: 'visible' });
  await box(page).fill(`>${label}`);
  return rows(page).filter({ has: page.locator('.label-name', { hasText: exactly(label) }) }).first();
}

/** Runs a command from the palette. @param {Page} page @param {string} label */
export async function command(page, label) {
  await (await findCommand(page, label)).click();
}

/** Opens a file of the workspace and waits until it is the active editor. @param {Page} page @param {string} name */
export async function openFile(page, name) {
  const base = name.split('/').at(-1) ?? name;
  await page.keyboard.press('Control+P');
  await box(page).waitFor({ state: 'visible' });
  await box(page).fill(name);
  await rows(page).filter({ hasText: base }).first().click();
  await page.locator('.tab.active', { hasText: base }).waitFor();
  await focusEditor(page);
}

const message = (/** @type {Page} */ page) => page.locator('.quick-input-widget .quick-input-message');

/** Answers the input box that shows `prompt`. @param {Page} page @param {string} prompt @param {string} text */
export async function answer(page, prompt, text) {
  await box(page).waitFor({ state: 'visible' });
  await box(page).fill(text);
  // While the last value counts as invalid, its message stands where the prompt was, and Enter does nothing.
  await message(page).filter({ hasText: prompt }).waitFor();
  await page.keyboard.press('Enter');
}

/** Picks an entry of an open quick pick. @param {Page} page @param {string} text */
export const pick = (page, text) => rows(page).filter({ hasText: text }).first().click();

/** Moves the keyboard to the text editor of a group: from a webview, a panel or a list, keys go elsewhere. @param {Page} page */
export async function focusEditor(page, group = 1) {
  await page.keyboard.press(`Control+${group}`);
  await page.locator('.part.editor .monaco-editor.focused').first().waitFor();
}

/** Puts the cursor at a line and column (both from 1) of the active editor. @param {Page} page @param {number} line */
export async function goTo(page, line, column = 1) {
  await page.keyboard.press('Control+G');
  await box(page).waitFor({ state: 'visible' });
  // a preview that was clicked just before may have taken the focus back
  if (/Open a text editor first/.test(await box(page).getAttribute('aria-label') ?? '')) {
    await page.keyboard.press('Escape');
    await box(page).waitFor({ state: 'hidden' });
    await focusEditor(page);
    await page.keyboard.press('Control+G');
    await box(page).waitFor({ state: 'visible' });
  }
  await box(page).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await box(page).waitFor({ state: 'hidden' });
}

/**
 * Types through an input method: what is under composition changes a few times, then it is committed.
 * @param {Page} page
 * @param {string[]} steps for example ['ㄱ', '가', '간']
 */
export async function compose(page, steps) {
  const cdp = await page.context().newCDPSession(page);
  for (const text of steps) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' });
  await cdp.detach();
}

/**
 * Rows of the Problems panel, as a screen reader hears them and as the eye sees them. Waits until `accept` is satisfied with them.
 * @param {Page} page
 * @param {(rows: string[]) => unknown} [accept]
 */
export async function problems(page, accept = rows => rows.length > 0) {
  await command(page, 'Problems: Focus on Problems View');
  return problemRows(page, accept);
}

/**
 * The same of a panel that is open or about to open.
 * @param {Page} page
 * @param {(rows: string[]) => unknown} [accept]
 */
export async function problemRows(page, accept = rows => rows.length > 0) {
  await page.locator('.markers-panel').waitFor();
  return until(() => page.locator('.markers-panel .monaco-list-row').evaluateAll(
    rows => rows.map(row => `${row.getAttribute('aria-label')} ${row.textContent}`)), accept);
}

/** Opens the quick fix menu at the cursor and chooses an entry. @param {Page} page @param {string | RegExp} title */
export async function quickFix(page, title) {
  await page.keyboard.press('Control+.');
  const entries = page.locator('.action-widget .monaco-list-row.action');
  const wanted = entries.filter({ hasText: title }).first();
  await wanted.waitFor();
  // By keyboard: an invisible layer over the menu swallows clicks until the mouse has moved.
  for (let i = await entries.count(); i > 0 && !/\bfocused\b/.test(await wanted.getAttribute('class') ?? ''); i--) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await wanted.waitFor({ state: 'hidden' });
}

/** The document inside a webview. It is two frames deep. @param {Page} page */
export const webview = (page, nth = 0) => page.locator('iframe.webview.ready').nth(nth).contentFrame()
  .locator('iframe#active-frame').contentFrame();

/** The page that our preview shows, in a frame of its own. @param {Page} page */
export const preview = (page, nth = 0) => webview(page, nth).locator('iframe#frame').contentFrame();
