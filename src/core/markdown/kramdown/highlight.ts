// Code as Jekyll writes it: kramdown's converter/syntax_highlighter/rouge.rb and converter/html.rb, Rouge's formatters/html_legacy.rb and
// html_table.rb, and jekyll/tags/highlight.rb.
import { get, isData, text } from '../../data';
import type { Colour } from '../document';
import { ROUGE_LEXERS } from './lexers';

/** https://kramdown.gettalong.org/syntax_highlighter/rouge.html: for blocks, or for spans. */
export interface RougeOptions {
  readonly isOn: boolean;
  readonly defaultLanguage: string | undefined;
  readonly cssClass: string;
  readonly wraps: boolean;
  readonly hasLineNumbers: boolean;
  readonly startLine: number;
  /** Else plain text is none of Rouge's languages. */
  readonly guesses: boolean;
}

/** @param data Jekyll's configuration. Rouge is on unless `kramdown.syntax_highlighter` or `highlighter` names another, or none. */
export function rougeOptions(data: Readonly<Record<string, unknown>>, kind: 'block' | 'span'): RougeOptions {
  const written = get(data, 'kramdown', 'syntax_highlighter_opts');
  const options = { ...(isData(written) ? written : {}), ...(isData(get(written, kind)) ? (get(written, kind) as object) : {}) };
  const of = (name: string): unknown => get(options, name);
  return {
    isOn: highlighterOf(data) === 'rouge' && !isTrue(of('disable')),
    // Jekyll's own default; kramdown has none
    defaultLanguage: text(of('default_lang')) ?? 'plaintext',
    cssClass: text(of('css_class')) ?? 'highlight',
    wraps: kind === 'block' && (of('wrap') === undefined || isTrue(of('wrap'))),
    hasLineNumbers: isTrue(of('line_numbers')),
    startLine: typeof of('start_line') === 'number' ? Number(of('start_line')) : 1,
    guesses: isTrue(get(data, 'kramdown', 'guess_lang') ?? (isGiven(get(data, 'kramdown'), 'guess_lang') ? null : true)),
  };
}

const isGiven = (value: unknown, name: string): boolean => isData(value) && Object.hasOwn(value, name);

/** For Ruby all is true but `nil` and `false`. */
const isTrue = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

const highlighterOf = (data: Readonly<Record<string, unknown>>): string => text(get(data, 'kramdown', 'syntax_highlighter')) ?? siteHighlighter(data);
const siteHighlighter = (data: Readonly<Record<string, unknown>>): string => text(data['highlighter']) ?? 'rouge';

const escape = (text: string): string => text.replace(/[&<>]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

/** Options may stand behind the name: `ruby?start_line=2`. */
const isKnown = (language: string): boolean => language === 'guess' || ROUGE_LEXERS.has(/^[^?]*/.exec(language)![0]);

export interface Highlighted {
  readonly html: string;
  /** What the class around it says. */
  readonly language: string;
}

/** Undefined where Rouge leaves code to kramdown: it is off, or does not know the language. */
export function rouge(code: string, written: string | undefined, options: RougeOptions, colour: Colour | undefined): Highlighted | undefined {
  const language = written ?? options.defaultLanguage;
  if (!options.isOn || language === undefined || !isKnown(language) || (!options.guesses && /^(?:plain)?text(?:\?|$)/.test(language))) return undefined;
  const shown = colour?.(code, language) ?? escape(code);
  if (options.hasLineNumbers) {
    const table = lineTable(shown, code, options.startLine, 'rouge-gutter gl', 'rouge-code');
    return { language, html: options.wraps ? `<div class="highlight"><pre class="${options.cssClass}"><code>${table}</code></pre></div>` : table };
  }
  return { language, html: options.wraps ? `<div class="highlight"><pre class="${options.cssClass}"><code>${shown}</code></pre></div>` : shown };
}

/** @param shown the code as HTML */
function lineTable(shown: string, code: string, first: number, gutter: string, cell: string): string {
  const isEnded = code.endsWith('\n');
  const count = code.split('\n').length - (isEnded ? 1 : 0);
  return `<table class="rouge-table"><tbody><tr><td class="${gutter}"><pre class="lineno">${Array.from({ length: count }, (_, line) => `${first + line}\n`).join('')}</pre></td><td class="${cell}"><pre>${shown}${isEnded ? '' : '\n'}</pre></td></tr></tbody></table>`;
}

/** The Liquid tag `highlight`. @param code without the line ends around it @param data Jekyll's configuration */
export function highlightFigure(code: string, language: string, hasLineNumbers: boolean, data: Readonly<Record<string, unknown>>, colour: Colour | undefined): string {
  const name = language.toLowerCase();
  const isRouge = ['rouge', 'pygments'].includes(siteHighlighter(data));
  const shown = (isRouge && isKnown(name) ? colour?.(code, name) : undefined) ?? escape(isRouge ? code : code.trim());
  const inner = isRouge && hasLineNumbers ? lineTable(shown, code, 1, 'gutter gl', 'code') : shown.replace(/\n$/, '');
  return `<figure class="highlight"><pre><code class="language-${name.replace(/\+/g, '-')}" data-lang="${name}">${inner}</code></pre></figure>`;
}
