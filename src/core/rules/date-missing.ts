import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';
import { basicFields, draftSwitch, placeOf, readableHead } from './head';

export const dateMissing: Rule = {
  id: 'date-missing',
  summary: 'Lists and feeds put a post without a date last.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    if (!frontMatter || site.flavor.date(post, site) !== undefined) return;
    const isDraft = site.flavor.isDraft(post, site);
    // a draft that its folder makes one gets its date when it is moved
    if (isDraft && !draftSwitch(frontMatter, post, site)) return;
    const keys = site.flavor.fields.date;
    const [key, value] = basicFields('', site).find(([name]) => keys.includes(name)) ?? [];
    yield {
      span: placeOf(frontMatter, post, keys),
      message: site.say('This post has no date.'),
      ...(site.flavor.needsFrontMatter && !isDraft ? {} : { severity: 'information' as const }),
      fixes: key === undefined || value === undefined ? [] : [{ title: site.say('Add today’s date'), edits: [frontMatter.set(key, value, ['title'])], isSafe: false }],
    };
  },
};
