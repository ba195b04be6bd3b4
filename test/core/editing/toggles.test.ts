// Switches, tags and dates of front matter that are set without typing.
import assert from 'node:assert/strict';
import { dateAt, dated, flipped, retagged, switchAt, switchesOf, tagsOf } from '../../../src/core/editing/toggles';
import { parsePost, type Post } from '../../../src/core/post';
import type { Site } from '../../../src/core/site';
import { applyEdits, type Edit } from '../../../src/core/span';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Readonly<Record<string, string>>;
const at = 'content/post/새글.md';
const yaml = (head: string): string => `---\n${head}---\n\n본문\n`;

function open(files: Files, text: string, path = at): { readonly post: Post; readonly site: Site; after(edit: Edit | undefined): string | undefined } {
  const { site } = blog({ ...files, [path]: text });
  return { post: parsePost(path, text, site), site, after: edit => edit && applyEdits(text, [edit]) };
}

describe('switches of front matter', () => {
  const files = { ...HUGO, 'content/post/a.md': yaml('title: 가\ntoc: true\ncover:\n  hidden: true\n') };

  it('are those of the post, of the blog and of the engine', () => {
    const { post, site } = open(files, yaml('title: 글\nmath: true\ncover:\n  image: a.png\n'));
    assert.deepEqual(switchesOf(post, site).map(({ path, value, isWritten }) => [path.join('.'), value, isWritten]), [
      ['math', true, true], ['cover.hidden', undefined, false], ['toc', undefined, false], ['draft', undefined, false], ['isCJKLanguage', undefined, false],
    ]);
    const given = open({ ...JEKYLL, '_config.yml': 'defaults:\n  - scope: {path: ""}\n    values: {comments: true}\n', '_posts/2026-01-01-a.md': yaml('comments: false\n') }, yaml('title: 글\n'), '_posts/2026-01-02-b.md');
    const comments = switchesOf(given.post, given.site)[0]!;
    assert.deepEqual([comments.path, comments.value, comments.isWritten], [['comments'], true, false]);
    assert.equal(given.after(flipped(given.post, comments)), yaml('title: 글\ncomments: false\n'));
    assert.deepEqual(switchesOf(open(files, yaml('title: [\n')).post, site), []);
  });

  it('are flipped in place, or written', () => {
    const text = yaml('title: 글\ndraft: true # 아직\ncover:\n  image: a.png # 표지\n  hidden: false\n');
    const { post, site, after } = open(files, text);
    const named = (name: string) => switchesOf(post, site).find(({ path }) => path.join('.') === name)!;
    assert.equal(after(flipped(post, named('draft'))), text.replace('draft: true', 'draft: false'));
    assert.equal(after(flipped(post, named('cover.hidden'))), text.replace('hidden: false', 'hidden: true'));
    assert.equal(after(flipped(post, named('toc'))), text.replace('---\n\n본문', 'toc: true\n---\n\n본문'));
    assert.deepEqual(switchAt(post, text.indexOf('아직'), site)?.path, ['draft']);
    assert.equal(switchAt(post, text.indexOf('글'), site), undefined);
    const toml = '+++\ntitle = "글"\n[cover]\nhidden = false # 표지\n+++\n';
    const other = open(files, toml);
    assert.equal(other.after(flipped(other.post, switchesOf(other.post, other.site)[0]!)), toml.replace('false', 'true'));
  });
});

describe('tags of a post', () => {
  const files = { ...HUGO, 'content/post/a.md': yaml('tags:\n  - 도커\n  - 리눅스\n'), 'content/post/b.md': yaml('tags:\n  - 도커\n') };

  it('come and go, and the others stay as they are', () => {
    const text = yaml('title: 글\ntags:\n  # 주제\n  - "도커" # 하나\n  - 회고\nslug: a\n');
    const { post, site, after } = open(files, text);
    assert.deepEqual([tagsOf(post, site)?.own, [...tagsOf(post, site)!.all]], [['도커', '회고'], [['도커', 3], ['리눅스', 1], ['회고', 1]]]);
    assert.equal(after(retagged(post, ['도커', '리눅스', '새 태그'], site)), text.replace('  - 회고\n', '  - 리눅스\n  - 새 태그\n'));
    assert.equal(retagged(post, ['회고', '도커'], site), undefined);
    const none = open(files, yaml('title: 글\nslug: a\n'));
    assert.equal(none.after(retagged(none.post, ['도커'], none.site)), yaml('title: 글\ntags:\n  - 도커\nslug: a\n'));
    const flow = open(files, '+++\r\ntags = ["도커"]\r\n+++\r\n');
    assert.equal(flow.after(retagged(flow.post, ['도커', '🎉'], flow.site)), '+++\r\ntags = ["도커", "🎉"]\r\n+++\r\n');
  });

  it('that Jekyll takes apart at blanks stay one text, while they can', () => {
    const path = '_posts/2026-01-01-a.md';
    const { post, site, after } = open(JEKYLL, yaml('tags: docker linux\n'), path);
    assert.deepEqual(tagsOf(post, site)?.own, ['docker', 'linux']);
    assert.equal(after(retagged(post, ['docker', 'linux', '회고'], site)), yaml('tags: docker linux 회고\n'));
    assert.equal(after(retagged(post, ['linux', '새 태그'], site)), yaml('tags: [linux, 새 태그]\n'));
  });
});

describe('a date that is set to now', () => {
  it('keeps its form', () => {
    for (const [before, after] of [['2024-01-01T09:00:00+09:00', '2026-11-24T12:00:00+09:00'], ['"2024-01-01"', '"2026-11-24"'], ['2024-01-01 09:00:00', '2026-11-24 03:00:00']] as const) {
      const text = yaml(`title: 글\ndate: ${before} # 처음\n`);
      const { post, site, after: made } = open(HUGO, text);
      assert.equal(dateAt(post, text.indexOf('처음'), site), 'date');
      // where the engine would take the writer's clock for the future it is the engine's
      assert.equal(made(dated(post, 'date', site)), text.replace(before, after));
    }
    const { post, site, after } = open(HUGO, yaml('title: 글\n'));
    assert.equal(after(dated(post, 'date', site)), yaml('title: 글\ndate: 2026-11-24T12:00:00+09:00\n'));
  });
});
