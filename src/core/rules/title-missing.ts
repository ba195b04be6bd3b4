import type { Post } from '../post';
import { fieldText } from '../source';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';
import { placeOf, readableHead, whole } from './head';

export const titleMissing: Rule = {
  id: 'title-missing',
  summary: 'A post without a title is an empty line in lists and feeds.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    if (!frontMatter || fieldText(whole(post, site), ['title']) !== undefined) return;
    const implied = site.flavor.impliedTitle(post);
    if (implied !== undefined && !site.flavor.needsFrontMatter) return;
    const heading = post.headings.find(({ level, text }) => level === 1 && text)?.text;
    yield {
      span: placeOf(frontMatter, post, ['title']),
      message: implied === undefined ? site.say('This post has no title.') : site.say('This post has no title: it will be called "{0}".', implied),
      fixes: heading === undefined ? [] : [{ title: site.say('Add the title "{0}"', heading), edits: [frontMatter.set('title', heading)], isSafe: false }],
    };
  },
};
