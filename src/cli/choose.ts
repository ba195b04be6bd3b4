import { statSync } from 'node:fs';
import path from 'node:path';
import type { Say } from '../core/language';
import { CannotRun, findRoot, openDiskSite, writingsOf, sitesBelow, type DiskSite } from './disk';

export interface Chosen {
  readonly site: DiskSite;
  /** Posts, from the site's root. */
  readonly files: readonly string[];
}

/** Sites by root, each opened once in a run. */
export type OpenSite = (root: string) => DiskSite;

export function siteOpener(say: Say): OpenSite {
  const sites = new Map<string, DiskSite>();
  return root => {
    let site = sites.get(root);
    if (!site) sites.set(root, (site = openDiskSite(root, say)));
    return site;
  };
}

/** What the given paths name, each site once: it is read as a whole whatever is wanted of it. */
export function chooseAll(given: readonly string[], open: OpenSite): readonly Chosen[] {
  const files = new Map<DiskSite, Set<string>>();
  for (const chosen of (given.length ? given : ['.']).flatMap(path => choose(path, open))) {
    const already = files.get(chosen.site);
    if (already) for (const file of chosen.files) already.add(file);
    else files.set(chosen.site, new Set(chosen.files));
  }
  return [...files].map(([site, chosen]) => ({ site, files: [...chosen] }));
}

/** What a path given on the command line names: a post, a folder of posts, a site, or a folder that holds sites. */
export function choose(given: string, open: OpenSite): readonly Chosen[] {
  const at = path.resolve(given);
  const stat = statSync(at, { throwIfNoEntry: false });
  if (!stat) throw new CannotRun('{0} does not exist', given);
  if (!stat.isDirectory()) {
    const site = open(findRoot(path.dirname(at)) ?? path.dirname(at));
    return [{ site, files: [relative(site.root, at)] }];
  }
  const root = findRoot(at);
  if (root !== undefined) {
    const site = open(root);
    const below = relative(root, at);
    return [{ site, files: writingsOf(site).filter(file => below === '' || file.startsWith(`${below}/`)) }];
  }
  const inner = sitesBelow(at);
  const site = open(at);
  const owned = inner.map(folder => `${relative(at, folder)}/`);
  return [
    { site, files: writingsOf(site).filter(file => !owned.some(folder => file.startsWith(folder))) },
    ...inner.flatMap(folder => choose(folder, open)),
  ];
}

const relative = (root: string, file: string): string => path.relative(root, file).split(path.sep).join('/');

/** A path as a person in the current folder would write it. */
export function shown(site: DiskSite, file: string): string {
  return path.relative(process.cwd(), path.join(site.root, file)).split(path.sep).join('/');
}

/** One of the values that an option may have. */
export function oneOf<T extends string>(option: string, value: string | boolean | undefined, allowed: readonly T[]): T {
  const found = allowed.find(candidate => candidate === (value ?? allowed[0]));
  if (found === undefined) throw new CannotRun('--{0} can be {1}, not {2}', option, allowed.join(', '), String(value));
  return found;
}
