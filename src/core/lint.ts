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
  if (isIgnored(post.path, site.settings.ignore)) return [];
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
  const frontMatter = post.frontMatter;
  const yaml = frontMatter ? [...post.text.slice(frontMatter.content.start, frontMatter.content.end).matchAll(/^\s*#(.*)$/gm)].map(([, text]) => ({ text: text!, end: 0 })) : [];
  const html = post.document.comments.map(({ text, span }) => ({ text, end: span.end }));
  for (const comment of [...yaml, ...html]) {
    const found = SWITCH.exec(comment.text);
    if (!found) continue;
    const names = found[2]!.split(/[\s,]+/).filter(Boolean);
    if (found[1]) lines.set(post.lines.lineAt(comment.end) + 1, names.length ? new Set(names) : EVERY);
    else if (names.length) for (const name of names) whole.add(name);
    else isAllOff = true;
  }
  return { post: isAllOff ? EVERY : whole, lines };
}
