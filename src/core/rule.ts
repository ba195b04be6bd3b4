import type { Facts } from './facts';
import type { Post } from './post';
import type { Site } from './site';
import type { Edit, Span } from './span';

/** Ordered from what stops a build to what is only worth knowing. */
export const SEVERITIES = ['error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const HOST_COMMANDS = ['publish'] as const;

/** A remedy as data: the extension makes it a WorkspaceEdit, the command line writes the file, a test compares the text. */
export interface Fix {
  /** What it does, as a command: "Add a description". */
  readonly title: string;
  /** Edits of the post that has the problem. */
  readonly edits: readonly Edit[];
  /** True when any author would want it as it is, so that `--fix` may make it without asking. */
  readonly isSafe: boolean;
}

export interface Problem {
  readonly span: Span;
  /** One plain sentence in the reader's language saying what is. The remedy is the fix's title. */
  readonly message: string;
  /** Best first. */
  readonly fixes?: readonly Fix[];
  /** What a host may offer beside the fixes: more than edits of this one text. */
  readonly command?: (typeof HOST_COMMANDS)[number];
  /** Only when it differs from the rule's own severity: the same thing can matter less on another kind of site. */
  readonly severity?: Severity;
}

/** A rule reads the text of one post, or facts of it beside those of the rest of the blog and the clock. */
export type Rule = PostRule | FactsRule;

export interface RuleHead {
  /** The thing, then its aspect: `summary-missing`. Also the name of its file and of its page in docs/rules. */
  readonly id: string;
  /** What the rule is about, for lists and the settings' schema; English. */
  readonly summary: string;
  readonly severity: Severity;
}

/** Its answer depends on the post's text and on how the site is set up, and on nothing else. */
export interface PostRule extends RuleHead {
  readonly reads: 'post';
  check(post: Post, site: Site): Iterable<Problem>;
}

export interface FactsRule extends RuleHead {
  readonly reads: 'facts';
  check(facts: Facts, site: Site): Iterable<Problem>;
}
