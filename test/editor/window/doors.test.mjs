// The editor and the command line are two doors to one engine: on the same sites both must say the same.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

/** @typedef {{ file: string, line: number, column: number, message: string, rule: string }} Row */

/** @param {string} folder @returns {Row[]} */
function lint(folder) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [inRoot('dist/cli.js'), 'lint', folder, '--format', 'json'], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  assert.ok(status === 0 || status === 1, stderr);
  return JSON.parse(stdout);
}

describe('two doors', () => {
  for (const site of ['docs/sample/hugo-blog', 'docs/sample/jekyll-blog', 'test/sites/hugo', 'test/sites/jekyll', 'test/sites/hexo', 'test/sites/plain']) {
    describe(site, () => {
      /** @type {Awaited<ReturnType<typeof openVSCode>>} */
      let code;
      /** @type {string} */
      let temporary;
      /** @type {string} */
      let workspace;
      before(async () => {
        temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-doors-'));
        workspace = path.join(temporary, path.basename(site));
        cpSync(inRoot(site), workspace, { recursive: true });
        code = await openVSCode({ workspace, vsix: VSIX, context: { viewport: { width: 1400, height: 2000 } } });
      });
      after(async () => {
        await code?.close();
        rmSync(temporary, { recursive: true, force: true });
      });
      pictureOnFailure(() => code?.page);

      it('says the same in the Problems panel as on the command line', async () => {
        const wanted = lint(workspace).map(({ line, column, message, rule }) => `${message} ${rule} ${line}:${column}`).sort();
        assert.ok(wanted.length > 0);
        const { page } = code;
        // the command opens the panel when it is done
        await ui.command(page, 'Tech Post: Check All Posts');
        const rows = await ui.problemRows(page, rows => rows.filter(row => row.includes('Tech Post')).length >= wanted.length);
        const shown = rows.filter(row => row.includes('Tech Post'));
        for (const { message, rule, line, column } of lint(workspace)) {
          assert.ok(shown.some(row => row.includes(message) && row.includes(rule) && new RegExp(`Ln ${line}, Col ${column}\\b|line ${line}\\b.*column ${column}\\b`, 'i').test(row)), `${rule} ${line}:${column} ${message}\n${shown.join('\n')}`);
        }
        assert.equal(shown.length, wanted.length, shown.join('\n'));
      });
    });
  }
});
