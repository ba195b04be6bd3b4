// What a run of `lint` learnt of pages, in a file for the next run. Pages that did not change are then neither read nor parsed.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { version } from '../../package.json';
import { factsOf } from '../core/facts';
import { hashOf, headLine, isPart, pageLine, readHead, readPage, storeKey, type Kept } from '../core/factstore';
import { lintText } from '../core/lint';
import { parsePost } from '../core/post';
import type { Rule } from '../core/rule';
import { CannotRun, pagesOf, readText, type DiskSite } from './disk';

export interface Learnt extends Kept {
  /** Undefined when the file was not read, because its size and time are what they were. */
  readonly text: string | undefined;
}

/** Learns every page, so that the index knows them all. Findings are of pages in Markdown that are `wanted`. */
export function learnPages(site: DiskSite, before: ReadonlyMap<string, Kept>, rules: readonly Rule[], wanted: ReadonlySet<string>): readonly Learnt[] {
  const all = pagesOf(site).flatMap(file => {
    const learnt = learn(site, file, before.get(file), wanted.has(file) && site.flavor.isMarkdown(file) ? rules : undefined);
    if (!learnt) return [];
    site.index.set(learnt.facts);
    return [learnt];
  });
  site.index.isComplete = true;
  return all;
}

function learn(site: DiskSite, file: string, before: Kept | undefined, rules: readonly Rule[] | undefined): Learnt | undefined {
  const at = path.join(site.root, file);
  const known = before && (before.findings || !rules) ? before : undefined;
  // asked before it is read: what is written between the two is then seen the next time
  const { mtimeMs: mtime, size } = statSync(at);
  if (known && known.mtime === mtime && known.size === size) return { ...known, text: undefined };
  const text = readText(at, site.say);
  if (text === undefined) return undefined;
  const hash = hashOf(text);
  if (known?.hash === hash) return { ...known, mtime, size, text };
  const post = parsePost(file, text, site);
  return { facts: factsOf(post, site), findings: rules && lintText(post, site, rules), mtime, size, hash, text };
}

/** What is known of the pages of one site; several may share a file. */
export interface Section {
  readonly site: DiskSite;
  readonly before: ReadonlyMap<string, Kept>;
  readonly pages: readonly Learnt[];
}

/** What an earlier run wrote of a site; nothing when it was another version, when the site is set up in another way, or when the file is damaged. */
export function readCache(file: string, site: DiskSite): ReadonlyMap<string, Kept> {
  const found = new Map<string, Kept>();
  const key = keyOf(site, file);
  let isFor: ReturnType<typeof readHead>;
  for (const line of textOf(file).split('\n')) {
    if (line.startsWith('{')) isFor = readHead(line, key);
    const kept = isFor && line.startsWith('[') ? readPage(line, isFor === 'all') : undefined;
    if (kept) found.set(kept.facts.path, kept);
  }
  return found;
}

export function writeCache(file: string, sections: readonly Section[]): void {
  const isAsBefore = sections.every(({ before, pages }) => before.size === pages.length && pages.every(({ text }) => text === undefined));
  if (isAsBefore) return;
  const lines = sections.flatMap(({ site, pages }) => [headLine(keyOf(site, file)), ...pages.flatMap(kept => pageLine(kept) ?? [])]);
  try {
    writeFileSync(file, `${lines.join('\n')}\n`);
  } catch (error) {
    throw new CannotRun('"{0}" could not be written: {1}', file, (error as Error).message);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the first run, or no file at all: writing it will say so
  }
}

/** Another build of this program may find other things; where the blog lies does not matter, as long as the file lies beside it as before. */
function keyOf(site: DiskSite, file: string): ReturnType<typeof storeKey> {
  const { mtimeMs, size } = statSync(__filename);
  const place = path.relative(path.dirname(path.resolve(file)), site.root);
  return storeKey(site, `cli ${version} ${mtimeMs} ${size} ${place}`, [...site.files].filter(part => isPart(part, site)));
}
