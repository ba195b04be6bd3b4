// Builds the blog once with the author's own engine, into a folder of ours, so that the preview has its look. A task of VS Code's
// does it: its terminal shows what the engine says, and it runs where the blog lies. Only when asked to, and only where the
// workspace is trusted: a blog's configuration may name programs to run.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import type { Blog } from '../blog';
import type { Blogs } from '../blogs';
import type { Builds } from './builds';

/** Whether `build` could do something for the blog. A browser alone has no programs, and neither have files that lie on no disk. */
export function canBuild(blog: Blog, builds: Builds): boolean {
  const { flavor, files } = blog.site();
  const hasPrograms = vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined;
  return vscode.workspace.isTrusted && hasPrograms && ['file', 'vscode-remote'].includes(blog.root.scheme) && builds.folderFor(blog) !== undefined && flavor.buildCommand?.(files, '') !== undefined;
}

export async function build(uri: vscode.Uri, blogs: Blogs, builds: Builds, say: Say): Promise<void> {
  const blog = await blogs.of(uri);
  if (!blog || !canBuild(blog, builds)) return;
  const folder = builds.folderFor(blog)!;
  const { flavor, files } = blog.site();
  const command = flavor.buildCommand!(files, folder.fsPath)!;
  await vscode.workspace.fs.createDirectory(folder);
  const quoted = command.args.map(value => ({ value, quoting: vscode.ShellQuoting.Strong }));
  const task = new vscode.Task(
    { type: 'techPost.build' }, vscode.workspace.getWorkspaceFolder(blog.root) ?? vscode.TaskScope.Workspace,
    say('Build with {0} for the preview', flavor.name), 'Tech Post', new vscode.ShellExecution(command.program, quoted, { cwd: blog.root.fsPath }), [],
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent, panel: vscode.TaskPanelKind.Dedicated, showReuseMessage: false, clear: true };
  const ended = new Promise<number | undefined>(resolve => {
    const ends = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition.type !== task.definition.type) return;
      ends.dispose();
      resolve(exitCode);
    });
  });
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('Building with {0}', flavor.name) }, async () => {
    await vscode.tasks.executeTask(task);
    const code = await ended;
    if (code === 0) builds.forget(folder);
    // 127 of a shell, 9009 of Windows: there is no such program
    else if (code === 127 || code === 9009) void vscode.window.showErrorMessage(say('"{0}" is not installed here, so the blog cannot be built.', command.program));
    else void vscode.window.showErrorMessage(say('{0} could not build the blog: its terminal says why.', flavor.name));
  });
}
