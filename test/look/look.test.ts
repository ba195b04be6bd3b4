// The page that `render --page` writes against the page that the engine builds, in Chromium, by eye of a measure: every block of
// text at its place, every element in its style.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from '../../scripts/host/chromium.mjs';
import { buildBlog, edited, HOST, POSTS, putPost, THEMES } from './blogs.mjs';
import { compare, serve, share, WIDTHS } from './measure.mjs';

const CLI = path.resolve('dist/cli.js');

for (const theme of THEMES) {
  const isThere = findChromium() !== undefined && theme.isThere();
  describe(isThere ? `look of ${theme.name}` : `look of ${theme.name}, which cannot be built or seen on this machine`, function () {
    this.timeout(120_000);
    let folder: string;
    let browser: Browser;
    const site = (name: string): string => path.join(folder, name);

    before(async function () {
      if (!isThere) return this.skip();
      folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-look-'));
      buildBlog(theme, site('blog'), POSTS);
      // what the engine makes of the post that the first build does not have
      buildBlog(theme, site('later'), [...POSTS, 'unbuilt']);
      putPost(theme, site('blog'), 'unbuilt');
      browser = await launchChromium();
    });
    after(async () => {
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** The page of ours. */
    function render(post: string, ...more: readonly string[]): string {
      const out = site(`out-${post}`);
      const { stderr, status } = spawnSync(process.execPath, [CLI, 'render', '--page', path.join(site('blog'), theme.post(post).file), '--out', out, '--look', 'site', ...more], { encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Seoul' } });
      assert.equal(status, 0, stderr);
      return pathToFileURL(path.join(out, 'index.html')).href;
    }

    async function measure(built: string, post: string, isEdited: boolean, check: (found: Awaited<ReturnType<typeof compare>>, width: number) => void): Promise<void> {
      const server = await serve(path.join(site(built), theme.build), theme.base);
      try {
        const ours = render(post);
        for (const width of WIDTHS) check(await compare(browser, server.origin + encodeURI(`${theme.base}/${theme.post(post).page}`), ours, width, { isEdited, host: HOST }), width);
      } finally {
        server.close();
      }
    }

    for (const post of POSTS) {
      it(`shows ${post}.md as the blog does`, () => measure('blog', post, false, ({ blocks, styles, around, misses }, width) => {
        assert.ok(blocks.total > 0 && share(blocks) === 1 && share(around) === 1 && share(styles) >= 0.99, `${width}: ${misses.slice(0, 8).join('\n')}`);
      }));
    }

    it('shows a post that was never built as the next build will', () => measure('later', 'unbuilt', false, ({ blocks, styles, misses }, width) => {
      assert.ok(blocks.total > 5 && share(blocks) === 1 && share(styles) >= 0.99, `${width}: ${misses.slice(0, 8).join('\n')}`);
    }));

    it('leaves what did not change in its size when a post is edited', () => {
      putPost(theme, site('blog'), 'cache', edited);
      return measure('blog', 'cache', true, ({ sizes, styles, misses }, width) => {
        assert.ok(sizes.total > 15 && share(sizes) === 1 && share(styles) >= 0.98, `${width}: ${misses.slice(0, 8).join('\n')}`);
      });
    });
  });
}
