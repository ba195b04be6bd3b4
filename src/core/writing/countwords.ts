// Words that count, as titles and names have them: months, seasons, halves, weekdays, ordinals, Roman numerals.

/** What a number or a word in a text is about. */
export type Told = 'year' | 'month' | 'day' | 'quarter' | 'half' | 'season' | 'week' | 'weekday' | 'number' | 'season-of-show' | 'time';

interface Row {
  readonly tells: Told;
  /** In the order in which they count, from 1. */
  readonly words: readonly string[];
  readonly before: string;
  readonly after: string;
  readonly isCased: boolean;
}

const list = (words: string): readonly string[] => words.split(' ');
const MONTHS = list('January February March April May June July August September October November December');
const DAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const TENS = ['', '열', '스물', '서른', '마흔', '쉰'];
const UNITS = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
/** 첫, 두, … 열한, … 스무, 스물한 */
const KOREAN_ORDINALS = Array.from({ length: 59 }, (_, index) => (index === 0 ? '첫' : index === 19 ? '스무' : TENS[Math.floor((index + 1) / 10)]! + UNITS[(index + 1) % 10]!));

const english = (tells: Told, words: readonly string[]): Row => ({ tells, words, before: '(?<![a-z])', after: '(?![a-z])', isCased: true });
const korean = (tells: Told, words: string, before: string, after: string): Row => ({ tells, words: list(words), before, after, isCased: false });

const ROWS: readonly Row[] = [
  english('month', MONTHS), english('month', MONTHS.map(name => name.slice(0, 3))),
  english('weekday', DAYS), english('weekday', DAYS.map(name => name.slice(0, 3))),
  english('season', list('spring summer autumn winter')), english('season', list('spring summer fall winter')),
  // a first half and a third quarter count what they stand before, all other ordinals the issues
  { ...english('half', list('first second')), after: '(?=[-_ ]+half(?![a-z]))' }, { ...english('quarter', list('first second third fourth')), after: '(?=[-_ ]+quarter(?![a-z]))' },
  english('number', list('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth')),
  korean('season', '봄 여름 가을 겨울', '', '(?=$|[\\P{L}]|호|편|에|의|을|은|이|과|와|맞이)'),
  korean('half', '상 하', '', '(?=반기)'), korean('half', '전 후', '', '(?=반기)'),
  korean('weekday', '월 화 수 목 금 토 일', '', '(?=요일)'), korean('weekday', '월 화 수 목 금 토 일', '(?<=\\()', '(?=\\))'),
  korean('week', '첫째 둘째 셋째 넷째 다섯째 여섯째', '', '(?=\\s*주)'), korean('week', '첫 두 세 네 다섯 여섯', '(?<=월\\s*)', '(?=\\s*번째\\s*주)'),
  { tells: 'number', words: KOREAN_ORDINALS, before: '(?<!\\p{L})', after: '(?=\\s*번째)', isCased: false },
];

const all = ROWS.map(({ words, before, after }) => `(${before}(?:${[...words].sort((a, b) => b.length - a.length).join('|')})${after})`).join('|');
const WORD = new RegExp(all, 'giu');
const ROMAN = /(?<![\p{L}\p{N}])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\p{L}\p{N}])/gu;

export interface CountWord {
  readonly start: number;
  readonly raw: string;
  readonly value: number;
  readonly tells: Told;
  /** May is a month's whole name and its short one: of which it is one, others have to tell. */
  readonly isOfSeveral: boolean;
  /** In the same language and case; undefined beyond the last word. */
  write(value: number): string | undefined;
}

export function countWords(text: string): readonly CountWord[] {
  const found: CountWord[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const rows = ROWS.filter((_, index) => match[index + 1] !== undefined);
    const row = rows[0]!;
    const isWord = (word: string): boolean => word.toLowerCase() === raw.toLowerCase();
    const value = row.words.findIndex(isWord) + 1;
    const isOfSeveral = ROWS.filter(({ tells, words }) => tells === row.tells && words.some(isWord)).length > 1;
    found.push({ start: match.index, raw, value, tells: row.tells, isOfSeveral, write: next => { const word = row.words[next - 1]; return word === undefined ? undefined : cased(word, raw); } });
  }
  for (const match of text.matchAll(ROMAN)) {
    if (match[0]) found.push({ start: match.index, raw: match[0], value: fromRoman(match[0]), tells: 'number', isOfSeveral: false, write: toRoman });
  }
  return found;
}

function cased(word: string, like: string): string {
  if (like === like.toLowerCase()) return word.toLowerCase();
  return like === like.toUpperCase() ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

const ROMAN_DIGITS: readonly (readonly [sign: string, value: number])[] = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]];

function toRoman(value: number): string | undefined {
  if (value < 1 || value > 39) return undefined;
  let [rest, text] = [value, ''];
  for (const [sign, worth] of ROMAN_DIGITS) while (rest >= worth) { text += sign; rest -= worth; }
  return text;
}

function fromRoman(text: string): number {
  let [rest, value] = [text, 0];
  for (const [sign, worth] of ROMAN_DIGITS) while (rest.startsWith(sign)) { value += worth; rest = rest.slice(sign.length); }
  return value;
}
