// What may be typed, as a list. It is asked for anew at each key: VS Code itself finds a word only by its beginning, and
// Hangul is looked for in the middle of titles too.
import * as vscode from 'vscode';
import { offersAt, type Offer } from '../../core/editing/completion';
import type { Piece } from '../../core/editing/fieldkeys';
import { rangeOf } from '../diagnostics';
import type { Posts } from '../posts';

const KINDS: Readonly<Record<Offer['kind'], vscode.CompletionItemKind>> = {
  post: vscode.CompletionItemKind.File,
  page: vscode.CompletionItemKind.Folder,
  heading: vscode.CompletionItemKind.Reference,
  image: vscode.CompletionItemKind.Color,
  file: vscode.CompletionItemKind.File,
  value: vscode.CompletionItemKind.Value,
  key: vscode.CompletionItemKind.Property,
};

export function completions(posts: Posts): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider({ language: 'markdown' }, {
    async provideCompletionItems(document, position) {
      if (!mayComplete(document.lineAt(position).text.slice(0, position.character)) && !mayBeKey(document, position)) return undefined;
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return undefined;
      const { post, site } = open;
      const offset = document.offsetAt(position);
      const found = offersAt(post, offset, site);
      if (!found) return undefined;
      const replacing = rangeOf(found.span, post.lines);
      const range = { inserting: new vscode.Range(replacing.start, position), replacing };
      const also = found.also?.map(edit => vscode.TextEdit.replace(rangeOf(edit, post.lines), edit.text));
      const items = found.offers.map((offer, index) => {
        // of keys and dates what stands beside them helps to choose; of links the place would be too long
        const beside = offer.status ?? (offer.kind === 'key' || (offer.kind === 'value' && offer.label !== offer.detail) ? offer.detail : undefined);
        const item = new vscode.CompletionItem({ label: offer.label, ...(beside === undefined ? {} : { description: beside }) }, KINDS[offer.kind]);
        if (beside !== offer.detail) item.detail = offer.detail;
        item.insertText = offer.pieces ? snippetOf(offer.pieces) : offer.insert;
        if (offer.meaning !== undefined) item.documentation = offer.meaning;
        if (also?.length) item.additionalTextEdits = also;
        if (offer.leadsOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
        item.range = range;
        // what was typed first, so that our choice stands; then what may be typed until we are asked again
        item.filterText = `${found.typed} ${offer.label} ${offer.detail} ${offer.insert} ${offer.meaning ?? ''}`;
        // before paths of files, which VS Code offers as well
        item.sortText = ` ${String(index).padStart(4, '0')}`;
        return item;
      });
      return new vscode.CompletionList(items, true);
    },
  }, '(', '#', '"', "'", '/', ' ', '<', '[', ',');
}

/** The editor puts the line's indentation in front of each line by itself. */
function snippetOf(pieces: readonly Piece[]): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const piece of pieces) {
    if (typeof piece === 'string') snippet.appendText(piece);
    else if ('choices' in piece) snippet.appendChoice([...piece.choices]);
    else if (piece.here === '') snippet.appendTabstop();
    else snippet.appendPlaceholder(piece.here);
  }
  return snippet;
}

/** A line of front matter that has at most the beginning of a word. */
function mayBeKey(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  if (line > LONGEST_HEAD || !/^\s*["']?[\p{L}\p{M}\p{N}_-]*$/u.test(document.lineAt(line).text.slice(0, character))) return false;
  for (let above = 1; above < line; above++) if (/^(?:---|\+\+\+|\}|\.\.\.)\s*$/.test(document.lineAt(above).text)) return false;
  return true;
}

/** Lines; what is longer is no front matter that a person writes. */
const LONGEST_HEAD = 300;

/** Blanks and commas are typed all the time: where the line has no sign of a link, nothing else is looked at. */
const mayComplete = (before: string): boolean => /\]\(|\]:|\{[{%]|<[a-z]|^\s*(?:-\s|["']?[\w-]+["']?\s*[:=]|["'[])/i.test(before);
