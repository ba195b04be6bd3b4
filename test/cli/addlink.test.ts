// tech-post add-link, against a page of a loopback server: what is printed, what is written, and what is left alone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { page, serve, type Server } from '../net/server';

const CLI = path.resolve('dist/cli.js');
const issue = (month: string, body: string): string => `---\ntitle: 월간 스크랩 26/${month}\ndate: 2026-${month}-01\ndraft: false\n---\n\n${body}\n`;
const NOVEMBER = 'content/post/monthly-log-2611.md';

describe('tech-post add-link', () => {
  let server: Server;
  let site: string;
  before(async () => { server = await serve({ '/post': page('<meta property="og:title" content="느린 질의 찾기">') }); });
  after(() => server.close());
  beforeEach(() => {
    site = mkdtempSync(path.join(tmpdir(), 'tech-post-'));
    put('hugo.toml', 'baseURL = "https://blog.example.com/"\n');
    put('content/post/monthly-log-2609.md', issue('09', '## 글\n\n- [하나](https://example.com/1)\n\n## 도구\n\n- [둘](https://github.com/a/b)'));
    put('content/post/monthly-log-2610.md', issue('10', '## 글\n\n- [셋](https://example.com/3)\n\n## 도구\n\n- [넷](https://github.com/c/d)'));
  });
  afterEach(() => rmSync(site, { recursive: true }));

  function put(at: string, text: string): void {
    mkdirSync(path.dirname(path.join(site, at)), { recursive: true });
    writeFileSync(path.join(site, at), text);
  }
  const read = (at: string): string => readFileSync(path.join(site, at), 'utf8');

  const run = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> => new Promise(resolve => {
    const child = spawn(process.execPath, [CLI, 'add-link', ...args], { cwd: site, env: { ...process.env, TECH_POST_TODAY: '2026-11-24T03:00:00Z', TZ: 'Asia/Seoul', LANG: 'C', LC_ALL: '' } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', data => { out += data; });
    child.stderr.setEncoding('utf8').on('data', data => { err += data; });
    child.on('close', code => resolve({ code, out, err }));
  });

  it('makes the issue that is missing, with the page’s title in it', async () => {
    const { code, out, err } = await run(`${server.origin}/post?utm_source=x`);
    assert.deepEqual([code, out, err], [0, `${NOVEMBER}:9\n`, '']);
    assert.match(read(NOVEMBER), new RegExp(`\\n## 글\\n\\n- \\[느린 질의 찾기\\]\\(${server.origin}/post\\)\\n`));
  });

  it('goes on with the one that is there, and changes nothing else of it', async () => {
    const before = issue('11', '## 글\n\n- [다섯](https://example.com/5)\n\n## 도구').replaceAll('\n', '\r\n');
    put(NOVEMBER, before);
    const { code, out } = await run('https://github.com/e/f', '--title', '  여섯 ');
    assert.deepEqual([code, out], [0, `${NOVEMBER}:13\n`]);
    assert.equal(read(NOVEMBER), before.replace('## 도구', '## 도구\r\n\r\n- [여섯](https://github.com/e/f)'));
  });

  it('takes the section that is named', async () => {
    await run('https://github.com/e/f', '--title', '여섯', '--section', '글');
    assert.match(read(NOVEMBER), /## 글\n\n- \[여섯\]\(https:\/\/github\.com\/e\/f\)\n/);
    const { code, err } = await run('https://github.com/e/g', '--title', '일곱', '--section', '영상');
    assert.deepEqual([code, err], [2, 'tech-post: there is no section 영상; the sections are 글, 도구\n']);
  });

  it('writes nothing that an issue had already, unless told to', async () => {
    const { code, out, err } = await run('http://www.example.com/1/?fbclid=x', '--title', '하나');
    assert.deepEqual([code, out, err], [1, '', '"월간 스크랩 26/09" already had this link.\n']);
    assert.equal(existsSync(path.join(site, NOVEMBER)), false);
    assert.equal((await run('https://example.com/1', '--title', '하나', '--again')).code, 0);
    const twice = await run('https://example.com/1', '--title', '하나');
    assert.deepEqual([twice.code, twice.err.split('\n').length - 1], [1, 2]);
  });

  it('writes nothing when it is only tried, and fetches nothing when the title is given', async () => {
    const asked = server.asked.length;
    const { out } = await run(`${server.origin}/post`, '--title', '제목', '--dry-run', '--date', '2026-12-30');
    const made = JSON.parse(out) as { readonly path: string; readonly section: string; readonly isNew: boolean; readonly line: number; readonly text: string };
    assert.deepEqual([made.path, made.section, made.isNew, made.text.split('\n')[made.line - 1]], ['content/post/monthly-log-2612.md', '글', true, `- [제목](${server.origin}/post)`]);
    assert.equal(existsSync(path.join(site, made.path)), false);
    assert.equal(server.asked.length, asked);
  });

  it('has a title where the page tells none, and says so', async () => {
    const { code, err } = await run(`${server.origin}/no-such-page`);
    assert.deepEqual([code, err], [0, 'The page told no title: this one is made of its address.\n']);
    assert.match(read(NOVEMBER), /- \[no such page\]\(/);
  });

  it('refuses what is no address', async () => {
    for (const address of ['ftp://example.com/', 'javascript:alert(1)', 'example.com']) assert.equal((await run(address)).code, 2);
    assert.equal((await run()).code, 2);
  });
});
