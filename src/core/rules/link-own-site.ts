import type { Facts } from '../facts';
import type { Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { destinations } from './destinations';
import { changeTo, checkedLink } from './rewrite';

export const linkOwnSite: FactsRule = {
  id: 'link-own-site',
  summary: 'A link to the own blog is written out in full, and breaks when the blog moves.',
  severity: 'information',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    for (const { link, to } of destinations(page, site)) {
      if ((to.kind !== 'page' && to.kind !== 'file' && to.kind !== 'made') || !('isOwnUrl' in to) || !to.isOwnUrl || link.place === 'tag') continue;
      const path = /^(?:https?:)?\/\/[^/?#]*(.*)$/is.exec(link.target.trim())?.[1];
      if (path === undefined) continue;
      yield {
        span: link.targetSpan,
        message: site.say('This is the address of this blog, written out in full.'),
        fixes: [...changeTo(path.startsWith('/') ? path.replace(/[?#].*$/s, '') : '/', link, page, site), ...(to.kind === 'page' ? checkedLink(to.path, link, page, site) : [])],
      };
    }
  },
};
