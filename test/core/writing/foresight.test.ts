import assert from 'node:assert/strict';
import { dayOf } from '../../../src/core/dates';
import { KINDS, newPost, postsToRead } from '../../../src/core/writing';
import { parsePost, type Post } from '../../../src/core/post';
import { blog } from '../../blog';
import { SERIALS, type Serial } from './serials';
import { MORE, UNSEEN } from './unseen';

/** The last issues of a series, one after the other: what would have been foreseen of each, and what its writer wrote. */
function foresee(serial: Serial, lastOnes: number): readonly string[] {
  const issues = serial.days.map((day, index) => ({ day, ...serial.write(index + 1, day) }));
  const wrong: string[] = [];
  for (let left = lastOnes; left >= 1; left--) {
    const earlier = issues.slice(0, issues.length - left);
    const { day, path, text } = issues[earlier.length]!;
    const { site, posts } = blog({ ...serial.base, ...Object.fromEntries(earlier.map(issue => [issue.path, issue.text])) });
    const made = newPost(KINDS.find(({ id }) => id === serial.kind)!, { date: dayOf(day.y, day.m, day.d), ...(serial.series === undefined ? {} : { series: serial.series }) }, posts, site);
    const [want, have] = [parsePost(path, text, site), parsePost(made.path, made.text, site)];
    if (made.path.normalize('NFC') !== path.normalize('NFC')) wrong.push(`${path}: ${made.path}`);
    const head = (post: Post): string => post.text.slice(0, post.body.start);
    const [hasLines, wantLines] = [head(have).split('\n'), head(want).split('\n')];
    if (head(have) !== head(want)) wrong.push(`${path}: ${hasLines.filter(line => !wantLines.includes(line)).join(' | ')} for ${wantLines.filter(line => !hasLines.includes(line)).join(' | ')}`);
    const headings = (post: Post): readonly string[] => post.text.slice(post.body.start).split(/\r?\n/).filter(line => line.startsWith('#') && !line.startsWith('###') && line !== '## 영상');
    if (headings(have).join() !== headings(want).join()) wrong.push(`${path}: ${headings(have).join()} for ${headings(want).join()}`);
    const quoted = (post: Post): readonly string[] => post.text.split(/\r?\n/).filter(line => /^(?:>|\[지난|.*돌아본다)/.test(line));
    if (quoted(have).join() !== quoted(want).join()) wrong.push(`${path}: ${quoted(have).join()} for ${quoted(want).join()}`);
  }
  return wrong;
}

describe('the next issue of a series, taken away and asked for', () => {
  for (const serial of SERIALS) it(serial.name, () => assert.equal(foresee(serial, 5).join('\n'), ''));
});

describe('the next issue of a series of which only facts are known', () => {
  for (const serial of [...SERIALS, ...UNSEEN, ...MORE].filter(({ series }) => series === undefined)) {
    it(`${serial.name}: is the same`, () => {
      const issues = serial.days.map((day, index) => serial.write(index + 1, day));
      const { site, posts } = blog({ ...serial.base, ...Object.fromEntries(issues.map(issue => [issue.path, issue.text])) });
      const kind = KINDS.find(({ id }) => id === serial.kind)!;
      const known = [...site.index.all()];
      const wanted = new Set(postsToRead(kind, known, site));
      const pages = known.map(page => posts.find(({ path }) => path === page.path && wanted.has(path)) ?? page);
      const request = { date: dayOf(2026, 11, 24) };
      assert.deepEqual(newPost(kind, request, pages, site), newPost(kind, request, posts, site));
    });
  }
});

describe('the next issue of a series nobody looked at', () => {
  for (const serial of [...UNSEEN, ...MORE]) it(serial.name, () => assert.equal(foresee(serial, 4).join('\n'), ''));
});
