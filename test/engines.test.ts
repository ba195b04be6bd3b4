// Our word against the engines': tiny sites are built by the Hugo and the Jekyll on this machine, and what tech-post says
// without building must be what they made, address by address, link by link, heading by heading.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildWithHugo, hugoVersion } from './engines/hugo';
import { buildWithJekyll, hasLibrary, jekyllVersion } from './engines/jekyll';
import { headingIds } from './engines/judge';
import { readFolder, readSite, writeFiles, type TextSite } from './engines/site';
import { NOW, type Truth } from './engines/truth';

const SITES = path.resolve('test/engines/sites');
const CLI = path.resolve('dist/cli.js');

/** Rules that speak of how a link is written, not of where it leads. */
const OF_STYLE = ['link-empty', 'link-reference', 'link-own-site'];

interface Engine {
  readonly name: string;
  readonly version: string | undefined;
  build(site: TextSite, folder: string): Truth;
}

const ENGINES: readonly Engine[] = [
  { name: 'Hugo', version: hugoVersion(), build: buildWithHugo },
  { name: 'Jekyll', version: jekyllVersion(), build: buildWithJekyll },
];

/** The lines whose link is meant by a finding: that line itself, or for the definition of a reference those that use it. */
function usesOf(text: string, line: number): readonly number[] {
  const lines = text.split('\n');
  const label = /^\[([^\]]+)\]: /.exec(lines[line - 1]!)?.[1];
  return label === undefined ? [line] : lines.flatMap((other, index) => (index !== line - 1 && other.includes(`[${label}]`) ? [index + 1] : []));
}

for (const { name, version, build } of ENGINES) {
  describe(version === undefined ? `${name}, which is not on this machine` : `${name} ${version}`, function () {
    this.timeout(60_000);
    const ours = readdirSync(SITES).filter(file => file.startsWith(name.toLowerCase())).map(file => readSite(path.join(SITES, file)));
    for (const site of [...ours, readFolder(`test/sites/${name.toLowerCase()}`)]) {
      describe(`${site.name}: ${site.about}`, () => {
        let folder: string;
        let truth: Truth;
        let ask: (...args: readonly string[]) => string;

        before(function () {
          if (version === undefined || (site.needs !== undefined && !hasLibrary(site.needs))) return this.skip();
          folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-engines-'));
          truth = build(site, folder);
          const ours = path.join(folder, 'ours');
          writeFiles(ours, site.files);
          ask = (...args) => {
            const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], {
              cwd: ours, encoding: 'utf8', maxBuffer: 1 << 26,
              env: { ...process.env, TZ: site.zone, TECH_POST_TODAY: NOW, [`TECH_POST_${name.toUpperCase()}_VERSION`]: version },
            });
            assert.notEqual(status, 2, stderr);
            return stdout;
          };
        });
        after(() => folder && rmSync(folder, { recursive: true }));

        it('addresses, and what appears', () => {
          const rows = ask('list').trimEnd().split('\n').map(line => JSON.parse(line) as { file: string; url: string | null; appears: boolean });
          const listed = new Map(rows.map(row => [row.file, row]));
          // what no build makes a page of has no address to compare; nor has a draft that gets the date of its file on the disk
          const hasAddress = (file: string): boolean => truth.pages.has(file) && !(file.startsWith('_drafts/') && listed.get(file)?.url === null);
          const line = (file: string, page: { readonly url: string | null; readonly appears: boolean } | undefined): string => `${file} ${page?.appears ? 'at' : 'hidden, else at'} ${hasAddress(file) ? page?.url : '-'}`;
          const made = [...truth.pages].filter(([file, page]) => page.isRegular || listed.has(file)).map(([file]) => file);
          const all = new Set([...made, ...listed.keys()]);
          assert.deepEqual(rows.map(row => line(row.file, row)).sort(), [...all].map(file => line(file, truth.pages.get(file))).sort());
        });

        if (ours.includes(site)) it('links', () => {
          const findings = JSON.parse(ask('lint', '--format', 'json')) as readonly { file: string; line: number; rule: string }[];
          const said = new Set(findings.filter(({ rule }) => rule.startsWith('link-') && !OF_STYLE.includes(rule)).flatMap(({ file, line }) => usesOf(site.files.get(file)!, line).map(use => `${file}:${use}`)));
          const lineOf = (place: string): string => site.files.get(place.replace(/:\d+$/, ''))!.split('\n')[Number(/\d+$/.exec(place)![0]) - 1]!.trim();
          const isJudged = (place: string): boolean => truth.links.get(place) !== 'unclear' && truth.ids.has(place.replace(/:\d+$/, ''));
          const bad = [...truth.links].filter(([, verdict]) => verdict !== 'good').map(([place]) => place);
          assert.ok(truth.links.size > bad.length && bad.length, 'a site without good and bad links shows nothing');
          const shown = (places: readonly string[]): readonly string[] => places.filter(isJudged).map(place => `${place} ${lineOf(place)}`).sort();
          assert.deepEqual(shown([...said]), shown(bad));
        });

        it('ids of headings', () => {
          const pages = [...truth.ids].filter(([file]) => /\.md$/.test(file));
          const rendered = ask('render', '--format', 'json', ...pages.map(([file]) => file)).trimEnd().split('\n').map(line => JSON.parse(line) as { file: string; html: string });
          assert.deepEqual(rendered.map(({ file, html }) => [file, ...headingIds(html)]), pages.map(([file, ids]) => [file, ...ids]));
        });
      });
    }
  });
}
