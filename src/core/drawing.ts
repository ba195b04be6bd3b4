// What scripts in the page draw of a post: formulas and diagrams. Engines leave both as text; whether the site has such a script, and
// what it takes for a formula, is told by its configuration, its templates, its packages and the head of the post.
import { get, isData, type Data } from './data';
import type { Post } from './post';
import type { Site } from './site';

export interface Delimiters {
  readonly left: string;
  readonly right: string;
  readonly isDisplay: boolean;
}

export interface Drawings {
  /** In the order in which they are looked for; empty where nothing is a formula. */
  readonly formulas: readonly Delimiters[];
  readonly hasDiagrams: boolean;
}

/** What templates and packages of a site tell. */
export interface DrawingSigns {
  /** They name MathJax or KaTeX; `asked` where they do so only for posts that want it. */
  readonly math: 'always' | 'asked' | undefined;
  /** A single dollar begins a formula too. */
  readonly hasDollar: boolean;
  readonly hasDiagrams: boolean;
  /** Formulas come out of the engine in these, whatever script is there. */
  readonly ownDelimiters: readonly Delimiters[];
}

const pair = (left: string, right: string, isDisplay: boolean): Delimiters => ({ left, right, isDisplay });

/** `\[…\]` and `\(…\)` */
export const BRACKETS: readonly Delimiters[] = [pair('\\[', '\\]', true), pair('\\(', '\\)', false)];
/** What both look for by default: https://docs.mathjax.org/en/latest/options/input/tex.html, https://katex.org/docs/autorender */
const USUAL: readonly Delimiters[] = [pair('$$', '$$', true), ...BRACKETS];

/** @param texts of templates. A script that some of them name is asked for where one of them looks at the post's own keys. */
export function signsIn(texts: Iterable<string>): DrawingSigns {
  let isNamed = false;
  let isAsked = false;
  let hasDollar = false;
  let hasDiagrams = false;
  for (const text of texts) {
    isNamed ||= /mathjax|katex/i.test(text);
    isAsked ||= /(?:\.Params?\s*\.?\s*"?|page\.)(?:math|mathjax|katex|use_?math|latex)\b/i.test(text);
    hasDollar ||= /inlineMath[^\n]{0,40}['"]\$['"]|left\s*:\s*['"]\$['"]/.test(text);
    hasDiagrams ||= /mermaid/i.test(text);
  }
  return { math: isNamed ? (isAsked ? 'asked' : 'always') : undefined, hasDollar, hasDiagrams, ownDelimiters: [] };
}

const MATH_KEY = /^(?:use_?)?(?:math|mathjax\d?|katex|latex)$/i;
const DIAGRAM_KEY = /^(?:use_?)?mermaid(?:js)?$/i;
const DEEPEST = 4;

export function drawingsOf(post: Post, site: Site): Drawings {
  const { data } = site.config;
  const signs = site.flavor.drawing?.(site.config);
  const own = { ...site.flavor.inherited(post, site), ...Object.fromEntries(post.frontMatter?.fields.map(({ key, value }) => [key, value]) ?? []) };
  const inHead = switched(own, MATH_KEY, 2);
  const hasScript = inHead ?? switched(data, MATH_KEY, DEEPEST) ?? signs?.math === 'always';
  const dollars = signs?.hasDollar ? [pair('$', '$', false)] : [];
  const usual = hasScript ? [...USUAL, ...dollars] : [];
  const formulas = inHead === false ? [] : [...usual, ...(signs?.ownDelimiters ?? []).filter(({ left }) => !usual.some(each => each.left === left))];
  return { formulas, hasDiagrams: switched(own, DIAGRAM_KEY, 2) ?? switched(data, DIAGRAM_KEY, DEEPEST) ?? signs?.hasDiagrams ?? false };
}

/** Whether a key like this is on; a table is on unless its `enable` says no. Undefined where there is none. */
function switched(data: Data, key: RegExp, depth: number): boolean | undefined {
  let found: boolean | undefined;
  for (const [name, value] of Object.entries(data)) {
    if (key.test(name)) {
      const isOn = isData(value) ? (get(value, 'enable') ?? get(value, 'enabled') ?? true) !== false : value !== false && value !== null && value !== '' && value !== 'false';
      found = found || isOn;
    } else if (isData(value) && depth > 1) {
      const inside = switched(value, key, depth - 1);
      if (inside !== undefined) found = found || inside;
    }
  }
  return found;
}
