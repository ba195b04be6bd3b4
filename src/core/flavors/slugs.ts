// What the flavors share about names in addresses: how most posts of a blog say theirs, and an address with another last name.
import type { Site } from '../site';
import { fieldText, type Source } from '../source';

/** The key under which most of the other posts say their address; undefined where there is none. */
export function usualKey(keys: readonly string[], page: Source, site: Site, isOwn: (value: string) => boolean = () => true): string | undefined {
  const counts = new Map<string, number>();
  let all = 0;
  for (const other of site.index.all()) {
    if (other.path === page.path || !site.flavor.isPost(other.path, site)) continue;
    const key = keys.find(name => { const value = fieldText(other, [name]); return value !== undefined && isOwn(value); });
    all++;
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > all)?.[0];
}

const LAST_NAME = /[^/]+?(?=(?:\.[a-z\d]+)?\/?(?:index\.html?)?$)/i;

/** `/post/x/`, `/post/x.html` and `/post/x/index.html` with another name than `x`. */
export const withLastName = (address: string, name: string): string => address.replace(LAST_NAME, () => name);

export const lastName = (address: string): string => LAST_NAME.exec(address)?.[0] ?? '';
