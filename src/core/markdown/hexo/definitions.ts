// hexo-renderer-marked's description lists: a paragraph whose HTML has `<br>:` in it, once, becomes one term and one definition.
import type { MarkdownIt, Token } from 'markdown-it';
import createMarkdown from 'markdown-it';

/** Puts the tags of a list around the two parts; false where there are none. `/(?:^|\s)(\S.+)<br>:\s+(\S.+)/` is the renderer's own rule. */
export function definitionAt(md: MarkdownIt, children: Token[]): boolean {
  if (!children.some(({ type, content }, index) => index > 0 && type === 'text' && content.startsWith(':') && isBreak(children[index - 1]!))) return false;
  const html = children.map(child => (isBreak(child) ? '<br>' : md.renderer.renderInline([child], md.options, {})));
  // the last one counts; `.` stops at line ends
  const at = children.findLastIndex((child, index) => isBreak(child) && children[index + 1]?.type === 'text' && /^:\s+\S./.test(htmlFrom(html, index + 1)));
  if (at < 0 || html.join('').includes('\n') || html.slice(0, at).join('').trim().length < 2) return false;
  const text = children[at + 1]!;
  text.content = text.content.replace(/^:\s+/, '');
  children.splice(at, 1, tag('</dt><dd>'));
  children.unshift(tag('<dl><dt>'));
  children.push(tag('</dd></dl>'));
  return true;
}

const isBreak = ({ type, content }: Token): boolean => type === 'hardbreak' || (type === 'html_inline' && content === '<br>');
const htmlFrom = (html: readonly string[], index: number): string => html.slice(index).join('');

function tag(content: string): Token {
  const token = new createMarkdown.Token('html_inline', '', 0);
  token.content = content;
  return token;
}
