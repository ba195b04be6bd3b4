// Whole blogs copied for another place: what of a post's text, links and pictures is in the copy, and what a parser of CommonMark
// makes of the Markdown.
//   node bench/copy.mjs FOLDER... [--html] [--show N]
// FOLDER: a blog; with --html one of a corpus, `site/` with the bodies that its engine made in `html/<path>.html`, which are then the measure.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { grayMatter } from '../scripts/gray-matter.mjs';
import { markdownIt } from '../scripts/markdown-it.mjs';
import { inRoot, ROOT } from '../scripts/paths.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { html: { type: 'boolean' }, show: { type: 'string', default: '0' } } });
const outfile = inRoot('out/bench-copy.cjs');
await build({
  stdin: {
    contents: `export * from './test/core/copying/likeness'; export { absolutesOf } from './src/core/copying/absolute'; export { PLACES } from './src/core/copying/place'; export { copyFor } from './src/core/copying/copy';
      export { drawingsOf } from './src/core/drawing'; export { renderBody } from './src/core/preview'; export { openDiskSite, readPages } from './src/cli/disk'; export { speaker } from './src/core/language';`,
    resolveDir: ROOT,
  },
  bundle: true, format: 'cjs', platform: 'node', outfile, plugins: [grayMatter, markdownIt], logLevel: 'warning',
});
const { createRequire } = await import('node:module');
const core = createRequire(import.meta.url)(outfile);
const velog = core.PLACES.find(place => place.id === 'velog');
const short = line => line.slice(0, 160);
let shows = Number(values.show);

for (const folder of positionals) {
  const site = core.openDiskSite(path.resolve(folder, values.html ? 'site' : '.'), core.speaker());
  const posts = [];
  core.readPages(site, post => posts.push(post));
  const sum = { posts: 0, text: 0, links: 0, linksLost: 0, pictures: 0, picturesLost: 0, round: 0, roundText: 0, roundLinks: 0, tooMuch: 0, milliseconds: 0 };
  for (const post of posts) {
    if (!site.flavor.isMarkdown(post.path)) continue;
    const truth = path.resolve(folder, 'html', `${post.path}.html`);
    if (values.html && !existsSync(truth)) continue;
    const html = values.html ? readFileSync(truth, 'utf8') : core.renderBody(post, site);
    const absolutes = core.absolutesOf(post, site);
    const counted = { ...absolutes, of(target, isImage) {
      const found = absolutes.of(target, isImage);
      sum[isImage ? 'pictures' : 'links']++;
      if ('lacks' in found) sum[isImage ? 'picturesLost' : 'linksLost']++;
      return found;
    } };
    const body = core.pieces(html, counted, []);
    sum.posts++;
    if (!body) {
      sum.tooMuch++;
      continue;
    }
    const [wanted, got] = [core.shownText(html), core.readText(body)];
    if (wanted === got) sum.text++;
    else show(`${post.path}: text`, ...around(wanted, got));
    const round = core.round(body, velog, post.text);
    const isSame = (kind) => round.wanted.filter(kind).join('\n') === round.got.filter(kind).join('\n');
    if (isSame(line => line.startsWith('text '))) sum.roundText++;
    if (isSame(line => /^(?:a|img) /.test(line))) sum.roundLinks++;
    if (isSame(() => true)) sum.round++;
    else {
      const at = round.wanted.findIndex((line, index) => line !== round.got[index]);
      show(`${post.path}: round`, ...around(round.wanted[at] ?? '', round.got[at] ?? ''), JSON.stringify(round.wanted.slice(at, at + 3).map(short)), JSON.stringify(round.got.slice(at, at + 3).map(short)));
    }
    const start = process.hrtime.bigint();
    core.copyFor(post, site, velog, 'markdown');
    sum.milliseconds += Number(process.hrtime.bigint() - start) / 1e6;
  }
  const of = (count, all) => `${count} of ${all} (${all ? (100 * count / all).toFixed(2) : '-'} %)`;
  console.log(`${path.basename(folder)}: text as shown ${of(sum.text, sum.posts)}; links with an address ${of(sum.links - sum.linksLost, sum.links)}, pictures ${of(sum.pictures - sum.picturesLost, sum.pictures)}; Markdown read back: text ${of(sum.roundText, sum.posts)}, links ${of(sum.roundLinks, sum.posts)}, everything ${of(sum.round, sum.posts)}; too much ${sum.tooMuch}; ${(sum.milliseconds / sum.posts).toFixed(1)} ms a post`);
}

function show(...lines) {
  if (shows-- > 0) console.log(lines.join('\n  '));
}

function around(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 30);
  return [a.slice(from, at + 50), b.slice(from, at + 50)].map(text => JSON.stringify(text));
}


