import assert from 'node:assert/strict';
import fc from 'fast-check';
import { speaker } from '../../src/core/language';
import { besideTitle, shelfName, shelfPost, Shelves, type ShelfPost } from '../../src/core/shelves';
import { blog, HUGO, JEKYLL } from '../blog';

const page = (fields: string): string => `---\ntitle: 글\n${fields}\n---\n본문입니다.\n`;
const EDITED = Date.parse('2026-11-20T03:00:00Z');

function shelvesOf(files: Readonly<Record<string, string>>): { shelves: Shelves; told: readonly string[] } {
  const { site, posts } = blog(files);
  const shelves = new Shelves();
  for (const { path } of posts) shelves.put(path, shelfPost(path, site, EDITED));
  const told = shelves.all.flatMap(id => [shelfName(id, speaker()), ...shelves.posts(id).map(post => `  ${post.path.replace(/^.*\//, '')} ${besideTitle(post, site.now, site.timeZone, 'ko', speaker())}`)]);
  return { shelves, told };
}

describe('shelves', () => {
  it('hold what a writer has, in the order in which it is looked for', () => {
    assert.deepEqual(shelvesOf({
      ...HUGO, 'hugo.toml': 'timeZone = "Asia/Seoul"\n', 'content/about.md': page('date: 2026-01-01'),
      'content/post/a.md': page('date: 2026-03-01T09:00:00+09:00'), 'content/post/b.md': page('date: 2026-04-01T09:00:00+09:00'),
      'content/post/c.md': page('date: 2024-12-31T20:00:00Z'), 'content/post/d.md': page('draft: true'),
      'content/post/e.md': page('date: 2027-01-30T09:00:00+09:00'), 'content/post/f.md': page('date: 2026-11-30T09:00:00+09:00'),
      'content/post/g.md': page('date: 2026-01-01\nexpiryDate: 2026-02-01'), 'content/post/h.md': page('tags: [가]'),
      'content/post/i.md': page('date: 2026-02-01\nurl: /같은/'), 'content/post/j.md': page('date: 2026-02-01\nurl: /같은/'),
    }).told, [
      'Drafts', '  d.md edited 11월 20일',
      'Scheduled', '  f.md 11월 30일 09:00', '  e.md 2027년 1월 30일 09:00',
      'Will not appear', '  j.md another post has its address', '  g.md expired',
      '2026', '  b.md 4월 1일', '  a.md 3월 1일', '  i.md 2월 1일',
      '2025', '  c.md 1월 1일',
      'Without a readable date', '  h.md edited 11월 20일',
    ]);
  });

  it('know Jekyll’s drafts and names that it skips', () => {
    assert.deepEqual(shelvesOf({ ...JEKYLL, '_drafts/쓰는-글.md': page('tags: [가]'), '_posts/2026-11-01-글.md': page('tags: [가]'), '_posts/날짜-없는-글.md': page('tags: [가]') }).told, [
      'Drafts', '  쓰는-글.md edited 11월 20일', 'Will not appear', '  날짜-없는-글.md its file name is not read', '2026', '  2026-11-01-글.md 11월 1일',
    ]);
  });

  it('say which of them change', () => {
    const { shelves } = shelvesOf({ ...HUGO, 'content/post/a.md': page('draft: true'), 'content/post/b.md': page('date: 2026-04-01') });
    const draft = shelves.post('content/post/a.md')!;
    assert.deepEqual([...shelves.put(draft.path, { ...draft })], []);
    assert.deepEqual([...shelves.put(draft.path, { ...draft, shelf: 2026 })], ['drafts', 2026]);
    assert.deepEqual(shelves.all, [2026]);
    assert.deepEqual([...shelves.put(draft.path, { ...draft, shelf: 2026, title: '새 제목' })], [2026]);
    assert.deepEqual([...shelves.put(draft.path, undefined)], [2026]);
    assert.equal(shelves.size, 1);
  });

  it('are in order whatever comes and goes', () => {
    const post = fc.record({ path: fc.integer({ min: 0, max: 20 }).map(String), shelf: fc.constantFrom<ShelfPost['shelf']>('drafts', 'scheduled', 2025, 2026), moment: fc.nat(5), isThere: fc.boolean() });
    fc.assert(fc.property(fc.array(post), steps => {
      const shelves = new Shelves();
      const truth = new Map<string, ShelfPost>();
      for (const { path, shelf, moment, isThere } of steps) {
        const made: ShelfPost = { path, shelf, moment, title: path, address: undefined };
        shelves.put(path, isThere ? made : undefined);
        if (isThere) truth.set(path, made);
        else truth.delete(path);
      }
      const all = [...truth.values()];
      for (const id of ['drafts', 'scheduled', 2025, 2026] as const) {
        const sorted = all.filter(({ shelf }) => shelf === id).sort((a, b) => (id === 'scheduled' ? a.moment - b.moment : b.moment - a.moment) || (a.path < b.path ? -1 : 1));
        assert.deepEqual(shelves.posts(id), sorted);
      }
    }));
  });
});
