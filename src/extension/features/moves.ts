// Posts and pictures that are renamed or moved: links to them follow, as one change with the move.
import * as vscode from 'vscode';
import { followMoves } from '../../core/editing/moving';
import type { Say } from '../../core/language';
import type { Blog } from '../blog';
import type { Blogs } from '../blogs';
import { workspaceEdit } from './edits';

type Moves = Map<string, string>;

/** @param isOurs whether links follow without us */
export function moves(blogs: Blogs, say: Say, isOurs: (uri: vscode.Uri) => boolean): vscode.Disposable {
  async function follow(files: vscode.FileWillRenameEvent['files']): Promise<vscode.WorkspaceEdit> {
    const mode = vscode.workspace.getConfiguration('techPost', files[0]?.oldUri).get<string>('links.updateOnMove', 'prompt');
    const all = new vscode.WorkspaceEdit();
    if (mode === 'never') return all;
    for (const [blog, moved] of await byBlog(files, blogs)) {
      // what VS Code changes itself is left to it
      const builtIn = vscode.workspace.getConfiguration('markdown', files[0]?.oldUri).get<string>('updateLinksOnFileMove.enabled', 'never');
      const { edit, count } = await workspaceEdit(followMoves(moved, blog.site(), { leavesPlainPaths: builtIn !== 'never' }), blog);
      if (!count || (mode === 'prompt' && !await isWanted(count, say))) continue;
      for (const [uri, changes] of edit.entries()) all.set(uri, changes);
    }
    return all;
  }

  return vscode.workspace.onWillRenameFiles(event => event.waitUntil(follow(event.files.filter(({ oldUri }) => !isOurs(oldUri)))));
}

/** A folder stands for the files in it. */
async function byBlog(files: vscode.FileWillRenameEvent['files'], blogs: Blogs): Promise<ReadonlyMap<Blog, Moves>> {
  const found = new Map<Blog, Moves>();
  for (const { oldUri, newUri } of files) {
    const blog = await blogs.of(oldUri);
    const [from, to] = [blog?.pathOf(oldUri), blog?.pathOf(newUri)];
    if (!blog || from === undefined || to === undefined) continue;
    const site = blog.site();
    const moved = found.get(blog) ?? new Map<string, string>();
    for (const path of site.files.has(from) ? [from] : site.files.below(from)) moved.set(path, to + path.slice(from.length));
    found.set(blog, moved);
  }
  return found;
}

async function isWanted(count: number, say: Say): Promise<boolean> {
  const change = say('Change the Links');
  const question = count === 1 ? say('One link would break by this move. Change it too?') : say('{0} links would break by this move. Change them too?', count);
  return await vscode.window.showInformationMessage(question, { modal: true }, change) === change;
}
