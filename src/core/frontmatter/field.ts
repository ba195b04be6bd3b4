// What front matter is made of: its formats, its fields with their places, and what can be wrong with it.
import type { Span } from '../span';

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
  /** Of one of TOML's tables: what is below its header. */
  readonly valueSpan: Span;
  /** What is in a map: `params`. */
  readonly fields: readonly Field[];
  /** Between braces, with commas that part; else every key of a map has a line of its own. */
  readonly isFlow: boolean;
}

export type FieldValue = string | boolean | number | readonly string[];

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

/** What a reader of a format hands over. */
export interface Read {
  readonly fields: readonly Field[];
  readonly errors: readonly FrontMatterError[];
}

/** A map as edits see it: the whole front matter, or one in it. */
export interface Table {
  readonly fields: readonly Field[];
  readonly isFlow: boolean;
  /** Where a key may be added when no other is there: between the braces, else at the end of its lines. */
  readonly end: number;
  /** In front of each key, where each has a line. */
  readonly indent: string;
}

/** By its name; case does not matter, as for Hugo. Of a key given twice the last counts. */
export function fieldNamed(fields: readonly Field[], key: string): Field | undefined {
  const wanted = key.toLowerCase();
  return fields.findLast(field => field.key.toLowerCase() === wanted);
}
