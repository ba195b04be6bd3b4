// A body after its templates have run: the text that Markdown gets, the way back to the lines of the source, and the HTML that takes
// the place of words once Markdown is done.
export interface Expansion {
  readonly text: string;
  /** For each line of the text, the line of the body that it comes from; both count from 0. */
  readonly lines: readonly number[];
  /** By words in the text, which stay words when the text becomes HTML. */
  readonly inserts: ReadonlyMap<string, Insert>;
  /** Why nothing was run, in the reader's language; the text then is the source. */
  readonly failure?: string;
}

export interface Insert {
  readonly html: string;
  /** The tag, where only a service elsewhere could say what is in its place: for a reader who should know that something is. */
  readonly box?: string;
  /** Where readers find that which the service would put there. */
  readonly address?: string;
  /** Line of the body. */
  readonly line: number;
}

const LINE_END = /\r\n?|\n/g;

export const lineEnds = (text: string): number => text.match(LINE_END)?.length ?? 0;

export class ExpansionMaker {
  private readonly parts: string[] = [];
  /** The first line begins with the body. */
  private readonly lines: number[] = [0];
  readonly inserts = new Map<string, Insert>();
  length = 0;

  /**
   * @param line of the body on which the text begins
   * @param last of the body on which its source ends: made text may have more lines than it was made of
   */
  add(text: string, line: number, last = Infinity): void {
    if (text === '') return;
    this.parts.push(text);
    this.length += text.length;
    for (let count = lineEnds(text), each = 1; each <= count; each++) this.lines.push(Math.min(line + each, last));
  }

  make(): Expansion {
    return { text: this.parts.join(''), lines: this.lines, inserts: this.inserts };
  }
}

/** Hugo's own: they are seen in the ids of headings. @param ordinal of the tag, from 0 */
export const insertWord = (ordinal: number): string => `HAHAHUGOSHORTCODEs${ordinal}HBHB`;
const WORD = 'HAHAHUGOSHORTCODEs\\d+HBHB';
const WORDS = new RegExp(`<p(?: data-line="\\d+")?>(${WORD})</p>|<!--(${WORD})-->|${WORD}`, 'g');

/** A word where Markdown takes what stands there for HTML, as Hexo's tags are. */
export const insertComment = (word: string): string => `<!--${word}-->`;

/**
 * HTML with the inserts in place of their words. Where one is all that a paragraph holds, the paragraph goes: hugolib's
 * expandShortcodeTokens. @param htmlOf what stands in for an insert
 */
export function insertAll(html: string, inserts: Expansion['inserts'], htmlOf: (insert: Insert) => string): string {
  if (!inserts.size) return html;
  return html.replace(WORDS, (whole, alone?: string, comment?: string) => {
    const insert = inserts.get(alone ?? comment ?? whole);
    return insert === undefined ? whole : htmlOf(insert);
  });
}
