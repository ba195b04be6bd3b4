// One blog as the extension has it: the snapshot that rules and preview ask, kept fresh while files come, go and change.
import * as vscode from 'vscode';
import { factsKey } from '../core/factstore';
import { Files } from '../core/files';
import type { Say } from '../core/language';
import { SETTINGS_FILE } from '../core/settings';
import { openSite, siteFiles, type Site } from '../core/site';
import { isSkipped, listFiles, readText, typeOf } from './listing';
import { pagesOf, type Pages } from './pages';
import type { Store } from './store';
import { each, timers, together } from './work';

export interface Blog extends vscode.Disposable {
  readonly root: vscode.Uri;
  /** False when there are more files than were listed: a missing path has then to be looked for. */
  readonly isComplete: boolean;
  /** The site as it is now. Its `config` is the same object as long as the configuration is. */
  site(): Site;
  /** What is known of its pages; `site().index` has their facts. */
  readonly pages: Pages;
  /** The text of tech-post.json, if there is one. */
  readonly settingsText: string | undefined;
  /** Counts the changes of a file since the blog was opened, so that a page can ask for it anew. */
  revision(path: string): number;
  uri(path: string): vscode.Uri;
  /** From the root, with `/`; undefined for what lies elsewhere. */
  pathOf(uri: vscode.Uri): string | undefined;
}

export interface BlogChange {
  readonly paths: readonly string[];
  /** Whether files came or went, the configuration changed, or all pages are known now: what is said of any post may change. */
  readonly isStructural: boolean;
  /** Whether other posts see something new of a page: its address, its headings, whether it appears. */
  readonly hasNewFaces: boolean;
}

/** The path below a folder; undefined for what lies elsewhere. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (root.scheme !== uri.scheme || root.authority !== uri.authority) return undefined;
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return uri.path.startsWith(folder) ? uri.path.slice(folder.length) : undefined;
}

export interface BlogOptions {
  readonly root: vscode.Uri;
  readonly say: Say;
  readonly store: Promise<Store>;
  /** How many levels of folders belong to it; all, if nothing is said. */
  readonly depth?: number | undefined;
  changed(change: BlogChange): void;
}

/** Lists and reads the blog. Watching begins before the listing, so that nothing slips through between the two. */
export async function openBlog({ root, say, store, depth, changed }: BlogOptions): Promise<Blog> {
  const pending = new Map<string, 'came' | 'went' | 'changed'>();
  const waiting = timers<'changes'>();
  let settling: Promise<void> = Promise.resolve();
  const revisions = new Map<string, number>();
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, depth === undefined ? '**/*' : '*'));
  const note = (kind: 'came' | 'went' | 'changed') => (uri: vscode.Uri): void => {
    const path = pathBelow(root, uri);
    if (path === undefined || isSkipped(path)) return;
    // a file that went and came within the wait is a new one
    pending.set(path, kind === 'changed' && pending.get(path) === 'came' ? 'came' : kind);
    waiting.start('changes', 50, () => { settling = settling.then(settle, settle); });
  };
  const parts = together(waiting, watcher, watcher.onDidCreate(note('came')), watcher.onDidDelete(note('went')), watcher.onDidChange(note('changed')));

  const listing = await listFiles(root, { depth });
  const files = new Files(listing.paths);
  /** @param before whose pages are still known if they are read as they were. */
  const load = async (before?: Site): Promise<{ site: Site; settingsText: string | undefined }> => {
    const texts = new Map<string, string>();
    await Promise.all(siteFiles(files).map(async path => {
      const text = await readText(vscode.Uri.joinPath(root, path));
      if (text !== undefined) texts.set(path, text);
    }));
    const surroundings = { files, now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, say };
    const site = openSite({ ...surroundings, language: vscode.env.language }, texts);
    const isReadAsBefore = before && factsKey(site) === factsKey(before);
    return { site: isReadAsBefore ? { ...site, index: before.index } : site, settingsText: texts.get(SETTINGS_FILE) };
  };
  let loaded = await load();
  const zone = zoneOfMachine();
  const site = (): Site => ({ ...loaded.site, now: Date.now(), timeZone: zone() });
  const pages = pagesOf({ uri: path => vscode.Uri.joinPath(root, path), site, isListed: listing.isComplete, store: await store, say, changed });

  async function settle(): Promise<void> {
    const changes = [...pending];
    pending.clear();
    const version = files.version;
    const before = siteFiles(files).join('\n');
    await each(changes, 16, ([path, kind]) => apply(path, kind));
    const config = siteFiles(files);
    const isReconfigured = config.join('\n') !== before || changes.some(([path]) => config.includes(path));
    if (isReconfigured) loaded = await load(loaded.site);
    const paths = changes.map(([path]) => path);
    await pages.update(paths, isReconfigured);
    changed({ paths, isStructural: isReconfigured || files.version !== version, hasNewFaces: false });
  }

  async function apply(path: string, kind: 'came' | 'went' | 'changed'): Promise<void> {
    revisions.set(path, (revisions.get(path) ?? 0) + 1);
    if (kind === 'changed') return;
    if (kind === 'went') {
      // of a folder that goes, some systems report only the folder
      for (const file of [path, ...files.below(path)]) files.delete(file);
      return;
    }
    const uri = vscode.Uri.joinPath(root, path);
    const type = await typeOf(uri);
    if (type === undefined) return;
    if (type & vscode.FileType.File) files.add(path);
    else if (!(type & vscode.FileType.SymbolicLink) && depth === undefined) {
      for (const below of (await listFiles(uri)).paths) files.add(`${path}/${below}`);
    }
  }

  return {
    root,
    isComplete: listing.isComplete,
    site, pages,
    get settingsText() { return loaded.settingsText; },
    revision: path => revisions.get(path) ?? 0,
    uri: path => vscode.Uri.joinPath(root, path),
    pathOf: uri => pathBelow(root, uri),
    dispose: () => together(pages, parts).dispose(),
  };
}

/** Asking takes a tenth of a millisecond, which is much for something asked at each step; people who travel wait a minute. */
function zoneOfMachine(): () => string {
  let zone = '';
  let until = 0;
  return () => {
    if (Date.now() < until) return zone;
    until = Date.now() + 60_000;
    return (zone = Intl.DateTimeFormat().resolvedOptions().timeZone);
  };
}
