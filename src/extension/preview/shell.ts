// The page that the preview begins as, and the frame in it for the page of a post, with a policy of its own: nothing but pictures, and
// what a site's own style sheets ask for, is loaded from elsewhere.
import type * as vscode from 'vscode';
import { attribute, lockedPage, NOTHING } from '../lockedpage';

/** @param allowsRemote whether anything at all may come from elsewhere */
export function shell(webview: vscode.Webview, extension: vscode.Uri, post: vscode.Uri, allowsRemote: boolean): string {
  const own = webview.cspSource;
  const all = allowsRemote ? `${own} https:` : own;
  const framePolicy = [...NOTHING, `style-src ${all} 'unsafe-inline'`, `img-src ${all} data:`, `font-src ${all} data:`, `media-src ${own}`, "frame-src 'none'"].join('; ');
  return lockedPage(webview, extension, {
    style: 'preview/around.css', script: 'preview.js', pictures: allowsRemote ? 'https: data:' : 'data:', policy: ["frame-src 'self'"],
    attributes: { 'data-uri': post.toString() },
    body: `<div id="bar" hidden></div>
<div id="beside">
<div id="room"><iframe id="frame" sandbox="allow-same-origin" data-policy="${attribute(framePolicy)}"></iframe></div>
<aside id="cards" hidden></aside>
</div>`,
  });
}
