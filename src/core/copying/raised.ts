// Raised and lowered text where a place has none: the characters that Unicode has for digits and signs.
// https://www.unicode.org/charts/PDF/U2070.pdf

const RAISED: Readonly<Record<string, string>> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹', '+': '⁺', '-': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ' };
const LOWERED: Readonly<Record<string, string>> = { 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉', '+': '₊', '-': '₋', '(': '₍', ')': '₎' };

const written = (text: string, signs: Readonly<Record<string, string>>): string | undefined => {
  const made = [...text].map(letter => signs[letter]);
  return made.includes(undefined) ? undefined : made.join('');
};

/** Undefined where a letter has no such form. */
export const raised = (text: string): string | undefined => written(text, RAISED);
export const lowered = (text: string): string | undefined => written(text, LOWERED);
