// A heading as it is written: its text, and the id that the writer gave it.
import type { Heading } from '../markdown/document';
import type { Post } from '../post';
import type { Span } from '../span';

export interface HeadingParts {
  /** Without its marks. */
  readonly text: Span;
  /** Of `{#id}` and the like; undefined where the engine makes the id. */
  readonly id: Span | undefined;
}

export function headingParts({ text: source }: Pick<Post, 'text'>, { span, id }: Pick<Heading, 'span' | 'id'>): HeadingParts {
  const written = source.slice(span.start, span.end);
  const marks = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*#{1,6}[ \t]*/.exec(written);
  const from = marks ? marks[0].length : /^[ \t>]*/.exec(written)![0].length;
  const isSetext = !marks || /\r|\n/.test(written);
  let to = isSetext ? written.search(/[ \t]*(?:\r\n?|\n)[ \t>]*(?:=+|-+)[ \t]*$/) : written.replace(/[ \t]+#+[ \t]*$/, '').trimEnd().length;
  if (to < from) to = Math.max(from, written.trimEnd().length);
  const own = id === undefined ? undefined : explicitId(written.slice(from, to), id);
  if (own) return { text: { start: span.start + from, end: span.start + from + own.textEnd }, id: { start: span.start + from + own.at, end: span.start + from + own.at + id!.length } };
  const below = id === undefined ? null : /^[ \t]*(?:\r\n?|\n)[ \t]*(\{:[^}\r\n]*#)([^\s.}]+)/.exec(source.slice(span.end, span.end + 300));
  const text = { start: span.start + from, end: span.start + to };
  if (!below || id === undefined || below[2] !== id) return { text, id: undefined };
  const end = span.end + below[0].length;
  return { text, id: { start: end - id.length, end } };
}

/** In the braces at the end of the heading's line. */
function explicitId(line: string, id: string): { readonly textEnd: number; readonly at: number } | undefined {
  const braces = /[ \t]*\{:?[^{}]*\}$/.exec(line);
  const at = braces ? line.indexOf(`#${id}`, braces.index) : -1;
  return braces && at >= 0 && /[\s}.]/.test(line[at + 1 + id.length] ?? ' ') ? { textEnd: braces.index, at: at + 1 } : undefined;
}
