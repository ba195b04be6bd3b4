import { splitPath } from '../files';
import { lineEnding } from '../span';
import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';
import { writeFrontMatter } from '../writing/compose';
import { basicFields, today } from './head';

export const frontMatterMissing: Rule = {
  id: 'front-matter-missing',
  summary: 'A post without front matter has no title, description or date of its own.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (post.frontMatter || !site.flavor.isPost(post.path, site)) return;
    const span = post.lines.spanOf(post.lines.lineAt(post.body.start));
    const beginsLate = /^\s+(?=(?:---|\+\+\+)[ \t]*(?:\r|\n|$))/.exec(post.text.slice(post.body.start));
    if (beginsLate) {
      const end = post.body.start + beginsLate[0].length;
      yield {
        span, message: site.say('The front matter does not begin on the first line: {0} does not see it.', site.flavor.name),
        fixes: [{ title: site.say('Remove the blank lines above'), edits: [{ start: post.body.start, end, text: '' }], isSafe: true }],
      };
    } else if (site.flavor.needsFrontMatter) {
      yield { span, message: site.say('This post has no front matter.'), fixes: addFrontMatter(post, site) };
    } else {
      const message = site.flavor.impliedTitle(post) === undefined
        ? site.say('There is no front matter: the post has no title, description or date.')
        : site.say('There is no front matter: the title is taken from the first heading, and there is no description or date.');
      yield { span, message, severity: 'information', fixes: addFrontMatter(post, site) };
    }
  },
};

function addFrontMatter(post: Post, site: Site): readonly Fix[] {
  // fences in another format than the engine's: a second front matter above would not help
  if (/^\s*(?:---|\+\+\+|\{\s*")/.test(post.text.slice(post.body.start))) return [];
  const title = post.headings.find(({ level, text }) => level === 1 && text)?.text
    ?? site.flavor.impliedTitle(post) ?? splitPath(post.path).name.replace(/\.[^.]+$/, '');
  const { format } = site.flavor.newPost('x', today(site), site);
  const blank = /^\s*$/.test(post.lines.text.slice(post.body.start).split(/\r|\n/, 1)[0]!) ? '' : '\n';
  const text = (writeFrontMatter(format, basicFields(title, site)) + blank).replace(/\n/g, lineEnding(post.text));
  return [{ title: site.say('Add front matter'), edits: [{ start: post.body.start, end: post.body.start, text }], isSafe: false }];
}
