// Bare addresses become links, by the engines' own rules and not by linkify-it's.
import type { MarkdownIt, StateInline } from 'markdown-it';

export interface BareAddresses {
  readonly url: RegExp;
  readonly www: RegExp;
  readonly protocol: string;
}

// goldmark/extension/linkify.go: ASCII only
export const GOLDMARK_ADDRESSES: Omit<BareAddresses, 'protocol'> = {
  url: /(?:https?|ftp):\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?/y,
  www: /www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*)?/y,
};

// marked: whatever is not white space or a tag
export const MARKED_ADDRESSES: BareAddresses = {
  url: /(?:https?|ftp):\/\/[a-zA-Z0-9-][a-zA-Z0-9.-]*[^\s<]*/y,
  www: /www\.[a-zA-Z0-9-][a-zA-Z0-9.-]*[^\s<]*/y,
  protocol: 'http',
};

const EMAIL = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+/y;
const EMAIL_LIMIT = 320;

interface Brackets { state: StateInline; open: number }
interface LinkifyEnv { imageDepth?: number; brackets?: Brackets }

export function linkify(md: MarkdownIt, addresses: BareAddresses): void {
  md.inline.ruler.at('text', text);
  md.inline.ruler.before('text', 'bare_address', (state, silent) => {
    if (silent || state.linkLevel > 0 || (state.env as LinkifyEnv).imageDepth) return false;
    if (!mayBegin(state) || openBrackets(state) > 0) return false;
    const found = addressAt(state, addresses);
    if (!found) return false;
    const open = state.push('link_open', 'a', 1);
    const span = { start: state.pos, end: state.pos + found.shown.length };
    open.attrs = [['href', md.normalizeLink(found.href)]];
    open.info = 'auto';
    open.markup = 'linkify';
    open.meta = { place: { span, target: span } };
    state.push('text', '', 0).content = found.shown;
    state.push('link_close', 'a', -1);
    state.pos += found.shown.length;
    return true;
  });
  // A bracket that no link rule took stays open up to the next `]`: nothing is linked in it.
  md.inline.ruler.push('bracket', (state, silent) => {
    const char = state.src[state.pos];
    if (silent || (char !== '[' && char !== ']')) return false;
    const brackets = bracketsOf(state);
    brackets.open = char === '[' ? brackets.open + 1 : Math.max(0, brackets.open - 1);
    return false;
  });
}

function bracketsOf(state: StateInline): Brackets {
  const env = state.env as LinkifyEnv;
  if (env.brackets?.state !== state) env.brackets = { state, open: 0 };
  return env.brackets;
}

const openBrackets = (state: StateInline): number => {
  const { brackets } = state.env as LinkifyEnv;
  return brackets?.state === state ? brackets.open : 0;
};

/** At a line's start, after white space or one of `* _ ~ (`, and where text begins anew after a span. */
function mayBegin(state: StateInline): boolean {
  if (state.pos === 0 || /[\s*_~(]/.test(state.src[state.pos - 1]!)) return true;
  return state.pending === '' && state.tokens.at(-1)?.type !== 'text_special' || state.tokens.at(-1)?.info === 'typographer' && state.pending === '';
}

function addressAt(state: StateInline, { url, www, protocol }: BareAddresses): { shown: string; href: string } | undefined {
  const { src, pos, posMax } = state;
  const first = src[pos];
  if (first === 'h' || first === 'f' || first === 'w') {
    const pattern = first === 'w' ? www : url;
    pattern.lastIndex = pos;
    const found = pattern.exec(src)?.[0];
    if (found !== undefined && pos + found.length <= posMax) {
      const shown = withoutEnd(found);
      return { shown, href: first === 'w' ? `${protocol}://${shown}` : shown };
    }
  }
  if (!/[a-zA-Z0-9]/.test(first ?? '')) return undefined;
  const at = src.indexOf('@', pos);
  if (at < 0 || at - pos > EMAIL_LIMIT || /[\s]/.test(src.slice(pos, at))) return undefined;
  EMAIL.lastIndex = pos;
  const shown = EMAIL.exec(src)?.[0];
  return shown === undefined || pos + shown.length > posMax || /[-_]/.test(src[pos + shown.length] ?? '') ? undefined : { shown, href: `mailto:${shown}` };
}

function withoutEnd(found: string): string {
  let end = found.length;
  if (found.endsWith('.')) end--;
  else if (found.endsWith(')')) {
    let closing = 0;
    for (const char of found) closing += char === ')' ? 1 : char === '(' ? -1 : 0;
    if (closing > 0) end -= closing;
  } else if (found.endsWith(';')) end -= /&[a-zA-Z\d]+;$/.exec(found)?.[0].length ?? 0;
  while (end > 1 && '?!.,:*_~'.includes(found[end - 1]!)) end--;
  return found.slice(0, end);
}

const STOP = /[\n!"#$%&'*+\-.:<=>@[\\\]^_`{}~]/;
const isStop = new Uint8Array(128).map((_, code) => Number(STOP.test(String.fromCharCode(code))));

/** markdown-it's text rule runs over letters in one go; it must stop where an address may begin. */
function text(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  let pos = state.pos;
  for (; pos < posMax; pos++) {
    const code = src.charCodeAt(pos);
    if (code < 128 && isStop[code]) break;
    if ((code === 0x20 || code === 0x28) && isAlphanumeric(src.charCodeAt(pos + 1))) {
      pos++;
      break;
    }
  }
  if (pos === state.pos) return false;
  if (!silent) state.pending += src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

const isAlphanumeric = (code: number): boolean => (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
