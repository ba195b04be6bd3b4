// Values that may be typed behind a key of front matter: what the blog already has, dates, yes and no.
import { readDate } from '../dates';
import type { KeyShape } from '../flavors/keys';
import { writeValue, type Format } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import { fieldList } from '../source';
import type { Span } from '../span';
import { dateTexts } from './fielddates';
import { searchText } from './hangul';
import { useOf } from './keyuse';
import { valuesOf } from './usedvalues';

export interface FieldTyping {
  readonly key: string;
  readonly span: Span;
  readonly typed: string;
  readonly format: Format;
  /** The quotation mark that is open already. */
  readonly quote: string;
  /** `[a, b]` on one line, in which commas part. */
  readonly isFlow: boolean;
  readonly isItem: boolean;
  /** Whether a blank is missing before. */
  readonly needsBlank: boolean;
}

/** Where a value is being typed in the front matter; undefined elsewhere. */
export function fieldTypingAt(post: Post, offset: number): FieldTyping | undefined {
  const { frontMatter, lines, text } = post;
  if (!frontMatter || offset < frontMatter.content.start || offset > frontMatter.content.end) return undefined;
  const number = lines.lineAt(offset);
  const line = lines.spanOf(number);
  const before = text.slice(line.start, offset);
  const after = text.slice(offset, line.end);
  const make = (key: string, written: string, isFlow: boolean, isItem: boolean): FieldTyping | undefined => {
    const [, blanks = '', quote = '', typed = ''] = /^(\s*)(["']?)(.*)$/.exec(written)!;
    if (quote !== '' && typed.includes(quote)) return undefined;
    const rest = quote !== '' ? new RegExp(`^[^${quote}]*`).exec(after)![0] : (isFlow ? /^[^,\]]*/ : /^.*?(?=\s+#|\s*$)/).exec(after)![0];
    return { key, typed, quote, isFlow, isItem, needsBlank: blanks === '' && !isFlow, format: frontMatter.format, span: { start: offset - typed.length, end: offset + rest.trimEnd().length } };
  };
  const flow = (key: string, inside: string): FieldTyping | undefined => make(key, inside.slice(lastComma(inside) + 1), true, true);
  if (frontMatter.format === 'yaml') {
    const own = /^\s*([\w-]+)\s*:(?=\s|$)(.*)$/.exec(before);
    if (own) return own[2]!.trimStart().startsWith('[') ? (isClosed(own[2]!) ? undefined : flow(own[1]!, own[2]!.trimStart().slice(1))) : make(own[1]!, own[2]!, false, false);
    const item = /^\s*-(\s.*)$/.exec(before);
    if (!item) return undefined;
    for (let above = number - 1; above >= 0; above--) {
      const source = text.slice(lines.spanOf(above).start, lines.spanOf(above).end);
      if (/^\s*(?:-(?:\s|$)|#|$)/.test(source) && !/^---/.test(source)) continue;
      const key = /^([\w-]+)\s*:\s*(?:#.*)?$/.exec(source)?.[1];
      return key === undefined ? undefined : make(key, item[1]!, false, true);
    }
    return undefined;
  }
  // TOML and JSON: a list may go on over several lines
  const sofar = text.slice(frontMatter.content.start, offset);
  const open = /(?:^|\n)[ \t]*"?([\w-]+)"?[ \t]*[=:][ \t]*\[((?:[^[\]"']|"[^"\n]*"?|'[^'\n]*'?)*)$/.exec(sofar);
  if (open) return flow(open[1]!, open[2]!.slice(Math.max(0, open[2]!.lastIndexOf('\n') + 1)));
  const own = /^\s*"?([\w-]+)"?\s*[=:](.*)$/.exec(before);
  return own ? make(own[1]!, own[2]!, false, false) : undefined;
}

/** Commas in quotation marks part nothing. */
function lastComma(inside: string): number {
  let last = -1;
  for (const found of inside.matchAll(/"[^"]*"?|'[^']*'?|,/g)) if (found[0] === ',') last = found.index;
  return last;
}

const isClosed = (flow: string): boolean => /\]\s*(?:#.*)?$/.test(flow.replace(/"[^"]*"|'[^']*'/g, ''));

export interface ValueOffer {
  readonly value: string;
  readonly insert: string;
  /** What a date is, in words. */
  readonly label?: string;
}

/** Values that the blog has for the key and the post has not, that its files tell, dates, yes and no; as they are to be written there, best first. */
export function valuesFor(typing: FieldTyping, post: Post, site: Site): readonly ValueOffer[] {
  const wanted = typing.key.toLowerCase();
  const own = new Set(fieldList(post, [typing.key], /(?!)/));
  const named = [...(valuesOf(site).get(wanted)?.keys() ?? []), ...(site.flavor.keyValues?.(typing.key, site) ?? [])];
  const values = [...new Set(named)].filter(value => !own.has(value)).map(value => ({ value, insert: insertOf(value, typing) }));
  if (values.length || typing.isItem) return fitting(typing, values);
  switch (shapeOfKey(typing.key, site)) {
    case 'switch': return fitting(typing, ['true', 'false'].map(value => ({ value, insert: bare(value, typing) })));
    case 'date': return fitting(typing, dateTexts(typing.key, typing.format, post, site).map(({ label, text }) => ({ value: text.replace(/^["']|["']$/g, ''), label, insert: typing.quote === '' ? bare(text, typing) : text.replace(/^["']|["']$/g, '') })));
    default: return [];
  }
}

/** As most posts of the blog write it, else as the engine's documentation says. */
export function shapeOfKey(key: string, site: Site): KeyShape | undefined {
  const wanted = key.toLowerCase();
  const used = useOf(site).keys.find(use => use.key.toLowerCase() === wanted)?.form.shape;
  return used === undefined || used === 'empty' ? site.flavor.keys(site).find(known => known.key.toLowerCase() === wanted)?.shape : used;
}

/** What is there already is changed for any other; what is begun narrows the choice. */
function fitting({ typed }: FieldTyping, offers: readonly ValueOffer[]): readonly ValueOffer[] {
  const query = searchText(typed);
  if (/^(?:true|false)$/i.test(typed) || readDate(typed)) return offers.filter(({ value }) => value !== typed);
  return offers.filter(({ value, label = '' }) => searchText(`${value}\n${label}`).includes(query));
}

const bare = (written: string, { needsBlank }: FieldTyping): string => (needsBlank ? ' ' : '') + written;

/** A value as it is to be written there. */
export function insertOf(value: string, { quote, format, isFlow, needsBlank }: FieldTyping): string {
  if (quote === '"') return JSON.stringify(value).slice(1, -1);
  if (quote === "'") return format === 'yaml' ? value.replaceAll("'", "''") : value;
  const written = writeValue(format, value);
  return (needsBlank ? ' ' : '') + (isFlow && /[,[\]{}]/.test(written) && !written.startsWith('"') ? JSON.stringify(value) : written);
}
