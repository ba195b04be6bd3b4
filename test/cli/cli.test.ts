// The command line as a person or a CI runs it: the built file, as a process of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { RULES } from '../../src/core/rules';

const CLI = path.resolve('dist/cli.js');
const SITES = path.resolve('test/sites');

interface Result { readonly code: number | null; readonly out: string; readonly err: string }

function run(args: readonly string[], { cwd = SITES, env = {} as Record<string, string> } = {}): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd, encoding: 'utf8', env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', TZ: 'Asia/Seoul', TECH_POST_TODAY: '2026-11-24T03:00:00Z', ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

describe('tech-post', function () {
  this.timeout(20_000);
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-test-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string | Uint8Array): string => {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };

  describe('lint', () => {
    for (const flavor of readdirSync(SITES)) {
      it(`finds in test/sites/${flavor} what its expected.txt says`, () => {
        const { out, err } = run(['lint', flavor]);
        assert.equal(out, readFileSync(path.join(SITES, flavor, 'expected.txt'), 'utf8'));
        assert.equal(err, '');
      });
    }

    it('says the same in JSON, with places and fixes', () => {
      const rows = JSON.parse(run(['lint', 'hugo', '--format', 'json']).out) as Record<string, unknown>[];
      const text = run(['lint', 'hugo']).out.trimEnd().split('\n');
      assert.deepEqual(rows.map(row => `hugo/${row['file']}:${row['line']}:${row['column']} ${row['severity']} ${row['message']} (${row['rule']})`), text);
      for (const row of rows) assert.deepEqual(Object.keys(row), ['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'rule', 'message', 'fixable']);
    });

    it('is silent about a clean post, and says so with its exit code', () => {
      assert.deepEqual(run(['lint', 'hugo/content/post/good.md']), { code: 0, out: '', err: '' });
      assert.equal(run(['lint', 'hugo/content/post/slips.md']).code, 1);
    });

    for (const flavor of readdirSync(SITES)) {
      it(`says the same of test/sites/${flavor} with a cache`, () => {
        cpSync(path.join(SITES, flavor), path.join(folder, 'site'), { recursive: true });
        const lint = (...more: readonly string[]): string => run(['lint', 'site', ...more], { cwd: folder }).out;
        const cold = lint('--cache', 'cache');
        assert.equal(cold, lint());
        const learnt = readFileSync(path.join(folder, 'cache'), 'utf8');
        assert.equal(lint('--cache', 'cache'), cold);
        assert.equal(readFileSync(path.join(folder, 'cache'), 'utf8'), learnt);
        const page = path.join(folder, cold.split(':')[0]!);
        writeFileSync(page, `${readFileSync(page, 'utf8')}\n[새 링크]()\n`);
        assert.notEqual(lint('--cache', 'cache'), cold);
        write('site/tech-post.json', '{ "rules": { "link-empty": "off" } }');
        assert.equal(lint('--cache', 'cache'), lint());
      });
    }

    it('takes a damaged cache for none', () => {
      const cache = path.join(folder, 'cache');
      const cold = run(['lint', 'hugo', '--cache', cache]).out;
      const learnt = readFileSync(cache, 'utf8');
      for (const damaged of ['', learnt.slice(0, learnt.length / 2), learnt.replaceAll('[', '{'), learnt.replace(/^\[.*$/gm, '["x",1,2]')]) {
        writeFileSync(cache, damaged);
        assert.equal(run(['lint', 'hugo', '--cache', cache]).out, cold);
      }
    });

    it('reads no page that has the size and the time of before', () => {
      write('blog/hugo.toml', 'baseURL = "https://example.com/"\n');
      write('blog/content/post/a.md', '---\ntitle: 글\ndate: 2026-01-01\ndescription: 요약\n---\n\n[이 글](/post/b/)\n');
      write('blog/content/post/b.md', '---\ntitle: 다른 글\ndate: 2026-01-01\ndescription: 요약\n---\n\n본문\n');
      const cache = path.join(folder, 'cache');
      assert.equal(run(['lint', 'blog', '--cache', cache], { cwd: folder }).code, 0);
      // what the cache says counts, and not what the file does
      writeFileSync(cache, readFileSync(cache, 'utf8').replaceAll('["date","2026-01-01"', '["draft",true'));
      assert.match(run(['lint', 'blog', '--cache', cache], { cwd: folder }).out, /link-to-draft/);
    });

    it('says that a cache cannot be written', () => {
      const { code, err } = run(['lint', 'hugo', '--cache', path.join(folder, 'none/cache')]);
      assert.equal(code, 2);
      assert.match(err, /could not be written/);
    });

    it('takes information for clean', () => {
      const { code, out } = run(['lint', 'hugo/content/post/slips.md', '--rule', 'draft']);
      assert.match(out, /information .* \(draft\)\n$/);
      assert.equal(code, 0);
    });

    it('finds sites in the folders below', () => {
      const files = new Set(run(['lint', '.']).out.trimEnd().split('\n').map(line => line.split('/')[0]));
      assert.deepEqual([...files].sort(), ['hexo', 'hugo', 'jekyll', 'plain']);
    });

    it('mends what is safe and leaves every other byte', () => {
      cpSync(path.join(SITES, 'hugo'), folder, { recursive: true });
      const file = path.join(folder, 'content/post/slips.md');
      const before = readFileSync(file, 'utf8');
      run(['lint', folder, '--fix']);
      const after = readFileSync(file, 'utf8');
      const added = after.split('\n').filter(line => !before.split('\n').includes(line));
      assert.deepEqual(added, ['description: 첫 문장은 요약이 될 만합니다.']);
      assert.equal(after.replace(`${added[0]}\n`, ''), before);
      assert.deepEqual(readdirSync(path.dirname(file)).sort(), ['bundle', 'good.md', 'slips.md'], 'no temporary file stays');
    });

    it('speaks Korean where the terminal does', () => {
      assert.match(run(['lint', 'hugo/content/post/slips.md', '--rule', 'draft'], { env: { LC_ALL: 'ko_KR.UTF-8' } }).out, /초안이라 발행되지 않습니다\. \(draft\)/);
    });

    it('follows tech-post.json', () => {
      cpSync(path.join(SITES, 'hugo'), folder, { recursive: true });
      write('tech-post.json', JSON.stringify({ rules: Object.fromEntries(RULES.map(({ id }) => [id, id === 'draft' ? 'error' : 'off'])), ignore: ['content/post/bundle'] }));
      const { out, code } = run(['lint', folder]);
      assert.match(out, /^\S+slips\.md:4:\d+ error [^\n]+ \(draft\)\n$/);
      assert.equal(code, 1);
    });

    it('names what is wrong in tech-post.json and goes on', () => {
      write('tech-post.json', '{ "rules": { "no-such-rule": "off", "draft": "loud" }, "colour": 1 }');
      const { err, code } = run(['lint', folder]);
      assert.deepEqual(err.trimEnd().split('\n'), ['There is no rule "no-such-rule".', 'The rule "draft" can be error, warning, information or off.', 'tech-post.json has no setting "colour".']);
      assert.equal(code, 0);
    });
  });

  describe('bad input', () => {
    const lintOf = (file: string, text: string | Uint8Array): Result => {
      write('hugo.toml', '');
      return run(['lint', write(file, text)]);
    };

    it('never runs front matter in JavaScript', () => {
      const mark = path.join(folder, 'ran');
      const { out } = lintOf('content/post/x.md', `---js\n{ title: require('fs').writeFileSync(${JSON.stringify(mark)}, '') }\n---\n글\n`);
      assert.match(out, /x\.md:1:1 error .* \(front-matter-syntax\)/);
      assert.equal(readdirSync(folder).includes('ran'), false);
    });

    it('takes a binary file, a wrong encoding and an empty file without a crash', () => {
      assert.match(lintOf('content/post/binary.md', new Uint8Array([0, 159, 146, 150])).err, /binary\.md is not a text file/);
      assert.match(lintOf('content/post/euckr.md', new Uint8Array([0xb1, 0xdb])).err, /euckr\.md is not in UTF-8/);
      assert.match(lintOf('content/post/empty.md', '').out, /front-matter-missing/);
    });

    it('takes a folder named like a post, and links that lead in circles', () => {
      write('hugo.toml', '');
      mkdirSync(path.join(folder, 'content/post/x.md'), { recursive: true });
      symlinkSync('..', path.join(folder, 'content/post/loop'));
      symlinkSync('self.md', path.join(folder, 'content/post/self.md'));
      assert.deepEqual(run(['lint', folder]), { code: 0, out: '', err: '' });
    });

    it('mends a post behind a link inside of the blog, and writes through none that leads out', () => {
      write('hugo.toml', '');
      const broken = '---\ntitle: 글\ndate: 2026-10-01\n---\n첫 문장은 요약이 될 만합니다.\n';
      write('content/post/a.md', broken);
      write('notes/inside.md', broken);
      const outside = path.join(mkdtempSync(path.join(os.tmpdir(), 'tech-post-out-')), 'outside.md');
      writeFileSync(outside, broken);
      symlinkSync('../../notes/inside.md', path.join(folder, 'content/post/b.md'));
      symlinkSync(outside, path.join(folder, 'content/post/c.md'));
      const { err } = run(['lint', folder, '--fix']);
      const mended = readFileSync(path.join(folder, 'content/post/a.md'), 'utf8');
      assert.notEqual(mended, broken);
      assert.equal(readFileSync(path.join(folder, 'notes/inside.md'), 'utf8'), mended);
      assert.ok(lstatSync(path.join(folder, 'content/post/b.md')).isSymbolicLink());
      assert.equal(readFileSync(outside, 'utf8'), broken);
      assert.match(err, /"content\/post\/c\.md" is a link that leads out of the blog: nothing was written/);
      rmSync(path.dirname(outside), { recursive: true });
    });

    it('reads a file name in NFD', () => {
      write('hugo.toml', '');
      const name = '한글.md'.normalize('NFD');
      write(`content/post/${name}`, '---\ntitle: 글\ndate: 2026-10-01\ndescription: 요약\n---\n본문\n');
      const [row] = run(['list', folder]).out.trimEnd().split('\n').map(line => JSON.parse(line) as { file: string; url: string });
      assert.equal(row!.file, `content/post/${name}`);
      assert.equal(row!.url, `/post/${'한글'.normalize('NFD')}/`);
    });

    it('does not take a folder for a site because of a file that looks like a configuration', () => {
      write('hugo.toml', '');
      write('content/post/data/config.yaml', 'a: 1\n');
      const post = write('content/post/data/index.md', '---\ntitle: 글\ndate: 2026-10-01\ndescription: 요약\n---\n[빈]()\n');
      const [row] = JSON.parse(run(['lint', post, '--format', 'json']).out) as { file: string }[];
      assert.equal(row!.file, 'content/post/data/index.md');
    });

    it('reads 5 MB', () => {
      const { code } = lintOf('content/post/long.md', `---\ntitle: 긴 글\ndate: 2026-10-01\ndescription: 요약\n---\n${'한 문단의 **글**과 [링크](https://example.com)입니다.\n\n'.repeat(70_000)}`);
      assert.equal(code, 0);
    }).timeout(60_000);
  });

  describe('render', () => {
    it('prints the HTML of a body, and lines of JSON', () => {
      assert.match(run(['render', 'hugo/content/post/good.md']).out, /^<h2 id="설치">설치<\/h2>\n<p>/);
      const [first, second] = run(['render', 'hugo/content/post/good.md', 'jekyll/_posts/2026-10-01-good.md', '--format', 'json']).out.trimEnd().split('\n').map(line => JSON.parse(line) as { file: string; html: string });
      assert.equal(first!.file, 'hugo/content/post/good.md');
      assert.match(second!.html, /<em>‘?'?인용.?<\/em>을/);
    });
  });

  describe('list', () => {
    it('prints a line of JSON for each page', () => {
      const rows = run(['list', 'hugo']).out.trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
      assert.deepEqual(rows, [
        { file: 'content/about.md', title: '소개', date: null, draft: false, url: '/about/', appears: true, reason: null },
        { file: 'content/post/bundle/index.md', title: '번들', date: null, draft: false, url: '/1/01/bundle/', appears: true, reason: null },
        { file: 'content/post/good.md', title: '아무 문제 없는 글', date: '2026-10-01T09:00:00+09:00', draft: false, url: '/2026/10/good/', appears: true, reason: null },
        { file: 'content/post/slips.md', title: '실수가 있는 글', date: '2026-10-02T00:00:00+09:00', draft: true, url: '/2026/10/slips/', appears: false, reason: 'draft' },
      ]);
      const [draft, post] = run(['list', 'jekyll']).out.trimEnd().split('\n').map(line => JSON.parse(line) as Record<string, unknown>);
      assert.equal(draft!['draft'], true);
      assert.equal(post!['url'], '/2026/10/01/good.html');
    });
  });

  describe('the engine’s version', () => {
    it('is told on standard error by list --verbose, with who says it', () => {
      write('hugo.toml', '');
      write('netlify.toml', '[build.environment]\nHUGO_VERSION = "0.131.0"\n');
      write('content/posts/글.md', '---\ntitle: 글\n---\n');
      assert.equal(run(['list', folder, '--verbose']).err, 'Hugo 0.131.0 (netlify.toml), 1 post\n');
      assert.equal(run(['list', folder, '--verbose'], { env: { LC_ALL: 'ko_KR.UTF-8' } }).err, 'Hugo 0.131.0 (netlify.toml), 글 1편\n');
      assert.equal(run(['list', folder]).err, '');
    });

    it('is the one that the environment gives, if that is a version', () => {
      write('hugo.toml', '');
      assert.match(run(['list', folder, '--verbose'], { env: { TECH_POST_HUGO_VERSION: '0.111.3' } }).err, /^Hugo 0\.111\.3 \(TECH_POST_HUGO_VERSION\)/);
      const { code, err } = run(['list', folder], { env: { TECH_POST_HUGO_VERSION: 'newest' } });
      assert.equal(code, 2);
      assert.match(err, /TECH_POST_HUGO_VERSION is no version: newest/);
    });
  });

  describe('copy', () => {
    const site = (): string => {
      write('hugo.toml', 'baseURL = "https://blog.hanbit.dev/"\ntitle = "노트"\n');
      write('content/post/_index.md', '');
      return write('content/post/x.md', '---\ntitle: 글\ndate: 2026-11-01\n---\n첫 줄\n둘째 줄 ![없음](a.png)\n');
    };

    it('prints the body for a place, and says on the side what is different', () => {
      const file = site();
      assert.deepEqual(run(['copy', file, '--for', 'velog'], { env: { LANG: 'ko_KR.UTF-8' } }), {
        code: 0, out: '첫 줄 둘째 줄 \\[사진: 없음, a.png]\n\n---\n\n이 글은 [노트](https://blog.hanbit.dev/post/x/)에 처음 실렸습니다.\n', err: '블로그에 없어 뺀 사진 1장: a.png\n',
      });
      assert.match(run(['copy', file, '--for', 'tistory']).out, /^<p>첫 줄 둘째 줄 \[사진: 없음, a\.png\]<\/p>\n<hr>/);
      assert.match(run(['copy', file, '--for', 'medium', '--format', 'text']).out, /^# 글\n\n첫 줄/);
    });

    it('says what it needs', () => {
      const file = site();
      assert.equal(run(['copy', file]).code, 2);
      assert.match(run(['copy', file]).err, /copy needs --for medium, velog, tistory, mail/);
      assert.match(run(['copy', file, '--for', 'velog', '--format', 'html']).err, /--format can be markdown, not html/);
      assert.match(run(['copy', '--for', 'velog']).err, /copy needs a file/);
    });
  });

  describe('new', () => {
    it('shows with --dry-run and writes nothing', () => {
      write('hugo.toml', '');
      const { out } = run(['new', 'scrap', '--site', folder, '--date', '2026-12-20', '--dry-run']);
      const made = JSON.parse(out) as { path: string; text: string };
      assert.equal(made.path, 'content/posts/monthly-scrap-2612.md');
      assert.deepEqual(readdirSync(folder), ['hugo.toml']);
    });

    it('writes the post and prints its path; never over another', () => {
      write('hugo.toml', '');
      const first = run(['new', 'review', '--title', '파이콘 한국 2026'], { cwd: folder });
      assert.deepEqual([first.code, first.out], [0, 'content/posts/파이콘-한국-2026-후기.md\n']);
      const file = path.join(folder, first.out.trim());
      writeFileSync(file, '쓰던 글');
      const second = run(['new', 'review', '--title', '파이콘 한국 2026'], { cwd: folder });
      assert.equal(second.code, 2);
      assert.match(second.err, /already there/);
      assert.equal(readFileSync(file, 'utf8'), '쓰던 글');
    });

    it('says which series there are, and which it took, when it is asked for one that is not there', () => {
      write('hugo.toml', '');
      for (const number of [1, 2]) write(`content/weekly/weekly-${number}.md`, `---\ntitle: 주간 스크랩 ${number}호\ndate: 2026-11-0${number}\n---\n`);
      const { err, out } = run(['new', 'scrap', '--series', 'letters', '--dry-run'], { cwd: folder });
      assert.equal(err.trim(), 'tech-post: There is no series letters; the series are weekly. The post follows weekly.');
      assert.equal((JSON.parse(out) as { path: string }).path, 'content/weekly/weekly-3.md');
      assert.equal(run(['new', 'scrap', '--series', 'weekly', '--dry-run'], { cwd: folder }).err, '');
    });

    it('says it when a file stands where a folder is needed', () => {
      write('hugo.toml', '');
      write('content', 'no folder');
      const { code, err } = run(['new', 'scrap'], { cwd: folder });
      assert.equal(code, 2);
      assert.match(err, /could not be written: a file stands where a folder is needed/);
      assert.equal(readFileSync(path.join(folder, 'content'), 'utf8'), 'no folder');
    });
  });

  describe('series', () => {
    const issue = (year: number, month: number, more: readonly string[] = []): void => {
      const [yy, mm] = [String(year % 100), String(month).padStart(2, '0')];
      const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
      write(`content/post/${year}/letters-${yy}${mm}.md`, [
        '---', `title: 월간 편지 ${yy}/${mm}`, `date: ${year}-${mm}-${last}T00:01:00`, 'draft: true', ...(month === 5 ? ['cover: a.png'] : []), '---', '', '## 읽은 것', '', '글', '',
        ...more.flatMap(heading => [`## ${heading}`, '', '글', '']),
      ].join('\n'));
    };
    beforeEach(() => {
      write('hugo.toml', '');
      write('content/post/lonely.md', '---\ntitle: 2025년 회고\ndate: 2025-12-31\n---\n');
      issue(2026, 5, ['들은 것']);
      issue(2026, 6);
      issue(2026, 8, ['들은 것']);
      issue(2026, 9, ['만든 것']);
    });

    it('tells what was learnt, in words', () => {
      assert.equal(run(['series', folder]).out, [
        'letters (Monthly Scrap): 4 issues, May 2026 to September 2026',
        '  missing: July 2026',
        '  next: content/post/2026/letters-2611.md, "월간 편지 26/11"',
        '  date: on the last day of a month, at 00:01',
        '  headings of every issue: 읽은 것',
        '  headings of many issues: 들은 것',
        '  front matter: title, date, draft',
        '',
      ].join('\n'));
    });

    it('speaks Korean where the terminal does', () => {
      const { out } = run(['series', folder], { env: { LC_ALL: 'ko_KR.UTF-8' } });
      assert.match(out, /^letters \(월간 스크랩\): 4개 호, 2026년 5월부터 2026년 9월까지\n  빠진 호: 2026년 7월\n/);
      assert.match(out, /^  날짜: 그달 말일, 00:01에$/m);
    });

    it('says the same in JSON', () => {
      const [series, ...more] = JSON.parse(run(['series', folder, '--format', 'json']).out) as Record<string, unknown>[];
      assert.deepEqual(more, []);
      assert.deepEqual(series, {
        name: 'letters', kind: 'scrap', unit: 'month', issues: 4, first: '2026-05', last: '2026-09', gaps: ['2026-07'], taken: [],
        next: { file: 'content/post/2026/letters-2611.md', title: '월간 편지 26/11' }, date: { day: 'last', weekday: null, every: null, periodsLater: 0, time: '00:01' },
        headings: { always: ['읽은 것'], often: ['들은 것'] }, keys: ['title', 'date', 'draft'],
      });
    });
  });

  describe('being asked wrongly', () => {
    const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
      [['lnit'], /unknown command lnit/],
      [['--lint'], /unknown option --lint/],
      [['lint', '--fromat', 'json'], /--fromat/],
      [['lint', '--format', 'xml'], /--format can be text, json, not xml/],
      [['lint', '--rule', 'nope'], /there is no rule nope/],
      [['lint', 'no/such/path'], /no\/such\/path does not exist/],
      [['render'], /render needs a file/],
      [['render', 'hugo'], /hugo is a folder/],
      [['series', 'hugo', '--format', 'xml'], /--format can be text, json, not xml/],
      [['new'], /new needs a kind: scrap, retro, review, work, club/],
      [['new', 'scrap', '--date', '2026-02-30'], /--date wants a day/],
      [['new', 'scrap', '--site', 'nowhere'], /nowhere is no folder/],
      [['constructor'], /unknown command constructor/],
    ];
    for (const [args, message] of WRONG) {
      it(`tech-post ${args.join(' ')}`, () => {
        const { code, out, err } = run(args);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, message);
      });
    }

    it('helps everywhere', () => {
      for (const args of [[], ['--help'], ['lint', '--help'], ['render', '-h'], ['list', '--help'], ['series', '--help'], ['new', '--help']]) {
        const { code, out } = run(args);
        assert.equal(code, 0);
        assert.match(out, /tech-post/);
      }
      assert.match(run(['--version']).out, /^\d+\.\d+\.\d+\n$/);
      assert.match(run(['lint', '--version']).out, /^\d+\.\d+\.\d+\n$/);
    });
  });
});
