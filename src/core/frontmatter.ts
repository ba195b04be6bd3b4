// The only file that knows how front matter is written: where it begins and ends, YAML, TOML and JSON, and how to change
// one value of it and leave every other byte alone.
import matter from 'gray-matter';
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isAlias, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { parseYaml } from './data';
import { tomlSlip, yamlSlip } from './slips';
import { lineEnding, type Edit, type Span } from './span';

export type Format = 'yaml' | 'toml' | 'json';

/** What an engine takes for front matter. */
export interface FrontMatterStyle {
  readonly formats: readonly Format[];
  /** Hugo takes blank lines above the front matter; for Jekyll the file then has none. */
  readonly allowsBlankLinesAbove: boolean;
  /** `...` ends YAML front matter too (Jekyll's YAML_FRONT_MATTER_REGEXP). */
  readonly dotsClose: boolean;
  /** Hexo reads `key: value` lines up to a `---` without an opening one. */
  readonly allowsNoOpening: boolean;
}

export interface Field {
  readonly key: string;
  readonly value: unknown;
  /** The value as it is written, quotes included; for a YAML list over several lines, all of them. */
  readonly source: string;
  /** From the key to the end of the value. */
  readonly span: Span;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export type FrontMatterErrorCode =
  | 'unclosed' | 'unknown-language' | 'not-a-map' | 'duplicate-key' | 'other'
  /** Values: `a: b` in one, a quotation mark or bracket left open, a first letter that means something else, text behind the end. */
  | 'colon' | 'quote' | 'bracket' | 'bad-start' | 'text-after' | 'escape'
  /** Lines: indented by tabs or unevenly, without a blank behind `:` or `-`, neither key nor item. */
  | 'tab' | 'indent' | 'no-blank' | 'stray'
  /** TOML: text without quotes, `:` for `=`. */
  | 'unquoted' | 'equals';

export interface FrontMatterError {
  readonly code: FrontMatterErrorCode;
  readonly span: Span;
  /** The key, language or mark concerned, or the parser's own words (English) for `other`. */
  readonly detail: string;
}

export class FrontMatter {
  constructor(
    readonly format: Format,
    /** Both fences and the line ending after the closing one included. */
    readonly span: Span,
    /** What stands between the fences. */
    readonly content: Span,
    readonly fields: readonly Field[],
    readonly errors: readonly FrontMatterError[],
    private readonly text: string,
  ) {}

  /** By its name; case does not matter, as for Hugo. Of a key given twice the last counts. */
  field(key: string): Field | undefined {
    const wanted = key.toLowerCase();
    return this.fields.findLast(field => field.key.toLowerCase() === wanted);
  }

  /** True when the values cannot be trusted: a rule about a missing value would then speak of the wrong thing. */
  get isBroken(): boolean {
    return this.errors.some(error => error.code !== 'duplicate-key' || this.format === 'toml');
  }

  get isUnclosed(): boolean {
    return this.errors.some(({ code }) => code === 'unclosed');
  }

  /** Replaces one value, or adds the key below the last of `after` that is there, else at the end. */
  set(key: string, value: FieldValue, after: readonly string[] = []): Edit {
    const field = this.field(key);
    return field ? this.replace(field, writeScalar(this.format, field.key, value)) : this.add(writeField(this.format, key, value), after);
  }

  /** The same with a value as it is to be written, quotes included. */
  setWritten(key: string, written: string, after: readonly string[] = []): Edit {
    const field = this.field(key);
    return field ? this.replace(field, written) : this.add(assignment(this.format, key, written), after);
  }

  /** Takes a field and its line out; undefined where something else stands on the line, or nothing would be left. */
  remove(key: string): Edit | undefined {
    const field = this.field(key);
    if (!field || this.fields.length < 2) return undefined;
    if (this.format === 'json') {
      const at = this.fields.indexOf(field);
      const [before, behind] = [this.fields[at - 1], this.fields[at + 1]];
      const gap = before ? { start: before.span.end, end: field.span.end } : { start: field.span.start, end: behind!.span.start };
      const between = before ? this.text.slice(gap.start, field.span.start) : this.text.slice(field.span.end, gap.end);
      return /^\s*,\s*$/.test(between) ? { ...gap, text: '' } : undefined;
    }
    const { start, end } = lineSpan(this.text, field.span.start);
    if (this.text.slice(start, end).trim() !== this.text.slice(field.span.start, field.span.end)) return undefined;
    return { start, end: end + /^(?:\r\n?|\n)?/.exec(this.text.slice(end))![0].length, text: '' };
  }

  private add(written: string, after: readonly string[]): Edit {
    const nl = lineEnding(this.text);
    const line = this.indent() + written;
    const above = after.map(name => this.field(name)).filter(found => found !== undefined).sort((a, b) => a.span.end - b.span.end).at(-1);
    if (this.format === 'json') {
      const last = above ?? this.fields.at(-1);
      if (!last) return { start: this.content.start, end: this.content.start, text: `${nl}  ${line}${nl}` };
      return { start: last.span.end, end: last.span.end, text: `,${nl}  ${line}` };
    }
    if (above) {
      const end = lineSpan(this.text, above.span.end).end; // behind a comment that belongs to the line
      return { start: end, end, text: nl + line };
    }
    const end = this.format === 'toml' ? this.endOfTopLevel() : this.content.end;
    const isAtLineStart = end === this.content.start || /[\r\n]/.test(this.text[end - 1]!);
    return { start: end, end, text: isAtLineStart ? line + nl : nl + line };
  }

  private replace(field: Field, written: string): Edit {
    const { start, end } = field.valueSpan;
    if (this.format !== 'yaml') return { start, end, text: written };
    const between = this.text.slice(field.keySpan.end, start);
    // a list on the lines below gives way as a whole
    const colon = /^[ \t]*:(?=[ \t]*(?:\r\n?|\n)\s*$)/.exec(between)?.[0];
    if (colon !== undefined) return { start: field.keySpan.end + colon.length, end, text: ` ${written}` };
    return { start, end, text: (between.endsWith(':') ? ' ' : '') + written + (this.text[end] === '#' ? ' ' : '') };
  }

  /** YAML's keys stand in one column, whichever that is. */
  private indent(): string {
    const first = this.fields[0];
    return this.format === 'yaml' && first ? /^[ \t]*/.exec(this.text.slice(lineSpan(this.text, first.span.start).start))![0] : '';
  }

  /** TOML's keys below a [table] would belong to the table. */
  private endOfTopLevel(): number {
    const from = this.fields.at(-1)?.span.end ?? this.content.start;
    const table = /^[ \t]*\[/m.exec(this.text.slice(from, this.content.end));
    return table ? from + table.index : this.content.end;
  }
}

export type FieldValue = string | boolean | number | readonly string[];

/** `key: value` in the format's own way; a list is written on one line. */
export function writeField(format: Format, key: string, value: FieldValue): string {
  // YAML and TOML have dates of their own, and authors write them without quotes
  const isDate = /date/i.test(key) && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}.*)?$/.test(value);
  return assignment(format, key, isDate && format !== 'json' ? value : writeValue(format, value));
}

function assignment(format: Format, key: string, written: string): string {
  switch (format) {
    case 'yaml': return `${key}: ${written}`;
    case 'toml': return `${key} = ${written}`;
    case 'json': return `${JSON.stringify(key)}: ${written}`;
  }
}

/** A date is no text: YAML and TOML write it without quotes, and Jekyll reads it in another zone with them. */
function writeScalar(format: Format, key: string, value: FieldValue): string {
  const isDate = format !== 'json' && typeof value === 'string' && /date|created|updated|modified|lastmod|published/i.test(key)
    && /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?: ?[+-]\d{2}:?\d{2}|Z)?)?$/.test(value);
  return isDate ? value : writeValue(format, value);
}

export function writeValue(format: Format, value: FieldValue): string {
  if (typeof value === 'string') return format === 'yaml' && isPlainYaml(value) ? value : JSON.stringify(value);
  if (typeof value === 'object') return `[${value.map(item => writeValue(format, item)).join(', ')}]`;
  return String(value);
}

/** Whether YAML reads the text back as the same string without quotes (YAML 1.2, 7.3.3, and no other type). */
function isPlainYaml(value: string): boolean {
  if (value === '' || value !== value.trim() || /[\r\n\t]/.test(value)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) || /: |:$| #/.test(value)) return false;
  return !/^(true|false|yes|no|on|off|null|~|[-+.\d][\d.,:eE+\-TZ_ ]*|0[xo][\da-f]+|\.(inf|nan))$/i.test(value);
}

/** The front matter that the text begins with; undefined when it has none. */
export function parseFrontMatter(text: string, style: FrontMatterStyle): FrontMatter | undefined {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const blank = style.allowsBlankLinesAbove ? /^\s*?(?=\S)/.exec(text.slice(bom))?.[0].length ?? 0 : 0;
  const start = bom + blank;
  if (text[start] === '{') return style.formats.includes('json') ? parseJson(text, start) : undefined;
  const format = text.startsWith('+++', start) ? 'toml' : 'yaml';
  const fence = format === 'toml' ? '+++' : '---';
  if (!text.startsWith(fence, start)) return style.allowsNoOpening ? parseWithoutOpening(text, start) : undefined;
  if (!style.formats.includes(format)) return undefined;
  return parseFenced(text, start, format, fence, style);
}

// gray-matter splits; parsing is ours, with positions. It must be given engines of its own: it would
// run front matter in JavaScript. It must be given options: without them it answers from a cache.
const SPLIT = { parse: () => ({}) };
const SPLIT_ONLY = { yaml: SPLIT, toml: SPLIT, json: SPLIT, javascript: SPLIT, coffee: SPLIT };

/** @returns the language named after the opening fence (empty when none is) and what stands between the fences. */
function split(text: string, fence: string): { readonly language: string; readonly source: string } {
  const language = /^[^\r\n]*/.exec(text.slice(fence.length))![0].trim();
  try {
    return { language, source: matter(text, { delimiters: fence, engines: SPLIT_ONLY }).matter };
  } catch {
    return { language, source: '' }; // a language that it has no engine for
  }
}

function parseFenced(text: string, start: number, format: 'yaml' | 'toml', fence: string, style: FrontMatterStyle): FrontMatter | undefined {
  const { language, source } = split(text.slice(start), fence);
  const firstLine = /^[^\r\n]*/.exec(text.slice(start))![0];
  if (language !== '') return inUnknownLanguage(text, start, firstLine, language, source);
  const contentStart = start + firstLine.length + /^(\r\n?|\n)?/.exec(text.slice(start + firstLine.length))![0].length;
  const close = closingFence(text, contentStart, format, style);
  if (!close) return unclosed(text, start, format, fence, style);
  return parseContent(format, text, { start, end: close.end }, { start: contentStart, end: close.start }, []);
}

/** gray-matter ends at any line that begins with the fence; the engines want it alone on its line. */
function closingFence(text: string, from: number, format: 'yaml' | 'toml', style: FrontMatterStyle): Span | undefined {
  const pattern = format === 'toml' ? /^\+\+\+[ \t]*(?:\r\n?|\n|$)/gm : style.dotsClose ? /^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/gm : /^---[ \t]*(?:\r\n?|\n|$)/gm;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function inUnknownLanguage(text: string, start: number, firstLine: string, language: string, source: string): FrontMatter | undefined {
  if (!/^[a-z]+$/i.test(language)) return undefined; // `--- 제목 ---` and the like are text
  const contentStart = start + firstLine.length;
  const contentEnd = Math.min(contentStart + source.length, text.length);
  const rest = /^(?:\r?\n)?(?:---|\+\+\+)?[^\r\n]*(?:\r\n?|\n)?/.exec(text.slice(contentEnd))![0];
  return new FrontMatter('yaml', { start, end: contentEnd + rest.length }, { start: contentStart, end: contentEnd }, [],
    [{ code: 'unknown-language', span: { start, end: contentStart }, detail: language }], text);
}

/** An opening fence and no closing one: the fields are read up to the first line that cannot be front matter. */
function unclosed(text: string, start: number, format: 'yaml' | 'toml', fence: string, style: FrontMatterStyle): FrontMatter | undefined {
  const afterFence = start + /^[^\r\n]*(\r\n?|\n)?/.exec(text.slice(start))![0].length;
  const fields = /^(?:[ \t]*#[^\r\n]*(?:\r\n?|\n|$)|[\w-]+[ \t]*[:=][^\r\n]*(?:\r\n?|\n|$)|[ \t]+\S[^\r\n]*(?:\r\n?|\n|$)|- [^\r\n]*(?:\r\n?|\n|$))*/.exec(text.slice(afterFence))![0];
  // `---` above ordinary text is a rule, save for Hugo, whose build stops there
  if (!/^[\w-]+[ \t]*[:=]/m.test(fields) && !style.allowsBlankLinesAbove) return undefined;
  const end = afterFence + fields.length;
  return parseContent(format, text, { start, end }, { start: afterFence, end },
    [{ code: 'unclosed', span: { start, end: start + fence.length }, detail: fence }]);
}

/** hexo-front-matter's older form: everything up to the first line of hyphens. */
function parseWithoutOpening(text: string, start: number): FrontMatter | undefined {
  const found = /^[\w-]+[ \t]*:[^\r\n]*(?:\r\n?|\n)(?:[\w-]+[ \t]*:[^\r\n]*(?:\r\n?|\n)|[ \t]+\S[^\r\n]*(?:\r\n?|\n)|- [^\r\n]*(?:\r\n?|\n)|[ \t]*(?:\r\n?|\n))*(?=---[ \t]*(?:\r|\n|$))/.exec(text.slice(start));
  if (!found) return undefined;
  const contentEnd = start + found[0].length;
  const close = /^---[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(contentEnd))![0];
  return parseContent('yaml', text, { start, end: contentEnd + close.length }, { start, end: contentEnd }, []);
}

function parseContent(format: 'yaml' | 'toml', text: string, span: Span, content: Span, errors: FrontMatterError[]): FrontMatter {
  const read = format === 'yaml' ? readYaml(text, content) : readToml(text, content);
  return new FrontMatter(format, span, content, read.fields, [...errors, ...read.errors], text);
}

interface Read { readonly fields: readonly Field[]; readonly errors: readonly FrontMatterError[] }

function readYaml(text: string, content: Span): Read {
  const source = text.slice(content.start, content.end);
  const inside = (offset: number): number => content.start + Math.min(offset, source.length);
  const inText = ({ start, end }: Span): Span => ({ start: inside(start), end: inside(Math.max(start, end)) });
  const failed = (code: FrontMatterErrorCode, detail: string): Read =>
    ({ fields: [], errors: [{ code, span: inText({ start: 0, end: source.trimEnd().length }), detail }] });
  let document;
  try {
    document = parseYaml(source, { merge: true });
  } catch (error) {
    return failed('other', error instanceof Error ? error.message : String(error));
  }
  // one slip often gives several complaints; the first says it
  const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const errors = document.errors.filter(error => error === first || error.code === 'DUPLICATE_KEY').map((error): FrontMatterError => {
    const slip = yamlSlip(source, error);
    return { ...slip, span: inText(slip.span) };
  });
  const map = document.contents;
  if (map !== null && !isMap(map)) return errors.length ? { fields: [], errors } : failed('not-a-map', '');
  for (const { value } of (map?.items ?? []) as Pair[]) {
    if (first || !isAlias(value) || !value.range || source.includes(`&${value.source}`)) continue;
    const end = lineSpan(source, value.range[0]).end;
    errors.push({ code: 'bad-start', span: inText({ start: value.range[0], end }), detail: '*' });
  }
  return { fields: map ? yamlFields(map, source, content.start) : [], errors };
}

function yamlFields(map: YAMLMap, source: string, offset: number): Field[] {
  const fields: Field[] = [];
  for (const pair of map.items as Pair[]) {
    if (!isScalar(pair.key) || !pair.key.range) continue;
    const [keyStart, keyEnd] = pair.key.range;
    const range = (pair.value as { range?: [number, number, number] } | null)?.range;
    const colon = keyEnd + /^\s*:?/.exec(source.slice(keyEnd))![0].length;
    const isEmpty = !range || range[0] === range[1];
    const start = isEmpty ? Math.min(colon + (/^[ \t]/.test(source.slice(colon)) ? 1 : 0), source.length) : range[0];
    const end = isEmpty ? start : start + source.slice(range[0], range[1]).trimEnd().length;
    fields.push({
      key: String(pair.key.value), value: plain(pair.value), source: source.slice(start, end),
      span: { start: offset + keyStart, end: offset + end },
      keySpan: { start: offset + keyStart, end: offset + keyEnd },
      valueSpan: { start: offset + start, end: offset + end },
    });
  }
  return fields;
}

/** A node's value without resolving aliases, of which a hostile file can nest so many that they fill the memory. */
function plain(node: unknown): unknown {
  if (node === null || typeof node !== 'object') return node;
  if (isScalar(node)) return node.value;
  if (isMap(node)) return Object.fromEntries((node.items as Pair[]).map(pair => [String(plain(pair.key)), plain(pair.value)]));
  const items = (node as { items?: unknown[] }).items;
  return Array.isArray(items) ? items.map(plain) : undefined;
}

function lineSpan(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = /[\r\n]|$/.exec(text.slice(start))!.index;
  return { start, end: start + length };
}

function readToml(text: string, content: Span): Read {
  const source = text.slice(content.start, content.end);
  let data: Record<string, unknown> = {};
  const errors: FrontMatterError[] = [];
  try {
    data = parseToml(source);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const lines = source.split('\n');
    const at = lines.slice(0, error.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + Math.max(0, error.column - 1);
    const slip = tomlSlip(source, at, error.message.replace(/^Invalid TOML document: /, '').split('\n')[0]!);
    errors.push({ ...slip, span: { start: content.start + slip.span.start, end: content.start + Math.max(slip.span.start, slip.span.end) } });
  }
  return { fields: tomlFields(source, content.start, data), errors };
}

/** smol-toml gives no positions, so the top-level keys are found by their lines. */
function tomlFields(source: string, offset: number, data: Readonly<Record<string, unknown>>): Field[] {
  const fields: Field[] = [];
  const key = /^[ \t]*("[^"\r\n]*"|'[^'\r\n]*'|[\w-]+)[ \t]*=[ \t]*/my;
  let at = 0;
  while (at < source.length) {
    key.lastIndex = at;
    const found = key.exec(source);
    if (found) {
      const name = found[1]!.replace(/^["']|["']$/g, '');
      const start = key.lastIndex;
      const end = tomlValueEnd(source, start);
      const keyStart = at + found[0].indexOf(found[1]!);
      const value = data[name];
      fields.push({
        key: name, value: value instanceof TomlDate ? source.slice(start, end) : value, source: source.slice(start, end),
        span: { start: offset + keyStart, end: offset + end },
        keySpan: { start: offset + keyStart, end: offset + keyStart + found[1]!.length },
        valueSpan: { start: offset + start, end: offset + end },
      });
      at = end;
    } else if (/^[ \t]*\[/.test(source.slice(at, at + 80))) {
      break; // from the first table on, keys belong to tables
    }
    const next = /\r\n?|\n/.exec(source.slice(at));
    at = next ? at + next.index + next[0].length : source.length;
  }
  return fields;
}

function tomlValueEnd(source: string, start: number): number {
  let depth = 0;
  const piece = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|#[^\r\n]*|[[\]{}]|\r\n?|\n|[^"'#[\]{}\r\n]+|["']/y;
  let end = start;
  piece.lastIndex = start;
  for (let found = piece.exec(source); found; found = piece.exec(source)) {
    const [text] = found;
    if (/^[\r\n]/.test(text) && depth === 0) break;
    if (text === '[' || text === '{') depth++;
    else if (text === ']' || text === '}') depth--;
    if (!/^[#\s]/.test(text)) end = piece.lastIndex - (text.length - text.trimEnd().length);
  }
  return end;
}

/** Hugo: a file that begins with `{` has JSON front matter, up to the brace that closes it. */
function parseJson(text: string, start: number): FrontMatter | undefined {
  if (/^\{[{%<]/.test(text.slice(start))) return undefined; // a shortcode or Liquid
  const end = jsonEnd(text, start);
  const content = { start: start + 1, end: end === undefined ? text.length : end - 1 };
  const after = end === undefined ? text.length : end + /^[ \t]*(?:\r\n?|\n)?/.exec(text.slice(end))![0].length;
  if (end === undefined) {
    return new FrontMatter('json', { start, end: after }, content, [], [{ code: 'unclosed', span: { start, end: start + 1 }, detail: '{' }], text);
  }
  const source = text.slice(start, end);
  const errors: FrontMatterError[] = [];
  let document;
  try {
    document = parseYaml(source);
    JSON.parse(source);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(said)?.[1] ?? document?.errors[0]?.pos[0] ?? 0);
    const at = start + Math.min(position, source.length - 1);
    errors.push({ code: 'other', span: { start: at, end: at + 1 }, detail: said.replace(/,? (?:in JSON )?at position.*$|, "[\s\S]*$/, '') });
  }
  const fields = document && isMap(document.contents) ? yamlFields(document.contents, source, start) : [];
  for (const [index, field] of fields.entries()) {
    if (fields.findIndex(other => other.key === field.key) < index) errors.push({ code: 'duplicate-key', span: field.keySpan, detail: field.key });
  }
  return new FrontMatter('json', { start, end: after }, content, fields, errors, text);
}

function jsonEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const piece = /"(?:\\.|[^"\\])*"|[{}]|[^"{}]+|"/y;
  piece.lastIndex = start;
  for (let found = piece.exec(text); found; found = piece.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return piece.lastIndex;
  }
  return undefined;
}
