// The menu of the post in front of the writer: what can be done with it, in one list. Its words are the titles of the commands.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { addressInFull } from './address';
import { SOURCE } from './diagnostics';
import { problemsInWords } from './postrows';
import type { OpenPost, Posts } from './posts';

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** Commands about a post, in the order in which they are offered, with their signs. One that this build has not is left out. */
const FURTHER: readonly (readonly [command: string, icon: string])[] = [
  ['techPost.addLink', 'link'], ['techPost.copyFor', 'clippy'], ['techPost.changeSlug', 'symbol-string'], ['techPost.moveToBundle', 'file-directory'],
];

export interface Manifest { readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: Title }[] } }

/** In another language than English VS Code hands both over. */
type Title = string | { readonly value: string };

/** @param manifest of this build, in the reader's language */
export function postMenu(posts: Posts, manifest: () => Manifest, say: Say): vscode.Disposable {
  const titlesOf = (): ReadonlyMap<string, string> => new Map(manifest().contributes.commands.map(({ command, title }) => [command, typeof title === 'string' ? title : title.value]));

  function entriesFor({ post, site, blog }: OpenPost, uri: vscode.Uri): readonly Entry[] {
    const titles = titlesOf();
    const entry = (command: string, icon: string, about: Partial<Entry> = {}, ...args: unknown[]): Entry =>
      ({ label: `$(${icon}) ${titles.get(command) ?? command}`, run: () => vscode.commands.executeCommand(command, ...args), ...about });
    const hidden = site.flavor.hidden(post, site);
    const address = addressInFull(site.flavor.url(post, site), site);
    const count = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE).length;
    return [
      entry('techPost.openPreview', 'open-preview', {}, uri),
      site.flavor.isDraft(post, site) ? entry('techPost.publish', 'cloud-upload') : entry('techPost.unpublish', 'circle-slash'),
      ...(count ? [{ label: `$(warning) ${say('Show Problems')}`, description: problemsInWords(count, say), run: () => vscode.commands.executeCommand('workbench.panel.markers.view.focus') }] : []),
      ...(address === undefined ? [] : [
        ...(hidden ? [] : [entry('techPost.openInBrowser', 'globe', { description: decoded(address) })]),
        entry('techPost.copyAddress', 'copy'),
      ]),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      ...FURTHER.filter(([command]) => titles.has(command)).map(([command, icon]) => entry(command, icon)),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      entry('techPost.aboutBlog', 'info', {}, blog.root),
    ];
  }

  return vscode.commands.registerCommand('techPost.postMenu', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && await posts.of(document);
    if (!open) return void vscode.window.showInformationMessage(say('Open a post of your blog first.'));
    const picked = await vscode.window.showQuickPick(entriesFor(open, document.uri), { title: open.site.index.of(open.post.path)?.title ?? open.post.path });
    await picked?.run?.();
  });
}

const decoded = (address: string): string => {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
};
