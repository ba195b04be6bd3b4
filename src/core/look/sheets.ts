// Style sheets of a built page as text to be put into it: every address in them is rewritten or taken out, imports are put in
// their place, and the reader's wish for light or dark is answered, as a viewer's own may differ.
import { tokenize, TokenType, type CSSToken } from '@csstools/css-tokenizer';
import { NOTHING, shownFrom, targetOf, type Showing, type Surrounding } from './within';

export interface Sheets extends Surrounding {
  /** Texts of style sheets read so far; undefined for one that cannot be had. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** How deep style sheets may import others, and how many there may be. */
const DEEPEST = 5;
export const MOST_SHEETS = 20;
/** In characters. */
export const SHEET_LIMIT = 2_000_000;

type Token = CSSToken;
const isSpace = ([type]: Token): boolean => type === TokenType.Whitespace || type === TokenType.Comment;
const valueOf = (token: Token): string => (token[4] as { value?: string } | undefined)?.value ?? '';
const isFunction = (token: Token | undefined, ...names: readonly string[]): boolean => token?.[0] === TokenType.Function && names.includes(valueOf(token).toLowerCase());

export interface Import {
  readonly target: string;
  /** `layer(a) supports(display: grid) print`, as written. */
  readonly conditions: string;
  /** Index of the token behind the statement. */
  readonly next: number;
}

/** The statement at an `@import`; undefined where it is none. */
function importAt(tokens: readonly Token[], index: number): Import | undefined {
  let at = index + 1;
  while (tokens[at] && isSpace(tokens[at]!)) at++;
  const first = tokens[at];
  if (!first) return undefined;
  let target: string;
  if (first[0] === TokenType.URL || first[0] === TokenType.String) target = valueOf(first);
  else if (isFunction(first, 'url')) {
    const string = tokens.slice(at + 1).find(token => !isSpace(token));
    if (string?.[0] !== TokenType.String) return undefined;
    target = valueOf(string);
    while (tokens[at] && tokens[at]![0] !== TokenType.CloseParen) at++;
  } else return undefined;
  const from = ++at;
  for (; tokens[at] && tokens[at]![0] !== TokenType.EOF && tokens[at]![0] !== TokenType.Semicolon; at++) if (tokens[at]![0] === TokenType.OpenCurly) return undefined;
  return { target, conditions: tokens.slice(from, at).map(token => token[1]).join('').trim(), next: tokens[at]?.[0] === TokenType.Semicolon ? at + 1 : at };
}

/** The imports that count: those in front of all other rules (CSS Cascading and Inheritance 4, 2). */
function* importsIn(tokens: readonly Token[]): Generator<{ readonly index: number; readonly found: Import }> {
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]!;
    if (isSpace(token) || token[0] === TokenType.Semicolon || token[0] === TokenType.CDO || token[0] === TokenType.CDC) at++;
    else if (token[0] === TokenType.AtKeyword && /^(?:charset|layer|namespace)$/i.test(valueOf(token))) {
      while (tokens[at] && tokens[at]![0] !== TokenType.Semicolon && tokens[at]![0] !== TokenType.OpenCurly) at++;
      if (tokens[at]?.[0] !== TokenType.Semicolon) return;
    } else {
      const found = token[0] === TokenType.AtKeyword && valueOf(token).toLowerCase() === 'import' ? importAt(tokens, at) : undefined;
      if (!found) return;
      yield { index: at, found };
      at = found.next;
    }
  }
}

const read = (css: string): readonly Token[] => tokenize({ css });

/** Style sheets of the build that these texts import and that have not been read yet. */
export function sheetsWanted(css: string, from: string, sheets: Sheets): readonly string[] {
  const seen = new Set<string>();
  const wanted: string[] = [];
  const look = (text: string, at: string, depth: number): void => {
    if (depth > DEEPEST || !/@import/i.test(text)) return;
    for (const { found } of importsIn(read(text))) {
      const target = targetOf(found.target, at, sheets);
      if (target.kind !== 'file' || seen.has(target.path) || seen.size >= MOST_SHEETS) continue;
      seen.add(target.path);
      if (!sheets.texts.has(target.path)) wanted.push(target.path);
      else look(sheets.texts.get(target.path) ?? '', target.path, depth + 1);
    }
  };
  look(css, from, 0);
  return wanted;
}

/**
 * A style sheet to be put into the page. It cannot end the element that it stands in.
 * @param from the file in the build that it is or stands in
 */
export function shownSheet(css: string, from: string, sheets: Sheets, showing: Showing): string {
  const remote: string[] = [];
  let count = 0;
  const inline = (text: string, at: string, above: readonly string[]): string => {
    const tokens = read(text);
    const imports = new Map([...importsIn(tokens)].map(({ index, found }) => [index, found]));
    const parts: string[] = [];
    const show = (written: string): string => `url(${quoted(shownFrom(targetOf(written, at, sheets), showing) ?? NOTHING)})`;
    /** Names of the functions that are open. */
    const open: string[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      const [type, source] = token;
      const name = type === TokenType.AtKeyword || type === TokenType.Function || type === TokenType.Ident ? valueOf(token).toLowerCase() : '';
      if (type === TokenType.AtKeyword && (name === 'import' || name === 'charset')) {
        const found = imports.get(index);
        if (found) parts.push(imported(found, at, above));
        index = found ? found.next - 1 : statementEnd(tokens, index);
      } else if (type === TokenType.AtKeyword && name === 'namespace') {
        // the address is a name and is never asked for
        const end = statementEnd(tokens, index);
        parts.push(...tokens.slice(index, end + 1).map(each => each[1]));
        index = end;
      } else if (type === TokenType.URL) parts.push(show(valueOf(token)));
      else if (type === TokenType.BadURL || type === TokenType.BadString) continue;
      else if (type === TokenType.Function && (name === 'url' || name === 'src')) {
        const end = closing(tokens, index);
        const string = tokens.slice(index + 1, end).find(each => !isSpace(each));
        parts.push(string?.[0] === TokenType.String ? show(valueOf(string)) : show(''));
        index = end;
      } else if (type === TokenType.String && open.at(-1) !== undefined && TAKES_IMAGES.test(open.at(-1)!)) parts.push(show(valueOf(token)));
      else if (type === TokenType.Ident && name === 'color-scheme' && showing.scheme && choosesScheme(tokens, index)) {
        parts.push(`color-scheme: ${showing.scheme}`);
        index = valueEnd(tokens, index);
      } else if (type === TokenType.OpenParen && showing.scheme && isQuestion(tokens, index)) {
        const end = closing(tokens, index);
        parts.push(resolved(tokens.slice(index, end + 1).map(each => each[1]).join(''), showing));
        index = end;
      } else {
        if (type === TokenType.Function || type === TokenType.OpenParen) open.push(name);
        else if (type === TokenType.CloseParen) open.pop();
        parts.push(source);
      }
    }
    return parts.join('');
  };
  const imported = ({ target: written, conditions }: Import, at: string, above: readonly string[]): string => {
    const target = targetOf(written, at, sheets);
    if (target.kind === 'remote' && showing.allowsRemote) remote.push(`@import ${quoted(target.url)} ${resolved(conditions, showing)};\n`);
    if (target.kind !== 'file' || above.length >= DEEPEST || above.includes(target.path) || ++count > MOST_SHEETS) return '';
    return underConditions(inline(sheets.texts.get(target.path) ?? '', target.path, [...above, target.path]), resolved(conditions, showing));
  };

  const text = inline(css, from, []);
  return (remote.join('') + text).replace(/<(?=[a-z/!?])/gi, '\\3c ');
}

/** Functions in which a string is the address of a picture. */
const TAKES_IMAGES = /^(?:-webkit-)?(?:image-set|cross-fade)$|^image$/;

/** The last token of a declaration's value that is made of plain words. */
function valueEnd(tokens: readonly Token[], index: number): number {
  let end = index;
  while (tokens[end + 1] && (isSpace(tokens[end + 1]!) || tokens[end + 1]![0] === TokenType.Ident || tokens[end + 1]![0] === TokenType.Colon)) end++;
  return end;
}

/** `color-scheme: light dark` leaves the choice to the viewer, who may have another wish than the reader. */
function choosesScheme(tokens: readonly Token[], index: number): boolean {
  const text = tokens.slice(index, valueEnd(tokens, index) + 1).map(token => token[1]).join('');
  return /^color-scheme\s*:/i.test(text) && /\blight\b/i.test(text) && /\bdark\b/i.test(text);
}

/** `(prefers-color-scheme: dark)` */
const isQuestion = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens.slice(index + 1, index + 4).find(token => !isSpace(token));
  return next?.[0] === TokenType.Ident && valueOf(next).toLowerCase() === 'prefers-color-scheme';
};

/** A question that is always answered so, to stand where the question stood. */
const answerTo = (asked: string | undefined, scheme: string): string => (asked === undefined || asked === scheme ? '(min-width: 0px)' : '(min-width: 99999999px)');

/** Media queries with the question for light or dark answered. */
export function resolved(media: string, { scheme }: Pick<Showing, 'scheme'>): string {
  return scheme ? media.replace(/\(\s*prefers-color-scheme\s*(?::\s*([\w-]+)\s*)?\)/gi, (_, asked?: string) => answerTo(asked?.toLowerCase(), scheme)) : media;
}

/** What an import's conditions are for its text: https://www.w3.org/TR/css-cascade-5/#conditional-import */
function underConditions(css: string, conditions: string): string {
  let text = css;
  let left = conditions;
  const layer = /^layer(?:\(([\w.-]+)\)|(?![\w(-]))\s*/i.exec(left);
  if (layer) left = left.slice(layer[0].length);
  const supports = /^supports\((.*)\)\s*/is.exec(left)?.[1];
  const tail = supports === undefined ? left : left.slice(left.lastIndexOf(')') + 1).trim();
  if (supports !== undefined && balanced(supports)) text = `@supports ${/^\s*(?:\(|not\b|selector\()/i.test(supports) ? supports : `(${supports})`} {\n${text}\n}`;
  if (tail.trim() !== '') text = `@media ${tail} {\n${text}\n}`;
  return layer ? `@layer ${layer[1] ?? ''} {\n${text}\n}` : text;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) if ((depth += sign === '(' ? 1 : sign === ')' ? -1 : 0) < 0) return false;
  return depth === 0;
}

function closing(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    const type = tokens[at]![0];
    if (type === TokenType.Function || type === TokenType.OpenParen) depth++;
    else if (type === TokenType.CloseParen && --depth === 0) return at;
    else if (type === TokenType.EOF) return at;
  }
  return tokens.length - 1;
}

function statementEnd(tokens: readonly Token[], index: number): number {
  let at = index;
  while (tokens[at] && tokens[at]![0] !== TokenType.Semicolon && tokens[at]![0] !== TokenType.OpenCurly && tokens[at]![0] !== TokenType.EOF) at++;
  return tokens[at]?.[0] === TokenType.Semicolon ? at : at - 1;
}

const quoted = (text: string): string => `"${text.replace(/["\\\n\r\f<]/g, sign => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
