// What the Markdown tests share: a dialect with a site's options, and the whole text as its body.
import { commonmark, goldmark, goldmarkOptions, hexo, hexoOptions, kramdown, kramdownOptions } from '../../../src/core/markdown';
import type { Dialect, Document } from '../../../src/core/markdown/document';

type Data = Readonly<Record<string, unknown>>;

export const hugo = (markup: Data = {}): Dialect => goldmark(goldmarkOptions({ markup: { goldmark: markup } }, { idsFromText: false, knowsWrapperClass: false }));
export const jekyll = (options: Data = {}): Dialect => kramdown(kramdownOptions({ kramdown: options }));
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  goldmark: hugo({ renderer: { unsafe: true } }), kramdown: jekyll(), commonmark: commonmark(), hexo: hexo(hexoOptions({})),
};

export const parse = (dialect: Dialect, text: string): Document => dialect.parse(text, { start: 0, end: text.length });
export const html = (dialect: Dialect, text: string): string => dialect.render(parse(dialect, text)).trim();
/** Without white space between tags, which each engine sets in its own way. */
export const dense = (dialect: Dialect, text: string): string => html(dialect, text).replace(/>\s+</g, '><').replace(/\s*\n\s*/g, ' ').replace(/>\s+/g, '>').replace(/\s+<(\/|ul|ol|h\d|p\b|div|table)/g, '<$1');
