// Where a click in the preview leads: to another post, to a file, to the browser. Never to a command.
import * as vscode from 'vscode';
import { destinationOf } from '../../core/links';
import type { Say } from '../../core/language';
import type { Blog } from '../blog';
import type { OpenPost, Posts } from '../posts';

/** @returns the id to show in the page itself, if the link stays there. */
export async function followLink(href: string, { post, site, blog }: OpenPost, posts: Posts, say: Say): Promise<string | undefined> {
  const destination = destinationOf({ target: href, place: 'markdown', isImage: false }, post, site);
  switch (destination.kind) {
    case 'anchor': return destination.id;
    case 'external':
      await openOutside(destination.url.startsWith('//') ? `https:${destination.url}` : destination.url);
      return undefined;
    case 'page':
      if (destination.path === post.path) return destination.fragment;
      await openPost(blog.uri(destination.path), destination.fragment, posts);
      return undefined;
    case 'file':
      await openFile(destination.path, blog.uri(post.path), blog);
      return undefined;
    case 'made':
      // a list or feed is in no file
      if (site.config.origin === undefined) tell(say('"{0}" is made by {1}: there is no file to open.', destination.address, site.flavor.name));
      else await openOutside(site.config.origin + encodeURI(destination.address) + (destination.fragment === '' ? '' : `#${encodeURIComponent(destination.fragment)}`));
      return undefined;
    case 'missing':
      tell(say('"{0}" is not on the site.', destination.address));
      return undefined;
    case 'unknown':
      if (destination.path === undefined) return undefined;
      if (site.flavor.isPage(destination.path, site)) await openPost(blog.uri(destination.path), '', posts);
      else await openFile(destination.path, blog.uri(post.path), blog);
      return undefined;
  }
}

const tell = (message: string): void => void vscode.window.setStatusBarMessage(message, 5000);

async function openOutside(url: string): Promise<void> {
  const uri = /^https?:/i.test(url) ? readUri(url) : /^mailto:/i.test(url) ? readUri(letterOf(url)) : undefined;
  if (uri) await vscode.env.openExternal(uri);
}

/** @returns undefined for what looks like an address and is none: `https:////host` */
function readUri(url: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(url, true);
  } catch {
    return undefined;
  }
}

/** With what its writer will see of a letter only: some mail programs attach files by a link. https://www.rfc-editor.org/rfc/rfc6068#section-7 */
function letterOf(url: string): string {
  const [, address = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  const seen = query.split('&').filter(part => /^(?:to|cc|subject|body)=/i.test(part));
  return seen.length ? `${address}?${seen.join('&')}` : address;
}

async function openFile(path: string, from: vscode.Uri, blog: Blog): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', blog.uri(path), columnOf(from));
}

async function openPost(uri: vscode.Uri, fragment: string, posts: Posts): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const heading = fragment === '' ? undefined : (await posts.of(document))?.post.headings.find(({ id }) => id === fragment);
  await reveal(uri, heading === undefined ? undefined : document.positionAt(heading.span.start).line);
}

/** Shows the post in the editor that is there for it, else beside the preview, at a line if one is given. */
export async function reveal(uri: vscode.Uri, line?: number): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: columnOf(uri) });
  if (line === undefined) return editor;
  const at = new vscode.Position(Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1), 0);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** The column where texts are edited: never the preview's own, which the text would cover. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const { visibleTextEditors } = vscode.window;
  const same = visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  return same?.viewColumn ?? visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined)?.viewColumn ?? vscode.ViewColumn.One;
}
