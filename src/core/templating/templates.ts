// Shortcodes and Liquid in a post: recognised, so that Markdown does not garble them, and shown as a named box. In a body whose
// templates have run (expansion.ts), only the marks of those that could not be are tags.
import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';
import { BOXES } from './boxes';

export interface TemplateSyntax {
  /** One tag, from where it begins. */
  readonly tag: RegExp;
  /** Name of a tag that opens a pair, if the text is one. */
  opens(tag: string): string | undefined;
  closes(tag: string, name: string): boolean;
  /** Tags that leave nothing on the page. */
  isSilent(tag: string): boolean;
  /** Tags that end a pair, of any name. */
  isClosing?(tag: string): boolean;
  /** Source of an expression for a line with the opening or, then with a first group, the closing tag of a pair. */
  pairLine?(name: string): string;
  /** Tags whose text is shown as it is, without the tag's own marks. */
  unescaped?(tag: string): string | undefined;
  /** What is written in the box; the tag itself, where nothing is said. */
  shown?(tag: string): string;
}

/** What a parse's `env` may say of the text. */
export interface TemplateEnv {
  /** Its templates have run. */
  isExpanded?: boolean;
}

/** https://gohugo.io/content-management/shortcodes/ */
export const HUGO_SHORTCODES: TemplateSyntax = {
  tag: /\{\{(<|%)(?:"(?:\\.|[^"\\])*"|`[^`]*`|(?!(?:>|%)\}\})[^"`])*?(?:>|%)\}\}/y,
  opens: tag => /^\{\{[<%]\s*([\w/-]+)(?:(?!\/[>%]\}\}$)[\s\S])*$/.exec(tag)?.[1],
  closes: (tag, name) => new RegExp(`^\\{\\{[<%]\\s*/\\s*${name.replace(/[-/]/g, '\\$&')}\\s*[>%]\\}\\}$`).test(tag),
  isSilent: () => false,
  unescaped: tag => {
    const inner = /^\{\{([<%])\/\*([\s\S]*)\*\/([>%])\}\}$/.exec(tag);
    return inner ? `{{${inner[1]}${inner[2]}${inner[3]}}}` : undefined;
  },
};

const PAIRS = new Set(['if', 'unless', 'for', 'case', 'capture', 'comment', 'highlight', 'raw', 'tablerow', 'details']);
const SILENT = /^\{%-?\s*(?:raw|endraw|comment|endcomment|assign|increment|decrement)\b/;

/** https://jekyllrb.com/docs/liquid/ */
export const LIQUID: TemplateSyntax = {
  tag: /\{\{(?:"[^"]*"|'[^']*'|(?!\}\})[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|(?!%\})[^"'])*?%\}/y,
  opens: tag => {
    const name = /^\{%-?\s*(\w+)/.exec(tag)?.[1];
    return name !== undefined && PAIRS.has(name) ? name : undefined;
  },
  closes: (tag, name) => new RegExp(`^\\{%-?\\s*end${name}\\s*-?%\\}$`).test(tag),
  isSilent: tag => SILENT.test(tag),
  isClosing: tag => /^\{%-?[\t-\r ]*end/.test(tag),
  pairLine: name => `^[ \\t]*\\{%-?[\\t-\\r ]*(end)?${name}\\b[^\\n]*%\\}[ \\t]*\\n`,
};

/** Longer tags are text: a missing end must not make every parse a search through the whole post. */
const LONGEST = 4000;

/** The tag at an offset, whole. */
export function tagAt(syntax: TemplateSyntax, src: string, pos: number): string | undefined {
  if (src.charCodeAt(pos) !== 0x7b || !/[{%\uFDD0]/.test(src[pos + 1] ?? '')) return undefined;
  syntax.tag.lastIndex = 0;
  const piece = src.slice(pos, pos + LONGEST);
  // every tag ends with one; a hostile line of beginnings is not to be looked through for each of them
  if (!piece.includes('}')) return undefined;
  return syntax.tag.exec(piece)?.[0];
}

export function templates(md: MarkdownIt, written: TemplateSyntax): void {
  const of = (env: object): TemplateSyntax => ((env as TemplateEnv).isExpanded ? BOXES : written);
  md.inline.ruler.before('escape', 'template', (state: StateInline, silent: boolean) => {
    const syntax = of(state.env);
    const tag = tagAt(syntax, state.src, state.pos);
    if (tag === undefined) return false;
    if (!silent) {
      const text = syntax.unescaped?.(tag);
      const token = state.push(text === undefined ? 'template' : 'text', '', 0);
      token.content = text ?? (syntax.isSilent(tag) ? '' : shownText(syntax, tag));
    }
    state.pos += tag.length;
    return true;
  });
  md.inline.ruler.before('link', 'template_link', (state, silent) => templateLink(of(state.env), state, silent));
  md.block.ruler.before('fence', 'template_block', (state: StateBlock, startLine: number, endLine: number, silent: boolean) => blockTemplate(of(state.env), state, startLine, endLine, silent), { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.renderer.rules['template'] = (tokens, index) => {
    const { content } = tokens[index]!;
    return content === '' ? '' : `<span class="unknown inline">${md.utils.escapeHtml(content)}</span>`;
  };
  md.renderer.rules['template_open'] = (tokens, index) => `<div class="unknown"${md.renderer.renderAttrs(tokens[index]!)}><span class="unknown-name">${md.utils.escapeHtml(tokens[index]!.content)}</span>${tokens[index]!.meta?.['isPair'] ? '<div class="unknown-inner">' : ''}\n`;
  md.renderer.rules['template_close'] = (tokens, index) => `${tokens[index]!.meta?.['isPair'] ? '</div>' : ''}</div>\n`;
}

export const shownText = (syntax: TemplateSyntax, tag: string): string => syntax.shown?.(tag) ?? tag;

/** `[text]({{ … }}/path)`: CommonMark would see no destination, as a tag may hold blanks and brackets. */
function templateLink(syntax: TemplateSyntax, state: StateInline, silent: boolean): boolean {
  const isImage = state.src.startsWith('![', state.pos);
  const bracket = state.pos + (isImage ? 1 : 0);
  if (state.src[bracket] !== '[') return false;
  const labelEnd = state.md.helpers.parseLinkLabel(state, bracket, !isImage);
  if (labelEnd < 0 || state.src[labelEnd + 1] !== '(') return false;
  let at = labelEnd + 2;
  let hasTag = false;
  while (at < state.posMax && !/[\s()]/.test(state.src[at]!)) {
    const tag = tagAt(syntax, state.src, at);
    hasTag ||= tag !== undefined;
    at += tag?.length ?? 1;
  }
  const rest = /^(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.exec(state.src.slice(at, Math.min(state.posMax, at + LONGEST)));
  if (!hasTag || !rest) return false;
  if (!silent) {
    const place = { span: { start: state.pos, end: at + rest[0].length }, target: { start: labelEnd + 2, end: at }, text: { start: bracket + 1, end: labelEnd } };
    const href = state.src.slice(labelEnd + 2, at);
    const max = state.posMax;
    if (isImage) {
      const token = state.push('image', 'img', 0);
      token.attrs = [['src', href], ['alt', '']];
      token.content = state.src.slice(bracket + 1, labelEnd);
      token.children = [];
      token.meta = { place };
      state.md.inline.parse(token.content, state.md, state.env, token.children);
    } else {
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', href]];
      open.meta = { place };
      state.pos = bracket + 1;
      state.posMax = labelEnd;
      state.linkLevel++;
      state.md.inline.tokenize(state);
      state.linkLevel--;
      state.push('link_close', 'a', -1);
    }
    state.posMax = max;
  }
  state.pos = at + rest[0].length;
  return true;
}

/** A line that is one tag and nothing else; a pair takes the lines up to its end. */
function blockTemplate(syntax: TemplateSyntax, state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const tag = tagAt(syntax, state.src, start);
  if (tag === undefined || syntax.unescaped?.(tag) !== undefined) return false;
  const tagLines = tag.split('\n').length;
  const lastLine = startLine + tagLines - 1;
  if (lastLine >= endLine || state.src.slice(start + tag.length, state.eMarks[lastLine]!).trim() !== '') return false;
  if (silent) return true;
  const name = syntax.opens(tag);
  const close = name === undefined ? undefined : closingLine(syntax, state, name, lastLine + 1, endLine);
  const language = name === 'highlight' ? /highlight\s+([\w+#.-]+)/.exec(tag)?.[1] : undefined;
  if (close !== undefined && (name === 'highlight' && language !== undefined && tag.startsWith('{%'))) {
    const token = state.push('highlight', 'code', 0);
    token.info = language;
    token.content = state.getLines(lastLine + 1, close, state.blkIndent, true);
    token.map = [startLine, close + 1];
  } else if (close !== undefined && name === 'comment') {
    // nothing of it is on the page
  } else if (syntax.isSilent(tag) && (close === undefined || name === 'raw')) {
    state.line = lastLine + 1;
    return true;
  } else {
    const isPair = close !== undefined;
    const open = state.push('template_open', 'div', 1);
    open.content = shownText(syntax, tag);
    open.map = [startLine, (close ?? lastLine) + 1];
    open.meta = { isPair };
    if (close !== undefined) {
      const parent = state.lineMax;
      state.lineMax = close;
      state.md.block.tokenize(state, lastLine + 1, close);
      state.lineMax = parent;
    }
    state.push('template_close', 'div', -1).meta = { isPair };
  }
  state.line = (close ?? lastLine) + 1;
  return true;
}

function closingLine(syntax: TemplateSyntax, state: StateBlock, name: string, from: number, endLine: number): number | undefined {
  // what was not found further up is not below either
  const absent = ((state.env as { unclosed?: Set<string> }).unclosed ??= new Set());
  const key = `${name}:${endLine}`;
  if (absent.has(key)) return undefined;
  let depth = 0;
  for (let line = from; line < endLine; line++) {
    const start = state.bMarks[line]! + state.tShift[line]!;
    const text = state.src.slice(start, state.eMarks[line]!).trim();
    if (!text.startsWith('{')) continue;
    if (syntax.closes(text, name)) {
      if (depth === 0) return line;
      depth--;
    } else if (tagAt(syntax, text, 0) === text && syntax.opens(text) === name && name !== 'raw' && name !== 'comment' && name !== 'highlight') depth++;
  }
  absent.add(key);
  return undefined;
}
