// What Jekyll's configuration says about kramdown: https://jekyllrb.com/docs/configuration/markdown/ and
// https://kramdown.gettalong.org/options.html. Defaults are Jekyll's, which differ from kramdown's own.
import { get, text } from '../../data';
import { rougeOptions, type RougeOptions } from './highlight';

export type QuoteSigns = readonly [openSingle: string, closeSingle: string, openDouble: string, closeDouble: string];

export interface KramdownOptions {
  /** The GFM parser (Jekyll's default) or kramdown's own. */
  readonly isGfm: boolean;
  readonly hardWrap: boolean;
  /** The GFM quirk `paragraph_end`. */
  readonly endsParagraphs: boolean;
  /** False with the quirk `no_auto_typographic`. */
  readonly hasTypography: boolean;
  readonly autoIds: boolean;
  readonly idPrefix: string;
  readonly headerOffset: number;
  readonly contentsLevels: ReadonlySet<number>;
  readonly quotes: QuoteSigns;
  readonly parsesBlockHtml: boolean;
  readonly parsesSpanHtml: boolean;
  readonly footnoteStart: number;
  readonly footnoteBacklink: string;
  /** Delimiters for a script in the page, or kramdown's own markup when there is no engine. */
  readonly hasMathEngine: boolean;
  readonly blockCode: RougeOptions;
  readonly spanCode: RougeOptions;
  /** As the configuration has it, for the Liquid tag `highlight`. */
  readonly highlighter: unknown;
}

const SIGNS: Readonly<Record<string, string>> = { lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', apos: "'", quot: '"', laquo: '«', raquo: '»', sbquo: '‚', bdquo: '„', '39': "'", '34': '"' };

/** @param data Jekyll's configuration. Nothing of it is trusted to be of the right type. */
export function kramdownOptions(data: Readonly<Record<string, unknown>>): KramdownOptions {
  const of = (name: string): unknown => get(data, 'kramdown', name);
  const quirks = words(of('gfm_quirks') ?? 'paragraph_end');
  return {
    isGfm: (text(of('input')) ?? 'GFM').toLowerCase() === 'gfm',
    hardWrap: of('hard_wrap') === true,
    endsParagraphs: quirks.includes('paragraph_end'),
    hasTypography: !quirks.includes('no_auto_typographic'),
    autoIds: of('auto_ids') !== false,
    idPrefix: text(of('auto_id_prefix')) ?? '',
    headerOffset: number(of('header_offset'), 0),
    contentsLevels: levels(of('toc_levels')),
    quotes: quoteSigns(of('smart_quotes')),
    parsesBlockHtml: of('parse_block_html') === true,
    parsesSpanHtml: of('parse_span_html') !== false,
    footnoteStart: number(of('footnote_nr'), 1),
    footnoteBacklink: text(of('footnote_backlink')) ?? '↩',
    hasMathEngine: isSet(data, 'math_engine') ? typeof of('math_engine') === 'string' : true,
    blockCode: rougeOptions(data, 'block'),
    spanCode: rougeOptions(data, 'span'),
    highlighter: data['highlighter'],
  };
}

const isSet = (data: Readonly<Record<string, unknown>>, name: string): boolean => {
  const options = data['kramdown'];
  return typeof options === 'object' && options !== null && Object.hasOwn(options, name);
};

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' && Number.isInteger(value) ? value : otherwise);

const words = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(/[\s,]+/) : []);

/** `1..6`, `2,3` or a list. */
function levels(value: unknown): ReadonlySet<number> {
  const range = typeof value === 'string' ? /^(\d)\.\.(\d)$/.exec(value.trim()) : null;
  const all = [1, 2, 3, 4, 5, 6];
  if (range) return new Set(all.filter(level => level >= Number(range[1]) && level <= Number(range[2])));
  const listed = words(typeof value === 'number' ? String(value) : value).map(Number).filter(level => all.includes(level));
  return new Set(listed.length ? listed : all);
}

function quoteSigns(value: unknown): QuoteSigns {
  const signs = words(value).map(name => SIGNS[name.toLowerCase()]);
  const [a = '‘', b = '’', c = '“', d = '”'] = signs;
  return [a, b, c, d];
}
