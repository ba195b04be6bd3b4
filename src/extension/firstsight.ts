// The first time that a blog is seen whole: one sentence about it, and where to see the rest. Never again after that.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { overview } from '../core/overview';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { findingsOf } from './diagnostics';
import { together, turns } from './work';

/** In the workspace's memory: the roots of blogs that were seen. */
const SEEN = 'techPost.seen';
/** Milliseconds of work at a time. */
const SLICE = 8;

export function firstSight(blogs: Blogs, memory: vscode.Memento, say: Say): vscode.Disposable {
  const begun = new Set<string>();
  const stop = new vscode.CancellationTokenSource();

  async function see(blog: Blog): Promise<void> {
    const root = blog.root.toString();
    if (begun.has(root) || memory.get<readonly string[]>(SEEN, []).includes(root)) return;
    begun.add(root);
    const sentence = await describe(blog);
    if (stop.token.isCancellationRequested) return;
    await memory.update(SEEN, [...memory.get<readonly string[]>(SEEN, []), root]);
    if (sentence === undefined) return;
    const show = say('Show All');
    if (await vscode.window.showInformationMessage(sentence, show) === show) await vscode.commands.executeCommand('techPost.checkAll', blog.root);
  }

  async function describe(blog: Blog): Promise<string | undefined> {
    await blog.pages.readAll(stop.token, () => {});
    const turn = turns(SLICE);
    const site = blog.site();
    const all = [];
    let posts = 0;
    for (const { path } of [...site.index.all()]) {
      await turn();
      if (stop.token.isCancellationRequested) return undefined;
      if (!site.flavor.isPost(path, site)) continue;
      posts++;
      all.push(findingsOf(path, blog, site) ?? []);
    }
    return overview(site, posts, all);
  }

  return together(
    { dispose: () => stop.cancel() },
    blogs.onDidChange(({ blog }) => { if (blog?.site().index.isComplete && isOn(blog)) void see(blog); }),
  );
}

const isOn = (blog: Blog): boolean => vscode.workspace.getConfiguration('techPost', blog.root).get('lint.enable', true);
