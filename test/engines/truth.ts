// What an engine made of a site, in the terms in which our own answers are given.
import { readdirSync } from 'node:fs';
import { headingIds, judgeAll, addressesIn, type Built, type Verdict } from './judge';
import { markedParts } from './site';

/** The instant at which sites are built. */
export const NOW = '2026-11-24T03:00:00Z';

export interface Truth {
  /** By source file. Pages that are hidden now are here too if a build that lets everything through makes them. */
  readonly pages: ReadonlyMap<string, { readonly url: string; readonly appears: boolean; readonly isRegular: boolean }>;
  /** Ids of the headings, by source file, of what appears. */
  readonly ids: ReadonlyMap<string, readonly (string | null)[]>;
  /** By `file:line`, for each marked line of what appears. */
  readonly links: ReadonlyMap<string, Verdict>;
}

export interface MadePage {
  readonly source: string;
  /** Decoded, with the base path. */
  readonly url: string;
  /** Where it was written: `/posts/a/index.html`. */
  readonly file: string;
  readonly isRegular: boolean;
  /** What Markdown gave, without the layout; null for a file that is copied as it is. */
  readonly html: string | null;
}

export function truthOf(now: readonly MadePage[], everything: readonly MadePage[], built: Built): Truth {
  const pages = new Map(everything.map(({ source, url, isRegular }) => [source, { url, appears: false, isRegular }]));
  const ids = new Map<string, readonly (string | null)[]>();
  const links = new Map<string, Verdict>();
  for (const { source, url, file, isRegular, html } of now) {
    pages.set(source, { url, appears: true, isRegular });
    if (html === null) continue;
    ids.set(source, headingIds(html));
    for (const part of markedParts(html)) links.set(`${source}:${part.line}`, judgeAll(addressesIn(part.html), file, built));
  }
  return { pages, ids, links };
}

/** All files below a folder, with a slash in front. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(folder.length));
