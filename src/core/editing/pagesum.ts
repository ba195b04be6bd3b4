// What is made of the facts of all pages, such as a sorted list. At a key stroke only the page that changed is looked at, and
// where that makes no difference, nothing is made anew.
import type { Facts } from '../facts';
import type { Site } from '../site';
import type { SiteIndex } from '../siteindex';

/** An hour: what was to appear meanwhile then does. */
const FRESH = 3_600_000;

interface Memory<T, S> {
  readonly config: Site['config'];
  readonly filesVersion: number;
  readonly madeAt: number;
  version: number;
  readonly parts: Map<string, T>;
  sum: S;
}

/** @param part of one page, plain data; undefined for a page that adds nothing. @param sum of all parts. */
export function pageSum<T, S>(part: (facts: Facts, site: Site) => T | undefined, sum: (parts: Iterable<T>) => S): (site: Site) => S {
  const memories = new WeakMap<SiteIndex, Memory<T, S>>();
  return site => {
    const { index, config, files, now } = site;
    const known = memories.get(index);
    if (known?.config !== config || known.filesVersion !== files.version || Math.abs(now - known.madeAt) > FRESH) {
      const parts = new Map<string, T>();
      for (const facts of index.all()) {
        const made = part(facts, site);
        if (made !== undefined) parts.set(facts.path, made);
      }
      const memory = { config, filesVersion: files.version, madeAt: now, version: index.version, parts, sum: sum(parts.values()) };
      memories.set(index, memory);
      return memory.sum;
    }
    let isChanged = false;
    for (const path of known.version === index.version ? [] : index.since(known.version)) {
      const facts = index.of(path);
      const made = facts && part(facts, site);
      if (JSON.stringify(made) === JSON.stringify(known.parts.get(path))) continue;
      isChanged = true;
      if (made === undefined) known.parts.delete(path);
      else known.parts.set(path, made);
    }
    known.version = index.version;
    if (isChanged) known.sum = sum(known.parts.values());
    return known.sum;
  };
}
