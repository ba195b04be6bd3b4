// The few details in which Goldmark's core differs from markdown-it's.
import type { MarkdownIt, StateInline } from 'markdown-it';
import { inlineRule } from '../spans';

const isPunctuation = (char: string): boolean => /^[\p{P}!-/:-@[-`{-~]$/u.test(char);

/** util.IsDangerousURL */
const DANGEROUS = /^(?:javascript|vbscript|file|data):/i;
const HARMLESS_DATA = /^data:image\/(?:png|gif|jpeg|webp);/i;

export function core(md: MarkdownIt, keepsHtml: boolean): void {
  const Base = md.inline.State;
  // CommonMark 0.30: only P* and ASCII punctuation count beside emphasis marks, not symbols such as × or emoji.
  md.inline.State = class extends Base {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      const { src, posMax } = this;
      const marker = src[start];
      let end = start;
      while (end < posMax && src[end] === marker) end++;
      const before = start === 0 ? ' ' : runeBefore(src, start);
      const after = end < posMax ? String.fromCodePoint(src.codePointAt(end)!) : ' ';
      const isSpaceBefore = /\s/.test(before);
      const isSpaceAfter = /\s/.test(after);
      const isSignBefore = isPunctuation(before);
      const isSignAfter = isPunctuation(after);
      const isLeft = !isSpaceAfter && (!isSignAfter || isSpaceBefore || isSignBefore);
      const isRight = !isSpaceBefore && (!isSignBefore || isSpaceAfter || isSignAfter);
      return {
        can_open: isLeft && (canSplitWord || !isRight || isSignBefore),
        can_close: isRight && (canSplitWord || !isLeft || isSignAfter),
        length: end - start,
      };
    }
  };
  // `%` stays whatever follows, and host names are not turned into Punycode
  md.normalizeLink = url => (keepsHtml || !DANGEROUS.test(url) || HARMLESS_DATA.test(url) ? encode(url) : '');
  md.normalizeLinkText = url => url;
  // a dangerous link is a link that leads nowhere
  md.validateLink = () => true;
  noteImages(md);
}

function runeBefore(src: string, pos: number): string {
  const last = src.charCodeAt(pos - 1);
  const isLow = last >= 0xdc00 && last <= 0xdfff && pos > 1;
  return isLow ? src.slice(pos - 2, pos) : src[pos - 1]!;
}

export const encode = (url: string): string => url.replace(/[^\w;/?:@&=+$,\-.!~*'()#%]+/g, part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')));

/** Typographer and linkify must know that they are in an image's alternative text. */
function noteImages(md: MarkdownIt): void {
  const image = inlineRule(md, 'image');
  md.inline.ruler.at('image', (state, silent) => {
    const env = state.env as { imageDepth?: number };
    env.imageDepth = (env.imageDepth ?? 0) + 1;
    const isImage = image(state, silent);
    env.imageDepth--;
    return isImage;
  });
  // a raw `<a>` is no link to Goldmark: addresses in it are linked as well
  const html = inlineRule(md, 'html_inline');
  md.inline.ruler.at('html_inline', (state, silent) => {
    const level = state.linkLevel;
    const isHtml = html(state, silent);
    state.linkLevel = level;
    return isHtml;
  });
}
