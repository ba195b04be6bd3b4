// Finds a Chromium or Chrome of the system. Playwright's own browsers come from a server that not everyone reaches.
import { existsSync } from 'node:fs';

const PLACES = {
  linux: [
    // Debian's package; Ubuntu's /usr/bin/chromium-browser is not here: it only tells people to install a snap.
    '/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** @returns {string | undefined} the executable: CHROMIUM, or the first one found */
export function findChromium() {
  const places = /** @type {Record<string, string[]>} */ (PLACES)[process.platform] ?? [];
  return process.env.CHROMIUM || places.find(place => existsSync(place));
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium() {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found: run `node scripts/setup.mjs`, or set CHROMIUM to its executable.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', // root has no sandbox
      '--disable-dev-shm-usage', // containers have a small /dev/shm
      '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}
