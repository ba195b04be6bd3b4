// What is said of a field of front matter that is pointed at. A bar in a text is the pointer.
import assert from 'node:assert/strict';
import { aboutFieldAt } from '../../../src/core/editing/fieldhovers';
import { parsePost } from '../../../src/core/post';
import { blog, HUGO, JEKYLL } from '../../blog';

type Files = Readonly<Record<string, string>>;

function about(files: Files, path: string, marked: string): readonly string[] | undefined {
  const text = marked.replace('|', '');
  const { site } = blog({ ...files, [path]: text });
  const found = aboutFieldAt(parsePost(path, text, site), marked.indexOf('|'), site);
  return found && [text.slice(found.span.start, found.span.end), found.title, found.meaning ?? '', ...found.facts, found.source ?? ''];
}

const at = 'content/post/새글.md';
const post = (head: string): string => `---\n${head}---\n\n본문\n`;
const others: Files = { ...HUGO, 'content/post/a.md': post('title: 가\ntags: [도커, 리눅스]\nmath: true\n'), 'content/post/b.md': post('title: 나\ntags: [도커]\n') };

describe('the card about a field', () => {
  it('says of a key what it does, who reads it and how many posts have it', () => {
    assert.deepEqual(about(others, at, post('ti|tle: 글\n')), ['title', 'title', 'The post’s title, in lists, feeds and the browser’s tab.', '3 of 3 posts of the blog have it.', 'https://gohugo.io/content-management/front-matter/']);
    assert.deepEqual(about(others, at, post('ma|th: true\n')), ['math', 'math', 'Whether formulas in the post are drawn.', 'Hugo hands it on: the theme reads it.', '2 of 3 posts of the blog have it.', '']);
    assert.deepEqual(about(others, at, post('내|키: 1\n')), ['내키', '내키', '', 'Hugo does not know this key: themes and templates may read it.', '1 of 3 posts of the blog have it.', '']);
    assert.deepEqual(about(others, at, '+++\n[params]\nma|th = true\n+++\n')?.slice(0, 2), ['math', 'params.math']);
    assert.deepEqual(about({ ...JEKYLL, '_config.yml': 'plugins: [jekyll-redirect-from]\n' }, '_posts/2026-01-01-a.md', post('redirect|_from: /x/\n'))?.slice(2, 4), ['Earlier addresses, each with a page that leads here.', 'Read by jekyll-redirect-from.']);
  });

  it('says what comes of a value: dates, drafts, addresses, tags', () => {
    assert.deepEqual(about(others, at, post('date: 2026-11-2|4T09:00:00+09:00\n')), ['2026-11-24T09:00:00+09:00', 'date', '', 'November 24, 2026 09:00:00 (UTC+09:00)', '']);
    // without an offset Hugo reads UTC, in which it is still morning
    assert.deepEqual(about(others, at, post('date: 2026-11-2|4T09:00:00\n'))?.slice(3, 5), ['November 24, 2026 09:00:00 (UTC)', 'In the future: Hugo leaves the post out until then.']);
    assert.deepEqual(about({ ...others, 'hugo.toml': 'buildFuture = true\n' }, at, post('date: 2026-12-2|4\n'))?.slice(3, 5), ['December 24, 2026 (UTC)', 'In the future.']);
    assert.deepEqual(about(others, at, post('date: 2026-01-01\nexpiryDate: 2026-02-0|1\n'))?.slice(3, 5), ['February 1, 2026 (UTC)', 'This moment is over: Hugo leaves the post out.']);
    assert.deepEqual(about(others, at, post('draft: tr|ue\n'))?.[3], 'This post is a draft: it will not be published.');
    assert.deepEqual(about(others, at, post('draft: fal|se\n'))?.[3], 'This post is no draft.');
    assert.deepEqual(about(others, at, post('slug: do|cker\n'))?.[3], 'The post’s address is https://blog.example.com/post/docker/.');
    assert.deepEqual(about(others, at, post('tags:\n  - 리눅스\n  - 도|커\n')), ['도커', '도커', '', '3 posts of the blog have it.', '']);
    const given = { ...JEKYLL, '_config.yml': 'defaults:\n  - scope: {path: ""}\n    values: {layout: wide}\n' };
    assert.ok(about(given, '_posts/2026-01-01-a.md', post('layo|ut: post\n'))?.includes('Without it the site gives "wide".'));
  });

  it('says nothing elsewhere', () => {
    for (const text of [post('title: 글|\n'), '---\ntitle: 글\n---\n본|문\n', post('# 주|석\ntitle: 글\n'), post('title: [|\n')]) assert.equal(about(others, at, text), undefined, text);
  });
});
