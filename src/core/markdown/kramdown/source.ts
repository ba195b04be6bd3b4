// Text that kramdown parses anew after it has cut something off its lines (a quote's `>`, an item's indentation), with
// the way back to the file: every line knows where it stands there.

import { lastAtMost } from '../../span';

export class Source {
  /**
   * @param text ends in a line feed where it is made of blocks
   * @param starts offsets in `text` at which lines begin
   * @param places for each line, the file's offset of its first character (where blanks stand for a tab: of what follows them)
   * @param numbers for each line, its number in the body, from 0
   */
  constructor(
    readonly text: string,
    private readonly starts: readonly number[],
    private readonly places: readonly number[],
    private readonly numbers: readonly number[],
  ) {}

  private indexAt(offset: number): number {
    return lastAtMost(this.starts, offset);
  }

  /** Where a character stands in the file. */
  placeOf(offset: number): number {
    const index = this.indexAt(offset);
    return this.places[index]! + offset - this.starts[index]!;
  }

  /** The number of the line in the body. */
  lineOf(offset: number): number {
    return this.numbers[this.indexAt(offset)]!;
  }

  slice(from: number, to: number): Source {
    const maker = new SourceMaker();
    maker.addSlice(this, from, to);
    return maker.make();
  }

  /** Calls back for each line, or piece of one, between two offsets; its line feed is included. */
  eachLine(from: number, to: number, visit: (text: string, place: number, number: number) => void): void {
    for (let index = this.indexAt(from), at = from; at < to; index++) {
      const end = Math.min(to, this.starts[index + 1] ?? this.text.length);
      visit(this.text.slice(at, end), this.places[index]! + at - this.starts[index]!, this.numbers[index]!);
      at = end;
      if (index >= this.starts.length - 1) break;
    }
  }
}

export class SourceMaker {
  private readonly parts: string[] = [];
  private readonly starts: number[] = [];
  private readonly places: number[] = [];
  private readonly numbers: number[] = [];
  length = 0;

  add(text: string, place: number, number: number): void {
    if (text === '') return;
    this.parts.push(text);
    this.starts.push(this.length);
    this.places.push(place);
    this.numbers.push(number);
    this.length += text.length;
  }

  addSlice(source: Source, from: number, to: number): void {
    source.eachLine(from, to, (text, place, number) => this.add(text, place, number));
  }

  make(): Source {
    const isEmpty = this.starts.length === 0;
    return new Source(this.parts.join(''), isEmpty ? [0] : this.starts, isEmpty ? [0] : this.places, isEmpty ? [0] : this.numbers);
  }
}

/** The body of a file; every line ends in LF, the last one too. */
export function sourceOf(text: string, start: number, end: number): Source {
  const maker = new SourceMaker();
  const ending = /\r\n?|\n/g;
  ending.lastIndex = start;
  let at = start;
  let number = 0;
  for (let found = ending.exec(text); found && found.index < end; found = ending.exec(text)) {
    maker.add(`${text.slice(at, found.index)}\n`, at, number++);
    at = found.index + found[0].length;
  }
  if (at < end) maker.add(`${text.slice(at, end)}\n`, at, number);
  return maker.make();
}
