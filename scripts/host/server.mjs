// Starts the server half of VS Code on 127.0.0.1.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostNode, SERVER_MAIN } from './install.mjs';

/** Nothing reaches for the network, nothing pops up, nothing moves. */
const QUIET_SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.languageDetection': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

// Variables of a surrounding VS Code (an integrated terminal, a debugger) confuse the one inside.
const OUTER = /^(ELECTRON_RUN_AS_NODE|VSCODE_(IPC_HOOK|IPC_HOOK_CLI|PID|CWD|NLS_CONFIG|ESM_ENTRYPOINT|HANDLES_.*|CODE_CACHE_PATH|CRASH_.*|AGENT_FOLDER|PARENT_PID))$/;

export const cleanEnvironment = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTER.test(name)));

/**
 * An empty gallery: no request for extensions ever leaves the machine.
 * @param {string} dataDir sockets go there, where they are cleaned up
 */
const environment = dataDir => ({ ...cleanEnvironment(), EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: dataDir });

/**
 * @param {string} userDir
 * @param {Record<string, unknown>} settings on top of the quiet ones
 */
export function writeSettings(userDir, settings) {
  mkdirSync(path.join(userDir, 'User'), { recursive: true });
  writeJson(path.join(userDir, 'User/settings.json'), { ...QUIET_SETTINGS, ...settings });
}

/**
 * @param {object} o
 * @param {Record<string, unknown>} [o.settings] user settings on top of the quiet ones. They are read once: this VS Code
 *   does not watch the file
 * @param {boolean} [o.trust] true: workspace trust is on, and every new folder starts in Restricted Mode
 * @param {string} [o.dataDir] keep state and installed extensions here instead of in a temporary folder
 * @param {string} [o.userDataDir] as `code --user-data-dir`
 * @param {number} [o.port] 0 (the default): any free one
 * @param {string} [o.language] the language that extensions are told, e.g. 'ko'
 * @param {string[]} [o.args] more arguments of the server
 * @param {(text: string) => void} [o.log] receives the server's output
 */
export async function startServer({ settings = {}, trust = false, dataDir, userDataDir, port = 0, language = 'en', args = [], log } = {}) {
  const temporary = dataDir === undefined;
  const home = dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'tech-post-server-'));
  const userDir = userDataDir ?? path.join(home, 'data');
  writeSettings(userDir, { 'security.workspace.trust.enabled': trust, ...settings });
  if (language !== 'en') pretendLanguagePack(userDir, language);

  const child = spawn(hostNode(), [SERVER_MAIN,
    '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms',
    '--disable-telemetry', '--disable-update-check', '--locale', language,
    ...(trust ? [] : ['--disable-workspace-trust']),
    '--server-data-dir', home, ...(userDataDir ? ['--user-data-dir', userDataDir] : []), ...args,
  ], { env: environment(home), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  // Extension hosts outlive their server by minutes. `detached` gives all of them a process group of their own, which
  // ends with us, also when we end by an exception.
  const endGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    } catch { /* nobody is left */ }
    if (temporary) rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  process.once('exit', endGroup);

  /** @type {number} */
  const actual = await new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ data) => {
      output += data;
      log?.(String(data));
      if (/EADDRINUSE/.test(output)) reject(new Error(`Port ${port} is in use by another program.`));
      const match = /agent listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`The VS Code server ended with ${code}.\n${output}`)));
    setTimeout(() => reject(new Error(`The VS Code server did not start.\n${output}`)), 60_000).unref();
  });

  return {
    dataDir: home, port: actual, authority: `127.0.0.1:${actual}`,
    /** Resolves when the server has ended by itself. */
    ended: new Promise(resolve => child.once('exit', resolve)),
    stop() {
      process.off('exit', endGroup);
      endGroup();
    },
  };
}

/**
 * Language packs come from the gallery, which is out of reach. An empty one leaves the workbench in English, and makes
 * extensions use their own translations: package.nls.ko.json and bundle.l10n.ko.json.
 * @param {string} userDir
 * @param {string} language
 */
function pretendLanguagePack(userDir, language) {
  const translations = path.join(userDir, `${language}.json`);
  writeJson(translations, { version: '1.0.0', contents: {} });
  writeJson(path.join(userDir, 'languagepacks.json'), {
    [language]: {
      hash: language, label: language, translations: { vscode: translations },
      extensions: [{ extensionIdentifier: { id: `tech-post.empty-language-pack-${language}`, uuid: language }, version: '1.0.0' }],
    },
  });
}

const writeJson = (/** @type {string} */ file, /** @type {unknown} */ value) => writeFileSync(file, JSON.stringify(value, null, 2));

/**
 * Unpacks a .vsix where a server with this data folder looks for extensions.
 * @param {string} vsix
 * @param {string} dataDir
 */
export function installVsix(vsix, dataDir) {
  const { status, stdout, stderr } = spawnSync(hostNode(),
    [SERVER_MAIN, '--accept-server-license-terms', '--server-data-dir', dataDir, '--install-extension', path.resolve(vsix)],
    { encoding: 'utf8', env: environment(dataDir) });
  if (status !== 0 || !/successfully installed/.test(stdout)) throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
}
