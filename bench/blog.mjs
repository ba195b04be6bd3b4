// Whole blogs: what `tech-post lint` costs, beside other things that read every post, all in one run.
//   node bench/blog.mjs [FOLDER...] [--posts N] [--others] [--keep]
// Without a folder, a made-up Hugo blog of N posts (10,000) of about 5 KB. --others also runs other tools' link checks; they are
// installed into ~/.cache/tech-post-bench, never into the repository. --keep leaves the made-up blog behind and says where.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.mjs';
import { inRoot } from '../scripts/paths.mjs';
import { makeBlog } from './makeblog.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { posts: { type: 'string', default: '10000' }, others: { type: 'boolean' }, keep: { type: 'boolean' } } });

const TIME = '/usr/bin/time'; // GNU's: memory and CPU of any child, not only of Node's
const PATIENCE = '900'; // seconds
const OTHERS = path.join(os.homedir(), '.cache/tech-post-bench');

/** @typedef {{ name: string, command: string, args: string[] }} Tool */

/** @param {string} blog a copy that tools may write into @returns {Tool[]} */
function tools(blog) {
  const node = process.execPath;
  const all = [
    { name: 'tech-post lint', command: node, args: [inRoot('dist/cli.js'), 'lint', blog] },
    { name: 'read and markdown-it', command: node, args: [inRoot('bench/parse.mjs'), blog] },
  ];
  if (isThere('hugo') && readdirSync(blog).some(name => /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config$/.test(name))) {
    all.push({ name: `hugo ${/v(\d+\.\d+\.\d+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout)?.[1]}`, command: 'hugo', args: ['--quiet', '--source', blog, '--destination', path.join(blog, '..', 'public')] });
  }
  if (values.others) {
    const bin = (/** @type {string} */ name) => path.join(OTHERS, 'node_modules/.bin', name);
    all.push(
      { name: 'rumdl check', command: bin('rumdl'), args: ['check', '--no-cache', '--silent', blog] },
      { name: 'rumdl check, links only', command: bin('rumdl'), args: ['check', '--no-cache', '--silent', '--enable', 'MD051,MD052,MD057', blog] },
      { name: 'remark-validate-links', command: bin('remark'), args: ['--quiet', '--use', path.join(OTHERS, 'node_modules/remark-validate-links/index.js') + '=repository:false', '--use', path.join(OTHERS, 'node_modules/remark-frontmatter/index.js'), blog] },
      { name: 'vscode-markdown-languageservice', command: node, args: [inRoot('bench/languageservice.mjs'), OTHERS, blog] },
    );
  }
  return all;
}

const isThere = (/** @type {string} */ command) => !spawnSync(command, [command === 'hugo' ? 'version' : '--version'], { stdio: 'ignore' }).error;

function installOthers() {
  mkdirSync(OTHERS, { recursive: true });
  if (!existsSync(path.join(OTHERS, 'package.json'))) writeFileSync(path.join(OTHERS, 'package.json'), '{ "private": true }\n');
  const packages = ['rumdl@0.2.75', 'remark-cli@12.0.1', 'remark-validate-links@13.1.0', 'remark-frontmatter@5.0.0', 'vscode-markdown-languageservice@0.5.0', 'vscode-languageserver-textdocument@1', 'vscode-uri@3', 'markdown-it@14'];
  const { status } = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', ...packages], { cwd: OTHERS, stdio: 'inherit' });
  if (status !== 0) throw new Error('the other tools could not be installed');
}

/** @param {Tool} tool @returns {{ wall: number, cpu: number, memory: number, code: number | null, said: string }} seconds and MB */
function measure({ command, args }) {
  const figures = path.join(mkdtempSync(path.join(os.tmpdir(), 'tech-post-time-')), 'figures');
  // one who has not finished by then is ended with all that it started
  const line = [...(isThere('timeout') ? ['timeout', PATIENCE] : []), ...(existsSync(TIME) ? [TIME, '-f', '%U %S %M', '-o', figures] : []), command, ...args];
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(line[0] ?? command, line.slice(1), { encoding: 'utf8', maxBuffer: 1 << 30 });
  const wall = (performance.now() - start) / 1000;
  const [user = NaN, system = NaN, kilobytes = NaN] = existsSync(figures) ? readFileSync(figures, 'utf8').trimEnd().split('\n').at(-1)?.split(' ').map(Number) ?? [] : [];
  rmSync(path.dirname(figures), { recursive: true });
  return { wall, cpu: user + system, memory: kilobytes / 1024, code: status, said: error ? error.message : `${stdout}${stderr}` };
}

/** Posts and their size. @param {string} blog */
function census(blog) {
  const posts = readdirSync(blog, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name));
  return { count: posts.length, bytes: posts.reduce((sum, entry) => sum + readFileSync(path.join(entry.parentPath, entry.name)).length, 0) };
}

await build({ production: true });
if (values.others) installOthers();
for (const given of positionals.length ? positionals : ['']) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'tech-post-blog-'));
  const blog = path.join(work, 'blog');
  if (given === '') makeBlog(blog, Number(values.posts));
  else cpSync(given, blog, { recursive: true });
  const { count, bytes } = census(blog);
  console.log(`${given === '' ? 'made-up blog' : path.basename(path.resolve(given))}: ${count} Markdown files, ${(bytes / 2 ** 20).toFixed(1)} MB, Node ${process.versions.node}, ${os.cpus().length} cores`);
  console.log(`  ${''.padEnd(34)}${'wall'.padStart(9)}${'CPU'.padStart(9)}${'memory'.padStart(10)}   output`);
  for (const tool of tools(blog)) {
    const { wall, cpu, memory, code, said } = measure(tool);
    const last = said.trimEnd().split('\n').at(-1)?.slice(0, 60) ?? '';
    console.log(`  ${tool.name.padEnd(34)}${wall.toFixed(2).padStart(7)} s${cpu.toFixed(2).padStart(7)} s${memory.toFixed(0).padStart(7)} MB   ${said.trim() === '' ? 0 : said.trimEnd().split('\n').length} lines, ${code === 124 ? `ended after ${PATIENCE} s` : `exit ${code}${code !== null && code > 1 ? `: ${last}` : ''}`}`);
  }
  if (values.keep) console.log(`  kept: ${blog}`);
  else rmSync(work, { recursive: true });
}
