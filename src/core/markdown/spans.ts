// markdown-it says on which lines a block stands, and nothing of where a link in it does. The inline rules that make links
// are wrapped to note where they began and ended in the block's content, and the content's offsets are led back to the source.
import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import { Lines, type Span } from '../span';

export interface Note {
  /** In offsets of the block's content. */
  readonly span: Span;
  readonly target?: Span;
  readonly text?: Span;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** The rule that a dialect has under a name now, to be wrapped. The rulers hand out functions only without their names. */
export function inlineRule(md: MarkdownIt, name: string): InlineRule {
  const found = md.inline.ruler.__rules__.find(rule => rule.name === name);
  if (!found) throw new Error(`no inline rule ${name}`);
  return found.fn;
}

export const noteOf = (token: Token): Note | undefined => (token.meta?.['place'] as Note | undefined);

function setNote(token: Token | undefined, note: Note): void {
  if (token) token.meta = { ...token.meta, place: note };
}

export interface BracketNote { readonly span: Span; readonly label: Span; readonly text: Span }

/** `[text][label]` that no rule took for a link, noted in the parse's env. */
export interface SpanEnv { unlinked?: Map<string, BracketNote[]> }

export function noteSpans(md: MarkdownIt): void {
  const wrap = (name: string, type: string, detail: (state: StateInline, start: number) => Pick<Note, 'target' | 'text'>): void => {
    const rule = inlineRule(md, name);
    md.inline.ruler.at(name, (state, silent) => {
      const start = state.pos;
      const count = state.tokens.length;
      if (!rule(state, silent)) return false;
      if (silent) return true;
      const end = state.pos;
      setNote(state.tokens.slice(count).find(token => token.type === type), { span: { start, end }, ...detail(state, start) });
      return true;
    });
  };
  wrap('link', 'link_open', (state, start) => bracketDetail(state, start, start));
  wrap('image', 'image', (state, start) => bracketDetail(state, start, start + 1));
  wrap('autolink', 'link_open', (state, start) => ({ target: { start: start + 1, end: state.pos - 1 } }));
  wrap('html_inline', 'html_inline', () => ({}));
}

/** The text between the brackets, and the destination when it is written behind them. */
function bracketDetail(state: StateInline, start: number, bracket: number): Pick<Note, 'target' | 'text'> {
  const labelEnd = state.md.helpers.parseLinkLabel(state, bracket, start === bracket);
  const text = { start: bracket + 1, end: labelEnd };
  if (state.src[labelEnd + 1] !== '(') return { text };
  const from = labelEnd + 2 + /^\s*/.exec(state.src.slice(labelEnd + 2))![0].length;
  const destination = state.md.helpers.parseLinkDestination(state.src, from, state.pos);
  if (!destination.ok) return { text, target: { start: from, end: from } };
  const isAngled = state.src[from] === '<';
  return { text, target: isAngled ? { start: from + 1, end: destination.pos - 1 } : { start: from, end: destination.pos } };
}

/** Leads offsets of a block's content back to the text it was made of. */
export class ContentMap {
  private cursor: { line: number; column: number } | undefined;

  /** @param text the whole file; block lines count from `firstLine` of it. */
  constructor(private readonly lines: Lines, private readonly firstLine: number) {}

  /** Table cells of one row stand on one line, each behind the last. */
  startRow(line: number): void {
    this.cursor = { line, column: 0 };
  }

  endRow(): void {
    this.cursor = undefined;
  }

  /** @returns for content that begins on a line of the body, a function from its offsets to the file's. */
  of(content: string, map: readonly [number, number] | null): (offset: number) => number {
    if (this.cursor) return this.ofCell(content, this.cursor);
    const parts = content.split('\n');
    const starts: number[] = [];
    let at = 0;
    for (const part of parts) {
      starts.push(at);
      at += part.length + 1;
    }
    const begins = new Map<number, number>();
    return offset => {
      let index = starts.length - 1;
      while (index > 0 && starts[index]! > offset) index--;
      let begin = begins.get(index);
      if (begin === undefined) begins.set(index, (begin = this.placeOf(parts[index]!, (map?.[0] ?? 0) + index)));
      return begin + offset - starts[index]!;
    };
  }

  private placeOf(part: string, line: number): number {
    const { start, end } = this.lines.spanOf(this.firstLine + line);
    const source = this.lines.text.slice(start, end);
    const trimmed = part.trimEnd();
    const found = source.trimEnd().endsWith(trimmed) ? source.trimEnd().length - trimmed.length : source.indexOf(trimmed);
    // a tab that stood half for indentation became blanks in the content
    if (found >= 0) return start + found;
    const text = trimmed.trimStart();
    const at = source.indexOf(text);
    return start + (at < 0 ? 0 : at - (trimmed.length - text.length));
  }

  private ofCell(content: string, cursor: { line: number; column: number }): (offset: number) => number {
    const { start, end } = this.lines.spanOf(this.firstLine + cursor.line);
    const source = this.lines.text.slice(start, end);
    // `\|` in a cell has lost its backslash
    const places: number[] = [];
    for (let from = cursor.column; from <= source.length; from++) {
      places.length = 0;
      let at = from;
      for (const unit of content) {
        if (unit === '|' && source.startsWith('\\|', at)) at++;
        if (!source.startsWith(unit, at)) break;
        for (let i = 0; i < unit.length; i++) places.push(at + i);
        at += unit.length;
      }
      if (places.length === content.length) {
        places.push(at);
        cursor.column = at;
        break;
      }
    }
    return offset => start + (places[offset] ?? cursor.column);
  }
}
