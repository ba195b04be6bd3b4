// A blog in one sentence: how many of its posts have what. Said once, when a writer opens a blog for the first time.
import type { Finding } from './lint';
import type { Say } from './language';
import type { Site } from './site';

/** What is named; more would not be read. */
const NAMED = 3;

/**
 * `Hugo, 77 posts: 36 without a description, 8 with broken bold.` Undefined when all is in order.
 * @param found of each page; those that are only worth knowing do not count.
 */
export function overview(site: Site, posts: number, found: Iterable<readonly Finding[]>): string | undefined {
  const counts = new Map<string, number>();
  for (const findings of found) {
    const rules = new Set(findings.filter(({ severity }) => severity !== 'information').map(({ rule }) => group(rule)));
    for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]).flatMap(([rule, count]) => phrase(rule, count, site.say) ?? []).slice(0, NAMED);
  if (!parts.length) return undefined;
  return `${site.flavor.name}, ${site.say(posts === 1 ? '{0} post' : '{0} posts', posts)}: ${parts.join(', ')}.`;
}

/** A link that leads nowhere is that, whatever the cause. */
const group = (rule: string): string => (rule === 'link-baseurl' || rule === 'link-case' ? 'link-target' : rule);

/** Posts with a kind of slip, in few words; undefined for what is only worth knowing. */
export function phrase(rule: string, count: number, say: Say): string | undefined {
  switch (rule) {
    case 'build-stopped': return say('{0} that stop the build', count);
    case 'date-invalid': return say('{0} with a date that cannot be read', count);
    case 'date-missing': return say('{0} without a date', count);
    case 'emphasis-flanking': return say('{0} with broken bold', count);
    case 'front-matter-missing': return say('{0} without front matter', count);
    case 'front-matter-syntax': return say('{0} with slips in the front matter', count);
    case 'link-anchor': return say('{0} with links to headings that are not there', count);
    case 'link-baseurl': case 'link-case': case 'link-target': return say('{0} with broken links', count);
    case 'link-empty': return say('{0} with links without an address', count);
    case 'link-reference': return say('{0} with brackets that are no link', count);
    case 'link-to-draft': return say('{0} with links to drafts', count);
    case 'permalink-collision': return say('{0} that share an address', count);
    case 'post-unpublished': return say('{0} that will not appear', count);
    case 'series-mismatch': return say('{0} whose title contradicts the rest', count);
    case 'section-empty': return say('{0} with empty sections', count);
    case 'summary-missing': return say('{0} without a description', count);
    case 'title-missing': return say('{0} without a title', count);
    default: return undefined;
  }
}
