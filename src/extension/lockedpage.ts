// The page that a webview of ours begins as: without content, which only comes by message, and with a policy that lets nothing run
// but our own script.
import * as vscode from 'vscode';

export interface LockedPage {
  /** Below `media`. */
  readonly style: string;
  /** Below `dist`. */
  readonly script: string;
  /** Where pictures may come from beside the extension. */
  readonly pictures: string;
  /** Further directives of the policy. */
  readonly policy?: readonly string[];
  /** Attributes of the body, with their values as they are. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** HTML of our own, in which nothing of a post is. */
  readonly body: string;
}

/** What no page of ours ever needs. */
export const NOTHING: readonly string[] = ["default-src 'none'", "form-action 'none'", "base-uri 'none'"];

export function lockedPage(webview: vscode.Webview, extension: vscode.Uri, { style, script, pictures, policy = [], attributes = {}, body }: LockedPage): string {
  const address = (...path: string[]): string => attribute(webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString());
  const nonce = randomText();
  const own = webview.cspSource;
  const all = [...NOTHING, `script-src 'nonce-${nonce}'`, `style-src ${own} 'unsafe-inline'`, `img-src ${own} ${pictures}`, ...policy].join('; ');
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(all)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', style)}">
</head>
<body${Object.entries(attributes).map(([name, value]) => ` ${name}="${attribute(value)}"`).join('')}>
${body}
<script nonce="${nonce}" src="${address('dist', script)}"></script>
</body>
</html>`;
}

export const attribute = (text: string): string => text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`);

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(24))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
