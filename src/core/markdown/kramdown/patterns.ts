// Beginnings of lines that several of kramdown's block rules ask for. All are sticky: they match where the parser stands.

// Names as REXML has them, which kramdown uses for tags: letters of any script.
export const NAME = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?`;

const words = (text: string): readonly string[] => text.trim().split(/[\t-\r ]+/);

export const SPAN_ELEMENTS: ReadonlySet<string> = new Set(words(`a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark
  option q rb rbc rp rt rtc ruby samp select small span strong sub sup textarea tt u var`));
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(words(`address article aside applet body blockquote caption col colgroup dd div dl dt fieldset
  figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody
  td th thead tfoot tr ul`));
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(words('area base br col command embed hr img input keygen link meta param source track wbr'));
/** Elements whose content is parsed as blocks, as spans or (all others) not at all, where Markdown is asked for. */
export const BLOCK_CONTENT: ReadonlySet<string> = new Set(words(`address applet article aside blockquote body dd details div dl fieldset figure figcaption
  footer form header hgroup iframe li main map menu nav noscript object section summary td`));
export const SPAN_CONTENT: ReadonlySet<string> = new Set(words(`a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend
  optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt`));
export const RAW_CONTENT: ReadonlySet<string> = new Set(words('script style math option textarea pre code kbd samp var'));

export const isKnownElement = (name: string): boolean =>
  [SPAN_ELEMENTS, BLOCK_ELEMENTS, VOID_ELEMENTS, BLOCK_CONTENT, SPAN_CONTENT, RAW_CONTENT].some(names => names.has(name));

const NOT_LAZY = String.raw`(?!(?:${[...SPAN_ELEMENTS, 'script'].join('|')})\b)`;
const LAZY_HTML = String.raw`(?:</${NOT_LAZY}${NAME}[\t-\r ]*>|<${NOT_LAZY}${NAME})`;
const LIST = String.raw`\{:(?![:/])((?:\\\}|[^}\n])+)\}[ \t]*\n`;

const sticky = (pattern: string): RegExp => new RegExp(pattern, 'yu');

export const BLANK = /(?:[ \t\r\f\v]*\n)+/y;
export const ATTRIBUTE_LINE = sticky(` {0,3}${LIST}`);
export const END_MARK = /\^[ \t]*\n/y;
export const LINE = /[^\n]*\n/y;
/** What ends a paragraph's or a quote's further lines, whatever the lines begin with. */
export const LAZY_END = sticky(String.raw`[ \t\r\f\v]*\n| {0,3}${LIST}|\^[ \t]*\n| {0,3}${LAZY_HTML}|$(?![\s\S])`);
const LAZY_WITHIN = [0, 1, 2, 3].map(most => sticky(` {0,${most}}(?:${LIST}|${LAZY_HTML})`));
/** The same within the indentation of a list item. */
export const lazyEndWithin = (indentation: number): RegExp => LAZY_WITHIN[Math.min(indentation, 3)]!;
export const BULLET = /( {0,3}[+*-])([\t |][^\n]*\n)/y;
export const NUMBER = /( {0,3}\d+\.)([\t |][^\n]*\n)/y;
export const ITEM = /(?: {0,3}[+*-]| {0,3}\d+\.)[\t |][^\n]*\n/y;
export const DEFINITION = /( {0,3}:)([\t |][^\n]*\n)/y;
export const QUOTE = / {0,3}> ?/y;
export const HEADING_GFM = /(#{1,6})[\t ]+([^\n]*)\n/y;
export const HEADING_NATIVE = /(#{1,6})[\t ]*([^ \t\n][^\n]*)\n/y;
export const FENCE_GFM = / {0,3}[~`]{3,}/y;
export const RULE = / {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\n/y;
/** Ruby's `\Z` or a block boundary. */
export const BOUNDARY = sticky(String.raw`[ \t\r\f\v]*\n|\^[ \t]*\n| {0,3}${LIST}|$(?![\s\S])`);

/** The match of a sticky pattern at an offset. */
export function at(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Ruby's white space is ASCII: a no-break space at a line's end stays. */
export const trimmedStart = (text: string): string => text.replace(/^[\0\t-\r ]+/, '');

export function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (/[\t-\r ]/.test(text[end - 1]!) || text[end - 1] === '\0')) end--;
  return text.slice(0, end);
}

export const trimmed = (text: string): string => trimmedEnd(trimmedStart(text));
