// `tech-post render --page` as a person runs it: what it writes, and what it leaves alone.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const CLI = path.resolve('dist/cli.js');

const POST = '---\ntitle: 첫 글\ndate: 2026-03-02T10:00:00+09:00\n---\n\n처음 쓰는 글입니다.\n\n![그림](/a.png)\n';
const PAGE = '<!doctype html><html><head><title>첫 글</title><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/linked.css"></head><body><h1>첫 글</h1><script>alert(1)</script><div><p>처음 쓰는 글입니다.</p><p><img src="/a.png" alt="그림"></p></div></body></html>';

describe('tech-post render --page', function () {
  this.timeout(20_000);
  let folder: string;
  const at = (...names: readonly string[]): string => path.join(folder, ...names);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  const run = (args: readonly string[], env: Record<string, string> = {}): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'render', ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', TZ: 'Asia/Seoul', TECH_POST_TODAY: '2026-11-24T03:00:00Z', ...env } });
    return { code: status, out: stdout, err: stderr };
  };
  const page = (...more: readonly string[]) => run(['--page', 'content/post/a.md', '--out', 'out', ...more]);

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-page-'));
    write('hugo.toml', 'baseURL = "https://blog.example.com/"\n');
    write('content/post/a.md', POST);
    write('static/a.png', 'picture');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const build = (name = 'public'): void => {
    write(`${name}/post/a/index.html`, PAGE);
    write(`${name}/a.css`, 'h1{background:url(b.png)}');
    write(`${name}/b.png`, 'background');
    write(`${name}/a.png`, 'picture');
  };

  it('writes our own look where there is no build, and says so', () => {
    assert.deepEqual(page(), { code: 0, out: '', err: 'There is no build of this blog in "public": Hugo makes one.\n' });
    const html = readFileSync(at('out/index.html'), 'utf8');
    assert.match(html, /<link rel="stylesheet" href="look\/paper.css">/);
    assert.match(html, /<h1>첫 글<\/h1>/);
    assert.match(html, /<img src="site\/static\/a.png"/);
    assert.deepEqual(readdirSync(at('out/look')).sort(), ['base.css', 'paper.css']);
    assert.equal(readFileSync(at('out/site/static/a.png'), 'utf8'), 'picture');
  });

  it('ends with 2 where the blog’s look is asked for and there is none, in the terminal’s language', () => {
    assert.deepEqual(page('--look', 'site'), { code: 2, out: '', err: 'tech-post: There is no build of this blog in "public": Hugo makes one.\n' });
    const { err } = run(['--page', 'content/post/a.md', '--out', 'out', '--look', 'site'], { LANG: 'ko_KR.UTF-8' });
    assert.equal(err, 'tech-post: "public"에 이 블로그를 빌드한 결과가 없습니다. Hugo로 빌드하면 생깁니다.\n');
  });

  it('writes the page of the build around the post, with its files and without its scripts', () => {
    build();
    write('content/post/a.md', POST.replace('title: 첫 글', 'title: 고친 글').replace('입니다.', '입니다.\n\n둘째 문단.'));
    assert.deepEqual(page(), { code: 0, out: '', err: '' });
    const html = readFileSync(at('out/index.html'), 'utf8');
    assert.match(html, /<style>h1\{background:url\("build\/b.png"\)\}<\/style>/);
    assert.match(html, /<h1>고친 글<\/h1><template><\/template><div><!--tech-post body--><p>처음 쓰는 글입니다.<\/p>\n<p>둘째 문단.<\/p>\n<p><img src="build\/a.png" alt="그림"><\/p>/);
    assert.equal(readFileSync(at('out/build/b.png'), 'utf8'), 'background');
  });

  it('takes the build that it is given', () => {
    build('elsewhere/made');
    assert.equal(page('--build', 'elsewhere/made', '--look', 'site').code, 0);
    assert.match(readFileSync(at('out/index.html'), 'utf8'), /build\/b.png/);
    assert.equal(page('--build', 'nowhere').code, 2);
  });

  it('reads nothing through links out of the build, nor pictures through links out of the blog', () => {
    write('secret', 'secret{}');
    build();
    symlinkSync(at('secret'), at('public/linked.css'));
    const outside = mkdtempSync(path.join(os.tmpdir(), 'tech-post-outside-'));
    writeFileSync(path.join(outside, 'x.png'), 'secret');
    symlinkSync(path.join(outside, 'x.png'), at('static/x.png'));
    write('content/post/a.md', `${POST}\n![밖](/x.png)\n`);
    assert.equal(page('--look', 'site').code, 0);
    assert.doesNotMatch(readFileSync(at('out/index.html'), 'utf8'), /secret/);
    assert.ok(!existsSync(at('out/site/static/x.png')));
    rmSync(outside, { recursive: true });
  });

  it('replaces what it wrote itself, and nothing else', () => {
    build();
    assert.equal(page().code, 0);
    write('content/post/a.md', POST.replace('처음 쓰는', '다시 쓰는'));
    assert.equal(page('--look', 'paper').code, 0);
    assert.match(readFileSync(at('out/index.html'), 'utf8'), /다시 쓰는/);
    assert.ok(!existsSync(at('out/build/b.png')), 'what is not needed any more is gone');
    for (const taken of ['other/index.html', 'other/look/base.css']) {
      rmSync(at('other'), { recursive: true, force: true });
      write(taken, 'mine');
      const { code, err } = run(['--page', 'content/post/a.md', '--out', 'other', '--look', 'paper']);
      assert.equal(code, 2);
      assert.match(err, new RegExp(`${taken} is there already and was not made by an earlier run`));
      assert.equal(readFileSync(at(taken), 'utf8'), 'mine');
    }
  });

  it('writes nothing through a link in the folder, whatever its list says', () => {
    mkdirSync(at('out'));
    mkdirSync(at('precious'));
    write('precious/base.css', 'mine');
    symlinkSync(at('precious'), at('out/look'));
    write('out/.tech-post', 'look/base.css\nindex.html\n../precious/base.css\n');
    const { code } = page('--look', 'paper');
    assert.equal(code, 2);
    assert.equal(readFileSync(at('precious/base.css'), 'utf8'), 'mine');
    assert.deepEqual(readdirSync(at('precious')), ['base.css']);
  });

  it('says what does not go together', () => {
    assert.match(run(['--page', 'content/post/a.md']).err, /--page needs --out DIR/);
    assert.match(run(['content/post/a.md', '--look', 'paper']).err, /--look goes with --page/);
    assert.match(page('--look', 'fancy').err, /--look can be site, paper, plain, not fancy/);
    assert.match(run(['--page', 'content/post/a.md', 'content/post/a.md', '--out', 'out']).err, /--page is for one file/);
  });
});
