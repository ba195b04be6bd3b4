// The HTML of bodies with templates against that of the engines on this machine. `test/engines.test.ts` compares what leads to addresses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderBody } from '../src/core/preview';
import { hugoVersion } from './engines/hugo';
import { jekyllVersion } from './engines/jekyll';
import { readSite, writeFiles } from './engines/site';
import { NOW } from './engines/truth';
import { blog } from './blog';

const ENTITIES: Readonly<Record<string, string>> = { ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', quot: '"', hellip: '…', ndash: '–' };

/** Block by block, without what colours code, and characters written in one way. */
function dense(html: string): readonly string[] {
  return html.replace(/<div class="highlight">(?:(?!<\/div>)[\s\S])*<\/div>|<figure class="highlight">[\s\S]*?<\/figure>/g, code => code.replace(/<\/?span\b[^>]*>/g, '').replace(/(<pre[^>]*?) style="[^"]*"/g, '$1'))
    .replace(/&#(\d+);/g, (_, number: string) => `${String.fromCodePoint(Number(number))}`).replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/>\s+</g, '><').replace(/\s+/g, ' ').replace(/> | (?=<)/g, sign => sign.trim()).replace(/\s*\/>/g, '>').split(/(?<=<\/(?:p|li|h\d|div|figure|tr|pre)>)/).map(text => text.trim()).filter(Boolean);
}

function build(engine: 'hugo' | 'jekyll', source: string, made: string): void {
  const [program, ...args] = engine === 'hugo' ? ['hugo', '--source', source, '--destination', made, '--clock', NOW, '--quiet'] : ['jekyll', 'build', '--quiet', '--source', source, '--destination', made, '--future'];
  const { status, stdout, stderr } = spawnSync(program!, args, { encoding: 'utf8', cwd: path.dirname(source) });
  assert.equal(status, 0, `${stdout}${stderr}`);
}

for (const [engine, version, name] of [['hugo', hugoVersion(), 'hugo'], ['hugo', hugoVersion(), 'hugo-hooks'], ['hugo', hugoVersion(), 'hugo-templates'], ['jekyll', jekyllVersion(), 'jekyll'], ['jekyll', jekyllVersion(), 'jekyll-data'], ['jekyll', jekyllVersion(), 'jekyll-options']] as const) {
  describe(`bodies as ${engine} makes them: ${name}`, function () {
    this.timeout(60_000);
    const { about, files } = readSite(`test/engines/bodies/${name}.txt`);
    let folder: string;
    let made: string;

    before(function () {
      if (version === undefined) return this.skip();
      folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-bodies-'));
      made = path.join(folder, 'made');
      writeFiles(path.join(folder, 'site'), files);
      build(engine, path.join(folder, 'site'), made);
    });
    after(() => folder && rmSync(folder, { recursive: true }));

    for (const file of [...files.keys()].filter(name => name.endsWith('.md') && /^---/.test(files.get(name)!))) {
      it(`${about}: ${file}`, () => {
        const pin = engine === 'hugo' ? { 'netlify.toml': `[build.environment]\nHUGO_VERSION = "${version}"\n` } : { Gemfile: `gem "jekyll", "${version}"\n` };
        const { site, post } = blog({ ...Object.fromEntries(files), ...pin }, { now: NOW });
        const page = path.basename(file, '.md').replace(/^\d{4}-\d\d-\d\d-/, '');
        const at = readdirSync(made, { recursive: true }).map(String).find(made => made.endsWith(`${page}.html`) || made.endsWith(`${page}/index.html`));
        const html = /<article>([\s\S]*)<\/article>/.exec(readFileSync(path.join(made, at!), 'utf8'))![1]!;
        assert.deepEqual(dense(renderBody(post(file), site)), dense(html));
      });
    }
  });
}
