// The site as it lies on a disk: where it begins, its files, its clock. Everything Node-like of the command line is here.
import { readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Files, isSkippedFolder } from '../core/files';
import { FLAVORS } from '../core/flavors';
import { readVersion } from '../core/flavors/version';
import { factsOf } from '../core/facts';
import type { Say } from '../core/language';
import { parseLater, type Post } from '../core/post';
import { openSite, rootMarks, siteFiles, type Site, type Surroundings } from '../core/site';

/** A sentence for people, said in their language; the command ends with exit code 2. */
export class CannotRun extends Error {
  readonly args: readonly (string | number)[];

  constructor(message: string, ...args: readonly (string | number)[]) {
    super(message);
    this.args = args;
  }
}

export interface DiskSite extends Site {
  /** Absolute. */
  readonly root: string;
}

/** `TECH_POST_TODAY`, an ISO instant, stands in for the clock; `TZ` already does for the zone. */
export function now(): number {
  const given = process.env['TECH_POST_TODAY'];
  if (given === undefined || given === '') return Date.now();
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) throw new CannotRun('TECH_POST_TODAY is no instant: {0}', given);
  return moment;
}

/** `TECH_POST_HUGO_VERSION` and its like say which version builds the sites of a flavor. */
function engineVersions(): NonNullable<Surroundings['engineVersions']> {
  return Object.fromEntries(FLAVORS.flatMap(({ id }) => {
    const from = `TECH_POST_${id.toUpperCase()}_VERSION`;
    const given = process.env[from];
    if (given === undefined || given === '') return [];
    const number = readVersion(given);
    if (number === undefined) throw new CannotRun('{0} is no version: {1}', from, given);
    return [[id, { number, from }]];
  }));
}

/** Of the terminal. */
export function language(): 'ko' | 'en' {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return /^ko/i.test(locale) ? 'ko' : 'en';
}

export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;
export const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isRoot = (folder: string): boolean => rootMarks().some(row => row.every(mark => exists(path.join(folder, mark))));

/** The nearest folder at or above `start` that has a site's marks, not beyond the repository; undefined when none has. */
export function findRoot(start: string): string | undefined {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    if (isRoot(folder)) return folder;
    if (exists(path.join(folder, '.git')) || path.dirname(folder) === folder) return undefined;
  }
}

/** Sites in folders below one that is none itself; a blog often lives in `blog/` or `docs/`. */
export function sitesBelow(folder: string, depth = 3): readonly string[] {
  if (depth === 0) return [];
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && !isSkippedFolder(entry.name) && !entry.name.startsWith('.')).flatMap(entry => {
    const below = path.join(folder, entry.name);
    return isRoot(below) ? [below] : sitesBelow(below, depth - 1);
  });
}

export function openDiskSite(root: string, say: Say): DiskSite {
  const files = new Files(listFiles(root));
  const texts = new Map<string, string>();
  for (const file of siteFiles(files)) {
    try {
      texts.set(file, readFileSync(path.join(root, file), 'utf8'));
    } catch {
      // a configuration that cannot be read counts as absent
    }
  }
  return { ...openSite({ files, now: now(), timeZone: timeZone(), say, language: language(), engineVersions: engineVersions() }, texts), root };
}

/** Paths below the root with `/`. Links to folders are not followed: they may lead in circles or out of the blog. */
function* listFiles(root: string, folder = ''): Generator<string> {
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return; // not ours to read
  }
  for (const entry of entries) {
    const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(at)) yield* listFiles(root, at);
    } else if (entry.isFile() || (entry.isSymbolicLink() && isLinkToFile(path.join(root, at)))) yield at;
  }
}

function isLinkToFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false; // broken, or a loop
  }
}

/**
 * The text of a post.
 * @returns undefined, and a line on standard error, when it is no text in UTF-8.
 */
export function readText(file: string, say: Say): string | undefined {
  const bytes = readFileSync(file);
  if (bytes.includes(0)) return complain(say('{0} is not a text file.', file));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return complain(say('{0} is not in UTF-8.', file));
  }
}

function complain(message: string): undefined {
  process.stderr.write(`${message}\n`);
  return undefined;
}

export function readPost(site: DiskSite, file: string): Post | undefined {
  const text = readText(path.join(site.root, file), site.say);
  return text === undefined ? undefined : parseLater(file, text, site);
}

/** What a writer would look for in a list of the site's pages, in the order of their paths. */
export function writingsOf(site: Site): readonly string[] {
  return [...site.files].filter(file => site.flavor.isPage(file, site) || site.flavor.looksLikePage(file, site)).sort();
}

/** The pages of a site, in the order of their paths. */
export function pagesOf(site: Site): readonly string[] {
  return [...site.files].filter(file => site.flavor.isPage(file, site)).sort();
}

/** Reads every page once, so that the index knows them all; `seen` may keep what it wants of each. */
export function readPages(site: DiskSite, seen: (post: Post) => void = () => {}): void {
  for (const file of pagesOf(site)) {
    const post = readPost(site, file);
    if (!post) continue;
    site.index.set(factsOf(post, site));
    seen(post);
  }
  site.index.isComplete = true;
}

/** Where a file of the blog really lies, be it behind a link; undefined where that is outside of the blog: nothing is written through such a link. */
export function fileInside(root: string, at: string): string | undefined {
  const file = realpathSync(path.join(root, at));
  return file.startsWith(realpathSync(root) + path.sep) ? file : undefined;
}

/** Whole or not at all: a full disk leaves the old file as it was. */
export function replaceFile(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(file).mode });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
