// The host under which a site is read, where its configuration does not say.
import { decode } from './links';
import type { Site } from './site';
import type { SiteIndex } from './siteindex';

/** So many different pages of the site have to be linked to under one host. */
const ENOUGH = 3;

const known = new WeakMap<SiteIndex, { readonly config: object; readonly origin: string | undefined }>();

/**
 * Scheme and host, in lower case. Many blogs on GitHub Pages leave `url` out; what their posts write out in full tells it, when
 * the paths are the site's very own.
 * @param isOwn whether the site has a page at a path (with the base path, decoded).
 */
export function originOf(site: Site, isOwn: (path: string) => boolean): string | undefined {
  if (site.config.origin !== undefined || !site.index.isComplete) return site.config.origin;
  const before = known.get(site.index);
  if (before?.config === site.config) return before.origin;
  const origin = findOrigin(site, isOwn);
  known.set(site.index, { config: site.config, origin });
  return origin;
}

function findOrigin(site: Site, isOwn: (path: string) => boolean): string | undefined {
  const pages = new Map<string, Set<string>>();
  for (const { links } of site.index.all()) {
    for (const { target } of links) {
      // two names and more: a short path may be anyone's
      const found = /^(https?:\/\/[^/?#]+)(\/[^/?#]+\/[^?#]*[^/?#]\/?)(?:[?#].*)?$/i.exec(target.trim());
      if (!found || !isOwn(decode(found[2]!))) continue;
      const host = found[1]!.toLowerCase();
      const paths = pages.get(host);
      if (paths) paths.add(found[2]!);
      else pages.set(host, new Set([found[2]!]));
    }
  }
  const [best] = [...pages].sort((a, b) => b[1].size - a[1].size);
  return best && best[1].size >= ENOUGH ? best[0] : undefined;
}
