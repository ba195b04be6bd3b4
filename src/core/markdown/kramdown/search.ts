// Searches that a hostile page could otherwise ask for again and again, each to the end of the text.

/** Remembers what is not there any more. Searches of one text, for ends that are looked for at ever later places. */
export class Search {
  private readonly absent = new Set<string>();

  constructor(private readonly text: string) {}

  indexOf(needle: string, from: number): number {
    if (this.absent.has(needle)) return -1;
    const found = this.text.indexOf(needle, from);
    if (found < 0) this.absent.add(needle);
    return found;
  }

  /** @param pattern with the flag `g`. */
  match(pattern: RegExp, from: number): RegExpExecArray | null {
    const key = `/${pattern.source}/`;
    if (this.absent.has(key)) return null;
    pattern.lastIndex = from;
    const found = pattern.exec(this.text);
    if (!found) this.absent.add(key);
    return found;
  }
}
