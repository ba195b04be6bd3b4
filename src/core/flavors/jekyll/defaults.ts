// Front matter that the configuration gives to files: https://jekyllrb.com/docs/configuration/front-matter-defaults/
import { merge, type Data } from '../../data';
import type { Site } from '../../site';
import { matchesGlob } from '../glob';
import { jekyllConfig, type Default, type JekyllConfig } from './config';
import { entryOf } from './entries';

const none: Data = {};

/** FrontmatterDefaults#all: a deeper path wins over a shallower one, a scope with a type over one without, the later over the earlier. */
export function defaultsFor(path: string, site: Pick<Site, 'config'>): Data {
  const config = jekyllConfig(site);
  const entry = config.defaults.length ? entryOf(path, site) : undefined;
  if (!entry) return none;
  // drafts are documents of the collection `posts` too
  const type = entry.kind === 'page' ? 'pages' : entry.kind === 'post' ? 'posts' : entry.collection;
  let values = none;
  let strongest: Default | undefined;
  for (const set of config.defaults) {
    if ((set.type !== undefined && set.type !== type) || !covers(set.path, entry.path, config)) continue;
    if (!strongest || isStronger(set, strongest)) {
      values = overlay(values, set.values);
      strongest = set;
    } else values = overlay(set.values, values);
  }
  return values;
}

const bare = (path: string): string => path.replace(/^\//, '');

function isStronger(set: Default, before: Default): boolean {
  const difference = bare(set.path).length - bare(before.path).length;
  return difference !== 0 ? difference > 0 : set.type !== undefined || before.type === undefined;
}

/** Utils.deep_merge_hashes: an empty value takes nothing away. */
function overlay(base: Data, over: Data): Data {
  const filled = Object.fromEntries(Object.entries(over).filter(([key, value]) => value !== null || !(key in base)));
  return merge(base, filled);
}

/** A path covers whatever begins with it, be it a folder or not; one with a star covers what lies in the folders it matches. */
function covers(scope: string, path: string, { collectionsFolder }: JekyllConfig): boolean {
  const inCollections = collectionsFolder !== '' && scope.startsWith(`${collectionsFolder}/`) ? scope.slice(collectionsFolder.length + 1) : scope;
  const start = bare(inCollections);
  if (start === '') return true;
  return start.includes('*') ? matchesGlob(start, path, { isPrefix: true }) : path.startsWith(start);
}
