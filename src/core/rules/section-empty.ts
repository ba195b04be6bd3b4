import type { Heading } from '../markdown/document';
import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  summary: 'A heading with nothing below it is one that was forgotten.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPost(post.path, site)) return;
    // a post that is still hidden is still being written
    const isHidden = site.flavor.hidden(post, site) !== undefined;
    for (const [index, heading] of post.headings.entries()) {
      const next = post.headings[index + 1];
      if (heading.level < 2 || (next && next.level > heading.level) || !isOnItsOwn(heading, post)) continue;
      if (!isEmpty(heading.span.end, next?.span.start ?? post.body.end, post)) continue;
      yield { span: heading.span, message: site.say('The section "{0}" has nothing in it.', heading.text), ...(isHidden ? { severity: 'information' as const } : {}) };
    }
  },
};

/** Not inside a quotation or a list, where a heading heads no section. */
const isOnItsOwn = ({ span, text }: Heading, post: Post): boolean =>
  text !== '' && (/^ {0,3}#/.test(post.text.slice(span.start, span.end)) || /[\r\n] {0,3}(?:-+|=+)\s*$/.test(post.text.slice(span.start, span.end)));

/** Comments are not shown, save those by which themes and plugins put a contents list in. */
function isEmpty(start: number, end: number, post: Post): boolean {
  let at = start;
  for (const { text, span } of post.document.comments) {
    if (span.start < at || span.end > end) continue;
    if (/\b(?:toc|contents?|more|excerpt|ad|ads)\b/i.test(text) || post.text.slice(at, span.start).trim() !== '') return false;
    at = span.end;
  }
  return at <= end && post.text.slice(at, end).trim() === '';
}
