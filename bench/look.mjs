// How like the blog its posts are shown: the page of `render --page` against the page that the engine builds, at three widths.
//   node bench/look.mjs [HEXO]        HEXO: a folder with hexo and hexo-theme-* in node_modules
// "with scripts" is what readers see; a theme whose scripts move things about cannot be matched by a page that runs none, so that
// the page without its scripts is compared as well.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../scripts/host/chromium.mjs';
import { buildBlog, edited, hexo, HOST, POSTS, putPost, THEMES } from '../test/look/blogs.mjs';
import { compare, serve, share, WIDTHS } from '../test/look/measure.mjs';

const packages = process.argv[2];
const themes = packages === undefined ? [] : readdirSync(path.join(packages, 'node_modules')).filter(name => name.startsWith('hexo-theme-')).map(name => hexo(name.slice(11), path.resolve(packages)));
const folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-look-'));
const browser = await launchChromium();
const percent = score => `${(100 * share(score)).toFixed(1).padStart(5)} % of ${String(score.total).padStart(3)}`;
try {
  for (const [index, theme] of [...THEMES, ...themes].entries()) {
    if (!theme.isThere()) {
      console.log(`\n${theme.name}: not on this machine`);
      continue;
    }
    console.log(`\n${theme.name}`);
    const at = path.join(folder, String(index));
    const later = path.join(folder, `${index}-later`);
    buildBlog(theme, at, POSTS);
    buildBlog(theme, later, [...POSTS, 'unbuilt']);
    putPost(theme, at, 'unbuilt');
    const cases = [...POSTS.map(post => ({ post, built: at, isEdited: false })), { post: 'unbuilt', built: later, isEdited: false }, { post: 'cache', built: at, isEdited: true }];
    for (const { post, built, isEdited } of cases) {
      if (isEdited) putPost(theme, at, post, edited);
      const name = isEdited ? `${post}, edited` : post;
      const out = path.join(folder, `${index}-${name}`);
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'render', '--page', path.join(at, theme.post(post).file), '--out', out, '--look', 'site'], { encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Seoul' } });
      if (status !== 0) {
        console.log(`  ${name}: ${stderr.trim()}`);
        continue;
      }
      const page = path.join(built, theme.build, theme.post(post).page);
      if (!existsSync(page)) console.log(`  ${name}: ${page} was not built`);
      const server = await serve(path.join(built, theme.build), theme.base);
      for (const hasScripts of [true, false]) {
        for (const width of WIDTHS) {
          const found = await compare(browser, server.origin + encodeURI(`${theme.base}/${theme.post(post).page}`), pathToFileURL(path.join(out, 'index.html')).href, width, { isEdited, host: HOST, hasScripts });
          console.log(`  ${name.padEnd(15)} ${String(width).padStart(4)} ${hasScripts ? 'with scripts   ' : 'without scripts'}  blocks ${isEdited ? `size  ${percent(found.sizes)}` : `place ${percent(found.blocks)}`}  styles ${percent(found.styles)}  around ${percent(found.around)}`);
          if (process.env.MISSES && !hasScripts && width === WIDTHS[0]) for (const miss of found.misses.slice(0, Number(process.env.MISSES))) console.log(`      ${miss.slice(0, 300)}`);
        }
      }
      server.close();
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
