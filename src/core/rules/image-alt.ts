import type { Link } from '../markdown/document';
import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';

export const imageAlt: Rule = {
  id: 'image-alt',
  summary: 'An image without alternative text says nothing to those who do not see it.',
  severity: 'information',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    const around = post.links.filter(link => !link.isImage && /!\[|<img/i.test(link.text ?? ''));
    for (const image of post.links) {
      if (!image.isImage || image.isDecoration || image.text?.trim() || image.target.trim() === '' || isSaid(image, around, post)) continue;
      yield { span: image.span, message: site.say('This image has no alternative text.') };
    }
  },
};

/** Inside a link that has text as well. */
const isSaid = ({ span }: Link, around: readonly Link[], post: Post): boolean => around.some(link => link.span.start < span.start && link.span.end > span.end
  && /[\p{L}\p{N}]/u.test((link.text ?? '').replace(post.text.slice(span.start, span.end), '')));
