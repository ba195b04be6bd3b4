import { splitPath } from '../files';
import type { Field } from '../frontmatter';
import { destinationOf } from '../links';
import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';
import type { Span } from '../span';
import { rewriteTarget } from './rewrite';

export const linkTarget: Rule = {
  id: 'link-target',
  summary: 'A link or image leads to a file that is not on the site.',
  severity: 'error',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    const seen = new Set<number>();
    for (const { target, targetSpan } of post.links) {
      if (seen.has(targetSpan.start)) continue; // several links share a definition
      seen.add(targetSpan.start);
      const problem = missing(target, targetSpan, post, site);
      if (problem) yield problem;
    }
    for (const { path, span } of covers(post, site)) {
      const problem = missing(path, span, post, site);
      if (problem) yield problem;
    }
  },
};

function missing(target: string, span: Span, post: Post, site: Site): Problem | undefined {
  const destination = destinationOf(target, post, site);
  if (destination.kind !== 'missing') return undefined;
  const better = destination.near === undefined ? undefined : rewriteTarget(target, destination.near, post, site);
  const fixes: readonly Fix[] = better === undefined ? [] : [{ title: site.say('Change to "{0}"', better), edits: [{ ...span, text: better }], isSafe: false }];
  return { span, message: site.say('"{0}" is not on the site.', target), fixes };
}

/** Pictures that the front matter names. Themes look for them in folders of their own, so one that is anywhere is fine. */
function* covers(post: Post, site: Site): Iterable<{ readonly path: string; readonly span: Span }> {
  if (!post.frontMatter || post.frontMatter.isBroken || !site.flavor.knowsRoot('/', site)) return;
  for (const key of site.flavor.fields.cover) {
    const field = post.frontMatter.field(key);
    for (const path of field ? pathsIn(field.value) : []) {
      if (!/^[^:{}]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path) || path.startsWith('//')) continue;
      const tail = path.replace(/^(?:\.{0,2}\/)+/, '');
      if (site.files.named(splitPath(tail).name).some(file => file === tail || file.endsWith(`/${tail}`))) continue;
      const span = placeIn(field!, path);
      if (span) yield { path, span };
    }
  }
}

/** `cover: a.png`, `cover: {image: a.png}` and `images: [a.png]` are all in use. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([name, item]) => /^(?:image|src|path|url)$/.test(name) && typeof item === 'string').map(([, item]) => item as string);
}

function placeIn(field: Field, path: string): Span | undefined {
  const at = field.source.indexOf(path);
  return at < 0 ? undefined : { start: field.valueSpan.start + at, end: field.valueSpan.start + at + path.length };
}
