// What a writer does in every post, whatever its kind: where posts lie, dated names, a layout key, TOML.
import { isoDay, twoDigits, type WrittenDate } from '../dates';
import type { FieldValue, Format } from '../frontmatter';
import { extensionOf, splitPath } from '../files';
import type { Post } from '../post';
import type { Site } from '../site';

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

export function habitsOf(posts: readonly Post[], site: Site): Habits {
  const dated = posts.filter(post => site.flavor.isPost(post.path, site)).map(post => {
    const date = site.flavor.date(post, site);
    return { post, day: date === undefined || date === 'unreadable' ? '' : isoDay(date) };
  });
  const recent = dated.sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, RECENT).map(({ post }) => post);
  const most = (claim: (post: Post) => boolean): boolean => recent.length > 0 && recent.filter(claim).length > recent.length * 0.6;
  const isBundle = (post: Post): boolean => /^index(?:\.[a-z-]{2,5})?\.[^.]+$/i.test(splitPath(post.path).name);
  const ownFolder = (post: Post): string => splitPath(isBundle(post) ? splitPath(post.path).folder : post.path).folder;
  const ownName = (post: Post): string => splitPath(isBundle(post) ? splitPath(post.path).folder : post.path).name;
  const yearless = (post: Post): string => ownFolder(post).replace(/(^|\/)20\d\d(?=\/|$)/, '$1{year}').replace(/(\{year\}\/)(?:0[1-9]|1[0-2])(?=\/|$)/, '$1{month}');
  const folder = mostCommon(recent.map(yearless));
  return {
    folder: date => (folder && most(post => yearless(post) === folder) ? folder.replace('{year}', String(date.year)).replace('{month}', twoDigits(date.month)) : undefined),
    datesNames: most(post => /^\d{4}-\d{2}-\d{2}[-_]/.test(ownName(post))),
    isBundled: most(isBundle),
    extension: mostCommon(recent.map(post => extensionOf(post.path))) ?? '.md',
    format: mostCommon(recent.flatMap(post => post.frontMatter?.format ?? [])),
    constants: constantsOf(recent),
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
