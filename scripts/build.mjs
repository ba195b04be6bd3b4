// Bundles the product into dist/ and, with --tests, the tests into out/test/.
//   node scripts/build.mjs [--production] [--tests] [--watch]
import { chmod, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { context } from 'esbuild';
import { grayMatter } from './gray-matter.mjs';
import { markdownIt } from './markdown-it.mjs';
import { inRoot, isMain, ROOT } from './paths.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** @type {BuildOptions} */
const shared = { absWorkingDir: ROOT, bundle: true, format: 'cjs', target: 'es2022', logLevel: 'warning', plugins: [grayMatter, markdownIt] };

/** Of packages that come in several builds, the one that asks for no document. */
const WORKER = ['worker', 'module'];

/** @returns {BuildOptions[]} */
function product(production = false) {
  /** @type {BuildOptions} */
  const each = { ...shared, minify: production, sourcemap: !production };
  return [
    // The same file is `main` and `browser` of the manifest: it may need nothing but `vscode` and what a web worker has.
    { ...each, entryPoints: ['src/extension/extension.ts'], outfile: 'dist/extension.js', platform: 'browser', conditions: WORKER, external: ['vscode'] },
    { ...each, entryPoints: ['src/desktop/desktop.ts'], outfile: 'dist/desktop.js', platform: 'node', external: ['./extension.js', 'vscode'] },
    {
      ...each, entryPoints: ['src/cli/cli.ts'], outfile: 'dist/cli.js', platform: 'node', loader: { '.css': 'text' },
      banner: { js: '#!/usr/bin/env node' }, plugins: [grayMatter, markdownIt, executable],
    },
    { ...each, entryPoints: ['src/webview/preview.ts', 'src/webview/copy.ts'], outdir: 'dist', platform: 'browser', format: 'iife' },
    // Loaded by the preview when there is something to draw.
    { ...each, entryPoints: ['src/webview/math.ts', 'src/webview/mermaid.ts'], outdir: 'dist', platform: 'browser', format: 'iife', loader: { '.css': 'text' }, sourcemap: false },
    { ...each, entryPoints: ['node_modules/katex/dist/fonts/*.woff2'], outdir: 'dist/katex', loader: { '.woff2': 'copy' }, sourcemap: false },
  ];
}

/** @type {import('esbuild').Plugin} */
const executable = {
  name: 'executable',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (!errors.length) await chmod(inRoot('dist/cli.js'), 0o755);
    });
  },
};

/** @returns {Promise<BuildOptions[]>} */
async function tests() {
  const files = (await readdir(inRoot('test'), { recursive: true })).map(file => `test/${file.split(path.sep).join('/')}`).sort();
  const inEditor = files.filter(file => /^test\/editor\/host\/.*\.test\.ts$/.test(file));
  const each = { ...shared, sourcemap: true };
  return [
    {
      ...each, entryPoints: files.filter(file => file.endsWith('.test.ts') && !file.startsWith('test/editor/')),
      outbase: 'test', outdir: 'out/test', platform: 'node', external: ['vscode', 'mocha', 'fast-check', 'esbuild', 'playwright-core'],
    },
    // One bundle of the same tests for each of VS Code's extension hosts.
    {
      ...each, stdin: suite('./node', inEditor), outfile: 'out/test/editor/host.js', platform: 'node', external: ['vscode', 'mocha'],
    },
    {
      ...each, stdin: suite('./web', inEditor), outfile: 'out/test/editor/host-web.js', platform: 'browser', conditions: WORKER, external: ['vscode'],
      plugins: [grayMatter, markdownIt, mochaAsScript],
    },
  ];
}

/**
 * An entry that runs all of the files: none can be forgotten in a list kept by hand.
 * @param {string} runner a module that exports runTests(load)
 * @param {string[]} files
 */
const suite = (runner, files) => ({
  contents: `import { runTests } from '${runner}';
    export const run = () => runTests(async () => {
      ${files.map(file => `await import('./${path.posix.relative('test/editor/host', file)}');`).join('\n')}
    });`,
  resolveDir: inRoot('test/editor/host'), sourcefile: 'suite.js',
});

// mocha 12 calls itself an ES module, but its browser build is a UMD file: bundled as it is, it would overwrite the
// exports of our bundle. Without `exports` in sight it sets the global `mocha`, as in a page.
/** @type {import('esbuild').Plugin} */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var exports, module;${await readFile(path, 'utf8')}`,
    }));
  },
};

/**
 * Builds everything that can be built, and rejects if anything could not. What is wrong is printed by esbuild.
 * @param {{ production?: boolean, tests?: boolean, watch?: boolean }} [wanted] watch: never resolves
 */
export async function build(wanted = {}) {
  const all = [...product(wanted.production), ...(wanted.tests ? await tests() : [])];
  const contexts = await Promise.all(all.map(options => context({ metafile: true, ...options })));
  if (wanted.watch) {
    await Promise.all(contexts.map(each => each.watch()));
    console.log('Watching. Ctrl+C ends it.');
    return new Promise(() => {});
  }
  const results = await Promise.allSettled(contexts.map(each => each.rebuild()));
  await Promise.all(contexts.map(each => each.dispose()));
  const failed = results.filter(result => result.status === 'rejected').length;
  if (failed) throw new Error(`${failed} of ${all.length} bundles could not be built`);
  const written = results.flatMap(result => result.status === 'fulfilled' ? Object.keys(result.value.metafile?.outputs ?? {}) : []);
  await removeStale('dist', written);
  if (wanted.tests) await removeStale('out/test', written);
}

/**
 * A test that was deleted or renamed must not run on, and a source map must not stay in a package.
 * @param {string} folder
 * @param {string[]} written
 */
async function removeStale(folder, written) {
  const keep = new Set(written.map(file => inRoot(file)));
  for (const file of await readdir(inRoot(folder), { recursive: true, withFileTypes: true })) {
    const full = path.join(file.path, file.name);
    if (file.isFile() && !keep.has(full)) await rm(full, { force: true });
  }
}

if (isMain(import.meta.url)) {
  const flags = new Set(process.argv.slice(2));
  try {
    await build({ production: flags.has('--production'), tests: flags.has('--tests'), watch: flags.has('--watch') });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
