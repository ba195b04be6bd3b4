// Where readers find a post: its address in full, in the browser or on the clipboard.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import type { Site } from '../core/site';
import type { Posts } from './posts';
import { together } from './work';

/** With scheme and host, and with letters as addresses have them; undefined where the configuration names no host. @param address decoded */
export const addressInFull = (address: string | undefined, { config: { origin } }: Pick<Site, 'config'>): string | undefined =>
  (address === undefined || origin === undefined ? undefined : origin + encodeURI(address).replace(/[?#]/g, sign => (sign === '?' ? '%3F' : '%23')));

export function addresses(posts: Posts, say: Say): vscode.Disposable {
  const withAddress = (act: (address: string) => unknown) => async (asked?: unknown): Promise<void> => {
    const document = asked instanceof vscode.Uri ? await vscode.workspace.openTextDocument(asked) : vscode.window.activeTextEditor?.document;
    const open = document && await posts.of(document);
    if (!open) return void vscode.window.showInformationMessage(say('Open a post of your blog first.'));
    const address = addressInFull(open.site.flavor.url(open.post, open.site), open.site);
    if (address === undefined) return void vscode.window.showInformationMessage(say('The blog’s configuration does not say at which address readers find it.'));
    await act(address);
  };
  return together(
    vscode.commands.registerCommand('techPost.openInBrowser', withAddress(address => vscode.env.openExternal(vscode.Uri.parse(address, true)))),
    vscode.commands.registerCommand('techPost.copyAddress', withAddress(async address => {
      await vscode.env.clipboard.writeText(address);
      vscode.window.setStatusBarMessage(say('Copied: {0}', address), 3000);
    })),
  );
}
