// Hexo's Markdown: marked itself reads it, as hexo-renderer-marked sets it up, and markdown-it lends its tokens and its renderer.
import createMarkdown, { type MarkdownIt } from 'markdown-it';
import { LIQUID, templates } from '../../templating/templates';
import { collect } from '../collect';
import { firstLineOf, type RenderEnv, renderViews } from '../dialect';
import type { Dialect } from '../document';
import { noIds } from '../ids';
import { unlinkedIn } from '../references';
import { openAside } from './addresses';
import { type Fence, fenceHtml } from './fences';
import { lex } from './lexer';
import type { HexoOptions } from './options';
import { prepare } from './prepare';
import { TokenMaker } from './tokens';

export { hexoOptions, type HexoOptions } from './options';

export function hexo(options: HexoOptions): Dialect {
  const md = createMarkdown({ html: true });
  templates(md, LIQUID);
  setRules(md, options);
  renderViews(md, true);
  return {
    id: `hexo ${JSON.stringify(options)}`,
    parse(text, body, isExpanded = false) {
      const source = text.slice(body.start, body.end);
      const { text: prepared, holes } = prepare(source, options.code.highlighter !== undefined, isExpanded);
      const maker = new TokenMaker(md, holes, options);
      maker.blocks(lex(prepared, options), prepared, 0, true);
      const { tokens } = maker;
      const unlinked = unlinkedIn(tokens);
      const found = collect(md, tokens, { unlinked }, text, body, { ids: noIds(), keepsHtml: true, explicitId: () => undefined });
      if (MORE.test(source)) found.anchors.add('more');
      return { tokens, env: { firstLine: firstLineOf(text, body) }, keepsHtml: true, ...found };
    },
    render(document, view, lines) {
      const env: RenderEnv = { ...document.env, ...(view ? { view } : {}), ...(lines ? { lines } : {}) };
      return openAside(md.renderer.render([...document.tokens], md.options, env).replace(MORE, '<span id="more"></span>'), options.external);
    },
  };
}

/** hexo's excerpt filter. */
const MORE = /<!-- ?more ?-->/i;

function setRules(md: MarkdownIt, options: HexoOptions): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  rules['fence'] = (tokens, index, _options, env) => {
    const { content, info, meta } = tokens[index]!;
    const fence = meta?.['fence'] as Fence | undefined;
    const { colour } = (env as RenderEnv).view ?? {};
    if (fence) return `${fenceHtml(fence, options.code, colour)}\n`;
    const language = /^\S*/.exec(info)![0];
    return `<pre><code${language ? ` class="language-${escapeHtml(language)}"` : ''}>${colour?.(content, language) ?? escapeHtml(content)}</code></pre>\n`;
  };
  const image = rules['image']!;
  // without a text there is no `alt`
  rules['image'] = (tokens, index, ...rest) => image(tokens, index, ...rest).replace(/ alt=""/, '');
  rules['heading_open'] = (tokens, index, renderOptions) => {
    const token = tokens[index]!;
    const id = token.attrGet('id');
    const open = md.renderer.renderToken(tokens, index, renderOptions).trimEnd();
    return id === null ? open : `${open}<a href="#${escapeHtml(String(id))}" class="headerlink" title="${escapeHtml(String(token.meta?.['title'] ?? ''))}"></a>`;
  };
}
