// The built-in templates as someone gets them who has no earlier post.
import assert from 'node:assert/strict';
import { wallClock } from '../../../src/core/dates';
import { lint } from '../../../src/core/lint';
import { parsePost } from '../../../src/core/post';
import { KINDS, newPost, type Kind, type KindId, type NewPost, type Request } from '../../../src/core/writing';
import { blog, HUGO, JEKYLL } from '../../blog';

const kind = (id: KindId): Kind => KINDS.find(each => each.id === id)!;

const BLOGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hugo': HUGO,
  'hugo as `hugo new site` makes it': { 'hugo.toml': "baseURL = 'https://example.org/'\nlanguageCode = 'en-us'\ntitle = 'My New Hugo Site'\n", 'archetypes/default.md': '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n' },
  'jekyll': JEKYLL,
  'hexo': { '_config.yml': 'title: 글\n', 'source/_posts/.keep': '', 'scaffolds/post.md': '---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n' },
  'plain': { '그림/.keep': '' },
  'plain with a post': { '옛 글.md': '# 글\n' },
};

function make(files: Readonly<Record<string, string>>, id: KindId, request: Partial<Request> = {}): { readonly made: NewPost; readonly findings: readonly string[] } {
  const { site, posts } = blog(files);
  const made = newPost(kind(id), { date: wallClock(site.now, site.timeZone), ...(kind(id).asks === 'title' ? { title: '레몬 모임 3기' } : {}), ...request }, posts, site, new Map(Object.entries(files)));
  return { made, findings: lint(parsePost(made.path, made.text, site), site).map(({ rule, message }) => `${rule}: ${message}`) };
}

describe('a built-in template', () => {
  for (const [name, files] of Object.entries(BLOGS)) {
    for (const { id, variants } of KINDS) {
      for (const variant of variants?.of.map(each => each.id) ?? [undefined]) {
        it(`${id}${variant === undefined ? '' : ` (${variant})`} on ${name} has nothing to mend but what is to be written`, () => {
          const { made, findings } = make(files, id as KindId, { variant });
          // an issue that is dated at the end of its month says so where no key makes it a draft
          const others = findings.filter(finding => !/^(?:draft|section-empty): /.test(finding) && !(name === 'jekyll' && id === 'scrap' && /^post-unpublished: This post appears on November 30/.test(finding)));
          assert.deepEqual(others, []);
          assert.doesNotMatch(made.text, /\{\{|undefined|을\(를\)/);
          assert.equal(made.notes, undefined);
          assert.ok(made.cursor > made.text.indexOf('---', 3) && made.cursor < made.text.length);
        });
      }
    }
  }

  it('stands where posts of a new blog stand', () => {
    const paths = Object.values(BLOGS).map(files => make(files, 'review').made.path);
    assert.deepEqual(paths, ['content/post/레몬-모임-3기-후기.md', 'content/posts/레몬-모임-3기-후기.md', '_posts/2026-11-24-레몬-모임-3기-후기.md', 'source/_posts/레몬-모임-3기-후기.md', '레몬-모임-3기-후기.md', '레몬-모임-3기-후기.md']);
  });

  it('looks back in three frames', () => {
    const headings = (variant: string): readonly string[] => [...make(HUGO, 'retro', { variant }).made.text.matchAll(/^## (.*)$/gm)].map(([, text = '']) => text);
    assert.deepEqual(headings('free'), ['한 일', '배운 것', '좋았던 점', '아쉬웠던 점', '다음 달에는']);
    assert.deepEqual(headings('kpt'), ['Keep: 계속할 것', 'Problem: 풀어야 할 것', 'Try: 해 볼 것']);
    assert.deepEqual(headings('4l'), ['Liked: 좋았던 것', 'Learned: 배운 것', 'Lacked: 모자랐던 것', 'Longed for: 바랐던 것']);
  });

  it('looks back on what it is told to', () => {
    for (const [period, title] of [[{ unit: 'quarter', year: 2026, number: 3 }, '2026년 3분기 회고'], [{ unit: 'half', year: 2026, number: 1 }, '2026년 상반기 회고'], [{ unit: 'year', year: 2025, number: 1 }, '2025년 회고']] as const) {
      assert.match(make(HUGO, 'retro', { period }).made.text, new RegExp(`^title: ${title}$`, 'm'));
    }
  });

  it('has a section for each talk, and words that are no markup', () => {
    const { made } = make(HUGO, 'review', { title: '레몬 <콘퍼런스> 후기', day: { year: 2026, month: 11, day: 21, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined }, sessions: [{ title: 'List<T>와 *별*', speaker: '김하늘 (레몬상사)' }, { title: '{{ .Page }} 뜯어보기', speaker: undefined }] });
    assert.match(made.text, /^title: 레몬 <콘퍼런스> 후기$/m);
    assert.match(made.text, /^2026년 11월 21일, 레몬 \\<콘퍼런스>에 다녀왔습니다\.$/m);
    assert.match(made.text, /^### List\\<T>와 \\\*별\\\* — 김하늘 \(레몬상사\)\n\n### &#123;\{ \.Page \}\} 뜯어보기$/m);
  });

  it('plans six rounds, two weeks each', () => {
    const { made } = make(HUGO, 'club', { variant: 'plan' });
    assert.match(made.text, /^\| 1회차 \| 12월 8일 \(화\) \| \|\n\| 2회차 \| 12월 22일 \(화\) \| \|\n/m);
  });

  it('plans by the rhythm of the blog where it has one', () => {
    const files = { ...HUGO, 'tech-post.json': '{ "rhythm": { "every": "2 weeks", "from": "2026-11-02" } }' };
    assert.match(make(files, 'club', { variant: 'plan' }).made.text, /^\| 1회차 \| 11월 29일 \(일\) \| \|\n\| 2회차 \| 12월 13일 \(일\) \| \|$/m);
    const monthly = { ...HUGO, 'tech-post.json': '{ "rhythm": "month" }' };
    assert.match(make(monthly, 'club', { variant: 'plan' }).made.text, /^\| 1회차 \| 12월 24일 \(목\) \| \|\n\| 2회차 \| 1월 24일 \(일\) \| \|$/m);
  });

  it('counts what was handed in to the same club', () => {
    const post = (title: string): string => `---\ntitle: "${title}"\ndate: 2026-11-01T00:00:00+09:00\n---\n글\n`;
    const files = { ...HUGO, 'content/post/a.md': post('레몬 모임 3기 1회차'), 'content/post/b.md': post('레몬 모임 3기 2회차: 캐시'), 'content/post/c.md': post('자몽 모임 3기 7회차') };
    assert.match(make(files, 'club', { variant: 'submission' }).made.text, /^title: 레몬 모임 3기 3회차$/m);
  });

  it('has title, byline and contents in the body where no theme puts them there', () => {
    const { made } = make({ 'a.md': '---\ntitle: 가\nauthor: 김하늘\n---\n# 가\n' }, 'work');
    assert.match(made.text, /\n---\n\n# 레몬 모임 3기 회고\n\nBy 김하늘\n\n## 차례\n\n- 지원한 까닭\n- 한 일\n/);
    // and they are said once
    assert.doesNotMatch(made.text, /^(?:title|toc):/m);
    assert.match(make({ '그림/.keep': '' }, 'work').made.text, /^By 이름$/m);
    assert.doesNotMatch(make(HUGO, 'work').made.text, /^# |^By /m);
  });

  it('has no heading of its own where posts without a theme have none', () => {
    const post = '---\ntitle: 가\n---\n글\n';
    assert.doesNotMatch(make({ 'a.md': post, 'b.md': post, 'c.md': post }, 'review').made.text, /^# /m);
  });

  it('has no front matter where three posts without a theme have none', () => {
    assert.match(make({ 'a.md': '# 가\n', 'b.md': '# 나\n', 'c.md': '# 다\n' }, 'review').made.text, /^# 레몬 모임 3기 후기\n/);
  });

  describe('in English', () => {
    const english = { 'hugo.toml': 'languageCode = "en-us"\n', 'content/post/_index.md': '' };
    const text = (files: Readonly<Record<string, string>>): string => make(files, 'retro', { variant: 'free' }).made.text;

    it('for a blog that says it is', () => assert.match(text(english), /^title: October 2026 in Retrospect$/m));
    it('for posts that are, whatever the blog says', () => assert.match(text({ ...HUGO, 'content/post/a.md': '---\ntitle: A post\n---\nIn English.\n' }), /^## What I did$/m));
    it('not for posts that are not', () => assert.match(text({ ...english, 'content/post/a.md': '---\ntitle: Docker 101\n---\n컨테이너를 씁니다.\n' }), /^## 한 일$/m));
    it('not where nothing is said', () => assert.match(text(HUGO), /^## 한 일$/m));
    it('not where the title is Korean', () => assert.match(text({ ...english, 'hugo.toml': 'languageCode = "en-us"\ntitle = "하늘의 글"\n' }), /^## 한 일$/m));
  });
});
