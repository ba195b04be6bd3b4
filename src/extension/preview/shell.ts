// The page that the preview begins as: without content, which only comes by message, and with a policy that lets nothing of
// a post run and nothing but pictures, and what a site's own style sheets ask for, be loaded from elsewhere.
import * as vscode from 'vscode';

/** @param allowsRemote whether anything at all may come from elsewhere */
export function shell(webview: vscode.Webview, extension: vscode.Uri, post: vscode.Uri, allowsRemote: boolean): string {
  const address = (...path: string[]): string => attribute(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const nonce = randomText();
  const own = webview.cspSource;
  const all = allowsRemote ? `${own} https:` : own;
  const nothing = ["default-src 'none'", "form-action 'none'", "base-uri 'none'"];
  const policy = [...nothing, `script-src 'nonce-${nonce}'`, `style-src ${own} 'unsafe-inline'`, `img-src ${all} data:`, "frame-src 'self'"].join('; ');
  const framePolicy = [...nothing, `style-src ${all} 'unsafe-inline'`, `img-src ${all} data:`, `font-src ${all} data:`, `media-src ${own}`, "frame-src 'none'"].join('; ');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'preview', 'around.css')}">
</head>
<body data-uri="${attribute(post.toString())}">
<div id="bar" hidden></div>
<div id="beside">
<div id="room"><iframe id="frame" sandbox="allow-same-origin" data-policy="${attribute(framePolicy)}"></iframe></div>
<aside id="cards" hidden></aside>
</div>
<script nonce="${nonce}" src="${address('dist', 'preview.js')}"></script>
</body>
</html>`;
}

const attribute = (text: string): string => text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`);

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
