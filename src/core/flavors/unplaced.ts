import { addressesOf } from '../addresses';
import type { Site } from '../site';

const known = new WeakMap<Site['index'], { readonly version: number; readonly answer: boolean }>();

/** Whether some page appears whose address cannot be told: made of the time of its file, or of a date in words. Any address may then be its. */
export function hasUnplacedPage(site: Site): boolean {
  const before = known.get(site.index);
  if (before?.version === site.index.version) return before.answer;
  const addresses = addressesOf(site);
  // those that have one are in the book, where they need not be reckoned again
  const answer = [...site.index.all()].some(page => site.flavor.isPost(page.path, site) && !addresses.of(page.path).some(({ kind }) => kind === 'page') && !site.flavor.hidden(page, site) && site.flavor.url(page, site) === undefined);
  known.set(site.index, { version: site.index.version, answer });
  return answer;
}
