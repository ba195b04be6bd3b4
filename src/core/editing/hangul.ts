// Hangul as it is typed: letter by letter, so that a syllable that is not finished yet already finds the word. While 도커 is
// typed, the input method shows 도, then 돜, then 도커.

/** Consonants at a syllable's end, as the ones that would begin the next: U+11A8 and following, Unicode 3.12. */
const FINALS = ['ᄀ', 'ᄁ', 'ᄀᄉ', 'ᄂ', 'ᄂᄌ', 'ᄂᄒ', 'ᄃ', 'ᄅ', 'ᄅᄀ', 'ᄅᄆ', 'ᄅᄇ', 'ᄅᄉ', 'ᄅᄐ', 'ᄅᄑ', 'ᄅᄒ', 'ᄆ', 'ᄇ', 'ᄇᄉ', 'ᄉ', 'ᄊ', 'ᄋ', 'ᄌ', 'ᄎ', 'ᄏ', 'ᄐ', 'ᄑ', 'ᄒ'];
/** Vowels that are typed as two. */
const VOWELS: Readonly<Record<string, string>> = { 'ᅪ': 'ᅩᅡ', 'ᅫ': 'ᅩᅢ', 'ᅬ': 'ᅩᅵ', 'ᅯ': 'ᅮᅥ', 'ᅰ': 'ᅮᅦ', 'ᅱ': 'ᅮᅵ', 'ᅴ': 'ᅳᅵ' };
/** Letters that stand alone, U+3131 and following: in the order of the code chart. */
const ALONE = ['ᄀ', 'ᄁ', 'ᄀᄉ', 'ᄂ', 'ᄂᄌ', 'ᄂᄒ', 'ᄃ', 'ᄄ', 'ᄅ', 'ᄅᄀ', 'ᄅᄆ', 'ᄅᄇ', 'ᄅᄉ', 'ᄅᄐ', 'ᄅᄑ', 'ᄅᄒ', 'ᄆ', 'ᄇ', 'ᄈ', 'ᄇᄉ', 'ᄉ', 'ᄊ', 'ᄋ', 'ᄌ', 'ᄍ', 'ᄎ', 'ᄏ', 'ᄐ', 'ᄑ', 'ᄒ'];

/** A text by which it can be found: case, normal form and unfinished syllables do not matter. */
export function searchText(text: string): string {
  const folded = text.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(folded)) return folded;
  return folded.normalize('NFD').replace(/[\u11a8-\u11c2]/g, final => FINALS[final.charCodeAt(0) - 0x11a8]!)
    .replace(/[\u3131-\u314e]/g, letter => ALONE[letter.charCodeAt(0) - 0x3131]!)
    .replace(/[\u314f-\u3163]/g, vowel => String.fromCharCode(vowel.charCodeAt(0) - 0x314f + 0x1161))
    .replace(/[\u116a-\u1174]/g, vowel => VOWELS[vowel] ?? vowel);
}
