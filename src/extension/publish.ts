// The commands that publish a post and take it back. Core says what changes; here it is asked about and made, as one edit.
import * as vscode from 'vscode';
import { lint, type Finding } from '../core/lint';
import type { Say } from '../core/language';
import { publish, unpublish } from '../core/writing/publish';
import type { Told } from '../core/writing/reshape';
import { rangeOf } from './diagnostics';
import { workspaceEdit } from './features/edits';
import { typeOf } from './listing';
import type { OpenPost, Posts } from './posts';
import { together } from './work';

export interface Publishing extends vscode.Disposable {
  /** Whether a file is renamed by us just now: what follows is in the same edit already. */
  isMoving(uri: vscode.Uri): boolean;
}

export function publishing(posts: Posts, say: Say): Publishing {
  const moving = new Set<string>();

  const run = (way: typeof publish, asks: boolean) => async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && await posts.of(document);
    if (!open) {
      void vscode.window.showInformationMessage(say('Open a post of your blog first.'));
      return;
    }
    // other posts tell how dates are written, and which links lead here
    await open.blog.pages.whenRead();
    const first = await made(way, open);
    if (!first || (asks && !await isWanted(first, say))) return;
    // what was typed meanwhile counts
    const now = await posts.of(document);
    const change = now && (now.version === open.version ? first : await made(way, now));
    if (!now || !change) return;
    const moved = change.moves.map(({ from }) => now.blog.uri(from).toString());
    for (const uri of moved) moving.add(uri);
    try {
      const isMade = await vscode.workspace.applyEdit(await editOf(change, now));
      if (isMade) void vscode.window.showInformationMessage(change.message);
      else void vscode.window.showErrorMessage(say('The change could not be made.'));
    } finally {
      for (const uri of moved) moving.delete(uri);
    }
  };

  return {
    isMoving: uri => moving.has(uri.toString()),
    dispose: together(
      vscode.commands.registerCommand('techPost.publish', run(publish, true)),
      vscode.commands.registerCommand('techPost.unpublish', run(unpublish, false)),
    ).dispose,
  };
}

/** The change, or the reason why there is none, which is told. */
async function made(way: typeof publish, { post, site, blog }: OpenPost): Promise<Told | undefined> {
  const change = way(post, { ...site, now: Date.now() });
  if ('refusal' in change) {
    void vscode.window.showInformationMessage(change.refusal);
    return undefined;
  }
  // a file that came a moment ago is not listed yet
  for (const { to } of change.moves) {
    if (await typeOf(blog.uri(to)) === undefined) continue;
    void vscode.window.showInformationMessage(site.say('"{0}" is already there: nothing was changed.', to));
    return undefined;
  }
  return change;
}

/** What the rules say of the post as it will be, so that nothing is counted which publishing itself puts right. */
async function isWanted({ post, site }: Told, say: Say): Promise<boolean> {
  const found = lint(post, site).filter(({ severity }) => severity !== 'information');
  if (!found.length) return true;
  const [go, show] = [say('Publish'), say('Show Problems')];
  const question = found.length === 1 ? say('Readers would see one problem in this post. Publish it all the same?') : say('Readers would see {0} problems in this post. Publish it all the same?', found.length);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail: detailOf(found) }, go, show);
  if (answer === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  return answer === go;
}

const SHOWN = 5;
const detailOf = (found: readonly Finding[]): string => [...found.slice(0, SHOWN).map(({ message }) => message), ...(found.length > SHOWN ? ['…'] : [])].join('\n');

async function editOf(change: Told, { post, blog }: OpenPost): Promise<vscode.WorkspaceEdit> {
  const { edit: links } = await workspaceEdit(change.links, blog, [post]);
  const edit = new vscode.WorkspaceEdit();
  const uri = blog.uri(post.path);
  const own = [...links.get(uri), ...change.edits.map(each => vscode.TextEdit.replace(rangeOf(each, post.lines), each.text))];
  if (own.length) edit.set(uri, own);
  for (const [other, edits] of links.entries()) if (other.toString() !== uri.toString()) edit.set(other, edits);
  for (const { from, to } of change.moves) edit.renameFile(blog.uri(from), blog.uri(to), { overwrite: false });
  return edit;
}
