// A list in front matter that gains and loses items, in whichever of its forms a writer has it: on one line or on several, as a
// single text, empty or not there at all. Every other byte stays.
import { isScalar, isSeq, type Node } from 'yaml';
import { parseYaml } from './data';
import { writeValue, type Field, type Format, type FrontMatter } from './frontmatter';
import { lineEnding, type Edit, type Span } from './span';

export interface ListChange {
  readonly add?: string | undefined;
  /** Items that are told to go, whether they are there or not. */
  readonly remove?: readonly string[];
}

/** How a list that is not there yet is written: all on one line, or one item a line with these blanks in front of its hyphen. */
export type ListForm = 'flow' | { readonly indent: string };

/**
 * The edits that make the change; none where it is made already.
 * @param after keys below which a new list stands, as for `FrontMatter.set`
 * @returns undefined for a field that is no list of plain values: a map, an anchor, a list in a list
 */
export function changeList(text: string, head: FrontMatter, key: string, { add, remove = [] }: ListChange, form: ListForm, after: readonly string[] = []): readonly Edit[] | undefined {
  const field = head.field(key);
  const list = field && readList(text, field, head.format);
  if (field && !list) return undefined;
  const gone = list?.items.filter(({ value }) => value !== undefined && remove.includes(value)) ?? [];
  const isThere = list?.items.some(item => item.value === add && !gone.includes(item)) ?? false;
  const wanted = isThere ? undefined : add;
  if (!gone.length && wanted === undefined) return [];
  if (!list || !field || list.kind === 'empty') return wanted === undefined ? [] : [newList(text, head, key, wanted, form, after)];
  // what takes the place of another keeps its line, its comment and its quotes
  const first = wanted === undefined ? undefined : gone[0];
  const rest = first ? gone.slice(1) : gone;
  const changed = first && wanted !== undefined ? [{ ...first.span, text: written(wanted, first.source, head.format, list.kind === 'flow') }] : [];
  if (gone.length && gone.length === list.items.length && !first) return [withoutField(text, head, field, list)];
  return [...changed, ...removals(text, list, rest, head.format), ...(first || wanted === undefined ? [] : additions(text, list, wanted, head.format))];
}

/** The form of the first list among the fields. */
export function listFormOf(fields: readonly Pick<Field, 'value' | 'source'>[]): ListForm | undefined {
  const list = fields.find(({ value }) => Array.isArray(value) && value.length > 0);
  if (!list) return undefined;
  return list.source.startsWith('-') ? { indent: /[\r\n]([ \t]*)-/.exec(list.source)?.[1] ?? '  ' } : 'flow';
}

interface Item {
  /** Undefined for what is no single value. */
  readonly value: string | undefined;
  readonly source: string;
  readonly span: Span;
}

interface List {
  readonly kind: 'block' | 'flow' | 'single' | 'empty';
  readonly items: readonly Item[];
  /** Of a flow list with its brackets. */
  readonly span: Span;
}

function readList(text: string, { value, source, keySpan, valueSpan: span }: Field, format: Format): List | undefined {
  // what has an anchor stands in other places too
  if (format === 'yaml' && /^\s*:\s*[&!]/.test(text.slice(keySpan.end, span.start))) return undefined;
  if (value === null || value === '' || source === '') return { kind: 'empty', items: [], span };
  if (!Array.isArray(value)) {
    // brackets can be put around a single word
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value) && !/[\r\n]/.test(source) && !/^[*|>]/.test(source);
    return isPlain ? { kind: 'single', items: [{ value: String(value), source, span }], span } : undefined;
  }
  const items = format === 'toml' ? tomlItems(source, span.start) : yamlItems(text, source, span.start);
  if (!items) return undefined;
  return { kind: source.startsWith('[') ? 'flow' : 'block', items, span };
}

function yamlItems(text: string, source: string, start: number): readonly Item[] | undefined {
  // the first item of a list on several lines has its blanks in front
  const from = source.startsWith('-') ? lineStart(text, start) : start;
  if (text.slice(from, start).trim() !== '') return undefined;
  const whole = text.slice(from, start + source.length);
  const { contents, errors } = parseYaml(whole);
  if (errors.length || !isSeq(contents)) return undefined;
  return (contents.items as Node[]).map((node): Item => {
    const [at, end] = node.range!;
    const trimmed = at + whole.slice(at, end).trimEnd().length;
    const isPlain = isScalar(node) && node.value !== null && node.anchor === undefined && node.tag === undefined;
    return { value: isPlain ? String(node.value) : undefined, source: whole.slice(at, trimmed), span: { start: from + at, end: from + trimmed } };
  });
}

/** smol-toml gives no positions; the array was read without an error, so that its signs can be followed. */
function tomlItems(source: string, offset: number): readonly Item[] | undefined {
  const items: Item[] = [];
  const piece = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|#[^\r\n]*|[[\]{},]|\s+|[^"'#[\]{},\s]+/y;
  let depth = 0;
  let item: { start: number; end: number } | undefined;
  const close = (): void => {
    if (item) items.push(itemAt(source, item, offset));
    item = undefined;
  };
  for (let found = piece.exec(source); found; found = piece.exec(source)) {
    const [sign] = found;
    if (depth === 1 && (sign === ',' || sign === ']')) close();
    else if (depth > 0 && !/^[#\s]/.test(sign)) item = { start: item?.start ?? found.index, end: piece.lastIndex };
    if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
  }
  return depth === 0 ? items : undefined;
}

function itemAt(source: string, { start, end }: Span, offset: number): Item {
  const own = source.slice(start, end);
  const span = { start: offset + start, end: offset + end };
  if (/^'[^']*'$/.test(own)) return { value: own.slice(1, -1), source: own, span };
  try {
    // TOML's escapes are JSON's but for \U and \e, which nobody writes in an address
    return { value: /^"(?!"")/.test(own) ? String(JSON.parse(own)) : undefined, source: own, span };
  } catch {
    return { value: undefined, source: own, span };
  }
}

function newList(text: string, head: FrontMatter, key: string, item: string, form: ListForm, after: readonly string[]): Edit {
  if (head.format !== 'yaml' || form === 'flow') return head.setWritten(key, `[${written(item, '', head.format, true)}]`, after);
  const [first] = head.fields;
  const column = first ? text.slice(lineStart(text, first.span.start), first.span.start) : '';
  const edit = head.setWritten(key, `${lineEnding(text)}${column}${form.indent}- ${written(item, '', head.format, false)}`, after);
  // the value begins on the next line: nothing is left behind the colon
  return { ...edit, text: edit.text.replace(/[ \t]+(?=[\r\n])/, '') };
}

/** Its last item is gone, and the key with it where nothing else stands on its lines. */
function withoutField(text: string, head: FrontMatter, field: Field, { kind, items, span }: List): Edit {
  const start = lineStart(text, field.span.start);
  const end = lineEnd(text, span.end);
  const isOwnLines = kind === 'block' && head.fields.length > 1 && text.slice(start, end).split(/\r\n?|\n/).length === items.length + 1;
  if (isOwnLines) return { start, end: end + lineEnding(text.slice(end)).length, text: '' };
  return head.remove(field.key) ?? { ...span, text: '[]' };
}

function additions(text: string, { kind, items, span }: List, item: string, format: Format): readonly Edit[] {
  const last = items.at(-1);
  if (!last) return [{ start: span.start + 1, end: span.start + 1, text: written(item, '', format, true) }];
  const own = written(item, last.source, format, kind !== 'block');
  if (kind === 'single') {
    // a comma or bracket is a letter only outside of brackets
    const only = format === 'yaml' && /^[^"']/.test(last.source) && /[,[\]{}]/.test(last.source) ? JSON.stringify(last.value) : last.source;
    return [{ ...span, text: `[${only}, ${own}]` }];
  }
  const start = lineStart(text, last.span.start);
  const end = lineEnd(text, last.span.end); // behind a comment that belongs to the line
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  const nl = lineEnding(text);
  if (kind === 'block') return [{ start: end, end, text: nl + (/^[ \t]*-[ \t]+/.exec(text.slice(start))?.[0] ?? `${indent}- `) + own }];
  if (start + indent.length < last.span.start || end >= span.end) return [{ start: last.span.end, end: last.span.end, text: `, ${own}` }];
  // each on a line of its own
  if (/^[ \t]*,/.test(text.slice(last.span.end, end))) return [{ start: end, end, text: `${nl}${indent}${own},` }];
  if (end === last.span.end) return [{ start: end, end, text: `,${nl}${indent}${own}` }];
  return [{ start: last.span.end, end: last.span.end, text: ',' }, { start: end, end, text: nl + indent + own }];
}

function removals(text: string, { kind, items }: List, gone: readonly Item[], format: Format): readonly Edit[] {
  const lineOf = ({ span }: Item): Span => ({ start: lineStart(text, span.start), end: lineEnd(text, span.end) });
  const hasOwnLine = (item: Item): boolean => {
    const { start, end } = lineOf(item);
    return /^[ \t]*$/.test(text.slice(start, item.span.start)) && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(text.slice(item.span.end, end));
  };
  // a comma behind the last item is allowed outside of JSON
  if (kind === 'block' || (format !== 'json' && gone.every(hasOwnLine))) return gone.map(lineOf).map(({ start, end }) => ({ start, end: end + lineEnding(text.slice(end)).length, text: '' }));
  // with the comma that parts it from its neighbour
  return gone.map(item => {
    const at = items.indexOf(item);
    const isFirst = items.slice(0, at).every(other => gone.includes(other));
    return isFirst ? { start: item.span.start, end: items[at + 1]!.span.start, text: '' } : { start: items[at - 1]!.span.end, end: item.span.end, text: '' };
  });
}

/** With the quotation marks of another item. */
function written(item: string, like: string, format: Format, isFlow: boolean): string {
  if (like.startsWith("'") && !item.includes("'") && format !== 'json') return `'${item}'`;
  if (like.startsWith('"') || (isFlow && /[,[\]{}]/.test(item))) return JSON.stringify(item);
  return writeValue(format, item);
}

const lineStart = (text: string, offset: number): number => Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
const lineEnd = (text: string, offset: number): number => offset + /[\r\n]|$/.exec(text.slice(offset))!.index;
