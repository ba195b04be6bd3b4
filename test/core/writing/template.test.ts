// Templates of the writer's own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dayOf } from '../../../src/core/dates';
import { parseFrontMatter } from '../../../src/core/frontmatter';
import { KINDS, kindsOf, newPost, type Kind, type NewPost, type Request } from '../../../src/core/writing';
import { templateOf } from '../../../src/core/writing/edittemplate';
import { PLACEHOLDER_NAMES } from '../../../src/core/writing/placeholders';
import { readTemplate } from '../../../src/core/writing/template';
import { blog, HUGO, JEKYLL } from '../../blog';

const TODAY = dayOf(2026, 11, 24);
const FILE = '.tech-post/templates/weekly.md';

function made(template: string, request: Partial<Request> = {}, files: Readonly<Record<string, string>> = HUGO, file = FILE): NewPost & { readonly kind: Kind } {
  const all = { ...files, [file]: template };
  const { site, posts } = blog(all);
  const models = new Map(Object.entries(all));
  const id = /([^/]+)\.md$/.exec(file)![1]!;
  const kind = kindsOf(site, models).find(each => each.id === id)!;
  return { kind, ...newPost(kind, { date: TODAY, title: '레몬 스터디', ...request }, posts, site, models) };
}

const problems = (text: string | undefined): readonly string[] => readTemplate(FILE, text, blog(HUGO).site).problems.map(({ span, message, severity }) => `${severity} "${text?.slice(span.start, span.end).slice(0, 40) ?? ''}" ${message}`);

describe('a template of one\'s own', () => {
  it('is one more kind, called and asking as its comment says', () => {
    const { kind, text } = made('---\ntitle: {{title}}\n---\n<!-- tech-post-template\nname: 모임 기록\ndetail: "한 주에 하나"\nasks: title\nquestion: 어느 모임인가요?\nexample: 자몽 스터디\n-->\n글\n');
    assert.deepEqual([kind.name, kind.detail, kind.asks, kind.question, kind.example], ['모임 기록', '한 주에 하나', 'title', '어느 모임인가요?', '자몽 스터디']);
    assert.equal(text, '---\ntitle: 레몬 스터디\n---\n글\n');
  });

  it('asks for a title where it needs one, and for nothing else', () => {
    assert.equal(made('---\ntitle: {{title}}\n---\n').kind.asks, 'title');
    assert.equal(made('---\ntitle: 주간 기록 {{date:MM/DD}}\n---\n').kind.asks, 'nothing');
  });

  it('lies where posts lie, unless it says where', () => {
    assert.equal(made('---\ntitle: {{title}}\n---\n').path, 'content/post/레몬-스터디.md');
    assert.equal(made('---\ntitle: {{title}}\n---\n', {}, JEKYLL).path, '_posts/2026-11-24-레몬-스터디.md');
    assert.equal(made('---\ntitle: {{title}}\n---\n<!-- tech-post-template\npath: content/note/{{year}}/{{date:YYYY-MM-DD}}-{{slug}}.md\n-->\n').path, 'content/note/2026/2026-11-24-레몬-스터디.md');
    assert.equal(made('---\ntitle: {{title}}\n---\n<!-- tech-post-template\npath: content/note/\n-->\n').path, 'content/note/레몬-스터디.md');
  });

  it('never lets a value lead anywhere', () => {
    const text = '---\ntitle: {{title}}\n---\n<!-- tech-post-template\npath: content/{{title}}/{{name}}.md\n-->\n';
    assert.equal(made(text, { title: '../../etc/cron.d' }).path, 'content/etc-cron.d/etc-cron.d.md');
    assert.equal(made(text, { title: 'con' }).path, 'content/con-weekly/con-weekly.md');
    assert.equal(made(text, { title: '..' }).path, 'content/weekly/weekly.md');
  });

  it('fills everything it may ask for', () => {
    const body = ['{{title}}', '{{name}}', '{{slug}}', '{{author}}', '{{blog}}', '{{date}}', '{{date:YY.M.D ddd HH:mm:ss}}', '{{day}}', '{{day:M월 D일}}', '{{period}}', '{{period:YY/MM}}', '{{period:name}}', '{{next}}', '{{year}}', '{{month}}', '{{quarter}}', '{{number}}', '{{number:000}}', '{{name:word}}', '{{date:MMMM MMM Q}}'].join('\n');
    const { text, notes } = made(`---\ntitle: {{title}}\n---\n${body}\n`, { day: dayOf(2026, 11, 21) }, { 'hugo.toml': 'title = "하늘의 글"\n', 'content/post/a.md': '---\ntitle: 가\nauthor: 김하늘\ndate: 2026-10-01\n---\n글\n' });
    assert.deepEqual(text.split('\n').slice(3), [
      '레몬 스터디', '레몬 스터디', '레몬-스터디', '김하늘', '하늘의 글', '2026-11-24', '26.11.24 화 00:00:00', '2026년 11월 21일', '11월 21일', '2026년 11월', '26/11', '2026-11', '다음 달', '2026', '11', '4', '1', '001', '레몬', 'November Nov 4', '',
    ]);
    assert.equal(notes, undefined);
  });

  it('counts on by the titles that are like its own', () => {
    const post = (title: string): string => `---\ntitle: "${title}"\n---\n글\n`;
    const files = { ...HUGO, 'content/post/a.md': post('기록 #1'), 'content/post/b.md': post('기록 #09'), 'content/post/c.md': post('다른 #77') };
    assert.match(made('---\ntitle: "기록 #{{number}}"\n---\n', {}, files).text, /^title: "기록 #10"$/m);
    assert.match(made('---\ntitle: "기록 #{{number}}"\n---\n').text, /^title: "기록 #1"$/m);
  });

  it('chooses particles by what stands before them', () => {
    const text = '{{title}}을(를) {{title}}이(가) {{title}}은(는) {{title}}과(와) {{title}}(으)로, 그대로을(를)\n';
    assert.equal(made(text, { title: '모임' }).text, '모임을 모임이 모임은 모임과 모임으로, 그대로을(를)\n');
    assert.equal(made(text, { title: '스터디' }).text, '스터디를 스터디가 스터디는 스터디와 스터디로, 그대로을(를)\n');
    assert.equal(made(text, { title: 'Rust' }).text, 'Rust를 Rust가 Rust는 Rust와 Rust로, 그대로을(를)\n');
  });

  it('begins at the cursor, else at the end', () => {
    const { text, cursor } = made('---\ntitle: {{title}}\n---\n\n{{cursor}}\n\n## 다음\n');
    assert.equal(text.slice(cursor), '\n\n## 다음\n');
    assert.equal(made('글').cursor, 1);
  });

  it('keeps everything that is no placeholder: engines\' templates, comments, CR LF, a byte order mark', () => {
    const text = '\uFEFF---\r\n# 늘 같다\r\ntitle:   "{{title}}"   # 이름\r\nlayout:    post\r\n---\r\n{{ page.title }} {{< figure src="x.png" >}} {{% note %}} {% if x %} {{title }} {{site.title}} {{}} {title}\r\n';
    assert.equal(made(text).text, text.replace('{{title}}', '레몬 스터디'));
  });

  describe('in front matter', () => {
    const HOSTILE = ['콜론: 하나', '"따옴표"', "it's", '# 머리', '- 줄', '[대괄호]', 'a, b', '{중괄호}', '&표', '*별', 'true', '2026', '2026-11-24', '역\\슬래시', '끝:', '가 # 나', '{{x}}', '|', '>', '%', '@', '`'];
    const FORMS: Readonly<Record<string, readonly [text: string, read: (value: unknown) => unknown]>> = {
      'YAML, bare': ['---\nx: {{title}}\n---\n', value => value],
      'YAML, in double quotes': ['---\nx: "{{title}}"\n---\n', value => value],
      'YAML, in single quotes': ["---\nx: '{{title}}'\n---\n", value => value],
      'YAML, in a list': ['---\nx: [{{title}}, 둘]\n---\n', value => (value as unknown[])[0]],
      'YAML, in a list over several lines': ['---\nx:\n  - {{title}}\n  - 둘\n---\n', value => (value as unknown[])[0]],
      'TOML, in double quotes': ['+++\nx = "{{title}}"\n+++\n', value => value],
      'TOML, in single quotes': ["+++\nx = '{{title}}'\n+++\n", value => value],
      'TOML, bare': ['+++\nx = {{title}}\n+++\n', value => value],
      'TOML, in a list': ['+++\nx = ["{{title}}", "둘"]\n+++\n', value => (value as unknown[])[0]],
      'JSON': ['{\n  "x": "{{title}}"\n}\n', value => value],
      'JSON, bare': ['{\n  "x": {{title}}\n}\n', value => value],
    };
    for (const [name, [template, read]] of Object.entries(FORMS)) {
      it(`is read back as it was given: ${name}`, () => {
        const { site } = blog(HUGO);
        for (const title of HOSTILE) {
          const { text } = made(template, { title });
          const frontMatter = parseFrontMatter(text, site.flavor.frontMatter)!;
          assert.deepEqual([frontMatter.errors, read(frontMatter.field('x')?.value)], [[], title], text);
        }
      });
    }

    it('writes dates and numbers as such', () => {
      assert.equal(made('---\ndate: {{date:YYYY-MM-DD}}\nissue: {{number}}\nyear: {{year}} # 해\n---\n').text, '---\ndate: 2026-11-24\nissue: 1\nyear: 2026 # 해\n---\n');
      assert.equal(made('+++\ndate = {{date:YYYY-MM-DD}}\nissue = {{number}}\n+++\n').text, '+++\ndate = 2026-11-24\nissue = 1\n+++\n');
    });

    it('writes dates as the blog does', () => {
      const dated = (date: string): string => made('---\ndate: {{date}}\n---\n', {}, { ...HUGO, 'content/post/a.md': `---\ntitle: 가\ndate: ${date}\n---\n`, 'content/post/b.md': `---\ntitle: 나\ndate: ${date}\n---\n` }).text.split('\n')[1]!;
      assert.equal(dated('2026-10-01'), 'date: 2026-11-24');
      assert.equal(dated('2026-10-01T09:00:00+09:00'), 'date: 2026-11-24T00:00:00+09:00');
      assert.equal(dated('"2026-10-01T00:01:00"'), 'date: "2026-11-24T00:00:00"');
    });
  });

  describe('in the place of a built-in one', () => {
    it('is used for its kind', () => {
      const { kind, text, path } = made('---\ntitle: "{{period:YY년 M월}} 읽은 것"\n---\n## 읽은 것\n', { title: undefined }, HUGO, '.tech-post/templates/scrap.md');
      assert.deepEqual([kind.name, kind.asks, path, text], ['Monthly Scrap', 'nothing', 'content/post/monthly-scrap-2611.md', '---\ntitle: "26년 11월 읽은 것"\n---\n## 읽은 것\n']);
    });

    it('follows the place and the month of its series', () => {
      const issue = (month: string): string => `---\ntitle: 월간 스크랩 26/${month}\ndate: 2026-${month}-28\n---\n## 옛 섹션\n`;
      const files = { ...HUGO, 'content/post/2026/monthly-2608.md': issue('08'), 'content/post/2026/monthly-2609.md': issue('09'), 'content/post/2026/monthly-2610.md': issue('10') };
      const { text, path } = made('---\ntitle: 월간 {{period:YY/MM}}\n---\n## 새 섹션\n', { title: undefined }, files, '.tech-post/templates/scrap.md');
      assert.deepEqual([path, text], ['content/post/2026/monthly-2611.md', '---\ntitle: 월간 26/11\n---\n## 새 섹션\n']);
    });

    for (const [flavor, files] of Object.entries({ hugo: HUGO, jekyll: JEKYLL, plain: { 'a.md': '# 가\n' } })) {
      for (const builtIn of KINDS) {
        it(`gives the same ${builtIn.id} on ${flavor} when it was not changed`, () => {
          const { site, posts } = blog(files);
          const variant = builtIn.variants?.of.at(-1)!.id;
          const request: Request = { date: TODAY, variant, ...(builtIn.asks === 'title' ? { title: '레몬상사 백엔드 인턴' } : {}) };
          const { path, text } = templateOf(builtIn, variant, posts, site, new Map());
          assert.equal(path, `.tech-post/templates/${builtIn.id}.md`);
          assert.deepEqual(readTemplate(path, text, site).problems, []);
          const before = newPost(builtIn, request, posts, site);
          const after = made(text, { ...request, title: request.title }, files, path);
          const headings = (post: string): readonly string[] => post.match(/^#+ .*$/gm) ?? [];
          const withoutContents = headings(before.text).filter(heading => heading !== '## 차례');
          assert.deepEqual(headings(after.text), withoutContents);
          const title = (post: string): string => /^title: "?(.*?)"?$/m.exec(post)?.[1] ?? '';
          assert.equal(title(after.text), title(before.text));
          if (builtIn.id !== 'club') assert.equal(after.path, before.path);
        });
      }
    }
  });

  it('is made with what the engine begins posts with, where that is so', () => {
    const files = { ...HUGO, 'archetypes/default.md': '---\ntitle: "{{ .Name }}"\ndate: {{ .Date }}\nmath: false\n---\n' };
    const { site, posts } = blog(files);
    const { text } = templateOf(KINDS.find(({ id }) => id === 'review')!, undefined, posts, site, new Map(Object.entries(files)));
    assert.match(text, /^---\ntitle: "\{\{name\}\} 후기"\ndate: \{\{date\}\}\ndescription: "\{\{name\}\}에서 .*"\nmath: false\n---\n<!-- tech-post-template\n# .*\n-->\n\n\{\{day\}\}, /);
  });

  describe('that is not in order', () => {
    it('says which placeholder there is not, and which was meant', () => {
      assert.deepEqual(problems('{{titel}} {{무엇}} {{date:가}} {{title:x}} {{number:12}}'), [
        'warning "{{titel}}" There is no placeholder "titel", did you mean "title"? The text stays as it is.', 'warning "{{무엇}}" There is no placeholder "무엇"; the text stays as it is.',
        'warning "{{date:가}}" "date" has no form "가"; the text stays as it is.', 'warning "{{title:x}}" "title" has no form "x"; the text stays as it is.', 'warning "{{number:12}}" "number" has no form "12"; the text stays as it is.',
      ]);
      const { text, notes } = made('{{titel}} {{title}}');
      assert.deepEqual([text, notes], ['{{titel}} 레몬 스터디', [`${FILE}: There is no placeholder "titel", did you mean "title"? The text stays as it is.`]]);
    });

    it('says which settings there are', () => {
      assert.deepEqual(problems('<!-- tech-post-template\nnmae: x\nasks: all\nunit: day\n-->\n'), [
        'warning "nmae: x" A template has no setting "nmae"; there are name, detail, asks, question, example, unit, path.', 'warning "asks: all" "asks" can be nothing, period, title, not "all".', 'warning "unit: day" "unit" can be month, quarter, half, year, not "day".',
      ]);
    });

    for (const path of ['../x.md', '/etc/x.md', 'a/../../x.md', 'C:/x.md', 'a\\b.md', '~/x.md', 'content/x.sh', '.git/hooks/x.md', 'a//b.md', 'content/x', 'con<x>.md', './x.md', 'a/..', 'a./x.md']) {
      it(`does not go to ${path}`, () => assert.match(problems(`<!-- tech-post-template\npath: ${path}\n-->\n`)[0] ?? '', /^error .* is no file in the blog\.$/));
    }

    it('says where its front matter is broken', () => {
      assert.deepEqual(problems('---\ntitle: {{title}}\ntags: [가\n---\n글\n'), ['error "tags: [가" The front matter of this template cannot be read.']);
    });

    it('is no text, or too long', () => {
      assert.match(problems(undefined)[0]!, /^error "" .* is no text in UTF-8, or a link\.$/);
      assert.match(problems('가'.repeat(5_000_000))[0]!, /^error "" .* has more than 100000 characters/);
    });

    it('takes no longer than a long one may', () => {
      for (const piece of ['{{', '{{title}}', '{{a:', '---\n', '<!-- tech-post-template\n', '[{{title}},', '"', "'"]) readTemplate(FILE, `---\nx: ${piece.repeat(90_000 / piece.length)}\n---\n${piece}`, blog(HUGO).site);
    }).timeout(20_000);
  });

  it('is documented: docs/templates.md names every placeholder and no other', () => {
    const named = [...readFileSync('docs/templates.md', 'utf8').matchAll(/^\| `\{\{([a-z]+)\}\}` \|/gm)].map(([, name]) => name);
    assert.deepEqual(named, PLACEHOLDER_NAMES);
  });
});
