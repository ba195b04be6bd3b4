// Code as Hugo writes it: markup/highlight/highlight.go, and the HTML formatter of Chroma (formatters/html/html.go).
import { CHROMA_STYLES } from '../../colour/chromastyles';
import { get } from '../../data';
import { linesOf } from '../codelines';
import type { Colour } from '../document';
import { CHROMA_LEXERS } from './lexers';
import { escaped } from '../../literal';

/** https://gohugo.io/configuration/markup/#highlight */
export interface HighlightOptions {
  readonly style: string;
  readonly noClasses: boolean;
  readonly lineNos: boolean;
  readonly lineNumbersInTable: boolean;
  readonly lineNoStart: number;
  readonly anchorLineNos: boolean;
  readonly lineAnchors: string;
  readonly guessSyntax: boolean;
  readonly tabWidth: number;
  /** `1 3-4` */
  readonly hlLines: string;
  readonly isInline: boolean;
  readonly noHl: boolean;
  readonly wrapperClass: string;
}

const DEFAULTS: HighlightOptions = { style: 'monokai', noClasses: true, lineNos: false, lineNumbersInTable: true, lineNoStart: 1, anchorLineNos: false, lineAnchors: '', guessSyntax: false, tabWidth: 4, hlLines: '', isInline: false, noHl: false, wrapperClass: 'highlight' };

/** @param data Hugo's configuration, keys in lower case. @param knowsWrapperClass the key `wrapperClass` is known to this version */
export function highlightOptions(data: Readonly<Record<string, unknown>>, knowsWrapperClass: boolean): HighlightOptions {
  const options = withOptions(DEFAULTS, get(data, 'markup', 'highlight'));
  return knowsWrapperClass ? options : { ...options, wrapperClass: DEFAULTS.wrapperClass };
}

const YES = ['true', '1', 'yes'];

/** What a fence, a shortcode or the configuration says, over what was said before. Keys in lower case; values may be texts. */
export function withOptions(before: HighlightOptions, written: unknown): HighlightOptions {
  const text = (key: string, otherwise: string): string => { const value = get(written, key); return value === undefined || value === null ? otherwise : Array.isArray(value) ? value.join(' ') : String(value); };
  const flag = (key: string, otherwise: boolean): boolean => { const value = text(key, ''); return value === '' ? otherwise : YES.includes(value.toLowerCase()); };
  const number = (key: string, otherwise: number): number => { const value = Number(text(key, '')); return text(key, '') !== '' && Number.isInteger(value) ? value : otherwise; };
  const lineNos = text('linenos', '');
  const isTable = lineNos === 'table';
  return {
    style: text('style', before.style).toLowerCase(),
    noClasses: flag('noclasses', before.noClasses),
    lineNos: isTable || lineNos === 'inline' || flag('linenos', before.lineNos),
    lineNumbersInTable: isTable || (lineNos !== 'inline' && flag('linenumbersintable', before.lineNumbersInTable)),
    lineNoStart: number('linenostart', before.lineNoStart),
    anchorLineNos: flag('anchorlinenos', before.anchorLineNos),
    lineAnchors: text('lineanchors', before.lineAnchors),
    guessSyntax: flag('guesssyntax', before.guessSyntax),
    tabWidth: number('tabwidth', before.tabWidth),
    hlLines: text('hl_lines', before.hlLines),
    isInline: flag('hl_inline', before.isInline),
    noHl: flag('nohl', before.noHl),
    wrapperClass: text('wrapperclass', before.wrapperClass),
  };
}

export interface CodeBlock {
  readonly code: string;
  /** As written; empty for none. */
  readonly language: string;
  readonly options: HighlightOptions;
  /** Attributes of the element around all, its own class aside: ` id="x"`. */
  readonly attributes?: string;
  readonly classes?: string;
}

/** lexers.Get: a name in any case, else a file name by its ending. */
const isKnown = (language: string): boolean => {
  const lower = language.toLowerCase();
  return CHROMA_LEXERS.has(lower) || CHROMA_LEXERS.has(/[^.]\.(\w+)$/.exec(lower)?.[1] ?? '');
};

/** @param colour without it the code is not coloured, and all else as the engine has it */
export function highlighted({ code, language, options, attributes = '', classes = '' }: CodeBlock, colour: Colour | undefined): string {
  const shown = escaped(language);
  const names = language === '' ? '' : ` class="language-${shown}" data-lang="${shown}"`;
  const isColoured = language === '' ? options.guessSyntax : isKnown(language) || options.guessSyntax;
  const hasLexer = isColoured && !options.noHl;
  const own = hasLexer ? colour?.(code, language, { style: options.style, isInline: options.noClasses }) : undefined;
  if (options.isInline) return `<code class="code-inline${language === '' ? '' : ` language-${shown}`}">${own ?? escaped(code)}</code>`;
  if (!hasLexer) return `<pre tabindex="0"><code${names}>${escaped(code)}</code></pre>`;
  const body = new Formatter(options, colour?.isBySheet === true).format(linesOf(own ?? escaped(code)), names);
  return `<div class="${escaped([options.wrapperClass, classes].filter(Boolean).join(' '))}"${attributes}>${body}</div>`;
}

const NUMBER = 'white-space:pre;-webkit-user-select:none;user-select:none;margin-right:0.4em;padding:0 0.4em 0 0.4em;';
const LINK = 'outline:none;text-decoration:none;color:inherit';
const CELL = 'vertical-align:top;padding:0;margin:0;border:0;';

class Formatter {
  private readonly hasClasses: boolean;
  private readonly styleOf: (name: string) => string;
  private readonly marked: ReadonlySet<number>;

  /** @param isBySheet a style sheet of its own colours the code: no colours of Chroma's styles in the HTML */
  constructor(private readonly options: HighlightOptions, isBySheet: boolean) {
    this.hasClasses = isBySheet || !options.noClasses;
    this.styleOf = chromaStyle(options.style);
    this.marked = markedLines(options.hlLines);
  }

  format(lines: readonly string[], names: string): string {
    const { options: { lineNos, lineNumbersInTable }, hasClasses } = this;
    const width = String(this.options.lineNoStart + lines.length - 1).length;
    const isTable = lineNos && lineNumbersInTable;
    const code = lines.map((line, index) => this.line(line, index, lineNos && !isTable ? this.number(index, width, '') : '')).join('');
    const pre = `<pre tabindex="0"${this.wrapper()}><code${names}>${code}</code></pre>`;
    if (!isTable) return pre;
    const numbers = lines.map((_, index) => {
      const number = this.number(index, width, '\n');
      return this.marked.has(index) ? `<span${hasClasses ? ' class="hl"' : ` style="${this.styleOf('hl')}"`}>${number}</span>` : number;
    }).join('');
    const table = hasClasses ? ' class="lntable"' : ' style="border-spacing:0;padding:0;margin:0;border:0;"';
    const [first, second] = hasClasses ? [' class="lntd"', ' class="lntd"'] : [` style="${CELL}"`, ` style="${CELL};width:100%"`];
    return `<div${this.wrapper()}>\n<table${table}><tr><td${first}>\n<pre tabindex="0"${this.wrapper()}><code>${numbers}</code></pre></td>\n<td${second}>\n${pre}</td></tr></table>\n</div>\n`;
  }

  private wrapper(): string {
    if (this.hasClasses) return ' class="chroma"';
    const { tabWidth } = this.options;
    const tab = tabWidth === 0 || tabWidth === 8 ? '' : `-moz-tab-size:${tabWidth};-o-tab-size:${tabWidth};tab-size:${tabWidth};`;
    return ` style="${[this.styleOf('bg'), tab.slice(0, -1), this.marked.size ? 'display:grid' : ''].filter(Boolean).join(';')};"`;
  }

  private line(html: string, index: number, number: string): string {
    const isMarked = this.marked.has(index);
    if (this.hasClasses) return `<span class="line${isMarked ? ' hl' : ''}">${number}<span class="cl">${html}</span></span>`;
    return `<span style="display:flex;${isMarked ? ` ${this.styleOf('hl')}` : ''}">${number}<span>${html}</span></span>`;
  }

  private number(index: number, width: number, end: string): string {
    const { lineNoStart, lineNumbersInTable, anchorLineNos, lineAnchors } = this.options;
    const number = String(lineNoStart + index).padStart(width);
    const id = `${lineAnchors === '' ? '' : `${lineAnchors}-`}${lineNoStart + index}`;
    const shown = anchorLineNos ? `<a${this.hasClasses ? ' class="lnlinks"' : ` style="${LINK}"`} href="#${escaped(id)}">${number}</a>` : number;
    return `<span${this.hasClasses ? ` class="${lineNumbersInTable ? 'lnt' : 'ln'}"` : ` style="${NUMBER}${this.styleOf('ln')}"`}${anchorLineNos ? ` id="${escaped(id)}"` : ''}>${shown}${end}</span>`;
  }
}

/** `1 3-4`, as places from 0: hlLinesToRanges. Counted from the code's first line, whatever its number. */
function markedLines(written: string): ReadonlySet<number> {
  const marked = new Set<number>();
  for (const [, first, last] of written.matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)) for (let line = Number(first), end = Math.min(Number(last ?? first), line + 10_000); line <= end; line++) marked.add(line - 1);
  return marked;
}

const styles = new Map<string, ReadonlyMap<string, string>>();

/** The CSS of a class in one of Chroma's styles, by itself or by what it is a kind of; of an unknown style Chroma's own fallback. */
export function chromaStyle(written: string): (token: string) => string {
  const name = Object.hasOwn(CHROMA_STYLES, written) ? written : 'swapoff';
  let css = styles.get(name);
  if (!css) {
    css = new Map(CHROMA_STYLES[name]!.split('|').flatMap(part => { const at = part.indexOf('='); return part.slice(at + 1).split(' ').map(token => [token, part.slice(0, at)] as const); }));
    styles.set(name, css);
  }
  const known = css;
  return token => known.get(token) ?? known.get(token[0] ?? '') ?? '';
}
