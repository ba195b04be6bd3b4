// How wide text stands in letters of one width: Hangul and Han are two of Latin's. https://www.unicode.org/reports/tr11/
import { eastAsianWidth } from 'get-east-asian-width';

export function widthOf(text: string): number {
  let width = 0;
  // marks stand on the letter before them
  for (const letter of text) if (!/[\p{M}\u200d\ufe0f]/u.test(letter)) width += eastAsianWidth(letter.codePointAt(0)!);
  return width;
}

export function padded(text: string, width: number, align?: string): string {
  const room = Math.max(0, width - widthOf(text));
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(room - before);
}
