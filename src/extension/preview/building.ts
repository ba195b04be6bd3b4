// Builds the blog once with the author's own engine, into a folder of ours, so that the preview has its look. Only when asked to,
// and only where the workspace is trusted: a blog's configuration may name programs to run.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import type { Blog } from '../blog';
import type { Blogs } from '../blogs';
import type { Programs } from '../programs';
import { together } from '../work';
import type { Builds } from './builds';

export interface Builder extends vscode.Disposable {
  /** Whether `build` could do something for the blog. */
  canBuild(blog: Blog): boolean;
  build(uri: vscode.Uri): Promise<void>;
}

/** @param programs undefined where there are none */
export function builder(blogs: Blogs, builds: Builds, say: Say, programs: Programs | undefined): Builder {
  let output: vscode.OutputChannel | undefined;
  const running = new Map<string, Promise<void>>();
  const stops = new Set<() => void>();

  const canBuild = (blog: Blog): boolean => {
    const { flavor, files } = blog.site();
    return vscode.workspace.isTrusted && programs !== undefined && ['file', 'vscode-remote'].includes(blog.root.scheme)
      && builds.folderFor(blog) !== undefined && flavor.buildCommand?.(files, '') !== undefined;
  };

  async function run(blog: Blog): Promise<void> {
    const folder = builds.folderFor(blog)!;
    const { flavor, files } = blog.site();
    // what was built before stays until the new one is whole
    const fresh = folder.with({ path: `${folder.path}.new` });
    const command = flavor.buildCommand!(files, fresh.fsPath)!;
    await remove(fresh);
    await vscode.workspace.fs.createDirectory(fresh);
    output ??= vscode.window.createOutputChannel('Tech Post');
    output.appendLine(`${[command.program, ...command.args].join(' ')}`);
    const title = say('Building with {0}', flavor.name);
    const end = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (_, token) => {
      const { ended, stop } = programs!.run(command, blog.root.fsPath, text => output!.append(text));
      stops.add(stop);
      const cancelling = token.onCancellationRequested(stop);
      const how = await ended;
      cancelling.dispose();
      stops.delete(stop);
      return token.isCancellationRequested ? 'stopped' : how;
    });
    if (end === 'done') {
      await remove(folder);
      await vscode.workspace.fs.rename(fresh, folder);
      return builds.forget(folder);
    }
    await remove(fresh);
    if (end === 'stopped') return;
    const show = say('Show Output');
    const why = end === 'absent' ? say('"{0}" is not installed here, so the blog cannot be built.', command.program) : say('{0} could not build the blog.', flavor.name);
    void vscode.window.showErrorMessage(why, show).then(chosen => { if (chosen === show) output?.show(); });
  }

  return {
    canBuild,
    async build(uri) {
      const blog = await blogs.of(uri);
      if (!blog || !canBuild(blog)) return;
      const key = blog.root.toString();
      // a second wish while it builds is the same wish
      const already = running.get(key);
      if (already) return already;
      const building = run(blog).finally(() => running.delete(key));
      running.set(key, building);
      return building;
    },
    dispose: () => together({ dispose: () => { for (const stop of stops) stop(); } }, { dispose: () => output?.dispose() }).dispose(),
  };
}

async function remove(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  } catch {
    // it was not there
  }
}
