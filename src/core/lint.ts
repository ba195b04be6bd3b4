// Runs the rules on a post and applies what the writer said of them: levels in tech-post.json, switches in the post itself.
import type { Post } from './post';
import type { Problem, Rule, Severity } from './rule';
import { RULES } from './rules';
import { isIgnored } from './settings';
import type { Site } from './site';

export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

/** All problems of a post in the order in which they stand in it. */
export function lint(post: Post, site: Site, rules: readonly Rule[] = RULES): readonly Finding[] {
  // a file of another kind that has the name of a post
  if (post.text.includes('\0') || isIgnored(post.path, site.settings.ignore)) return [];
  const switches = readSwitches(post);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const level = site.settings.rules[rule.id];
    if (level === 'off' || switches.post.has(rule.id)) continue;
    for (const problem of rule.check(post, site)) {
      if (switches.lines.get(post.lines.lineAt(problem.span.start))?.has(rule.id)) continue;
      findings.push({ ...problem, rule: rule.id, severity: level ?? problem.severity ?? rule.severity });
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface Switches {
  /** Rules that are off in the whole post. */
  readonly post: Names;
  /** Rules that are off on a line, counted from 0. */
  readonly lines: ReadonlyMap<number, Names>;
}
interface Names { has(id: string): boolean }

const EVERY: Names = { has: () => true };
const SWITCH = /^\s*tech-post-disable(-next-line)?((?:[\s,]+[a-z][a-z-]*)*)\s*$/;

/** `<!-- tech-post-disable rule -->`, in front matter `# tech-post-disable rule`; without a rule, all of them. */
function readSwitches(post: Post): Switches {
  const whole = new Set<string>();
  const lines = new Map<number, Names>();
  let isAllOff = false;
  for (const { text, end } of comments(post)) {
    const found = SWITCH.exec(text);
    if (!found) continue;
    const names = found[2]!.split(/[\s,]+/).filter(Boolean);
    if (found[1]) {
      const next = post.lines.lineAt(end) + 1;
      const also = lines.get(next);
      lines.set(next, names.length && also !== EVERY ? new Set([...(also instanceof Set ? also as Set<string> : []), ...names]) : EVERY);
    } else if (names.length) for (const name of names) whole.add(name);
    else isAllOff = true;
  }
  return { post: isAllOff ? EVERY : whole, lines };
}

function* comments(post: Post): Iterable<{ readonly text: string; readonly end: number }> {
  const { frontMatter } = post;
  if (frontMatter && frontMatter.format !== 'json') {
    const { start, end } = frontMatter.content;
    for (const found of post.text.slice(start, end).matchAll(/^[ \t]*#([^\r\n]*)/gm)) yield { text: found[1]!, end: start + found.index + found[0].length };
  }
  for (const { text, span } of post.document.comments) yield { text, end: span.end };
}
