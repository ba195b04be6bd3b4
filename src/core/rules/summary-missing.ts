import type { Post } from '../post';
import { fieldText } from '../source';
import type { Fix, Problem, Rule } from '../rule';
import type { FrontMatter } from '../frontmatter';
import type { Site } from '../site';
import { placeOf, readableHead, whole } from './head';
import { firstSentence } from './prose';

export const summaryMissing: Rule = {
  id: 'summary-missing',
  summary: 'Without a description, search results and link cards show the first words of a post.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    const keys = site.flavor.fields.summary;
    if (!frontMatter || fieldText(whole(post, site), keys) !== undefined || hasExcerpt(post, site)) return;
    yield {
      span: placeOf(frontMatter, post, keys),
      message: site.say('This post has no description: search results and link cards will show its first words.'),
      fixes: addDescription(frontMatter, post, site),
    };
  },
};

/** The writer has said where the excerpt ends. */
function hasExcerpt(post: Post, site: Site): boolean {
  return post.document.comments.some(({ text, span }) =>
    site.flavor.excerptMarks.includes(text.trim().toLowerCase()) && post.text.slice(post.body.start, span.start).trim() !== '');
}

function addDescription(frontMatter: FrontMatter, post: Post, site: Site): readonly Fix[] {
  const sentence = firstSentence(post);
  const key = site.flavor.fields.summary.find(name => frontMatter.field(name)) ?? site.flavor.fields.summary[0];
  if (!sentence || key === undefined) return [];
  return [{ title: site.say('Add a description'), edits: [frontMatter.set(key, sentence.text, ['title', ...site.flavor.fields.date])], isSafe: sentence.isWhole }];
}
