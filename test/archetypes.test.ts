// Our word against Hugo's: what `hugo new` makes of archetypes, and what we would begin a post with.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { wallClock } from '../src/core/dates';
import { blog } from './blog';
import { hugoVersion } from './engines/hugo';
import { writeFiles } from './engines/site';

const CONFIG = 'baseURL = "https://blog.example.com/"\ntitle = "하늘의 글"\nlanguageCode = "ko"\ntheme = "lemon"\n[params]\nauthor = "김하늘"\n';

const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the default one': { 'archetypes/default.md': '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n' },
  'names of the file': { 'archetypes/post.md': '+++\nname = "{{ .Name }}"\ntype = "{{ .Type }}"\nslug = "{{ .File.ContentBaseName }}"\nbase = "{{ .File.BaseFileName }}"\nlogical = "{{ .File.LogicalName }}"\ndir = "{{ .File.Dir }}"\npath = "{{ .File.Path }}"\next = "{{ .File.Ext }}"\nsection = "{{ .File.Section }}"\n+++\n' },
  'the site': { 'archetypes/post.md': '---\nblog: {{ .Site.Title }} {{ site.Title }}\nauthor: {{ .Site.Params.author }}\n---\n' },
  'dates in forms': { 'archetypes/post.md': '---\na: {{ now.Format "2006-01-02" }}\nb: {{ dateFormat "Jan 2, 2006" .Date }}\nc: {{ .Date | time.Format "2006/01" }}\nd: {{ now.Year }}\ne: {{ time.Format "Monday _2" now }}\n---\n' },
  'variables and conditions': { 'archetypes/post.md': '{{- $name := .Name -}}\n---\ntitle: {{ $name | humanize }}\n{{ if eq .Type "post" -}}\nkind: post\n{{- else -}}\nkind: other\n{{- end }}\n{{- with .Site.Params.author }}\nby: {{ . }}\n{{- end }}\n---\n' },
  'strings': { 'archetypes/post.md': '---\na: {{ upper .Name }}\nb: {{ .Name | urlize }}\nc: {{ substr .Name 0 3 }}\nd: {{ strings.TrimPrefix "a-" .Name }}\ne: {{ printf "%s!" .Name }}\nf: {{ delimit (split .Name "-") "," }}\ng: {{ .Name | len }}\n---\n' },
  'signs that HTML has': { 'archetypes/post.md': '---\na: {{ "a & b <c>" }}\nb: "{{ .Name }}"\n---\n<!-- 첫 줄 & -->\n{{ "<b>" }}\n' },
  'loops': { 'archetypes/post.md': '---\ntags:\n{{- range slice "하나" "둘" }}\n  - {{ . }}\n{{- end }}\n---\n' },
  'the section\'s before the default one': { 'archetypes/default.md': '---\nfrom: default\n---\n', 'archetypes/post.md': '---\nfrom: post\n---\n' },
  'a theme\'s section before the site\'s default': { 'archetypes/default.md': '---\nfrom: default\n---\n', 'themes/lemon/archetypes/post.md': '---\nfrom: theme\n---\n' },
  'the site\'s before the theme\'s': { 'archetypes/post.md': '---\nfrom: site\n---\n', 'themes/lemon/archetypes/post.md': '---\nfrom: theme\n---\n' },
  'a folder of another section': { 'archetypes/note/index.md': '---\nfrom: note\n---\n', 'archetypes/default.md': '---\nfrom: default\n---\n' },
  'JSON': { 'archetypes/post.md': '{\n  "title": "{{ .Name }}",\n  "date": "{{ .Date }}"\n}\n' },
  'a body': { 'archetypes/post.md': '---\ntitle: x\n---\n\n## 들어가며\n\n{{ .Name }}을 씁니다.\n' },
};
const NAMES = ['a-tale-of-two-cities', 'rest-api와-go', '2026-11-24-첫-글', 'bundle/index'];

describe(hugoVersion() === undefined ? 'archetypes, as Hugo is not on this machine' : 'archetypes as `hugo new` reads them', function () {
  this.timeout(60_000);
  let folder: string;
  before(function () { if (hugoVersion() === undefined) this.skip(); });
  beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-archetypes-')); });
  afterEach(() => { if (folder !== undefined) rmSync(folder, { recursive: true, force: true }); });

  for (const [name, archetypes] of Object.entries(CASES)) {
    it(name, () => {
      const files = { 'hugo.toml': CONFIG, 'content/post/_index.md': '', 'themes/lemon/theme.toml': '', ...archetypes };

      writeFiles(folder, Object.entries(files));
      const { site } = blog(files, { timeZone: 'Asia/Seoul' });
      for (const file of NAMES) {
        const { status, stderr } = spawnSync('hugo', ['new', `post/${file}.md`], { cwd: folder, encoding: 'utf8', env: { ...process.env, TZ: 'Asia/Seoul' } });
        assert.equal(status, 0, stderr);
        const theirs = readFileSync(path.join(folder, `content/post/${file}.md`), 'utf8');
        const ours = site.flavor.scaffold!({ path: `content/post/${file}.md`, title: '글', date: wallClock(Date.now(), 'Asia/Seoul') }, new Map(Object.entries(files)), site);
        assert.ok(ours && 'text' in ours, JSON.stringify(ours));
        const withoutClock = (text: string): string => text.replace(/T\d\d:\d\d:\d\d/g, 'T');
        assert.equal(withoutClock(ours.text), withoutClock(theirs), file);
      }
    });
  }
});
