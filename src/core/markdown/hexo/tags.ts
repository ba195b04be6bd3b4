// Where Hexo's tags stand in a post: `{{ … }}`, `{# … #}`, `{% … %}`, and for a tag that has an end somewhere all up to that. In code spans
// and comments there are none. hexo/post.ts, PostRenderEscape.escapeAllSwigTags.
export interface PlacedTag {
  readonly start: number;
  readonly end: number;
  /** Of `{% name arguments %}`; empty for other kinds. */
  readonly name: string;
  readonly args: string;
  /** What stands between a tag and its end. */
  readonly inner: { readonly start: number; readonly end: number } | undefined;
}

/** @param skips places that are looked at by nobody, in order: fences */
export function tagsIn(source: string, skips: readonly { readonly start: number; readonly end: number }[]): readonly PlacedTag[] {
  if (!/\{[{%#]/.test(source)) return [];
  const found: PlacedTag[] = [];
  const absent = new Set<string>();
  const begin = /`+|<!--|\{\{|\{#|\{%/g;
  let skip = 0;
  for (let match = begin.exec(source); match; match = begin.exec(source)) {
    while (skip < skips.length && skips[skip]!.end <= match.index) skip++;
    if (skip < skips.length && skips[skip]!.start <= match.index) {
      begin.lastIndex = skips[skip]!.end;
      continue;
    }
    const [sign] = match;
    const from = match.index + sign.length;
    if (sign[0] === '`') {
      if (source[match.index - 1] !== '\\') begin.lastIndex = codeEnd(source, sign, from, absent) ?? from;
    } else if (sign === '<!--') begin.lastIndex = after(source, '-->', from, absent) ?? source.length;
    else if (sign === '{%') {
      const tag = tagFrom(source, match.index, absent);
      if (tag) found.push(tag);
      begin.lastIndex = tag?.end ?? from;
    } else {
      const end = after(source, sign === '{#' ? '#}' : '}}', from, absent);
      if (end !== undefined) found.push({ start: match.index, end, name: '', args: '', inner: undefined });
      begin.lastIndex = end ?? from;
    }
  }
  return found;
}

/** What is not found once is not found further down either. */
function after(source: string, sign: string, from: number, absent: Set<string>): number | undefined {
  const at = absent.has(sign) ? -1 : source.indexOf(sign, from);
  if (at >= 0) return at + sign.length;
  absent.add(sign);
  return undefined;
}

/** The same number of backticks again, in the same paragraph. */
function codeEnd(source: string, ticks: string, from: number, absent: Set<string>): number | undefined {
  const blank = source.indexOf('\n\n', from);
  const key = `${ticks} ${blank}`;
  if (absent.has(key)) return undefined;
  const run = /`+/g;
  run.lastIndex = from;
  for (let found = run.exec(source); found && (blank < 0 || found.index < blank); found = run.exec(source)) if (found[0] === ticks) return run.lastIndex;
  absent.add(key);
  return undefined;
}

const TAG = /\{%-?\s*([^\s%]*)((?:"[^"]*"|'[^']*'|(?!%\})[^"'])*?)\s*-?%\}/y;
const LONGEST = 4000;

function tagFrom(source: string, start: number, absent: Set<string>): PlacedTag | undefined {
  if (absent.has('%}')) return undefined;
  if (source.indexOf('%}', start) < 0) {
    absent.add('%}');
    return undefined;
  }
  TAG.lastIndex = 0;
  const found = TAG.exec(source.slice(start, start + LONGEST));
  if (!found) return undefined;
  const [whole, name = '', args = ''] = found;
  const from = start + whole.length;
  const close = name === '' ? undefined : closingTag(source, name, from, absent);
  return { start, end: close?.end ?? from, name, args: args.trim(), inner: close && { start: from, end: close.start } };
}

function closingTag(source: string, name: string, from: number, absent: Set<string>): { start: number; end: number } | undefined {
  const key = `end ${name}`;
  if (absent.has(key)) return undefined;
  for (let at = source.indexOf(`end${name}`, from); at >= 0; at = source.indexOf(`end${name}`, at + 1)) {
    const start = source.lastIndexOf('{%', at);
    const end = source.indexOf('%}', at);
    if (start >= from && end >= 0 && /^\{%-?\s*$/.test(source.slice(start, at)) && /^\s*-?$/.test(source.slice(at + 3 + name.length, end))) return { start, end: end + 2 };
  }
  absent.add(key);
  return undefined;
}
