// The pages of a blog in the order in which a writer looks for one: posts that readers see, the newest first, then what they
// do not see yet, then pages that are no posts.
import { momentOf } from '../dates';
import type { Facts } from '../facts';
import { splitPath } from '../files';
import { pageSum } from './pagesum';
import { searchText } from './hangul';
import type { Site } from '../site';
import type { Source } from '../source';

export interface ShelfPage {
  readonly path: string;
  readonly title: string;
  /** Decoded, with the base path. */
  readonly address: string | undefined;
  readonly isPost: boolean;
  readonly isHidden: boolean;
  /** Milliseconds since 1970; 0 without a date. */
  readonly moment: number;
  readonly searchTitle: string;
  /** Title, path and address. */
  readonly search: string;
}

export const shelfOf: (site: Site) => readonly ShelfPage[] = pageSum((facts, site): ShelfPage | undefined => {
  const { flavor } = site;
  if (!flavor.isPage(facts.path, site)) return undefined;
  const title = shownTitle(facts);
  const address = flavor.url(facts, site);
  const date = flavor.date(facts, site);
  return {
    path: facts.path, title, address, isPost: flavor.isPost(facts.path, site), isHidden: flavor.hidden(facts, site) !== undefined,
    moment: typeof date === 'object' ? momentOf(date, flavor.zone(site)) : 0,
    searchTitle: searchText(title), search: searchText(`${title}\n${facts.path}\n${address ?? ''}`),
  };
}, parts => [...parts].sort((a, b) => Number(b.isPost) - Number(a.isPost) || Number(a.isHidden) - Number(b.isHidden) || b.moment - a.moment || (a.path < b.path ? -1 : 1)));

/** Of a page without a title the name of its file, or of its folder. */
export function shownTitle({ path, title }: Pick<Facts, 'path' | 'title'>): string {
  const { folder, name } = splitPath(path);
  const bare = name.replace(/\.[^.]+$/, '');
  return title ?? (/^_?index$/.test(bare) ? splitPath(folder).name || bare : bare);
}

/** Those that a writer may mean who typed this, best first; those in the language of the page before its translations. */
export function pagesFor(typed: string, from: Pick<Source, 'path'>, site: Site): readonly ShelfPage[] {
  const words = searchText(typed).split(/\s+/).filter(Boolean);
  const language = languageIn(from.path);
  const found: (ShelfPage[])[] = [[], [], [], []];
  for (const page of shelfOf(site)) {
    if (page.path === from.path || !words.every(word => page.search.includes(word))) continue;
    const rank = words.length === 0 || page.searchTitle.startsWith(words[0]!) ? 0 : page.searchTitle.includes(words[0]!) ? 1 : 2;
    found[languageIn(page.path) === language ? rank : 3]!.push(page);
  }
  return found.flat();
}

/** As the file's name or folder tells it: `x.en.md`, `content/en/x.md`. */
const languageIn = (path: string): string | undefined => /\.([a-z]{2}(?:-[a-z]{2,4})?)\.\w+$/i.exec(path)?.[1]?.toLowerCase() ?? /^content[/.-]([a-z]{2}(?:-[a-z]{2})?)\//i.exec(path)?.[1]?.toLowerCase();
