// What the engine itself costs, without an editor: parse and render of one post, and a key stroke in it: the changed post is
// parsed, its facts go to the index of the blog, and all rules run. What that costs must not grow with the blog.
//   node bench/core.mjs [FILE...]      default: made-up posts of 10 and 100 KB, and the longest post beside the repository
// Figures of one run compare with each other; machines differ too much for more.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { grayMatter } from '../scripts/gray-matter.mjs';
import { markdownIt } from '../scripts/markdown-it.mjs';
import { inRoot } from '../scripts/paths.mjs';
import { blogFiles } from './makeblog.mjs';

const outfile = inRoot('out/bench-core.mjs');
await build({
  stdin: {
    contents: `export { Files } from './files'; export { openSite } from './site'; export { parsePost } from './post';
      export { lint } from './lint'; export { factsOf } from './facts'; export { renderBody } from './preview';
      export { piecesOf } from './pieces'; export { runsBetween } from './bodychange';`,
    resolveDir: inRoot('src/core'),
  },
  bundle: true, minify: true, format: 'esm', platform: 'browser', outfile, plugins: [grayMatter, markdownIt], logLevel: 'error',
});
const { Files, openSite, parsePost, lint, factsOf, renderBody, piecesOf, runsBetween } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const PATH = 'content/posts/post.md';

/** A blog of which every page was read. @param {number} posts how many other posts it has */
function site(posts) {
  const texts = new Map([...blogFiles(posts), [PATH, ''], ['static/images/map.png', '']]);
  const opened = openSite({ files: new Files(texts.keys()), now: Date.UTC(2026, 10, 24), timeZone: 'Asia/Seoul' }, texts);
  for (const [path, text] of texts) if (opened.flavor.isPage(path, opened)) opened.index.set(factsOf(parsePost(path, text, opened), opened));
  opened.index.isComplete = true;
  return opened;
}

/** One more letter in a heading, a line of the text and the title by turns. @param {string} text @param {number} count */
function typed(text, count) {
  const at = [/^## .*$/m, /^[가-힣].*[.다]$/m, /^title: .*$/m][count % 3] ?? /$/;
  return text.replace(at, line => `${line}${'가'.repeat(1 + (count % 7))}`);
}

/** @param {number} bytes */
function madeUp(bytes) {
  let text = '---\ntitle: 긴 글\ndate: 2026-11-01\ndescription: 재기 위한 글입니다.\n---\n\n';
  for (let index = 0; Buffer.byteLength(text) < bytes; index++) {
    text += `## 섹션 ${index}\n\n한글 본문과 *강조* 그리고 \`code\`와 [링크](#섹션-${index}), ![그림](/images/map.png)입니다.\n\n\`\`\`ts\nconst a = ${index};\n\`\`\`\n\n- 하나\n- 둘\n\n`;
  }
  return text;
}

/** Median and 95th percentile in milliseconds. @param {() => unknown} work */
function measure(work, times = 40) {
  for (let warm = 0; warm < 20; warm++) work();
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { p50: all[times >> 1], p95: all[Math.floor(times * 0.95)] };
}

const shared = inRoot('../shared/posts');
const given = process.argv.slice(2);
const longest = existsSync(shared) ? readdirSync(shared).filter(file => file.endsWith('.md')).map(file => path.join(shared, file)).sort((a, b) => readFileSync(b).length - readFileSync(a).length)[0] : undefined;
const posts = given.length ? given.map(file => ({ name: file, text: readFileSync(file, 'utf8') }))
  : [{ name: '10 KB', text: madeUp(10_000) }, { name: '100 KB', text: madeUp(100_000) }, ...(longest ? [{ name: path.basename(longest), text: readFileSync(longest, 'utf8') }] : [])];

const show = (/** @type {{ p50: number, p95: number }} */ { p50, p95 }) => `${p50.toFixed(2)} / ${p95.toFixed(2)} ms`;
const small = site(100);
const large = site(10_000);
for (const { name, text } of posts) {
  const post = parsePost(PATH, text, small);
  let strokes = 0;
  const keyStroke = (/** @type {ReturnType<typeof site>} */ where) => measure(() => {
    const changed = parsePost(PATH, typed(text, strokes++), where);
    where.index.set(factsOf(changed, where));
    return lint(changed, where);
  });
  keyStroke(small); // the first runs are those of a cold machine
  const inSmall = keyStroke(small);
  const inLarge = keyStroke(large);
  console.log(`${name} (${Math.round(Buffer.byteLength(text) / 1024)} KB), p50 / p95`);
  console.log(`  parse                      ${show(measure(() => parsePost(PATH, text, small)))}`);
  console.log(`  render                     ${show(measure(() => renderBody(post, small)))}`);
  const shown = (/** @type {string} */ text) => renderBody(parsePost(PATH, text, small), small, { hasLines: true });
  let last = piecesOf(shown(text));
  let size = 0;
  const bodies = Array.from({ length: 21 }, (_, count) => shown(typed(text, count)));
  let turn = 0;
  const change = measure(() => {
    const next = piecesOf(bodies[turn++ % bodies.length] ?? '', last);
    size = JSON.stringify(runsBetween(last, next)).length;
    last = next;
  });
  console.log(`  all of the body in pieces  ${show(measure(() => piecesOf(bodies[0] ?? '')))}   ${((bodies[0] ?? '').length / 1024).toFixed(1)} KB`);
  console.log(`  what changed in it         ${show(change)}   ${(size / 1024).toFixed(1)} KB sent`);
  console.log(`  key stroke, blog of 100    ${show(inSmall)}`);
  console.log(`  key stroke, blog of 10,000 ${show(inLarge)}   ratio ${(inLarge.p50 / inSmall.p50).toFixed(2)}`);
}
