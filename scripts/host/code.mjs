#!/usr/bin/env node
// Poses as the `code` executable: give its path to @vscode/test-electron as `vscodeExecutablePath`, and runTests works
// as with a desktop VS Code.
//   VSCODE_HOST_TIMEOUT  seconds until the tests count as hung (default 300)
//   VSCODE_HOST_LOG      set: print the server's and the workbench's own messages too
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';
import { openWindow } from './window.mjs';

const verbose = Boolean(process.env.VSCODE_HOST_LOG);

/** Only what test-electron gives and matters here; every other option is for a desktop. */
const { values, positionals } = parseArgs({
  strict: false, allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionDevelopmentKind: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'disable-extensions': { type: 'boolean' },
  },
});
const text = (/** @type {string} */ name) => /** @type {string | undefined} */ (values[name]);

const temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-code-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const extensionsDir = text('extensions-dir');
const server = await startServer({
  dataDir: path.join(temporary, 'data'),
  userDataDir: text('user-data-dir'),
  args: extensionsDir ? ['--extensions-dir', extensionsDir] : [],
  log: verbose ? output => process.stderr.write(output) : undefined,
});
const browser = await launchChromium();
const { page, exit, blocked } = await openWindow(server, {
  browser,
  folder: positionals[0] ?? temporary,
  extensions: /** @type {string[]} */ (values.extensionDevelopmentPath ?? []),
  tests: text('extensionTestsPath'),
  web: text('extensionDevelopmentKind') === 'web',
  payload: values['disable-extensions'] ? [['disableExtensions', 'true']] : [],
  onLog: print,
});
const limit = Number(process.env.VSCODE_HOST_TIMEOUT || 300);
const code = await Promise.race([
  exit,
  new Promise(resolve => setTimeout(resolve, limit * 1000, 124)).then(code => { console.error(`no result after ${limit} s`); return code; }),
  new Promise(resolve => page.on('crash', () => resolve(125))).then(code => { console.error('the page crashed'); return code; }),
]);
if (blocked.length) console.error('requests to the network, refused:', blocked);
await browser.close();
server.stop();
process.exit(code);

/**
 * The workbench's own messages come through the same pipe as the tests' output.
 * @param {string} type
 * @param {unknown[]} args
 */
function print(type, args) {
  const WORKBENCH = /^(%c|Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching|ChatSessionStore|No search provider registered|Creation of workbench contribution|\[(Service Worker|reconnection-grace-time|AgentHost|AccountPolicy))/;
  const line = format(...args);
  if (!verbose && WORKBENCH.test(line)) return;
  (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(line + '\n');
}
