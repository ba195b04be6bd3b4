// Rules of marked 4, which hexo-renderer-marked had up to version 6: https://github.com/markedjs/marked/blob/v4.3.0/src/rules.js
import type { Lexer } from 'marked';

type Rules = Lexer['tokenizer']['rules'];

/** Only ASCII counts as punctuation beside emphasis. */
const SIGNS = '!"#$%&\'()+\\-.,/:;<=>?@\\[\\]`{|}~';
const NOTHING = /(?!)/;

const rightDelimiter = (own: string, other: string): RegExp => {
  const text = `(?:[^${SIGNS}*_\\s\\\\]|\\\\.)`;
  const signs = `[${SIGNS}${other}]`;
  const o = `\\${other}`;
  return new RegExp(
    `^(?:[^_*\\\\]|\\\\.)*?${o}${o}(?:[^_*\\\\]|\\\\.)*?\\${own}(?:[^_*\\\\]|\\\\.)*?(?=${o}${o})|(?:[^${own}\\\\]|\\\\.)+(?=[^${own}])`
    + `|${signs}(\\${own}+)(?=[\\s]|$)|${text}(\\${own}+)(?=[${SIGNS}${other}\\s]|$)|[${SIGNS}${other}\\s](\\${own}+)(?=[^${SIGNS}*_\\s])`
    + `|[\\s](\\${own}+)(?=${signs})|${signs}(\\${own}+)(?=${signs})${own === '*' ? `|${text}(\\*+)(?=[^${SIGNS}*_\\s\\\\])` : ''}`, 'g');
};

export const olderRules = (rules: Rules): Rules => ({
  ...rules,
  block: { ...rules.block, lheading: /^((?:.|\n(?!\n))+?)\n {0,3}(=+|-+) *(?:\n+|$)/ },
  inline: {
    ...rules.inline,
    // any white space of Unicode's ends a destination
    link: /^!?\[((?:\[(?:\\.|[^[\]\\])*\]|\\.|`[^`]*`|[^[\]\\`])*?)\]\(\s*(<(?:\\.|[^\n<>\\])+>|[^\s\x00-\x1f]*)(?:\s+("(?:\\"?|[^"\\])*"|'(?:\\'?|[^'\\])*'|\((?:\\\)?|[^)\\])*\)))?\s*\)/,
    punctuation: new RegExp(`^((?![*_])[\\s${SIGNS}])`),
    emStrongLDelim: new RegExp(`^(?:\\*+(?:([${SIGNS}_])|[^\\s*]))|^_+(?:([${SIGNS}*])|([^\\s_]))`),
    emStrongRDelimAst: rightDelimiter('*', '_'),
    emStrongRDelimUnd: rightDelimiter('_', '*'),
  },
  // a line of HTML may be the item's
  other: { ...rules.other, htmlBeginRegex: () => NOTHING },
});
