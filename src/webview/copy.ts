// The page of a copy: shows what will be pasted and puts it on the clipboard, as HTML and as text.
import type { FromCopyPage, ShowCopy } from './protocol';
import { sanitize } from './sanitize';

declare function acquireVsCodeApi(): { postMessage(message: FromCopyPage): void };

const vscode = acquireVsCodeApi();
const find = (id: string): HTMLElement => document.getElementById(id)!;
/** Looked for before anything of a post stands in the page. */
const [heading, state, copyButton, sourceButton, notes, paper] = ['heading', 'state', 'copy', 'source', 'notes', 'paper'].map(find) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
let shown: ShowCopy | undefined;

function tell(text: string, kind: 'done' | 'waiting' | 'failed'): void {
  state.textContent = text;
  state.className = kind;
}

function show(copy: ShowCopy): void {
  shown = copy;
  const { words } = copy;
  heading.textContent = words.heading;
  copyButton.textContent = words.copy;
  sourceButton.textContent = words.source;
  sourceButton.hidden = !copy.isLetter;
  const [summary, list] = notes.children as unknown as [HTMLElement, HTMLElement];
  notes.hidden = !copy.notes.length;
  (notes as HTMLDetailsElement).open = true;
  summary.textContent = words.notes;
  list.replaceChildren(...copy.notes.map(note => Object.assign(document.createElement('li'), { textContent: note })));
  paper.lang = copy.language;
  paper.className = copy.isLetter ? 'letter' : 'article';
  paper.replaceChildren(sanitize(copy.html, { words, resources: picturesIn(copy.html), ownOrigin: 'none:' }));
  window.scrollTo(0, 0);
  tell(words.waiting, 'waiting');
  if (copy.copiesAtOnce) void put(copy, true);
}

/** A page on https shows no picture from http: browsers ask for https instead. What is pasted keeps its address. */
function picturesIn(html: string): Record<string, string> {
  const addresses = [...html.matchAll(/<img src="(http:[^"]*)"/gi)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
  return Object.fromEntries(addresses.map(address => [address, address.replace(/^http:/i, 'https:')]));
}

/** @param isUnasked where a refusal is nothing to tell: the button is there */
async function put(copy: ShowCopy, isUnasked: boolean): Promise<void> {
  const isDone = await byItem(copy) || (!isUnasked && byCommand(copy));
  if (isDone) tell(copy.words.copied, 'done');
  else if (!isUnasked) tell(copy.words.failed, 'failed');
}

async function byItem({ html, plain }: ShowCopy): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) })]);
    return true;
  } catch {
    return false;
  }
}

/** Where a frame may not use the clipboard by itself, a click on a button of ours still may. */
function byCommand({ html, plain }: ShowCopy): boolean {
  let isTaken = false;
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', plain);
    event.preventDefault();
    // what VS Code itself copies of a page is not it
    event.stopImmediatePropagation();
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', take, { capture: true, once: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', take, { capture: true });
  return isDone && isTaken;
}

copyButton.addEventListener('click', () => { if (shown) void put(shown, false); });
sourceButton.addEventListener('click', () => {
  if (!shown) return;
  vscode.postMessage({ kind: 'source' });
  tell(shown.words.sourceCopied, 'done');
});
// a link in what is shown is there to be pasted
paper.addEventListener('click', event => { if ((event.target as Element).closest('a')) event.preventDefault(); }, { capture: true });
window.addEventListener('message', ({ data }: MessageEvent<ShowCopy>) => { if (data.kind === 'copy') show(data); });
vscode.postMessage({ kind: 'ready' });
