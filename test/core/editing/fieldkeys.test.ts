// What is offered on a line of front matter: keys and values. A bar in a text is the cursor.
import assert from 'node:assert/strict';
import { offersAt, type Offer, type Offers } from '../../../src/core/editing/completion';
import { parseFrontMatter } from '../../../src/core/frontmatter';
import { parsePost } from '../../../src/core/post';
import { applyEdits } from '../../../src/core/span';
import { speaker } from '../../../src/core/language';
import { blog, HUGO, JEKYLL } from '../../blog';
import korean from '../../../media/l10n/bundle.l10n.ko.json';

type Files = Readonly<Record<string, string>>;
const at = 'content/post/새글.md';

function found(files: Files, marked: string, path = at, language?: 'ko'): { readonly offers: readonly Offer[]; readonly labels: readonly string[]; take(label: string): string; readonly all: Offers | undefined } {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { site } = blog({ ...files, [path]: text }, language ? { say: speaker(korean) } : {});
  const all = offersAt(parsePost(path, text, site), offset, site);
  const offers = all?.offers ?? [];
  const take = (label: string): string => {
    const offer = offers.find(each => each.label === label);
    assert.ok(offer && all, `${label} is offered`);
    return applyEdits(text, [{ ...all.span, text: offer.insert }, ...(all.also ?? [])]);
  };
  return { offers, labels: offers.map(({ label }) => label), take, all };
}

const post = (head: string): string => `---\n${head}---\n\n본문\n`;
const two: Files = {
  ...HUGO,
  'content/post/a.md': post('title: "첫 글"\ndate: 2026-03-01T09:00:00+09:00\ndraft: false\ntags:\n  - 도커\n  - 리눅스\ncover:\n  image: a.png\n  alt: 그림\nmath: true\n'),
  'content/post/b.md': post('title: "둘째 글"\ndate: 2026-04-01T09:00:00+09:00\ndraft: true\ntags:\n  - 도커\n  - 쿠버네티스\n'),
};

describe('keys of front matter', () => {
  it('are those that the blog uses most, with their share, then the engine’s; none that is there', () => {
    const { offers, labels } = found(two, post('title: 새 글\n|\n'));
    // the post being written is one as well
    assert.deepEqual(offers.slice(0, 5).map(({ label, detail }) => [label, detail]), [['date', '2 of 3 posts'], ['draft', '2 of 3 posts'], ['tags', '2 of 3 posts'], ['cover', '1 of 3 posts'], ['math', '1 of 3 posts']]);
    assert.ok(labels.includes('slug') && labels.includes('expiryDate') && labels.includes('isCJKLanguage'));
    assert.ok(!labels.includes('title') && !labels.includes('cascade') && !labels.includes('toc') && !labels.includes('menu'));
    assert.equal(new Set(labels.map(label => label.toLowerCase())).size, labels.length);
  });

  it('are put in as the blog writes them: lists, quotes, dates, yes and no', () => {
    const { take, offers } = found(two, post('description: 글\n|\n'));
    assert.equal(take('title'), post('description: 글\ntitle: ""\n'));
    assert.equal(take('tags'), post('description: 글\ntags:\n  - \n'));
    assert.equal(take('date'), post('description: 글\ndate: 2026-11-24T12:00:00+09:00\n'));
    assert.deepEqual(offers.find(({ label }) => label === 'draft')?.pieces, ['draft: ', { choices: ['true', 'false'] }]);
    // a list that the blog has not is written as its others are
    assert.equal(take('aliases'), post('description: 글\naliases:\n  - \n'));
    const flow = { ...HUGO, 'content/post/a.md': post('title: 글\ntags: ["도커"]\n') };
    assert.equal(found(flow, post('title: 새 글\n|\n')).take('tags'), post('title: 새 글\ntags: [""]\n'));
    assert.equal(found(two, '---\r\ntitle: 글\r\n|\r\n---\r\n').take('tags'), '---\r\ntitle: 글\r\ntags:\r\n  - \r\n---\r\n');
  });

  it('are found by a part of their name and of what they mean, Hangul included', () => {
    const typed = found(two, post('title: 새 글\ntag|\ndescription: 요약\n'));
    assert.equal(typed.labels[0], 'tags');
    assert.equal(typed.take('tags'), post('title: 새 글\ntags:\n  - \ndescription: 요약\n'));
    assert.equal(found(two, post('title: 새 글\n초아|\n'), at, 'ko').labels[0], 'draft');
    assert.ok(found(two, post('title: 새 글\n태|\n'), at, 'ko').labels.includes('tags'));
    assert.deepEqual(found(two, post('title: 새 글\n없는말|\n')).labels, []);
  });

  it('stand in the map that the line is in', () => {
    assert.deepEqual(found(two, post('title: 글\ncover:\n  image: b.png\n  |\n')).labels, ['alt']);
    assert.deepEqual(found(two, post('title: 글\ncover:\n  |\n')).labels, ['alt', 'image']);
    const toml = { ...HUGO, 'content/post/a.md': '+++\ntitle = "글"\n[params]\nmath = true\ntoc = false\n+++\n' };
    assert.deepEqual(found(toml, '+++\ntitle = "글"\n[params]\nmath = true\n|\n+++\n').labels, ['toc']);
    assert.ok(found(toml, '+++\ntitle = "글"\n|\n[params]\nmath = true\n+++\n').labels.includes('draft'));
  });

  it('are none where a key cannot stand', () => {
    for (const text of [
      post('description: >-\n  긴\n  |\n  글\n'), post('description: |-\n  긴\n\n  글\n').replace('\n\n  글', '\n|\n  글'), post('title: 글 |\n'), post('tags:\n  - 가\n    |\n'), '---\ntitle: 글\n---\n\n|본문\n',
      '---\n{title: 글,\n|\n}\n---\n', '+++\ntags = [\n  |\n]\n+++\n', '+++\ntitle = "글"\n[[resources]]\n|\n+++\n', '{\n  "tags": [\n    |\n  ]\n}\n', '+++\ntitle = """\n글\n|\n"""\n+++\n',
    ]) assert.deepEqual(found(two, text).offers.filter(({ kind }) => kind === 'key').map(({ label }) => label), [], text);
  });

  it('fit TOML and JSON', () => {
    const toml = found(two, '+++\ntitle = "글"\n|\n+++\n');
    assert.equal(toml.take('tags'), '+++\ntitle = "글"\ntags = [""]\n+++\n');
    assert.equal(toml.take('date'), '+++\ntitle = "글"\ndate = 2026-11-24T12:00:00+09:00\n+++\n');
    assert.equal(found(two, '{\n  "title": "글"\n  |\n}\n').take('tags'), '{\n  "title": "글",\n  "tags": [""]\n}\n');
    assert.equal(found(two, '{\n  |\n  "title": "글"\n}\n').take('draft'), '{\n  "draft": true,\n  "title": "글"\n}\n');
    assert.equal(found(two, '{\n  "title": "글",\n  "sl|"\n}\n').take('slug'), '{\n  "title": "글",\n  "slug": ""\n}\n');
    for (const text of ['{\n  "title": "글"\n  |\n}\n', '{\n  |\n  "title": "글"\n}\n']) {
      for (const { label } of found(two, text).offers) assert.deepEqual(parseFrontMatter(found(two, text).take(label).replace(/": (?=,?\n)/, '": 1'), { formats: ['json'], allowsBlankLinesAbove: true, dotsClose: false, allowsNoOpening: false })?.errors, [], label);
    }
  });

  it('know the engine’s version, plugins and taxonomies', () => {
    const labels = (files: Files, path?: string): readonly string[] => found(files, '---\nlayout: post\n|\n---\n', path).labels;
    assert.ok(labels({ ...HUGO, 'tech-post.json': '{"engineVersion": "0.150.0"}' }).includes('build'));
    assert.ok(!labels({ ...HUGO, 'tech-post.json': '{"engineVersion": "0.111.3"}' }).includes('build'));
    assert.ok(labels({ ...HUGO, 'tech-post.json': '{"engineVersion": "0.111.3"}' }).includes('_build'));
    assert.ok(labels({ ...HUGO, 'hugo.toml': '[taxonomies]\nbook = "books"\n' }).includes('books'));
    const path = '_posts/2026-11-01-새글.md';
    assert.ok(!labels(JEKYLL, path).includes('redirect_from') && labels(JEKYLL, path).includes('excerpt_separator'));
    assert.ok(labels({ ...JEKYLL, '_config.yml': 'plugins: [jekyll-redirect-from]\n' }, path).includes('redirect_from'));
  });
});

describe('values of front matter', () => {
  it('are yes and no, dates of the blog’s form, layouts of the site', () => {
    assert.deepEqual(found(two, post('title: 글\ndraft: |\n')).labels, ['true', 'false']);
    assert.deepEqual(found(two, post('title: 글\ndraft: true|\n')).labels, ['false']);
    const dates = found(two, post('title: 글\ndate: |\n'));
    assert.deepEqual(dates.offers.map(({ label, insert }) => [label, insert]), [
      ['Now', '2026-11-24T12:00:00+09:00'], ['Tomorrow at 09:00', '2026-11-25T09:00:00+09:00'], ['The last day of this month', '2026-11-30T09:00:00+09:00'],
    ]);
    assert.deepEqual(found(two, post('title: 글\nlastmod: |\n')).labels, ['Now']);
    assert.equal(found(two, '+++\ndate = |\n+++\n').offers[0]?.insert, '2026-11-24T12:00:00+09:00');
    assert.equal(found(two, '{\n  "date": |\n}\n').offers[0]?.insert, '"2026-11-24T12:00:00+09:00"');
    const path = '_posts/2026-11-01-새글.md';
    const jekyll = { ...JEKYLL, '_layouts/post.html': '', '_layouts/wide.html': '', '_posts/2026-01-01-a.md': '---\nlayout: post\ndate: 2026-01-01 10:00:00 +0900\n---\n' };
    assert.deepEqual(found(jekyll, '---\nlayout: |\n---\n', path).labels, ['post', 'wide']);
    assert.deepEqual(found(jekyll, '---\ndate: |\n---\n', path).offers.at(-1), { kind: 'value', label: 'The day in the file name', detail: '2026-11-01 00:00:00 +0900', insert: '2026-11-01 00:00:00 +0900' });
    assert.deepEqual(found(two, post('title: 글\nslug: |\n')).labels, []);
    // any key whose values come again is a choice
    const often = { ...HUGO, ...Object.fromEntries(['a', 'b', 'c', 'd'].map((name, index) => [`content/post/${name}.md`, post(`title: ${name}\nlicense: ${index % 2 ? 'CC0' : 'CC BY 4.0'}\n`)])) };
    assert.deepEqual(found(often, post('license: |\n')).labels, ['CC BY 4.0', 'CC0']);
    assert.deepEqual(found(often, post('title: |\n')).labels, []);
  });
});
