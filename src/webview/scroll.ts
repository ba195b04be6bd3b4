// Which source line is at the top of the page, and the way back. `data-line` elements stand in the order of their lines, save
// for footnotes and the like, which are passed over.

export interface Places {
  /** The source line (from 0, with a fraction) at the top of what is seen. */
  lineAtTop(): number;
  scrollTo(line: number): void;
  /** The innermost block that holds the line. */
  blockOf(line: number): HTMLElement | undefined;
  /** How far the page is scrolled, in CSS pixels. */
  offset(): number;
  scrollToOffset(top: number): void;
  /** To be called when the content has changed. */
  renew(): void;
}

interface Place { readonly line: number; readonly element: HTMLElement }

export function places(document: Document): Places {
  let known: readonly Place[] | undefined;
  let scroller: Element | undefined;

  function all(): readonly Place[] {
    if (known) return known;
    const found: Place[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('[data-line]')) {
      const line = Number(element.dataset['line']);
      if (line >= (found.at(-1)?.line ?? 0)) found.push({ line, element });
    }
    return (known = found);
  }

  /** What scrolls: the page, or in some themes a part of it. */
  function scrolled(): Element {
    if (scroller?.isConnected) return scroller;
    const { defaultView: view, body, scrollingElement, documentElement } = document;
    for (let element = all()[0]?.element.parentElement; element && element !== body && element !== documentElement; element = element.parentElement) {
      if (/auto|scroll/.test(view!.getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1) return (scroller = element);
    }
    return (scroller = scrollingElement ?? documentElement);
  }

  /** Of the scrolled part, in the window. */
  const origin = (): number => (scrolled() === document.scrollingElement ? 0 : scrolled().getBoundingClientRect().top);
  const topOf = (place: Place): number => place.element.getBoundingClientRect().top - origin() + scrolled().scrollTop;

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

  return {
    lineAtTop() {
      const found = all();
      if (!found.length) return 0;
      const top = scrolled().scrollTop;
      const index = lastBefore(place => topOf(place) <= top + 1);
      if (index < 0) return 0; // the head: front matter has no places of its own
      const here = found[index]!;
      const next = found.slice(index + 1).find(({ line }) => line > here.line);
      const from = topOf(here);
      const to = next ? topOf(next) : scrolled().scrollHeight;
      const lines = (next?.line ?? here.line + 1) - here.line;
      return here.line + (to > from ? Math.min(1, (top - from) / (to - from)) : 0) * lines;
    },
    scrollTo(line) {
      const found = all();
      const index = lastBefore(place => place.line <= line);
      // the top of the text is the top of the page, also where there is no front matter above
      if (index < 0 || line <= 0) return scrolled().scrollTo({ top: 0, behavior: 'instant' });
      const here = found[index]!;
      const next = found[index + 1];
      const from = topOf(here);
      const share = next ? (line - here.line) / Math.max(1, next.line - here.line) : 0;
      scrolled().scrollTo({ top: from + share * ((next ? topOf(next) : from) - from), behavior: 'instant' });
    },
    blockOf: line => all()[lastBefore(place => place.line <= line)]?.element,
    offset: () => scrolled().scrollTop,
    scrollToOffset: top => scrolled().scrollTo({ top, behavior: 'instant' }),
    renew() {
      known = undefined;
    },
  };
}
