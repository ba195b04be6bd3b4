// The walls between the parts: who may import whom, and what must not be asked outside of the flavors.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const SOURCES = readdirSync('src', { recursive: true }).map(file => `src/${String(file).split(path.sep).join('/')}`).filter(file => /\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');

interface Import { readonly from: string; readonly isTypeOnly: boolean }

/** Static, re-exporting and dynamic imports of a file; comments and strings elsewhere do not look like these. */
function importsOf(file: string): readonly Import[] {
  const text = read(file);
  const found: Import[] = [];
  for (const [, isType, from] of text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"]+)['"]/gm)) found.push({ from: from!, isTypeOnly: Boolean(isType) });
  for (const [, from] of text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)) found.push({ from: from!, isTypeOnly: false });
  return found;
}

/** The part a relative import leads to: `core`, `webview/protocol`, `media`; a package's name otherwise. */
function target(file: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const at = path.posix.join(path.posix.dirname(file), from);
  return at.startsWith('src/') ? at.slice(4) : at;
}

const part = (file: string): string => file.split('/')[1]!;
const isNode = (name: string): boolean => name.startsWith('node:');

/** What each part may import beside itself. `types:` allows types only. */
const ALLOWED: Readonly<Record<string, (name: string, isTypeOnly: boolean) => boolean>> = {
  core: (name, isTypeOnly) => ['gray-matter', 'markdown-it', 'markdown-it-emoji/lib/data/full.mjs', 'marked', 'yaml', 'smol-toml', 'liquidjs/dist/liquid.browser.mjs', 'parse5', '@csstools/css-tokenizer', 'mdast-util-to-markdown', 'mdast-util-gfm-table', 'mdast-util-gfm-strikethrough', 'mdast-util-gfm-task-list-item', 'get-east-asian-width'].includes(name) || (name === 'highlight.js' && isTypeOnly) || /^highlight\.js\/lib\/(?:core|languages\/[\w-]+)$/.test(name),
  net: name => name.startsWith('core/'),
  cli: name => isNode(name) || name.startsWith('core/') || name.startsWith('net/') || name === 'package.json' || name.startsWith('media/l10n/') || name.startsWith('media/preview/'),
  extension: (name, isTypeOnly) => name === 'vscode' || name.startsWith('core/') || name.startsWith('net/') || (name === 'webview/protocol' && isTypeOnly),
  desktop: (name, isTypeOnly) => isNode(name) || (isTypeOnly && (name === 'vscode' || name === 'extension/programs')),
  webview: (name, isTypeOnly) => ['morphdom', 'katex', 'katex/contrib/auto-render', 'katex/dist/katex.min.css', 'mermaid'].includes(name) || (name.startsWith('core/') && isTypeOnly),
};

describe('architecture', () => {
  it('has only the parts that docs/architecture.md names', () => {
    assert.deepEqual([...new Set(SOURCES.map(part))].filter(name => !(name in ALLOWED)), []);
  });

  for (const name of Object.keys(ALLOWED)) {
    it(`${name} imports nothing beyond its walls`, () => {
      const strangers = SOURCES.filter(file => part(file) === name).flatMap(file => importsOf(file)
        .map(({ from, isTypeOnly }) => ({ to: target(file, from), isTypeOnly }))
        .filter(({ to, isTypeOnly }) => !to.startsWith(`${name}/`) && to !== name && !ALLOWED[name]!(to, isTypeOnly))
        .map(({ to }) => `${file} imports ${to}`));
      assert.deepEqual(strangers, []);
    });
  }

  it('sees an import of vscode, of Node and of another part', () => {
    for (const [text, name] of [["import * as vscode from 'vscode';", 'vscode'], ["import 'node:fs';", 'node:fs'], ["export { a } from '../cli/disk';", 'cli/disk'], ["const a = await import('../extension/sites');", 'extension/sites']] as const) {
      const found = [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm)].map(match => target('src/core/x.ts', match[2] ?? match[3]!));
      assert.deepEqual(found, [name]);
      assert.equal(ALLOWED['core']!(name, false), false);
    }
  });

  it('asks which flavor it is only inside flavors/ and markdown/', () => {
    const asks = SOURCES.filter(file => !/^src\/core\/(?:flavors|markdown)\//.test(file))
      .filter(file => /flavor\.id\s*[!=]==?|[!=]==?\s*['"](?:hugo|jekyll|hexo|plain)['"]|case\s+['"](?:hugo|jekyll|hexo|plain)['"]/.test(read(file)));
    assert.deepEqual(asks, []);
  });

  it('keeps core without a clock and without the machine’s globals', () => {
    const uses = SOURCES.filter(file => part(file) === 'core').flatMap(file => {
      const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /\bDate\.now\(|new Date\(\)|\bsetTimeout\(|\bprocess\.|\bdocument\.(?:create|query)|\bfetch\(/.test(code) ? [file] : [];
    });
    assert.deepEqual(uses, []);
  });

  it('gives no file a name that says nothing', () => {
    assert.deepEqual(SOURCES.filter(file => /\/(?:utils?|helpers?|common|managers?|services?|types|misc)\.ts$/i.test(file)), []);
  });

  it('bundles core for a place that has neither Node nor a browser', async () => {
    const { outputFiles } = await build({
      stdin: { contents: "export * from './src/core/lint'; export * from './src/core/site'; export * from './src/core/writing'; export * from './src/core/preview';", resolveDir: process.cwd() },
      bundle: true, write: false, format: 'esm', platform: 'neutral', mainFields: ['browser', 'module', 'main'], conditions: ['import'], logLevel: 'silent',
      plugins: [(await import('../scripts/gray-matter.mjs')).grayMatter],
    });
    assert.ok(outputFiles[0]!.text.length > 10_000);
  });
});
