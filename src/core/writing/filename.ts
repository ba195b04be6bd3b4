/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Room for a date before it and an extension after it in the 255 bytes that file systems allow. */
const LONGEST = 200;

/**
 * A file name, without extension, for any title: Hangul stays (NFC), blanks become hyphens, Latin letters lower case; what a
 * file system, a shell or a URL could misread goes. Never empty, never a path.
 */
export function safeName(title: string, otherwise: string): string {
  const name = title.normalize('NFC').toLowerCase()
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s/\\|:·–—]+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}._+-]/gu, '')
    .replace(/\.{2,}/g, '.').replace(/-{2,}/g, '-').replace(/[-.]*-[-.]*/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  const short = withinBytes(name, LONGEST).replace(/[-._]+$/, '');
  if (short === '') return otherwise;
  return RESERVED.test(short.split('.')[0]!) ? `${short}-${otherwise}` : short;
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function withinBytes(text: string, bytes: number): string {
  let size = 0;
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size > bytes) break;
    result += character;
  }
  return result;
}
