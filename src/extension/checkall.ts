// "Check All Posts": every post's problems in the Problems panel, open or not.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import type { Blogs } from './blogs';
import { chooseBlog } from './choose';
import type { Problems } from './diagnostics';

export function checkAll(problems: Problems, blogs: Blogs, say: Say): vscode.Disposable {
  return vscode.commands.registerCommand('techPost.checkAll', async (root?: unknown) => {
    const blog = root instanceof vscode.Uri ? await blogs.at(root) : await chooseBlog(blogs, say);
    if (!blog) return;
    const options = { location: vscode.ProgressLocation.Notification, title: say('Checking posts'), cancellable: true };
    const count = await vscode.window.withProgress(options, (progress, token) => {
      let shown = 0;
      return problems.checkAll(blog, token, (done, of) => {
        const percent = Math.floor((done / of) * 100);
        if (percent === shown) return;
        progress.report({ increment: percent - shown, message: `${done}/${of}` });
        shown = percent;
      });
    });
    if (count === undefined) return;
    if (count > 0) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
    else vscode.window.setStatusBarMessage(say('All posts are in order.'), 5000);
  });
}
