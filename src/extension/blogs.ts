// Which blog a document belongs to. Each blog is opened once, when it is first asked for.
import * as vscode from 'vscode';
import { isSkippedFolder } from '../core/files';
import type { Say } from '../core/language';
import { rootMarks } from '../core/site';
import { openBlog, pathBelow, type Blog, type BlogChange } from './blog';
import { typeOf } from './listing';
import type { Store } from './store';
import { together } from './work';

export interface Blogs extends vscode.Disposable {
  /** The blog of a file; undefined for a document that is no file. Rejects when the extension was stopped meanwhile. */
  of(uri: vscode.Uri): Promise<Blog> | undefined;
  at(root: vscode.Uri): Promise<Blog>;
  /** Roots in which a new post could be made: the workspace's folders that are blogs or hold some, else the folders themselves. */
  candidates(): Promise<readonly vscode.Uri[]>;
  /** Of these, the ones that are blogs by what lies in them. */
  marked(): Promise<readonly vscode.Uri[]>;
  /** Something of a blog changed; without a blog, which document belongs to which may have changed. */
  readonly onDidChange: vscode.Event<{ readonly blog: Blog | undefined; readonly change: BlogChange }>;
}

type Marks = ReturnType<typeof rootMarks>;

const EVERYTHING: BlogChange = { paths: [], isStructural: true, hasNewFaces: true };

export function blogs(say: Say, storeOf: (root: vscode.Uri) => Promise<Store>): Blogs {
  const marks = rootMarks();
  const markNames = new Set(marks.flat().map(mark => mark.slice(mark.lastIndexOf('/') + 1)));
  const opened = new Map<string, Promise<Blog>>();
  /** By folder of documents; what is in there is asked anew when a mark comes or goes. */
  const roots = new Map<string, Promise<{ readonly root: vscode.Uri; readonly depth: number | undefined }>>();
  const changes = new vscode.EventEmitter<{ blog: Blog | undefined; change: BlogChange }>();

  function open(root: vscode.Uri, depth?: number): Promise<Blog> {
    const key = root.toString();
    const known = opened.get(key);
    if (known) return known;
    const opening = openBlog({ root, say, store: storeOf(root), depth, changed: change => {
      if (change.isStructural && change.paths.some(path => markNames.has(path.slice(path.lastIndexOf('/') + 1)))) {
        roots.clear();
        changes.fire({ blog: undefined, change });
      } else void opening.then(blog => changes.fire({ blog, change }));
    } });
    opened.set(key, opening);
    opening.catch(() => opened.delete(key));
    return opening;
  }

  function forget(): void {
    for (const opening of opened.values()) opening.then(blog => blog.dispose(), () => {});
    opened.clear();
    roots.clear();
  }

  const findMarked = async (): Promise<readonly vscode.Uri[]> => (await Promise.all(foldersOfWorkspace().map(folder => marked(folder, marks)))).flat();

  return {
    of(uri) {
      const workspaceFolder = vscode.workspace.getWorkspaceFolder(uri);
      if (!workspaceFolder && uri.scheme !== 'file') return undefined;
      const folder = vscode.Uri.joinPath(uri, '..');
      const key = folder.toString();
      let place = roots.get(key);
      // a lone file: its folder only, as what lies below may be a whole home directory
      if (!place) roots.set(key, place = workspaceFolder ? rootOf(folder, workspaceFolder.uri, marks) : Promise.resolve({ root: folder, depth: 2 }));
      return place.then(({ root, depth }) => open(root, depth));
    },
    at: root => open(root),
    async candidates() {
      const found = await findMarked();
      return found.length ? found : foldersOfWorkspace();
    },
    marked: findMarked,
    onDidChange: changes.event,
    dispose: together(changes, { dispose: forget }, vscode.workspace.onDidChangeWorkspaceFolders(() => {
      forget();
      changes.fire({ blog: undefined, change: EVERYTHING });
    })).dispose,
  };
}

const foldersOfWorkspace = (): readonly vscode.Uri[] => vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];

async function hasMarks(folder: vscode.Uri, marks: Marks): Promise<boolean> {
  const names = [...new Set(marks.flat())];
  const types = await Promise.all(names.map(name => typeOf(vscode.Uri.joinPath(folder, name))));
  const present = new Set(names.filter((_, index) => types[index] !== undefined));
  return marks.some(row => row.every(mark => present.has(mark)));
}

/** The nearest folder above with a site's marks, up to the workspace's folder, which counts if none has. */
async function rootOf(folder: vscode.Uri, top: vscode.Uri, marks: Marks): Promise<{ root: vscode.Uri; depth: undefined }> {
  for (let at = folder; pathBelow(top, at) !== undefined; at = vscode.Uri.joinPath(at, '..')) {
    if (await hasMarks(at, marks)) return { root: at, depth: undefined };
  }
  return { root: top, depth: undefined };
}

/** Folders with marks, at most two levels down: a blog often lives in `blog/` or `docs/`. */
async function marked(folder: vscode.Uri, marks: Marks, depth = 2): Promise<readonly vscode.Uri[]> {
  if (await hasMarks(folder, marks)) return [folder];
  if (depth === 0) return [];
  let entries: readonly [string, vscode.FileType][];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
  const below = entries.filter(([name, type]) => type === vscode.FileType.Directory && !isSkippedFolder(name) && !name.startsWith('.'));
  return (await Promise.all(below.map(([name]) => marked(vscode.Uri.joinPath(folder, name), marks, depth - 1)))).flat();
}
