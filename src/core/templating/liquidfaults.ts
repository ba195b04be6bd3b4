// Slips in Liquid at which Ruby's parser gives up, and with it the build: https://github.com/Shopify/liquid (4.0),
// tokenizer.rb and block_body.rb. Values within tags are not parsed: there it only warns.
import type { Span } from '../span';

export type LiquidFault = Span & (
  | { readonly kind: 'unknown-tag' | 'closes-nothing'; readonly name: string }
  /** A tag of a pair without its end, or `{{` and `{%` without theirs. */
  | { readonly kind: 'unclosed'; readonly name: string }
  /** An `include` that runs whatever happens; `name` is the file, `tag` tells from where it counts. */
  | { readonly kind: 'include'; readonly name: string; readonly tag: string }
);

export interface KnownTags {
  /** Tags and pairs beside Liquid's own. */
  readonly pairs: ReadonlySet<string>;
  readonly singles: ReadonlySet<string>;
  /** Tags of which we do not know what they are; undefined when any other name may be one. */
  readonly others: ReadonlySet<string> | undefined;
}

const PAIRS = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'ifchanged']);
const SINGLES = new Set(['assign', 'break', 'continue', 'cycle', 'decrement', 'increment', 'include', 'include_relative', 'render', 'echo', 'liquid']);
/** What a pair allows between its tags. */
const MIDDLES: Readonly<Record<string, readonly string[]>> = { if: ['else', 'elsif'], unless: ['else', 'elsif'], case: ['when', 'else'], for: ['else'] };
/** Pairs whose inside may never run. */
const CONDITIONS = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'ifchanged', 'capture']);

const FULL_TAG = /^\{%-?\s*(\w+)\s*([\s\S]*?)-?%\}$/;

interface Open extends Span {
  readonly name: string;
}

/** Up to the first slip, which is where the build stops; includes before it. */
export function* liquidFaults(text: string, body: Span, known: KnownTags): Iterable<LiquidFault> {
  const open: Open[] = [];
  for (let pos = nextStart(text, body.start); pos >= 0 && pos < body.end;) {
    const token = tokenAt(text, pos, body.end);
    if (token === undefined) return yield { kind: 'unclosed', name: text.slice(pos, pos + 2), start: pos, end: Math.min(pos + 2, body.end) };
    pos = token.end;
    if (text[token.start + 1] === '%') {
      const [, name, given = ''] = FULL_TAG.exec(text.slice(token.start, token.end)) ?? [];
      if (name === undefined) return yield { kind: 'unknown-tag', name: text.slice(token.start + 2, token.end - 2).trim().slice(0, 40), ...token };
      if (name === 'raw' || name === 'comment') {
        const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
        end.lastIndex = token.end;
        const closing = end.exec(text);
        if (!closing || closing.index >= body.end) return yield { kind: 'unclosed', name, ...token };
        pos = end.lastIndex;
      } else {
        const fault = step(name, token, open, known);
        if (fault === 'unsure') return;
        if (fault) return yield fault;
        const file = name.startsWith('include') ? /^[^\s{]+(?=\s|$)/.exec(given)?.[0] : undefined;
        if (file !== undefined && !open.some(pair => CONDITIONS.has(pair.name))) yield { kind: 'include', name: file, tag: name, ...token };
      }
    }
    pos = nextStart(text, pos);
  }
  const last = open.at(-1);
  if (last) yield { kind: 'unclosed', name: last.name, start: last.start, end: last.end };
}

export interface LiquidToken extends Span {
  readonly isTag: boolean;
  readonly name: string | undefined;
}

/** What is run of a text: neither what stands between `raw` and its end nor in a comment, both of whose tags are given. Up to the first slip. */
export function* tokensIn(text: string): Iterable<LiquidToken> {
  for (let pos = nextStart(text, 0); pos >= 0;) {
    const token = tokenAt(text, pos, text.length);
    if (token === undefined) return;
    const isTag = text[token.start + 1] === '%';
    const name = isTag ? FULL_TAG.exec(text.slice(token.start, token.end))?.[1] : undefined;
    yield { ...token, isTag, name };
    pos = token.end;
    if (name === 'raw' || name === 'comment') {
      const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
      end.lastIndex = pos;
      if (!end.exec(text)) return;
      pos = end.lastIndex;
    }
    pos = nextStart(text, pos);
  }
}

/** Opens or closes a pair. `unsure`: what is below a tag that we know nothing of may be anything. */
function step(name: string, at: Span, open: Open[], known: KnownTags): LiquidFault | 'unsure' | undefined {
  const inner = open.at(-1)?.name;
  if (PAIRS.has(name) || known.pairs.has(name)) {
    open.push({ name, ...at });
    return undefined;
  }
  if (SINGLES.has(name) || known.singles.has(name)) return undefined;
  if (inner !== undefined && (name === `end${inner}` || MIDDLES[inner]?.includes(name))) {
    if (name === `end${inner}`) open.pop();
    return undefined;
  }
  const isEnd = name.startsWith('end') || Object.values(MIDDLES).some(middles => middles.includes(name));
  const plain = name.replace(/^end/, '');
  if (isEnd && (PAIRS.has(plain) || known.pairs.has(plain) || plain === name || ['raw', 'comment'].includes(plain))) return { kind: 'closes-nothing', name, ...at };
  return !known.others || known.others.has(name) || known.others.has(plain) ? 'unsure' : { kind: 'unknown-tag', name, ...at };
}

function nextStart(text: string, from: number): number {
  for (let pos = text.indexOf('{', from); pos >= 0; pos = text.indexOf('{', pos + 1)) if (text[pos + 1] === '{' || text[pos + 1] === '%') return pos;
  return -1;
}

/** Tokenizer: `{%` reaches to the next `%}`, and `{{` to the next `}`, which must be two. */
function tokenAt(text: string, start: number, limit: number): Span | undefined {
  const close = text[start + 1] === '%' ? text.indexOf('%}', start + 2) + 1 : text.indexOf('}', start + 2) + 1;
  const isWhole = close > 0 && close < limit && text[close] === '}';
  const end = text[start + 1] === '%' ? close + 1 : isWhole ? close + 1 : 0;
  return close > 0 && end > 0 && end <= limit ? { start, end } : undefined;
}
