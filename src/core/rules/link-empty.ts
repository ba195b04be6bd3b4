import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';

export const linkEmpty: Rule = {
  id: 'link-empty',
  summary: 'A link or image has no address.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    for (const { target, span, isImage } of post.links) {
      if (target.trim() !== '') continue;
      yield { span, message: isImage ? site.say('This image has no address.') : site.say('This link has no address.') };
    }
  },
};
