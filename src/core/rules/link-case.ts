import type { Facts } from '../facts';
import { decode } from '../links';
import type { Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { destinations } from './destinations';
import { changeTo, shownTarget } from './rewrite';

export const linkCase: FactsRule = {
  id: 'link-case',
  summary: 'A link differs in case or Unicode form from what is there: it works on a Mac and not on the server.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    for (const { link, to } of destinations(page, site)) {
      if (to.kind !== 'missing' || to.cause !== 'case' || to.near === undefined) continue;
      const fixes = changeTo(to.near, link, page, site);
      const isForm = to.near.normalize('NFC') === to.address.normalize('NFC');
      const message = isForm
        ? site.say('"{0}" is there in another Unicode form: most servers will not find it.', shownTarget(link))
        : site.say('"{0}" is there as "{1}": most servers tell upper from lower case.', shownTarget(link), decode(fixes[0]?.edits[0]?.text ?? to.near));
      yield { span: link.targetSpan, message, fixes };
    }
  },
};
