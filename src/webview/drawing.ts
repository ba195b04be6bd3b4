// Formulas and diagrams in the page that is shown. What draws them is in bundles of their own, which are loaded when there is
// something to draw for the first time.
import { drawDiagrams } from './diagrams';
import { isElement } from './patch';
import type { Drawings } from './protocol';

/** What the bundles leave in the window when they have been loaded. */
export interface Drawers {
  /** @param base address of the folder that the bundles are in */
  techPostMath?: (inner: Document, base: string) => (root: Element, delimiters: Drawings['formulas']) => void;
  /** @throws where the text is no diagram. @returns an SVG */
  techPostDiagram?: (text: string, isDark: boolean) => Promise<string>;
}

export interface Drawing {
  /** @param nodes of the body */
  draw(nodes: readonly Node[], drawings: Drawings): void;
}

/** A formula that stands in no element, as kramdown writes those between paragraphs, is given one to be drawn in. */
export function holdFormulas(content: DocumentFragment, { formulas }: Drawings): DocumentFragment {
  for (const node of [...content.childNodes]) {
    const text = node.nodeType === Node.TEXT_NODE ? node.textContent ?? '' : '';
    if (!formulas.some(({ left }) => text.includes(left))) continue;
    const holder = content.ownerDocument.createElement('span');
    node.replaceWith(holder);
    holder.append(node);
  }
  return content;
}

/** @param changed is called when something was drawn later than it was asked for */
export function drawing(inner: Document, changed: () => void): Drawing {
  const own = document.currentScript as HTMLScriptElement | null ?? document.querySelector<HTMLScriptElement>('script[src*="/preview.js"]')!;
  const base = new URL('.', own.src).href;
  const { nonce } = own;
  const loading = new Map<string, Promise<void>>();
  let formulas: ((root: Element, delimiters: Drawings['formulas']) => void) | undefined;
  let last: { readonly nodes: readonly Node[]; readonly drawings: Drawings } | undefined;
  const diagrams = drawDiagrams(inner, async (text, isDark) => {
    await load('mermaid.js');
    return (window as Drawers).techPostDiagram!(text, isDark);
  }, changed);

  function load(name: string): Promise<void> {
    let loaded = loading.get(name);
    if (!loaded) {
      loading.set(name, loaded = new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { src: base + name, nonce });
        script.addEventListener('load', () => resolve());
        script.addEventListener('error', () => reject(new Error(name)));
        document.head.append(script);
      }));
    }
    return loaded;
  }

  function drawFormulas(elements: readonly Element[], delimiters: Drawings['formulas']): void {
    // one that is drawn has no delimiters any more
    const undrawn = delimiters.length ? elements.filter(({ textContent }) => delimiters.some(({ left }) => textContent.includes(left))) : [];
    if (!undrawn.length) return;
    if (formulas) {
      for (const element of undrawn) formulas(element, delimiters);
      return;
    }
    void load('math.js').then(() => {
      formulas = (window as Drawers).techPostMath!(inner, base);
      if (last) draw(last.nodes, last.drawings);
      changed();
    });
  }

  function draw(nodes: readonly Node[], drawings: Drawings): void {
    last = { nodes, drawings };
    const elements = nodes.filter(node => node.isConnected).filter(isElement);
    drawFormulas(elements, drawings.formulas);
    diagrams(elements, drawings.hasDiagrams);
  }

  // diagrams have the colours of light or dark pages
  new MutationObserver(() => { if (last) draw(last.nodes, last.drawings); }).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return { draw };
}
