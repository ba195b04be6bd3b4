import assert from 'node:assert/strict';
import { dayOf, wallClock } from '../../../src/core/dates';
import { KINDS, newPost, suggestPeriods, type Kind, type KindId, type NewPost, type Request } from '../../../src/core/writing';
import { lint } from '../../../src/core/lint';
import { parsePost } from '../../../src/core/post';
import { blog, HUGO, JEKYLL, type BlogOptions } from '../../blog';

const kind = (id: KindId): Kind => KINDS.find(each => each.id === id)!;
const TODAY = dayOf(2026, 11, 24);

function make(id: KindId, files: Readonly<Record<string, string>>, request: Partial<Request> = {}, options: BlogOptions = {}): NewPost {
  const { site, posts } = blog(files, options);
  return newPost(kind(id), { date: TODAY, ...request }, posts, site);
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const issue = (month: string, more: Readonly<{ title?: string; day?: string; body?: string }> = {}): string => lines(
  '---', `date: "${more.day ?? `2026-${month}-${month === '09' ? 30 : 31}`}T00:01:00"`, `title: ${more.title ?? `읽을거리 26/${month}`}`, 'categories:', '- Links # 늘 같다',
  `description: 모아 둔 링크 (2026년 ${Number(month)}월)`, 'draft: true', '---', '',
  more.body ?? lines('## 🔖 링크', '', `### [${month}월의 글](https://example.com/${month})`, '', `감상${'.'.repeat(Number(month))}`, '', '## 🛠 도구'));

describe('a new post', () => {
  describe('from a template', () => {
    it('makes a scrap of the running month for Hugo', () => {
      const made = make('scrap', HUGO);
      assert.equal(made.path, 'content/post/monthly-scrap-2611.md');
      assert.deepEqual(made.text.split('\n').slice(0, 10), [
        '---', 'date: 2026-11-30T00:01:00', 'title: 월간 기술 스크랩 26/11', 'categories:', '- Newsletter',
        'description: 이번 달에 재미있게 읽은 글과 새로 알게 된 도구를 모았습니다. (2026년 11월)',
        'summary: 이번 달에 재미있게 읽은 글과 새로 알게 된 도구를 모았습니다. (2026년 11월)', 'draft: true', '---', '',
      ]);
      assert.deepEqual(made.text.match(/^## .*$/gm), ['## ✍️ 글', '## 📌 북마크', '## 📰 기술 뉴스', '## ⚙️ 소프트웨어 / 프로젝트', '## 📙 책 / 강의 / 영상']);
      assert.equal(made.text.slice(0, made.cursor).trimEnd().endsWith('## ✍️ 글'), true);
    });

    it('dates the name and the post for Jekyll', () => {
      const made = make('review', JEKYLL, { title: '파이콘 한국 2026' });
      assert.equal(made.path, '_posts/2026-11-24-파이콘-한국-2026-후기.md');
      assert.match(made.text, /^---\nlayout: post\ntitle: 파이콘 한국 2026 후기\ndate: 2026-11-24 00:00:00 \+0900\n/);
    });

    it('follows the habits of the other posts: folder by year, dated names, TOML, constant keys', () => {
      const toml = (title: string, day: string): string => `+++\ntitle = "${title}"\ndate = ${day}\nauthor = "나"\n+++\n글\n`;
      const made = make('club', {
        'hugo.toml': '', 'content/blog/2025/2025-03-01-a.md': toml('가', '2025-03-01'), 'content/blog/2026/2026-01-01-b.md': toml('나', '2026-01-01'),
        'content/blog/2026/2026-05-01-c.md': toml('다', '2026-05-01'),
      }, { title: '글또 10기' });
      assert.equal(made.path, 'content/blog/2026/2026-11-24-글또-10기-시작하며.md');
      assert.match(made.text, /^\+\+\+\nauthor = "나"\ndate = 2026-11-24\ntitle = "글또 10기를 시작하며"\n/);
    });

    it('puts a bundle where posts are bundles', () => {
      const made = make('work', { 'hugo.toml': '', 'content/posts/a/index.md': '---\ntitle: 가\n---\n', 'content/posts/b/index.md': '---\ntitle: 나\n---\n' }, { title: '레몬상사 인턴' });
      assert.equal(made.path, 'content/posts/레몬상사-인턴-회고/index.md');
      assert.match(made.text, /^author: ""$/m);
      assert.match(made.text, /^toc: true$/m);
    });

    for (const id of KINDS.map(each => each.id as KindId)) {
      for (const [flavor, files] of Object.entries({ hugo: HUGO, jekyll: JEKYLL, plain: { '옛 글.md': '# 글\n' } })) {
        it(`gives a ${id} on ${flavor} that has no errors`, () => {
          const { site, posts } = blog(files);
          const made = newPost(kind(id), { date: TODAY, title: id === 'scrap' || id === 'retro' ? undefined : '보기 모임' }, posts, site);
          const errors = lint(parsePost(made.path, made.text, site), site).filter(({ severity }) => severity === 'error').map(({ rule, message }) => `${rule}: ${message}`);
          assert.deepEqual(errors, []);
          assert.ok(site.flavor.isPost(made.path, site), made.path);
          assert.equal(made.path, made.path.normalize('NFC'));
        });
      }
    }

    it('writes the time of a clock with its offset, as Hugo would take it for UTC', () => {
      const { site, posts } = blog(HUGO);
      const made = newPost(kind('review'), { date: wallClock(site.now, site.timeZone), title: '파이콘' }, posts, site);
      assert.match(made.text, /^date: 2026-11-24T12:00:00\+09:00$/m);
      assert.equal(site.flavor.hidden({ ...parsePost(made.path, made.text.replace('draft: true', 'draft: false'), site) }, site), undefined);
    });

    it('never lets a title lead out of the blog', () => {
      assert.equal(make('review', HUGO, { title: '../../../etc/cron.d/x' }).path, 'content/post/etc-cron.d-x-후기.md');
    });
  });

  describe('in a series', () => {
    const SERIES = { ...HUGO, 'content/post/2026/links-2608.md': issue('08'), 'content/post/2026/links-2609.md': issue('09'), 'content/post/2026/links-2610.md': issue('10') };
    const NAME = { series: 'links' };

    it('goes on with the next month: path, keys, order, quotes, comments, sections', () => {
      // the title says neither scrap nor newsletter: the file name's folder does not either, so it is named as one
      const files = Object.fromEntries(Object.entries(SERIES).map(([path, text]) => [path.replace('links', 'monthly-links'), text]));
      const made = make('scrap', files);
      assert.equal(made.path, 'content/post/2026/monthly-links-2611.md');
      assert.equal(made.text, lines('---', 'date: "2026-11-30T00:01:00"', 'title: 읽을거리 26/11', 'categories:', '- Links # 늘 같다', 'description: 모아 둔 링크 (2026년 11월)', 'draft: true', '---', '', '## 🔖 링크', '', '', '', '## 🛠 도구'));
      assert.equal(made.text.slice(0, made.cursor), made.text.slice(0, made.text.indexOf('## 🔖 링크')) + '## 🔖 링크\n\n');
    });

    it('turns the year, in the folder too', () => {
      const made = make('scrap', { ...HUGO, 'content/post/2026/monthly-log-2612.md': issue('12') }, { date: dayOf(2027, 1, 20), ...NAME });
      assert.equal(made.path, 'content/post/2027/monthly-log-2701.md');
      assert.match(made.text, /^title: 읽을거리 27\/01$/m);
      assert.match(made.text, /^date: "2027-01-31T00:01:00"$/m);
    });

    it('is dated today when the month is over', () => {
      const made = make('scrap', { ...HUGO, 'content/post/2026/monthly-log-2609.md': issue('09'), 'content/post/2026/monthly-log-2608.md': issue('08') }, { date: dayOf(2026, 11, 4) });
      assert.equal(made.path, 'content/post/2026/monthly-log-2610.md');
      assert.match(made.text, /^date: "2026-11-04T00:01:00"$/m);
    });

    it('does not carry a slip of one issue on', () => {
      const slip = issue('10').replace('(2026년 10월)', '(2026년 1월)');
      const made = make('scrap', { ...HUGO, 'content/post/monthly-log-2608.md': issue('08'), 'content/post/monthly-log-2609.md': issue('09'), 'content/post/monthly-log-2610.md': slip });
      assert.match(made.text, /^description: 모아 둔 링크 \(2026년 11월\)$/m);
    });

    it('keeps CR LF', () => {
      const made = make('scrap', { ...HUGO, 'content/post/monthly-log-2610.md': issue('10').replaceAll('\n', '\r\n') });
      assert.equal(made.text.replaceAll('\r\n', '').includes('\n'), false);
    });

    it('looks back with a retrospective, and follows English months', () => {
      const text = (month: string, day: string): string => lines('---', `title: 2026년 ${month}월 회고`, `date: ${day}`, 'tags: [회고]', '---', '', `2026년 ${month}월을 돌아보며`, '', '## 한 일', '', `한 일 ${'가'.repeat(Number(month))}`, '', '## 다음');
      const made = make('retro', {
        ...JEKYLL, '_posts/2026-08-31-retrospect-2026-august.md': text('8', '2026-08-31'), '_posts/2026-09-30-retrospect-2026-september.md': text('9', '2026-09-30'), '_posts/2026-10-31-retrospect-2026-october.md': text('10', '2026-10-31'),
      }, { date: dayOf(2026, 11, 30) });
      assert.equal(made.path, '_posts/2026-11-30-retrospect-2026-november.md');
      assert.equal(made.text, lines('---', 'title: 2026년 11월 회고', 'date: 2026-11-30', 'tags: [회고]', '---', '', '2026년 11월을 돌아보며', '', '## 한 일', '', '', '', '## 다음'));
    });

    it('suggests the next issue first, then one period of each unit', () => {
      const { site, posts } = blog({ ...HUGO, 'content/post/2026-q2-retrospective.md': '---\ntitle: 2026년 2분기 회고\ndate: 2026-07-01\n---\n' });
      assert.deepEqual(suggestPeriods(kind('retro'), TODAY, posts, site).map(({ label }) => label), ['2026년 3분기', '2026년 10월', '2026년 상반기', '2025년', '2026년 11월', '2026년 4분기', '2026년 하반기', '2026년']);
    });
  });
});
