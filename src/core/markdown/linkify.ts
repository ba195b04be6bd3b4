import type { MarkdownIt } from 'markdown-it';

// goldmark/extension/linkify.go: ASCII only, after a line's start, white space or one of * _ ~ (
const URL = /^(?:https?|ftp):\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*)?/;
const WWW = /^www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*)?/;

/** Bare addresses become links, by Goldmark's rule and not by linkify-it's. */
export function linkify(md: MarkdownIt): void {
  md.inline.ruler.before('text', 'bare_url', (state, silent) => {
    const first = state.src.charCodeAt(state.pos);
    if ((first !== 0x68 && first !== 0x66 && first !== 0x77) || state.linkLevel > 0) return false;
    if (state.pos > 0 && !/[\s*_~(]/.test(state.src[state.pos - 1]!)) return false;
    const rest = state.src.slice(state.pos, Math.min(state.posMax, state.pos + 2100));
    const found = (URL.exec(rest) ?? WWW.exec(rest))?.[0];
    if (found === undefined) return false;
    const url = withoutEnd(found);
    if (!silent) {
      const href = md.normalizeLink(url.startsWith('www.') ? `https://${url}` : url);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', href]];
      open.info = 'auto';
      open.markup = 'linkify';
      open.meta = { place: { span: { start: state.pos, end: state.pos + url.length }, target: { start: state.pos, end: state.pos + url.length } } };
      state.push('text', '', 0).content = url;
      state.push('link_close', 'a', -1);
    }
    state.pos += url.length;
    return true;
  });
  // markdown-it's text rule runs over letters in one go: it must stop where an address may begin
  md.inline.ruler.before('bare_url', 'before_url', (state, silent) => {
    if (state.linkLevel > 0) return false;
    const end = state.src.slice(state.pos, state.posMax).search(/[\s(](?:https?:|ftp:|www\.)/);
    if (end < 0) return false;
    const piece = state.src.slice(state.pos, state.pos + end + 1);
    if (/[\n!#$%&*+\-:<=>@[\\\]^_`{}~|]/.test(piece) || piece.trimEnd() !== piece && piece.includes('  ')) return false;
    if (!silent) state.pending += piece;
    state.pos += piece.length;
    return true;
  });
}

function withoutEnd(found: string): string {
  let url = found.replace(/\.$/, '');
  if (url.endsWith(')')) {
    let open = (url.match(/\(/g) ?? []).length;
    let close = (url.match(/\)/g) ?? []).length;
    while (close > open && url.endsWith(')')) {
      url = url.slice(0, -1);
      close--;
      open += 0;
    }
  }
  return url.replace(/&[a-zA-Z\d]+;$/, '').replace(/[?!.,:*_~]+$/, '');
}
