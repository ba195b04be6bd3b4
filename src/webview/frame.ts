// The frame in which a page is shown: a document of its own, so that a site's style sheets meet what they were written for, and
// widths are those of a phone or a desk. Nothing runs in it: it is a sandbox without scripts, which ours reaches from outside.

export interface Frame {
  readonly window: Window;
  readonly document: Document;
  /** @param width in CSS pixels, as the page sees it; undefined for all there is. A page that is wider than the panel is shown smaller. */
  resize(width: number | undefined): void;
  /** Until all its style sheets are there, a page is not shown. */
  hide(isHidden: boolean): void;
  /** What lies behind the page; without a colour it is white, as in a browser. */
  paint(colour: string): void;
}

/** @param policy of what may be loaded; scripts are out whatever it says */
export async function openFrame(element: HTMLIFrameElement, policy: string): Promise<Frame> {
  // VS Code's service worker answers for the blog's files, and knows by a page's address for whom: its own empty file with our id.
  // https://github.com/microsoft/vscode, src/vs/workbench/contrib/webview/browser/pre (index.html, service-worker.js)
  const empty = new URL('fake.html', location.href);
  empty.searchParams.set('id', new URLSearchParams(location.search).get('id') ?? '');
  await new Promise(resolve => {
    element.addEventListener('load', resolve, { once: true });
    element.src = empty.href;
  });
  const { contentWindow: window, contentDocument: document } = element as { readonly contentWindow: Window; readonly contentDocument: Document };
  document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'Content-Security-Policy', content: policy }));
  let wanted: number | undefined;

  function fit(): void {
    const panel = element.parentElement!;
    const scale = wanted === undefined ? 1 : Math.min(1, panel.clientWidth / wanted);
    const { style } = element;
    style.width = wanted === undefined ? '100%' : `${wanted}px`;
    style.height = `${100 / scale}%`;
    style.transform = scale < 1 ? `scale(${scale})` : '';
    style.left = wanted !== undefined && scale === 1 ? `${Math.floor((panel.clientWidth - wanted) / 2)}px` : '0';
    element.classList.toggle('narrowed', wanted !== undefined && wanted < panel.clientWidth);
  }

  new ResizeObserver(fit).observe(element.parentElement!);
  passOn(window, element);
  return {
    window, document,
    resize(width) {
      if (width === wanted) return;
      wanted = width;
      fit();
    },
    hide: isHidden => { element.style.visibility = isHidden ? 'hidden' : ''; },
    paint: colour => { element.style.backgroundColor = colour; },
  };
}

/** VS Code listens to the page around the frame: for its key bindings, its menu and its command to copy. */
function passOn(inner: Window, element: HTMLIFrameElement): void {
  for (const kind of ['keydown', 'keyup'] as const) {
    inner.addEventListener(kind, event => {
      const { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey, keyCode } = event;
      const copy = new KeyboardEvent(kind, { key, code, location, repeat, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true });
      // what VS Code finds a binding by, and a made event has not
      Object.defineProperty(copy, 'keyCode', { value: keyCode });
      if (!window.dispatchEvent(copy)) event.preventDefault();
    });
  }
  inner.addEventListener('contextmenu', event => {
    const { left, top, width } = element.getBoundingClientRect();
    const scale = width / element.offsetWidth;
    const copy = new MouseEvent('contextmenu', { clientX: left + event.clientX * scale, clientY: top + event.clientY * scale, bubbles: true, cancelable: true });
    if (!document.body.dispatchEvent(copy)) event.preventDefault();
  });
  const selected = (): Selection | null => inner.getSelection();
  document.addEventListener('beforecopy', event => { if (selected()?.toString()) event.preventDefault(); });
  document.addEventListener('copy', event => {
    const selection = selected();
    if (!selection?.rangeCount || !selection.toString() || !event.clipboardData) return;
    const holder = document.createElement('div');
    for (let index = 0; index < selection.rangeCount; index++) holder.append(selection.getRangeAt(index).cloneContents());
    event.clipboardData.setData('text/plain', selection.toString());
    event.clipboardData.setData('text/html', holder.innerHTML);
    event.preventDefault();
  });
}
