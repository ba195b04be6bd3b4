// Where each link of a page leads, resolved once for all rules that ask.
import { addressesOf } from '../addresses';
import type { Facts, LinkFact } from '../facts';
import { destinationOf, type Destination } from '../links';
import type { Site } from '../site';

/** A file without front matter may be published as it is: its Markdown makes no links. */
function isCopied({ path }: Facts, site: Site): boolean {
  const made = addressesOf(site).of(path);
  return made.length > 0 && made.every(({ kind }) => kind === 'copy');
}

export interface Led {
  readonly link: LinkFact;
  readonly to: Destination;
}

const known = new WeakMap<Facts, { readonly site: Site; readonly version: number; readonly led: readonly Led[] }>();

/** Of a page only: other files have no links that a reader sees. */
export function destinations(page: Facts, site: Site): readonly Led[] {
  if (!site.flavor.isPage(page.path, site) || isCopied(page, site)) return [];
  const before = known.get(page);
  if (before?.site === site && before.version === site.index.version) return before.led;
  const led = page.links.map((link): Led => ({ link, to: destinationOf(link, page, site) }));
  known.set(page, { site, version: site.index.version, led });
  return led;
}
