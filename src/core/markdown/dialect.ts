// What all dialects share: parse with spans, collect, render with or without a view.
import createMarkdown, { type Env, type MarkdownIt, type Token } from 'markdown-it';
import { Lines, type Span } from '../span';
import { collect, type Collected, type CollectOptions } from './collect';
import type { Dialect, View } from './document';
import { noteUnlinked } from './references';
import { noteSpans } from './spans';

export interface DialectParts {
  readonly id: string;
  readonly md: MarkdownIt;
  readonly keepsHtml: boolean;
  /** A fresh one for each parse. */
  collectOptions(): CollectOptions;
  /** What becomes of the text before Markdown is read; its length and its lines stay. */
  prepare?(source: string): string;
  /** Takes out what `prepare` put in. */
  restore?(made: string): string;
  /** Ids beside those of headings and raw HTML. */
  extraAnchors?(env: object): readonly string[];
}

export function makeDialect({ id, md, keepsHtml, collectOptions, extraAnchors, prepare, restore }: DialectParts): Dialect {
  noteSpans(md);
  noteUnlinked(md);
  renderViews(md, keepsHtml);
  return {
    id,
    parse(written, body, isExpanded) {
      const text = prepare ? written.slice(0, body.start) + prepare(written.slice(body.start, body.end)) + written.slice(body.end) : written;
      const env = { isExpanded };
      const tokens = md.parse(text.slice(body.start, body.end), env);
      const found = collect(md, tokens, env, text, body, collectOptions());
      if (restore) restoreAll(found, restore);
      for (const anchor of extraAnchors?.(env) ?? []) found.anchors.add(anchor);
      return { tokens, env: { ...env, firstLine: firstLineOf(text, body) }, keepsHtml, ...found };
    },
    render(document, view, lines) {
      const env: RenderEnv = { ...document.env, ...(view ? { view } : {}), ...(lines ? { lines } : {}), dropped: { isTold: false } };
      const html = md.renderer.render([...document.tokens], md.options as Required<typeof md.options>, env);
      return restore ? restore(html) : html;
    },
  };
}

function restoreAll(found: Collected, restore: (made: string) => string): void {
  found.headings.splice(0, Infinity, ...found.headings.map(heading => ({ ...heading, text: restore(heading.text), id: heading.id === undefined ? undefined : restore(heading.id) })));
  found.links.splice(0, Infinity, ...found.links.map(link => ({ ...link, target: restore(link.target), text: link.text === undefined ? undefined : restore(link.text) })));
}

export const firstLineOf = (text: string, body: Span): number => new Lines(text.slice(0, body.start)).starts.length - 1;

export type RenderEnv = Env & {
  view?: View;
  firstLine?: number;
  /** The line of the file that each line of the text comes from, where these are not the same. */
  lines?: readonly number[];
  dropped?: { isTold: boolean };
};

const lineOf = (token: Token, env: RenderEnv): string => (env.view?.hasLines && token.map ? ` data-line="${env.lines?.[token.map[0]] ?? token.map[0] + (env.firstLine ?? 0)}"` : '');

/** HTML of a block with its source's line in the first tag, where a view asks for that. */
export function withLine(html: string, token: Token, env: RenderEnv): string {
  const line = lineOf(token, env);
  return line ? html.replace(/^\s*<[a-z][a-z\d]*/i, tag => tag + line) : html;
}

/** `data-line`, shown images and dropped HTML, where a view asks for them. */
export function renderViews(md: MarkdownIt, keepsHtml: boolean): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const renderToken = md.renderer.renderToken.bind(md.renderer);

  for (const type of ['paragraph_open', 'heading_open', 'blockquote_open', 'bullet_list_open', 'ordered_list_open', 'list_item_open', 'table_open', 'tr_open', 'hr', 'fence', 'code_block', 'highlight', 'template_open', 'dl_open', 'dt_open', 'dd_open']) {
    const own = rules[type];
    rules[type] = (tokens, index, options, env, self) => withLine(own ? own(tokens, index, options, env, self) : renderToken(tokens, index, options), tokens[index]!, env as RenderEnv);
  }

  const image = rules['image']!;
  rules['image'] = (tokens, index, options, env, self) => {
    const view = (env as RenderEnv).view;
    const token = tokens[index]!;
    const shown = view?.image?.(String(token.meta?.['written'] ?? token.attrGet('src') ?? ''));
    if (shown === undefined) return image(tokens, index, options, env, self);
    if (typeof shown !== 'string') return missingImage(md, shown.path, hintOf(shown.near, view!));
    const copy = Object.assign(Object.create(Object.getPrototypeOf(token) as object), token) as Token;
    copy.attrs = (token.attrs ?? []).map(([name, value]) => (name === 'src' ? [name, shown] : [name, value]));
    return image([copy], 0, options, env, self);
  };

  const html = (isBlock: boolean) => (tokens: Token[], index: number, _options: unknown, env: object | undefined): string => {
    const { content } = tokens[index]!;
    const { view, dropped } = env as RenderEnv;
    if (keepsHtml) {
      const shown = view?.image ? showImages(md, content, view) : content;
      return isBlock ? withLine(shown, tokens[index]!, env as RenderEnv) : shown;
    }
    if (!view?.showsDropped || /^\s*<!--[\s\S]*-->\s*$/.test(content)) return isBlock ? '<!-- raw HTML omitted -->\n' : '<!-- raw HTML omitted -->';
    const why = dropped && !dropped.isTold && view.droppedReason ? `<span class="dropped-why">${escapeHtml(view.droppedReason)}</span>` : '';
    if (dropped) dropped.isTold = true;
    const struck = `<del class="dropped"${view.droppedReason ? ` title="${escapeHtml(view.droppedReason)}"` : ''}>${escapeHtml(content.trim())}</del>${why}`;
    return isBlock ? `<p${lineOf(tokens[index]!, env as RenderEnv)}>${struck}</p>\n` : struck;
  };
  rules['html_block'] = html(true);
  rules['html_inline'] = html(false);
}

function missingImage(md: MarkdownIt, path: string, hint: string | undefined): string {
  const { escapeHtml } = md.utils;
  return `<span class="missing-image"><span class="missing-path">${escapeHtml(path)}</span>${hint === undefined ? '' : `<span class="missing-hint">${escapeHtml(hint)}</span>`}</span>`;
}

const IMAGE = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const SOURCE = /(\ssrc\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const bare = createMarkdown();

/** The same for HTML that no Markdown is in. */
export const shownImages = (html: string, view: View): string => (view.image ? showImages(bare, html, view) : html);

/** `<img src>` of raw HTML, shown from where the view says. */
function showImages(md: MarkdownIt, html: string, view: View): string {
  return html.replace(IMAGE, tag => {
    const found = SOURCE.exec(tag);
    if (!found) return tag;
    const shown = view.image!(found[2] ?? found[3] ?? found[4] ?? '');
    if (typeof shown !== 'string') return missingImage(md, shown.path, hintOf(shown.near, view));
    return `${tag.slice(0, found.index)}${found[1]!}"${md.utils.escapeHtml(shown)}"${tag.slice(found.index + found[0].length)}`;
  });
}

const hintOf = (near: string | undefined, view: View): string | undefined => (near === undefined ? undefined : view.missingHint?.(near) ?? near);
