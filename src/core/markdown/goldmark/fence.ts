// Fenced code of Hugo: its language, the options in braces behind it, and the attributes that are for the element around it.
// https://gohugo.io/content-management/syntax-highlighting/#highlighting-in-code-fences
import type { MarkdownIt, Token } from 'markdown-it';
import type { RenderEnv } from '../dialect';
import { highlighted, withOptions, type HighlightOptions } from './highlight';

const OPTIONS = new Set(['style', 'noclasses', 'linenos', 'linenumbersintable', 'linenostart', 'anchorlinenos', 'lineanchors', 'guesssyntax', 'tabwidth', 'hl_lines', 'hl_inline', 'nohl', 'wrapperclass']);

export function fence(md: MarkdownIt, options: HighlightOptions): void {
  md.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const { language, written } = readInfo(md.utils.unescapeAll(token.info).trim());
    const own = withOptions(options, Object.fromEntries(written.filter(([key]) => OPTIONS.has(key))));
    const rest = [...written.filter(([key]) => !OPTIONS.has(key) && !key.startsWith('on')), ...(token.attrs ?? []).map(([name, value]) => [name, String(value)] as const)];
    const lineAnchors = own.anchorLineNos && own.lineAnchors === '' ? `hl-${ordinalOf(tokens, index)}` : own.lineAnchors;
    return highlighted({
      code: token.content, language, options: { ...own, lineAnchors },
      attributes: rest.filter(([name]) => name !== 'class').map(([name, value]) => ` ${name}="${md.utils.escapeHtml(value)}"`).join(''),
      classes: rest.filter(([name]) => name === 'class').map(([, value]) => value).join(' '),
    }, (env as RenderEnv).view?.colour);
  };
}

/** Which code block of the page it is, from 0. */
const ordinalOf = (tokens: readonly Token[], index: number): number => tokens.slice(0, index).filter(({ type }) => type === 'fence' || type === 'code_block').length;

const ONE = /\s*(?:#([^\s#.{}"'=,]+)|\.([^\s#.{}"'=,]+)|([A-Za-z_:][\w:.-]*)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|\[([^\]]*)\]|([^\s"'{},[\]]+)))\s*,?/y;

/** `go {linenos=table,hl_lines=[1,"3-4"]}`; braces that hold anything else are nothing. Keys in lower case. */
function readInfo(info: string): { readonly language: string; readonly written: readonly (readonly [key: string, value: string])[] } {
  const language = /^[^\s{]*/.exec(info)![0];
  const list = /^\s*\{([\s\S]*)\}\s*$/.exec(info.slice(language.length))?.[1] ?? '';
  const written: (readonly [string, string])[] = [];
  ONE.lastIndex = 0;
  while (ONE.lastIndex < list.length && list.slice(ONE.lastIndex).trim() !== '') {
    const match = ONE.exec(list);
    if (!match) return { language, written: [] };
    const [, id, name, key, double, single, several, bare] = match;
    if (id !== undefined) written.push(['id', id]);
    else if (name !== undefined) written.push(['class', name]);
    else written.push([key!.toLowerCase(), double?.replace(/\\(.)/g, '$1') ?? single ?? several?.replace(/["',]+/g, ' ').trim() ?? bare ?? '']);
  }
  return { language, written };
}
