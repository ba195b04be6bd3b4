// `tech-post new` as a person runs it: what is written, what never is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CLI = path.resolve('dist/cli.js');
const ENV = { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', TZ: 'Asia/Seoul', TECH_POST_TODAY: '2026-11-24T03:00:00Z' };

describe('tech-post new', function () {
  this.timeout(20_000);
  let folder: string;
  let site: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-new-'));
    site = path.join(folder, 'site');
    write('hugo.toml', 'title = "하늘의 글"\n');
    write('content/post/_index.md', '');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string | Uint8Array): void {
    const at = path.join(site, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');
  /** Every file of the site and what it has. */
  const all = (): string => readdirSync(site, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => `${path.join(entry.parentPath, entry.name)} ${readFileSync(path.join(entry.parentPath, entry.name)).length}`).sort().join('\n');

  function run(args: readonly string[], { input = '', env = {} as Record<string, string> } = {}): { readonly code: number | null; readonly out: string; readonly err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'new', ...args], { cwd: site, encoding: 'utf8', input, env: { ...ENV, ...env } });
    return { code: status, out: stdout, err: stderr };
  }
  /** Nothing is written, and a sentence says why. */
  function refuses(args: readonly string[], message: RegExp): void {
    const before = all();
    const { code, out, err } = run(args);
    assert.deepEqual([code, out], [2, ''], err);
    assert.match(err, message);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
    assert.equal(all(), before);
  }

  it('looks back in a frame', () => {
    assert.deepEqual(run(['retro', '--frame', 'KPT']), { code: 0, out: 'content/post/retrospective-2026-10.md\n', err: '' });
    assert.deepEqual(read('content/post/retrospective-2026-10.md').match(/^## .*$/gm), ['## Keep: 계속할 것', '## Problem: 풀어야 할 것', '## Try: 해 볼 것']);
    assert.deepEqual(run(['retro', '--frame', '4l']).err, 'tech-post: The series goes on as it is: --frame was not used.\n');
    refuses(['retro', '--frame', '5l'], /--frame can be free, kpt, 4l, not 5l/);
    refuses(['scrap', '--frame', 'kpt'], /scrap has no --frame/);
    refuses(['club', '--form', 'pleg'], /--form can be pledge, plan, submission, closing, not pleg/);
  });

  it('reads the timetable of an event from a file, or as it is piped', () => {
    const table = '10:00 - 10:40 쿼리 튜닝 - 김하늘\n10:40 점심\n12:00 캐시 다시 보기 - 이바다\n';
    write('table.txt', table);
    for (const [args, input] of [[['--timetable', 'table.txt'], ''], [['--timetable', '-'], table]] as const) {
      const { code, out, err } = run(['review', '--title', '레몬 콘퍼런스', '--day', '2026-11-21', '--dry-run', ...args], { input });
      assert.deepEqual([code, err], [0, '']);
      const { text } = JSON.parse(out) as { text: string };
      assert.deepEqual(text.match(/^###.*$/gm), ['### 쿼리 튜닝 — 김하늘', '### 캐시 다시 보기 — 이바다']);
      assert.match(text, /^2026년 11월 21일, 레몬 콘퍼런스에 다녀왔습니다\.$/m);
    }
    write('prose.txt', '시간표가 아닙니다.\n');
    refuses(['review', '--timetable', 'prose.txt'], /prose\.txt does not read as a timetable/);
    refuses(['review', '--timetable', 'content'], /content is a folder/);
    refuses(['review', '--timetable', 'nowhere.txt'], /nowhere\.txt/);
    refuses(['scrap', '--timetable', 'table.txt'], /scrap has no --timetable/);
    refuses(['review', '--day', '2026-02-30'], /--day wants a day/);
  });

  describe('with a template of one\'s own', () => {
    it('makes a post of it', () => {
      write('.tech-post/templates/weekly.md', '---\ntitle: {{title}} {{number}}회\ndate: {{date:YYYY-MM-DD}}\n---\n<!-- tech-post-template\npath: content/note/{{slug}}.md\n-->\n## {{title}}\n');
      assert.deepEqual(run(['weekly', '--title', '레몬: 스터디']), { code: 0, out: 'content/note/레몬-스터디-1회.md\n', err: '' });
      assert.equal(read('content/note/레몬-스터디-1회.md'), '---\ntitle: "레몬: 스터디 1회"\ndate: 2026-11-24\n---\n## 레몬: 스터디\n');
      refuses(['weekly'], /weekly wants --title/);
      refuses(['weakly'], /new needs a kind: scrap, retro, review, work, club, weekly/);
    });

    it('says what it does not know, and leaves it', () => {
      write('.tech-post/templates/weekly.md', '---\ntitle: 기록\n---\n{{autor}}\n');
      const { code, err } = run(['weekly']);
      assert.deepEqual([code, err], [0, 'tech-post: .tech-post/templates/weekly.md: There is no placeholder "autor", did you mean "author"? The text stays as it is.\n']);
      assert.match(read('content/post/기록.md'), /^\{\{autor\}\}$/m);
    });

    it('writes nothing where the template is not in order', () => {
      const template = (text: string | Uint8Array): void => write('.tech-post/templates/weekly.md', text);
      template(`---\ntitle: x\n---\n${'가'.repeat(4_000_000)}`);
      refuses(['weekly'], /weekly\.md: ".*weekly\.md" has more than 100000 characters/);
      template(new Uint8Array([0x23, 0, 0x23]));
      refuses(['weekly'], /is no text in UTF-8, or a link/);
      template(new Uint8Array([0xb1, 0xdb]));
      refuses(['weekly'], /is no text in UTF-8, or a link/);
      template('---\ntitle: [\n---\n');
      refuses(['weekly'], /The front matter of this template cannot be read\./);
      for (const at of ['../out.md', '/tmp/out.md', 'content/../../out.md', '.git/hooks/out.md', 'content/out.sh', 'C:\\out.md']) {
        template(`---\ntitle: x\n---\n<!-- tech-post-template\npath: ${at}\n-->\n`);
        refuses(['weekly'], /is no file in the blog/);
      }
      assert.deepEqual(readdirSync(folder), ['site']);
    });

    it('does not read one that is a link', () => {
      writeFileSync(path.join(folder, 'secret.md'), '비밀');
      mkdirSync(path.join(site, '.tech-post/templates'), { recursive: true });
      symlinkSync(path.join(folder, 'secret.md'), path.join(site, '.tech-post/templates/weekly.md'));
      refuses(['weekly'], /is no text in UTF-8, or a link/);
    });

    it('does not write through a folder that is a link', () => {
      mkdirSync(path.join(folder, 'elsewhere'));
      symlinkSync(path.join(folder, 'elsewhere'), path.join(site, 'content/note'));
      write('.tech-post/templates/weekly.md', '---\ntitle: x\n---\n<!-- tech-post-template\npath: content/note/x.md\n-->\n');
      refuses(['weekly'], /"content\/note" is a link that may lead out of the blog/);
      assert.deepEqual(readdirSync(path.join(folder, 'elsewhere')), []);
    });
  });

  describe('where nothing can be written', () => {
    it('says that the post is there', () => {
      write('content/post/레몬-후기.md', '옛 글');
      refuses(['review', '--title', '레몬'], /"content\/post\/레몬-후기\.md" is already there: nothing was written\./);
    });

    it('does not write where a link leads that leads nowhere', () => {
      symlinkSync(path.join(folder, 'out.md'), path.join(site, 'content/post/retrospective-2026-10.md'));
      refuses(['retro'], /is already there: nothing was written\./);
      assert.equal(existsSync(path.join(folder, 'out.md')), false);
    });

    it('says that a file stands where a folder is needed', () => {
      write('.tech-post/templates/weekly.md', '---\ntitle: x\n---\n<!-- tech-post-template\npath: hugo.toml/x.md\n-->\n');
      refuses(['weekly'], /"hugo\.toml\/x\.md" could not be written: a file stands where a folder is needed\./);
    });

    it('leaves nothing behind where the disk is full', function () {
      if (process.platform === 'win32') return this.skip();
      const before = all();
      // no file may have a byte, as on a disk that has none left
      const { status, stdout, stderr } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 0; exec '${process.execPath}' '${CLI}' new retro`], { cwd: site, encoding: 'utf8', env: ENV });
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, /"content\/post\/retrospective-2026-10\.md" could not be written: /);
      assert.equal(all(), before);
    });
  });

  it('speaks Korean', () => {
    write('.tech-post/templates/weekly.md', '---\ntitle: 기록\n---\n{{autor}}\n');
    assert.match(run(['weekly'], { env: { LANG: 'ko_KR.UTF-8' } }).err, /"autor" 자리표시자가 없습니다\. "author"인가요\? 글자 그대로 남습니다\./);
    assert.match(run(['retro', '--frame', 'x'], { env: { LANG: 'ko_KR.UTF-8' } }).err, /[가-힣]/);
  });

  it('begins where the engine would, in the form that the blog has', () => {
    write('archetypes/post.md', '---\ndate: {{ .Date }}\ntitle: "{{ replace .Name "-" " " | title }}"\nmath: false\n---\n');
    run(['review', '--title', '레몬 콘퍼런스']);
    assert.match(read('content/post/레몬-콘퍼런스-후기.md'), /^---\ndate: 2026-11-24T00:00:00\+09:00\ntitle: "레몬 콘퍼런스 후기"\ndescription: .*\nmath: false\n---\n\n/);
  });
});
