// A desktop VS Code, where there is one and a display to show it on.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment, writeSettings } from './server.mjs';

const WINDOWS = process.platform === 'win32';

/** @returns {string | undefined} the command line program of the first editor on PATH that can load the extension */
export function findDesktop() {
  const { env, platform } = process;
  const display = platform === 'darwin' || WINDOWS || env.DISPLAY || env.WAYLAND_DISPLAY;
  // In a terminal of a remote VS Code, `code` talks to the window that is open and cannot start another one.
  if (!display || env.VSCODE_IPC_HOOK_CLI) return undefined;
  return ['code', 'code-insiders', 'codium', 'cursor'].map(onPath).find(program => program && isNewEnough(program));
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map(folder => path.join(folder, WINDOWS ? `${name}.cmd` : name)).find(file => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Cursor counts its versions in its own way. @param {string} program */
function isNewEnough(program) {
  if (/cursor/.test(path.basename(program))) return true;
  const { stdout } = spawnSync(quoted(program), ['--version'], { encoding: 'utf8', env: cleanEnvironment(), shell: WINDOWS });
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  const enough = Number(major) > 1 || Number(minor) >= 100;
  if (!enough) console.log(`${program} is older than VS Code 1.100, so it is not used.`);
  return enough;
}

const quoted = (/** @type {string} */ text) => (WINDOWS ? `"${text}"` : text);

/**
 * Opens a folder in a window of its own, with nothing of the user's own profile.
 * @param {string} program
 * @param {{ folder: string, extension: string, dataDir: string, settings: Record<string, unknown> }} o
 */
export function openDesktop(program, { folder, extension, dataDir, settings }) {
  const userDir = path.join(dataDir, 'user');
  writeSettings(userDir, settings);
  const args = [
    '--new-window', '--user-data-dir', userDir, '--extensions-dir', path.join(dataDir, 'extensions'),
    `--extensionDevelopmentPath=${extension}`, '--disable-workspace-trust', '--disable-telemetry', '--skip-welcome',
    // The program ends when its window is closed, and the window is a child of it, not a process that has left it.
    '--wait', '--verbose',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  const child = spawn(quoted(program), args.map(quoted), { env: cleanEnvironment(), stdio: 'ignore', detached: !WINDOWS, shell: WINDOWS });
  return {
    /** Resolves when the window was closed. */
    ended: new Promise((resolve, reject) => { child.once('exit', resolve); child.once('error', reject); }),
    stop() {
      if (WINDOWS) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      try {
        if (child.pid && !WINDOWS) process.kill(-child.pid, 'SIGTERM');
      } catch { /* nobody is left */ }
      // On a Mac the window belongs to the system's launcher. The folder is ours alone, so nobody else has it in his command line.
      if (process.platform === 'darwin') spawnSync('pkill', ['-f', userDir]);
    },
  };
}
