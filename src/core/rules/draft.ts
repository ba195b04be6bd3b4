import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';
import { draftSwitch, placeOf, readableHead } from './head';

export const draft: Rule = {
  id: 'draft',
  summary: 'A draft is not published.',
  severity: 'information',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    if (!frontMatter || !site.flavor.isDraft(post, site)) return;
    const turned = draftSwitch(frontMatter, post, site);
    yield {
      span: placeOf(frontMatter, post, turned ? [turned.key] : []),
      message: site.say('This post is a draft: it will not be published.'),
      command: 'publish',
      fixes: turned ? [{ title: site.say('Publish: set {0} to {1}', turned.key, turned.edit.text), edits: [turned.edit], isSafe: false }] : [],
    };
  },
};
