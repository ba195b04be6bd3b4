import { isoDay } from '../dates';
import type { Facts } from '../facts';
import type { FactsRule, Problem } from '../rule';
import type { Site } from '../site';
import { isOneOfSeveral, issuesWith, outsideAddress } from '../writing/repeats';

export const linkRepeated: FactsRule = {
  id: 'link-repeated',
  summary: 'An issue of a series brings a link that an earlier one already had.',
  severity: 'information',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(page.path, site)) return;
    const seen = new Set<string>();
    for (const { target, targetSpan: span, isImage } of page.links) {
      const address = isImage ? undefined : outsideAddress(target);
      if (address === undefined) continue;
      const issues = issuesWith(target, page, site);
      // what stands in many of them is part of their frame: where to subscribe, who writes
      if (issues.length >= FRAME) continue;
      const [first] = issues.filter(path => isBefore(path, page, site));
      const isTwice = seen.has(address) && isOneOfSeveral(page, site);
      seen.add(address);
      if (first !== undefined) yield { span, message: site.say('"{0}" already had this link.', site.index.of(first)?.title ?? first) };
      else if (isTwice) yield { span, message: site.say('This link is in this issue twice.') };
    }
  },
};

const FRAME = 3;

function isBefore(path: string, page: Facts, site: Site): boolean {
  const other = site.index.of(path);
  const [mine, theirs] = [page, other].map(facts => facts && site.flavor.date(facts, site));
  if (typeof mine !== 'object' || typeof theirs !== 'object') return isNamedBefore(path, page.path);
  const [own, rival] = [isoDay(mine), isoDay(theirs)];
  return rival < own || (rival === own && isNamedBefore(path, page.path));
}

/** Number 9 comes before number 10. */
const isNamedBefore = (a: string, b: string): boolean => a.localeCompare(b, 'en', { numeric: true }) < 0;
