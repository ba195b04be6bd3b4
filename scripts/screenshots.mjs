// Takes the pictures of the README from the real editor, in Korean: docs/images/*.png.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT, VSIX } from './paths.mjs';
import { ensureChromium, ensureHost, ensurePackages } from './setup.mjs';

const IMAGES = inRoot('docs/images');

/** What differs from picture to picture. */
const PICTURES = [
  { file: 'editor.png', theme: 'Default Light Modern', post: 'monthly-scrap-2609.md', line: 30 },
  { file: 'editor-dark.png', theme: 'Default Dark Modern', post: 'one-line-json-logs.md', line: 17 },
];

await ensurePackages();
await ensureChromium();
await ensureHost();
// Without a font for Hangul every letter is a box.
if (process.platform === 'linux' && !execFileSync('fc-list', [':lang=ko'], { encoding: 'utf8' }).trim()) {
  throw new Error('No font for Korean was found. Debian: apt-get install fonts-noto-cjk fonts-noto-color-emoji');
}
await (await import('./build.mjs')).build({ production: true });
await (await import('./package.mjs')).packageExtension();
mkdirSync(IMAGES, { recursive: true });
for (const picture of PICTURES) await take(picture);

/** @param {typeof PICTURES[number]} picture */
async function take({ file, theme, post, line }) {
  const { openVSCode } = await import('./host/session.mjs');
  const ui = await import('./host/ui.mjs');
  const code = await openVSCode({
    workspace: inRoot('docs/sample/hugo-blog'), vsix: VSIX, language: 'ko',
    context: { viewport: { width: 1600, height: 960 } },
    settings: {
      'workbench.colorTheme': theme,
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
      'editor.fontFamily': "'Noto Sans Mono CJK KR', monospace",
      'editor.fontSize': 13,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
      'editor.stickyScroll.enabled': false,
      'editor.occurrencesHighlight': 'off',
      'breadcrumbs.enabled': false,
    },
  });
  try {
    const { page } = code;
    await ui.openFile(page, post);
    await page.locator('.activitybar .action-label[aria-label^="Tech Post"]').click();
    await page.locator('.sidebar .monaco-list-row').first().waitFor();
    await ui.command(page, 'Tech Post: 옆에 미리보기 열기');
    const article = ui.preview(page).locator('#article');
    await article.waitFor();
    await ui.problems(page, rows => rows.some(row => row.includes('Tech Post')));
    await lowerPanel(page);
    await ui.webview(page).locator('#bar button').last().click();
    await page.locator('.notifications-toasts .notification-list-item').first().waitFor();
    await ui.command(page, 'Notifications: Clear All Notifications');
    await ui.focusEditor(page);
    await ui.goTo(page, line);
    await ui.until(() => article.locator('img').evaluateAll(images => images.every(image => /** @type {HTMLImageElement} */ (image).complete)));
    await page.screenshot({ path: path.join(IMAGES, file) });
    console.log(path.relative(ROOT, path.join(IMAGES, file)));
  } finally {
    await code.close();
  }
}

/** The panel takes a third of the window, for one or two rows. @param {import('playwright-core').Page} page */
async function lowerPanel(page) {
  const panel = await page.locator('.part.panel').boundingBox();
  if (!panel) return;
  const x = panel.x + panel.width / 2;
  await page.mouse.move(x, panel.y);
  await page.mouse.down();
  await page.mouse.move(x, panel.y + panel.height - 120, { steps: 5 });
  await page.mouse.up();
  // The edge stays marked while the mouse is on it.
  await page.mouse.move(x, 5);
  await page.locator('.monaco-sash.hover').waitFor({ state: 'detached' });
}
