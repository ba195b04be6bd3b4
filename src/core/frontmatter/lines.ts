// The line around an offset; lines end at CR LF, LF or CR.
import type { Span } from '../span';

/** Without its ending. */
export function lineSpan(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = /[\r\n]|$/.exec(text.slice(start))!.index;
  return { start, end: start + length };
}

/** Behind the ending of the line that ends there. */
export const nextLine = (text: string, end: number): number => end + /^(?:\r\n?|\n)?/.exec(text.slice(end, end + 2))![0].length;
