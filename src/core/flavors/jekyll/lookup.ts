// How Jekyll finds the page that a tag names: https://jekyllrb.com/docs/liquid/tags/#links
import { splitPath, rememberBySite } from '../../files';
import type { Site } from '../../site';
import { dateOf, localDate } from './dates';
import { entryOf } from './entries';
import { copyOf, isMade, isPageFile, urlOf } from './outputs';
import { slugOf } from './permalinks';
import { valuesOf } from './values';
import { whyHidden } from './publication';

/** A tag that finds nothing stops the build. `hiddenPage` is what it would find, if that appeared. */
export class NotFound extends Error {
  constructor(readonly wanted: string, readonly hiddenPage?: string) {
    super(wanted);
  }
}

/** Tags::PostComparer::MATCHER. */
const POST = /^(.+\/)?(\d+-\d+-\d+)-(.*)$/s;

const remember = rememberBySite<ReadonlyMap<string, readonly string[]>>();

/** Posts by their names without extension, or up to any dot in them. */
function postsByName(site: Site): ReadonlyMap<string, readonly string[]> {
  return remember(site, () => {
    const found = new Map<string, string[]>();
    for (const path of [...site.files].sort()) {
      const entry = entryOf(path, site);
      if (entry?.kind !== 'post' || !entry.isRead) continue;
      const { name } = splitPath(path);
      for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        const key = name.slice(0, dot);
        const before = found.get(key);
        if (before) before.push(path);
        else found.set(key, [path]);
      }
    }
    return found;
  });
}

/** `{% post_url NAME %}`: https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/post_url.rb */
export function postNamed(written: string, site: Site): string {
  const name = written.trim();
  const [, path = '', date = '', slug = ''] = POST.exec(name.replace(/^\//, '')) ?? [];
  if (date === '') throw new NotFound(name);
  const exact = (postsByName(site).get(`${date}-${slug}`) ?? []).filter(post => {
    const at = entryOf(post, site)!.path;
    return at.startsWith(`_posts/${path}${date}-${slug}.`) || at.startsWith(`${path}_posts/${date}-${slug}.`);
  });
  const appears = (post: string): boolean => {
    const facts = site.index.of(post);
    return facts !== undefined && !whyHidden(facts, site);
  };
  const found = exact.find(appears) ?? postsOfDay(date, slug, site).find(appears);
  if (found !== undefined) return found;
  throw new NotFound(name, exact[0] ?? postsOfDay(date, slug, site)[0]);
}

/** The older way, which folders and the name's date do not matter to: by slug and by the day of the post. */
function postsOfDay(date: string, slug: string, site: Site): readonly string[] {
  const [written, month, day] = date.split('-').map(Number) as [number, number, number];
  // Time.parse takes two digits for a year of this century up to 68
  const year = /^\d{2}-/.test(date) ? written + (written < 69 ? 2000 : 1900) : written;
  return namedSo(slug, site).filter(post => {
    const facts = site.index.of(post);
    const local = facts && dateOf(facts, site) !== 'unreadable' ? localDate(facts, site) : undefined;
    return local !== undefined && slugOf(entryOf(post, site)!.path, valuesOf(facts!, site)) === slug && local.year === year && local.month === month && local.day === day;
  });
}

const bySlug = new WeakMap<Site['index'], { readonly version: number; readonly found: ReadonlyMap<string, readonly string[]> }>();

function namedSo(slug: string, site: Site): readonly string[] {
  let known = bySlug.get(site.index);
  if (known?.version !== site.index.version) {
    const found = new Map<string, string[]>();
    for (const facts of site.index.all()) {
      const entry = entryOf(facts.path, site);
      const own = entry?.kind === 'post' ? slugOf(entry.path, valuesOf(facts, site)) : undefined;
      if (own === undefined) continue;
      const before = found.get(own);
      if (before) before.push(facts.path);
      else found.set(own, [facts.path]);
    }
    known = { version: site.index.version, found };
    bySlug.set(site.index, known);
  }
  return known.found.get(slug) ?? [];
}

/** A page, document or copied file by what Jekyll calls its relative path. */
export type Found = { readonly page: string } | { readonly copy: string; readonly address: string };

const rememberPaths = rememberBySite<ReadonlyMap<string, string>>();

/** Files by their relative paths, where these are not the paths themselves. */
function fileOf(relative: string, site: Site): string | undefined {
  const byPath = rememberPaths(site, () => new Map([...site.files].flatMap(file => {
    const entry = entryOf(file, site);
    return entry ? [[entry.path, file] as const] : [];
  })));
  return byPath.get(relative);
}

/** @returns undefined when there is no such file; a page that does not appear is found as well. */
export function itemAt(relative: string, site: Site): Found | undefined {
  const file = fileOf(relative, site);
  if (file === undefined) return undefined;
  if (!isPageFile(file, site)) {
    const address = copyOf(file, site);
    return address === undefined ? undefined : { copy: file, address: `/${address}` };
  }
  const facts = site.index.of(file);
  if (!facts || isMade(facts, site)) return { page: file };
  const address = urlOf(facts, site);
  return address === undefined ? undefined : { copy: file, address };
}

/** `{% link PATH %}`: https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/link.rb */
export function itemLinked(written: string, site: Site): Found {
  const path = written.trim();
  const found = itemAt(path, site);
  if (!found) throw new NotFound(path);
  if ('page' in found) {
    const facts = site.index.of(found.page);
    if (!facts || whyHidden(facts, site)) throw new NotFound(path, found.page);
  }
  return found;
}
