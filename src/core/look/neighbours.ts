// Which other posts a post that was never built will look like: those of its own kind, the newest first.
import { momentOf } from '../dates';
import { splitPath } from '../files';
import type { Post } from '../post';
import type { Site } from '../site';
import { fieldList, fieldText, type Source } from '../source';
import { builtPageOf, type Build } from './build';

export interface Neighbour {
  /** In the site. */
  readonly path: string;
  /** In the build. */
  readonly page: string;
}

/** Of posts that were built, those most alike first: the same layout, the same folder, the same categories, then the newest. */
export function neighbours(post: Post, site: Site, build: Build): readonly Neighbour[] {
  const isPost = site.flavor.isPost(post.path, site);
  return [...site.index.all()].filter(page => page.path !== post.path && site.flavor.isPage(page.path, site) && site.flavor.isMarkdown(page.path)).map(page => ({
    page, likeness: likeness(page, post, site) + (site.flavor.isPost(page.path, site) === isPost ? 16 : 0), date: dateOf(page, site),
  })).sort((a, b) => b.likeness - a.likeness || b.date - a.date || (a.page.path < b.page.path ? -1 : 1)).slice(0, 200).flatMap(({ page }): readonly Neighbour[] => {
    const built = builtPageOf(page, site, build);
    return built === undefined ? [] : [{ path: page.path, page: built }];
  });
}

function likeness(page: Source, post: Source, site: Site): number {
  const { categories } = site.flavor.fields;
  const value = (of: Source, key: string): string | undefined => {
    const own = fieldText(of, [key]);
    const given = site.flavor.inherited(of, site)[key];
    return own ?? (given === undefined || given === null ? undefined : String(given));
  };
  const ours = fieldList(post, categories);
  return (['layout', 'type'].every(key => value(page, key) === value(post, key)) ? 8 : 0) + (sectionOf(page.path) === sectionOf(post.path) ? 4 : 0)
    + (value(page, 'lang') === value(post, 'lang') ? 2 : 0) + (fieldList(page, categories).some(name => ours.includes(name)) ? 1 : 0);
}

/** Of a bundle, the folder that the bundle lies in. */
const sectionOf = (path: string): string => splitPath(path.replace(/\/index(\.[\w-]+)?\.(?:md|markdown|html)$/i, '.md')).folder;

function dateOf(page: Source, site: Site): number {
  const date = site.flavor.date(page, site);
  return date === undefined || date === 'unreadable' ? 0 : momentOf(date, site.flavor.zone(site));
}
