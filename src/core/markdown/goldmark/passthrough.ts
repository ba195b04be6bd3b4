// https://gohugo.io/configuration/markup/#passthrough: what stands between delimiters, formulas mostly, reaches the page as it is written.
// What block delimiters hold leaves its paragraph (hugo-goldmark-extensions/passthrough).
import type { MarkdownIt, Token } from 'markdown-it';

export interface Delimiters {
  readonly open: string;
  readonly close: string;
  readonly isBlock: boolean;
}

const MOST_SEARCHES = 10_000;

export function passthrough(md: MarkdownIt, delimiters: readonly Delimiters[]): void {
  // `$$` before `$`
  const sorted = [...delimiters].sort((a, b) => b.open.length - a.open.length);
  md.inline.ruler.before('escape', 'passthrough', (state, silent) => {
    const found = sorted.find(({ open }) => state.src.startsWith(open, state.pos));
    if (!found) return false;
    const env = state.env as { searches?: number };
    env.searches = (env.searches ?? 0) + 1;
    if (env.searches > MOST_SEARCHES) return false;
    const from = state.pos + found.open.length;
    const close = state.src.indexOf(found.close, from);
    if (close < 0 || close + found.close.length > state.posMax) return false;
    if (!silent) {
      const token = state.push(found.isBlock ? 'passthrough_block' : 'passthrough', '', 0);
      token.content = state.src.slice(state.pos, close + found.close.length);
    }
    state.pos = close + found.close.length;
    return true;
  });
  md.core.ruler.after('inline', 'passthrough_blocks', state => { state.tokens = split(state.tokens); });
  md.renderer.rules['passthrough'] = (tokens, index) => md.utils.escapeHtml(tokens[index]!.content);
  md.renderer.rules['passthrough_block'] = (tokens, index) => `${md.utils.escapeHtml(tokens[index]!.content)}\n`;
}

/** A paragraph around a block becomes two, or none. */
function split(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index) => {
    const open = tokens[index - 1];
    if (token.type === 'paragraph_open' && hasBlock(tokens[index + 1])) return [];
    if (token.type === 'paragraph_close' && hasBlock(tokens[index - 1])) return [];
    if (token.type !== 'inline' || open?.type !== 'paragraph_open' || !hasBlock(token)) return [token];
    const close = tokens[index + 1]!;
    const parts: Token[] = [];
    let line: Token[] = [];
    const flush = (): void => {
      while (line[0]?.type === 'softbreak') line.shift();
      while (line.at(-1)?.type === 'softbreak') line.pop();
      if (line.length) parts.push(open, copy(token, line), close);
      line = [];
    };
    for (const child of token.children ?? []) {
      if (child.type === 'passthrough_block') {
        flush();
        parts.push(child);
      } else if (child.type !== 'text' || child.content !== '') line.push(child);
    }
    flush();
    return parts;
  });
}

const hasBlock = (token: Token | undefined): boolean => token?.children?.some(({ type }) => type === 'passthrough_block') === true;
const copy = (token: Token, children: Token[]): Token => Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { children });
