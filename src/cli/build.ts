// A build of the site as it lies on a disk, and the reading that a look asks for.
import { lstatSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { Files } from '../core/files';
import { TEXT_LIMIT } from '../core/look/build';
import { lookOf, type LookAnswer } from '../core/look/look';
import type { Post } from '../core/post';
import { readPages, type DiskSite } from './disk';

/** A build of more files is read as far as this. */
const MOST_FILES = 200_000;

/** Files below a folder, with `/`. Links are left out, to files and to folders: they may lead anywhere. */
export function filesOfBuild(folder: string): Files {
  const files = new Files();
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined && files.size < MOST_FILES; at = waiting.pop()) {
    let entries;
    try {
      entries = readdirSync(path.join(folder, at), { withFileTypes: true });
    } catch {
      continue; // not there, or not ours to read
    }
    for (const entry of entries) {
      const below = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(below);
      else if (entry.isFile()) files.add(below);
    }
  }
  return files;
}

/** The look of a post by the build in a folder, after reading whatever that takes. */
export function readLook(post: Post, site: DiskSite, folder: string): Exclude<LookAnswer, { kind: 'needs' }> {
  const files = filesOfBuild(folder);
  const texts = new Map<string, string | undefined>();
  const sources = new Map<string, string | undefined>();
  for (;;) {
    const answer = lookOf(post, site, { files, texts, sources });
    if (answer.kind === 'needs') {
      for (const file of answer.built) texts.set(file, textBelow(folder, file));
      for (const file of answer.sources) sources.set(file, textBelow(site.root, file));
    } else if (answer.kind === 'none' && files.size && !site.index.isComplete) readPages(site); // another post may be like it
    else return answer;
  }
}

/** Undefined for what is no text, is too long, or lies elsewhere. */
function textBelow(folder: string, file: string): string | undefined {
  const full = fileBelow(folder, file);
  try {
    if (full === undefined || lstatSync(full).size > TEXT_LIMIT) return undefined;
    const bytes = readFileSync(full);
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The place of a file that really lies below a folder, links followed; undefined for others. */
export function fileBelow(folder: string, file: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const full = realpathSync(path.join(root, file));
    return full.startsWith(root + path.sep) && lstatSync(full).isFile() ? full : undefined;
  } catch {
    return undefined;
  }
}
