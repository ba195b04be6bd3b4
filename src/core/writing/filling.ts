// A template's text with its placeholders filled: in the body as Markdown, in front matter so that a value stays one value
// whatever is in it. What is no placeholder stays byte for byte.
import { writeValue, type Format } from '../frontmatter';
import { asText, kindOf, particleAfter, PLACEHOLDER, valueOf, type Givens } from './placeholders';

type Quote = (value: string, kind: 'text' | 'written' | 'lines') => string;

/** @param quote how a value is written there */
export function fill(text: string, givens: Givens, quote: Quote = value => value): string {
  let filled = '';
  let at = 0;
  for (const found of text.matchAll(PLACEHOLDER)) {
    const [whole, name = '', format] = found;
    const value = name === 'cursor' ? undefined : valueOf(name, format, givens);
    if (value === undefined) continue;
    filled += text.slice(at, found.index) + quote(value, kindOf(name)!);
    at = found.index + whole.length;
    const after = particleAfter(value, text.slice(at, at + 8));
    if (after) {
      filled += after.particle;
      at += after.length;
    }
  }
  return filled + text.slice(at);
}

export const fillBody = (text: string, givens: Givens): string => fill(text, givens, (value, kind) => (kind === 'text' ? asText(value) : value));

const CURSOR = '{{cursor}}';

/** Takes the marks of the cursor out. @returns where the first one stood; the end of the text where there is none */
export function takeCursor(text: string): { readonly text: string; readonly cursor: number } {
  const cursor = text.indexOf(CURSOR);
  return cursor < 0 ? { text, cursor: text.length } : { text: text.split(CURSOR).join(''), cursor };
}

/** Front matter without its fences. */
export function fillHead(content: string, format: Format, givens: Givens): string {
  return content.replace(/[^\r\n]+/g, line => (line.includes('{{') ? fillLine(line, format, givens) : line));
}

const KEYS: Readonly<Record<Format, RegExp>> = {
  yaml: /^\s*(?:-\s+)*(?:(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'#[\]{}][^:#]*):\s+|-\s+)?/,
  toml: /^\s*(?:(?:"[^"]*"|'[^']*'|[\w.-]+)\s*=\s*)?/,
  json: /^\s*(?:"(?:\\.|[^"\\])*"\s*:\s*)?/,
};

function fillLine(line: string, format: Format, givens: Givens): string {
  if (format !== 'json' && /^\s*#/.test(line)) return fill(line, givens, oneLine);
  const start = KEYS[format].exec(line)![0].length;
  const value = line.slice(start);
  const isWhole = format === 'yaml' && !/^(?:["'[]|\{(?!\{))/.test(value);
  return line.slice(0, start) + (isWhole ? plainYaml(value, givens) : pieces(value, format, givens));
}

/** Up to a comment, all of it is one value. */
function plainYaml(value: string, givens: Givens): string {
  const comment = /\s+#.*$|\s+$/.exec(value);
  const scalar = comment ? value.slice(0, comment.index) : value;
  return plain(scalar, 'yaml', givens, false) + (comment ? value.slice(comment.index) : '');
}

const PIECE = /"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|(?:\{\{[^{}]*\}\}|[^"',[\]{}\s])(?:\{\{[^{}]*\}\}|[^",[\]{}])*/g;

/** Strings and bare values between brackets and commas. */
function pieces(value: string, format: Format, givens: Givens): string {
  return value.replace(PIECE, piece => {
    if (!piece.includes('{{')) return piece;
    if (piece.startsWith('"')) return fill(piece, givens, quoted);
    if (piece.startsWith("'")) return singleQuoted(piece, format, givens);
    const text = piece.trimEnd();
    return plain(text, format, givens, true) + piece.slice(text.length);
  });
}

const oneLine: Quote = value => value.replace(/\s*[\r\n]+\s*/g, ' ');
const quoted: Quote = value => JSON.stringify(oneLine(value, 'text')).slice(1, -1);

function singleQuoted(piece: string, format: Format, givens: Givens): string {
  if (format === 'yaml') return fill(piece, givens, (value, kind) => oneLine(value, kind).replaceAll("'", "''"));
  const filled = fill(piece.slice(1, -1), givens, oneLine);
  // a literal string of TOML has no way to write its own mark
  return filled.includes("'") ? JSON.stringify(filled) : `'${filled}'`;
}

/** A date or a number stays what it is; text is quoted where it would be read as something else. */
function plain(text: string, format: Format, givens: Givens, isInList: boolean): string {
  if (!text.includes('{{')) return text;
  const filled = fill(text, givens, oneLine);
  if (filled === text) return text;
  const kinds = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => kindOf(name));
  const rest = text.replace(PLACEHOLDER, '');
  if (kinds.every(kind => kind === 'written') && /^[\d\s:TZ+./-]*$/.test(rest) && isBare(filled, format)) return filled;
  return isInList && format === 'yaml' && /[,[\]{}]/.test(filled) ? JSON.stringify(filled) : writeValue(format, filled);
}

/** What the format reads as a number or a date, and, in YAML, what has no letters. */
function isBare(value: string, format: Format): boolean {
  if (format === 'json') return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value);
  return format === 'toml' ? /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$|^(?:0|[1-9]\d*)$/.test(value) : /^["']?[\d\s:TZ+./-]+["']?$/.test(value);
}
