// What a window remembers of a blog when it is opened again, in the window that first saw it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

const HEAD = '---\ntitle: 글\ndate: 2026-01-02\ndescription: 요약\n---\n\n';

describe('second start', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;
  const post = (/** @type {string} */ name) => path.join(code.folder, 'content/post/2026', name);

  before(async () => {
    code = await openVSCode({ workspace: inRoot('docs/sample/hugo-blog'), vsix: VSIX });
    page = code.page;
    writeFileSync(post('target.md'), `${HEAD}본문\n`);
    writeFileSync(post('from.md'), `${HEAD}[있는 글](/2026/01/target/) [없는 글](/2026/01/none/)\n`);
  });
  after(() => code?.close());
  pictureOnFailure(() => page);

  /** The one file that is kept of the blog. */
  const kept = () => {
    const data = path.join(path.dirname(code.folder), 'data');
    const [file] = readdirSync(data, { recursive: true }).map(String).filter(name => name.endsWith('.pages'));
    return file === undefined ? undefined : path.join(data, file);
  };
  async function reload() {
    await page.reload();
    await ui.ready(page);
    await ui.openFile(page, 'from.md');
  }
  const toast = () => page.locator('.notification-toast', { hasText: /Hugo, \d+ posts: / });

  it('says once how the blog is, and shows the rest', async () => {
    await ui.openFile(page, 'from.md');
    await toast().waitFor();
    await toast().getByRole('button', { name: 'Show All' }).click();
    await ui.problemRows(page, rows => rows.some(row => row.includes('2026-13-01')) && rows.some(row => row.includes('/2026/01/none/')));
  });

  it('tells from the status bar what builds the blog', async () => {
    await page.locator('.statusbar-item', { hasText: /^\d+ characters/ }).click();
    await ui.pick(page, 'About This Blog');
    await page.locator('.quick-input-widget .quick-input-title', { hasText: /^Hugo [\d.]+ \(.+\), \d+ posts/ }).waitFor();
    await ui.pick(page, 'Say which version builds this blog');
    await page.locator('.tab.active', { hasText: 'tech-post.json' }).waitFor();
    await page.locator('.view-line', { hasText: '"engineVersion": "' }).waitFor();
    await ui.command(page, 'View: Revert and Close Editor');
  });

  it('takes what it knows of pages that are as they were', async () => {
    const file = String(await ui.until(kept));
    // what was learnt counts, and not what the file says
    const lines = (await ui.until(() => readFileSync(file, 'utf8'), text => text.includes('target.md'))).split('\n');
    writeFileSync(file, lines.map(line => (line.includes('/target.md"') ? line.replace('["description","요약"', '["draft",true') : line)).join('\n'));
    await reload();
    await ui.problems(page, rows => rows.some(row => row.includes('draft')) && rows.some(row => row.includes('/2026/01/none/')));
  });

  it('reads all pages again when what it kept is damaged', async () => {
    const file = String(kept());
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\[/gm, '{'));
    await reload();
    const rows = await ui.problems(page, rows => rows.some(row => row.includes('/2026/01/none/')));
    assert.ok(!rows.some(row => row.includes('draft')));
    await ui.until(() => readFileSync(file, 'utf8'), text => /^\["content\/post\/2026\/target\.md"/m.test(text));
    assert.equal(await toast().count(), 0);
  });
});
