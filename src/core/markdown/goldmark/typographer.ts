// Goldmark's typographer (extension/typographer.go of 1.5): dashes, dots, guillemets and quotes, found in the source after
// every other inline rule has had its turn. It is not markdown-it's: quotes open and close by the emphasis rule for `*`.
import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/** Unclosed quotes. Goldmark never resets them, so a quote may close in a later block. */
interface Unclosed { single: number; double: number }
interface TypographerEnv { unclosed?: Unclosed; imageDepth?: number }

const NAMES = { '—': 'mdash', '–': 'ndash', '…': 'hellip', '«': 'laquo', '»': 'raquo', '‘': 'lsquo', '’': 'rsquo', '“': 'ldquo', '”': 'rdquo' } as const;
type Sign = keyof typeof NAMES;

/** https://gohugo.io/configuration/markup/#typographer; an apostrophe has a name of its own, and is `’` as a closing quote is. */
const SETTINGS: Readonly<Record<Sign, string>> = {
  '—': 'emdash', '–': 'endash', '…': 'ellipsis', '«': 'leftanglequote', '»': 'rightanglequote', '‘': 'leftsinglequote', '’': 'apostrophe', '“': 'leftdoublequote', '”': 'rightdoublequote',
};

const isPunctuation = (text: string): boolean => /^[\p{P}!-/:-@[-`{-~]/u.test(text);
const isSpace = (text: string): boolean => /^\s/.test(text);

/** @param signs the site's own, by Hugo's names in lower case; HTML */
export function typographer(md: MarkdownIt, signs: Readonly<Record<string, string>> = {}): void {
  md.inline.ruler.push('typographer', (state, silent) => {
    if (silent) return false;
    const sign = signAt(state);
    if (!sign) return false;
    const [shown, length] = sign;
    const token = state.push('text_special', '', 0);
    // Hugo escapes the entity once more in an image's alternative text
    token.content = (state.env as TypographerEnv).imageDepth ? `&${NAMES[shown]};` : Object.hasOwn(signs, SETTINGS[shown]) ? md.utils.unescapeAll(signs[SETTINGS[shown]]!.replace(/\\/g, '\\\\')) : shown;
    token.markup = state.src.slice(state.pos, state.pos + length);
    token.info = 'typographer';
    token.meta = { html: Object.hasOwn(signs, SETTINGS[shown]) ? signs[SETTINGS[shown]] : `&${NAMES[shown]};` } satisfies Meta;
    state.pos += length;
    return true;
  });
  keepApart(md);
}

/** What Goldmark writes for a sign: an entity, whose length Hugo counts. */
interface Meta { readonly html: string | undefined }

const KEPT = 'typographer_sign';

/** A sign is text like any other to all but the renderer, so that it must not be joined with the text around it. */
function keepApart(md: MarkdownIt): void {
  const retype = (from: string, to: string) => ({ tokens }: { tokens: readonly Token[] }): void => {
    for (const { children } of tokens) for (const child of children ?? []) if (child.type === from && child.info === 'typographer') child.type = to;
  };
  md.core.ruler.before('text_join', 'typographer_apart', retype('text_special', KEPT));
  md.core.ruler.after('text_join', 'typographer_text', retype(KEPT, 'text'));
  const text = md.renderer.rules['text'];
  md.renderer.rules['text'] = (tokens, index, ...rest) => {
    const token = tokens[index]!;
    return token.info === 'typographer' ? (token.meta as Partial<Meta>).html ?? token.content : text!(tokens, index, ...rest);
  };
}

function signAt(state: StateInline): readonly [Sign, number] | undefined {
  const { src, pos } = state;
  switch (src[pos]) {
    case '-': return src.startsWith('---', pos) ? ['—', 3] : src.startsWith('--', pos) ? ['–', 2] : undefined;
    case '.': return src.startsWith('...', pos) ? ['…', 3] : undefined;
    case '<': return src.startsWith('<<', pos) ? ['«', 2] : undefined;
    case '>': return src.startsWith('>>', pos) ? ['»', 2] : undefined;
    case '"': return doubleQuote(state);
    case "'": return singleQuote(state);
    default: return undefined;
  }
}

const unclosedOf = (state: StateInline): Unclosed => ((state.env as TypographerEnv).unclosed ??= { single: 0, double: 0 });

/** The rest of the line, its end included as Goldmark sees it. */
function lineFrom(state: StateInline): string {
  const piece = state.src.slice(state.pos, state.pos + 8);
  const end = piece.indexOf('\n');
  return end < 0 ? piece : piece.slice(0, end + 1);
}

function doubleQuote(state: StateInline): readonly [Sign, number] | undefined {
  const { can_open: opens, can_close: closes } = state.scanDelims(state.pos, true);
  const unclosed = unclosedOf(state);
  if (opens && !closes) {
    unclosed.double++;
    return ['“', 1];
  }
  if (unclosed.double === 0 || !isClosing(lineFrom(state), opens, closes)) return undefined;
  if (state.src[state.pos + 1] === '"' && /\p{Nd}/u.test(state.src[state.pos - 1] ?? '')) return undefined;
  unclosed.double--;
  return ['”', 1];
}

const isClosing = (line: string, opens: boolean, closes: boolean): boolean =>
  closes && (!opens || (line.length > 1 && /^\p{P}/u.test(line.slice(1)) && (line.length === 2 || /^[!-/:-@[-`{-~\s]/.test(line.slice(2)))));

function singleQuote(state: StateInline): readonly [Sign, number] | undefined {
  const { can_open: opens, can_close: closes } = state.scanDelims(state.pos, true);
  const line = lineFrom(state);
  const before = lastRune(state.src, state.pos);
  const after = line.slice(1);
  if (opens && !closes && /^\d\ds/.test(after) && (after.length === 3 || isSpace(after.slice(3)) || isPunctuation(after.slice(3)))) return ['’', 1];
  if (/^[teln]/.test(after) && (/\p{P}/u.test(before) || isSpace(before))) return ['’', 1];
  if (/^\p{L}/u.test(after) && /[\p{L}\p{Nd}]/u.test(before)) return ['’', 1];
  const unclosed = unclosedOf(state);
  if (opens && !closes) {
    const contraction = /^(?:[mtsd]|ve|ll|re)(?=[\s\p{P}!-/:-@[-`{-~]|$)/u.test(after);
    if (!contraction) unclosed.single++;
    return [contraction ? '’' : '‘', 1];
  }
  // bytes in Goldmark: one letter of Hangul is enough
  if ((after.length > 1 || /[^\x00-\x7f]/.test(after)) && !/^\p{Nd}/u.test(after)) return ['’', 1];
  if (unclosed.single === 0 || !isClosing(line, opens, closes)) return undefined;
  unclosed.single--;
  return ['’', 1];
}

function lastRune(src: string, pos: number): string {
  if (pos === 0) return '\n';
  const last = src.codePointAt(pos - 1)!;
  return last >= 0xdc00 && last <= 0xdfff && pos > 1 ? String.fromCodePoint(src.codePointAt(pos - 2)!) : String.fromCodePoint(last);
}
