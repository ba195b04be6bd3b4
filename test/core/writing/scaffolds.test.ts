// What an engine begins posts with is the ground of a kind's front matter.
import assert from 'node:assert/strict';
import { dayOf } from '../../../src/core/dates';
import { KINDS, newPost, type KindId, type NewPost } from '../../../src/core/writing';
import { blog, HUGO, JEKYLL } from '../../blog';

const TODAY = dayOf(2026, 11, 24);
const HEXO = { '_config.yml': 'title: 글\n', 'source/_posts/.keep': '' };

function make(files: Readonly<Record<string, string>>, id: KindId = 'review', title: string | undefined = '레몬 콘퍼런스'): NewPost {
  const { site, posts } = blog(files);
  return newPost(KINDS.find(kind => kind.id === id)!, { date: TODAY, title }, posts, site, new Map(Object.entries(files)));
}

const head = (post: NewPost): readonly string[] => post.text.slice(0, post.text.search(/\n(?:---|\+\+\+|\})\n/)).split('\n').slice(1);

describe('a post on the ground of a scaffold', () => {
  describe('of Hugo', () => {
    it('keeps keys, order, values, quotes and comments of the archetype', () => {
      const made = make({ ...HUGO, 'archetypes/post.md': "---\n# 우리 블로그\ndate: {{ .Date }}\ntitle: '{{ replace .Name \"-\" \" \" | title }}'\nlayout: wide # 넓게\ntags: []\ncategories: [행사]\ncomments: true\ndraft: true\n---\n" });
      assert.deepEqual(head(made), ['# 우리 블로그', 'date: 2026-11-24T00:00:00+09:00', "title: '레몬 콘퍼런스 후기'", 'description: 레몬 콘퍼런스에서 들은 발표와 나눈 이야기를 적었습니다.', 'layout: wide # 넓게', 'tags: [후기, 컨퍼런스]', 'categories: [행사]', 'comments: true', 'draft: true']);
      assert.match(made.text, /\n---\n\n2026년 11월 24일, /);
    });

    it('takes the one of the section before the default one, and the site\'s before its theme\'s', () => {
      const of = (...names: readonly string[]): string => head(make({ ...HUGO, 'hugo.toml': 'theme = "lemon"\n', ...Object.fromEntries(names.map(name => [name, `---\ntitle: x\nfrom: ${name}\n---\n`])) })).find(line => line.startsWith('from')) ?? '';
      assert.equal(of('archetypes/default.md', 'archetypes/post.md', 'themes/lemon/archetypes/post.md'), 'from: archetypes/post.md');
      assert.equal(of('archetypes/default.md', 'themes/lemon/archetypes/post.md'), 'from: themes/lemon/archetypes/post.md');
      assert.equal(of('archetypes/default.md', 'themes/lemon/archetypes/default.md'), 'from: archetypes/default.md');
      assert.equal(of('themes/lemon/archetypes/default.md', 'themes/other/archetypes/post.md'), 'from: themes/lemon/archetypes/default.md');
    });

    it('makes a folder for the post where the archetype is one', () => {
      const made = make({ 'hugo.toml': '', 'archetypes/post/index.md': '---\ntitle: "{{ .Name }}"\nslug: "{{ .File.ContentBaseName }}"\ncover: cover.png\n---\n' });
      assert.equal(made.path, 'content/post/레몬-콘퍼런스-후기/index.md');
      assert.deepEqual(head(made).slice(-2), ['slug: "레몬-콘퍼런스-후기"', 'cover: cover.png']);
    });

    it('reads TOML and JSON', () => {
      assert.deepEqual(head(make({ ...HUGO, 'archetypes/default.md': '+++\ntitle = "{{ .Name }}"\ndate = {{ .Date }}\ndraft = true\n[params]\nmath = false\n+++\n' })), ['title = "레몬 콘퍼런스 후기"', 'date = 2026-11-24T00:00:00+09:00', 'description = "레몬 콘퍼런스에서 들은 발표와 나눈 이야기를 적었습니다."', 'draft = true', '[params]', 'math = false']);
      assert.deepEqual(JSON.parse(/^\{[\s\S]*?\n\}/.exec(make({ ...HUGO, 'archetypes/default.md': '{\n  "title": "{{ .Name }}",\n  "date": "{{ .Date }}"\n}\n' }).text)![0]), { title: '레몬 콘퍼런스 후기', date: '2026-11-24T00:00:00+09:00', description: '레몬 콘퍼런스에서 들은 발표와 나눈 이야기를 적었습니다.' });
    });

    it('is told where only Hugo can run it, and does without', () => {
      const made = make({ ...HUGO, 'archetypes/default.md': '---\ntitle: {{ getenv "HOME" }}\nx: 1\n---\n' });
      assert.deepEqual(made.notes, ['"archetypes/default.md" was not used, as only the engine can run it: getenv']);
      assert.match(made.text, /^---\ndate: /);
    });

    it('gives way to posts that are written in another format, and to what all of them say', () => {
      const post = (title: string): string => `---\ntitle: ${title}\nlayout: narrow\nauthor: 김하늘\n---\n글\n`;
      const files = { ...HUGO, 'content/post/a.md': post('가'), 'content/post/b.md': post('나') };
      assert.match(make({ ...files, 'archetypes/default.md': '+++\ntitle = "{{ .Name }}"\nlayout = "wide"\n+++\n' }).text, /^---\nlayout: narrow\nauthor: 김하늘\n/);
      assert.deepEqual(head(make({ ...files, 'archetypes/default.md': '---\ntitle: "{{ .Name }}"\nlayout: wide\n---\n' })).slice(-1), ['layout: narrow']);
    });

    it('writes what most posts have, also where the archetype has it not', () => {
      const post = (title: string, tag: string): string => `---\ntitle: ${title}\ntags: [${tag}]\n---\n글\n`;
      const made = make({ ...HUGO, 'content/post/a.md': post('가', '하나'), 'content/post/b.md': post('나', '둘'), 'archetypes/default.md': '---\ntitle: "{{ .Name }}"\n---\n' });
      assert.equal(head(made).some(line => line.startsWith('tags:')), true);
      assert.equal(head(made).some(line => line.startsWith('categories:')), false);
    });

    it('is not stopped by an archetype that is broken, endless or of ten megabytes', () => {
      for (const text of ['---\ntitle: [\n---\n', '글', '---\n{{ range seq 1 9999 }}{{ range seq 1 9999 }}x{{ end }}{{ end }}\n---\n', '가'.repeat(10_000_000), '{{ "']) assert.match(make({ ...HUGO, 'archetypes/default.md': text }).text, /^---\ndate: 2026-11-24/);
    }).timeout(20_000);
  });

  describe('of Jekyll', () => {
    const config = (yaml: string): Readonly<Record<string, string>> => ({ ...JEKYLL, '_config.yml': `title: 글\n${yaml}` });

    it('has what jekyll-compose gives to posts', () => {
      const made = make(config('jekyll_compose:\n  auto_open: true\n  default_front_matter:\n    drafts:\n      image:\n    posts:\n      layout: wide\n      description:\n      tags: []\n      sitemap: false\n      header:\n        overlay: 0.5\n'));
      assert.equal(made.path, '_posts/2026-11-24-레몬-콘퍼런스-후기.md');
      assert.deepEqual(head(made), ['layout: wide', 'title: 레몬 콘퍼런스 후기', 'date: 2026-11-24 00:00 +0900', 'description: 레몬 콘퍼런스에서 들은 발표와 나눈 이야기를 적었습니다.', 'tags: [후기, 컨퍼런스]', 'sitemap: false', 'header: {"overlay":0.5}']);
    });

    it('has what we would write where nothing is given', () => assert.deepEqual(head(make(JEKYLL)).slice(0, 2), ['layout: post', 'title: 레몬 콘퍼런스 후기']));

    it('lies below the sources and the folder of the collections', () => {
      assert.equal(make({ '_config.yml': 'source: src\n', 'src/_posts/.keep': '' }).path, 'src/_posts/2026-11-24-레몬-콘퍼런스-후기.md');
      assert.equal(make({ '_config.yml': 'collections_dir: col\n', 'col/_posts/.keep': '' }).path, 'col/_posts/2026-11-24-레몬-콘퍼런스-후기.md');
    });
  });

  describe('of Hexo', () => {
    const scaffold = '---\ntitle: {{ title }}\ndate: {{ date }}\nlayout: {{ layout }}\ntags:\ncategories:\n  - 행사\n---\n';

    it('keeps keys, order and values of the scaffold', () => {
      assert.deepEqual(head(make({ ...HEXO, 'scaffolds/post.md': scaffold })), ['title: 레몬 콘퍼런스 후기', 'date: 2026-11-24 00:00:00', 'description: 레몬 콘퍼런스에서 들은 발표와 나눈 이야기를 적었습니다.', 'layout: post', 'tags: [후기, 컨퍼런스]', 'categories:', '  - 행사']);
    });

    it('is named as the configuration says', () => {
      const path = (yaml: string, id: KindId = 'review'): string => make({ ...HEXO, '_config.yml': `title: 글\n${yaml}` }, id, id === 'club' ? '레몬 Club' : undefined).path;
      assert.equal(path('new_post_name: :year-:month-:day-:title.md\n'), 'source/_posts/2026-11-24-레몬-콘퍼런스-후기.md');
      assert.equal(path('new_post_name: :year/:title.md\n'), 'source/_posts/2026/레몬-콘퍼런스-후기.md');
      assert.equal(path('filename_case: 2\n', 'club'), 'source/_posts/레몬-CLUB-시작하며.md');
      assert.equal(path('default_layout: draft\n'), 'source/_drafts/레몬-콘퍼런스-후기.md');
    });

    it('takes the scaffold of the default layout, of drafts where that is it', () => {
      const files = { ...HEXO, 'scaffolds/draft.md': '---\ntitle: {{ title }}\nfrom: draft\n---\n', 'scaffolds/photo.md': '---\ntitle: {{ title }}\nfrom: photo\n---\n' };
      assert.equal(head(make({ ...files, '_config.yml': 'default_layout: draft\n' })).at(-1), 'from: draft');
      assert.equal(head(make({ ...files, '_config.yml': 'default_layout: photo\n' })).at(-1), 'from: photo');
    });

    it('is told where only Hexo can run it', () => {
      assert.deepEqual(make({ ...HEXO, 'scaffolds/post.md': '---\ntitle: {{ title | upper }}\n---\n' }).notes, ['"scaffolds/post.md" was not used, as only the engine can run it: {{ title | upper }}']);
    });
  });
});
