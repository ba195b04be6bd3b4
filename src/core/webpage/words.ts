// Text of other people's pages in one clean line.

/** What is not seen, or turns the direction of what follows. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\ufff9-\ufffb]/g;

/** One line, NFC, no longer than `longest` letters; `…` stands for the rest. Empty for text that could not be read. */
export function oneLine(text: string, longest = 300): string {
  // some sites write entities twice; a numeric one is never meant as text
  const once = text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
  const line = once.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replace(UNSEEN, letter => (letter === '\u200d' || letter === '\u200c' ? letter : '')).trim().normalize('NFC');
  if (line.includes('\ufffd')) return '';
  const letters = [...line];
  return letters.length <= longest ? line : `${letters.slice(0, longest - 1).join('').trimEnd()}…`;
}

/** Letters and digits alone, to compare names. */
export const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Between a page's title and its site's name. */
const BETWEEN = String.raw`\s*(?:[|｜•·»«:]{1,2}|\s[-–—]|[-–—]\s)\s*`;
const LAST = new RegExp(`^(.+)${BETWEEN}(.+?)$`, 'su');
const FIRST = new RegExp(`^(.+?)${BETWEEN}(.+)$`, 'su');

/** The title without the name of its site behind or before it, where that is what stands there. */
export function withoutSite(title: string, siteName: string | undefined): string {
  const name = bare(siteName ?? '');
  if (name === '') return title;
  const [, before, last] = LAST.exec(title) ?? [];
  if (last !== undefined && bare(last) === name && bare(before!)) return before!.replace(/[\s|｜•·»«:]+$/, '');
  const [, first, after] = FIRST.exec(title) ?? [];
  return first !== undefined && bare(first) === name && bare(after!) ? after!.trim() : title;
}
