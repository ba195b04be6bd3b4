// Jekyll's Markdown. kramdown is a language of its own: its block and span rules are followed here construct by construct, on
// a tree of ours, and markdown-it lends its tokens and its renderer.
import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import { BOXES } from '../../templating/boxes';
import { LIQUID, templates } from '../../templating/templates';
import { firstLineOf, type RenderEnv, renderViews } from '../dialect';
import type { Dialect } from '../document';
import { parseBlocks, type Page } from './blocks';
import { contents } from './contents';
import { finish } from './finish';
import { highlightFigure, rouge } from './highlight';
import { type Node, node } from './node';
import { normalLabel } from './notes';
import type { KramdownOptions } from './options';
import { collectParts } from './parts';
import { trimmed } from './patterns';
import { sourceOf } from './source';
import { tokensOf } from './tokens';

export { highlightFigure } from './highlight';
export { kramdownOptions, type KramdownOptions } from './options';

export function kramdown(options: KramdownOptions): Dialect {
  const md = createMarkdown({ html: true, xhtmlOut: true });
  templates(md, LIQUID);
  setRules(md, options);
  renderViews(md, true);
  return {
    id: `kramdown ${JSON.stringify({ ...options, contentsLevels: [...options.contentsLevels] })}`,
    parse(text, body, isExpanded = false) {
      const page = newPage(options, text.slice(body.start, body.end), isExpanded);
      const root = node('root');
      parseBlocks(page, root, sourceOf(text, body.start, body.end), 0);
      const notes = finish(page, root);
      const found = collectParts(page, root, notes);
      const list = contents(root, options);
      if (list) for (const id of idsIn(list)) found.anchors.add(id);
      let tokens: Token[] | undefined;
      return {
        // a whole blog is parsed for its links and headings, and few of its posts are shown
        get tokens() { return tokens ??= tokensOf(root, notes, options); },
        env: { firstLine: firstLineOf(text, body) }, keepsHtml: true, ...found,
      };
    },
    render(document, view, lines) {
      const env: RenderEnv = { ...document.env, ...(view ? { view } : {}), ...(lines ? { lines } : {}) };
      return md.renderer.render([...document.tokens], md.options, env);
    },
  };
}

const newPage = (options: KramdownOptions, text: string, isExpanded: boolean): Page => ({
  options, links: new Map(options.links.map(([label, target, title]) => [normalLabel(label), { label, target, title, place: undefined }])), footnotes: new Map(), abbreviations: new Map(), lists: new Map(), missing: new Map(), budget: 100_000 + text.length * 2, hasBackslashEnds: /\\\r?\n/.test(text),
  syntax: isExpanded ? BOXES : LIQUID, isExpanded,
});

const idsIn = ({ attributes, children }: Node): string[] => [...(attributes['id'] ? [attributes['id']] : []), ...children.flatMap(idsIn)];

function setRules(md: MarkdownIt, options: KramdownOptions): void {
  const { rules } = md.renderer;
  const { escapeHtml } = md.utils;
  const verbatim = (tokens: Token[], index: number): string => tokens[index]!.content;
  for (const type of ['verbatim', 'math_block', 'task']) rules[type] = verbatim;
  const own = (token: Token, name: string): string => (token.attrs ?? []).filter(([key]) => key !== 'class').map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`).join('') + (name ? ` class="${escapeHtml(name)}"` : '');
  rules['fence'] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const classes = String(token.attrGet('class') ?? '');
    const named = /(?:^|[\t-\r ])language-([^\t-\r ]+)/.exec(classes)?.[1];
    const others = trimmed(classes.replace(/(?:^|[\t-\r ])language-[^\t-\r ]+/, ''));
    const made = rouge(token.content, token.info || named, options.blockCode, (env as RenderEnv).view?.colour);
    if (made) return `<div${own(token, [`language-${made.language.replace(/\?.*/s, '')}`, others, 'highlighter-rouge'].filter(Boolean).join(' '))}>${made.html}</div>\n`;
    const language = token.info || named;
    return `<pre${own(token, others)}><code${language ? ` class="language-${escapeHtml(language)}"` : ''}>${escapeHtml(token.content.replace(/\n$/, ''))}\n</code></pre>\n`;
  };
  rules['code_inline'] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const classes = String(token.attrGet('class') ?? '');
    const named = /(?:^|[\t-\r ])language-([^\t-\r ]+)/.exec(classes)?.[1];
    const made = rouge(token.content, named, options.spanCode, (env as RenderEnv).view?.colour);
    const others = made ? trimmed(classes.replace(/(?:^|[\t-\r ])language-[^\t-\r ]+/, '')) : '';
    return `<code${own(token, made ? [`language-${made.language}`, others, 'highlighter-rouge'].filter(Boolean).join(' ') : classes)}>${made?.html ?? escapeHtml(token.content)}</code>`;
  };
  rules['highlight'] = (tokens, index, _options, env) => `${highlightFigure(tokens[index]!.content.replace(/^[\n\r]+|[\n\r]+$/g, ''), tokens[index]!.info, false, { highlighter: options.highlighter }, (env as RenderEnv).view?.colour)}\n`;
}
