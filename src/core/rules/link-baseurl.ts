import type { Facts } from '../facts';
import type { Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { destinations } from './destinations';
import { changeTo } from './rewrite';

export const linkBaseurl: FactsRule = {
  id: 'link-baseurl',
  summary: 'A link from the root leaves out the path below which the site lies.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    for (const { link, to } of destinations(page, site)) {
      if (to.kind !== 'missing' || to.cause !== 'base') continue;
      yield {
        span: link.targetSpan,
        message: site.say('"{0}" is outside of the site, which lies at "{1}".', to.address, `${site.config.basePath}/`),
        fixes: changeTo(to.near, link, page, site),
      };
    }
  },
};
