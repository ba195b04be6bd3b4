// Jekyll's Markdown, as far as markdown-it's own rules go: https://kramdown.gettalong.org/syntax.html
import createMarkdown, { type MarkdownIt, type StateInline, type Token } from 'markdown-it';
import { get, text as textOf } from '../../data';
import { LIQUID, templates } from '../../templating/templates';
import { makeDialect } from '../dialect';
import type { Dialect } from '../document';
import { footnoteIds, footnotes, KRAMDOWN_FOOTNOTES } from '../footnotes';
import { kramdownGfmIds, kramdownNativeIds, noIds } from '../ids';
import { tasks } from '../tasks';

export interface KramdownOptions {
  /** The GFM parser (Jekyll's default) or kramdown's own. */
  readonly isGfm: boolean;
  readonly hardWrap: boolean;
  readonly autoIds: boolean;
  readonly idPrefix: string;
}

/** @param data Jekyll's configuration. */
export function kramdownOptions(data: Readonly<Record<string, unknown>>): KramdownOptions {
  const options = get(data, 'kramdown');
  return {
    isGfm: (textOf(get(options, 'input')) ?? 'GFM').toUpperCase() === 'GFM',
    hardWrap: get(options, 'hard_wrap') === true,
    autoIds: get(options, 'auto_ids') !== false,
    idPrefix: textOf(get(options, 'auto_id_prefix')) ?? '',
  };
}

export function kramdown(options: KramdownOptions): Dialect {
  const md = createMarkdown({ html: true, breaks: options.hardWrap, xhtmlOut: true });
  footnotes(md, KRAMDOWN_FOOTNOTES);
  if (options.isGfm) tasks(md, isDone => `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${isDone ? ' checked="checked"' : ''} />`, true);
  else md.disable('strikethrough');
  md.inline.ruler.at('emphasis', emphasis);
  md.inline.ruler2.disable('emphasis');
  md.inline.ruler2.enable('balance_pairs');
  attributeLists(md);
  templates(md, LIQUID);
  md.renderer.rules['fence'] = (tokens, index) => code(md, tokens[index]!);
  md.renderer.rules['code_block'] = md.renderer.rules['fence'];
  md.renderer.rules['highlight'] = (tokens, index) => {
    const { info, content } = tokens[index]!;
    return `<figure class="highlight"><pre><code class="language-${md.utils.escapeHtml(info)}" data-lang="${md.utils.escapeHtml(info)}">${md.utils.escapeHtml(content)}</code></pre></figure>\n`;
  };
  md.renderer.rules['toc'] = (tokens, index) => tokens[index]!.content;
  return makeDialect({
    id: 'kramdown', md, keepsHtml: true,
    collectOptions: () => ({
      ids: !options.autoIds ? noIds() : options.isGfm ? kramdownGfmIds(options.idPrefix) : kramdownNativeIds(options.idPrefix),
      keepsHtml: true,
      explicitId(source) {
        const found = /[ \t]+\{#([^\s{}]+)\}[ \t]*$/.exec(source);
        return found ? { id: found[1]!, rest: source.slice(0, found.index) } : undefined;
      },
    }),
    extraAnchors: env => footnoteIds(env, KRAMDOWN_FOOTNOTES),
    finish: (tokens, { headings }) => fillContents(md, tokens, headings),
  });
}

/**
 * kramdown's parse_emphasis: no flanking. A run of one or two marks opens unless white space follows, and closes unless white
 * space precedes; `_` does neither within a word. So `*'인용'*을` and `**용어(English)**을` are emphasis, which CommonMark's rule refuses.
 */
function emphasis(state: StateInline, silent: boolean): boolean {
  const mark = state.src[state.pos]!;
  if (mark !== '*' && mark !== '_') return false;
  const run = /^(?:\*{1,3}|_{1,3})/.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 3)))![0];
  const before = state.src[state.pos - 1] ?? '';
  const after = state.src[state.pos + run.length] ?? '';
  const literal = (): boolean => {
    if (!silent) state.pending += run;
    state.pos += run.length;
    return true;
  };
  if (/\s/.test(after) || after === '' || (mark === '_' && /[\p{L}\p{N}]/u.test(before))) return literal();
  if (run.length === 3) return strongEmphasis(state, silent, run) || literal();
  const size = run.length;
  const close = closing(state, state.pos + size, mark.repeat(size), mark);
  if (close < 0) return literal();
  if (!silent) {
    const max = state.posMax;
    const tag = size === 2 ? 'strong' : 'em';
    const start = state.pos + size;
    state.push(`${tag}_open`, tag, 1).markup = mark.repeat(size);
    state.pos = start;
    state.posMax = close;
    state.md.inline.tokenize(state);
    state.push(`${tag}_close`, tag, -1).markup = mark.repeat(size);
    state.posMax = max;
  }
  state.pos = close + size;
  return true;
}

/** `***가***` is strong around emphasis. */
function strongEmphasis(state: StateInline, silent: boolean, run: string): boolean {
  const close = state.src.indexOf(run, state.pos + 3);
  if (close < 0 || close + 3 > state.posMax || /\s/.test(state.src[close - 1]!)) return false;
  if (!silent) {
    const max = state.posMax;
    state.push('strong_open', 'strong', 1).markup = run.slice(0, 2);
    state.push('em_open', 'em', 1).markup = run[0]!;
    state.pos += 3;
    state.posMax = close;
    state.md.inline.tokenize(state);
    state.push('em_close', 'em', -1).markup = run[0]!;
    state.push('strong_close', 'strong', -1).markup = run.slice(0, 2);
    state.posMax = max;
  }
  state.pos = close + 3;
  return true;
}

/** The first place where the run can close; code spans, links and tags are stepped over. */
function closing(state: StateInline, from: number, run: string, mark: string): number {
  const { pos } = state;
  let found = -1;
  for (let at = from; at < state.posMax;) {
    if (state.src.startsWith(run, at) && at > from && !/\s/.test(state.src[at - 1]!)) {
      const next = state.src[at + run.length] ?? '';
      const isLonger = run.length === 1 && (next === mark || state.src[at - 1] === mark);
      const isInWord = mark === '_' && /[\p{L}\p{N}]/u.test(next);
      if (!isLonger && !isInWord) {
        found = run.length === 2 && next === mark ? at + 1 : at;
        break;
      }
      if (isLonger && next === mark) {
        at += 2;
        continue;
      }
    }
    const skip = /^(?:\\.|`+|<|!?\[)/s.exec(state.src.slice(at, at + 40))?.[0];
    if (skip === undefined) at++;
    else if (skip.startsWith('\\')) at += 2;
    else {
      state.pos = at;
      state.md.inline.skipToken(state);
      at = Math.max(state.pos, at + 1);
    }
  }
  state.pos = pos;
  return found;
}

const LIST = /^\{:([^{}]*)\}[ \t]*$/;

/** `{: .class #id key="value"}`: on a line of its own it belongs to the block beside it, behind a span to the span. */
function attributeLists(md: MarkdownIt): void {
  md.block.ruler.before('fence', 'attribute_list', (state, startLine, _endLine, silent) => {
    const text = state.src.slice(state.bMarks[startLine]! + state.tShift[startLine]!, state.eMarks[startLine]!);
    const found = LIST.exec(text);
    if (!found) return false;
    if (silent) return true;
    const token = state.push('attribute_list', '', 0);
    token.hidden = true;
    token.content = found[1]!;
    token.map = [startLine, startLine + 1];
    state.line = startLine + 1;
    return true;
  }, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  md.renderer.rules['attribute_list'] = () => '';
  md.inline.ruler.before('escape', 'span_attributes', (state, silent) => {
    if (!state.src.startsWith('{:', state.pos)) return false;
    const found = /^\{:([^{}\n]*)\}/.exec(state.src.slice(state.pos, state.posMax));
    if (!found || state.pos === 0 || /\s/.test(state.src[state.pos - 1]!)) return false;
    if (!silent) {
      const last = state.pending === '' ? openOf(state.tokens) : undefined;
      if (!last) return false;
      setAttributes(last, found[1]!);
    }
    state.pos += found[0].length;
    return true;
  });
  md.core.ruler.after('block', 'attribute_lists', ({ tokens }) => placeLists(tokens));
}

/** The token that carries the attributes of the span that has just ended. */
function openOf(tokens: readonly Token[]): Token | undefined {
  const last = tokens.at(-1);
  if (!last || last.nesting === 0) return last?.type === 'image' || last?.type === 'code_inline' ? last : undefined;
  for (let index = tokens.length - 1, depth = 0; index >= 0; index--) {
    depth -= tokens[index]!.nesting;
    if (depth === 0) return tokens[index];
  }
  return undefined;
}

function setAttributes(token: Token, list: string): void {
  for (const [, id, name, key, double, single] of list.matchAll(/#([^\s#.}]+)|\.([^\s#.}]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)')/g)) {
    if (id) token.attrSet('id', id);
    else if (name) token.attrJoin('class', name);
    else if (key) token.attrSet(key, double ?? single ?? '');
  }
}

/** To the block above when the line touches it, else to the one below; a list with `:toc` becomes the contents. */
function placeLists(tokens: Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const list = tokens[index]!;
    if (list.type !== 'attribute_list') continue;
    const above = index > 0 && tokens[index - 1]!.nesting === -1 ? openOf(tokens.slice(0, index)) : undefined;
    const touches = above?.map && above.map[1] === list.map![0];
    const target = touches ? above : tokens.slice(index + 1).find(token => token.nesting === 1 || token.type === 'hr' || token.type === 'fence');
    if (!target) continue;
    if (/^:?toc\b/.test(list.content.trim()) && /list_open$/.test(target.type)) replaceByContents(tokens, tokens.indexOf(target), list);
    else setAttributes(target, list.content);
  }
}

function replaceByContents(tokens: Token[], from: number, list: Token): void {
  const level = tokens[from]!.level;
  const to = tokens.findIndex((token, index) => index > from && token.level === level && token.nesting === -1);
  const inner = tokens[from + 2]?.type === 'paragraph_open' ? tokens[from + 3] : undefined;
  if (inner) inner.content = '';
  const toc = Object.assign(Object.create(Object.getPrototypeOf(list) as object) as Token, list, { type: 'toc', hidden: false, content: '', markup: tokens[from]!.tag, map: tokens[from]!.map });
  tokens.splice(from, to - from + 1, toc);
}

/** `{:toc}` shows the headings as a list of links, nested by level. */
function fillContents(md: MarkdownIt, tokens: readonly Token[], headings: readonly { readonly level: number; readonly text: string; readonly id: string | undefined }[]): void {
  const toc = tokens.find(token => token.type === 'toc');
  if (!toc) return;
  const { escapeHtml } = md.utils;
  const tag = toc.markup;
  const open: number[] = [];
  let html = '';
  for (const { level, text, id } of headings) {
    if (id === undefined) continue;
    while (open.length && open.at(-1)! > level) {
      html += `</li></${tag}>`;
      open.pop();
    }
    if (open.length && open.at(-1) === level) html += '</li>';
    else {
      html += open.length ? `<${tag}>` : `<${tag} id="markdown-toc">`;
      open.push(level);
    }
    html += `<li><a href="#${escapeHtml(id)}" id="markdown-toc-${escapeHtml(id)}">${escapeHtml(text)}</a>`;
  }
  toc.content = html + open.map(() => `</li></${tag}>`).join('') + '\n';
}

function code(md: MarkdownIt, token: Token): string {
  const language = md.utils.escapeHtml(/^[^\s?{]*/.exec(token.info.trim())![0] || 'plaintext');
  return `<div class="language-${language} highlighter-rouge"><div class="highlight"><pre class="highlight"><code class="language-${language}">${md.utils.escapeHtml(token.content)}</code></pre></div></div>\n`;
}
