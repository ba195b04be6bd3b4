// "About This Blog": what builds it, which version, and what can be done about the whole blog.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { countedLine } from '../core/report';
import { SETTINGS_FILE } from '../core/settings';
import type { Site } from '../core/site';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { chooseBlog } from './choose';
import { turns } from './work';

/** Milliseconds of work at a time. */
const SLICE = 8;

export interface Counts {
  readonly posts: number;
  readonly others: number;
}

export interface About extends vscode.Disposable {
  /** The pages of a blog; counted again only when files came or went, or it was set up anew. */
  count(blog: Blog): Promise<Counts>;
}

export function about(blogs: Blogs, say: Say): About {
  const counted = new WeakMap<Blog, Counts & { readonly config: Site['config']; readonly filesVersion: number }>();
  const turn = turns(SLICE);

  async function count(blog: Blog): Promise<Counts> {
    const site = blog.site();
    const filesVersion = site.files.version;
    const before = counted.get(blog);
    if (before?.config === site.config && before.filesVersion === filesVersion) return before;
    let posts = 0;
    let others = 0;
    for (const path of [...site.files]) {
      await turn();
      if (!site.flavor.isPage(path, site)) continue;
      if (site.flavor.isPost(path, site)) posts++;
      else others++;
    }
    const now = { config: site.config, filesVersion, posts, others };
    counted.set(blog, now);
    return now;
  }

  async function tell(root?: unknown): Promise<void> {
    const blog = root instanceof vscode.Uri ? await blogs.at(root) : await chooseBlog(blogs, say);
    if (!blog) return;
    const site = blog.site();
    const { files, config: { version } } = site;
    const { posts, others } = await count(blog);
    // where nothing says which version builds the blog, the settings can
    const pin = version && (files.has(version.from) ? version.from : SETTINGS_FILE);
    const open = pin === undefined ? [] : [files.has(pin)
      ? { label: say('Open {0}', pin), ...(pin === version?.from ? { detail: say('It says which version builds this blog.') } : {}), file: pin }
      : { label: say('Say which version builds this blog'), detail: pin, file: pin }];
    const picked = await vscode.window.showQuickPick([{ label: say('Check All Posts'), file: undefined }, ...open], { title: countedLine(site, posts, others) });
    if (!picked) return;
    if (picked.file === undefined) await vscode.commands.executeCommand('techPost.checkAll', blog.root);
    else await openFile(picked.file, blog);
  }

  return { count, dispose: vscode.commands.registerCommand('techPost.aboutBlog', tell).dispose };
}

/** One that is not there yet is offered as a new document, with what the writer has to fill in. */
async function openFile(path: string, blog: Blog): Promise<void> {
  const uri = blog.uri(path);
  if (blog.site().files.has(path)) {
    await vscode.window.showTextDocument(uri);
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), `{\n  "engineVersion": "${blog.site().config.version?.number ?? ''}"\n}\n`);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}
