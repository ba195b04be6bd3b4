/** A stretch of text by UTF-16 offsets, end exclusive. Lines and columns are made of it only for people. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace what the span covers by `text`. An empty span inserts. */
export interface Edit extends Span {
  readonly text: string;
}

/** A place as people and editors count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The text with all edits made. Edits are given in any order, in offsets of the text before any of them.
 * @throws RangeError when two edits overlap: their result would depend on the order.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) throw new RangeError(`edits overlap at offset ${edit.start}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The index of the last of some rising numbers that is not above `limit`; 0 when all are. */
export function lastAtMost(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rising[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the lines of a text begin. A line ends at CR LF, LF or CR, as in CommonMark and in VS Code. */
export class Lines {
  readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (const ending of text.matchAll(/\r\n?|\n/g)) starts.push(ending.index + ending[0].length);
    this.starts = starts;
  }

  /** The line, counted from 0, that holds the offset. */
  lineAt(offset: number): number {
    return lastAtMost(this.starts, offset);
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line: line + 1, column: offset - this.starts[line]! + 1 };
  }

  /** Without its line ending; lines are counted from 0. */
  spanOf(line: number): Span {
    const start = this.starts[line] ?? this.text.length;
    const next = this.starts[line + 1] ?? this.text.length;
    const ending = /\r\n?$|\n$/.exec(this.text.slice(start, next));
    return { start, end: next - (ending ? ending[0].length : 0) };
  }
}

/** The line ending that a text uses, by its first one; LF when it has none. */
export function lineEnding(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
