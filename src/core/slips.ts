// What a parser complains of and what the writer did are two things: a quotation mark left open on the first line is noticed on
// the last. Here a complaint about YAML or TOML becomes the slip behind it and its place.
import type { FrontMatterErrorCode } from './frontmatter';
import type { Span } from './span';

export interface Slip {
  readonly code: FrontMatterErrorCode;
  /** In offsets of the front matter's content. */
  readonly span: Span;
  readonly detail: string;
}

export interface Complaint {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

interface Line extends Span { readonly text: string }

function lineAt(source: string, offset: number): Line {
  const at = Math.min(offset, source.length);
  const start = Math.max(source.lastIndexOf('\n', at - 1), source.lastIndexOf('\r', at - 1)) + 1;
  const end = start + /[\r\n]|$/.exec(source.slice(start))!.index;
  return { start, end, text: source.slice(start, end) };
}

function nextLine(source: string, line: Line): Line | undefined {
  const ending = /^(?:\r\n?|\n)/.exec(source.slice(line.end, line.end + 2))?.[0];
  return ending === undefined || line.end + ending.length >= source.length ? undefined : lineAt(source, line.end + ending.length);
}

/** From the first letter to the last that is no blank. */
function trimmed({ text, start }: Line): Span {
  const inner = text.trim();
  const from = start + text.indexOf(inner);
  return { start: from, end: from + inner.length };
}

/** What stands behind `key: ` or `- ` up to the line's end. */
function valueOf(line: Line): Span | undefined {
  const found = /^[ \t]*(?:(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#:-][^:#]*?)[ \t]*:(?=\s)|(?:-(?= ))+)[ \t]*(?=\S)/.exec(line.text);
  return found ? { start: line.start + found[0].length, end: line.start + line.text.trimEnd().length } : undefined;
}

const KEY_LINE = /^[ \t]*(?:- +)?[\w가-힣-]+[ \t]*:(?:\s|$)|^[ \t]*- /;

/** A value whose quotation mark is still open when its line ends, though the next line is one of its own. */
function openQuote(source: string, before: number): Slip | undefined {
  for (let line: Line | undefined = lineAt(source, 0); line && line.start <= before; line = nextLine(source, line)) {
    const value = valueOf(line);
    if (!value || !/^(?:"(?:\\.|[^"\\])*|'(?:''|[^'])*)$/.test(source.slice(value.start, value.end))) continue;
    const next = nextLine(source, line);
    if (!next || KEY_LINE.test(next.text) || next.text.trim() === '') return { code: 'quote', span: value, detail: source[value.start]! };
  }
  return undefined;
}

/** `key:value` and `-item`: YAML wants a blank. */
function missingBlank({ text, start }: Line): Slip | undefined {
  const item = /^[ \t]*-(?=[^\s-])/.exec(text);
  if (item) return { code: 'no-blank', span: { start: start + item[0].length - 1, end: start + item[0].length }, detail: '-' };
  const key = /^[ \t]*[\w-]+:(?=[^\s:/])/.exec(text);
  return key ? { code: 'no-blank', span: { start: start + key[0].length - 1, end: start + key[0].length }, detail: ':' } : undefined;
}

export function yamlSlip(source: string, { code, pos: [from, to], message }: Complaint): Slip {
  const line = lineAt(source, from);
  const value = valueOf(line);
  const written = value ? source.slice(value.start, value.end) : '';
  const first = written.charAt(0);
  const asIs: Slip = { code: 'other', span: { start: from, end: Math.max(to, Math.min(from + 1, source.length)) }, detail: message };
  const badStart: Slip | undefined = value && /^[@`%*&!|>?,-]/.test(written) ? { code: 'bad-start', span: value, detail: first } : undefined;
  switch (code) {
    case 'TAB_AS_INDENT': {
      const indent = /^[ \t]*/.exec(line.text)![0];
      return { code: 'tab', span: { start: line.start, end: line.start + Math.max(indent.length, 1) }, detail: '' };
    }
    case 'DUPLICATE_KEY': {
      const key = /^(?:"[^"]*"|'[^']*'|[^:\r\n]*[^:\s])/.exec(source.slice(from))?.[0] ?? '';
      return { code: 'duplicate-key', span: { start: from, end: from + key.length }, detail: key.replace(/^["']|["']$/g, '') };
    }
    case 'BAD_SCALAR_START':
      return badStart ?? asIs;
    case 'BLOCK_AS_IMPLICIT_KEY': {
      if (badStart) return badStart;
      const rest = source.slice(from, line.start + line.text.trimEnd().length);
      if (/:(?:\s|$)/.test(rest)) return { code: 'colon', span: { start: from, end: from + rest.length }, detail: '' };
      const below = nextLine(source, line);
      return below ? missingBlank(below) ?? { code: 'indent', span: trimmed(below), detail: '' } : asIs;
    }
    case 'BAD_DQ_ESCAPE':
      return { code: 'escape', span: { start: from, end: from + 2 }, detail: source.slice(from, from + 2) };
    case 'MISSING_CHAR':
      if (/quote/.test(message)) return openQuote(source, from) ?? asIs;
  }
  const quote = openQuote(source, from);
  if (quote) return quote;
  const blank = missingBlank(line);
  if (blank) return blank;
  if (code === 'BAD_INDENT' && /^Flow/.test(message)) {
    const bracket = source.slice(0, from).search(/[[{][^\]}]*$/);
    if (bracket >= 0) return { code: 'bracket', span: { start: bracket, end: bracket + 1 }, detail: source[bracket]! };
  }
  if (code === 'BAD_INDENT') return { code: 'indent', span: trimmed(line), detail: '' };
  if (badStart) return badStart;
  if (value && /^["'[{]/.test(first) && from > value.start) return { code: 'text-after', span: value, detail: '' };
  if (/^(?:MULTILINE_IMPLICIT_KEY|MISSING_CHAR)$/.test(code)) return { code: 'stray', span: trimmed(line), detail: '' };
  // the first line was indented, so that the one below looks like the end of everything
  if (code === 'UNEXPECTED_TOKEN' && /^[ \t]+\S/.test(source) && KEY_LINE.test(line.text)) return { code: 'indent', span: trimmed(lineAt(source, 0)), detail: '' };
  return asIs;
}

/** @param at where the parser stopped; `detail` in its own words. */
export function tomlSlip(source: string, at: number, detail: string): Slip {
  const line = lineAt(source, at);
  const key = /^\s*("[^"]*"|'[^']*'|[\w-]+)[ \t]*/.exec(line.text);
  const sign = key ? line.start + key[0].length : line.start;
  if (/redefine/.test(detail) && key) {
    return { code: 'duplicate-key', span: { start: sign - key[0].trimStart().length, end: sign - (key[0].length - key[0].trimEnd().length) }, detail: key[1]!.replace(/^["']|["']$/g, '') };
  }
  if (key && source[sign] === ':') return { code: 'equals', span: { start: sign, end: sign + 1 }, detail: ':' };
  const start = source[sign] === '=' ? sign + 1 + /^[ \t]*/.exec(source.slice(sign + 1))![0].length : undefined;
  const value = start === undefined ? undefined : { start, end: Math.max(start, line.start + line.text.trimEnd().length) };
  if (value && value.end > value.start) {
    const written = source.slice(value.start, value.end);
    if (/^(["'])(?!\1\1)/.test(written) && /control characters|unfinished|unterminated|end of string/i.test(detail)) return { code: 'quote', span: value, detail: written[0]! };
    if (/end-of-line/.test(detail) && /^["']/.test(written)) return { code: 'text-after', span: value, detail: '' };
    if (/escape/.test(detail)) return { code: 'escape', span: { start: source.lastIndexOf('\\', at), end: source.lastIndexOf('\\', at) + 2 }, detail: source.slice(source.lastIndexOf('\\', at)).slice(0, 2) };
    if (/^[^\s"'[{\d+.-]/.test(written) && at >= value.start) return { code: 'unquoted', span: value, detail: '' };
  }
  const from = Math.min(at, source.length);
  return { code: 'other', span: { start: from, end: Math.max(from, line.end) }, detail };
}
