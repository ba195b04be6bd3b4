// What the flavors share about names in addresses: how most posts of a blog say theirs, and an address with another last name.
import type { Site } from '../site';
import { fieldText, type Source } from '../source';

/** The key under which most of the other posts say their address; undefined where most leave it to the name of the file. */
export function usualKey(keys: readonly string[], page: Source, site: Site, isOwn: (value: string) => boolean = () => true): string | undefined {
  const counts = new Map<string | undefined, number>();
  for (const other of site.index.all()) {
    if (other.path === page.path || !site.flavor.isPost(other.path, site)) continue;
    const key = keys.find(name => { const value = fieldText(other, [name]); return value !== undefined && isOwn(value); });
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const LAST_NAME = /[^/]+?(?=(?:\.[a-z\d]+)?\/?(?:index\.html?)?$)/i;

/** `/post/x/`, `/post/x.html` and `/post/x/index.html` with another name than `x`. */
export const withLastName = (address: string, name: string): string => address.replace(LAST_NAME, () => name);

export const lastName = (address: string): string => LAST_NAME.exec(address)?.[0] ?? '';
