// https://gohugo.io/configuration/markup/#cjk: lines of East Asian text are joined without a blank, and `\ ` is nothing (goldmark's
// renderer/html/html.go and extension/cjk.go).
import type { MarkdownIt, Token } from 'markdown-it';

export interface Cjk {
  readonly lineBreaks: 'simple' | 'css3draft' | undefined;
  readonly dropsEscapedSpaces: boolean;
}

const WIDE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const HANGUL = /\p{Script=Hangul}/u;

export function cjk(md: MarkdownIt, { lineBreaks, dropsEscapedSpaces }: Cjk): void {
  if (dropsEscapedSpaces) {
    md.inline.ruler.before('escape', 'escaped_space', (state, silent) => {
      if (!state.src.startsWith('\\ ', state.pos) || state.pos + 2 > state.posMax) return false;
      if (!silent) state.push('text_special', '', 0).content = '';
      state.pos += 2;
      return true;
    });
  }
  if (lineBreaks) {
    md.core.ruler.push('line_joins', ({ tokens }) => {
      for (const { children } of tokens) if (children) for (const [index, token] of children.entries()) {
        if (token.type === 'softbreak' && joins(edge(children[index - 1], -1), edge(children[index + 1], 1), lineBreaks)) Object.assign(token, { type: 'text', tag: '', content: '' });
      }
    });
  }
}

/** The character next to a line's end; for anything but text none, as Goldmark looks at text alone. */
function edge(token: Token | undefined, side: 1 | -1): string {
  if (token?.type !== 'text' && token?.type !== 'text_special') return '';
  const characters = [...token.content];
  return (side === 1 ? characters[0] : characters.at(-1)) ?? '';
}

function joins(before: string, after: string, style: 'simple' | 'css3draft'): boolean {
  if (style === 'css3draft' && (before === '\u200b' || after === '\u200b')) return true;
  return WIDE.test(before) && WIDE.test(after) && (style === 'simple' || (!HANGUL.test(before) && !HANGUL.test(after)));
}
