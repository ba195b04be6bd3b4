// Hexo's default renderer is marked with line breaks: https://github.com/hexojs/hexo-renderer-marked
import createMarkdown, { type MarkdownIt } from 'markdown-it';
import { get } from '../data';
import { LIQUID, templates } from '../templating/templates';
import { plainText } from './collect';
import { makeDialect } from './dialect';
import type { Dialect } from './document';
import { hexoIds } from './ids';
import { linkify, MARKED_ADDRESSES } from './linkify';
import { tasks } from './tasks';

export interface HexoOptions {
  readonly breaks: boolean;
  readonly autolinks: boolean;
  readonly smartens: boolean;
}

/** @param data Hexo's configuration. */
export function hexoOptions(data: Readonly<Record<string, unknown>>): HexoOptions {
  return { breaks: get(data, 'marked', 'breaks') !== false, autolinks: get(data, 'marked', 'autolink') !== false, smartens: get(data, 'marked', 'smartypants') !== false };
}

export function hexo(options: HexoOptions): Dialect {
  const md = createMarkdown({ html: true, breaks: options.breaks });
  tasks(md, isDone => `<input ${isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `, true);
  if (options.autolinks) linkify(md, MARKED_ADDRESSES);
  if (options.smartens) smarten(md);
  templates(md, LIQUID);
  narrow(md);
  md.renderer.rules['highlight'] = (tokens, index) => `<pre><code class="language-${md.utils.escapeHtml(tokens[index]!.info)}">${md.utils.escapeHtml(tokens[index]!.content)}</code></pre>\n`;
  md.renderer.rules['heading_open'] = (tokens, index, renderOptions) => {
    const id = tokens[index]!.attrGet('id');
    const text = plainText(tokens[index + 1]?.children ?? []).trim();
    const open = md.renderer.renderToken(tokens, index, renderOptions).trimEnd();
    return id === null ? open : `${open}<a href="#${md.utils.escapeHtml(String(id))}" class="headerlink" title="${md.utils.escapeHtml(text)}"></a>`;
  };
  return makeDialect({
    id: `hexo ${JSON.stringify(options)}`, md, keepsHtml: true,
    collectOptions: () => ({ ids: hexoIds(), keepsHtml: true, explicitId: () => undefined }),
  });
}

/** For marked any white space of Unicode's ends a destination that is not in angle brackets. */
function narrow(md: MarkdownIt): void {
  const { parseLinkDestination } = md.helpers;
  md.helpers.parseLinkDestination = (text, start, max) => {
    const found = parseLinkDestination(text, start, max);
    const blank = text[start] === '<' ? -1 : text.slice(start, found.pos).search(/\s/);
    return blank < 0 ? found : parseLinkDestination(text, start, start + blank);
  };
}

/** marked's smartypants: each piece of text for itself, a quote opens at its beginning and behind white space and brackets. */
function smarten(md: MarkdownIt): void {
  md.core.ruler.push('smartypants', ({ tokens }) => {
    for (const { children } of tokens) for (const token of children ?? []) {
      if (token.type === 'text') token.content = smart(token.content);
    }
  });
}

const smart = (text: string): string => text.replace(/---/g, '—').replace(/--/g, '–').replace(/(^|[-—/([{"\s])'/g, '$1‘').replace(/'/g, '’').replace(/(^|[-—/([{‘\s])"/g, '$1“').replace(/"/g, '”').replace(/\.{3}/g, '…');
