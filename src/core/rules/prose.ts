// Finds the sentence that says what a post is about, for a description.
import type { Token } from 'markdown-it';
import type { Post } from '../post';

export interface Sentence {
  readonly text: string;
  /** False when the text had to be cut inside a sentence. */
  readonly isWhole: boolean;
}

/** As many letters as search results show of a description. */
const LONGEST = 160;
/** Shorter ones are greetings. */
const SHORTEST = 15;

/** The first sentence of the first paragraph that is prose; with the next ones while it is very short. */
export function firstSentence(post: Post): Sentence | undefined {
  let fallback: Sentence | undefined;
  for (const text of paragraphs(post.document.tokens)) {
    const sentence = cut(text);
    if (sentence.isWhole && sentence.text.length >= SHORTEST) return sentence;
    fallback ??= sentence;
  }
  return fallback;
}

function cut(text: string): Sentence {
  let end = 0;
  for (const stop of text.matchAll(/[.?!…。](?=["'”’)\]]*(\s|$))["'”’)\]]*/g)) {
    const at = stop.index + stop[0].length;
    if (at > LONGEST) break;
    end = at;
    if (end >= SHORTEST) break;
  }
  if (end > 0) return { text: text.slice(0, end), isWhole: true };
  if (text.length <= LONGEST) return { text, isWhole: false };
  const blank = text.lastIndexOf(' ', LONGEST - 1);
  return { text: `${text.slice(0, blank > LONGEST / 2 ? blank : LONGEST - 1)}…`, isWhole: false };
}

/** The texts of paragraphs that stand on their own, not in quotations, lists or tables, and are more than pictures and links. */
function* paragraphs(tokens: readonly Token[]): Iterable<string> {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'paragraph_open' || token.level !== 0) continue;
    const children = tokens[index + 1]?.children ?? [];
    if (children.some(({ type }) => type === 'template' || type === 'html_inline')) continue;
    let text = '';
    let ownLetters = 0;
    let linkDepth = 0;
    for (const child of children) {
      if (child.type === 'link_open') linkDepth++;
      else if (child.type === 'link_close') linkDepth--;
      const piece = child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.type === 'image' || child.type.startsWith('footnote') ? '' : child.content;
      text += piece;
      if (linkDepth === 0) ownLetters += piece.match(/\p{L}/gu)?.length ?? 0;
    }
    const plain = text.replace(/\s+/g, ' ').trim();
    if (ownLetters >= 5 && !/^\{|\{%|\{\{/.test(plain)) yield plain;
  }
}
