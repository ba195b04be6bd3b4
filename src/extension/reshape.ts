// Commands that change a post's head, name or folder. Core says what changes; here it is made, as one edit that is undone as one.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import type { Post } from '../core/post';
import type { Site } from '../core/site';
import type { Refusal, Told } from '../core/writing/reshape';
import { rangeOf } from './diagnostics';
import { workspaceEdit } from './features/edits';
import { typeOf } from './listing';
import type { OpenPost, Posts } from './posts';

export type Way = (post: Post, site: Site) => Told | Refusal;

export interface Reshaping {
  /** Whether a file is renamed by us just now: what follows is in the same edit already. */
  isMoving(uri: vscode.Uri): boolean;
  /**
   * Of the post in front of the writer.
   * @param choose what is to be done, which may be asked; undefined where the writer has thought better of it
   * @param isWanted asked once the change is known
   */
  run(choose: (open: OpenPost) => Promise<Way | undefined>, isWanted?: (change: Told) => Promise<boolean>): Promise<void>;
}

export function reshaping(posts: Posts, say: Say): Reshaping {
  const moving = new Set<string>();

  return {
    isMoving: uri => moving.has(uri.toString()),
    async run(choose, isWanted) {
      const document = vscode.window.activeTextEditor?.document;
      const open = document && await posts.of(document);
      if (!open) {
        void vscode.window.showInformationMessage(say('Open a post of your blog first.'));
        return;
      }
      // other posts tell how this one is to be written, and which links lead here
      await open.blog.pages.whenRead();
      const way = await choose(open);
      const first = way && await made(way, open);
      if (!first || (isWanted && !await isWanted(first))) return;
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
    },
  };
}

export const tell = ({ refusal }: Refusal): void => { void vscode.window.showInformationMessage(refusal); };

/** The change, or the reason why there is none, which is told. */
async function made(way: Way, { post, site, blog }: OpenPost): Promise<Told | undefined> {
  const change = way(post, { ...site, now: Date.now() });
  if ('refusal' in change) {
    tell(change);
    return undefined;
  }
  // a file that came a moment ago is not listed yet
  for (const { to } of change.moves) {
    if (await typeOf(blog.uri(to)) === undefined) continue;
    tell({ refusal: site.say('"{0}" is already there: nothing was changed.', to) });
    return undefined;
  }
  return change;
}

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
