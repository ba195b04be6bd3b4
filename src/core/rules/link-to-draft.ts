import type { Facts } from '../facts';
import type { Hidden } from '../flavors/flavor';
import { dayInWords, wallClock } from '../dates';
import type { Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { destinations } from './destinations';

export const linkToDraft: FactsRule = {
  id: 'link-to-draft',
  summary: 'A post links to one that will not be there when it is published.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    const own = site.flavor.hidden(page, site);
    for (const { link, to } of destinations(page, site)) {
      if ((to.kind !== 'page' && to.kind !== 'file') || !to.hidden || to.path === page.path) continue;
      // two that are not there yet may well come together
      const severity = own ? { severity: 'information' as const } : {};
      yield { span: link.targetSpan, message: messageOf(site.index.of(to.path)?.title ?? to.path, to.hidden, site), ...severity };
    }
  },
};

function messageOf(title: string, { reasons: [reason], until }: Hidden, { say, timeZone, language }: Site): string {
  switch (reason) {
    case 'draft': case 'published-false': return say('"{0}" is a draft: this link will lead nowhere.', title);
    case 'future': return until === undefined ? say('"{0}" is not published yet: this link will lead nowhere.', title)
      : say('"{0}" appears only on {1}: until then this link leads nowhere.', title, dayInWords(wallClock(until, timeZone), language));
    case 'expired': return say('"{0}" has expired: this link leads nowhere.', title);
    default: return say('"{0}" is not published: this link leads nowhere.', title);
  }
}
