// The bundle that VS Code loads, in a context that has nothing but JavaScript itself, what a web worker has too, and `vscode`.
// So it runs on the desktop, on a remote machine and in a browser alike.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  readonly main: string; readonly browser: string; readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
};

const WEB = { URL, URLSearchParams, TextEncoder, TextDecoder, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, crypto: webcrypto, atob, btoa, console, AbortController, structuredClone };

/** Anything may be asked of it, called and constructed; what is registered is remembered. */
function stand(commands: string[]): object {
  const any = (): unknown => new Proxy(function () {}, {
    get: (target, name) => {
      if (name === 'then' || typeof name === 'symbol') return undefined;
      if (name === 'prototype') return target.prototype as unknown;
      if (name === 'registerCommand') return (command: string) => { commands.push(command); return { dispose() {} }; };
      if (['textDocuments', 'visibleTextEditors', 'workspaceFolders'].includes(String(name))) return [];
      return name === 'bundle' ? undefined : any();
    },
    set: () => true,
    apply: () => any(),
    construct: () => any() as object,
  });
  // a bundle takes a module's names from its own keys and from its prototype
  return Object.create(any() as object) as object;
}

function load(): { readonly commands: readonly string[]; readonly asked: readonly string[]; readonly subscriptions: readonly { dispose(): void }[] } {
  const commands: string[] = [];
  const asked: string[] = [];
  const vscode = stand(commands);
  const module = { exports: {} as { activate(context: object): void } };
  const require = (name: string): object => {
    asked.push(name);
    if (name === 'vscode') return vscode;
    throw new Error(`The bundle asks for "${name}"`);
  };
  // Text that becomes code is forbidden: a page's and a worker's policy may forbid it too.
  const context = vm.createContext({ ...WEB, module, exports: module.exports, require }, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext('globalThis.self = globalThis', context);
  vm.runInContext(read(manifest.browser), context, { filename: 'extension.js' });
  const subscriptions: { dispose(): void }[] = [];
  module.exports.activate({ subscriptions, extensionUri: stand([]), globalState: stand([]), workspaceState: { get: (_key: string, otherwise?: unknown) => otherwise } });
  return { commands, asked, subscriptions };
}

describe('bundle', () => {
  it('is one file for all hosts', () => {
    assert.equal(manifest.browser, './dist/extension.js');
    // Node's hosts load a few lines that hand over to it
    assert.match(read(manifest.main), /require\("\.\/extension\.js"\)/);
    assert.ok(read(manifest.main).length < 3000);
  });

  it('loads and starts with nothing but vscode and the web’s own globals', () => {
    assert.deepEqual([...new Set(load().asked)], ['vscode']);
  });

  it('registers the commands that the manifest names, and no others', () => {
    assert.deepEqual([...load().commands].sort(), manifest.contributes.commands.map(({ command }) => command).sort());
  });

  it('ends everything it started', () => {
    for (const part of load().subscriptions) part.dispose();
  });

  it('brings what the preview loads when there is something to draw', () => {
    const packaged = read('.vscodeignore').split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1));
    const loaded = [...read('src/webview/drawing.ts').matchAll(/load\('([\w.]+)'\)/g)].map(([, name]) => name!);
    assert.deepEqual(loaded, ['mermaid.js', 'math.js']);
    for (const name of loaded) {
      assert.ok(packaged.includes(`dist/${name}`), name);
      assert.ok(read(`dist/${name}`).length > 100_000, name);
    }
    assert.ok(packaged.includes('dist/katex/**'));
    for (const [, font] of read('dist/math.js').matchAll(/fonts\/([\w-]+\.woff2)/g)) assert.ok(read(`dist/katex/${font}`).length > 0, font);
  });

  it('is started by Markdown, by its own preview and in a blog alone, which is told by a look and not by a search', () => {
    const [marks, others] = [true, false].map(isMark => manifest.activationEvents.filter(event => event.startsWith('workspaceContains:') === isMark));
    assert.deepEqual(others, ['onLanguage:markdown', 'onUri', 'onWebviewPanel:techPost.preview']);
    assert.ok(marks?.length);
    for (const mark of marks ?? []) assert.doesNotMatch(mark, /[*?{]/);
  });

  it('has every text of the manifest in English and in Korean', () => {
    const used = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!).sort();
    for (const file of ['package.nls.json', 'package.nls.ko.json']) {
      assert.deepEqual(Object.keys(JSON.parse(read(file)) as object).sort(), [...new Set(used)], file);
    }
  });

  it('has only settings that the code asks for', () => {
    const code = read(manifest.browser);
    for (const name of Object.keys(manifest.contributes.configuration.properties)) assert.ok(code.includes(`${name.replace(/^techPost\./, '')}`), name);
  });
});
