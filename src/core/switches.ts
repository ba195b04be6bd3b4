// What a writer says to the rules in the post itself: `<!-- tech-post-disable rule -->`, in front matter a `#` comment.
import type { Post } from './post';
import type { Span } from './span';

/** Rules that are off, in the whole post or where a problem begins within a span (a line). Without names: all of them. */
export interface Switch {
  readonly names: readonly string[];
  readonly within?: Span;
}

export type Switches = readonly Switch[];

export function isOff(rule: string, at: number, switches: Switches): boolean {
  return switches.some(({ names, within }) => (!names.length || names.includes(rule)) && (!within || (at >= within.start && at <= within.end)));
}

const SWITCH = /^\s*tech-post-disable(-next-line)?((?:[\s,]+[a-z][a-z-]*)*)\s*$/;

export function readSwitches(post: Post): Switches {
  const switches: Switch[] = [];
  for (const { text, end } of comments(post)) {
    const found = SWITCH.exec(text);
    if (!found) continue;
    const names = found[2]!.split(/[\s,]+/).filter(Boolean);
    const next = post.lines.lineAt(end) + 1;
    if (!found[1]) switches.push({ names });
    else if (next < post.lines.starts.length) switches.push({ names, within: post.lines.spanOf(next) });
  }
  return switches;
}

function* comments(post: Post): Iterable<{ readonly text: string; readonly end: number }> {
  const { frontMatter } = post;
  if (frontMatter && frontMatter.format !== 'json') {
    const { start, end } = frontMatter.content;
    for (const found of post.text.slice(start, end).matchAll(/^[ \t]*#([^\r\n]*)/gm)) yield { text: found[1]!, end: start + found.index + found[0].length };
  }
  for (const { text, span } of post.document.comments) yield { text, end: span.end };
}
