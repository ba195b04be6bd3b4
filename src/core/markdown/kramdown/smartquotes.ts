// Quotation marks by the rules of SmartyPants, as kramdown has them: the first that matches where the parser stands, which
// is at the quote or one character before it.
import { addText, type SpanState } from './spans';

const isQuote = (char: string | undefined): char is string => char === '"' || char === "'";
const isWord = (text: string, pos: number): boolean => pos < text.length && /^[\p{L}\p{M}\p{N}\p{Pc}]/u.test(text.slice(pos, pos + 2));
const isSpace = (char: string | undefined): boolean => char !== undefined && /[ \t\r\n\f\v]/.test(char);
const isAsciiWord = (char: string | undefined): boolean => char !== undefined && /\w/.test(char);
const isPunctuation = (char: string | undefined): boolean => char !== undefined && /[!-/:-@[-`{-~]/.test(char);

export function smartQuote(state: SpanState): boolean {
  const { text, pos } = state;
  const first = text[pos]!;
  const second = text[pos + 1];
  const isHere = isQuote(first);
  if (!isHere && (first === '\\' || !isQuote(second))) return false;

  if (isHere) {
    if (/^(?:__?|\*\*?|_\*|\*_)[^\t-\r ]/.test(text.slice(pos + 1, pos + 4))) return emit(state, '', [first, true]);
    const beforeDots = text.startsWith('..', pos + 2);
    if (isPunctuation(second) && !beforeDots && isWord(text, pos + 1) === isWord(text, pos + 2)) return emit(state, '', [first, false]);
  }
  const lead = isSpace(first) ? 1 : 0;
  const pair = text.slice(pos + lead, pos + lead + 2);
  if ((pair === `"'` || pair === `'"`) && isAsciiWord(text[pos + lead + 2])) return emit(state, text.slice(pos, pos + lead), [pair[0]!, true], [pair[1]!, true]);
  if (text[pos + lead] === "'" && /^\d\ds/.test(text.slice(pos + lead + 1, pos + lead + 4))) return emit(state, text.slice(pos, pos + lead), ["'", false]);
  if (lead && isQuote(second) && isAsciiWord(text[pos + 2])) return emit(state, first, [second, true]);
  if (isQuote(second) && !/[ \\\t\r\n[{(-]/.test(first)) return emit(state, first, [second, false]);
  if (isHere && (second === undefined || isSpace(second) || (second === 's' && !isWord(text, pos + 2)))) return emit(state, '', [first, false]);
  if (isQuote(second) && second === "'") return emit(state, first, ["'", true]);
  if (first === "'") return emit(state, '', ["'", true]);
  return isQuote(second) ? emit(state, first, [second, true]) : emit(state, '', [first, true]);
}

function emit(state: SpanState, before: string, ...quotes: readonly (readonly [quote: string, isOpening: boolean])[]): true {
  const [openSingle, closeSingle, openDouble, closeDouble] = state.page.options.quotes;
  addText(state, before);
  for (const [quote, isOpening] of quotes) addText(state, quote === '"' ? (isOpening ? openDouble : closeDouble) : isOpening ? openSingle : closeSingle);
  state.pos += before.length + quotes.length;
  return true;
}
