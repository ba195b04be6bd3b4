// What a host knows of a build of the site: the files that lie in its folder, and the texts of those that were asked for.
import { joinPath, type Files } from '../files';
import type { Site } from '../site';
import type { Source } from '../source';

export interface Build {
  /** Files by their paths in the build's folder. A host lists no links (to files or folders): they lead out of the build. */
  readonly files: Files;
  /** Texts read so far, by path in the build; undefined for one that cannot be read, is no text, or is longer than `TEXT_LIMIT`. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** Texts of the site's own files that were asked for, by path from its root. */
  readonly sources: ReadonlyMap<string, string | undefined>;
}

/** In bytes. What is larger is not read: a page of that size is none that somebody reads. */
export const TEXT_LIMIT = 3_000_000;

/** The files in a build that can be the page of a post, likeliest first; a host that has several builds takes the one where it is newest. */
export function builtPages(page: Source, site: Site): readonly string[] {
  const url = site.flavor.url(page, site);
  const { basePath } = site.config;
  if (url === undefined) return [];
  const below = basePath !== '' && url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : url;
  const path = joinPath('', below) ?? '';
  const forms = below.endsWith('/') || path === '' ? ['index.html', '.html'] : /\.html?$/i.test(path) ? [''] : ['.html', '/index.html', ''];
  return forms.map(form => (form === 'index.html' ? (path === '' ? form : `${path}/${form}`) : path + form)).filter(form => /\.html?$/i.test(form) && !form.startsWith('.'));
}

/** The page of a post in the build, if it is there. Spelled as the file system spells it. */
export function builtPageOf(page: Source, site: Site, { files }: Pick<Build, 'files'>): string | undefined {
  for (const path of builtPages(page, site)) {
    if (files.has(path)) return path;
    // Hangul in names is composed in one place and taken apart in another
    const other = files.otherSpelling(path);
    if (other !== undefined && other.normalize('NFC') === path.normalize('NFC')) return other;
  }
  return undefined;
}
