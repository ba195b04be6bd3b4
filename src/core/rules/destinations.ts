// Where each link of a page leads, resolved once for all rules that ask.
import type { Facts, LinkFact } from '../facts';
import { destinationOf, type Destination } from '../links';
import type { Site } from '../site';

export interface Led {
  readonly link: LinkFact;
  readonly to: Destination;
}

const known = new WeakMap<Facts, { readonly site: Site; readonly version: number; readonly led: readonly Led[] }>();

/** Of a page only: other files have no links that a reader sees. */
export function destinations(page: Facts, site: Site): readonly Led[] {
  if (!site.flavor.isPage(page.path, site)) return [];
  const before = known.get(page);
  if (before?.site === site && before.version === site.index.version) return before.led;
  const led = page.links.map((link): Led => ({ link, to: destinationOf(link, page, site) }));
  known.set(page, { site, version: site.index.version, led });
  return led;
}
