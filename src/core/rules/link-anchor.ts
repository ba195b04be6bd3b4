import { nearestWord } from '../files';
import type { Facts, LinkFact } from '../facts';
import { withFragment } from '../fragment';
import type { Destination } from '../links';
import type { Fix, Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { destinations } from './destinations';

export const linkAnchor: FactsRule = {
  id: 'link-anchor',
  summary: 'A link leads to a heading that is not there.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    for (const { link, to } of destinations(page, site)) {
      const wanted = idOf(to, page, site);
      if (!wanted || wanted.of.anchors.has(wanted.id) || isMadeElsewhere(wanted.id, wanted.of)) continue;
      const near = nearId(wanted.id, wanted.of);
      // the template of a list may head each of its entries
      if (near === undefined && (wanted.of.mayHaveMoreAnchors || site.flavor.shapesOthers(wanted.of.path, site))) continue;
      yield { span: link.targetSpan, message: messageOf(wanted.id, wanted.of, site), fixes: near === undefined ? [] : [change(link, near, site)] };
    }
  },
};

/** The page whose ids count, and the one that is asked for. */
function idOf(to: Destination, page: Facts, site: Site): { readonly id: string; readonly of: Facts } | undefined {
  if (to.kind === 'anchor') return { id: to.id, of: page };
  // what a redirect makes of a fragment is the browser's affair
  if (to.kind !== 'page' || to.fragment === '' || to.isAlias || to.hidden) return undefined;
  const of = to.path === page.path ? page : site.index.of(to.path);
  return of && site.flavor.isMarkdown(of.path) ? { id: to.fragment, of } : undefined;
}

/** The top of the page, text fragments, routes of scripts, and what themes put around a post. */
const ELSEWHERE = /^(?:|top|:~:.*|[!/].*|content|main|header|footer|nav|toc|markdown-toc|tableofcontents|comments?|respond|disqus_thread|utterances|giscus|page-title|post-title|site-nav)$/i;

const isMadeElsewhere = (id: string, { looseAnchors }: Facts): boolean => ELSEWHERE.test(id) || looseAnchors.includes(fold(id)) || looseAnchors.includes(fold(words(id)).replaceAll(' ', ''));

/** The heading that was surely meant: the same but for case or normal form, its very text, or a near id. */
function nearId(id: string, { headings }: Facts): string | undefined {
  const ids = headings.flatMap(heading => (heading.id === undefined || heading.id === '' ? [] : [heading.id]));
  const same = (a: string, b: string): boolean => fold(a) === fold(b);
  return ids.find(candidate => same(candidate, id))
    ?? headings.find(heading => heading.id !== undefined && same(words(heading.text), words(id)))?.id
    ?? nearestWord(id, ids);
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function messageOf(id: string, { title }: Facts, site: Site): string {
  return title === undefined ? site.say('"{0}" is no heading of this post.', `#${id}`) : site.say('"{0}" is no heading of "{1}".', `#${id}`, title);
}

function change(link: LinkFact, id: string, site: Site): Fix {
  const { target, targetSpan } = link;
  const { start, end, text } = withFragment(link, id)!;
  const changed = target.slice(0, start - targetSpan.start) + text + target.slice(end - targetSpan.start);
  return { title: site.say('Change to "{0}"', changed), edits: [{ ...targetSpan, text: changed }], isSafe: false };
}
