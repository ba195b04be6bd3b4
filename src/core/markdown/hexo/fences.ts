// Hexo takes fences out of a post before Markdown is read, and puts their HTML back afterwards: hexo's backtick_code_block.ts, and
// hexo-util's highlight.ts and prism.ts for the HTML.
import { linesOf } from '../codelines';
import type { Colour } from '../document';
import type { CodeOptions } from './options';
import { escaped } from '../../literal';

export interface Fence {
  readonly code: string;
  readonly language: string | undefined;
  /** HTML, as the line of the fence gives it. */
  readonly caption: string;
  readonly firstLine: number;
  readonly hasLineNumbers: boolean | undefined;
  readonly lineThreshold: number | undefined;
  readonly namesLanguage: boolean | undefined;
  readonly wraps: boolean | undefined;
  readonly marks: readonly number[];
  /** `=7` behind the language. */
  readonly inlineFirst: string | undefined;
}

const FENCE = /^((?:(?:[^\S\n]*>){0,3}|[-*+]|[0-9]+\.)[^\S\n]*)(`{3,}|~{3,})[^\S\n]*((?:[^\n]*?[^`\s])?)[^\S\n]*\n/gm;
const OPTION = /\s((?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):\S+)/g;
const MOST_MARKS = 10_000;

export interface PlacedFence {
  readonly start: number;
  /** Where the fence's own line begins: behind the quote's or item's mark. */
  readonly open: number;
  readonly end: number;
  readonly fence: Fence;
}

/** The fences of a text whose lines end in `\n`. Those that ask for no highlighting stay Markdown's. */
export function fencesIn(text: string): readonly PlacedFence[] {
  if (!/```|~~~/.test(text)) return [];
  const found: PlacedFence[] = [];
  const comments = [...text.matchAll(/<!--[\s\S]*?-->/g)].map(comment => ({ start: comment.index, end: comment.index + comment[0].length }));
  const absent = new Set<string>();
  FENCE.lastIndex = 0;
  for (let match = FENCE.exec(text); match; match = FENCE.exec(text)) {
    const [whole, mark = '', ticks = '', written = ''] = match;
    const from = match.index + whole.length;
    const close = absent.has(ticks) ? undefined : closingOf(text, ticks, from);
    if (!close) {
      absent.add(ticks);
      continue;
    }
    FENCE.lastIndex = close.end;
    const fence = fenceOf(text.slice(from, close.start).replace(/\n$/, ''), written, mark);
    const isInComment = comments.some(comment => comment.start < match!.index && comment.end > close.end);
    if (fence && !isInComment) found.push({ start: match.index, open: match.index + mark.length, end: close.end, fence });
  }
  return found;
}

/** The next line that has the same marks and nothing else; the fence ends behind the last of them. */
function closingOf(text: string, ticks: string, from: number): { start: number; end: number } | undefined {
  const line = new RegExp(`^(?:[^\\S\\n]*>){0,3}[^\\S\\n]*${ticks}[^\\S\\n]?(?=\\n|$)`, 'gm');
  line.lastIndex = from;
  const found = line.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

/** @returns undefined where the line says `highlight:false`. */
export function fenceOf(content: string, written: string, mark: string): Fence | undefined {
  const options = optionsOf([...written.matchAll(OPTION)].map(([, option]) => option!));
  if (options.isOff) return undefined;
  const rest = written.replace(OPTION, '');
  const args = rest.split('=', 1)[0]!;
  const match = args === '' ? null : /([^\s]+)\s+(.+?)\s+(https?:\/\/\S+|\/\S+)\s*(.+)?/.exec(args) ?? /([^\s]+)\s*(.+)?/.exec(args);
  const caption = match?.[2] ? `<span>${match[2]}</span>${match[3] ? `<a href="${match[3]}">${match[4] ?? 'link'}</a>` : ''}` : '';
  const depth = mark.split('>').length - 1;
  const code = depth ? content.replace(new RegExp(`^([^\\S\\n]*>){0,${depth}}([^\\S\\n]|$)`, 'gm'), '') : content;
  const inline = rest.replace('=+', '=').split('=')[1];
  return { ...options, code, language: match?.[1], caption, inlineFirst: inline };
}

/** `mark:1,4-6`, `first_line:3` and the like. */
export function optionsOf(options: readonly string[]): Omit<Fence, 'code' | 'language' | 'caption' | 'inlineFirst'> & { readonly isOff: boolean } {
  const value = (key: string): string | undefined => options.findLast(option => option.startsWith(`${key}:`))?.slice(key.length + 1);
  const flag = (key: string): boolean | undefined => { const written = value(key); return written === undefined ? undefined : written === 'true'; };
  const number = (key: string): number | undefined => { const written = Number(value(key) ?? NaN); return Number.isNaN(written) ? undefined : written; };
  const marks: number[] = [];
  for (const part of value('mark')?.split(',') ?? []) {
    const [first = NaN, last = first] = part.split('-').map(Number);
    for (let line = Math.min(first, last); line <= Math.max(first, last) && marks.length < MOST_MARKS; line++) marks.push(line);
  }
  return { isOff: flag('highlight') === false, firstLine: number('first_line') ?? 1, hasLineNumbers: flag('line_number'), lineThreshold: number('line_threshold'), namesLanguage: flag('language_attr'), wraps: flag('wrap'), marks };
}

/** The fence's HTML. */
export function fenceHtml(fence: Fence, options: CodeOptions, colour?: Colour): string {
  const code = options.stripsIndent ? withoutIndent(fence.code) : fence.code;
  const isOver = fence.code.split('\n').length > (fence.lineThreshold || options.lineThreshold);
  const hasNumbers = (fence.hasLineNumbers ?? options.hasLineNumbers) && isOver;
  return options.highlighter === 'prismjs' ? prismHtml(fence, code, hasNumbers, options, colour) : highlightHtml(fence, code, hasNumbers, options, colour);
}

function highlightHtml(fence: Fence, written: string, hasNumbers: boolean, options: CodeOptions, colour?: Colour): string {
  const { language = '', caption, marks } = fence;
  const isExcluded = options.exclude.includes(language);
  const isInline = options.isFirstLineInline;
  const first = isInline && fence.inlineFirst !== undefined ? Number(fence.inlineFirst) || 1 : fence.firstLine;
  const hasGutter = hasNumbers && !isExcluded && (!isInline || fence.inlineFirst !== undefined);
  const wraps = (!isExcluded && (fence.wraps ?? options.wraps)) || hasGutter;
  const names = escaped(`${options.usesHljs ? 'hljs' : 'highlight'}${language ? ` ${language}` : ''}`);
  const attribute = (fence.namesLanguage ?? options.namesLanguage) && language ? ` data-language="${escaped(language)}"` : '';
  const coloured = linesOf(`${colour?.(written, language) ?? escaped(written)}\n`).map(line => line.replace(/\n(?=(?:<\/span>)*$)/, ''));
  const lines = options.tab ? coloured.map(line => line.replace(/\t+/, tabs => options.tab.repeat(tabs.length))) : coloured;
  const isBare = options.usesHljs || !wraps;
  const marked = new Set(marks);
  const code = lines.map((line, index) => {
    const isMarked = marked.has(first + index);
    const shown = isBare ? (isMarked ? `<mark>${line}</mark>` : line) : `<span class="line${isMarked ? ' marked' : ''}">${line}</span>`;
    return shown + (wraps ? '<br>' : '\n');
  }).join('');
  if (!wraps) return `<pre>${caption && `<div class="caption">${caption}</div>`}<code class="${names}"${attribute}>${code.trimEnd()}</code></pre>`;
  const numbers = lines.map((_, index) => `<span class="line">${first + index}</span><br>`).join('');
  const [before, after] = options.usesHljs ? [`<pre><code class="${names}"${attribute}>`, '</code></pre>'] : ['<pre>', '</pre>'];
  return `<figure class="highlight ${escaped(language.toLowerCase() || 'plaintext')}"${attribute}>${caption && `<figcaption>${caption}</figcaption>`}<table><tr>${hasGutter ? `<td class="gutter"><pre>${numbers}</pre></td>` : ''}<td class="code">${before}${code}${after}</td></tr></table></figure>`;
}

function prismHtml({ language = 'none', caption, firstLine, marks }: Fence, written: string, hasNumbers: boolean, options: CodeOptions, colour?: Colour): string {
  if (options.exclude.includes(language)) return `<pre><code class="${escaped(language)}">${escaped(written)}</code></pre>`;
  const name = escaped(language === 'plaintext' ? 'none' : language);
  const code = options.tab ? written.replace(/^\t+/gm, tabs => options.tab.repeat(tabs.length)) : written;
  const data = [
    ...(name === 'none' ? [] : [`data-language="${name}"`]),
    ...(options.isPreprocessed ? [] : [...(hasNumbers ? [`data-start="${firstLine}"`] : []), `data-line="${marks.join(',')}"`, `data-line-offset="${firstLine - 1}"`]),
  ];
  const rows = hasNumbers && options.isPreprocessed ? `<span aria-hidden="true" class="line-numbers-rows">${'<span></span>'.repeat(code.replace(/\n$/, '').split('\n').length)}</span>` : '';
  return `<pre class="${hasNumbers ? 'line-numbers ' : ''}language-${name}"${data.length ? ` ${data.join(' ')}` : ''}>${caption && `<div class="caption">${caption}</div>`}<code class="language-${name}">${(options.isPreprocessed ? colour?.(code, language) : undefined) ?? escaped(code)}${rows}</code></pre>`;
}

/** strip-indent: the least indentation of all lines that are not blank. */
function withoutIndent(text: string): string {
  let least = Infinity;
  for (const [, indent = ''] of text.matchAll(/^([ \t]*)(?=\S)/gm)) least = Math.min(least, indent.length);
  return least === Infinity || least === 0 ? text : text.replace(new RegExp(`^[ \\t]{${least}}`, 'gm'), '');
}
