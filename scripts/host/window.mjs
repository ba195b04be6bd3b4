// Opens the workbench in a page of headless Chromium.
import { existsSync } from 'node:fs';
import path from 'node:path';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml',
});

/**
 * @param {{ authority: string }} server
 * @param {object} o
 * @param {import('playwright-core').Browser} o.browser
 * @param {string} o.folder the workspace folder
 * @param {string[]} [o.extensions] folders of extensions under development
 * @param {string} [o.tests] a module that exports run(): it is run in the extension host, then `exit` resolves
 * @param {boolean} [o.web] load both into the web worker extension host, the extension from its `browser` entry
 * @param {[string, string][]} [o.payload] command line options as VS Code for the web takes them
 * @param {import('playwright-core').BrowserContextOptions} [o.context]
 * @param {(type: string, args: unknown[]) => void} [o.onLog] receives what the extension host prints
 */
export async function openWindow(server, { browser, folder, extensions = [], tests, web = false, payload = [], context = {}, onLog }) {
  const ctx = await browser.newContext({
    viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], ...context,
  });
  const page = await ctx.newPage();

  // Whatever would leave the machine is refused and noted, so that a test can say: nothing did.
  /** @type {string[]} */
  const blocked = [];
  await ctx.route(url => url.hostname !== '127.0.0.1' && !/(^|\.)localhost$/.test(url.hostname), route => {
    blocked.push(route.request().url());
    return route.abort();
  });

  if (extensions.length || tests) {
    const folders = extensions.map(folder => path.resolve(folder));
    const where = web
      ? await serveFolders(ctx, server.authority, folders)
      : (/** @type {string} */ file) => ({ scheme: 'vscode-remote', authority: server.authority, path: path.resolve(file) });
    await developIn(page, { extensions: folders.map(where), ...(tests ? { extensionTestsPath: where(tests) } : {}) });
  }

  // The workbench calls these two when it runs extension tests.
  /** @type {(code: number) => void} */
  let ended;
  /** @type {Promise<number>} */
  const exit = new Promise(resolve => { ended = resolve; });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => ended(code));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => onLog?.(type, args));

  const query = new URLSearchParams({ folder: path.resolve(folder) });
  if (payload.length) query.set('payload', JSON.stringify(payload));
  await page.goto(`http://${server.authority}/?${query}`, { waitUntil: 'commit' });
  return { page, exit, blocked };
}

/**
 * A web extension is fetched over http. The workbench's content security policy allows only its own origin, so the
 * folders appear below it: the requests are answered here and never reach the server.
 * @param {import('playwright-core').BrowserContext} ctx
 * @param {string} authority
 * @param {string[]} folders
 */
async function serveFolders(ctx, authority, folders) {
  await ctx.route(url => url.host === authority && url.pathname.startsWith('/__dev/'), route => {
    const [, , index, ...rest] = decodeURIComponent(new URL(route.request().url()).pathname).split('/');
    const file = path.join(folders[Number(index)] ?? '', ...rest);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({
      path: file,
      headers: {
        'access-control-allow-origin': '*', // the worker's origin is another one
        'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      },
    });
  });
  return (/** @type {string} */ file) => {
    const full = path.resolve(file);
    const index = folders.findIndex(folder => full === folder || full.startsWith(folder + path.sep));
    if (index < 0) throw new Error(`${full} is in none of the extension folders`);
    const inside = path.relative(folders[index] ?? '', full).split(path.sep).join('/');
    return { scheme: 'http', authority, path: path.posix.join(`/__dev/${index}`, inside) };
  };
}

/**
 * Tells the workbench what is under development. It reads its configuration from a <meta> element when module scripts
 * run, after readyState 'interactive', so the element is changed just before. Answering the page itself from Playwright
 * is no substitute: Chromium then takes the page for a public one and refuses its web socket to 127.0.0.1.
 * @param {import('playwright-core').Page} page
 * @param {object} developmentOptions
 */
function developIn(page, developmentOptions) {
  return page.addInitScript(developmentOptions => {
    if (window.top !== window) return; // webviews run init scripts too
    document.addEventListener('readystatechange', () => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      meta.dataset.settings = JSON.stringify({ ...JSON.parse(meta.dataset.settings ?? '{}'), developmentOptions });
    });
  }, developmentOptions);
}
