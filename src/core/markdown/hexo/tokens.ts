// From marked's tokens to markdown-it's, so that renderer, lint and preview see the same as for other dialects. marked's `raw` texts,
// one behind the other, are the text that was read: that tells the places.
import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import type { MarkedToken, Token as Given, Tokens } from 'marked';
import { BOXES } from '../../templating/boxes';
import { shownText } from '../../templating/templates';
import { encodeAddress, externalAttributes, rooted } from './addresses';
import { definitionAt } from './definitions';
import { HeadingIds, withoutTags } from './headings';
import { inlineHtml, withoutEntities } from './markup';
import type { HexoOptions } from './options';
import { filled, type Hole, piecesOf } from './prepare';

/** How many lines end in a text. */
const lineEnds = (text: string): number => { let count = 0; for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++; return count; };

const MOST_EMPTY_CELLS = 65_536;

export class TokenMaker {
  readonly tokens: Token[] = [];
  private level = 0;
  private readonly ids: HeadingIds;

  constructor(private readonly md: MarkdownIt, private readonly holes: readonly Hole[], private readonly options: HexoOptions) {
    this.ids = new HeadingIds(options);
  }

  /**
   * @param text what the tokens were read from
   * @param line of the body on which it begins
   * @param isTop as opposed to the text of an item in a tight list
   */
  blocks(given: readonly Given[], text: string, line: number, isTop: boolean): void {
    let from = 0;
    let at = line;
    const goTo = (offset: number): void => {
      at += lineEnds(this.filled(text.slice(from, offset)));
      from = offset;
    };
    for (let index = 0; index < given.length; index++) {
      const token = given[index] as MarkedToken;
      const run: MarkedToken[] = [token];
      while (token.type === 'text' && given[index + 1]?.type === 'text') run.push(given[++index] as Tokens.Text);
      // the `raw` of text has the line ends between merged lines twice
      const raw = token.type === 'text' ? run.map(part => (part as Tokens.Text).text).join('') : token.raw;
      const found = this.find(text, raw, from);
      goTo(found);
      const lines = [at, at + 1 + lineEnds(this.filled(raw).trimEnd())] as const;
      if (token.type === 'text') this.paragraph(run as Tokens.Text[], lines, !isTop);
      else this.block(token, lines);
      goTo(Math.min(text.length, found + raw.length));
    }
  }

  private searches = 1000;

  /** Definitions of links are read and not among the tokens. */
  private find(text: string, raw: string, from: number): number {
    if (text.startsWith(raw, from) || this.searches <= 0) return from;
    const found = text.indexOf(raw, from);
    if (found < 0) this.searches--;
    return found < 0 ? from : found;
  }

  private push(type: string, tag: string, nesting: -1 | 0 | 1, lines?: readonly [number, number]): Token {
    const token = new createMarkdown.Token(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    if (lines) token.map = [...lines];
    this.tokens.push(token);
    return token;
  }

  private filled(text: string): string {
    return filled(text, this.holes);
  }

  private block(token: MarkedToken, lines: readonly [number, number]): void {
    const [line] = lines;
    switch (token.type) {
      case 'heading': {
        const tag = `h${token.depth}`;
        const html = inlineHtml(token.tokens);
        const open = this.push('heading_open', tag, 1, lines);
        if (this.options.hasHeadingIds) {
          open.attrs = [['id', this.ids.next(html)]];
          open.meta = { title: withoutEntities(withoutTags(html)) };
        }
        this.inline(token.tokens, lines);
        this.push('heading_close', tag, -1);
        return;
      }
      case 'hr': this.push('hr', 'hr', 0, lines); return;
      case 'code': {
        const code = this.push(token.codeBlockStyle === 'indented' ? 'code_block' : 'fence', 'code', 0, lines);
        code.content = `${this.filled(token.text).replace(/\n$/, '')}\n`;
        code.info = token.lang ?? '';
        return;
      }
      case 'blockquote':
        this.push('blockquote_open', 'blockquote', 1, lines);
        this.blocks(token.tokens, token.text, line, true);
        this.push('blockquote_close', 'blockquote', -1);
        return;
      case 'list': this.list(token, lines); return;
      case 'table': this.table(token, lines); return;
      case 'html': this.html(token.text, line); return;
      case 'paragraph': this.paragraph([token], lines, false); return;
      default:
    }
  }

  private paragraph(parts: readonly { readonly tokens?: readonly Given[] | undefined }[], lines: readonly [number, number], isHidden: boolean): void {
    const open = this.push('paragraph_open', 'p', 1, lines);
    const given = parts.flatMap((part, index): Given[] => [...(index ? [{ type: 'text', raw: '\n', text: '\n' }] : []), ...(part.tokens ?? [])]);
    const inline = this.inline(given, lines);
    const isDefinition = !isHidden && this.options.hasDefinitions && definitionAt(this.md, inline.children!);
    open.hidden = isHidden || isDefinition;
    this.push('paragraph_close', 'p', -1).hidden = open.hidden;
  }

  private list(list: Tokens.List, lines: readonly [number, number]): void {
    const [type, tag] = list.ordered ? ['ordered_list', 'ol'] : ['bullet_list', 'ul'];
    const open = this.push(`${type}_open`, tag, 1, lines);
    if (list.ordered && list.start !== 1) open.attrs = [['start', String(list.start)]];
    let line = lines[0];
    for (const item of list.items) {
      const raw = this.filled(item.raw);
      this.push('list_item_open', 'li', 1, [line, line + 1 + lineEnds(raw.trimEnd())]);
      if (item.task) this.taskBox(item);
      this.blocks(item.tokens, item.text, line, item.loose);
      this.push('list_item_close', 'li', -1);
      line += lineEnds(raw);
    }
    this.push(`${type}_close`, tag, -1);
  }

  /** In the item's first paragraph or, as `Renderer.listitem` does it, in front of whatever else the item begins with. */
  private taskBox(item: Tokens.ListItem): void {
    const box: Given = { type: 'html', raw: '', text: `<input ${item.checked ? 'checked="" ' : ''}disabled="" type="checkbox"> `, block: false, inLink: false, inRawBlock: false, pre: false };
    const [first] = item.tokens;
    if (first?.type === 'text' || (item.loose && first?.type === 'paragraph')) (first as Tokens.Text).tokens?.unshift(box);
    else this.push('html_block', '', 0).content = String(box['text']);
  }

  private table(table: Tokens.Table, lines: readonly [number, number]): void {
    this.push('table_open', 'table', 1, lines);
    this.push('thead_open', 'thead', 1);
    this.row(table.header, 'th', lines[0]);
    this.push('thead_close', 'thead', -1);
    if (table.rows.length) {
      this.push('tbody_open', 'tbody', 1);
      table.rows.forEach((row, index) => { this.row(row, 'td', lines[0] + 2 + index); });
      this.push('tbody_close', 'tbody', -1);
    }
    this.push('table_close', 'table', -1);
  }

  private emptyCells = 0;

  private row(cells: readonly Tokens.TableCell[], tag: 'th' | 'td', line: number): void {
    this.push('tr_open', 'tr', 1, [line, line + 1]);
    for (const cell of cells) {
      // as markdown-it does it: a short page must not become a long one of cells that nobody wrote
      if (cell.text === '' && ++this.emptyCells > MOST_EMPTY_CELLS) continue;
      const open = this.push(`${tag}_open`, tag, 1);
      if (cell.align) open.attrs = [['align', cell.align]];
      this.inline(cell.tokens, [line, line + 1]);
      this.push(`${tag}_close`, tag, -1);
    }
    this.push('tr_close', 'tr', -1);
  }

  /** A block of HTML, in which there may be fences and tags. */
  private html(text: string, line: number): void {
    const pieces = piecesOf(text, this.holes);
    let at = line;
    for (const [index, piece] of pieces.entries()) {
      const source = typeof piece === 'string' ? piece : piece.source;
      const lines = [at, at + 1 + lineEnds(source.trimEnd())] as const;
      at += lineEnds(source);
      if (typeof piece === 'string') {
        if (piece.trim() !== '' || pieces.length === 1) this.push('html_block', '', 0, lines).content = piece;
      } else if (piece.fence) {
        const fence = this.push('fence', 'code', 0, lines);
        Object.assign(fence, { content: `${piece.fence.code}\n`, info: piece.fence.language ?? '', meta: { fence: piece.fence } });
      } else this.tag(piece.source, lines, pieces.slice(index + 1).every(rest => typeof rest === 'string'));
    }
  }

  private tag(tag: string, lines: readonly [number, number], isAlone: boolean): void {
    const shown = tag.startsWith('{\uFDD0') ? shownText(BOXES, tag) : tag;
    const isOpening = BOXES.opens(tag) !== undefined && isAlone;
    const isClosing = BOXES.isClosing!(tag);
    if (isClosing && this.open.length && this.open.at(-1) === this.level) {
      this.open.pop();
      this.push('template_close', 'div', -1).meta = { isPair: true };
      return;
    }
    if (isClosing || /^\{%-?\s*(?:raw|endraw)\s*-?%\}$/.test(tag)) return;
    const open = this.push('template_open', 'div', 1, lines);
    open.content = shown;
    open.meta = { isPair: isOpening };
    if (isOpening) this.open.push(this.level);
    else this.push('template_close', 'div', -1).meta = { isPair: false };
  }

  /** Levels of boxes that are open. */
  private readonly open: number[] = [];

  private inline(given: readonly Given[], lines: readonly [number, number]): Token {
    const token = this.push('inline', '', 0, lines);
    const maker = new SpanMaker(this.holes, this.options);
    maker.spans(given, 0);
    token.children = maker.tokens;
    token.content = this.filled(given.map(({ raw }) => raw).join(''));
    return token;
  }
}

class SpanMaker {
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
