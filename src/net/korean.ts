// EUC-KR as the Encoding Standard has it (https://encoding.spec.whatwg.org/#euc-kr), with all 11,172 syllables. ICU's, and so
// Node's TextDecoder, has the 2,350 of KS X 1001 alone and gives up at a 뷁.

const SYLLABLES = { first: 0xac00, last: 0xd7a3 };

/** Pairs of bytes to letters, made when Korean is first met: one table a program. */
const table = lazy(() => {
  const known = new Map<number, string>();
  const plain = new TextDecoder('euc-kr');
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const letter = plain.decode(Uint8Array.of(lead, trail));
      if (letter !== '' && !letter.includes('\ufffd')) known.set(lead * 256 + trail, letter);
    }
  }
  // the others fill what the set left free, in the order of Unicode
  const taken = new Set(known.values());
  let syllable = SYLLABLES.first;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead < 0xa1 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (taken.has(String.fromCharCode(syllable))) syllable++;
      if (syllable > SYLLABLES.last) return known;
      known.set(lead * 256 + trail, String.fromCharCode(syllable++));
    }
  }
  return known;
});

/** Undefined where the bytes are no Korean; a lead byte at the end counts as cut off. */
export function korean(bytes: Uint8Array): string | undefined {
  const letters = table();
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) parts.push(String.fromCharCode(byte));
    else if (at + 1 === bytes.length) break;
    else {
      const letter = letters.get(byte * 256 + bytes[++at]!);
      if (letter === undefined) return undefined;
      parts.push(letter);
    }
  }
  return parts.join('');
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
