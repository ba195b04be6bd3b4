// Other slugs and folders, before the judges: the Hugo and the Jekyll on this machine build the tiny sites of test/engines before
// and after. What was published is published still, and every old address leads to where its page is now.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasLibrary, jekyllVersion } from './engines/jekyll';
import { hugoVersion } from './engines/hugo';
import { readSite, writeFiles, type TextSite } from './engines/site';
import { filesBelow, NOW } from './engines/truth';
import type { Blog } from './blog';
import { reshapeAll, type Files } from './reshaped';
import type { Told } from '../src/core/writing/reshape';
import { moveToBundle } from '../src/core/writing/bundle';
import { changeSlug } from '../src/core/writing/slug';

const SITES = path.resolve('test/engines/sites');
const NOWHERE = '/nowhere-at-all/';
const LAYOUTS: Files = Object.fromEntries(['single', 'list'].map(name => [`layouts/_default/${name}.html`, '<article>{{ .Content }}</article>\n']));

interface Built {
  /** Files of the build by their paths below its root. */
  readonly texts: ReadonlyMap<string, string>;
  /** References of which the engine finds nothing. */
  readonly lost: number;
}

function built(run: (source: string, goal: string) => { readonly status: number | null; readonly stderr: string; readonly stdout: string }, files: Files): Built {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-reshaped-'));
  try {
    const [source, goal] = [path.join(folder, 'site'), path.join(folder, 'made')];
    writeFiles(source, Object.entries(files));
    const { status, stderr, stdout } = run(source, goal);
    assert.equal(status, 0, stderr + stdout);
    const texts = new Map((existsSync(goal) ? filesBelow(goal) : []).map(file => [decodeURI(file), readFileSync(goal + file, 'utf8')]));
    return { texts, lost: [...texts.values()].reduce((sum, text) => sum + text.split(NOWHERE).length - 1, 0) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const withHugo = (zone: string) => (files: Files): Built => built((source, goal) => spawnSync('hugo', ['--source', source, '--destination', goal, '--clock', NOW], {
  encoding: 'utf8', env: { ...process.env, TZ: zone, HUGO_REFLINKSERRORLEVEL: 'WARNING', HUGO_REFLINKSNOTFOUNDURL: NOWHERE },
}), { ...LAYOUTS, ...files });

const withJekyll = (zone: string) => (files: Files): Built => built((source, goal) => spawnSync('ruby', ['test/engines/jekyll.rb', source, goal, NOW, NOWHERE], {
  encoding: 'utf8', env: { ...process.env, TZ: zone, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
}), files);

const ENGINES = [
  { name: 'Hugo', version: hugoVersion(), build: withHugo, below: '' },
  { name: 'Jekyll', version: jekyllVersion(), build: withJekyll, below: '/now' },
] as const;

const filesOf = ({ files }: TextSite): Files => Object.fromEntries(files);

/** The file of an address, below the root that `url` of the configuration has. */
const fileOf = (address: string, { config }: Blog['site']): readonly string[] => {
  const below = address.slice(config.basePath.length);
  return below.endsWith('/') ? [`${below}index.html`] : [below, `${below}.html`];
};

for (const { name, version, build, below } of ENGINES) {
  describe(version === undefined ? `posts of other shapes, and no ${name}` : `posts of other shapes in ${name} ${version}`, function () {
    this.timeout(60_000);
    before(function () { if (version === undefined) this.skip(); });

    for (const site of readdirSync(SITES).filter(file => file.startsWith(name.toLowerCase())).map(file => readSite(path.join(SITES, file)))) {
      const files = filesOf(site);
      const pinned = { ...files, 'tech-post.json': JSON.stringify({ engineVersion: version }) };
      const options = { now: NOW, timeZone: site.zone };

      it(`${site.name}: each page has another slug`, function () {
        if (site.needs !== undefined && !hasLibrary(site.needs)) this.skip();
        const told: { readonly old: string; readonly now: string; readonly made: Told }[] = [];
        let at!: Blog['site'];
        const { files: after } = reshapeAll(pinned, (page, { site: open, post }, number) => {
          at = open;
          const before = post(page);
          const made = changeSlug(before, `새-이름-${number}`, open);
          if (!('refusal' in made) && !open.flavor.hidden(before, open)) told.push({ old: open.flavor.url(before, open)!, now: open.flavor.url(made.post, made.site)!, made });
          return made;
        }, options);
        const then = build(site.zone)(after);
        assert.ok(told.length > 0);
        for (const { old, now, made } of told) {
          const texts = [old, now].map(address => fileOf(address, at).map(file => then.texts.get(below + file)).find(text => text !== undefined));
          assert.ok(texts[1] !== undefined, `${now} is not there`);
          if (/leads there/.test(made.message)) assert.match(texts[0] ?? '', /http-equiv="?refresh/, `${old} leads nowhere`);
        }
        // some of these sites have references to nowhere of their own
        if (then.lost) assert.equal(then.lost, build(site.zone)(files).lost);
      });

      const { files: after, made } = reshapeAll(pinned, (page, { site: open, post }) => moveToBundle(post(page), true, open), options);
      if (made.length) it(`${site.name}: each page has a folder, and its address stays`, () => {
        const [first, then] = [build(site.zone)(files), build(site.zone)(after)];
        const pages = (of: Built): readonly string[] => [...of.texts.keys()].filter(file => file.endsWith('.html')).sort();
        assert.deepEqual(pages(then), pages(first));
        assert.ok(then.lost <= first.lost);
      });
    }
  });
}
