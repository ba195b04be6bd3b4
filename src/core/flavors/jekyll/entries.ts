// What a file of the site is for Jekyll, told by its path: Reader and EntryFilter of Jekyll 4.
// https://jekyllrb.com/docs/structure/ and https://jekyllrb.com/docs/configuration/options/#global-configuration
import type { Site } from '../../site';
import { splitPath } from '../../files';
import { matchesGlob } from '../glob';
import { jekyllConfig, type JekyllConfig } from './config';

export type Entry =
  /** A post, or what a writer would take for one: `isRead` is false where Jekyll skips it for its name or its folder. */
  | { readonly kind: 'post'; readonly isDraft: boolean; readonly isRead: boolean; readonly path: string }
  /** A file of a collection. With front matter it is a document, without it is copied. */
  | { readonly kind: 'document'; readonly collection: string; readonly path: string }
  /** Any other file that is read: with front matter it is a page, without it is copied. */
  | { readonly kind: 'page'; readonly path: string };

/** What a file may be named in which people write posts. */
const WRITING = /\.(?:markdown|mkdown|mkdn|mkd|mdown|md|html?|txt|textile)$/i;
const PROJECT = /^(?:readme|license|licence|changelog|contributing|code_of_conduct)\.[a-z]+$/i;

/** Document::DATE_FILENAME_MATCHER; what has another name in `_posts` is skipped without a word. */
export const DATED = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)\.[^.]+$/s;

/**
 * Undefined for what Jekyll does not read and no writer takes for a post: layouts, data, excluded files.
 * `path` of the answer is what Jekyll calls the relative path: below `source`, and for posts and documents below `collections_dir`.
 */
export function entryOf(path: string, site: Pick<Site, 'config'>): Entry | undefined {
  let entries = known.get(site.config);
  if (!entries) known.set(site.config, (entries = new Map()));
  // asked for each page and link, and true as long as the configuration is
  if (!entries.has(path)) entries.set(path, findEntry(path, jekyllConfig(site)));
  return entries.get(path);
}

const known = new WeakMap<Site['config'], Map<string, Entry | undefined>>();

function findEntry(path: string, config: JekyllConfig): Entry | undefined {
  const inSource = below(path, config.source);
  if (inSource === undefined || (config.destination !== '' && below(inSource, config.destination) !== undefined)) return undefined;
  const parts = inSource.split('/');
  const inCollections = below(inSource, config.collectionsFolder);
  const collection = inCollections === undefined ? undefined : /^_([^/]+)\//.exec(inCollections)?.[1];
  if (collection !== undefined && collection !== 'posts' && config.collections.has(collection)) {
    const isRead = passes(inCollections!.slice(collection.length + 2), `_${collection}`, config);
    return isRead ? { kind: 'document', collection, path: inCollections! } : undefined;
  }
  let base = '';
  for (const [depth, name] of parts.entries()) {
    const rest = parts.slice(depth + 1).join('/');
    if (rest !== '' && (name === '_posts' || name === '_drafts')) return postIn(base, name, rest, inCollections, config);
    if (!passes(name, base, config)) return config.include.includes(inSource) ? { kind: 'page', path: inSource } : undefined;
    base = base === '' ? name : `${base}/${name}`;
  }
  return { kind: 'page', path: inSource };
}

/** @param path below the folder of the collections; undefined outside of it, where Jekyll looks for no posts. */
function postIn(folder: string, area: string, rest: string, path: string | undefined, config: JekyllConfig): Entry | undefined {
  const { name } = splitPath(rest);
  if (!WRITING.test(name) || PROJECT.test(name)) return undefined;
  const isDraft = area === '_drafts';
  const isNamed = isDraft || DATED.test(name);
  // the pattern of the names does not look into hidden folders
  const isRead = path !== undefined && isNamed && !/(?:^|\/)\./.test(rest) && passes(rest, folder === '' ? area : `${folder}/${area}`, config);
  return { kind: 'post', isDraft, isRead, path: path ?? `${folder}/${area}/${rest}` };
}

function below(path: string, folder: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** EntryFilter: whether a name, or a path below `base`, is read. */
function passes(entry: string, base: string, { include, exclude }: JekyllConfig): boolean {
  const { name } = splitPath(entry);
  if (entry.endsWith('.')) return false;
  const isIncluded = include.some(pattern => matches(pattern, entry) || matches(pattern, name));
  if (isIncluded) return true;
  const whole = base === '' ? entry : `${base}/${entry}`;
  if (exclude.some(pattern => !include.includes(pattern) && matches(pattern, whole))) return false;
  return !/^[._#~]/.test(entry) && !/^[._#~]/.test(name) && !entry.endsWith('~');
}

/** EntryFilter#glob_include?: by shell pattern, by beginning, or the folder that the pattern names. */
function matches(pattern: string, entry: string): boolean {
  const bare = pattern.replace(/^(?:\.?\/)+/, '');
  if (bare === '') return false;
  return entry.startsWith(bare) || bare === `${entry}/` || (/[*?[]/.test(bare) && matchesGlob(bare, entry, { crossesFolders: true }));
}
