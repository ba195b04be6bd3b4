// The page that shows what will be pasted, and puts it on the clipboard.
import * as vscode from 'vscode';
import type { Copy } from '../../core/copying/copy';
import type { Place } from '../../core/copying/place';
import type { Say } from '../../core/language';
import type { FromCopyPage, ShowCopy } from '../../webview/protocol';
import { lockedPage } from '../lockedpage';
import { placeName } from './copies';

export interface CopyPage extends vscode.Disposable {
  /** One page at a time: the next copy takes the place of the one before. */
  show(copy: Copy, place: Place, language: string): void;
}

export function copyPage(extension: vscode.Uri, say: Say): CopyPage {
  let panel: vscode.WebviewPanel | undefined;
  let shown: ShowCopy | undefined;

  function open(): vscode.WebviewPanel {
    const made = vscode.window.createWebviewPanel('techPost.copy', '', { viewColumn: vscode.ViewColumn.Beside }, {
      enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')],
    });
    made.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
    made.webview.onDidReceiveMessage((message: FromCopyPage) => hear(message, made));
    made.onDidDispose(() => { if (panel === made) panel = shown = undefined; });
    made.webview.html = shell(made.webview, extension);
    return made;
  }

  /** A page that is loaded anew asks again, and has nothing copied by itself the second time. */
  function hear(message: FromCopyPage, from: vscode.WebviewPanel): void {
    switch (message.kind) {
      case 'ready':
        if (shown) void from.webview.postMessage(shown);
        if (shown) shown = { ...shown, copiesAtOnce: false };
        break;
      case 'source':
        if (shown) void vscode.env.clipboard.writeText(shown.html);
        break;
    }
  }

  return {
    show({ title, text, plain, notes }, place, language) {
      const name = placeName(place, say);
      shown = {
        kind: 'copy', html: text, plain: plain ?? '', notes, language, isLetter: place.look === 'mail', copiesAtOnce: true,
        words: {
          heading: say('For {0}', name), copy: say('Copy'), source: say('Copy HTML'), copied: say('It is on the clipboard: paste it into the editor of {0}.', name),
          sourceCopied: say('The HTML is on the clipboard.'), waiting: say('Press Copy, then paste it into the editor of {0}.', name), failed: say('The browser did not let it onto the clipboard.'),
          notes: say('What is different from the blog'), leftOut: say('The preview leaves this out.'), openOutside: say('Open in the browser'),
        },
      };
      const isNew = !panel;
      panel ??= open();
      panel.title = say('Copy for {0}: {1}', name, title ?? '');
      if (isNew) return;
      panel.reveal();
      void panel.webview.postMessage(shown);
    },
    dispose: () => panel?.dispose(),
  };
}

/** A picture that is shown is asked for where readers would ask for it. */
const shell = (webview: vscode.Webview, extension: vscode.Uri): string => lockedPage(webview, extension, {
  style: 'copy/copy.css', script: 'copy.js', pictures: 'https: data:',
  body: `<header id="bar"><div id="head"><h1 id="heading"></h1><p id="state" role="status"></p><div id="buttons"><button id="source" class="quiet" type="button" hidden></button><button id="copy" type="button"></button></div></div>
<details id="notes" hidden><summary></summary><ul></ul></details></header>
<main id="room"><article id="paper"></article></main>`,
});
