// The figures that Hugo's templates are told of a page's length, against those of the Hugo on this machine: by hasCJKLanguage and without.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lengthOf } from '../src/core/length';
import { hugoVersion } from './engines/hugo';
import { readSite, writeFiles } from './engines/site';
import { NOW } from './engines/truth';
import { blog } from './blog';

interface Row {
  readonly path: string;
  readonly words: number;
  readonly fuzzyWords: number;
  readonly minutes: number;
}

/** A home page that is a list of what Hugo says of each page. */
const HOME = '[{{ range $index, $page := site.RegularPages }}{{ if $index }},{{ end }}{"path":{{ .File.Path | jsonify }},"words":{{ .WordCount }},"fuzzyWords":{{ .FuzzyWordCount }},"minutes":{{ .ReadingTime }}}{{ end }}]';

for (const file of ['readings', 'bodies/hugo']) {
  for (const hasCjk of [true, false]) {
    it(`lengths as Hugo says them: ${file}, hasCJKLanguage ${hasCjk}`, function () {
      this.timeout(60_000);
      const version = hugoVersion();
      if (version === undefined) return this.skip();
      const folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-readings-'));
      try {
        const given = readSite(`test/engines/${file}.txt`).files;
        const files = { ...Object.fromEntries(given), 'layouts/index.html': HOME, 'hugo.toml': `hasCJKLanguage = ${hasCjk}\n${given.get('hugo.toml')}` };
        writeFiles(path.join(folder, 'site'), Object.entries(files));
        const { status, stdout, stderr } = spawnSync('hugo', ['--source', path.join(folder, 'site'), '--destination', path.join(folder, 'made'), '--clock', NOW, '--quiet'], { encoding: 'utf8' });
        assert.equal(status, 0, `${stdout}${stderr}`);
        const truth = JSON.parse(readFileSync(path.join(folder, 'made/index.html'), 'utf8')) as readonly Row[];
        const { site, post } = blog({ ...files, 'netlify.toml': `[build.environment]\nHUGO_VERSION = "${version}"\n` }, { now: NOW });
        assert.ok(truth.length > 2);
        const ours = truth.map(({ path: page }): Row => {
          const own = lengthOf(post(`content/${page}`), site).own;
          return { path: page, words: own?.words ?? -1, fuzzyWords: own?.fuzzyWords ?? -1, minutes: own?.minutes ?? -1 };
        });
        assert.deepEqual(ours, truth);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
}
