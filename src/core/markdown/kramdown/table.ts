// Tables: every line of the paragraph needs a pipe outside code, and a boundary must be above and below.
// https://kramdown.gettalong.org/syntax.html#tables
import { type BlockState, type Page, add, block, isAfterBoundary, isBeforeBoundary } from './blocks';
import { codeSpan } from './codespan';
import { htmlSpan } from './htmlspan';
import { templateSpan } from './marks';
import { type Node, node } from './node';
import { at, LINE, trimmed, trimmedEnd, trimmedStart } from './patterns';
import { Search } from './search';
import { parseSpans } from './spans';
import { SourceMaker, type Source } from './source';

const PIPED = /(?:\||[^\n]*?[^\\\n]\|)[^\n]*\n/y;
const SEPARATOR = /([+|: -]*?-[+|: -]*?)[ \t]*\n/y;
const FOOTER = /[+|: =]*?=[+|: =]*?[ \t]*\n/y;
const HAS_PIPE = /^(?:\||[^\n]*?[^\\\n]\|)/;

export function table(state: BlockState): boolean {
  const { text } = state;
  if (!/^ {0,3}[^\t-\r ]/.test(text.slice(state.pos, state.pos + 4)) || !at(PIPED, text, state.pos) || !isAfterBoundary(state)) return false;
  const start = state.pos;
  const made = block(state, 'table', start);
  const reader = new Reader(state, made);
  const end = reader.read();
  state.pos = end;
  if (end === start || !isBeforeBoundary(state) || !everyLineHasPipe(state.source.slice(start, end - 1), state.page) || !reader.finish()) {
    state.pos = start;
    return false;
  }
  add(state, made);
  return true;
}

/** A wide line above many short ones must not fill the memory. */
const MOST_ADDED = 65_536;

class Reader {
  private rows: Node[] = [];
  private columns = 0;
  private hasFooter = false;
  private alignments: string[] = [];

  constructor(private readonly state: BlockState, private readonly made: Node) {}

  /** @returns the offset behind the table's last line. */
  read(): number {
    const { text } = this.state;
    let pos = this.state.pos;
    const hasLeadingPipe = /^[\t-\r ]*\|/.test(at(LINE, text, pos)![0]);
    pos += at(SEPARATOR, text, pos)?.[0].length ?? 0;
    while (pos < text.length && at(PIPED, text, pos)) {
      const separator = at(SEPARATOR, text, pos);
      if (separator) {
        pos += separator[0].length;
        // a line of dashes without rows above it is passed over
        if (this.rows.length) this.separate(separator[1]!);
        continue;
      }
      const footer = at(FOOTER, text, pos);
      if (footer) {
        pos += footer[0].length;
        if (this.rows.length) this.close('tbody', true);
        this.hasFooter = true;
        continue;
      }
      const line = at(LINE, text, pos)![0];
      this.row(this.state.source.slice(pos, pos + trimmedEnd(line).length), hasLeadingPipe);
      pos += line.length;
    }
    return pos;
  }

  private separate(marks: string): void {
    if (this.alignments.length || this.hasFooter) {
      this.close('tbody', false);
      return;
    }
    this.close('thead', false);
    this.alignments = [...marks.matchAll(/ ?(:?)-+(:?) ?/g)].map(([, left, right]) => (left ? (right ? 'center' : 'left') : right ? 'right' : ''));
  }

  private close(kind: 'thead' | 'tbody' | 'tfoot', isForced: boolean): void {
    if (this.hasFooter && kind === 'tbody' && !isForced) return;
    this.made.children.push(node(kind, '', { children: this.rows, lines: [this.rows[0]!.lines![0], this.rows.at(-1)!.lines![1]] }));
    this.rows = [];
  }

  private row(line: Source, hasLeadingPipe: boolean): void {
    const cells = cellsOf(line);
    if (hasLeadingPipe && trimmed(cells[0]!.text) === '') cells.shift();
    if (cells.length && trimmed(cells.at(-1)!.text) === '') cells.pop();
    const number = line.lineOf(0);
    const row = node('tr', '', { lines: [number, number + 1] });
    row.children = cells.map(cell => {
      const lead = cell.text.length - trimmedStart(cell.text).length;
      return node('td', '', { raw: cell.slice(lead, Math.max(lead, trimmedEnd(cell.text).length)), lines: [number, number + 1] });
    });
    this.columns = Math.max(this.columns, cells.length);
    this.rows.push(row);
  }

  /** @returns false when there is no body: then it is no table. */
  finish(): boolean {
    if (this.rows.length) this.close(this.hasFooter ? 'tfoot' : 'tbody', false);
    if (!this.made.children.some(({ kind }) => kind === 'tbody')) return false;
    const cells = this.made.children.flatMap(part => part.children).reduce((sum, row) => sum + this.columns - row.children.length, 0);
    if (cells > MOST_ADDED) return false;
    for (const part of this.made.children) for (const row of part.children) {
      while (row.children.length < this.columns) row.children.push(node('td'));
    }
    this.made.alignments = Array.from({ length: this.columns }, (_, column) => this.alignments[column] ?? '');
    return true;
  }
}

// Liquid runs first: a pipe of its filters is not there any more.
const CODE = /(?<!\\)(`+)(?!`)[\s\S]*?[^`]\1(?!`)|<code[^\n]*?>[^\n]*?<\/code>|\{\{[^\n}]{0,400}\}\}|\{%[^\n}]{0,400}%\}/g;

/** Split at pipes that stand outside code and have no backslash; `\|` loses it. */
function cellsOf(line: Source): Source[] {
  const { text } = line;
  const guarded = codeRanges(text);
  const cells: Source[] = [];
  let maker = new SourceMaker();
  let from = 0;
  let range = 0;
  for (let pos = 0; pos < text.length; pos++) {
    while (range < guarded.length && guarded[range]!.end <= pos) range++;
    const code = guarded[range];
    if (code && pos >= code.start) {
      pos = code.end - 1;
      continue;
    }
    if (text[pos] !== '|') continue;
    if (text[pos - 1] === '\\') {
      maker.addSlice(line, from, pos - 1);
      from = pos;
      continue;
    }
    maker.addSlice(line, from, pos);
    cells.push(made(maker, line, pos));
    maker = new SourceMaker();
    from = pos + 1;
  }
  maker.addSlice(line, from, text.length);
  cells.push(made(maker, line, text.length));
  return cells;
}

/** An empty cell stands where it would be. */
const made = (maker: SourceMaker, line: Source, pos: number): Source => (maker.length ? maker.make() : line.slice(pos, pos));

function codeRanges(text: string): { start: number; end: number }[] {
  if (!/[`{]|<code/.test(text)) return [];
  return [...text.matchAll(CODE)].map(found => ({ start: found.index, end: found.index + found[0].length }));
}

/** Code and elements may hold pipes, and even line ends, but each line needs one pipe outside them: parse_table of kramdown's parser/kramdown/table.rb. */
function everyLineHasPipe(source: Source, page: Page): boolean {
  const { text } = source;
  if (!/[`<{]/.test(text)) return text.split('\n').every(line => HAS_PIPE.test(line));
  const root = node('root');
  // what it notes of links is not for the page
  const scratch: Page = { ...page, missing: new Map() };
  parseSpans({ page: scratch, source, text, search: new Search(text), pos: 0, tree: node('root'), stack: [] }, root, undefined, [templateSpan, codeSpan, htmlSpan]);
  page.budget = scratch.budget;
  let hasPipe = false;
  for (const { kind, value } of root.children) {
    if (kind === 'template') continue;
    const lines = value.replace(/\n+$/, '').split('\n');
    if (kind === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !hasPipe)) break;
      if (lines.length === 2) hasPipe = false;
    } else {
      if (lines.length > 1 && !hasPipe && !HAS_PIPE.test(lines[0]!)) break;
      hasPipe = (lines.length === 1 && hasPipe) || HAS_PIPE.test(lines.at(-1)!);
    }
  }
  return hasPipe;
}
