// Hugo's Markdown. Goldmark's core is CommonMark as markdown-it has it; what differs are extensions and a few details.
import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import { HUGO_SHORTCODES, templates } from '../../templating/templates';
import { makeDialect } from '../dialect';
import type { Dialect } from '../document';
import { footnoteIds, footnotes, GOLDMARK_FOOTNOTES } from '../footnotes';
import { hugoIds, noIds } from '../ids';
import { GOLDMARK_ADDRESSES, linkify } from '../linkify';
import { tasks } from '../tasks';
import { blockAttributes, headingAttributes } from './attributes';
import { core } from './core';
import { definitions } from './definitions';
import type { GoldmarkOptions } from './options';
import { strikethrough } from './strikethrough';
import { typographer } from './typographer';

export { goldmarkOptions, type GoldmarkOptions } from './options';

export function goldmark(options: GoldmarkOptions): Dialect {
  const md = createMarkdown({ html: true, breaks: options.hardWraps, xhtmlOut: options.xhtml });
  core(md, options.keepsHtml);
  if (!options.hasTables) md.disable('table');
  if (options.hasStrikethrough) strikethrough(md);
  else md.disable('strikethrough');
  if (options.hasFootnotes) footnotes(md, GOLDMARK_FOOTNOTES);
  if (options.hasDefinitions) definitions(md);
  if (options.hasTasks) tasks(md, isDone => `<input ${isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `, false);
  if (options.headingAttributes) headingAttributes(md);
  if (options.blockAttributes) blockAttributes(md);
  linkify(md, { ...GOLDMARK_ADDRESSES, protocol: options.linkifyProtocol });
  if (!options.linkifies) md.disable('bare_address');
  if (options.hasTypographer) typographer(md);
  templates(md, HUGO_SHORTCODES);
  if (options.highlights) md.renderer.rules['fence'] = (tokens, index) => fence(md, tokens[index]!);
  return makeDialect({
    id: `goldmark ${JSON.stringify(options)}`, md, keepsHtml: options.keepsHtml,
    collectOptions: () => ({
      ids: options.autoHeadingId ? hugoIds(options.idStyle, options.idsFromText) : noIds(),
      keepsHtml: options.keepsHtml,
      explicitId: () => undefined,
    }),
    extraAnchors: env => footnoteIds(env, GOLDMARK_FOOTNOTES),
  });
}

/** Hugo's own wrapper; what colours the code is not the Markdown engine's part. */
function fence(md: MarkdownIt, token: Token): string {
  const { escapeHtml, unescapeAll } = md.utils;
  const language = escapeHtml(/^[^\s{]*/.exec(unescapeAll(token.info).trim())![0]);
  const code = escapeHtml(token.content);
  if (language === '') return `<pre tabindex="0"><code>${code}</code></pre>\n`;
  return `<pre tabindex="0"><code class="language-${language}" data-lang="${language}">${code}</code></pre>\n`;
}
