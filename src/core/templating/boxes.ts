// What of a body cannot be run stays in it as a mark, which Markdown takes for a template tag and shows as a named box. Tags that are
// the writer's own text after the run (`raw`, `{{</* … */>}}`) are then no longer tags, so the marks are of characters that no text has:
// https://www.unicode.org/faq/private_use.html#noncharacters
import type { TemplateSyntax } from './templates';

const BEGIN = '\uFDD0';
const END = '\uFDD1';

/** Text as it may stand in a body next to marks. */
export const withoutNoncharacters = (text: string): string => (/[\uFDD0\uFDD1]/.test(text) ? text.replace(/[\uFDD0\uFDD1]/g, '\uFFFD') : text);

const inOneLine = (tag: string): string => withoutNoncharacters(tag).replace(/\s+/g, ' ');

/** A mark for a tag that stands alone. */
export const boxOf = (tag: string): string => `{${BEGIN}-${inOneLine(tag)}${END}}`;

/** Marks for a pair; what stands between them is parsed as the rest of the body is. `name` is a word. */
export const boxOpening = (tag: string, name: string): string => `{${BEGIN}<${name} ${inOneLine(tag)}${END}}`;
export const boxClosing = (name: string): string => `{${BEGIN}>${name} ${END}}`;

const name = (tag: string, kind: '<' | '>'): string | undefined => (tag[2] === kind ? /^[^ ]*/.exec(tag.slice(3))![0] : undefined);

export const BOXES: TemplateSyntax = {
  tag: /\{\uFDD0[^\uFDD1\n]*\uFDD1\}/y,
  opens: tag => name(tag, '<'),
  closes: (tag, opened) => name(tag, '>') === opened,
  isSilent: tag => tag[2] === '>',
  isClosing: tag => tag[2] === '>',
  pairLine: opened => `^[ \\t]*\\{\\uFDD0(?:<|(>))${opened.replace(/[^\w]/g, '\\$&')} [^\\uFDD1\\n]*\\uFDD1\\}[ \\t]*\\n`,
  shown: tag => tag.slice(3, -2).replace(tag[2] === '-' ? '' : /^[^ ]* /, ''),
};

const MARK = /\{\uFDD0(?:-|[<>][^ \uFDD1]* )([^\uFDD1]*)\uFDD1\}/g;
const IN_ADDRESS = /(?:%7B|\{)%EF%B7%90(?:-|(?:%3C|%3E|<|>|&lt;|&gt;)[\w-]*%20)(.*?)%EF%B7%91(?:%7D|\})/g;
/** As a renderer escapes it. */
const ESCAPED = /\{\uFDD0(?:-|&[lg]t;[^ \uFDD1]* )([^\uFDD1]*)\uFDD1\}/g;

/** HTML in which marks that no rule took for tags, those in code and addresses, are the tags as they were written. */
export function withoutMarks(html: string): string {
  const bare = html.includes(BEGIN) ? html.replace(ESCAPED, '$1').replace(MARK, '$1') : html;
  return bare.includes('%EF%B7%90') ? bare.replace(IN_ADDRESS, '$1') : bare;
}
