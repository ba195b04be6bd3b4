// What the engine itself costs, without an editor: parse, lint and render of one post, and lint of a whole blog.
//   node bench/core.mjs [FILE...]      default: made-up posts of 10 and 100 KB, and the longest post beside the repository
// Figures of one run compare with each other; machines differ too much for more.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { grayMatter } from '../scripts/gray-matter.mjs';
import { inRoot } from '../scripts/paths.mjs';

const outfile = inRoot('out/bench-core.mjs');
await build({
  stdin: {
    contents: `export { Files } from './files'; export { openSite } from './site'; export { parsePost } from './post';
      export { lint } from './lint'; export { renderBody } from './preview';`,
    resolveDir: inRoot('src/core'),
  },
  bundle: true, minify: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], outfile, plugins: [grayMatter], logLevel: 'error',
});
const { Files, openSite, parsePost, lint, renderBody } = await import(pathToFileURL(outfile).href);
rmSync(outfile);

/** @param {number} posts how many other posts the blog has */
function site(posts) {
  const files = new Files(['hugo.toml', 'content/post/post.md', 'static/images/map.png', ...Array.from({ length: posts }, (_, index) => `content/post/${index}.md`)]);
  return openSite({ files, now: Date.UTC(2026, 10, 24), timeZone: 'Asia/Seoul' }, new Map([['hugo.toml', 'baseURL = "https://blog.example.com/"']]));
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
for (const { name, text } of posts) {
  const small = site(100);
  const large = site(10_000);
  const post = parsePost('content/post/post.md', text, small);
  const once = (/** @type {ReturnType<typeof site>} */ where) => measure(() => lint(parsePost('content/post/post.md', text, where), where));
  const inSmall = once(small);
  const inLarge = once(large);
  console.log(`${name} (${Math.round(Buffer.byteLength(text) / 1024)} KB), p50 / p95`);
  console.log(`  parse                            ${show(measure(() => parsePost('content/post/post.md', text, small)))}`);
  console.log(`  render                           ${show(measure(() => renderBody(post, small)))}`);
  console.log(`  parse and lint, blog of 100      ${show(inSmall)}`);
  console.log(`  parse and lint, blog of 10,000   ${show(inLarge)}   ratio ${(inLarge.p50 / inSmall.p50).toFixed(2)}`);
}
