// The Posts view: a tree of what a blog has. It follows the post in the editor and never takes the focus.
import * as vscode from 'vscode';
import { wallClock } from '../core/dates';
import type { Say } from '../core/language';
import { dueInWords, dueOf } from '../core/rhythm';
import type { ShelfId } from '../core/shelves';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { blogItem, decorationOf, nameOf, postItem, rowUri, SCHEME, shelfItem, tooltipOf, type BlogNode, type Node, type PostNode, type ShelfNode } from './postrows';
import { shelving, type Shelving, type ShelvesChange } from './shelving';
import { timers, together } from './work';

const VIEW = 'techPost.posts';
/** From the last change of the workspace to the search for blogs. */
const PAUSE = 300;

export function postsView(blogs: Blogs, say: Say): vscode.Disposable {
  const changes = new vscode.EventEmitter<Node | undefined>();
  const decorations = new vscode.EventEmitter<vscode.Uri[]>();
  const waiting = timers<'find' | 'midnight'>();
  /** By root, in the order of the workspace. */
  let known = new Map<string, Shelving>();
  /** The same object for the same thing: by these VS Code knows what is unfolded. */
  const nodes = new Map<string, Node>();
  let finding: Promise<void> | undefined;

  const tree: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changes.event,
    async getChildren(node) {
      if (!node) {
        await (finding ??= find());
        return known.size === 1 ? shelvesOf([...known.values()][0]!) : [...known.values()].map(blogNode);
      }
      if (node.kind === 'blog') return shelvesOf(node.shelving);
      return node.kind === 'shelf' ? node.shelving.shelves.posts(node.shelf).map(({ path }) => postNode(node.shelving, node.shelf, path)) : [];
    },
    getTreeItem: node => (node.kind === 'blog' ? blogItem(node) : node.kind === 'shelf' ? shelfItem(node, say) : postItem(node, say)),
    getParent: node => (node.kind === 'post' ? shelfNode(node.shelving, node.shelf) : node.kind === 'shelf' && known.size > 1 ? blogNode(node.shelving) : undefined),
    resolveTreeItem(item, node) {
      if (node.kind === 'post') item.tooltip = tooltipOf(node);
      return item;
    },
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });

  function remember<T extends Node>(key: string, make: () => T): T {
    const before = nodes.get(key) as T | undefined;
    if (before) return before;
    const made = make();
    nodes.set(key, made);
    return made;
  }

  const rootOf = ({ blog }: Shelving): string => blog.root.toString();
  const blogNode = (of: Shelving): BlogNode => remember(rootOf(of), () => ({ kind: 'blog', shelving: of }));
  const shelfNode = (of: Shelving, shelf: ShelfId): ShelfNode => remember(`${rootOf(of)}\n${shelf}`, () => ({ kind: 'shelf', shelving: of, shelf }));
  const postNode = (of: Shelving, shelf: ShelfId, path: string): PostNode => remember(`${rootOf(of)}\n${shelf}\n${path}`, () => ({ kind: 'post', shelving: of, shelf, path }));
  const shelvesOf = (of: Shelving): readonly ShelfNode[] & Node[] => of.shelves.all.map(shelf => shelfNode(of, shelf));

  /** Which blogs there are; those that stay keep what is known of them. */
  async function find(): Promise<void> {
    const roots = await blogs.marked();
    const before = known;
    const now = new Map<string, Shelving>();
    for (const root of roots) {
      const blog = await blogs.at(root).catch(() => undefined);
      if (!blog) continue;
      const old = before.get(root.toString());
      now.set(root.toString(), old?.blog === blog ? old : openShelving(blog));
    }
    known = now;
    for (const [root, old] of before) if (now.get(root) !== old) old.dispose();
    if ([...before.values()].some(old => now.get(rootOf(old)) !== old)) nodes.clear();
    showMessage();
    watchMidnight();
  }

  function openShelving(blog: Blog): Shelving {
    const own: Shelving = shelving(blog, () => view.visible, change => { show(own, change); });
    return own;
  }

  function show(of: Shelving, { shelves, isListChanged, counted }: ShelvesChange): void {
    if (known.get(rootOf(of)) !== of) return;
    if (isListChanged) changes.fire(known.size > 1 ? blogNode(of) : undefined);
    else for (const shelf of shelves) changes.fire(shelfNode(of, shelf));
    if (counted.length) decorations.fire(counted.map(path => rowUri(of.blog, path)));
    showMessage();
    void follow();
  }

  function showMessage(): void {
    const all = [...known.values()];
    const isRead = all.every(({ blog }) => blog.site().index.isComplete || !blog.isComplete);
    const dues = all.flatMap(({ blog }) => {
      const site = blog.site();
      const due = site.index.isComplete ? dueOf(site) : undefined;
      const words = due && dueInWords(due, vscode.env.language, say);
      return words === undefined ? [] : [all.length > 1 ? `${nameOf(blog)}: ${words}` : words];
    });
    const isEmpty = isRead && all.every(({ shelves }) => !shelves.size);
    // beside a message VS Code shows no way to begin
    const message = isEmpty ? '' : isRead ? dues.join('\n') : say('Pages are being read.');
    if ((view.message ?? '') !== message) view.message = message;
    void vscode.commands.executeCommand('setContext', 'techPost.hasNoPosts', isEmpty);
  }

  /** The post in front of the writer is the one that is marked, as VS Code does with files. */
  async function follow(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (!uri || !view.visible || vscode.workspace.getConfiguration('explorer').get('autoReveal') === false) return;
    for (const of of known.values()) {
      const path = of.blog.pathOf(uri);
      const post = path === undefined ? undefined : of.shelves.post(path);
      if (!post) continue;
      const node = postNode(of, post.shelf, post.path);
      if (view.selection[0] !== node) await Promise.resolve(view.reveal(node, { select: true, focus: false })).catch(() => {});
      return;
    }
  }

  function findSoon(): void {
    waiting.start('find', PAUSE, () => {
      void blogs.marked().then(roots => vscode.commands.executeCommand('setContext', 'techPost.hasBlog', roots.length > 0));
      if (finding) finding = find().then(() => changes.fire(undefined));
    });
  }

  /** When a day is over, fewer are left. */
  function watchMidnight(): void {
    const { hour, minute, second } = wallClock(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    waiting.start('midnight', (86_400 - (hour * 60 + minute) * 60 - second + 1) * 1000, () => {
      showMessage();
      watchMidnight();
    });
  }

  findSoon();
  return together(
    changes, decorations, waiting, view,
    { dispose: () => { for (const of of known.values()) of.dispose(); } },
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: decorations.event,
      provideFileDecoration(uri) {
        if (uri.scheme !== SCHEME) return undefined;
        const of = known.get(uri.query);
        return of && decorationOf(of.problems(uri.path.slice(1)), say);
      },
    }),
    blogs.onDidChange(({ blog, change }) => {
      // something new may be a blog, or none any more
      if (!blog) return findSoon();
      const of = known.get(blog.root.toString());
      if (of?.blog === blog) of.follow(change);
      if (change.isStructural) showMessage();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      for (const of of known.values()) of.look();
      void follow();
    }),
    vscode.window.onDidChangeActiveTextEditor(() => void follow()),
    vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('techPost.lint')) for (const of of known.values()) of.follow({ paths: [], isStructural: true, hasNewFaces: false }); }),
    ...Object.entries(ACTIONS).map(([command, act]) => vscode.commands.registerCommand(command, (node?: PostNode) => node?.kind === 'post' && act(node.shelving.blog.uri(node.path)))),
  );
}

/** What can be done to a row; the commands themselves are about the post in front of the writer. */
const ACTIONS: Readonly<Record<string, (uri: vscode.Uri) => unknown>> = {
  'techPost.posts.openPreview': async uri => {
    await vscode.window.showTextDocument(uri);
    return vscode.commands.executeCommand('techPost.openPreview', uri);
  },
  'techPost.posts.publish': async uri => {
    await vscode.window.showTextDocument(uri);
    return vscode.commands.executeCommand('techPost.publish');
  },
  'techPost.posts.unpublish': async uri => {
    await vscode.window.showTextDocument(uri);
    return vscode.commands.executeCommand('techPost.unpublish');
  },
  'techPost.posts.openInBrowser': uri => vscode.commands.executeCommand('techPost.openInBrowser', uri),
  'techPost.posts.copyAddress': uri => vscode.commands.executeCommand('techPost.copyAddress', uri),
  'techPost.posts.reveal': uri => vscode.commands.executeCommand('revealInExplorer', uri),
};
