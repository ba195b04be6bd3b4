// The commands that change a post's head, name or folder, as a process of their own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeWholeChange } from '../../src/cli/wholechange';

const CLI = path.resolve('dist/cli.js');
const head = (...lines: readonly string[]): string => `---\r\n${lines.join('\r\n')}\r\n---\r\n\r\n`;
const ABOUT = 'description: 텃밭에서 지낸 한 해를 돌아봅니다';
const BLOG = {
  'hugo.toml': 'baseURL = "https://garden.example.com/"\n',
  'content/post/drain.md': `\uFEFF${head('title: 배수', 'date: 2026-07-02', ABOUT)}![물길](/images/drain.png)\r\n`,
  'content/post/lettuce.md': `${head('title: 상추', 'date: 2026-07-03', ABOUT)}[배수](/post/drain/)\r\n\r\n[배수]({{< ref "drain.md" >}})\r\n`,
  'content/post/plan.md': `${head('title: 계획', ABOUT, 'draft: true')}[어디](/nowhere/)\r\n`,
  'static/images/drain.png': '물길',
};

describe('tech-post on a post of another shape', function () {
  this.timeout(20_000);
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'tech-post-shape-'));
    for (const [name, text] of Object.entries(BLOG)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const run = (...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: root, encoding: 'utf8', env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', TZ: 'Asia/Seoul', TECH_POST_TODAY: '2026-11-24T03:00:00Z' } });
    return { code: status, out: stdout, err: stderr };
  };
  const files = (): Readonly<Record<string, string>> => Object.fromEntries(readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name)).map(file => [path.relative(root, file), readFileSync(file, 'utf8')]).sort());
  const is = (wanted: Readonly<Record<string, string>>): void => assert.deepEqual(files(), Object.fromEntries(Object.entries(wanted).sort()));

  it('changes a slug with the links to it, and says before what it would do', () => {
    const dry = run('slug', 'content/post/drain.md', 'water', '--dry-run');
    assert.deepEqual([dry.code, dry.out], [0, [
      'content/post/drain.md:3: + aliases: [/post/drain/]',
      'content/post/lettuce.md:7: - [배수](/post/drain/)', 'content/post/lettuce.md:7: + [배수](/post/water/)',
      'content/post/lettuce.md:9: - [배수]({{< ref "drain.md" >}})', 'content/post/lettuce.md:9: + [배수]({{< ref "water.md" >}})',
      'content/post/drain.md -> content/post/water.md', '',
    ].join('\n')]);
    is(BLOG);
    assert.deepEqual(run('slug', 'content/post/drain.md', 'water'), { code: 0, out: 'The address of "배수" is /post/water/ now, and /post/drain/ leads there.\n', err: '' });
    const { 'content/post/drain.md': was, ...rest } = BLOG;
    is({ ...rest, 'content/post/water.md': was.replace('배수\r\n', '배수\r\naliases: [/post/drain/]\r\n'), 'content/post/lettuce.md': rest['content/post/lettuce.md'].replace('/drain/', '/water/').replace('drain.md', 'water.md') });
    assert.deepEqual(run('slug', 'content/post/water.md', 'lettuce'), { code: 2, out: '', err: 'tech-post: "/post/lettuce/" is the address of "상추" already.\n' });
  });

  it('moves a post to a bundle, with its picture or alone', () => {
    const { 'content/post/drain.md': was, 'static/images/drain.png': picture, ...rest } = BLOG;
    assert.equal(run('bundle', 'content/post/drain.md').out, '"배수" has a folder with its picture now: content/post/drain\n');
    is({ ...rest, 'content/post/drain/index.md': was.replace('/images/drain.png', 'drain.png'), 'content/post/drain/drain.png': picture });
    assert.equal(run('bundle', 'content/post/lettuce.md', '--alone').code, 0);
    assert.equal(files()['content/post/lettuce/index.md'], rest['content/post/lettuce.md']);
  });

  it('publishes what readers can see without a problem, else only when it is told to, and takes it back', () => {
    const held = run('publish', 'content/post/plan.md');
    assert.deepEqual([held.code, held.err], [1, 'Readers would see these problems: nothing was changed. --force publishes all the same.\n']);
    assert.match(held.out, /^content\/post\/plan\.md:\d+:\d+ error "\/nowhere\/" is not on the site/);
    is(BLOG);
    assert.equal(run('publish', 'content/post/plan.md', '--force').out, '"계획" is no draft any more: the next build publishes it.\n');
    assert.equal(run('unpublish', 'content/post/plan.md').code, 0);
    assert.match(files()['content/post/plan.md']!, /draft: true\r\n/);
    assert.equal(run('unpublish', 'content/post/plan.md').err, 'tech-post: This post is a draft already.\n');
  });

  it('says how it is used', () => {
    for (const args of [['slug', 'content/post/drain.md'], ['bundle'], ['publish', 'content'], ['unpublish', 'a.md', 'b.md']]) assert.match(run(...args).err, /usage: tech-post/);
    assert.match(run('slug', '--help').out, /slug FILE NEW \[--dry-run\]/);
  });

  it('does all of it or nothing', () => {
    const post = 'content/post/drain.md';
    const moves = [{ from: post, to: 'content/post/new/index.md' }, { from: 'static/images/drain.png', to: 'content/post/new/drain.png' }];
    assert.throws(() => makeWholeChange(root, new Map([[post, '다른 글']]), [...moves, { from: 'static/gone.png', to: 'content/post/new/gone.png' }]));
    is(BLOG);
    assert.deepEqual(readdirSync(path.join(root, 'content/post')).sort(), ['drain.md', 'lettuce.md', 'plan.md']);
    assert.throws(() => makeWholeChange(root, new Map([[post, '다른 글']]), [{ from: post, to: 'content/post/lettuce.md' }]));
    assert.throws(() => makeWholeChange(root, new Map(), [{ from: post, to: '../drain.md' }]));
    is(BLOG);
    makeWholeChange(root, new Map([[post, '다른 글']]), [{ from: 'content/post', to: 'content/posts' }]);
    assert.deepEqual([files()['content/posts/drain.md'], readdirSync(root).sort()], ['다른 글', ['content', 'hugo.toml', 'static']]);
  });
});
