// Runs the rules on a post and applies what the writer said of them: levels in tech-post.json, switches in the post itself.
import { factsOf, type Facts } from './facts';
import type { Post } from './post';
import type { Problem, Rule, Severity } from './rule';
import { RULES } from './rules';
import { isIgnored } from './settings';
import type { Site } from './site';
import { isOff, type Switches } from './switches';

export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

/** All problems of a post in the order in which they stand in it. */
export function lint(post: Post, site: Site, rules: readonly Rule[] = RULES): readonly Finding[] {
  return inOrder([...lintText(post, site, rules), ...lintFacts(factsOf(post, site), site, rules)]);
}

/** What the post's own text tells: true until it is edited or the site is configured anew, so it may be kept. */
export function lintText(post: Post, site: Site, rules: readonly Rule[] = RULES): readonly Finding[] {
  // a file of another kind that has the name of a post
  if (post.text.includes('\0')) return [];
  const { switches } = factsOf(post, site);
  return rules.flatMap(rule => (rule.reads === 'post' ? apply(rule, post.path, switches, site, () => rule.check(post, site)) : []));
}

/** What depends on the clock and on the rest of the blog as well. */
export function lintFacts(facts: Facts, site: Site, rules: readonly Rule[] = RULES): readonly Finding[] {
  return rules.flatMap(rule => (rule.reads === 'facts' ? apply(rule, facts.path, facts.switches, site, () => rule.check(facts, site)) : []));
}

export const inOrder = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

function apply(rule: Rule, path: string, switches: Switches, site: Site, check: () => Iterable<Problem>): Finding[] {
  const level = site.settings.rules[rule.id];
  if (level === 'off' || switches.some(({ names, within }) => !within && (!names.length || names.includes(rule.id))) || isIgnored(path, site.settings.ignore)) return [];
  const findings: Finding[] = [];
  for (const problem of check()) {
    if (isOff(rule.id, problem.span.start, switches)) continue;
    findings.push({ ...problem, rule: rule.id, severity: level ?? problem.severity ?? rule.severity });
  }
  return findings;
}
