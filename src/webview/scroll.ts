// Which source line is at the top of the page, and the way back. `data-line` elements stand in the order of their lines, save
// for footnotes and the like, which are passed over.

export interface Places {
  /** The source line (from 0, with a fraction) at the top of the window. */
  lineAtTop(): number;
  scrollTo(line: number): void;
  /** The innermost block that holds the line. */
  blockOf(line: number): HTMLElement | undefined;
  /** To be called when the content has changed. */
  renew(): void;
}

interface Place { readonly line: number; readonly element: HTMLElement }

export function places(article: HTMLElement): Places {
  let known: readonly Place[] | undefined;

  function all(): readonly Place[] {
    if (known) return known;
    const found: Place[] = [];
    for (const element of article.querySelectorAll<HTMLElement>('[data-line]')) {
      const line = Number(element.dataset['line']);
      if (line >= (found.at(-1)?.line ?? 0)) found.push({ line, element });
    }
    return (known = found);
  }

  /** The last place of which `isBefore` holds; places for which it holds come first. */
  function lastBefore(isBefore: (place: Place) => boolean): number {
    const found = all();
    let low = -1;
    let high = found.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (isBefore(found[middle]!)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  const topOf = (place: Place): number => place.element.getBoundingClientRect().top + scrollY;

  return {
    lineAtTop() {
      const found = all();
      if (!found.length) return 0;
      const index = lastBefore(place => place.element.getBoundingClientRect().top <= 1);
      if (index < 0) return 0; // the head: front matter has no places of its own
      const here = found[index]!;
      const next = found.slice(index + 1).find(({ line }) => line > here.line);
      const from = topOf(here);
      const to = next ? topOf(next) : document.documentElement.scrollHeight;
      const lines = (next?.line ?? here.line + 1) - here.line;
      return here.line + (to > from ? Math.min(1, (scrollY - from) / (to - from)) : 0) * lines;
    },
    scrollTo(line) {
      const found = all();
      const index = lastBefore(place => place.line <= line);
      // the top of the text is the top of the page, also where there is no front matter above
      if (index < 0 || line <= 0) return scrollTo({ top: 0, behavior: 'instant' });
      const here = found[index]!;
      const next = found[index + 1];
      const from = topOf(here);
      const share = next ? (line - here.line) / Math.max(1, next.line - here.line) : 0;
      scrollTo({ top: from + share * ((next ? topOf(next) : from) - from), behavior: 'instant' });
    },
    blockOf: line => all()[lastBefore(place => place.line <= line)]?.element,
    renew: () => { known = undefined; },
  };
}
