// What stands in a line: marked's tokens of text, emphasis, links and pictures as markdown-it's, with their places in the block.
import createMarkdown, { type Token } from 'markdown-it';
import type { MarkedToken, Token as Given, Tokens } from 'marked';
import { BOXES } from '../../templating/boxes';
import { shownText } from '../../templating/templates';
import { encodeAddress, externalAttributes, rooted } from './addresses';
import { withoutEntities } from './markup';
import type { HexoOptions } from './options';
import { filled, type Hole, piecesOf } from './prepare';

export class SpanMaker {
  readonly tokens: Token[] = [];

  constructor(private readonly holes: readonly Hole[], private readonly options: HexoOptions) {}

  private push(type: string, tag: string, nesting: -1 | 0 | 1, content = ''): Token {
    const token = new createMarkdown.Token(type, tag, nesting);
    token.content = content;
    this.tokens.push(token);
    return token;
  }

  /** @param start of the first, in the block's content */
  spans(given: readonly Given[], start: number): void {
    let at = start;
    for (const token of given as readonly MarkedToken[]) {
      const raw = filled(token.raw, this.holes);
      this.span(token, raw, at);
      at += raw.length;
    }
  }

  private span(token: MarkedToken, raw: string, at: number): void {
    switch (token.type) {
      case 'text': if ('tokens' in token && token.tokens) this.spans(token.tokens, at); else this.text(token.text); return;
      case 'escape': this.push('text', '', 0, withoutEntities(token.text)); return;
      case 'codespan': this.push('code_inline', 'code', 0, filled(token.text, this.holes)); return;
      case 'br': this.push('hardbreak', 'br', 0); return;
      case 'em': case 'strong': case 'del': {
        const tag = token.type;
        this.push(`${tag}_open`, tag, 1);
        this.spans(token.tokens, at + (raw.length - filled(token.text, this.holes).length) / 2);
        this.push(`${tag}_close`, tag, -1);
        return;
      }
      case 'link': this.link(token, raw, at); return;
      case 'image': this.image(token, raw, at); return;
      case 'html': this.html(token.text, at); return;
      default:
    }
  }

  private text(text: string): void {
    for (const piece of piecesOf(text, this.holes)) {
      if (typeof piece === 'string') this.push('text', '', 0, withoutEntities(piece));
      else this.hole(piece);
    }
  }

  private hole({ fence, source }: Hole): void {
    if (fence) Object.assign(this.push('fence', 'code', 0, `${fence.code}\n`), { info: fence.language ?? '', meta: { fence } });
    else this.push('template', '', 0, source.startsWith('{\uFDD0') ? shownText(BOXES, source) : /^\{%-?\s*(?:end)?raw\s*-?%\}$/.test(source) ? '' : source);
  }

  private html(text: string, start: number): void {
    let at = start;
    for (const piece of piecesOf(text, this.holes)) {
      const source = typeof piece === 'string' ? piece : piece.source;
      if (typeof piece === 'string') this.push('html_inline', '', 0, piece).meta = { place: { span: { start: at, end: at + piece.length } } };
      else this.hole(piece);
      at += source.length;
    }
  }

  private link(token: Tokens.Link, raw: string, at: number): void {
    const written = filled(token.href, this.holes);
    const isAuto = raw[0] !== '[';
    const open = this.push('link_open', 'a', 1);
    const href = this.options.cleansLinks && /^(?:javascript|vbscript|data):/.test(written) ? '' : written;
    open.attrs = [['href', this.addressOf(href)], ...(token.title ? [['title', withoutEntities(token.title)] as [string, string]] : []), ...externalAttributes(href, this.options.external).map(([name, value]): [string, string] => [name, value])];
    if (isAuto) {
      open.info = 'auto';
      const inside = raw[0] === '<' ? 1 : 0;
      open.meta = { place: { span: { start: at, end: at + raw.length }, target: { start: at + inside, end: at + raw.length - inside } } };
    } else open.meta = { place: placeOf(raw, filled(token.text, this.holes), at, 1) };
    this.spans(token.tokens, at + 1);
    this.push('link_close', 'a', -1);
  }

  /** Where a tag or a fence is in it, the address is as it was written. */
  private addressOf(href: string): string {
    return /\{[{%]|\uFDD0/.test(href) ? href : encodeAddress(href);
  }

  private image(token: Tokens.Image, raw: string, at: number): void {
    const written = filled(token.href, this.holes);
    const alt = withoutEntities(filled(token.text, this.holes));
    const { isLazy, hasCaptions, imageRoot } = this.options;
    const isCaptioned = hasCaptions && alt !== '';
    if (isCaptioned) this.push('html_inline', '', 0, '<figure>');
    const image = this.push('image', 'img', 0, alt);
    image.attrs = [['src', this.addressOf(/\{[{%]|\uFDD0/.test(written) ? written : rooted(written, imageRoot))], ['alt', ''], ...(token.title ? [['title', withoutEntities(token.title)] as [string, string]] : []), ...(isLazy ? [['loading', 'lazy'] as [string, string]] : [])];
    const text = new createMarkdown.Token('text', '', 0);
    text.content = alt;
    image.children = [text];
    image.meta = { place: placeOf(raw, filled(token.text, this.holes), at, 2), written };
    if (isCaptioned) {
      this.push('html_inline', '', 0, '<figcaption aria-hidden="true">');
      this.push('text', '', 0, alt);
      this.push('html_inline', '', 0, '</figcaption></figure>');
    }
  }
}

/** Of `[text](target "title")`, `[text][label]` or `[label]`. @param skip characters before the text */
function placeOf(raw: string, text: string, at: number, skip: number): { span: { start: number; end: number }; text: { start: number; end: number }; target?: { start: number; end: number } } {
  let end = skip + text.length;
  // brackets in the text have lost their backslashes
  while (end < raw.length && (raw[end] !== ']' || raw.slice(skip, end).replace(/\\([[\]])/g, '$1').length < text.length)) end++;
  const place = { span: { start: at, end: at + raw.length }, text: { start: at + skip, end: at + end } };
  if (raw[end + 1] !== '(') return place;
  const blank = /^\s*/.exec(raw.slice(end + 2))![0].length;
  const from = end + 2 + blank;
  const isTag = raw[from] === '{';
  const found = raw[from] === '<' ? /^<((?:\\.|[^<>\\\n])*)>/.exec(raw.slice(from)) : null;
  const length = found ? found[1]!.length : (isTag ? /^(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[^\s{])*/ : /^\S*?(?=\s*\)$|\s|$)/).exec(raw.slice(from, -1))?.[0].length ?? 0;
  const start = from + (found ? 1 : 0);
  return { ...place, target: { start: at + start, end: at + start + length } };
}
