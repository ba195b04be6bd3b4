// Runs the tests of host/ inside a VS Code: in its Node extension host, or with the argument `web` in its web worker.
// A desktop VS Code is downloaded where there is a display and the network has one, or where VSCODE_DESKTOP names a version
// (`stable`, `1.100.3`; empty: never); otherwise the embedded one is used.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { inRoot, ROOT } from '../../scripts/paths.mjs';

const web = process.argv.includes('web');
const desktop = process.env.VSCODE_DESKTOP ?? (await canDownload() ? 'stable' : '');
// The tests edit their blog, and what one run leaves in a user data folder would be there in the next.
const temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-editor-'));
const blog = path.join(temporary, 'hugo-blog');
cpSync(inRoot('docs/sample/hugo-blog'), blog, { recursive: true });
// The server complains of a folder of extensions without a list of them.
const extensions = path.join(temporary, 'extensions');
mkdirSync(extensions);
writeFileSync(path.join(extensions, 'extensions.json'), '[]');
try {
  await runTests({
    ...(desktop ? { version: desktop } : { vscodeExecutablePath: inRoot('scripts/host/code.mjs') }),
    extensionDevelopmentPath: ROOT,
    extensionTestsPath: inRoot(web ? 'out/test/editor/host-web.js' : 'out/test/editor/host.js'),
    launchArgs: [
      blog, '--disable-extensions', `--user-data-dir=${path.join(temporary, 'user')}`, `--extensions-dir=${extensions}`,
      ...(web ? ['--extensionDevelopmentKind=web'] : []),
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** A closed network says no at once, a slow one must not hold the tests up. */
async function canDownload() {
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) return false;
  const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(3000) }).catch(() => undefined);
  return answer?.ok === true;
}
