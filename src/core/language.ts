// Messages are English sentences with {0}, {1} ... in the code; a table from each to its Korean counterpart stands in
// media/l10n. Hosts hand the table over, so that rules, templates and commands all speak the reader's language.

/** A sentence in the reader's language, its placeholders filled. */
export type Say = (message: string, ...args: readonly (string | number)[]) => string;

/** @param table sentences of another language by their English form, as VS Code's l10n bundles are; without one, English. */
export function speaker(table?: Readonly<Record<string, string>>): Say {
  return (message, ...args) => {
    const sentence = table?.[message] ?? message;
    const filled = sentence.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));
    return table ? chooseParticles(filled) : filled;
  };
}

// Whether the Korean reading of a digit ends in a consonant: 영 일 이 삼 사 오 육 칠 팔 구.
const DIGIT_HAS_FINAL = [true, true, false, true, false, false, true, true, true, false];
const DIGIT_ENDS_IN_L = [false, true, false, false, false, false, false, true, true, false];

/**
 * Korean particles depend on the last sound of the word before: 글이, 회고가. Where the word ends in Hangul or a digit, the
 * pair "이(가)" becomes the right one; elsewhere its reading is not known and the pair stays.
 */
export function chooseParticles(text: string): string {
  return text.replace(/([가-힣0-9])(["'”’」)\]]*)(이\(가\)|을\(를\)|은\(는\)|과\(와\)|\(이\)라는|\(으\)로)/g, (_, last: string, closing: string, pair: string) => {
    const { hasFinal, endsInL } = ending(last);
    const [withFinal, without] = PARTICLES[pair]!;
    const isRo = pair === '(으)로';
    return last + closing + (hasFinal && !(isRo && endsInL) ? withFinal : without);
  });
}

const PARTICLES: Readonly<Record<string, readonly [string, string]>> = {
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '은(는)': ['은', '는'],
  '과(와)': ['과', '와'],
  '(이)라는': ['이라는', '라는'],
  '(으)로': ['으로', '로'],
};

function ending(letter: string): { hasFinal: boolean; endsInL: boolean } {
  if (/\d/.test(letter)) return { hasFinal: DIGIT_HAS_FINAL[Number(letter)]!, endsInL: DIGIT_ENDS_IN_L[Number(letter)]! };
  const final = (letter.charCodeAt(0) - 0xac00) % 28; // a syllable block is (lead * 21 + vowel) * 28 + final, Unicode 3.12
  return { hasFinal: final !== 0, endsInL: final === 8 };
}
