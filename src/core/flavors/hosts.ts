// Hosts on which several repositories publish side by side, each in a folder of its own.
import { addressesOf } from '../addresses';
import { SCHEME, type LinkText } from '../links';
import type { Site } from '../site';

const SHARED = /^https?:\/\/[^/]+\.(?:github|gitlab)\.io$/i;

/**
 * Whether a link that is written out in full may lead to the pages of another repository: `https://me.github.io/tool/`,
 * where this site has nothing in a folder of that name.
 * https://docs.github.com/en/pages/getting-started-with-github-pages/about-github-pages#types-of-github-pages-sites
 */
export function mayBeNeighbour(address: string, { target }: LinkText, site: Site): boolean {
  const { origin, basePath } = site.config;
  if (basePath !== '' || origin === undefined || !SHARED.test(origin) || !SCHEME.test(target.trim())) return false;
  const folder = /^\/([^/]+)\//.exec(`${address}${/\.[^/.]+$/.test(address) ? '' : '/'}`)?.[1];
  return folder !== undefined && !addressesOf(site).hasFolder(folder);
}
