// From highlight.js' scopes to the short class names of Pygments, which Chroma's and Rouge's style sheets know. highlight.js marks what
// stands out and leaves the rest; these two name everything, so the rest is read here word by word and sign by sign.
import { COMMON, LEXERS, type Lexer, type LexerFamily } from './lexers';
import { piecesOf, type Piece } from './scopes';

export interface Dressed {
  readonly text: string;
  /** Empty for what has no class. */
  readonly name: string;
}

/** @param language a name of `languageNamed` */
export function pygments(code: string, language: string, family: LexerFamily): readonly Dressed[] {
  const made = new Dresser(family);
  const pieces = piecesOf(code, language);
  for (const [index, piece] of pieces.entries()) made.add(piece, pieces[index + 1]?.text ?? '');
  return made.dressed;
}

/** With hyphens in names, and without. */
const WORDS = [true, false].map(hasHyphens => new RegExp(String.raw`\s+|\d[\w.]*(?:[eE][-+]?\d+)?%?|[\p{L}_$][\p{L}\p{N}_$${hasHyphens ? '-' : ''}]*[!?]?|(?:=>|->|::|\.\.\.|\?\?|\?\.|\?:|&&|\|\||:=|\+\+|--|<-|\$\(|\(\(|\)\)|[-+*/%&|^=!<>]=|\(\)|[^\s\p{L}\p{N}_])`, 'gu')) as [RegExp, RegExp];

interface Known extends Lexer {
  /** Classes by word. */
  readonly classOf: ReadonlyMap<string, string>;
}

const merged = new Map<string, Known>();

function lexerOf(language: string, family: LexerFamily): Known {
  const key = `${family} ${language}`;
  let lexer = merged.get(key);
  if (!lexer) {
    const common = COMMON[family];
    const own = LEXERS[language]?.[family] ?? {};
    const classOf = new Map(Object.entries(own.words ?? {}).flatMap(([name, words]) => words.split(' ').map(word => [word, name] as const)));
    merged.set(key, lexer = { ...common, ...own, scopes: { ...common.scopes, ...own.scopes }, classOf });
  }
  return lexer;
}

class Dresser {
  readonly dressed: Dressed[] = [];
  private quote = '';
  /** What came last that is no blank, and whether blanks came behind it. */
  private before = '';
  private isApart = true;
  private isDotted = false;

  constructor(private readonly family: LexerFamily) {}

  add(piece: Piece, next: string): void {
    const lexer = lexerOf(piece.language, this.family);
    const { text } = piece;
    const scope = scopeOf(piece, lexer);
    const name = scope === undefined ? 'code' : lexer.scopes![scope] ?? scope;
    switch (name) {
      case 'comment': return this.put(commentClass(text, lexer), text);
      case 'string': return this.string(piece, lexer);
      case 'number': return this.number(text, lexer);
      case 'code': return scope === 'subst' && lexer.inset !== undefined ? this.inset(text, lexer, next) : this.code(text, lexer, next);
      case 'tag': return this.tag(text);
      case 'decorator': return this.decorator(text, lexer, next);
      default: return this.named(name, text, lexer);
    }
  }

  private put(name: string, text: string): void {
    if (text === '') return;
    const last = this.dressed.at(-1);
    if (last?.name === name) this.dressed[this.dressed.length - 1] = { name, text: last.text + text };
    else this.dressed.push({ name, text });
    this.isApart = /\s$/.test(text);
    if (text.trim() !== '') this.before = text.trimEnd();
  }

  /** What highlight.js has a name for, without the signs around it. */
  private named(name: string, text: string, lexer: Known): void {
    const known = lexer.classOf.get(text);
    if (known !== undefined) return this.put(known, text);
    const [, before = '', inner = text, after = ''] = (lexer.braces !== undefined ? /^(\$\{)(.*)(\})$/ : lexer.affix !== undefined ? /^([.#:@]*)(.*?)(:?)$/ : /^()(.*)()$/s).exec(text) ?? [];
    const sign = lexer.braces ?? lexer.affix ?? name;
    this.put(sign, before);
    this.put(name, inner);
    this.put(sign, after);
  }

  private string({ text, isFirst }: Piece, lexer: Lexer): void {
    if (isFirst) this.quote = /["'`]/.exec(text.slice(0, 3))?.[0] ?? '';
    const name = lexer.strings![this.quote] ?? lexer.strings!['']!;
    const prefix = isFirst && this.quote !== '' ? /^[a-z]*(?=["'`])/i.exec(text)?.[0] ?? '' : '';
    this.put('sa', prefix);
    const rest = text.slice(prefix.length);
    const escape = /r/i.test(prefix) ? undefined : lexer.escape;
    if (lexer.quote !== undefined && this.quote !== '`' && isFirst && rest.length > 1 && rest.at(-1) === this.quote) {
      this.put(lexer.quote, rest[0]!);
      this.escaped(rest.slice(1, -1), name, escape);
      this.put(lexer.quote, rest.at(-1)!);
      return;
    }
    this.escaped(rest, name, escape);
  }

  private escaped(text: string, name: string, escape: string | undefined): void {
    if (escape === undefined) return this.put(name, text);
    for (const part of text.split(/(\\(?:x[\da-f]{2}|u[\da-f]{4}|[^\n]))/i)) this.put(/^\\./.test(part) ? escape : name, part);
  }

  private number(text: string, { numbers, unit }: Lexer): void {
    if (typeof numbers === 'string') return this.put(numbers, text);
    const [whole, broken, hex] = numbers!;
    const isHex = /^(?:0x|#)/i.test(text);
    const [, digits = text, rest = ''] = unit === undefined || isHex ? [] : /^([-+]?[\d.]+)([a-z%]*)$/i.exec(text) ?? [];
    this.put(isHex ? hex : /\.|\d[eE]|\d[fF]$/.test(digits) ? broken : whole, digits);
    this.put(unit ?? whole, rest);
  }

  /** `${` and `}` have a class of their own. */
  private inset(text: string, lexer: Known, next: string): void {
    const opening = /^(?:[$#]?\{|\$\()/.exec(text)?.[0] ?? '';
    const closing = text.length > opening.length && /[})]$/.test(text) ? text.slice(-1) : '';
    this.put(lexer.inset!, opening);
    this.code(text.slice(opening.length, text.length - closing.length), lexer, closing || next);
    this.put(lexer.inset!, closing);
  }

  private tag(text: string): void {
    if (this.family === 'rouge') return this.put(text.includes('=') ? 'na' : 'nt', text);
    for (const part of text.split(/(=)/)) this.put(part === '=' ? 'o' : 'p', part);
  }

  /** What stands in its brackets is code again. */
  private decorator(text: string, lexer: Known, next: string): void {
    const name = /^\s*@[\w.]*/.exec(text)?.[0] ?? '';
    this.put('nd', name);
    for (const [index, part] of text.slice(name.length).split(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/).entries()) {
      if (index % 2) this.put(lexer.strings![part[0]!] ?? lexer.strings!['']!, part);
      else this.code(part, lexer, next);
    }
  }

  private code(text: string, lexer: Known, next: string): void {
    for (const found of text.matchAll(WORDS[lexer.hasHyphens ? 0 : 1])) {
      const [word] = found;
      const known = lexer.classOf.get(word);
      if (/^\s/.test(word)) this.put('', word);
      else if (this.isDotted && /^[.\w]|^::$/.test(word) && !this.isApart) this.put('nn', word);
      else if (lexer.flag !== undefined && /^--?$/.test(word) && this.isApart) this.put(lexer.flag, word);
      else if (lexer.flag !== undefined && /^--?$/.test(this.before) && !this.isApart) this.put(lexer.flag, word);
      else if (known !== undefined) this.put(known, word);
      else if (/^\d/.test(word)) this.number(word, lexer);
      else if (/^[\p{L}_$]/u.test(word)) this.word(word, lexer, text.slice(found.index + word.length) || next);
      else this.put(lexer.operators!.test(word) ? lexer.operator! : lexer.punctuation!, word);
      if (!/^\s/.test(word)) this.isDotted = this.dressed.at(-1)!.name === 'nn' && lexer.namespaces !== undefined;
    }
  }

  private word(word: string, lexer: Known, after: string): void {
    // what ends a name in Ruby and Rust is a sign elsewhere
    const bare = /[!?]$/.test(word) ? word.slice(0, -1) : word;
    this.put(lexer.classOf.get(bare) ?? this.nameOf(bare, lexer, after), bare);
    if (bare !== word) this.put(lexer.operators!.test(word.at(-1)!) ? lexer.operator! : lexer.punctuation!, word.at(-1)!);
  }

  private nameOf(word: string, lexer: Lexer, after: string): string {
    const isBehind = (words: string): boolean => this.isApart && words.split(' ').includes(this.before.split(/\s/).at(-1)!);
    if (lexer.namespaces !== undefined && isBehind(lexer.namespaces)) return 'nn';
    for (const [name, words] of Object.entries(lexer.declares ?? {})) if (isBehind(words)) return name;
    if (lexer.assigned !== undefined && /^\+?=(?!=)/.test(after)) return lexer.assigned;
    if (lexer.constant !== undefined && /^[A-Z][A-Z\d_]+$/.test(word)) return lexer.constant;
    if (lexer.capital !== undefined && /^\p{Lu}/u.test(word)) return lexer.capital;
    if (lexer.member !== undefined && /\.$/.test(this.before)) return lexer.member;
    if (lexer.call !== undefined && /^\s*\(/.test(after)) return lexer.call;
    if (lexer.key !== undefined && /^:(?!:)/.test(after)) return lexer.key;
    return lexer.name!;
  }
}

/** The innermost of which something is known, with the one around it or without. */
function scopeOf({ scopes }: Piece, lexer: Lexer): string | undefined {
  for (let index = scopes.length - 1; index >= 0; index--) {
    const scope = scopes[index]!;
    const both = `${scopes[index - 1] ?? ''} ${scope}`;
    if (Object.hasOwn(lexer.scopes!, both)) return both;
    if (Object.hasOwn(lexer.scopes!, scope) || scope === 'comment' || scope === 'string' || scope === 'number') return scope;
  }
  return undefined;
}

function commentClass(text: string, { comments, openings = {} }: Lexer): string {
  const [line, block, doc] = comments!;
  const opening = Object.keys(openings).find(begin => text.startsWith(begin));
  if (opening !== undefined) return openings[opening]!;
  if (/^(?:\/\/[/!])/.test(text)) return doc === block ? line : doc;
  return /^(?:\/\*|<!--|\(\*|\{-)/.test(text) ? (/^\/\*\*/.test(text) ? doc : block) : line;
}
