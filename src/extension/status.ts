// What builds the blog of the document in front of the writer, in the status bar; on a click what can be done about the whole blog.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { countedLine } from '../core/report';
import { SETTINGS_FILE } from '../core/settings';
import type { Site } from '../core/site';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { chooseBlog } from './choose';
import { timers, together, turns } from './work';

const COMMAND = 'techPost.aboutBlog';
/** A blog that is just being read changes all the time. */
const PAUSE = 300;
/** Milliseconds of work at a time. */
const SLICE = 8;

interface Counts {
  readonly config: Site['config'];
  readonly filesVersion: number;
  readonly posts: number;
  readonly others: number;
}

export function status(blogs: Blogs, say: Say): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('techPost.blog', vscode.StatusBarAlignment.Right, 90);
  const waiting = timers<'show'>();
  item.name = 'Tech Post';
  item.command = COMMAND;
  const counted = new WeakMap<Blog, Counts>();
  const turn = turns(SLICE);
  let shown: Blog | undefined;

  async function show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const blog = document?.languageId === 'markdown' ? await blogs.of(document.uri)?.catch(() => undefined) : undefined;
    const counts = blog && await count(blog);
    if (vscode.window.activeTextEditor?.document !== document) return;
    // a folder of notes is no blog
    shown = counts?.posts ? blog : undefined;
    if (!shown || !counts) return item.hide();
    const site = shown.site();
    const { version } = site.config;
    item.text = version ? `${site.flavor.name} ${version.number}` : site.flavor.name;
    item.tooltip = [countedLine(site, counts.posts, counts.others), stateOf(shown, site, say)].join('\n');
    item.show();
  }

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

  const showSoon = (milliseconds: number): void => waiting.start('show', milliseconds, () => void show());

  async function act(): Promise<void> {
    const blog = shown ?? await chooseBlog(blogs, say);
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

  showSoon(0);
  return together(
    item, waiting,
    vscode.commands.registerCommand(COMMAND, act),
    vscode.window.onDidChangeActiveTextEditor(() => showSoon(0)),
    vscode.workspace.onDidOpenTextDocument(() => showSoon(PAUSE)),
    blogs.onDidChange(({ blog, change }) => { if (change.isStructural && (!blog || !shown || blog === shown)) showSoon(PAUSE); }),
  );
}

function stateOf(blog: Blog, { index }: Site, say: Say): string {
  if (index.isComplete) return say('All pages are known.');
  return blog.isComplete ? say('Pages are being read.') : say('There are too many files here to read all pages.');
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
