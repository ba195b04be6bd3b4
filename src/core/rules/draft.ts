import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { FrontMatter } from '../frontmatter';
import type { Site } from '../site';
import { editedHead, placeOf, readableHead } from './head';

export const draft: Rule = {
  id: 'draft',
  summary: 'A draft is not published.',
  severity: 'information',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    if (!frontMatter || !site.flavor.isDraft(post)) return;
    const fix = publish(frontMatter, post, site);
    const keys = fix ? [fix.key] : [];
    yield { span: placeOf(frontMatter, post, keys), message: site.say('This post is a draft: it will not be published.'), fixes: fix ? [fix] : [] };
  },
};

/** The one field that makes the post a draft, turned; none where the folder does. */
function publish(frontMatter: FrontMatter, post: Post, site: Site): (Fix & { readonly key: string }) | undefined {
  for (const key of new Set([site.flavor.draftField.key, 'draft', 'published'])) {
    const field = frontMatter.field(key);
    const value = String(field?.value);
    if (!field || (value !== 'true' && value !== 'false')) continue;
    const edit = { ...field.valueSpan, text: value === 'true' ? 'false' : 'true' };
    if (site.flavor.isDraft(editedHead(post, site, edit))) continue;
    return { key: field.key, title: site.say('Publish: set {0} to {1}', field.key, edit.text), edits: [edit], isSafe: false };
  }
  return undefined;
}
