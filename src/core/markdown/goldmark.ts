// Hugo's Markdown: https://gohugo.io/configuration/markup/#goldmark
import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import { get } from '../data';
import { HUGO_SHORTCODES, templates } from '../templating/templates';
import { makeDialect } from './dialect';
import type { Dialect } from './document';
import { footnoteIds, footnotes, GOLDMARK_FOOTNOTES } from './footnotes';
import { hugoIds, noIds, type HugoIdStyle } from './ids';
import { linkify } from './linkify';
import { tasks } from './tasks';

export interface GoldmarkOptions {
  /** `renderer.unsafe`: raw HTML reaches the page. */
  readonly keepsHtml: boolean;
  readonly hardWraps: boolean;
  readonly autoHeadingId: boolean;
  readonly idStyle: HugoIdStyle;
  readonly hasTables: boolean;
  readonly hasStrikethrough: boolean;
  readonly hasFootnotes: boolean;
  readonly hasTasks: boolean;
  readonly linkifies: boolean;
  readonly headingAttributes: boolean;
}

const on = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** @param data Hugo's configuration, keys in lower case. */
export function goldmarkOptions(data: Readonly<Record<string, unknown>>): GoldmarkOptions {
  const goldmark = get(data, 'markup', 'goldmark');
  const style = get(goldmark, 'parser', 'autoheadingidtype') ?? get(goldmark, 'parser', 'autoidtype');
  return {
    keepsHtml: on(get(goldmark, 'renderer', 'unsafe'), false),
    hardWraps: on(get(goldmark, 'renderer', 'hardwraps'), false),
    autoHeadingId: on(get(goldmark, 'parser', 'autoheadingid'), true),
    idStyle: style === 'github-ascii' || style === 'blackfriday' ? style : 'github',
    hasTables: on(get(goldmark, 'extensions', 'table'), true),
    hasStrikethrough: on(get(goldmark, 'extensions', 'strikethrough'), true),
    hasFootnotes: on(get(goldmark, 'extensions', 'footnote'), true),
    hasTasks: on(get(goldmark, 'extensions', 'tasklist'), true),
    linkifies: on(get(goldmark, 'extensions', 'linkify'), true),
    headingAttributes: on(get(goldmark, 'parser', 'attribute', 'title'), true),
  };
}

const ATTRIBUTES = /[ \t]*\{([^{}\n]*)\}[ \t]*$/;

export function goldmark(options: GoldmarkOptions): Dialect {
  const md = createMarkdown({ html: true, breaks: options.hardWraps, xhtmlOut: false });
  if (!options.hasTables) md.disable('table');
  if (!options.hasStrikethrough) md.disable('strikethrough');
  if (options.hasFootnotes) footnotes(md, GOLDMARK_FOOTNOTES);
  if (options.hasTasks) tasks(md, isDone => `<input ${isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `, false);
  if (options.linkifies) linkify(md);
  templates(md, HUGO_SHORTCODES);
  md.renderer.rules['fence'] = (tokens, index) => code(md, tokens[index]!);
  return makeDialect({
    id: 'goldmark', md, keepsHtml: options.keepsHtml,
    collectOptions: () => ({
      ids: options.autoHeadingId ? hugoIds(options.idStyle) : noIds(),
      keepsHtml: options.keepsHtml,
      explicitId(source) {
        const found = options.headingAttributes ? ATTRIBUTES.exec(source) : null;
        const id = /(?:^|\s)#([^\s#.}]+)/.exec(found?.[1] ?? '')?.[1];
        return found && id !== undefined ? { id, rest: source.slice(0, found.index) } : undefined;
      },
    }),
    extraAnchors: env => footnoteIds(env, GOLDMARK_FOOTNOTES),
  });
}

/** Hugo's own wrapper; what colours the code is not the Markdown engine's part. */
function code(md: MarkdownIt, token: Token): string {
  const { escapeHtml } = md.utils;
  const language = /^[^\s{]*/.exec(token.info.trim())![0];
  const text = escapeHtml(token.content);
  if (language === '') return `<pre tabindex="0"><code>${text}</code></pre>\n`;
  return `<pre tabindex="0"><code class="language-${escapeHtml(language)}" data-lang="${escapeHtml(language)}">${text}</code></pre>\n`;
}
