// What a writer does in every post, whatever its kind: where posts lie, dated names, a layout key, TOML.
import { isoDay, twoDigits, type WrittenDate } from '../dates';
import type { FieldValue, Format } from '../frontmatter';
import { extensionOf, splitPath } from '../files';
import type { Post } from '../post';
import type { Site } from '../site';
import { wholePost, type Page } from './series';

export interface Habits {
  /** Folder of the newest posts, its year moved to the new post's; undefined when they lie here and there. */
  folder(date: WrittenDate): string | undefined;
  readonly datesNames: boolean;
  readonly isBundled: boolean;
  readonly extension: string;
  readonly format: Format | undefined;
  /** Keys that all recent posts give the same value: `layout: post`. */
  readonly constants: readonly (readonly [key: string, value: FieldValue])[];
}

const RECENT = 12;

/** The newest posts, of which the habits are read off. */
export function recentPosts(pages: Iterable<Page>, site: Site): readonly Page[] {
  const dated = [...pages].filter(({ path }) => site.flavor.isPost(path, site)).map(page => {
    const date = site.flavor.date(page, site);
    return { page, day: date === undefined || date === 'unreadable' ? '' : isoDay(date) };
  });
  return dated.sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, RECENT).map(({ page }) => page);
}

/** @param pages of which the newest are whole posts, or none of them is: how heads are written is then not known */
export function habitsOf(pages: Iterable<Page>, site: Site): Habits {
  const recent = recentPosts(pages, site);
  const whole = recent.flatMap(page => wholePost(page) ?? []);
  const most = (claim: (post: Pick<Page, 'path'>) => boolean): boolean => recent.length > 0 && recent.filter(claim).length > recent.length * 0.6;
  const isBundle = (post: Pick<Page, 'path'>): boolean => /^index(?:\.[a-z-]{2,5})?\.[^.]+$/i.test(splitPath(post.path).name);
  const ownFolder = (post: Pick<Page, 'path'>): string => splitPath(isBundle(post) ? splitPath(post.path).folder : post.path).folder;
  const ownName = (post: Pick<Page, 'path'>): string => splitPath(isBundle(post) ? splitPath(post.path).folder : post.path).name;
  const yearless = (post: Pick<Page, 'path'>): string => ownFolder(post).replace(/(^|\/)20\d\d(?=\/|$)/, '$1{year}').replace(/(\{year\}\/)(?:0[1-9]|1[0-2])(?=\/|$)/, '$1{month}');
  const folder = mostCommon(recent.map(yearless));
  return {
    folder: date => (folder && most(post => yearless(post) === folder) ? folder.replace('{year}', String(date.year)).replace('{month}', twoDigits(date.month)) : undefined),
    datesNames: most(post => /^\d{4}-\d{2}-\d{2}[-_]/.test(ownName(post))),
    isBundled: most(isBundle),
    extension: mostCommon(recent.map(post => extensionOf(post.path))) ?? '.md',
    format: mostCommon(whole.flatMap(post => post.frontMatter?.format ?? [])),
    constants: constantsOf(whole),
  };
}

function mostCommon<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function constantsOf(posts: readonly Post[]): readonly (readonly [string, FieldValue])[] {
  if (posts.length < 2) return [];
  const first = posts[0]!;
  return (first.frontMatter?.fields ?? []).flatMap(({ key, value }) => {
    const isSame = posts.every(post => JSON.stringify(post.frontMatter?.field(key)?.value) === JSON.stringify(value));
    return isSame && (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') ? [[key, value] as const] : [];
  });
}
