import { nearestWord } from '../files';
import type { Post } from '../post';
import type { Problem, Rule } from '../rule';
import type { Site } from '../site';

export const linkReference: Rule = {
  id: 'link-reference',
  summary: 'A link by reference has no address in the post, and its brackets are shown.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    const labels = post.document.referenceLabels;
    const defined = new Set(labels.map(fold));
    for (const { label, span, labelSpan } of post.document.missingReferences) {
      if (defined.has(fold(label)) || !isMeant(label, post.text.slice(span.start, span.end), labels.length > 0)) continue;
      const near = nearestWord(label, labels);
      yield {
        span, message: site.say('"[{0}]" has no address in this post: its brackets will be shown.', label),
        fixes: near === undefined ? [] : [{ title: site.say('Change to "{0}"', `[${near}]`), edits: [{ ...labelSpan, text: near }], isSafe: false }],
      };
    }
  },
};

const fold = (label: string): string => label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Brackets are also formulas, log lines and tags such as [공지][필독]; a post that has definitions writes its links so. */
function isMeant(label: string, written: string, hasDefinitions: boolean): boolean {
  if (/[\\=<>$|]/.test(written)) return false;
  return hasDefinitions || written.endsWith('[]') || /^(?:\d{1,3}|(?=.*[a-z])[a-z\d][a-z\d ._/-]*)$/.test(label);
}
