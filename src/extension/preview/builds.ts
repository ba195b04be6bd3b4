// The builds of blogs that lie on the disk: the author's own in the blog's folder, and one that was made for the preview. Listed when
// a preview first asks, read as far as a look needs it, and forgotten when something in there changes.
import * as vscode from 'vscode';
import { hashOf } from '../../core/factstore';
import { Files } from '../../core/files';
import { builtPages, TEXT_LIMIT } from '../../core/look/build';
import { lookOf, type Look } from '../../core/look/look';
import type { Blog } from '../blog';
import { listFiles, readText, statOf } from '../listing';
import type { OpenPost } from '../posts';
import { timers, together } from '../work';

export interface Found {
  readonly look: Look;
  /** The folder of the build. */
  readonly folder: vscode.Uri;
  /** When the page was built, in milliseconds since 1970. */
  readonly builtAt: number;
}

export interface Builds extends vscode.Disposable {
  /** The look of a post by the newest build that has one, or why there is none, in words for the writer. */
  find(open: OpenPost): Promise<Found | string>;
  /** Where a build for the preview goes; undefined where nothing can be kept. */
  folderFor(blog: Blog): vscode.Uri | undefined;
  /** What lies in there was made anew. */
  forget(folder: vscode.Uri): void;
  /** A folder changed in which a build lies. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

interface Listed {
  readonly files: Files;
  readonly texts: Map<string, string | undefined>;
}

/** Builds write many files; they are looked at when that has ended (milliseconds). */
const SETTLED = 700;

/** @param storage a folder of the extension's for this workspace */
export function builds(storage: vscode.Uri | undefined): Builds {
  const listed = new Map<string, { readonly listing: Promise<Listed>; readonly watcher: vscode.Disposable }>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const waiting = timers<string>();
  const folderFor = (blog: Blog): vscode.Uri | undefined => storage && vscode.Uri.joinPath(storage, 'builds', hashOf(blog.root.toString()));

  function forget(folder: vscode.Uri): void {
    listed.get(folder.toString())?.watcher.dispose();
    listed.delete(folder.toString());
    changed.fire(folder);
  }

  function at(folder: vscode.Uri): Promise<Listed> {
    const key = folder.toString();
    const known = listed.get(key);
    if (known) return known.listing;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    const note = (): void => waiting.start(key, SETTLED, () => forget(folder));
    // a link may lead anywhere: none is followed, to a file either
    const listing = listFiles(folder, { followsLinks: false }).then(({ paths }): Listed => ({ files: new Files(paths), texts: new Map() }));
    listed.set(key, { listing, watcher: together(watcher, watcher.onDidCreate(note), watcher.onDidChange(note), watcher.onDidDelete(note)) });
    return listing;
  }

  async function lookIn(folder: vscode.Uri, { post, site, blog }: OpenPost): Promise<Found | string> {
    const { files, texts } = await at(folder);
    const sources = new Map<string, string | undefined>();
    for (;;) {
      const answer = lookOf(post, site, { files, texts, sources });
      if (answer.kind === 'none') return answer.reason;
      if (answer.kind === 'look') return { look: answer.look, folder, builtAt: (await statOf(vscode.Uri.joinPath(folder, answer.look.page)))?.mtime ?? 0 };
      await Promise.all([
        ...answer.built.map(async path => { texts.set(path, await shortText(vscode.Uri.joinPath(folder, path))); }),
        ...answer.sources.map(async path => { sources.set(path, await shortText(blog.uri(path))); }),
      ]);
    }
  }

  /** The folders, that with the newest page of the post first. */
  async function foldersOf({ post, site, blog }: OpenPost): Promise<readonly vscode.Uri[]> {
    const own = site.flavor.buildFolder(site.config);
    const folders = [own === undefined ? undefined : blog.uri(own), folderFor(blog)].filter(folder => folder !== undefined);
    const pages = [...builtPages(post, site), 'index.html'];
    const dated = await Promise.all(folders.map(async folder => {
      const stats = await Promise.all(pages.map(path => statOf(vscode.Uri.joinPath(folder, path))));
      const rank = stats.findIndex(stat => stat !== undefined);
      return { folder, isThere: rank >= 0, isOwn: rank >= 0 && rank < pages.length - 1, time: stats[rank]?.mtime ?? 0 };
    }));
    return dated.sort((a, b) => Number(b.isThere) - Number(a.isThere) || Number(b.isOwn) - Number(a.isOwn) || b.time - a.time).map(({ folder }) => folder);
  }

  return {
    async find(open) {
      let reason: string | undefined;
      for (const folder of await foldersOf(open)) {
        const found = await lookIn(folder, open);
        if (typeof found !== 'string') return found;
        reason ??= found;
      }
      return reason ?? open.site.say('There is no build of this blog.');
    },
    folderFor, forget,
    onDidChange: changed.event,
    dispose: () => together(changed, waiting, ...[...listed.values()].map(({ watcher }) => watcher)).dispose(),
  };
}

async function shortText(uri: vscode.Uri): Promise<string | undefined> {
  const stat = await statOf(uri);
  return stat && stat.size <= TEXT_LIMIT ? readText(uri) : undefined;
}
