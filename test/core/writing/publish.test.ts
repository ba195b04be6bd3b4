import assert from 'node:assert/strict';
import fc from 'fast-check';
import { momentOf } from '../../../src/core/dates';
import { factsOf } from '../../../src/core/facts';
import { applyEdits } from '../../../src/core/span';
import { publish, unpublish } from '../../../src/core/writing/publish';
import type { Told } from '../../../src/core/writing/reshape';
import { blog, HUGO, JEKYLL, type BlogOptions } from '../../blog';

type Files = Readonly<Record<string, string>>;
type Way = typeof publish;

/** Noon of 24 November 2026 in Seoul, of which Hugo's zone has 03:00. */
function done(way: Way, path: string, files: Files, options: BlogOptions = {}): Told {
  const { site, post } = blog(files, options);
  const made = way(post(path), site);
  assert.ok(!('refusal' in made), 'refusal' in made ? made.refusal : '');
  assert.equal(made.post.text, applyEdits(files[path]!, made.edits));
  return made;
}

const textAfter = (way: Way, path: string, files: Files, options?: BlogOptions): string => done(way, path, files, options).post.text;
const moves = (made: Told): readonly string[] => made.moves.map(({ from, to }) => `${from} > ${to}`);

function refused(way: Way, path: string, files: Files): string {
  const { site, post } = blog(files);
  const made = way(post(path), site);
  assert.ok('refusal' in made);
  return made.refusal;
}

function links(made: Told, path: string, files: Files): string {
  const { site, post } = blog(files);
  assert.ok(made.links.pages.includes(path), made.links.pages.join());
  return applyEdits(files[path]!, made.links.editsIn(factsOf(post(path), site)));
}

const head = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n글\n`;
const hugo = (text: string, others: Files = {}): Files => ({ ...HUGO, 'content/post/x.md': text, ...others });
const X = 'content/post/x.md';

describe('publishing', () => {
  it('turns the switch off and dates the post by its own form', () => {
    assert.equal(textAfter(publish, X, hugo(head('title: 가', 'date: "2026-11-02T09:00:00+09:00" # 날', 'draft: true # 아직'))), head('title: 가', 'date: "2026-11-24T12:00:00+09:00" # 날', 'draft: false # 아직'));
    assert.equal(textAfter(publish, X, hugo('+++\ntitle = "가"\ndate = 2026-11-02\ndraft = true\n+++\n')), '+++\ntitle = "가"\ndate = 2026-11-24\ndraft = false\n+++\n');
    assert.equal(textAfter(publish, X, hugo('{\n  "title": "가",\n  "date": "2026-11-02T00:00:00Z",\n  "draft": true\n}\n')), '{\n  "title": "가",\n  "date": "2026-11-24T03:00:00Z",\n  "draft": false\n}\n');
  });

  it('keeps a day of today or of later, and says when a scheduled post appears', () => {
    const today = head('title: 가', 'date: 2026-11-24T08:00:00+09:00', 'draft: true');
    assert.equal(textAfter(publish, X, hugo(today)), today.replace('draft: true', 'draft: false'));
    const later = head('title: 가', 'date: 2026-12-01T08:00:00+09:00', 'draft: true');
    const made = done(publish, X, hugo(later));
    assert.equal(made.post.text, later.replace('draft: true', 'draft: false'));
    assert.match(made.message, /^"가" is scheduled: it appears on December 1 at 08:00/);
  });

  it('writes a time that the engine does not take for the future', () => {
    const text = head('title: 가', 'date: 2026-11-02T09:00:00', 'draft: true');
    assert.match(textAfter(publish, X, hugo(text)), /^date: 2026-11-24T03:00:00$/m);
    assert.match(textAfter(publish, X, { ...hugo(text), 'hugo.toml': 'timeZone = "Asia/Seoul"\n' }), /^date: 2026-11-24T12:00:00$/m);
    const early = { now: '2026-11-23T23:00:00Z' }; // the 24th, 8 o'clock, in Seoul
    assert.match(textAfter(publish, X, hugo(head('title: 가', 'date: 2026-11-02', 'draft: true')), early), /^date: 2026-11-23$/m);
  });

  it('takes the form of the newest posts where the post has no date, behind its title', () => {
    const others = { 'content/post/a.md': head('title: 나', "date: '2026-10-01 09:30:00+09:00'"), 'content/post/b.md': head('title: 다', "date: '2026-09-01 09:30:00+09:00'"), 'content/post/c.md': head('title: 라', 'date: 2026-08-01') };
    const files = hugo(head('title: 가 # 이름', 'tags: [a]', 'draft: true'), others);
    assert.equal(textAfter(publish, X, files), head('title: 가 # 이름', "date: '2026-11-24 12:00:00+09:00'", 'tags: [a]'));
    const empty = hugo(head('title: 가', 'date:', 'draft: true'), others);
    assert.match(textAfter(publish, X, empty), /^date: '2026-11-24 12:00:00\+09:00'$/m);
    assert.match(textAfter(publish, X, hugo(head('title: 가', 'draft: true'))), /^date: 2026-11-24T12:00:00\+09:00$/m);
  });

  it('takes the switch out where the other posts have none, unless something else stands on its line', () => {
    const others = { 'content/post/a.md': head('title: 나', 'date: 2026-10-01') };
    assert.equal(textAfter(publish, X, hugo(head('title: 가', 'draft: true', 'date: 2026-11-02'), others)), head('title: 가', 'date: 2026-11-24'));
    assert.match(textAfter(publish, X, hugo(head('title: 가', 'draft: true # 아직', 'date: 2026-11-02'), others)), /^draft: false # 아직$/m);
    assert.equal(textAfter(publish, X, hugo('{"title": "가", "draft": true, "date": "2026-11-02"}\n', others)), '{"title": "가", "date": "2026-11-24"}\n');
  });

  it('answers a switch that the site sets', () => {
    const files = hugo(head('title: 가', 'date: 2026-11-24'), { 'content/post/_index.md': '---\ncascade:\n  draft: true\n---\n' });
    assert.match(textAfter(publish, X, files), /^draft: false$/m);
  });

  it('moves a draft of Jekyll to where posts are, and the links to it follow', () => {
    const files = { ...JEKYLL, '_drafts/x.md': head('layout: post', 'title: 가'), '_posts/2026-10-01-a.md': `${head('title: 나')}\n[가]({% link _drafts/x.md %})\n` };
    const made = done(publish, '_drafts/x.md', files);
    assert.deepEqual([moves(made), made.edits, made.message], [['_drafts/x.md > _posts/2026-11-24-x.md'], [], '"가" is no draft any more: the next build publishes it.']);
    assert.match(links(made, '_posts/2026-10-01-a.md', files), /\[가\]\(\{% (?:link _posts\/2026-11-24-x\.md|post_url 2026-11-24-x) %\}\)/);
    const dated = { ...files, '_drafts/x.md': head('title: 가', 'date: 2026-12-01 09:00:00 +0900', 'published: false') };
    const scheduled = done(publish, '_drafts/x.md', dated);
    assert.deepEqual(moves(scheduled), ['_drafts/x.md > _posts/2026-12-01-x.md']);
    assert.equal(scheduled.post.text, head('title: 가', 'date: 2026-12-01 09:00:00 +0900'));
    assert.match(scheduled.message, /scheduled/);
  });

  it('names a post by the day that is written in it, whatever the clock of the machine says', () => {
    const files = { ...JEKYLL, '_drafts/x.md': head('title: 가', 'date: 2026-11-02 09:00:00 +0900') };
    const made = done(publish, '_drafts/x.md', files, { now: '2026-11-23T16:00:00Z', timeZone: 'UTC' });
    assert.deepEqual([moves(made), made.post.text], [['_drafts/x.md > _posts/2026-11-24-x.md'], head('title: 가', 'date: 2026-11-24 01:00:00 +0900')]);
  });

  it('gives a post that is dated anew the day in its name, and links by the old address follow', () => {
    const files = { ...JEKYLL, '_posts/2026-10-01-x.md': head('title: 가', 'published: false'), '_posts/2026-10-02-a.md': `${head('title: 나')}\n[가](/2026/10/01/x.html)\n` };
    const made = done(publish, '_posts/2026-10-01-x.md', files);
    assert.deepEqual([moves(made), made.post.text], [['_posts/2026-10-01-x.md > _posts/2026-11-24-x.md'], head('title: 가')]);
    assert.match(links(made, '_posts/2026-10-02-a.md', files), /\[가\]\(\/2026\/11\/24\/x\.html\)/);
    const bundle = { 'hugo.toml': '[permalinks]\npost = "/:year/:month/:slug/"\n', 'content/post/2026-10-01-x/index.md': head('title: 가', 'slug: x', 'date: 2026-10-01', 'draft: true'), 'content/post/2026-10-01-x/a.png': '', 'content/post/b.md': `${head('title: 나', 'date: 2026-10-02', 'draft: false')}\n[가](/2026/10/x/)\n` };
    const whole = done(publish, 'content/post/2026-10-01-x/index.md', bundle);
    assert.deepEqual(moves(whole), ['content/post/2026-10-01-x > content/post/2026-11-24-x']);
    assert.match(links(whole, 'content/post/b.md', bundle), /\[가\]\(\/2026\/11\/x\/\)/);
    assert.equal(whole.site.files.has('content/post/2026-11-24-x/a.png'), true);
  });

  it('follows an address that only the date moves', () => {
    const files = { 'hugo.toml': '[permalinks]\npost = "/:year/:month/:slug/"\n', [X]: head('title: 가', 'slug: x', 'date: 2026-10-01', 'draft: true'), 'content/post/b.md': `${head('title: 나', 'date: 2026-10-02', 'draft: false')}\n[가](/2026/10/x/)\n` };
    const made = done(publish, X, files);
    assert.deepEqual(moves(made), []);
    assert.match(links(made, 'content/post/b.md', files), /\[가\]\(\/2026\/11\/x\/\)/);
  });

  it('names a post of Hexo by new_post_name and takes its folder of files along', () => {
    const files = { '_config.yml': 'new_post_name: :year-:month-:title.md\npost_asset_folder: true\n', 'source/_posts/.keep': '', 'source/_drafts/x.md': head('title: 가'), 'source/_drafts/x/a.png': '' };
    const made = done(publish, 'source/_drafts/x.md', files);
    assert.deepEqual(moves(made), ['source/_drafts/x.md > source/_posts/2026-11-x.md', 'source/_drafts/x > source/_posts/2026-11-x']);
    assert.equal(made.post.text, head('title: 가', 'date: 2026-11-24 12:00:00'));
    const back = done(unpublish, 'source/_posts/2026-11-x.md', { '_config.yml': files['_config.yml'], 'source/_posts/2026-11-x.md': made.post.text, 'source/_drafts/.keep': '' });
    assert.deepEqual([moves(back), back.edits], [['source/_posts/2026-11-x.md > source/_drafts/x.md'], []]);
  });

  it('does nothing for what is published, is no post, cannot be read, or has its place taken', () => {
    assert.equal(refused(publish, X, hugo(head('title: 가', 'date: 2026-10-01'))), 'This post is no draft.');
    assert.equal(refused(publish, 'README.md', hugo('', { 'README.md': '글' })), 'This file is no post of a blog.');
    assert.equal(refused(publish, X, hugo(head('title: "가', 'draft: true'))), 'The front matter of this post cannot be read.');
    assert.equal(refused(publish, '_drafts/x.md', { ...JEKYLL, '_drafts/x.md': head('title: 가'), '_posts/2026-11-24-X.md': '' }), '"_posts/2026-11-24-x.md" is already there: nothing was changed.');
    assert.equal(refused(unpublish, X, hugo(head('title: 가', 'draft: true'))), 'This post is a draft already.');
  });

  it('takes a post back: by its switch, or to the folder of drafts where the blog has one', () => {
    assert.equal(textAfter(unpublish, X, hugo(head('title: 가', 'date: 2026-10-01'))), head('title: 가', 'date: 2026-10-01', 'draft: true'));
    assert.equal(textAfter(unpublish, X, hugo(head('title: 가', 'draft: false'))), head('title: 가', 'draft: true'));
    const post = { ...JEKYLL, '_posts/2026-10-01-x.md': head('title: 가') };
    assert.equal(textAfter(unpublish, '_posts/2026-10-01-x.md', post), head('title: 가', 'published: false'));
    const made = done(unpublish, '_posts/2026-10-01-x.md', { ...post, '_drafts/.keep': '' });
    assert.deepEqual([moves(made), made.edits], [['_posts/2026-10-01-x.md > _drafts/x.md'], []]);
    assert.equal(textAfter(unpublish, '글.md', { '글.md': '# 글\r\n' }), '---\r\ndraft: true\r\n---\r\n\r\n# 글\r\n');
  });

  it('leaves every other byte as it is, there and back, and then is no draft, dated now', () => {
    const word = fc.stringMatching(/^[가-힣a-z]{1,6}$/);
    const field = fc.record({ key: fc.stringMatching(/^x[a-z]{1,5}$/), value: word, comment: fc.option(word, { nil: undefined }) });
    const form = fc.constantFrom('2026-01-02', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05+09:00', '2026-01-02T03:04:05');
    const any = fc.record({
      format: fc.constantFrom('yaml' as const, 'toml' as const, 'json' as const), nl: fc.constantFrom('\n', '\r\n'), quote: fc.constantFrom('', '"', "'"),
      fields: fc.uniqueArray(field, { selector: ({ key }) => key, maxLength: 5 }), at: fc.nat(5), draftAt: fc.nat(6), form, body: fc.string(),
    });
    fc.assert(fc.property(any, ({ format, nl, quote, fields, at, draftAt, form, body }) => {
      const write = (key: string, value: string, comment?: string): string => (format === 'json' ? `  "${key}": ${value}`
        : `${key} ${format === 'toml' ? '=' : ':'}   ${value}${comment === undefined ? '' : ` # ${comment}`}`.replace(' :', ':'));
      const lines = fields.map(({ key, value, comment }) => write(key, `"${value}"`, comment));
      lines.splice(Math.min(at, lines.length), 0, write('date', format === 'json' ? `"${form}"` : quote + form + quote, '날'));
      lines.splice(Math.min(draftAt, lines.length), 0, write('draft', 'true'));
      const [open, between, close] = format === 'json' ? ['{', `,${nl}`, '}'] : format === 'toml' ? ['+++', nl, '+++'] : ['---', nl, '---'];
      const text = `${open}${nl}${lines.join(between)}${nl}${close}${nl}${body}`;
      const made = done(publish, X, hugo(text));
      const rest = (all: string): readonly string[] => all.split(/(?<=\n)/).map(line => line.replace(/^(\W*date\W*)[\dTZ:+-]+/, '$1').replace(/^(\s*"?draft\W*)(?:true|false)/, '$1'));
      assert.deepEqual(rest(made.post.text), rest(text));
      assert.equal(made.site.flavor.isDraft(made.post, made.site), false);
      const date = made.site.flavor.date(made.post, made.site);
      assert.ok(typeof date === 'object' && momentOf(date, 'UTC') <= made.site.now && momentOf(date, 'UTC') > made.site.now - 86_400_000);
      assert.equal(textAfter(unpublish, X, hugo(made.post.text)), made.post.text.replace(/(draft\W*)false/, '$1true'));
    }), { numRuns: 100 });
  });
});
