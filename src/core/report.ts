import type { Finding } from './lint';
import type { Post } from './post';

/** A problem on one line, as compilers write it: `path:line:column severity message (rule-id)`. */
export function reportLine(post: Pick<Post, 'path' | 'lines'>, finding: Finding): string {
  const { line, column } = post.lines.positionAt(finding.span.start);
  return `${post.path}:${line}:${column} ${finding.severity} ${finding.message} (${finding.rule})`;
}
