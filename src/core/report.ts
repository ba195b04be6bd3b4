import type { Finding } from './lint';
import type { Post } from './post';
import type { Site } from './site';

/** A problem on one line, as compilers write it: `path:line:column severity message (rule-id)`. */
export function reportLine(post: Pick<Post, 'path' | 'lines'>, finding: Finding): string {
  const { line, column } = post.lines.positionAt(finding.span.start);
  return `${post.path}:${line}:${column} ${finding.severity} ${finding.message} (${finding.rule})`;
}

/** What a site is, on one line: `Hugo 0.131.0 (netlify.toml), 77 posts, 3 other pages`. @param pages their paths. */
export function siteLine(site: Site, pages: readonly string[]): string {
  const posts = pages.filter(page => site.flavor.isPost(page, site)).length;
  return countedLine(site, posts, pages.length - posts);
}

/** The same for who has counted already. */
export function countedLine({ flavor, config: { version }, say }: Site, posts: number, others: number): string {
  const engine = version ? `${flavor.name} ${version.number} (${version.from || say('the newest known')})` : flavor.name;
  return [
    engine, say(posts === 1 ? '{0} post' : '{0} posts', posts),
    ...(others ? [say(others === 1 ? '{0} other page' : '{0} other pages', others)] : []),
  ].join(', ');
}
