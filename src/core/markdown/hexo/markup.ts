// Pieces of text as marked and Hexo write them into HTML.
import createMarkdown from 'markdown-it';
import type { MarkedToken, Token } from 'marked';
import { escapeAsHexo } from './headings';

const { utils } = createMarkdown();

/** What a browser reads: `&amp;` and `&copy;` are one character, what is no entity stays. */
export const withoutEntities = (text: string): string => (text.includes('&') ? text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w+);/g, entity => utils.unescapeAll(entity)) : text);

/** A heading's text as HTML with all tags that its id may be made of. */
export function inlineHtml(tokens: readonly Token[]): string {
  return (tokens as readonly MarkedToken[]).map(token => {
    switch (token.type) {
      case 'text': return 'tokens' in token && token.tokens ? inlineHtml(token.tokens) : escapeAsHexo(token.text);
      case 'escape': return token.text;
      case 'codespan': return `<code>${utils.escapeHtml(token.text)}</code>`;
      case 'html': return token.text;
      case 'link': return `<a href="${token.href}">${inlineHtml(token.tokens)}</a>`;
      case 'em': case 'strong': case 'del': return `<${token.type}>${inlineHtml(token.tokens)}</${token.type}>`;
      default: return '';
    }
  }).join('');
}
