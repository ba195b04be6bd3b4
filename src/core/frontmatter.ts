// The only file that knows how front matter is written: where it begins and ends, YAML, TOML and JSON, and how to change
// one value of it and leave every other byte alone.
import matter from 'gray-matter';
import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isMap, isScalar, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml';
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
  | 'unclosed' | 'unknown-language' | 'tab' | 'duplicate-key' | 'colon' | 'quote' | 'bad-start' | 'not-a-map' | 'other';

export interface FrontMatterError {
  readonly code: FrontMatterErrorCode;
  readonly span: Span;
  /** The key or language concerned, or the parser's own words (English) for `other`. */
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
    return this.errors.some(error => error.code !== 'duplicate-key');
  }

  /** Replaces one value, or adds the key below the last of `after` that is there, else at the end. */
  set(key: string, value: FieldValue, after: readonly string[] = []): Edit {
    const field = this.field(key);
    const nl = lineEnding(this.text);
    if (field) return { ...field.valueSpan, text: writeValue(this.format, value) };
    const line = writeField(this.format, key, value);
    const above = after.map(name => this.field(name)).filter(found => found !== undefined).sort((a, b) => a.span.end - b.span.end).at(-1);
    if (this.format === 'json') {
      const last = above ?? this.fields.at(-1);
      if (!last) return { start: this.content.start, end: this.content.start, text: `${nl}  ${line}${nl}` };
      return { start: last.span.end, end: last.span.end, text: `,${nl}  ${line}` };
    }
    if (above) return { start: above.span.end, end: above.span.end, text: nl + line };
    // TOML keys after a [table] would belong to the table
    const end = this.format === 'toml' ? this.endOfTopLevel() : this.content.end;
    return { start: end, end, text: line + nl };
  }

  private endOfTopLevel(): number {
    const table = /^\s*\[/m.exec(this.text.slice(this.content.start, this.content.end));
    return table ? this.content.start + table.index : this.content.end;
  }
}

export type FieldValue = string | boolean | number | readonly string[];

/** `key: value` in the format's own way; a list is written on one line. */
export function writeField(format: Format, key: string, value: FieldValue): string {
  // YAML and TOML have dates of their own, and authors write them without quotes
  const isDate = /date/i.test(key) && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}.*)?$/.test(value);
  switch (format) {
    case 'yaml': return `${key}: ${isDate ? value : writeValue(format, value)}`;
    case 'toml': return `${key} = ${isDate ? value : writeValue(format, value)}`;
    case 'json': return `${JSON.stringify(key)}: ${writeValue(format, value)}`;
  }
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

// gray-matter splits and tells the language; parsing is ours, with positions. It must be given engines of its own: it would
// run front matter in JavaScript. It must be given options: without them it answers from a cache.
const SPLIT = { parse: () => ({}) };
const SPLIT_ONLY = { yaml: SPLIT, toml: SPLIT, json: SPLIT, javascript: SPLIT, coffee: SPLIT };

/** @returns the language named after the opening fence (empty when none is) and what stands between the fences. */
function split(text: string, fence: string): { readonly language: string; readonly source: string } {
  const language = /^[^\r\n]*/.exec(text.slice(fence.length))![0].trim();
  try {
    const file = matter(text, { delimiters: fence, engines: SPLIT_ONLY });
    return { language: language === '' ? '' : file.language, source: file.matter };
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
  const contentEnd = contentStart + source.length;
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

const YAML_ERRORS: Readonly<Record<string, FrontMatterErrorCode>> = {
  TAB_AS_INDENT: 'tab', DUPLICATE_KEY: 'duplicate-key', BLOCK_AS_IMPLICIT_KEY: 'colon', BAD_SCALAR_START: 'bad-start', MISSING_CHAR: 'quote',
};

function readYaml(text: string, content: Span): Read {
  const source = text.slice(content.start, content.end);
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent', lineCounter: new LineCounter(), merge: true });
  const at = (start: number, end: number): Span => ({ start: content.start + start, end: content.start + Math.max(start, end) });
  const errors = document.errors.map((error): FrontMatterError => {
    const code = YAML_ERRORS[error.code] ?? 'other';
    const [from, to] = error.pos;
    const line = lineSpan(source, Math.min(from, Math.max(0, source.length - 1)));
    const key = /^\s*([\w-]+)\s*:/.exec(source.slice(line.start, line.end))?.[1] ?? '';
    // a missing quote is noticed at the end of the file: the line where the text began is the one to mend
    return { code, span: at(from, Math.min(Math.max(to, from + 1), source.length)), detail: code === 'other' ? error.message : key };
  });
  const map = document.contents;
  if (map !== null && !isMap(map)) {
    if (!errors.length) errors.push({ code: 'not-a-map', span: at(0, source.trimEnd().length), detail: '' });
    return { fields: [], errors };
  }
  return { fields: map ? yamlFields(map, source, content.start) : [], errors: oneAPlace(errors) };
}

/** One slip often gives several complaints on the same line; the first says it. */
function oneAPlace(errors: readonly FrontMatterError[]): readonly FrontMatterError[] {
  const first = errors.find(error => error.code !== 'duplicate-key');
  return errors.filter(error => error === first || error.code === 'duplicate-key');
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
    let value: unknown;
    try {
      value = (pair.value as { toJS?: (doc: unknown) => unknown } | null)?.toJS?.({ schema: undefined, anchors: new Map() }) ?? plain(pair.value);
    } catch {
      value = plain(pair.value);
    }
    fields.push({
      key: String(pair.key.value), value, source: source.slice(start, end),
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
    const start = content.start + Math.min(at, source.length);
    const detail = error.message.replace(/^Invalid TOML document: /, '').split('\n')[0]!;
    const code = /redefine/.test(detail) ? 'duplicate-key' : 'other';
    errors.push({ code, span: { start, end: Math.max(start, content.start + lineSpan(source, at).end) }, detail: code === 'duplicate-key' ? /^\s*([\w-]+)/.exec(lines[error.line - 1] ?? '')?.[1] ?? '' : detail });
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
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  const errors: FrontMatterError[] = [];
  try {
    JSON.parse(source);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(said)?.[1] ?? document.errors[0]?.pos[0] ?? 0);
    const at = start + Math.min(position, source.length - 1);
    errors.push({ code: 'other', span: { start: at, end: at + 1 }, detail: said });
  }
  const fields = isMap(document.contents) ? yamlFields(document.contents, source, start) : [];
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
