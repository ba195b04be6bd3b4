// From marked's tokens to markdown-it's, so that renderer, lint and preview see the same as for other dialects. marked's `raw` texts,
// one behind the other, are the text that was read: that tells the places.
import createMarkdown, { type MarkdownIt, type Token } from 'markdown-it';
import type { MarkedToken, Token as Given, Tokens } from 'marked';
import { BOXES } from '../../templating/boxes';
import { shownText } from '../../templating/templates';
import { definitionAt } from './definitions';
import { HeadingIds, withoutTags } from './headings';
import { inlineHtml, withoutEntities } from './markup';
import type { HexoOptions } from './options';
import { filled, type Hole, piecesOf } from './prepare';
import { SpanMaker } from './spantokens';

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
