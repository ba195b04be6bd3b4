// Code as highlight.js sees it: pieces of text, each with the scopes that it stands in.
import { highlighter } from './languages';

export interface Piece {
  readonly text: string;
  /** Outermost first, without prefix: `string`, `title.function`, `meta.keyword`. */
  readonly scopes: readonly string[];
  /** Nothing else of the innermost scope comes before. */
  readonly isFirst: boolean;
  /** In which language: code of one may stand in code of another. */
  readonly language: string;
}

const PART = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const ENTITY = /&(?:amp|lt|gt|quot|#x27);/g;
const CHARACTERS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** @param language a name of `languageNamed` */
export function piecesOf(code: string, language: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const open: { readonly scope: string | undefined; readonly language: string }[] = [];
  let isFirst = false;
  for (const [, names, text] of highlighter().highlight(code, { language, ignoreIllegals: true }).value.matchAll(PART)) {
    if (text !== undefined) {
      pieces.push({ text: text.replace(ENTITY, entity => CHARACTERS[entity]!), scopes: open.flatMap(({ scope }) => scope ?? []), isFirst, language: open.at(-1)?.language ?? language });
      isFirst = false;
    } else if (names === undefined) {
      open.pop();
      isFirst = false;
    } else {
      const inner = /^language-(.+)$/.exec(names)?.[1];
      open.push({ scope: inner === undefined ? scopeOf(names) : undefined, language: inner ?? open.at(-1)?.language ?? language });
      isFirst = true;
    }
  }
  return pieces;
}

/** `hljs-title function_` is the scope `title.function`. */
const scopeOf = (names: string): string => names.split(' ').map((name, index) => (index === 0 ? name.replace(/^hljs-/, '') : name.replace(/_+$/, ''))).join('.');
