// The script of the preview: shows what the extension sends, and tells it what the reader does.
import { drawing, holdFormulas } from './drawing';
import { openFrame, type Frame } from './frame';
import { nodesOf, placeOf, putPage, type BodyPlace } from './page';
import { isElement, shownBody } from './patch';
import type { FromPage, PageAround, PageState, Render, ToPage } from './protocol';
import { sanitize } from './sanitize';
import { places } from './scroll';
import { showTheme } from './theme';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

/** How long (milliseconds) after a reader's own move the page counts as scrolled by hand: wheels run on. */
const RUN_ON = 400;
/** How long the block that is being written is marked; the animation in marks.css is as long. */
const MARKED = 1000;

function start(frame: Frame): void {
  const vscode = acquireVsCodeApi();
  const inner = frame.document;
  const bar = document.getElementById('bar')!;
  const cards = document.getElementById('cards')!;
  const uri = document.body.dataset['uri'] ?? '';
  const body = shownBody();
  const at = places(inner);
  const theme = showTheme(frame);
  const drawn = drawing(inner, () => at.renew());
  let around: PageAround | undefined;
  let place: BodyPlace | undefined;
  /** Of the message whose body is shown. */
  let shownSerial: number | undefined;
  let restoreY = vscode.getState()?.y;
  let marked: HTMLElement | undefined;
  let markTimer: ReturnType<typeof setTimeout> | undefined;
  let isDragging = false;
  let lastMove = -Infinity;

  vscode.setState({ uri, ...(restoreY === undefined ? {} : { y: restoreY }) });

  function render(message: Render): void {
    const { since, runs } = message.body;
    if (since !== undefined && since !== shownSerial) return vscode.postMessage({ kind: 'ready' });
    frame.resize(message.view.width);
    if (message.page) {
      const isFirst = around === undefined || around.isOwn !== message.page.isOwn;
      if (isFirst) frame.hide(true);
      around = message.page;
      void putPage(inner, around).then(() => {
        theme.renew();
        if (isFirst) frame.hide(false);
      });
      place = placeOf(inner, around.bodyComments);
    }
    theme.set(message.view.scheme, around?.isOwn ?? true);
    show(bar, message.bar);
    show(cards, message.cards);
    const options = { words: message.words, resources: message.resources, ownOrigin: message.ownOrigin };
    clearMark();
    if (place) body.change(place, runs, html => holdFormulas(sanitize(html, options), message.drawings));
    if (place) drawn.draw(nodesOf(place), message.drawings);
    shownSerial = place && message.serial;
    at.renew();
    const { editedLine } = message;
    // with the next picture: finding the block needs all places
    if (editedLine !== undefined) requestAnimationFrame(() => mark(editedLine));
    if (restoreY !== undefined) at.scrollToOffset(restoreY);
    restoreY = undefined;
    for (const { dataset } of [document.body, inner.body]) dataset['version'] = String(message.version);
    vscode.postMessage({ kind: 'rendered', serial: message.serial });
  }

  function mark(line: number): void {
    clearMark();
    marked = at.blockOf(line);
    marked?.classList.add('tp-editing');
    markTimer = setTimeout(clearMark, MARKED);
  }

  function clearMark(): void {
    clearTimeout(markTimer);
    marked?.classList.remove('tp-editing');
    if (marked?.getAttribute('class') === '') marked.removeAttribute('class');
    marked = undefined;
  }

  function showAnchor(id: string): void {
    const target = inner.getElementById(id) ?? [...inner.querySelectorAll('a[name]')].find(element => element.getAttribute('name') === id);
    if (target) target.scrollIntoView({ behavior: 'instant' });
    else if (id === '' || id === 'top') at.scrollToOffset(0);
  }

  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    switch (data.kind) {
      case 'render': return render(data);
      case 'scroll': return at.scrollTo(data.line);
      case 'anchor': return showAnchor(data.id);
    }
  });

  // Nothing in the frame follows a link by itself, nor does VS Code, which would open more kinds of links than we do.
  const click = (event: Event): void => {
    const target = elementOf(event);
    const link = target?.closest('a, area');
    if (link) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const href = link.getAttribute('href')?.trim();
      if (href === undefined || href === '') return;
      if (href.startsWith('#')) showAnchor(decode(href.slice(1)));
      else vscode.postMessage({ kind: 'open', href });
      return;
    }
    const act = target?.ownerDocument === document ? target.closest<HTMLElement>('button.act')?.dataset['act'] : undefined;
    if (act === 'build' || act === 'dismiss') vscode.postMessage({ kind: 'act', act });
    const gap = target?.closest<HTMLElement>('button.gap')?.dataset['gap'];
    const isOurs = target?.ownerDocument === document || around?.isOwn;
    if (isOurs && (gap === 'title' || gap === 'summary')) vscode.postMessage({ kind: 'fill', gap });
  };
  for (const each of [document, inner]) for (const kind of ['click', 'auxclick'] as const) each.addEventListener(kind, click, true);
  for (const kind of ['submit', 'dragstart', 'drop'] as const) inner.addEventListener(kind, event => event.preventDefault(), true);
  inner.addEventListener('dblclick', event => {
    const target = elementOf(event);
    const block = target?.closest<HTMLElement>('[data-line]');
    if (block && !target!.closest('a, button, summary')) vscode.postMessage({ kind: 'reveal', line: Number(block.dataset['line']) });
  });

  // Only a reader's own scrolling moves the editor: patching, pictures that arrive and the editor itself scroll the page too.
  const moved = (): void => { lastMove = performance.now(); };
  for (const kind of ['wheel', 'touchmove', 'keydown'] as const) inner.addEventListener(kind, moved, { passive: true, capture: true });
  inner.addEventListener('mousedown', () => { isDragging = true; }, true);
  inner.addEventListener('mouseup', () => { isDragging = false; }, true);
  inner.addEventListener('mousemove', ({ buttons }) => { isDragging = buttons !== 0; }, true);
  let isReporting = false;
  inner.addEventListener('scroll', () => {
    if (isReporting) return;
    isReporting = true;
    requestAnimationFrame(() => {
      isReporting = false;
      vscode.setState({ uri, y: at.offset() });
      if (isDragging || performance.now() - lastMove < RUN_ON) vscode.postMessage({ kind: 'scrolled', line: at.lineAtTop() });
    });
  }, { passive: true, capture: true });

  vscode.postMessage({ kind: 'ready' });
}

/** Beside the page: HTML of our own, made anew only when it is another. */
function show(place: HTMLElement, html: string): void {
  if (place.dataset['html'] === html) return;
  place.dataset['html'] = html;
  place.innerHTML = html;
  place.hidden = html === '';
}

function elementOf({ target }: Event): Element | undefined {
  return target && isElement(target as Node) ? target as Element : (target as Node | null)?.parentElement ?? undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const element = document.getElementById('frame') as HTMLIFrameElement;
void openFrame(element, element.dataset['policy'] ?? "default-src 'none'").then(start);
