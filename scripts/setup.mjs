// Gets what development and tests need, and says so: npm packages, a Chromium, and the embedded VS Code. What is
// there already is left alone, and an interrupted set-up is simply done again. Imports nothing from npm: on a fresh
// clone there is nothing yet.
//   node scripts/setup.mjs [packages] [chromium] [host]      default: all of them
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { findChromium } from './host/chromium.mjs';
import { installHost, isInstalled } from './host/install.mjs';
import { inRoot, isMain, ROOT } from './paths.mjs';

/**
 * Runs `npm ci` unless node_modules holds what the lock file says. A stamp, written last, says for which lock file we
 * installed; where a person ran `npm ci`, npm's own list must be newer than the lock file.
 */
export async function ensurePackages() {
  const lock = inRoot('package-lock.json');
  const stamp = inRoot('node_modules/.tech-post-lock');
  const npmsList = inRoot('node_modules/.package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock, 'utf8')).digest('hex');
  const there = existsSync(stamp)
    ? readFileSync(stamp, 'utf8') === wanted
    : existsSync(npmsList) && statSync(npmsList).mtimeMs >= statSync(lock).mtimeMs;
  if (there) return;
  // Install scripts would only fetch or compile native parts that nothing here uses.
  await step('Installing npm packages', 'npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(stamp, wanted);
}

/** Only tests and screenshots need it: at `npm start` people use their own browser. */
export async function ensureChromium() {
  if (findChromium()) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('No Chromium or Chrome was found. Install one (Debian: sudo apt-get install chromium), or set CHROMIUM to its executable.');
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await step('Reading the list of Debian packages', 'apt-get', ['update'], env);
  await step('Installing Chromium and fonts for Korean', 'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'], env);
}

/** The embedded VS Code, in .host/: `npm start` and `npm test` share it. */
export async function ensureHost() {
  if (isInstalled()) return;
  await installHost((command, args, cwd) => step('Installing the embedded VS Code', command, args, {}, cwd));
}

/**
 * Runs a command that has nothing to say unless it fails, and shows that it is still at work.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function step(title, command, args, env = {}, cwd = ROOT) {
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  console.log(`${title} ...`);
  const pulse = setInterval(() => console.log(`  still at it (${seconds()})`), 15_000);
  // On Windows npm is a .cmd file, which only a shell runs.
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  const stop = () => { child.kill(); };
  process.once('exit', stop);
  let output = '';
  child.stdout.on('data', data => { output += data; });
  child.stderr.on('data', data => { output += data; });
  const code = await new Promise((resolve, reject) => { child.on('error', reject); child.on('close', resolve); })
    .finally(() => { clearInterval(pulse); process.off('exit', stop); });
  if (code !== 0) throw new Error(`${output}\n${title}: "${command} ${args.join(' ')}" ended with ${code}`);
  console.log(`  done (${seconds()})`);
}

if (isMain(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const asked = (/** @type {string} */ what) => !wanted.length || wanted.includes(what);
  try {
    if (asked('packages')) await ensurePackages();
    if (asked('chromium')) await ensureChromium();
    if (asked('host')) await ensureHost();
    console.log('Everything is there.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
