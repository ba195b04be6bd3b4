// A link added to an issue: in which one, under which section, and in the form that the earlier issues have.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayOf, wallClock } from '../../../src/core/dates';
import { parsePost } from '../../../src/core/post';
import { applyEdits } from '../../../src/core/span';
import { isOver, issueOf, nextScrap, scrapIssue, scrapSeries, type ScrapIssue } from '../../../src/core/writing/scrapissue';
import { scrapBook, type ScrapLink } from '../../../src/core/writing/scraplink';
import { readPage, textOf } from '../../../src/core/look/tree';
import { blog, HUGO, JEKYLL, type Blog } from '../../blog';

const LINK: ScrapLink = { address: 'https://example.org/new', title: '새 글', description: '요약 한 줄' };
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** An issue of the series `monthly-log`. */
const issue = (month: string, body: string, more = 'draft: false'): string => lines('---', `title: 월간 스크랩 26/${month}`, `date: 2026-${month}-01`, more, '---', '', body).replace(/\n\n$/, '\n');
const at = (month: string): string => `content/post/monthly-log-26${month}.md`;

function open(files: Readonly<Record<string, string>>, options: Parameters<typeof blog>[1] = {}): Blog & { readonly target: ScrapIssue } {
  const opened = blog(files, options);
  const { site, posts } = opened;
  return { ...opened, target: scrapIssue(scrapSeries(posts, site)[0], wallClock(site.now, site.timeZone), posts, site) };
}

/** The body of the issue of November after a link was added to the section. */
function added(files: Readonly<Record<string, string>>, section: string, link: Partial<ScrapLink> = {}): string {
  const { target, site } = open(files);
  const book = scrapBook(target);
  const choice = book.choices.find(({ text }) => text === section);
  assert.ok(choice, `${section} is none of ${book.choices.map(({ text }) => text).join(', ')}`);
  const { edit, at: begins, cursor } = book.add({ ...LINK, ...link }, choice, site);
  const text = applyEdits(target.post.text, [edit]);
  assert.ok(begins <= cursor && text.slice(begins, cursor).includes('example.org'), text.slice(begins, cursor));
  return text.slice(target.post.body.start).replace(/^\n+/, '');
}

/** With two earlier issues of the same body. */
const series = (earlier: string, now: string, config: Readonly<Record<string, string>> = HUGO): Readonly<Record<string, string>> =>
  ({ ...config, [at('09')]: issue('09', earlier), [at('10')]: issue('10', earlier), [at('11')]: issue('11', now) });

const bodyOf = (entries: string, section = '글'): string => lines(`## ${section}`, '', entries, '', '## 도구');

describe('a link in a scrap', () => {
  describe('has the author’s form:', () => {
    const first = ['[하나](https://example.com/1)', '[둘](https://example.com/2)', '[셋](https://example.com/3)'];
    const each = (form: (link: string) => string, between: string): string => first.map(form).join(between);
    for (const [name, entries, wanted] of [
      ['headings', each(link => `### ${link}\n\n감상을 적는다.`, '\n\n'), '### [새 글](https://example.org/new)'],
      ['headings of another level, two lines apart', each(link => `#### ${link}\n감상`, '\n\n\n'), '#### [새 글](https://example.org/new)'],
      ['bullets', each(link => `- ${link}`, '\n'), '- [새 글](https://example.org/new)'],
      ['stars, an empty line apart', each(link => `* ${link}`, '\n\n'), '* [새 글](https://example.org/new)'],
      ['bullets with a note', each(link => `- ${link}: 왜 읽을 만한지`, '\n'), '- [새 글](https://example.org/new): 요약 한 줄'],
      ['bullets with a dash', each(link => `- ${link} — 왜 읽을 만한지`, '\n'), '- [새 글](https://example.org/new) — 요약 한 줄'],
      ['bullets with a line below', each(link => `- ${link}\n  - 왜 읽을 만한지`, '\n'), '- [새 글](https://example.org/new)\n  - 요약 한 줄'],
      ['numbers', ['1. [하나](https://example.com/1)', '2. [둘](https://example.com/2)', '3. [셋](https://example.com/3)'].join('\n'), '4. [새 글](https://example.org/new)'],
      ['the same number', each(link => `1. ${link}`, '\n'), '1. [새 글](https://example.org/new)'],
      ['bold', each(link => `**${link}**\n\n감상`, '\n\n'), '**[새 글](https://example.org/new)**'],
      ['bold inside', first.map(link => link.replace(/\[(.*)\]/, '- [**$1**]')).join('\n'), '- [**새 글**](https://example.org/new)'],
      ['paragraphs with a hard break', each(link => `${link}  \n감상`, '\n\n'), '[새 글](https://example.org/new)  '],
      ['an emoji before', each(link => `- 🔗 ${link}`, '\n'), '- 🔗 [새 글](https://example.org/new)'],
      ['a quotation below', each(link => `### ${link}\n\n> 한 줄 요약`, '\n\n'), '### [새 글](https://example.org/new)\n\n> 요약 한 줄'],
      ['bare addresses', ['- https://example.com/1', '- https://example.com/2'].join('\n'), '- https://example.org/new'],
      ['addresses in angles', ['- <https://example.com/1>', '- <https://example.com/2>'].join('\n'), '- <https://example.org/new>'],
      ['a title and a bare address', ['- 하나: https://example.com/1', '- 둘: https://example.com/2'].join('\n'), '- 새 글: https://example.org/new'],
      ['a title and a word that is the link', ['- **하나** - [링크](https://example.com/1)', '- **둘** - [링크](https://example.com/2)'].join('\n'), '- **새 글** - [링크](https://example.org/new)'],
      ['numbered headings', ['### 1. [하나](https://example.com/1)\n\n감상', '### 2. [둘](https://example.com/2)\n\n감상'].join('\n\n'), '### 3. [새 글](https://example.org/new)'],
    ] as const) {
      it(name, () => {
        const between = /\n+(?=[^\n]*(?:\[둘|example\.com\/2|둘: |둘\*\*))/.exec(entries)?.[0] ?? '\n';
        const gap = /^\n*/.exec(between)![0];
        assert.equal(added(series(bodyOf(entries), bodyOf(entries)), '글'), lines('## 글', '', `${entries}${gap}${wanted}`, '', '## 도구'));
      });
    }

    it('a heading and the address below', () => {
      const entry = (n: number): string => `### 글 ${n}\n\n<https://example.com/${n}>\n\n감상`;
      const files = { ...HUGO, [at('09')]: issue('09', bodyOf(entry(1))), [at('10')]: issue('10', bodyOf(`${entry(2)}\n\n${entry(3)}`)), [at('11')]: issue('11', bodyOf(entry(4))) };
      assert.equal(added(files, '글'), bodyOf(`${entry(4)}\n\n### 새 글\n\n<https://example.org/new>`));
    });

    it('without a note where the page has none', () => {
      const entries = '- [하나](https://example.com/1): 왜\n- [둘](https://example.com/2): 왜';
      assert.equal(added(series(bodyOf(entries), bodyOf(entries)), '글', { description: '' }), bodyOf(`${entries}\n- [새 글](https://example.org/new)`));
      const quoted = '### [하나](https://example.com/1)\n\n> 왜\n\n### [둘](https://example.com/2)\n\n> 왜';
      assert.equal(added(series(bodyOf(quoted), bodyOf(quoted)), '글', { description: '' }), bodyOf(`${quoted}\n\n### [새 글](https://example.org/new)`));
    });

    it('of the section, where that has one of its own', () => {
      const body = lines('## 글', '', '### [하나](https://example.com/1)', '', '감상', '', '## 북마크', '', '- [둘](https://example.com/2)', '- [셋](https://example.com/3)');
      const empty = lines('## 글', '', '## 북마크');
      assert.equal(added(series(body, empty), '북마크'), lines('## 글', '', '## 북마크', '', '- [새 글](https://example.org/new)'));
      assert.equal(added(series(body, empty), '글'), lines('## 글', '', '### [새 글](https://example.org/new)', '', '## 북마크'));
    });

    it('and lists inside of what is said of a link are none', () => {
      const entry = (n: number): string => lines(`### [글 ${n}](https://example.com/${n})`, '', '관련 글:', '', '- [가](https://example.com/a)', '- [나](https://example.com/b)', '- [다](https://example.com/c)');
      assert.match(added(series(bodyOf(entry(1)), bodyOf(entry(2))), '글'), /- \[다\]\(https:\/\/example\.com\/c\)\n\n### \[새 글\]\(https:\/\/example\.org\/new\)\n\n+## 도구/);
    });

    it('and a heading with a link below a section where there is nothing to go by', () => {
      const { target, site } = open(HUGO);
      assert.equal(target.isNew, true);
      const book = scrapBook(target);
      assert.deepEqual(book.choices.map(({ text }) => text), ['✍️ 글', '📌 북마크', '📰 기술 뉴스', '⚙️ 소프트웨어 / 프로젝트', '📙 책 / 강의 / 영상']);
      for (const choice of book.choices) {
        const text = applyEdits(target.post.text, [book.add(LINK, choice, site).edit]);
        assert.match(text.slice(text.indexOf(`## ${choice.text}`)).slice(choice.text.length + 3), /^\n\n### \[새 글\]\(https:\/\/example\.org\/new\)\n(?:\n## |$)/);
        const headings = parsePost(target.post.path, text, site).headings.map(heading => heading.text);
        assert.equal(headings[headings.indexOf('새 글') - 1], choice.text);
      }
    });
  });

  describe('stands in the right place:', () => {
    const earlier = lines('## 글', '', '- [하나](https://example.com/1)', '- [둘](https://example.com/2)', '', '## 도구', '', '- [셋](https://example.com/3)');
    const item = '- [새 글](https://example.org/new)';
    for (const [name, now, section, wanted] of [
      ['in an empty section', '## 글\n\n## 도구', '글', `## 글\n\n${item}\n\n## 도구`],
      ['in an empty section without an empty line', '## 글\n## 도구', '글', `## 글\n\n${item}\n\n## 도구`],
      ['in an empty section with room', '## 글\n\n\n\n## 도구', '글', `## 글\n\n${item}\n\n## 도구`],
      ['in the last section', '## 글\n\n## 도구', '도구', `## 글\n\n## 도구\n\n${item}`],
      ['for an empty bullet', '## 글\n\n- \n\n## 도구', '글', `## 글\n\n${item}\n\n## 도구`],
      ['for a link that waits', '## 글\n\n- [제목](url)\n\n## 도구', '글', `## 글\n\n${item}\n\n## 도구`],
      ['behind a comment', '## 글\n\n<!-- 여기에 링크 -->\n\n## 도구', '글', `## 글\n\n<!-- 여기에 링크 -->\n\n${item}\n\n## 도구`],
      ['before a section in a comment', '## 글\n\n- [가](https://example.com/9)\n\n<!-- ## 영상 -->\n\n## 도구', '글', `## 글\n\n- [가](https://example.com/9)\n${item}\n\n<!-- ## 영상 -->\n\n## 도구`],
      ['before a closing line', '## 글\n\n## 도구\n\n- [가](https://example.com/9)\n\n---\n\n다음 달에 만나요.', '도구', `## 글\n\n## 도구\n\n- [가](https://example.com/9)\n${item}\n\n---\n\n다음 달에 만나요.`],
      ['before references', '## 글\n\n## 도구\n\n[가][a]\n\n[a]: https://example.com/9', '도구', `## 글\n\n## 도구\n\n[가][a]\n\n${item}\n\n[a]: https://example.com/9`],
      ['behind an introduction', '## 글\n\n이달은 짧다.\n\n## 도구', '글', `## 글\n\n이달은 짧다.\n\n${item}\n\n## 도구`],
      ['behind what is said of the last one', '## 글\n\n- [가](https://example.com/9)\n\n  길게 적은 감상\n\n## 도구', '글', `## 글\n\n- [가](https://example.com/9)\n\n  길게 적은 감상\n${item}\n\n## 도구`],
      ['behind code that looks like a section', '## 글\n\n- [가](https://example.com/9)\n\n```md\n## 도구\n```\n\n## 도구', '글', `## 글\n\n- [가](https://example.com/9)\n\n\`\`\`md\n## 도구\n\`\`\`\n${item}\n\n## 도구`],
      ['in a section that this issue lacks', '## 글\n\n- [가](https://example.com/9)', '도구', `## 글\n\n- [가](https://example.com/9)\n\n## 도구\n\n${item}`],
      ['in a first section that this issue lacks', '## 도구\n\n- [가](https://example.com/9)', '글', `## 글\n\n${item}\n\n## 도구\n\n- [가](https://example.com/9)`],
      ['in a section that is commented out', '## 글\n\n<!-- ## 도구 -->', '도구', `## 글\n\n## 도구\n\n${item}`],
    ] as const) {
      it(name, () => assert.equal(added(series(earlier, now), section).trimEnd(), wanted.trimEnd()));
    }

    it('at the end of a text without sections', () => {
      const body = lines('- [하나](https://example.com/1)', '- [둘](https://example.com/2)');
      assert.equal(added(series(body, body), ''), `${body}- [새 글](https://example.org/new)\n`);
      assert.equal(added(series(body, ''), '').trim(), '- [새 글](https://example.org/new)');
    });

    it('with the file’s own line endings, mark and last line', () => {
      const files = series(earlier, '## 글\n\n- [가](https://example.com/9)\n\n## 도구');
      const before = `\ufeff${files[at('11')]!.trimEnd()}`.replaceAll('\n', '\r\n');
      const { target, site } = open({ ...files, [at('11')]: before });
      const book = scrapBook(target);
      const after = applyEdits(before, [book.add(LINK, book.choices[1]!, site).edit]);
      assert.equal(after, `${before}\r\n\r\n${item}`);
    });

    it('and nothing else of the text changes', () => {
      const { target, site } = open(series(earlier, '## 글\n\n- [가](https://example.com/9)   \n\n\n\n## 도구  \n'));
      const book = scrapBook(target);
      for (const choice of book.choices) {
        const { edit } = book.add(LINK, choice, site);
        assert.equal(edit.start, edit.end);
      }
    });
  });

  describe('goes into', () => {
    const three = (more: string): Readonly<Record<string, string>> => ({ ...HUGO, [at('08')]: issue('08', '## 글'), [at('09')]: issue('09', '## 글'), [at('10')]: issue('10', '## 글', more) });
    const chosen = (files: Readonly<Record<string, string>>, day: ReturnType<typeof dayOf>): readonly [string, boolean] => {
      const { site, posts } = blog(files, { now: `${day.year}-${day.month}-${String(day.day).padStart(2, '0')}T03:00:00Z` });
      const { post, isNew } = scrapIssue(scrapSeries(posts, site)[0], day, posts, site);
      return [post.path, isNew];
    };

    it('the issue of the running month', () => assert.deepEqual(chosen(three('draft: false'), dayOf(2026, 10, 12)), [at('10'), false]));
    it('the last one in the first days of the next', () => assert.deepEqual(chosen(three('draft: false'), dayOf(2026, 11, 4)), [at('10'), false]));
    it('a new one when that has been read', () => assert.deepEqual(chosen(three('draft: false'), dayOf(2026, 11, 20)), [at('11'), true]));
    it('the last one as long as it is a draft', () => assert.deepEqual(chosen(three('draft: true'), dayOf(2026, 11, 20)), [at('10'), false]));
    it('a new one where all issues are drafts', () => {
      const drafts = Object.fromEntries(Object.entries(three('draft: true')).map(([path, text]) => [path, text.replace('draft: false', 'draft: true')]));
      assert.deepEqual(chosen(drafts, dayOf(2026, 11, 20)), [at('11'), true]);
    });
    it('one that is dated ahead', () => assert.deepEqual(chosen({ ...three('draft: false'), [at('12')]: issue('12', '## 글') }, dayOf(2026, 11, 20)), [at('12'), false]));

    it('the issue that is open, however old', () => {
      const { site, posts, post } = blog(three('draft: false'));
      const target = issueOf(post(at('08')), scrapSeries(posts, site), site);
      assert.deepEqual([target.title, target.others.length, target.isNew], ['월간 스크랩 26/08', 2, false]);
    });

    it('no retrospective, and no lone post that names a month', () => {
      const { site, posts } = blog({ ...three('draft: false'), 'content/post/monthly-retro-2610.md': issue('10', '## 글').replace('스크랩', '회고'), 'content/post/weekly-notes-2026-10.md': issue('10', '').replace('월간 스크랩 26/10', '2026년 10월 주간 기록') });
      assert.deepEqual(scrapSeries(posts, site).map(({ name }) => name), ['monthly-log']);
    });

    it('an old draft, whose time is known to be over', () => {
      const { site, posts } = blog(three('draft: true'));
      const over = (day: ReturnType<typeof dayOf>): boolean => isOver(scrapIssue(scrapSeries(posts, site)[0], day, posts, site), day);
      assert.deepEqual([over(dayOf(2026, 10, 20)), over(dayOf(2026, 11, 4)), over(dayOf(2026, 11, 20))], [false, false, true]);
    });

    it('one of the writer’s own template', () => {
      const file = '.tech-post/templates/scrap.md';
      const text = '---\ntitle: 링크 {{period:YY/MM}}\n---\n\n## 내 섹션\n';
      const { site, posts } = blog({ ...HUGO, [file]: text });
      const target = scrapIssue(undefined, dayOf(2026, 11, 24), posts, site, new Map([[file, text]]));
      const book = scrapBook(target);
      assert.deepEqual([target.isNew, target.title, book.choices.map(choice => choice.text)], [true, '링크 26/11', ['내 섹션']]);
    });

    it('the next one, if that is asked for', () => {
      const { site, posts } = blog(three('draft: true'));
      assert.equal(nextScrap(scrapSeries(posts, site)[0], dayOf(2026, 10, 20), posts, site).post.path, at('11'));
    });
  });

  describe('is offered', () => {
    const earlier = lines('인사', '', '## 글', '', '### [가](https://blog.example.com/1)', '', '감상', '', '## 프로젝트', '', '### [나](https://github.com/a/b)', '', '감상', '', '## 마치며', '', '다음 달에도 잘 부탁드립니다.');

    it('the sections that have links, in their order', () => {
      assert.deepEqual(scrapBook(open(series(earlier, lines('## 글', '', '## 프로젝트', '', '## 마치며', '', '끝'))).target).choices.map(({ text }) => text), ['글', '프로젝트']);
    });

    it('the one where links to the host go, first', () => {
      const book = scrapBook(open(series(earlier, lines('## 글', '', '## 프로젝트'))).target);
      assert.equal(book.likeliest('https://github.com/c/d').text, '프로젝트');
      assert.equal(book.likeliest('https://www.blog.example.com/9').text, '글');
    });

    it('a section whose heading tells the month', () => {
      const body = (month: string): string => lines(`## ${month}월의 글`, '', `- [가](https://example.com/${month})`);
      const files = { ...HUGO, [at('09')]: issue('09', body('9')), [at('10')]: issue('10', body('10')), [at('11')]: issue('11', '## 11월의 글') };
      const { target } = open(files);
      assert.deepEqual(scrapBook(target).choices.map(({ text, isMissing }) => [text, isMissing]), [['11월의 글', false]]);
      assert.equal(added(files, '11월의 글').trim(), '## 11월의 글\n\n- [새 글](https://example.org/new)');
    });

    it('sections below sections', () => {
      const body = lines('# 이달의 링크', '', '## 글', '', '### 프런트엔드', '', '- [가](https://example.com/1)', '', '### 백엔드', '', '- [나](https://example.com/2)');
      assert.deepEqual(scrapBook(open(series(body, body)).target).choices.map(({ text }) => text), ['프런트엔드', '백엔드']);
    });
  });

  it('is known when it was there before, in whatever way it is written', () => {
    const { target } = open(series('## 글\n\n- [하나](https://www.example.com/1/?utm_source=rss)', '## 글\n\n- [둘](https://example.com/2)'));
    const book = scrapBook(target);
    assert.deepEqual(book.repeated('http://example.com/1'), [at('09'), at('10')]);
    assert.deepEqual(book.repeated('https://example.com/2?fbclid=x'), [at('11')]);
    assert.deepEqual(book.repeated('https://example.com/3'), []);
    const fresh = open({ ...HUGO, [at('08')]: issue('08', '## 글\n\n- [하나](https://example.com/1)'), [at('09')]: issue('09', '## 글') });
    assert.equal(fresh.target.isNew, true);
    assert.deepEqual(scrapBook(fresh.target).repeated('https://example.com/1'), [at('08')]);
  });

  describe('shows its title as it is', () => {
    const forms = { heading: '### [가](https://example.com/1)\n\n감상', item: '- [가](https://example.com/1): 설명', bold: '**[가](https://example.com/1)**\n\n감상' };
    const flavors = { hugo: HUGO, jekyll: JEKYLL, hexo: { '_config.yml': 'title: 글\nurl: https://blog.example.com\n', 'scaffolds/post.md': '', 'source/_posts/.keep': '' } };
    const folder = { hugo: 'content/post/', jekyll: '_posts/2026-10-01-', hexo: 'source/_posts/' };
    const TITLES = ['[칼럼] 왜 Rust인가', 'a | b | c', '*강조* 아닌 _밑줄_', '`code` & <b>굵게</b>', 'C:\\temp\\x', '{{ mustache }} 와 {% raw %}', '{{< shortcode >}}', '제목 {#id}', 'it’s "quoted" -- and...', '~~지움~~ $x^2$ :smile:', '![그림](x.png)', '<!-- 주석 -->', '&amp; &lt;', '] (', '\\', '1. 하나', '# 제목', '**', '^[각주]', 'a*b*c', '|---|', 'C++ / C#'];
    for (const [flavor, config] of Object.entries(flavors)) {
      for (const [name, entry] of Object.entries(forms)) {
        const path = (month: string): string => `${folder[flavor as keyof typeof folder]}monthly-log-26${month}.md`;
        const files = { ...config, [path('09')]: issue('09', bodyOf(entry)), [path('10')]: issue('10', bodyOf(entry)), [path('11')]: issue('11', bodyOf(entry)) };
        const { target, site } = open(files);
        const book = scrapBook(target);
        const plain = (text: string): string => text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/…/g, '...').replace(/[–—]/g, '-').replace(/-+/g, '-').replace(/\s+/g, ' ').trim();
        const shown = (link: ScrapLink): { readonly title: string; readonly target: string; readonly text: string } => {
          const { edit, at: begins, cursor } = book.add(link, book.choices[0]!, site);
          const text = applyEdits(target.post.text, [edit]);
          const post = parsePost(target.post.path, text, site);
          const own = post.links.filter(({ span, isImage }) => !isImage && span.start >= begins && span.end <= cursor);
          assert.equal(own.length, 1, text.slice(begins, cursor));
          assert.doesNotMatch(text.slice(begins, cursor), /\{\{|\{%/);
          const page = readPage(site.dialect.render(post.document), true)!;
          return { title: own[0]!.text ?? '', target: own[0]!.target, text: textOf(page) };
        };
        it(`on ${flavor} as ${name}`, () => {
          for (const title of TITLES) {
            const found = shown({ ...LINK, title, description: '' });
            assert.ok(plain(found.text).includes(plain(title)), `${title}: ${found.text}`);
            assert.equal(found.target, LINK.address);
          }
        });
        it(`on ${flavor} as ${name}, whatever it is`, () => {
          fc.assert(fc.property(fc.stringMatching(/^[가-힣a-z0-9 [\]()*_`<>~|{}%#&:;!\\"'+.=^$-]{1,24}$/), title => {
            if (title.trim() === '' || !/[가-힣a-z0-9]/.test(title)) return;
            const clean = title.replace(/\s+/g, ' ').trim();
            const found = shown({ ...LINK, title: clean, description: '' });
            assert.ok(plain(found.text).includes(plain(clean)), found.text);
          }), { numRuns: 60 });
        });
      }
    }

    it('and its address leads where it led', () => {
      const { target, site } = open(series(bodyOf(forms.item), bodyOf(forms.item)));
      const book = scrapBook(target);
      for (const [address, wanted] of [
        ['https://ko.wikipedia.org/wiki/Go_(언어)', 'https://ko.wikipedia.org/wiki/Go_(언어)'], ['https://example.org/a)b', 'https://example.org/a%29b'], ['https://example.org/?a=1&b=2|3', 'https://example.org/?a=1&b=2%7C3'],
        ['https://example.org/{{x}}', 'https://example.org/%7B%7Bx%7D%7D'], ['https://example.org/%EA%B0%80#나', 'https://example.org/%EA%B0%80#나'],
      ] as const) {
        const { edit } = book.add({ ...LINK, address }, book.choices[0]!, site);
        const post = parsePost(target.post.path, applyEdits(target.post.text, [edit]), site);
        assert.ok(post.links.some(link => link.target === wanted), edit.text);
      }
    });
  });
});
