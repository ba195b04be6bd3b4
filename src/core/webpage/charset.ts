// In which encoding a page is written: what it says of itself, and whether that can be true.

/** Decodes bytes by a label of the Encoding Standard; undefined where they do not fit, or where the label is none. What is cut off at the end does not count. */
export type Decode = (bytes: Uint8Array, label: string) => string | undefined;

/** Names that servers and pages use beside the labels of the standard. */
const ALIASES: Readonly<Record<string, string>> = { utf8: 'utf-8', cp949: 'euc-kr', ms949: 'euc-kr', 'x-windows-949': 'euc-kr', uhc: 'euc-kr', utf8mb4: 'utf-8', cp932: 'shift_jis', ms932: 'shift_jis', cp1252: 'windows-1252', cp936: 'gbk', cp950: 'big5' };

/** Pages say it in their first 1024 bytes; many that do not are read by browsers all the same. */
const SCANNED = 8192;

/**
 * The text of a page. The order is a browser's (https://encoding.spec.whatwg.org/#decode and
 * https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding): a byte order mark, the header, the page.
 * But where what is said cannot be, what fits counts: text of several bytes a letter that is valid UTF-8 is nothing else.
 * @param contentType the header, if there was one
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined, decode: Decode): string {
  const mark = markOf(bytes);
  if (mark) return decode(bytes, mark) ?? lossy(bytes);
  const said = [named(charsetIn(contentType)), asMeant(named(declaredIn(bytes)))].flatMap(label => label ?? []);
  const isUnicode = decode(bytes, 'utf-8');
  if (isUnicode !== undefined && (said[0] === undefined || said[0] === 'utf-8' || has(bytes, said[0]))) return isUnicode;
  for (const label of [...said, 'euc-kr', 'windows-1252']) {
    const text = decode(bytes, label);
    if (text !== undefined) return text;
  }
  return lossy(bytes);
}

/** Whether letters beside ASCII tell UTF-8 from the encoding that is claimed: of two-byte sets only a letter of three bytes does. */
function has(bytes: Uint8Array, claimed: string): boolean {
  const isOfTwoBytes = /^(?:euc-|ks|korean|shift|sjis|gb|big5|iso-ir-149|windows-949)/.test(claimed);
  for (const byte of bytes) if (byte >= (isOfTwoBytes ? 0xe0 : 0x80)) return true;
  return false;
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

export const charsetIn = (contentType: string | undefined): string | undefined => /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;]+))/i.exec(contentType ?? '')?.slice(1).find(Boolean)?.trim();

/** `<meta charset>`, `<meta http-equiv>` and `<?xml encoding?>`, none of them in a comment. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const start = asciiOf(bytes.subarray(0, SCANNED)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const [tag] of start.matchAll(/<meta[\s/](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    const own = /[\s/"']charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>/]+))/i.exec(tag.replace(/content\s*=\s*(?:"[^"]*"|'[^']*')/i, ''));
    if (own) return (own[1] ?? own[2] ?? own[3])!.trim();
    const old = /http-equiv\s*=\s*["']?content-type/i.test(tag) ? /charset\s*=\s*["']?([^\s"';>]+)/i.exec(tag) : null;
    if (old) return old[1]!;
  }
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1];
}

const named = (label: string | undefined): string | undefined => {
  const name = label?.toLowerCase();
  return name !== undefined && Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
};

/** A page that can say in ASCII that it is UTF-16 is not. */
const asMeant = (label: string | undefined): string | undefined => (label !== undefined && /^utf-?(?:8|16)/.test(label) ? 'utf-8' : label);

/** Byte by byte: enough to find tags. */
export function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Nothing fits: letters of ASCII are read, and all others are signs that nothing is known of. */
const lossy = (bytes: Uint8Array): string => asciiOf(bytes).replace(/[^\0-\x7f]+/g, '\ufffd');
