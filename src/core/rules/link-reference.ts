import { nearestWord } from '../files';
import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';

export const linkReference: Rule = {
  id: 'link-reference',
  summary: 'A link by reference has no address in the post, and its brackets are shown.',
  severity: 'warning',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    const labels = post.document.referenceLabels;
    for (const { label, span, labelSpan } of post.document.missingReferences) {
      const near = nearestWord(label, labels);
      yield {
        span, message: site.say('"[{0}]" has no address in this post: its brackets will be shown.', label),
        fixes: near === undefined ? [] : [{ title: site.say('Change to "{0}"', `[${near}]`), edits: [{ ...labelSpan, text: near }], isSafe: false }],
      };
    }
  },
};
