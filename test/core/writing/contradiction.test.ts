import assert from 'node:assert/strict';
import { lint } from '../../../src/core/lint';
import { parsePost } from '../../../src/core/post';
import { seriesMismatch } from '../../../src/core/rules/series-mismatch';
import { applyEdits } from '../../../src/core/span';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Record<string, string>;

const post = (title: string, date: string): string => `---\ntitle: ${title}\ndate: ${date}\n---\n`;

/** What is said of each page, as `path: message`. */
function found(files: Files, base: Readonly<Record<string, string>> = HUGO): readonly string[] {
  const { site, posts } = blog({ ...base, ...files });
  return posts.flatMap(page => lint(page, site, [seriesMismatch]).map(({ message }) => `${page.path}: ${message}`));
}

/** The date's line after the first fix. */
function mended(files: Files, path: string): string {
  const { site, post: page } = blog({ ...HUGO, ...files });
  const edits = lint(page(path), site, [seriesMismatch]).flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
  const text = applyEdits(page(path).text, edits);
  assert.deepEqual(lint(parsePost(path, text, site), site, [seriesMismatch]), []);
  return /^date: (.*)$/m.exec(text)![1]!;
}

/** Issues 26/01 up to `count`, dated on `day` of the month `later` months after. */
function monthly(count: number, day: number, later = 0): Files {
  const files: Files = {};
  for (let month = 1; month <= count; month++) files[`content/post/letters-26${String(month).padStart(2, '0')}.md`] = post(`월간 편지 26/${String(month).padStart(2, '0')}`, `2026-${String(month + later).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return files;
}

const ODD = 'content/post/letters-2606.md';

describe('a series and an issue that contradicts it', () => {
  it('learns the day of the month, and the month after', () => {
    assert.equal(mended({ ...monthly(5, 5), [ODD]: post('월간 편지 26/06', '2026-04-07') }, ODD), '2026-06-05');
    assert.equal(mended({ ...monthly(5, 2, 1), [ODD]: post('월간 편지 26/06', '2026-05-02') }, ODD), '2026-07-02');
  });

  it('takes a right day of another year for a slip, before and after', () => {
    for (const year of ['2025', '2027']) assert.equal(mended({ ...monthly(5, 20), [ODD]: post('월간 편지 26/06', `${year}-06-20`) }, ODD), '2026-06-20');
  });

  it('says nothing of an issue that is late, or a little early', () => {
    for (const date of ['2026-07-15', '2026-09-01', '2026-05-31']) assert.deepEqual(found({ ...monthly(5, 3), [ODD]: post('월간 편지 26/06', date) }), []);
  });

  it('needs three others', () => {
    assert.equal(found({ ...monthly(3, 5), [ODD]: post('월간 편지 26/06', '2026-04-07') }).length, 1);
    assert.deepEqual(found({ ...monthly(2, 5), [ODD]: post('월간 편지 26/06', '2026-04-07') }), []);
  });

  it('says nothing where the others go their own ways', () => {
    const files = monthly(5, 20);
    files['content/post/letters-2603.md'] = post('월간 편지 26/03', '2026-01-20');
    files['content/post/letters-2604.md'] = post('월간 편지 26/04', '2026-01-21');
    assert.deepEqual(found({ ...files, [ODD]: post('월간 편지 26/06', '2026-04-20') }), []);
  });

  it('says nothing until the blog is read', () => {
    const { site, post: page } = blog({ ...HUGO, ...monthly(5, 5), [ODD]: post('월간 편지 26/06', '2026-04-07') });
    site.index.isComplete = false;
    assert.deepEqual(lint(page(ODD), site, [seriesMismatch]), []);
  });

  it('takes translations and weeks for what they are', () => {
    const files: Files = {};
    for (let month = 1; month <= 5; month++) {
      for (const name of ['index.md', 'index.en.md']) files[`content/post/letters-260${month}/${name}`] = post(`Monthly 26/0${month}`, `2026-0${month}-20`);
      for (const week of ['a', 'b']) files[`content/weekly/${week}-260${month}.md`] = post(`주간 편지 26/0${month}`, `2026-0${month}-20`);
    }
    assert.deepEqual(found(files), []);
  });

  it('reads the date of a Jekyll post off its name', () => {
    const files: Files = {};
    for (let month = 1; month <= 5; month++) files[`_posts/2026-0${month}-25-letters-260${month}.md`] = `---\ntitle: 월간 편지 26/0${month}\n---\n`;
    const odd = '_posts/2026-04-25-letters-2606.md';
    assert.deepEqual(found({ ...files, [odd]: '---\ntitle: 월간 편지 26/06\n---\n' }, JEKYLL), [`${odd}: The title says June, the date April.`]);
  });

  it('knows years and quarters', () => {
    const years: Files = {};
    for (let year = 2020; year <= 2024; year++) years[`content/post/retrospect-${year}.md`] = post(`${year}년 회고`, `${year}-12-30`);
    const odd = 'content/post/retrospect-2025.md';
    assert.deepEqual(found({ ...years, [odd]: post('2025년 회고', '2024-12-31') }), [`${odd}: The title says 2025, the date 2024.`]);
    assert.deepEqual(found({ ...years, [odd]: post('2025년 회고', '2026-01-02') }), []);
    const quarters: Files = {};
    for (let number = 1; number <= 4; number++) quarters[`content/post/retrospect-2025-q${number}.md`] = post(`2025년 ${number}분기 회고`, `2025-${String(number * 3).padStart(2, '0')}-28`);
    const first = 'content/post/retrospect-2026-q1.md';
    assert.deepEqual(found({ ...quarters, [first]: post('2026년 1분기 회고', '2025-09-28') }), [`${first}: The title says quarter 1 of 2026, the date quarter 3 of 2025.`]);
  });
});
