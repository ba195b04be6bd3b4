// Whether marks of emphasis, put where an author wanted them, would be marks to CommonMark.
// https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run

/** @param left @param right the signs outside, empty at the ends of the text @param first @param last those inside */
export function flanks(left: string, first: string, last: string, right: string): boolean {
  return !isBlank(first) && !isBlank(last) && (!isMark(first) || isBlank(left) || isMark(left)) && (!isMark(last) || isBlank(right) || isMark(right));
}

const isBlank = (sign: string): boolean => sign === '' || /^\s/u.test(sign);
const isMark = (sign: string): boolean => /^[\p{P}\p{S}]/u.test(sign);
