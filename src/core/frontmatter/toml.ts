// TOML in front matter. smol-toml gives no positions, so keys and tables are found by their lines, and values by their signs.
import { parse, TomlDate, TomlError } from 'smol-toml';
import { get, isData } from '../data';
import { tomlSlip } from '../slips';
import type { Span } from '../span';
import type { Field, FrontMatterError, Read } from './field';

/** @param content what stands between the fences */
export function readToml(text: string, content: Span): Read {
  const source = text.slice(content.start, content.end);
  let data: Record<string, unknown> = {};
  const errors: FrontMatterError[] = [];
  try {
    data = parse(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = source.split('\n');
    const at = lines.slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + Math.max(0, error.column - 1);
    const slip = tomlSlip(source, at, error.message.replace(/^Invalid TOML document: /, '').split('\n')[0]!);
    errors.push({ ...slip, span: { start: content.start + slip.span.start, end: content.start + Math.max(slip.span.start, slip.span.end) } });
  }
  return { fields: tomlFields(source, content.start, data), errors };
}

interface Open {
  readonly path: readonly string[];
  readonly fields: Field[];
  readonly keySpan: Span;
  readonly start: number;
  end: number;
}

const HEADER = /^([ \t]*\[(\[?)[ \t]*)((?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w-]+))*)[ \t]*\]\]?/;
const KEY = /^[ \t]*("[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)[ \t]*=[ \t]*/my;

function tomlFields(source: string, offset: number, data: Readonly<Record<string, unknown>>): readonly Field[] {
  const top: Field[] = [];
  const tables: Open[] = [];
  const seen = new Set<string>();
  let table: Open | undefined;
  let at = 0;
  while (at < source.length) {
    KEY.lastIndex = at;
    const found = KEY.exec(source);
    const header = found ? undefined : HEADER.exec(/^[^\r\n]*/.exec(source.slice(at))![0]);
    if (found) {
      const end = tomlValueEnd(source, KEY.lastIndex);
      const keyStart = at + found[0].indexOf(found[1]!);
      const field = fieldAt(source, offset, { start: keyStart, end: keyStart + found[1]!.length }, { start: KEY.lastIndex, end }, table ? get(data, ...table.path) : data);
      (table?.fields ?? top).push(field);
      if (table) table.end = end;
      at = end;
    } else if (header) {
      const path = header[3]!.match(/"[^"]*"|'[^']*'|[\w-]+/g)!.map(unquoted);
      const start = at + header[0].length;
      const name = { start: at + header[1]!.length, end: at + header[1]!.length + header[3]!.length };
      table = { path, fields: [], keySpan: name, start, end: start };
      // of an array of tables, and of a table in one, the items have no keys to be found by
      const isItem = header[2] !== '' || tables.some(other => other.path.length < path.length && Array.isArray(get(data, ...other.path)) && other.path.every((key, index) => key === path[index]));
      if (!isItem || (path.length === 1 && !seen.has(path[0]!))) tables.push(table);
      seen.add(path[0]!);
      at = start;
    }
    const next = /\r\n?|\n/.exec(source.slice(at));
    at = next ? at + next.index + next[0].length : source.length;
  }
  return [...top, ...nested(tables, [], source, offset, data)];
}

/** `[params]` with `[params.social]` in it. */
function nested(tables: readonly Open[], above: readonly string[], source: string, offset: number, data: unknown): readonly Field[] {
  const depth = above.length + 1;
  return tables.filter(({ path }) => path.length === depth && above.every((key, index) => key === path[index])).map(table => {
    const value = get(data, ...table.path);
    const below = Array.isArray(value) ? [] : nested(tables, table.path, source, offset, data);
    const start = offset + table.start;
    const end = Math.max(offset + table.end, ...below.map(({ span }) => span.end));
    return {
      key: table.path.at(-1)!, value: plain(value), source: source.slice(table.start, end - offset).trimStart(),
      span: { start: offset + table.keySpan.start, end }, keySpan: { start: offset + table.keySpan.start, end: offset + table.keySpan.end }, valueSpan: { start, end },
      fields: Array.isArray(value) ? [] : [...table.fields, ...below], isFlow: false,
    };
  });
}

function fieldAt(source: string, offset: number, key: Span, written: Span, data: unknown): Field {
  const name = unquoted(source.slice(key.start, key.end));
  const value = get(data, name);
  const text = source.slice(written.start, written.end);
  return {
    key: name, value: value instanceof TomlDate ? text : plain(value), source: text,
    span: { start: offset + key.start, end: offset + written.end },
    keySpan: { start: offset + key.start, end: offset + key.end },
    valueSpan: { start: offset + written.start, end: offset + written.end },
    fields: text.startsWith('{') && isData(value) ? inline(source, offset, written, value) : [], isFlow: /^[[{]/.test(text),
  };
}

/** `{ image = "a.png", hidden = true }` */
function inline(source: string, offset: number, { start, end }: Span, data: unknown): readonly Field[] {
  const fields: Field[] = [];
  const key = /([{,]\s*)("[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)[ \t]*=[ \t]*/y;
  let at = start;
  while (at < end) {
    key.lastIndex = at;
    const found = key.exec(source);
    if (!found) break;
    const stop = Math.min(tomlValueEnd(source, key.lastIndex, true), end - 1);
    const name = { start: at + found[1]!.length, end: at + found[1]!.length + found[2]!.length };
    fields.push(fieldAt(source, offset, name, { start: key.lastIndex, end: stop }, data));
    at = stop + /^\s*/.exec(source.slice(stop, end))![0].length;
  }
  return fields;
}

const unquoted = (key: string): string => key.replace(/^["']|["']$/g, '');

/** Dates as text, at any depth. */
function plain(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  return isData(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) : value;
}

/** @param isInline between braces, where a comma ends it as well */
function tomlValueEnd(source: string, start: number, isInline = false): number {
  let depth = 0;
  const piece = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|#[^\r\n]*|[[\]{},]|\r\n?|\n|[^"'#[\]{},\r\n]+|["']/y;
  let end = start;
  piece.lastIndex = start;
  for (let found = piece.exec(source); found; found = piece.exec(source)) {
    const [text] = found;
    if (depth === 0 && (/^[\r\n]/.test(text) || (isInline && /^[,}]/.test(text)))) break;
    if (text === '[' || text === '{') depth++;
    else if (text === ']' || text === '}') depth--;
    if (!/^[#\s]/.test(text)) end = piece.lastIndex - (text.length - text.trimEnd().length);
  }
  return end;
}
