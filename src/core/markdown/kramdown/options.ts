// What Jekyll's configuration says about kramdown: https://jekyllrb.com/docs/configuration/markdown/ and
// https://kramdown.gettalong.org/options.html. Defaults are Jekyll's, which differ from kramdown's own. `entity_output` is missing, as a
// browser reads `&copy;` and `©` alike, and so are the options of kramdown's other converters.
import { get, isData, text } from '../../data';
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
  /** Empty for none. */
  readonly footnoteBacklink: string;
  /** The links stand in the last paragraph or heading, however deep it is, and not below lists, quotes and code. */
  readonly backlinksInline: boolean;
  /** In front of the names of notes, in ids. */
  readonly footnotePrefix: string;
  /** What is written for dashes, dots and guillemets, by kramdown's names, where it is not what these mean. */
  readonly signs: Readonly<Record<string, string>>;
  /** Links that are known without a definition: address and title by label. */
  readonly links: readonly (readonly [label: string, target: string, title: string | undefined])[];
  /** Line ends between letters of Chinese and Japanese go. */
  readonly joinsCjkLines: boolean;
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
    footnoteBacklink: typeof of('footnote_backlink') === 'string' ? String(of('footnote_backlink')) : '↩',
    backlinksInline: of('footnote_backlink_inline') === true,
    footnotePrefix: text(of('footnote_prefix')) ?? '',
    signs: Object.fromEntries(Object.entries(isData(of('typographic_symbols')) ? of('typographic_symbols') as object : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    links: linksOf(of('link_defs')),
    joinsCjkLines: of('remove_line_breaks_for_cjk') === true,
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

const linksOf = (value: unknown): KramdownOptions['links'] => Object.entries(isData(value) ? value : {})
  .flatMap(([label, link]: [string, unknown]) => (Array.isArray(link) && typeof link[0] === 'string' ? [[label, link[0], typeof link[1] === 'string' ? link[1] : undefined] as const] : []));

function quoteSigns(value: unknown): QuoteSigns {
  const signs = words(value).map(name => SIGNS[name.toLowerCase()]);
  const [a = '‘', b = '’', c = '“', d = '”'] = signs;
  return [a, b, c, d];
}
