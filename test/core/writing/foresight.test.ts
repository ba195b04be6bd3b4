import assert from 'node:assert/strict';
import { dayOf } from '../../../src/core/dates';
import { KINDS, newPost, postsToRead } from '../../../src/core/writing';
import { parsePost, type Post } from '../../../src/core/post';
import { blog, HUGO } from '../../blog';
import { SECOND_ROUND } from './secondround';
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

describe('odd series', () => {
  const made = (files: Readonly<Record<string, string>>, series?: string) => {
    const { site, posts } = blog({ ...HUGO, ...files });
    return newPost(KINDS[0]!, { date: dayOf(2026, 11, 24), ...(series === undefined ? {} : { series }) }, posts, site);
  };
  const issue = (title: string, date: string, more = ''): string => `---\ntitle: ${title}\ndate: ${date}\n${more}---\n\n## 글\n`;

  it('goes on behind a gap and a number taken twice', () => {
    const files = { 'content/post/weekly-1.md': issue('위클리 1호', '2026-11-02'), 'content/post/weekly-4.md': issue('위클리 4호', '2026-11-09'), 'content/post/weekly-04.md': issue('위클리 4호', '2026-11-16') };
    assert.match(made(files).text, /^title: 위클리 5호$/m);
  });

  it('takes no issue whose front matter cannot be read', () => {
    const files = { 'content/post/weekly-1.md': issue('위클리 1호', '2026-11-09'), 'content/post/weekly-2.md': issue('위클리 2호', '2026-11-16'), 'content/post/weekly-3.md': '---\ntitle: [\n---\n' };
    assert.equal(made(files).path, 'content/post/weekly-3.md');
  });

  it('leaves to the writer what each issue says in words of its own', () => {
    const words = ['느린 질의를 찾다', '"캐시: 비우기"', '배포가 잦으면', '로그를 덜 남기기'];
    const files = Object.fromEntries(words.map((word, index) => [`content/post/weekly-${index + 1}.md`, issue(`"위클리 #${index + 1}: ${word.replaceAll('"', '')}"`, `2026-11-0${index + 1}`, `description: ${word}\ncover: 'a-${'bcde'[index]}.png'\n`)]));
    assert.deepEqual(made(files).text.split('\n').slice(1, 5), ['title: "위클리 #5:"', 'date: 2026-11-24', 'description: ', "cover: ''"]);
  });

  it('follows a series of any kind by its name', () => {
    const files = { 'content/post/질의-1.md': issue('질의 최적화 1편', '2026-11-02'), 'content/post/질의-2.md': issue('질의 최적화 2편', '2026-11-09') };
    assert.equal(made(files, '질의').path, 'content/post/질의-3.md');
  });

  it('goes on with a thousand issues as with ten', () => {
    const looks = (count: number): number => {
      let looked = 0;
      const { site, posts } = blog({ ...HUGO, ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`content/post/weekly-${index + 1}.md`, issue(`위클리 ${index + 1}호`, dayBefore(count - index))])) });
      const watched = posts.map(post => new Proxy(post, { get: (of, key) => (looked++, Reflect.get(of, key) as unknown) }));
      assert.equal(newPost(KINDS[0]!, { date: dayOf(2026, 11, 24) }, watched, site).path, `content/post/weekly-${count + 1}.md`);
      return looked;
    };
    // as often at each, but for the order, and for the last ones, which are read
    assert.ok(looks(2000) < 15 * looks(200));
  });
});

const dayBefore = (weeks: number): string => new Date(Date.UTC(2026, 10, 23) - weeks * 7 * 86_400_000).toISOString().slice(0, 10);

describe('the next issue of a series nobody looked at', () => {
  for (const serial of [...UNSEEN, ...MORE]) it(serial.name, () => assert.equal(foresee(serial, 4).join('\n'), ''));
});

describe('the next issue of a series of halves, seasons, weeks and ranges', () => {
  for (const serial of SECOND_ROUND) it(serial.name, () => assert.equal(foresee(serial, serial.days.length > 8 ? 5 : 3).join('\n'), ''));
});
