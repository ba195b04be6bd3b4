import type { Token } from 'markdown-it';
import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';
import type { Span } from '../span';

// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run: `**` between punctuation and a letter opens or closes only on
// one side, and Korean particles make such places common: **용어(English)**을.
const PAIR = /(?<![*\\])\*\*(?![*\s])([^*\n`[\]<>\\]*[^*\s`[\]<>\\])\*\*(?!\*)/gu;

export const emphasisFlanking: Rule = {
  id: 'emphasis-flanking',
  summary: 'Asterisks between punctuation and a letter do not make text bold in most engines.',
  severity: 'warning',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    // the tokens are made only when they are asked for
    if (!site.flavor.isPage(post.path, site) || badPairs(post.text, post.body.start).next().done) return;
    for (const token of post.document.tokens) {
      if (token.type !== 'inline' || !token.map) continue;
      for (const { inner, span } of literalPairs(token, post)) {
        yield { span, message: site.say('{0} will show these ** as they are.', site.flavor.name), fixes: moveOut(inner, span, site) };
      }
    }
  },
};

/** Pairs that an author surely meant, and that the page shows as asterisks. */
function* literalPairs(token: Token, post: Post): Iterable<{ readonly inner: string; readonly span: Span }> {
  // what is not text ends a pair; quotation marks and dashes may have become others on the page
  const shown = bare((token.children ?? []).map(({ type, content }) => (type === 'text' ? content : '\n')).join(''));
  if (!shown.includes('**')) return;
  const firstLine = post.lines.lineAt(post.body.start);
  const [first, last] = token.map!;
  const start = post.lines.spanOf(firstLine + first).start;
  const source = post.text.slice(start, post.lines.spanOf(firstLine + last - 1).end);
  for (const pair of badPairs(source, 0)) {
    if (shown.includes(bare(pair[0]))) yield { inner: pair[1]!, span: { start: start + pair.index, end: start + pair.index + pair[0].length } };
  }
}

/** Pairs of which one side can neither open nor close. */
function* badPairs(source: string, from: number): Generator<RegExpExecArray> {
  if (!source.includes('**', from)) return;
  const pattern = new RegExp(PAIR);
  pattern.lastIndex = from;
  for (let pair = pattern.exec(source); pair; pair = pattern.exec(source)) {
    const inner = pair[1]!;
    const before = source.charAt(pair.index - 1) || ' ';
    const after = source.charAt(pair.index + pair[0].length) || ' ';
    if ((isMark(inner.at(-1)!) && isLetter(after)) || (isMark(inner.charAt(0)) && isLetter(before))) yield pair;
  }
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}*\n]/gu, '');
const isMark = (letter: string): boolean => /[\p{P}\p{S}]/u.test(letter);
const isLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);

/** `**용어(English)**을` becomes `**용어**(English)을`, `**"용어"**는` becomes `"**용어**"는`. */
function moveOut(inner: string, span: Span, site: Site): readonly Fix[] {
  const withNote = /^()(.*[\p{L}\p{N}])(\s*\([^()]*\))$/su.exec(inner);
  const [, before = '', middle = '', after = ''] = withNote ?? /^([\p{P}\p{S}]*)(.*?)([\p{P}\p{S}]*)$/su.exec(inner)!;
  if (middle === '' || isMark(middle.charAt(0)) || /_/.test(before + after)) return [];
  const text = `${before}**${middle}**${after}`;
  return [{ title: site.say('Change to "{0}"', text), edits: [{ ...span, text }], isSafe: false }];
}
