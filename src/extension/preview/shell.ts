// The page that the preview begins as: without content, which only comes by message, and with a policy that lets nothing of
// a post run and nothing but pictures be loaded from elsewhere.
import * as vscode from 'vscode';

export function shell(webview: vscode.Webview, extension: vscode.Uri, post: vscode.Uri): string {
  const address = (...path: string[]): string => attribute(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const nonce = randomText();
  const policy = [
    "default-src 'none'", `script-src 'nonce-${nonce}'`, `style-src ${webview.cspSource} 'unsafe-inline'`,
    `img-src ${webview.cspSource} https: data:`, `font-src ${webview.cspSource}`, `media-src ${webview.cspSource}`,
    "form-action 'none'", "frame-src 'none'", "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'preview', 'base.css')}">
</head>
<body data-uri="${attribute(post.toString())}">
<main id="page"><header class="post-head"></header><article id="article"></article></main>
<script nonce="${nonce}" src="${address('dist', 'preview.js')}"></script>
</body>
</html>`;
}

const attribute = (text: string): string => text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`);

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
