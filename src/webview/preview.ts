// The script of the preview's page: shows what the extension sends, and tells it what the reader does.
import morphdom from 'morphdom';
import { colours } from './colours';
import { buildContents, buildError, buildHead } from './head';
import { patchArticle, type Looks } from './patch';
import type { FromPage, PageState, Render, ToPage } from './protocol';
import { sanitize } from './sanitize';
import { places } from './scroll';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): (PageState & { readonly y?: number }) | undefined;
  setState(state: PageState & { readonly y?: number }): void;
};

/** How long (milliseconds) after a reader's own move the page counts as scrolled by hand: wheels run on. */
const RUN_ON = 400;
/** How long the block that is being written is marked; the animation in base.css is as long. */
const MARKED = 1000;

function start(): void {
  const vscode = acquireVsCodeApi();
  const page = document.getElementById('page')!;
  const article = document.getElementById('article')!;
  const uri = document.body.dataset['uri'] ?? '';
  const looks: Looks = new WeakMap();
  const colour = colours();
  const at = places(article);
  let restoreY = vscode.getState()?.y;
  let marked: HTMLElement | undefined;
  let markTimer: ReturnType<typeof setTimeout> | undefined;
  let isDragging = false;
  let lastMove = -Infinity;

  layerDefaults();
  vscode.setState({ uri, ...(restoreY === undefined ? {} : { y: restoreY }) });

  function render(message: Render): void {
    page.lang = message.language;
    const { dataset, classList } = document.body;
    classList.remove('paper', 'plain');
    classList.add(message.style);
    showStyleSheets(message.styleSheets);

    const content = sanitize(message.html, { words: message.words, resources: message.resources, ownOrigin: message.ownOrigin });
    colour(content);
    replaceHead(message);
    clearMark();
    patchArticle(article, content, looks);
    at.renew();
    if (message.editedLine !== undefined) mark(message.editedLine);
    if (restoreY !== undefined) scrollTo({ top: restoreY, behavior: 'instant' });
    restoreY = undefined;
    dataset['version'] = String(message.version);
    vscode.postMessage({ kind: 'rendered', serial: message.serial });
  }

  /** The head, the contents and the error line come before the article, in this order. */
  function replaceHead(message: Render): void {
    const next = page.cloneNode(false) as HTMLElement;
    for (const part of [buildHead(message), buildError(message.frontMatterError), buildContents(message.contents)]) if (part) next.append(part);
    next.append(article.cloneNode(false));
    morphdom(page, next, {
      childrenOnly: true,
      // the article is patched by itself
      onBeforeElUpdated: (from, to) => from !== article && !from.isEqualNode(to),
      onBeforeElChildrenUpdated: from => from !== article,
      onBeforeNodeDiscarded: node => node !== article,
    });
  }

  function mark(line: number): void {
    marked = at.blockOf(line);
    marked?.classList.add('editing');
    markTimer = setTimeout(clearMark, MARKED);
  }

  function clearMark(): void {
    clearTimeout(markTimer);
    marked?.classList.remove('editing');
    if (marked?.getAttribute('class') === '') marked.removeAttribute('class');
    marked = undefined;
  }

  function showAnchor(id: string): void {
    const target = [...article.querySelectorAll('[id], a[name]')].find(element => element.id === id || element.getAttribute('name') === id);
    if (target) target.scrollIntoView({ behavior: 'instant' });
    else if (id === '' || id === 'top') scrollTo({ top: 0, behavior: 'instant' });
  }

  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.kind) {
      case 'render': return render(data);
      case 'scroll': return at.scrollTo(data.line);
      case 'anchor': return showAnchor(data.id);
    }
  });

  // Before VS Code's own listener, which would open more kinds of links than we do.
  const click = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a, area');
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const href = link.getAttribute('href')?.trim();
      if (href === undefined || href === '') return;
      if (href.startsWith('#')) showAnchor(decode(href.slice(1)));
      else vscode.postMessage({ kind: 'open', href });
    }
    const gap = target?.closest<HTMLElement>('.post-head button.gap')?.dataset['gap'];
    if (gap === 'title' || gap === 'summary') vscode.postMessage({ kind: 'fill', gap });
  };
  addEventListener('click', click, true);
  addEventListener('auxclick', click, true);
  addEventListener('submit', event => event.preventDefault(), true);
  addEventListener('dblclick', ({ target }) => {
    const block = target instanceof Element ? target.closest<HTMLElement>('#article [data-line]') : null;
    if (block && !(target as Element).closest('a, button, summary')) vscode.postMessage({ kind: 'reveal', line: Number(block.dataset['line']) });
  });

  // Only a reader's own scrolling moves the editor: patching, pictures that arrive and the editor itself scroll the page too.
  const moved = (): void => { lastMove = performance.now(); };
  for (const kind of ['wheel', 'touchmove', 'keydown'] as const) addEventListener(kind, moved, { passive: true, capture: true });
  addEventListener('mousedown', () => { isDragging = true; }, true);
  addEventListener('mouseup', () => { isDragging = false; }, true);
  addEventListener('mousemove', ({ buttons }) => { isDragging = buttons !== 0; }, true);
  let isReporting = false;
  addEventListener('scroll', () => {
    if (isReporting) return;
    isReporting = true;
    requestAnimationFrame(() => {
      isReporting = false;
      vscode.setState({ uri, y: scrollY });
      if (isDragging || performance.now() - lastMove < RUN_ON) vscode.postMessage({ kind: 'scrolled', line: at.lineAtTop() });
    });
  }, { passive: true });

  vscode.postMessage({ kind: 'ready' });
}

/** From the first that differs on, all sheets are made anew, as their order counts; the old ones go when the new ones are there. */
function showStyleSheets(addresses: readonly string[]): void {
  const present = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const differs = addresses.findIndex((address, index) => present[index]?.href !== address);
  const from = differs < 0 ? addresses.length : differs;
  const stale = present.slice(from);
  const fresh = addresses.slice(from).map(makeSheet);
  let left = fresh.length;
  const settle = (): void => { if (--left <= 0) for (const link of stale) link.remove(); };
  for (const link of fresh) for (const kind of ['load', 'error']) link.addEventListener(kind, settle, { once: true });
  if (fresh.length) document.head.append(...fresh);
  else settle();
}

function makeSheet(address: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return link;
}

/**
 * Older versions put VS Code's own styles for webviews outside of any layer, where they win over all that base.css says; newer
 * ones use this very layer.
 */
function layerDefaults(): void {
  const defaults = document.getElementById('_defaultStyles');
  const css = defaults?.textContent ?? '';
  if (defaults && !css.includes('@layer')) defaults.textContent = `@layer vscode-default {${css}}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

start();
