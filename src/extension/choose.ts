// Which blog a command is about, when it is not about a document.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import type { Blog } from './blog';
import type { Blogs } from './blogs';

/**
 * The blog of the post in front of the writer, else the only one there is, else the only one that `fits`, else the one that is
 * picked.
 */
export async function chooseBlog(blogs: Blogs, say: Say, fits?: (blog: Blog) => Promise<boolean>): Promise<Blog | undefined> {
  const roots = await blogs.candidates();
  const document = vscode.window.activeTextEditor?.document;
  if (document && vscode.workspace.getWorkspaceFolder(document.uri)) {
    const blog = await blogs.of(document.uri);
    if (blog && roots.some(root => root.toString() === blog.root.toString())) return blog;
  }
  if (roots.length === 0) {
    const open = say('Open Folder');
    if (await vscode.window.showInformationMessage(say('Open the folder of your blog first.'), open) === open) await vscode.commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  if (roots.length === 1) return blogs.at(roots[0]!);
  if (fits) {
    const all = await Promise.all(roots.map(root => blogs.at(root)));
    const fitting = await Promise.all(all.map(fits));
    const chosen = all.filter((_, index) => fitting[index]);
    if (chosen.length === 1) return chosen[0];
  }
  const items = roots.map(root => ({ label: root.path.slice(root.path.lastIndexOf('/') + 1), description: vscode.workspace.asRelativePath(root), root }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: say('Which blog?') });
  return picked && blogs.at(picked.root);
}
