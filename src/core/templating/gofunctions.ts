// https://gohugo.io/functions/ , those that look at their values alone.
import { CannotTell, GoMap, isList, isTrue, textOf, Trusted, type GoCall, type GoValue } from './govalues';

const MOST_ITEMS = 10_000;

const cannot = (what: string): never => { throw new CannotTell(what); };
const number = (value: GoValue): number => { const found = typeof value === 'number' ? value : /^-?\d+(?:\.\d+)?$/.test(textOf(value)) ? Number(textOf(value)) : NaN; return Number.isNaN(found) ? cannot('number') : found; };
const list = (value: GoValue): readonly GoValue[] => (isList(value) ? value : value === undefined ? [] : cannot('list'));
const same = (a: GoValue, b: GoValue): boolean => (typeof a === typeof b ? textOf(a) === textOf(b) : (a instanceof Trusted || b instanceof Trusted) && textOf(a) === textOf(b));
const compare = (a: GoValue, b: GoValue): number => (typeof a === 'number' || typeof b === 'number' ? number(a) - number(b) : textOf(a) < textOf(b) ? -1 : Number(textOf(a) !== textOf(b)));

/** Numbers stay whole where both are. */
const arithmetic = (run: (a: number, b: number) => number) => (...values: readonly GoValue[]): GoValue => {
  if (values.length < 2) return cannot('arithmetic');
  return values.map(number).reduce((a, b) => { const made = run(a, b); return Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(made) : made; });
};

export const FUNCTIONS: GoCall['functions'] = {
  safeHTML: value => new Trusted(textOf(value), 'html'),
  safeHTMLAttr: value => new Trusted(textOf(value), 'attribute'),
  safeURL: value => new Trusted(textOf(value), 'url'),
  default: (otherwise, value) => (isTrue(value) || value === false ? value : otherwise),
  eq: (a, ...others) => others.some(other => same(a, other)),
  ne: (a, b) => !same(a, b),
  lt: (a, b) => compare(a, b) < 0,
  le: (a, b) => compare(a, b) <= 0,
  gt: (a, b) => compare(a, b) > 0,
  ge: (a, b) => compare(a, b) >= 0,
  not: value => !isTrue(value),
  and: (...values) => values[values.findIndex(value => !isTrue(value))] ?? (values.every(isTrue) ? values.at(-1) : undefined),
  or: (...values) => values.find(isTrue) ?? values.at(-1),
  cond: (test, then, otherwise) => (isTrue(test) ? then : otherwise),
  print: (...values) => values.map(textOf).join(''),
  lower: value => textOf(value).toLowerCase(),
  // how several words are written is a setting of the site
  title: value => (/^[\p{L}\d]*$/u.test(textOf(value)) ? textOf(value).charAt(0).toUpperCase() + textOf(value).slice(1) : cannot('title')),
  upper: value => textOf(value).toUpperCase(),
  trim: (value, signs) => trimmed(textOf(value), textOf(signs), true, true),
  trimSpace: value => textOf(value).trim(),
  trimPrefix: (start, text) => (textOf(text).startsWith(textOf(start)) ? textOf(text).slice(textOf(start).length) : textOf(text)),
  trimSuffix: (end, text) => (textOf(end) !== '' && textOf(text).endsWith(textOf(end)) ? textOf(text).slice(0, -textOf(end).length) : textOf(text)),
  trimLeft: (signs, text) => trimmed(textOf(text), textOf(signs), true, false),
  trimRight: (signs, text) => trimmed(textOf(text), textOf(signs), false, true),
  // letters of a text are counted by `strings.RuneCount`; `len` counts bytes
  len: value => (isList(value) ? value.length : value instanceof GoMap ? value.entries.size : byteLength(textOf(value))),
  runeCount: value => [...textOf(value)].length,
  printf: (format, ...values) => printed(textOf(format), values),
  replace: (text, from, to) => (textOf(from) === '' ? textOf(text) : textOf(text).split(textOf(from)).join(textOf(to))),
  hasPrefix: (text, start) => textOf(text).startsWith(textOf(start)),
  hasSuffix: (text, end) => textOf(text).endsWith(textOf(end)),
  contains: (text, part) => textOf(text).includes(textOf(part)),
  in: (where, what) => (isList(where) ? where.some(item => same(item, what)) : textOf(where).includes(textOf(what))),
  index: (where, ...keys) => keys.reduce<GoValue>((value, key) => (value instanceof GoMap ? value.get(textOf(key)) : isList(value) && typeof key === 'number' ? value[key] ?? cannot('index') : cannot('index')), where),
  isset: (where, key) => (where instanceof GoMap ? where.entries.has(textOf(key)) || where.entries.has(textOf(key).toLowerCase()) : isList(where) && typeof key === 'number' ? key >= 0 && key < where.length : cannot('isset')),
  dict: (...values) => {
    if (values.length % 2) return cannot('dict');
    const entries = new Map<string, GoValue>();
    for (let index = 0; index < values.length; index += 2) entries.set(textOf(values[index]), values[index + 1]);
    return new GoMap(entries);
  },
  slice: (...values) => values,
  append: (...values) => { const to = list(values.at(-1)); return few([...to, ...(values.length === 2 && isList(values[0]) ? values[0] : values.slice(0, -1))]); },
  split: (text, separator) => few(textOf(text).split(textOf(separator))),
  delimit: (values, separator, last) => { const all = list(values).map(textOf); return last === undefined || all.length < 2 ? all.join(textOf(separator)) : all.slice(0, -1).join(textOf(separator)) + textOf(last) + all.at(-1)!; },
  first: (count, values) => list(values).slice(0, number(count)),
  last: (count, values) => (number(count) === 0 ? [] : list(values).slice(-number(count))),
  after: (count, values) => list(values).slice(number(count)),
  seq: (...ends) => {
    const [from, step, to] = ends.length === 1 ? [1, 1, number(ends[0])] : ends.length === 2 ? [number(ends[0]), 1, number(ends[1])] : [number(ends[0]), number(ends[1]), number(ends[2])];
    const length = Math.floor((to - from) / (step || 1)) + 1;
    return length > MOST_ITEMS || length < 0 || step === 0 ? cannot('seq') : Array.from({ length }, (_, index) => from + index * step);
  },
  add: arithmetic((a, b) => a + b), sub: arithmetic((a, b) => a - b), mul: arithmetic((a, b) => a * b), div: arithmetic((a, b) => (b === 0 ? cannot('div') : a / b)), mod: arithmetic((a, b) => (b === 0 ? cannot('mod') : a % b)),
  int: value => Math.trunc(number(value)),
  string: value => textOf(value),
  substr: (text, start, length) => { const letters = [...textOf(text)]; const from = number(start) < 0 ? letters.length + number(start) : number(start); return letters.slice(from, length === undefined ? undefined : from + number(length)).join(''); },
  plainify: value => new Trusted(textOf(value).replace(/<[^>]*>/g, ''), 'html'),
  htmlEscape: value => textOf(value).replace(/[&<>"']/g, sign => `&${({ '&': 'amp', '<': 'lt', '>': 'gt', '"': '#34', "'": '#39' })[sign]};`),
  urlize: value => encodeURI(textOf(value).trim().replace(/[^\p{L}\p{M}\p{N}._/\\#+~-]+/gu, run => (/\s/.test(run) ? '-' : '')).replace(/-{2,}/g, '-').replace(/^-|-$/g, '').toLowerCase()),
  humanize: value => { const words = textOf(value).replace(/[_-]+/g, ' ').trim().toLowerCase(); return words.charAt(0).toUpperCase() + words.slice(1); },
  path: value => textOf(value),
  warnf: () => '',
  base: value => textOf(value).replace(/\/+$/, '').split('/').at(-1)!,
  parse: address => {
    const [, scheme = '', host = '', path = '', query = '', fragment = ''] = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(textOf(address)) ?? [];
    return new GoMap(new Map(Object.entries({ Scheme: scheme.toLowerCase(), Host: host, Hostname: host.replace(/:\d+$/, ''), Path: path, RawQuery: query, Fragment: fragment, IsAbs: scheme !== '' })), false);
  },
};

/** `strings.ToLower` is `lower`: https://gohugo.io/functions/ lists what each is called without its namespace. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'strings.ToLower': 'lower', 'strings.ToUpper': 'upper', 'strings.Replace': 'replace', 'strings.HasPrefix': 'hasPrefix', 'strings.HasSuffix': 'hasSuffix', 'strings.Contains': 'contains', 'strings.Split': 'split',
  'strings.Trim': 'trim', 'strings.TrimSpace': 'trimSpace', 'strings.TrimPrefix': 'trimPrefix', 'strings.TrimSuffix': 'trimSuffix', 'strings.TrimLeft': 'trimLeft', 'strings.TrimRight': 'trimRight', 'strings.Substr': 'substr', 'strings.RuneCount': 'runeCount', 'strings.CountRunes': 'runeCount',
  'collections.Dictionary': 'dict', 'collections.Slice': 'slice', 'collections.Index': 'index', 'collections.IsSet': 'isset', 'collections.In': 'in', 'collections.Append': 'append', 'collections.Delimit': 'delimit', 'collections.First': 'first', 'collections.Last': 'last', 'collections.After': 'after', 'collections.Seq': 'seq',
  'compare.Default': 'default', 'compare.Eq': 'eq', 'compare.Ne': 'ne', 'compare.Conditional': 'cond', 'fmt.Print': 'print', 'fmt.Printf': 'printf', 'fmt.Warnf': 'warnf', 'safe.HTML': 'safeHTML', 'safe.URL': 'safeURL', 'safe.HTMLAttr': 'safeHTMLAttr', 'strings.Title': 'title', 'transform.Emojify': 'emojify', 'compare.Gt': 'gt', 'compare.Ge': 'ge', 'compare.Lt': 'lt', 'compare.Le': 'le', 'cast.ToInt': 'int', 'cast.ToString': 'string',
  'math.Add': 'add', 'math.Sub': 'sub', 'math.Mul': 'mul', 'math.Div': 'div', 'math.Mod': 'mod', 'transform.Plainify': 'plainify', 'transform.HTMLEscape': 'htmlEscape', 'transform.Markdownify': 'markdownify', 'urls.URLize': 'urlize', 'urls.RelURL': 'relURL', 'urls.AbsURL': 'absURL', 'urls.Parse': 'parse', 'inflect.Humanize': 'humanize', 'path.Base': 'base',
};
const BARE = new Set(['parse', 'base', 'contains', 'trimSpace', 'trimPrefix', 'trimSuffix', 'trimLeft', 'trimRight', 'runeCount', 'path']);

/** The name without a namespace that a function has; what has none stays as it is. */
export const bareName = (name: string): string => (Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name]! : BARE.has(name) ? `${name}?` : name);

const few = (values: readonly GoValue[]): readonly GoValue[] => (values.length > MOST_ITEMS ? cannot('list') : values);
const byteLength = (text: string): number => { let count = 0; for (const letter of text) count += letter < '\x80' ? 1 : letter < '\u0800' ? 2 : letter.length > 1 ? 4 : 3; return count; };

/** fmt.Sprintf for values that are written as they are. */
function printed(format: string, values: readonly GoValue[]): string {
  let at = 0;
  const text = format.replace(/%(0?)(\d*)(.?)/g, (_, zero: string, width: string, verb: string) => {
    if (verb === '%' && width === '') return '%';
    if (!/[svdq]/.test(verb) || at >= values.length || Number(width) > 100) return cannot('printf');
    const written = textOf(values[at++]);
    return (verb === 'q' ? `"${written.replace(/["\\]/g, '\\$&')}"` : written).padStart(Number(width), zero || ' ');
  });
  return at === values.length ? text : cannot('printf');
}

function trimmed(text: string, signs: string, atStart: boolean, atEnd: boolean): string {
  let start = 0;
  let end = text.length;
  while (atStart && start < end && signs.includes(text[start]!)) start++;
  while (atEnd && end > start && signs.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
