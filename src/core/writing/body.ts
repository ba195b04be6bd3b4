import type { Post } from '../post';
import type { Issue } from './series';

/**
 * The lines that belong to a series and not to one issue: headings that nine of ten issues have, and other lines that all
 * of them repeat, in the order of the last issue; each moved to the new period. With one issue to go by, its sections.
 */
export function bodyText(issues: readonly Issue[], move: (issue: Issue, text: string) => string): string {
  const bodies = issues.map(issue => new Set(linesOf(issue.post).map(({ text }) => move(issue, text))));
  const share = (line: string): number => bodies.filter(lines => lines.has(line)).length / bodies.length;
  const last = issues.at(-1)!;
  const kept: { readonly text: string; readonly isHeading: boolean }[] = [];
  for (const { text, isHeading } of linesOf(last.post)) {
    const moved = move(last, text);
    const isShared = issues.length === 1 ? isHeading && /^##? /.test(text) && !/\]\(/.test(text) : share(moved) >= (isHeading ? 0.9 : 1);
    if (isShared) kept.push({ text: moved, isHeading });
  }
  // a heading that most issues have and the last one happens to lack
  const headings = new Set(kept.filter(({ isHeading }) => isHeading).map(({ text }) => text));
  const missing = issues.length < 3 ? [] : [...new Set(issues.flatMap(issue => linesOf(issue.post).filter(line => line.isHeading).map(({ text }) => move(issue, text))))]
    .filter(text => !headings.has(text) && share(text) >= 0.9);
  return [...kept, ...missing.map(text => ({ text, isHeading: true }))].map(({ text }) => `${text}\n`).join('\n');
}

/** Lines with something in them, outside of code; which of them are headings the parser says. */
function linesOf(post: Post): readonly { readonly text: string; readonly isHeading: boolean }[] {
  const headingLines = new Set(post.headings.map(({ span }) => post.lines.lineAt(span.start)));
  const first = post.lines.lineAt(post.body.start);
  const found: { text: string; isHeading: boolean }[] = [];
  let fence: string | undefined;
  for (let line = first; line < post.lines.starts.length; line++) {
    const { start, end } = post.lines.spanOf(line);
    const text = post.text.slice(Math.max(start, post.body.start), end).trimEnd();
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence === undefined && text.trim()) found.push({ text, isHeading: headingLines.has(line) });
  }
  return found;
}
