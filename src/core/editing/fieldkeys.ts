// Keys that may be typed on a line of its own in front matter: those that the blog's posts have first, then those that the
// engine knows, each with its value's usual shape behind it.
import type { KeyShape, KnownKey } from '../flavors/keys';
import { parseFrontMatter, type Field, type Format, type FrontMatter } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import { applyEdits, lineEnding, type Edit, type Span } from '../span';
import { dateTexts } from './fielddates';
import { searchText } from './hangul';
import { useOf, type KeyForm, type KeyUse } from './keyuse';
import { valuesOf } from './usedvalues';

/** What is put in: text, a place to write at, or one of some values. */
export type Piece = string | { readonly here: string } | { readonly choices: readonly string[] };

export interface KeyOffer {
  readonly key: string;
  readonly meaning: string | undefined;
  /** How many of the blog's posts have it. */
  readonly posts: number;
  readonly of: number;
  readonly pieces: readonly Piece[];
  /** Whether the blog knows values for it, which are worth offering at once. */
  readonly hasValues: boolean;
}

export interface KeyOffers {
  readonly span: Span;
  readonly typed: string;
  readonly offers: readonly KeyOffer[];
  /** The comma that JSON wants behind the line above. */
  readonly also: readonly Edit[];
}

/** Undefined where no key can stand: behind text, in a value over several lines, in the body. */
export function keysAt(post: Post, offset: number, site: Site): KeyOffers | undefined {
  const { frontMatter, lines, text } = post;
  if (!frontMatter || offset < frontMatter.content.start || offset > frontMatter.content.end) return undefined;
  const line = lines.spanOf(lines.lineAt(offset));
  const start = Math.max(line.start, frontMatter.content.start);
  const [, blanks, quote, typed] = /^([ \t]*)(["']?)([\p{L}\p{M}\p{N}_-]*)$/u.exec(text.slice(start, offset)) ?? [];
  if (typed === undefined || !/^["']?,?[ \t]*$/.test(text.slice(offset, line.end)) || /^(?:---|\+\+\+)/.test(text.slice(line.start, line.end))) return undefined;
  // what is being typed may break all that follows: the rest is read without it
  const rest = parseFrontMatter(applyEdits(text.slice(0, frontMatter.span.end), [{ start, end: line.end, text: '' }]), site.flavor.frontMatter);
  if (!rest) return undefined;
  const place = placeOf(rest, start, blanks!, text);
  if (!place) return undefined;
  const { fields, above } = place;
  const query = searchText(typed);
  const has = new Set(fields.map(({ key }) => key.toLowerCase()));
  const format = frontMatter.format;
  const offers = candidates(above, site).filter(({ key, meaning }) => !has.has(key.toLowerCase()) && searchText(`${key}\n${meaning ?? ''}`).includes(query))
    .map(({ use, known, key, meaning }): KeyOffer => {
      const form = use && use.form.shape !== 'empty' ? use.form : formFor(known?.shape ?? 'text', site);
      const isSeparated = format === 'json' && fields.some(({ span }) => span.start > start) && !text.slice(offset, line.end).includes(',');
      return { key, meaning, posts: use?.posts ?? 0, of: useOf(site).posts, pieces: piecesOf(key, form, format, post, site, isSeparated), hasValues: form.shape === 'list' || valuesOf(site).has(key.toLowerCase()) || (site.flavor.keyValues?.(key, site).length ?? 0) > 0 };
    });
  const byPlace = (offer: KeyOffer): number => (query !== '' && searchText(offer.key).startsWith(query) ? 0 : 1);
  return {
    span: { start: offset - typed.length - quote!.length, end: line.end - /[ \t]*,?[ \t]*$/.exec(text.slice(offset, line.end))![0].length }, typed: quote! + typed,
    offers: offers.sort((a, b) => byPlace(a) - byPlace(b)), also: format === 'json' ? commaAbove(fields, start, text) : [],
  };
}

/** The map that a line stands in. @param blanks in front of the cursor */
function placeOf(head: FrontMatter, start: number, blanks: string, text: string): { readonly fields: readonly Field[]; readonly above: string } | undefined {
  const top = { fields: head.fields, above: '' };
  const around = (fields: readonly Field[]): Field | undefined => fields.find(({ span }) => span.start < start && start < span.end);
  if (head.format === 'json') {
    const map = around(head.fields);
    if (!map) return top;
    return map.fields.length && !around(map.fields) ? { fields: map.fields, above: map.key } : undefined;
  }
  const isTable = ({ keySpan }: Field): boolean => head.format === 'toml' && text[keySpan.end] === ']';
  if (head.format === 'toml') {
    const headers = [...text.slice(head.content.start, start).matchAll(/^[ \t]*\[[^\r\n]*/gm)];
    const tables = head.fields.filter(isTable);
    if (around(head.fields.filter(field => !isTable(field)))) return undefined;
    const table = tables.findLast(({ keySpan }) => keySpan.start < start);
    if (!table) return headers.length ? undefined : top;
    // the last header above is the table's own, and no list in a value
    return /^[ \t]*\[[^[.]/.test(headers.at(-1)?.[0] ?? '') && !around(table.fields) ? { fields: table.fields, above: table.key } : undefined;
  }
  // a map between braces has commas and no lines of its own
  if (/\{\s*$/.test(text.slice(head.content.start, head.fields[0]?.span.start ?? head.content.start))) return undefined;
  const column = head.fields[0] ? columnOf(head.fields[0], text) : 0;
  const inside = around(head.fields);
  if (blanks.length === column) return inside && !inside.fields.length ? undefined : inside ? undefined : top;
  // deeper: in the map above, if its keys stand in this column
  const map = head.fields.findLast(({ span }) => span.start < start);
  if (!map || map.isFlow || blanks.length < column) return undefined;
  const [first] = map.fields;
  if (!first) return map.source === '' ? { fields: [], above: map.key } : undefined;
  return columnOf(first, text) === blanks.length && !around(map.fields) ? { fields: map.fields, above: map.key } : undefined;
}

const columnOf = ({ span }: Field, text: string): number => span.start - (Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1);

interface Candidate { readonly key: string; readonly use: KeyUse | undefined; readonly known: KnownKey | undefined; readonly meaning: string | undefined }

function candidates(above: string, site: Site): readonly Candidate[] {
  const known = above === '' ? site.flavor.keys(site) : [];
  const uses = useOf(site).keys.filter(use => use.above.toLowerCase() === above.toLowerCase());
  const named = new Map([...known].reverse().map(entry => [entry.key.toLowerCase(), entry]));
  const used = uses.map((use): Candidate => { const entry = named.get(use.key.toLowerCase()); return { key: use.key, use, known: entry, meaning: entry?.meaning }; });
  const all = new Set(uses.map(({ key }) => key.toLowerCase()));
  // what only themes know is offered where the blog has it
  const rest = known.filter(({ key, source, isOld, isForLists }) => !all.has(key.toLowerCase()) && !isOld && !isForLists && (source !== undefined || !site.flavor.needsFrontMatter));
  return [...used, ...rest.map((entry): Candidate => ({ key: entry.key, use: undefined, known: entry, meaning: entry.meaning }))];
}

function formFor(shape: KeyShape, site: Site): KeyForm {
  const { list } = useOf(site);
  return shape === 'list' && list ? list : { shape, quote: '', indent: undefined };
}

function piecesOf(key: string, { shape, quote, indent }: KeyForm, format: Format, post: Post, site: Site, isSeparated: boolean): readonly Piece[] {
  const name = format === 'json' ? JSON.stringify(key) : /^[\w-]+$/.test(key) || format === 'yaml' ? key : JSON.stringify(key);
  const sign = format === 'toml' ? ' = ' : ': ';
  const mark = format === 'yaml' ? quote : quote === "'" && format === 'toml' ? "'" : '"';
  const nl = lineEnding(post.text);
  const end = isSeparated ? [','] : [];
  switch (shape) {
    case 'switch': return [name + sign, { choices: ['true', 'false'] }, ...end];
    case 'number': case 'empty': return [name + sign, { here: '' }, ...end];
    case 'date': return [name + sign, { here: dateTexts(key, format, post, site)[0]?.text ?? '' }, ...end];
    case 'list': return format === 'yaml' && indent !== undefined ? [`${name}:${nl}${indent}- ${mark}`, { here: '' }, mark] : [`${name}${sign}[${mark}`, { here: '' }, `${mark}]`, ...end];
    case 'map': return format === 'yaml' ? [`${name}:${nl}  `, { here: '' }] : [`${name}${sign}{ `, { here: '' }, ' }', ...end];
    case 'text': return [name + sign + mark, { here: '' }, mark, ...end];
  }
}

function commaAbove(fields: readonly Field[], start: number, text: string): readonly Edit[] {
  const before = fields.filter(({ span }) => span.end <= start).at(-1);
  if (!before || !/^\s*$/.test(text.slice(before.span.end, start))) return [];
  return [{ start: before.span.end, end: before.span.end, text: ',' }];
}
