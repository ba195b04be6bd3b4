import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../src/core/lint';
import { speaker } from '../../src/core/language';
import { overview, phrase } from '../../src/core/overview';
import { RULES } from '../../src/core/rules';
import { blog, HUGO } from '../blog';

const KOREAN = JSON.parse(readFileSync('media/l10n/bundle.l10n.ko.json', 'utf8')) as Readonly<Record<string, string>>;
const POST = '---\ntitle: 글\ndate: 2026-11-20\ndescription: 요약\n---\n\n글입니다.\n';

function said(files: Readonly<Record<string, string>>, say = speaker()): string | undefined {
  const { site, posts } = blog({ ...HUGO, ...files }, { say });
  const pages = posts.filter(({ path }) => site.flavor.isPost(path, site));
  return overview(site, pages.length, pages.map(post => lint(post, site)));
}

describe('the overview of a blog', () => {
  const bold = POST.replace('글입니다.', "**'글'**입니다. 또 **(글)**입니다.");
  const without = POST.replace('description: 요약\n', '');

  it('counts posts and not slips, the most frequent first', () => {
    const files = { 'content/post/a.md': bold, 'content/post/b.md': without, 'content/post/c.md': without, 'content/post/d.md': POST };
    assert.equal(said(files), 'Hugo, 4 posts: 2 without a description, 1 with broken bold.');
    assert.equal(said(files, speaker(KOREAN)), 'Hugo, 글 4편: 요약이 없는 글 2편, 굵은 글씨가 깨지는 글 1편.');
  });

  it('is silent where all is in order, or only worth knowing', () => {
    assert.equal(said({ 'content/post/a.md': POST }), undefined);
    assert.equal(said({ 'content/post/a.md': POST.replace('title: 글', 'title: 글\ndraft: true') }), undefined);
  });

  it('has words for every rule that speaks of slips', () => {
    assert.deepEqual(RULES.filter(({ id, severity }) => (severity === 'information') !== (phrase(id, 1, speaker()) === undefined)).map(({ id }) => id), []);
  });
});
