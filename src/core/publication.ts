// Whether a page appears, beside what its own head says: two that want one address cannot both.
import { addressesOf } from './addresses';
import type { HiddenReason } from './flavors/flavor';
import type { Source } from './source';
import type { Site } from './site';

/** Why the page will not be there; empty when it will. */
export function whyHidden(page: Source, site: Site): readonly (HiddenReason | 'collision')[] {
  const hidden = site.flavor.hidden(page, site);
  if (hidden) return hidden.reasons;
  // which of them stays is chance in Hugo, and the last one written in Jekyll; that all but one are lost is sure
  return rivalsOf(page, site).some(rival => isStronger(rival, page.path)) ? ['collision'] : [];
}

/** A bundle counts before a file of its name. */
function isStronger(rival: string, path: string): boolean {
  const depth = (of: string): number => of.split('/').length;
  return depth(rival) === depth(path) ? rival < path : depth(rival) > depth(path);
}

/** Other pages that appear and want the page's own address. */
export function rivalsOf(page: Source, site: Site): readonly string[] {
  const addresses = addressesOf(site);
  const own = addresses.of(page.path).find(({ kind }) => kind === 'page');
  if (!own || own.hidden) return [];
  return addresses.at(own.address).flatMap(({ kind, page: other, hidden }) => (kind === 'page' && other !== undefined && other !== page.path && !hidden ? [other] : []));
}
