// The page that shows what will be pasted, and puts it on the clipboard.
import * as vscode from 'vscode';
import type { Copy } from '../../core/copying/copy';
import type { Place } from '../../core/copying/place';
import type { Say } from '../../core/language';
import type { FromCopyPage, ShowCopy } from '../../webview/protocol';
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

/** Without content, which only comes by message; a picture that is shown is asked for where readers would ask for it. */
function shell(webview: vscode.Webview, extension: vscode.Uri): string {
  const address = (...path: string[]): string => attribute(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const nonce = [...crypto.getRandomValues(new Uint8Array(24))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  const own = webview.cspSource;
  const policy = ["default-src 'none'", "form-action 'none'", "base-uri 'none'", `script-src 'nonce-${nonce}'`, `style-src ${own} 'unsafe-inline'`, `img-src ${own} https: data:`].join('; ');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'copy', 'copy.css')}">
</head>
<body>
<header id="bar"><div id="head"><h1 id="heading"></h1><p id="state" role="status"></p><div id="buttons"><button id="source" class="quiet" type="button" hidden></button><button id="copy" type="button"></button></div></div>
<details id="notes" hidden><summary></summary><ul></ul></details></header>
<main id="room"><article id="paper"></article></main>
<script nonce="${nonce}" src="${address('dist', 'copy.js')}"></script>
</body>
</html>`;
}

const attribute = (text: string): string => text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`);
