// One call for whoever drives a window: server, browser and page on a copy of a workspace, and one close() for all.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchChromium } from './chromium.mjs';
import { installVsix, startServer } from './server.mjs';
import { ready } from './ui.mjs';
import { openWindow } from './window.mjs';

/**
 * @param {object} o
 * @param {string} [o.workspace] the folder to copy; the window edits the copy. Without it: an empty folder
 * @param {string} o.vsix the packaged extension to install
 * @param {Record<string, unknown>} [o.settings] user settings
 * @param {boolean} [o.trust] start in Restricted Mode
 * @param {string} [o.language] what extensions are told, e.g. 'ko'
 * @param {import('playwright-core').BrowserContextOptions} [o.context]
 */
export async function openVSCode({ workspace, vsix, settings, trust, language, context }) {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-window-'));
  const removeTemporary = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const dataDir = path.join(temporary, 'data');
  // Its name is the workspace's name in the window.
  const folder = path.join(temporary, workspace ? path.basename(workspace) : 'empty');
  /** @type {(() => unknown)[]} */
  const started = [removeTemporary];
  const close = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    if (workspace) cpSync(workspace, folder, { recursive: true });
    else mkdirSync(folder);
    installVsix(vsix, dataDir);
    const server = await startServer({ settings, trust, dataDir, language });
    started.push(() => server.stop());
    const browser = await launchChromium();
    started.push(() => browser.close());
    const { page, blocked } = await openWindow(server, { browser, folder, context });
    page.setDefaultTimeout(20_000);
    await ready(page);
    return { page, folder, blocked, close };
  } catch (error) {
    await close();
    throw error;
  }
}
