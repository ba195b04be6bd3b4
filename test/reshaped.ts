// What a change of a post's shape makes of a blog in memory: texts edited, files moved, as a host would do it.
import assert from 'node:assert/strict';
import { factsOf } from '../src/core/facts';
import { applyEdits } from '../src/core/span';
import type { Refusal, Told } from '../src/core/writing/reshape';
import { blog, type Blog, type BlogOptions } from './blog';

export type Files = Readonly<Record<string, string>>;

/** The files afterwards. @throws AssertionError where a file would be overwritten, or the blog left. */
export function reshaped(files: Files, path: string, made: Told, { site, posts }: Blog): Files {
  const now = new Map(Object.entries(files));
  for (const page of posts) now.set(page.path, applyEdits(page.text, [...made.links.editsIn(factsOf(page, site)), ...(page.path === path ? made.edits : [])]));
  for (const { from, to } of made.moves) {
    for (const file of [...now.keys()].filter(name => name === from || name.startsWith(`${from}/`))) {
      const goal = to + file.slice(from.length);
      assert.ok(!now.has(goal) && !goal.split('/').includes('..'), goal);
      now.set(goal, now.get(file)!);
      now.delete(file);
    }
  }
  return Object.fromEntries(now);
}

/** One page after the other; those of which the way makes nothing stay as they are. */
export function reshapeAll(files: Files, way: (path: string, blog: Blog, at: number) => Told | Refusal, options?: BlogOptions): { readonly files: Files; readonly made: readonly Told[] } {
  const paths = blog(files, options).posts.map(({ path }) => path);
  const made: Told[] = [];
  let now = files;
  for (const [at, path] of paths.entries()) {
    const open = blog(now, options);
    // it may have moved along with another one
    if (now[path] === undefined || !open.site.flavor.isPage(path, open.site)) continue;
    const one = way(path, open, at);
    if ('refusal' in one) continue;
    now = reshaped(now, path, one, open);
    made.push(one);
  }
  return { files: now, made };
}
