// How a key comes, changes or goes, and every other byte stays.
import { lineEnding, type Edit, type Span } from '../span';
import { fieldNamed, type Field, type Format, type Table } from './field';
import { lineSpan, nextLine } from './lines';

/** @param written key and value; @param after keys below the last of which it goes, else it is the last */
export function adding(text: string, format: Format, table: Table, written: string, after: readonly string[]): Edit {
  const nl = lineEnding(text);
  const above = after.map(name => fieldNamed(table.fields, name)).filter(found => found !== undefined).sort((a, b) => a.span.end - b.span.end).at(-1);
  if (table.isFlow) return inBraces(text, format, table, written, above);
  const line = table.indent + written;
  const last = above ?? (table.end === table.fields.at(-1)?.span.end ? table.fields.at(-1) : undefined);
  if (last) {
    const end = lineEndBelow(text, last); // behind a comment that belongs to the line
    return { start: end, end, text: nl + line };
  }
  const { end } = table;
  const isAtLineStart = end === 0 || /[\r\n\uFEFF]/.test(text[end - 1]!);
  return { start: end, end, text: isAtLineStart ? line + nl : nl + line };
}

function inBraces(text: string, format: Format, { fields, end }: Table, written: string, above: Field | undefined): Edit {
  const nl = lineEnding(text);
  const last = above ?? fields.at(-1);
  if (!last) return { start: end, end, text: format === 'json' ? `${nl}  ${written}${nl}` : written };
  const { start } = lineSpan(text, last.span.start);
  const own = text.slice(start, last.span.start);
  // keys that have lines of their own are followed by another; so are those of JSON where nothing tells
  const isOwnLine = /^[ \t]*$/.test(own) || (format === 'json' && fields.length === 1 && own.trim() === '{');
  return { start: last.span.end, end: last.span.end, text: isOwnLine ? `,${nl}${own.trim() === '' ? own : '  '}${written}` : `, ${written}` };
}

/** `|+` has the blank lines below it in its text. */
const keepsBlankLines = (source: string): boolean => /^[|>]\d?\+/.test(source);

/** Of a field's last line. */
function lineEndBelow(text: string, { source, span }: Field): number {
  const { end } = lineSpan(text, span.end);
  return keepsBlankLines(source) ? end + /^(?:(?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n]))*/.exec(text.slice(end))![0].length : end;
}

export function replacing(text: string, format: Format, field: Field, written: string): Edit {
  const { start, end } = field.valueSpan;
  if (format !== 'yaml') return { start, end, text: written };
  const between = text.slice(field.keySpan.end, start);
  // a comment behind `>-` stays on the line
  const note = /^[|>][-+\d]*([ \t]+#[^\r\n]*)/.exec(field.source)?.[1] ?? '';
  // a list on the lines below gives way as a whole
  const colon = /^[ \t]*:(?=[ \t]*(?:\r\n?|\n)\s*$)/.exec(between)?.[0];
  if (colon !== undefined) return { start: field.keySpan.end + colon.length, end, text: ` ${written}` };
  return { start, end, text: (/[:,{]$/.test(between) ? ' ' : '') + written + note + (text[end] === '#' ? ' ' : '') };
}

export function removing(text: string, { fields, isFlow }: Table, key: string): Edit | undefined {
  const same = fields.filter(field => field.key.toLowerCase() === key.toLowerCase());
  const [field] = same;
  if (!field || same.length > 1 || fields.length < 2) return undefined;
  if (isFlow) return fromBraces(text, fields, field);
  const { start } = lineSpan(text, field.span.start);
  const { end } = lineSpan(text, field.span.end);
  if (text.slice(start, end).trim() !== text.slice(field.span.start, field.span.end)) return undefined;
  // comments between the lines of a list or map are nobody's to take away
  if (!/^[|>"']/.test(field.source) && /[\r\n][^\r\n]*(?:^|\s)#|^[ \t]*:[ \t]+#/.test(text.slice(field.keySpan.end, field.span.end))) return undefined;
  const next = nextLine(text, lineEndBelow(text, field));
  // what is below it would be text of the one above
  const above = fields[fields.indexOf(field) - 1]?.source ?? '';
  if (/^[|>]/.test(above) && (keepsBlankLines(above) ? /^[ \t\r\n]/ : /^[ \t]+\S/).test(text.slice(next))) return undefined;
  return { start, end: next, text: '' };
}

function fromBraces(text: string, fields: readonly Field[], field: Field): Edit | undefined {
  const at = fields.indexOf(field);
  const [before, behind] = [fields[at - 1], fields[at + 1]];
  const gap: Span = before ? { start: before.span.end, end: field.span.end } : { start: field.span.start, end: behind!.span.start };
  const between = before ? text.slice(gap.start, field.span.start) : text.slice(field.span.end, gap.end);
  return /^\s*,\s*$/.test(between) ? { ...gap, text: '' } : undefined;
}
