// The shelves of one blog, kept as its posts are, and how many problems each post has. What changes is looked at, and nothing else;
// all posts only when files come or go or the blog is set up anew, in slices.
import * as vscode from 'vscode';
import { rivalsOf } from '../core/publication';
import { shelfPost, Shelves, type ShelfId } from '../core/shelves';
import type { Site } from '../core/site';
import type { Blog, BlogChange } from './blog';
import { findingsOf, SOURCE } from './diagnostics';
import { timers, together, turns } from './work';

export interface ShelvesChange {
  readonly shelves: ReadonlySet<ShelfId>;
  /** Whether a shelf came or went. */
  readonly isListChanged: boolean;
  /** Of these the number of problems is another. */
  readonly counted: readonly string[];
}

export interface Shelving extends vscode.Disposable {
  readonly blog: Blog;
  readonly shelves: Shelves;
  /** Errors and warnings of a post, as far as they are known. */
  problems(path: string): number;
  /** Posts of a shelf that have any. */
  withProblems(shelf: ShelfId): number;
  /** Something of the blog may have changed. */
  follow(change: BlogChange): void;
  /** Somebody looks again. */
  look(): void;
  /** Resolves when what was asked for until now is done. */
  whenSettled(): Promise<void>;
}

/** Milliseconds of work at a time. */
const SLICE = 8;
/** So many posts are looked at in one go. */
const FEW = 50;
/** Until the first reading is done, what is known is looked at again after this. */
const READING = 400;
/** From a change that other posts see to the rules that look across posts. */
const CALM = 3000;
/** They ask every post: so many times as long as the last round took is waited until the next. */
const REST = 20;

interface Seen {
  readonly index: Site['index'];
  readonly config: Site['config'];
  readonly filesVersion: number;
  version: number;
}

/** @param isWatched whether anybody sees it now: problems are counted for eyes only */
export function shelving(blog: Blog, isWatched: () => boolean, changed: (change: ShelvesChange) => void): Shelving {
  const shelves = new Shelves();
  const counts = new Map<string, number>();
  const shelfCounts = new Map<ShelfId, number>();
  /** Pages that want a post's own address; of most there are none. */
  const rivals = new Map<string, readonly string[]>();
  const waiting = timers<'read' | 'count'>();
  const turn = turns(SLICE);
  let seen: Seen | undefined;
  let working: Promise<void> | undefined;
  let isAsked = false;
  let isStale = true;
  let serial = 0;
  let isDisposed = false;
  /** Milliseconds of the last round. */
  let round = 0;

  function put(path: string, site: Site): readonly ShelfId[] {
    const before = shelves.post(path)?.shelf;
    const post = shelfPost(path, site, blog.pages.kept(path)?.mtime ?? site.now);
    const touched = [...shelves.put(path, post)];
    if (post?.shelf !== before && counts.get(path)) {
      if (before !== undefined) shelfCounts.set(before, (shelfCounts.get(before) ?? 1) - 1);
      if (post) shelfCounts.set(post.shelf, (shelfCounts.get(post.shelf) ?? 0) + 1);
    }
    if (!post) counts.delete(path);
    return touched;
  }

  async function update(): Promise<void> {
    const site = blog.site();
    const { index, config, files } = site;
    const isSame = seen?.index === index && seen.config === config && seen.filesVersion === files.version;
    const paths = new Set(isSame ? index.since(seen!.version) : [...[...index.all()].map(({ path }) => path), ...shelves.paths()]);
    seen = { index, config, filesVersion: files.version, version: index.version };
    let before = shelves.all.join();
    let touched = new Set<ShelfId>();
    let shown = Date.now();
    const show = (counted: readonly string[]): void => {
      const now = shelves.all.join();
      if (touched.size) changed({ shelves: touched, isListChanged: before !== now, counted });
      before = now;
      touched = new Set();
      shown = Date.now();
    };
    for (const path of [...paths]) {
      if (paths.size > FEW) await turn();
      if (isDisposed) return;
      // where there are thousands, the first are worth seeing before the last
      if (Date.now() - shown > READING) show([]);
      for (const shelf of put(path, site)) touched.add(shelf);
      // two that want one address: which of them appears may be another now
      const facts = index.of(path);
      const found = facts ? rivalsOf(facts, site) : [];
      for (const rival of [...rivals.get(path) ?? [], ...found]) for (const shelf of put(rival, site)) touched.add(shelf);
      if (found.length) rivals.set(path, found);
      else rivals.delete(path);
    }
    const counted = paths.size > FEW ? [] : [...paths].filter(path => count(path, site));
    for (const path of counted) touched.add(shelves.post(path)!.shelf);
    show(counted);
    if (!index.isComplete && blog.isComplete) waiting.start('read', READING, run);
  }

  function run(): void {
    isAsked = true;
    working ??= (async () => {
      while (isAsked && !isDisposed) {
        isAsked = false;
        await update();
      }
    })().catch(error => console.error(error)).finally(() => { working = undefined; });
  }

  /** @returns whether it is another number than before */
  function count(path: string, site: Site): boolean {
    const post = shelves.post(path);
    if (!post) return false;
    const before = counts.get(path) ?? 0;
    const now = isOn(blog) ? problemsOf(path, site) : 0;
    if (now === before) return false;
    counts.set(path, now);
    if (Boolean(now) !== Boolean(before)) shelfCounts.set(post.shelf, Math.max(0, (shelfCounts.get(post.shelf) ?? 0) + (now ? 1 : -1)));
    return true;
  }

  function problemsOf(path: string, site: Site): number {
    const uri = blog.uri(path).toString();
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
    if (document?.languageId === 'markdown') {
      return vscode.languages.getDiagnostics(document.uri).filter(({ source, severity }) => source === SOURCE && severity <= vscode.DiagnosticSeverity.Warning).length;
    }
    return findingsOf(path, blog, site)?.filter(({ severity }) => severity !== 'information').length ?? 0;
  }

  /** Every post is asked, little by little; a later round takes the place of one that is not done. */
  async function countAll(): Promise<void> {
    if (!isStale || !isWatched() || !blog.site().index.isComplete) return;
    isStale = false;
    const own = ++serial;
    const begun = Date.now();
    const cancel = new vscode.CancellationTokenSource();
    // their findings are known but after a change of the settings
    await blog.pages.readAll(cancel.token, () => { if (isDisposed || own !== serial) cancel.cancel(); });
    cancel.dispose();
    const site = blog.site();
    const counted: string[] = [];
    const touched = new Set<ShelfId>();
    for (const path of [...shelves.paths()]) {
      await turn();
      if (isDisposed || own !== serial) return;
      if (!count(path, site)) continue;
      counted.push(path);
      touched.add(shelves.post(path)!.shelf);
    }
    round = Date.now() - begun;
    if (counted.length) changed({ shelves: touched, isListChanged: false, counted });
  }

  const countSoon = (milliseconds: number): void => waiting.start('count', milliseconds, () => void countAll().catch(error => console.error(error)));

  const parts = together(waiting, vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    const site = blog.site();
    const counted = uris.map(uri => blog.pathOf(uri)).filter(path => path !== undefined).filter(path => count(path, site));
    if (counted.length) changed({ shelves: new Set(counted.map(path => shelves.post(path)!.shelf)), isListChanged: false, counted });
  }));
  run();

  return {
    blog, shelves,
    problems: path => counts.get(path) ?? 0,
    withProblems: shelf => shelfCounts.get(shelf) ?? 0,
    follow(change) {
      run();
      if (!change.isStructural && !change.hasNewFaces) return;
      isStale = true;
      countSoon(round ? Math.max(CALM, REST * round) : 0);
    },
    look() {
      run();
      countSoon(0);
    },
    async whenSettled() {
      await working;
    },
    dispose() {
      isDisposed = true;
      parts.dispose();
    },
  };
}

const isOn = (blog: Blog): boolean => vscode.workspace.getConfiguration('techPost', blog.root).get('lint.enable', true);
