// The pages of one blog as far as they are known: read once in the background, kept up to date, and remembered between sessions.
// Of a page that nobody has open only facts and findings are kept, never its text.
import * as vscode from 'vscode';
import { addressesOf } from '../core/addresses';
import { faceOf } from '../core/face';
import { factsOf, type Facts } from '../core/facts';
import { hashOf, isPart, pageLine, readPage, storeKey, type Kept } from '../core/factstore';
import { lintText } from '../core/lint';
import { parsePost, type Post } from '../core/post';
import type { Site } from '../core/site';
import type { BlogChange } from './blog';
import { readText, statOf } from './listing';
import type { Store } from './store';
import { each, timers, together, turns } from './work';

export interface Pages extends vscode.Disposable {
  /** What lies on the disk; undefined for a page that was not read yet. */
  kept(path: string): Kept | undefined;
  /** A page as it is in an editor: it counts over what lies on the disk. */
  learn(post: Post): void;
  /** The editor of a page was closed: what lies on the disk counts again. */
  forget(path: string): void;
  /** Files that were changed, came or went. Resolves when they are read, unless these are so many that nobody wants to wait. */
  update(paths: readonly string[], isReconfigured: boolean): Promise<void>;
  /** Reads all that is not known, with findings; ends early when cancelled. */
  readAll(token: vscode.CancellationToken, seen: (done: number, of: number) => void): Promise<void>;
  /** Resolves when all was read that is to be read now. */
  whenRead(): Promise<void>;
}

export interface PagesOptions {
  uri(path: string): vscode.Uri;
  site(): Site;
  /** Whether all files were listed: else something may be there that we do not see, and nothing is read unasked. */
  readonly isListed: boolean;
  readonly store: Store;
  readonly say: Site['say'];
  changed(change: BlogChange): void;
}

/** Milliseconds of work at a time: a key stroke that falls into them waits so long. */
const SLICE = 8;
/** With more pages to read than this nothing is said to be missing meanwhile, and nobody waits. */
const MANY = 100;
/** Reading that takes longer (milliseconds) is worth a word. */
const LONG = 1000;
/** From a change to the next writing of what is known. */
const SAVE = 60_000;
/** Between an edit that others see and their refresh. */
const PAUSE = 100;
/** Timers count to 2³¹ milliseconds only. */
const DAY = 86_400_000;

const NEW_FACES: BlogChange = { paths: [], isStructural: false, hasNewFaces: true };

export function pagesOf({ uri, site, isListed, store, say, changed }: PagesOptions): Pages {
  const kept = new Map<string, Kept>();
  /** From the last session, until it is sure that the files are the same. */
  let remembered: ReadonlyMap<string, Kept> = new Map();
  const queue = new Set<string>();
  /** A mistake of ours in one page: as long as it lasts nothing can be said to be missing. */
  const failed = new Set<string>();
  /** Of these the findings are wanted, whatever is known of their facts. */
  const asked = new Set<string>();
  /** Posts of editors: what was just saved is known already. */
  const edited = new Map<string, { readonly post: Post; readonly config: Site['config'] }>();
  /** When pages that are to come will appear. */
  const upcoming = new Map<string, number>();
  const waiting = timers<'faces' | 'clock' | 'progress' | 'save'>();
  const turn = turns(SLICE);
  let { index } = site();
  /** Files that pages are made with; see `isPart`. */
  const parts = new Set<string>();
  let key = storeKey(site(), store.product, parts);
  let reading: Promise<void> | undefined;
  let isDisposed = false;
  /** Until then the queue is not all that there is to read. */
  let hasBegun = !isListed;
  let isDirty = false;
  let isSaving = false;

  const isPage = (path: string, now = site()): boolean => now.files.has(path) && now.flavor.isPage(path, now);

  const isEdited = (path: string): boolean => {
    const wanted = uri(path).toString();
    return vscode.workspace.textDocuments.some(document => document.isDirty && document.uri.toString() === wanted);
  };

  function put(facts: Facts): void {
    const before = index.of(facts.path);
    if (before === facts) return;
    const now = site();
    const isNew = index.isComplete && faceOf(before, now) !== faceOf(facts, now);
    index.set(facts);
    // little by little, as all at once would be felt
    if (!index.isComplete && !now.flavor.shapesOthers(facts.path, now)) addressesOf(now);
    if (isNew) showFace(facts.path);
  }

  function showFace(path: string): void {
    watchClock(path, site());
    waiting.start('faces', PAUSE, () => changed(NEW_FACES));
  }

  function keep(known: Kept): void {
    const { path } = known.facts;
    kept.set(path, known);
    if (!index.of(path) || !isEdited(path)) put(known.facts);
  }

  function drop(path: string): void {
    upcoming.delete(path);
    failed.delete(path);
    isDirty = kept.delete(path) || isDirty;
    if (!index.of(path)) return;
    index.delete(path);
    if (index.isComplete) showFace(path);
  }

  async function read(path: string): Promise<void> {
    const withFindings = asked.delete(path);
    const before = kept.get(path) ?? remembered.get(path);
    const known = before && (before.findings || !withFindings) ? before : undefined;
    const began = index;
    const isOver = (): boolean => isDisposed || index !== began;
    // asked before it is read: what is written between the two is then seen the next time
    const stat = await statOf(uri(path));
    await turn();
    if (isOver()) return;
    if (!stat || !isPage(path)) return drop(path);
    const { mtime, size } = stat;
    if (known && mtime > 0 && known.mtime === mtime && known.size === size) return keep(known);
    const text = await readText(uri(path));
    await turn();
    if (isOver()) return;
    if (text === undefined) return drop(path);
    isDirty = true;
    const hash = hashOf(text);
    if (known?.hash === hash) return keep({ ...known, mtime, size });
    const now = site();
    const inEditor = edited.get(path);
    const post = inEditor?.post.text === text && inEditor.config === now.config ? inEditor.post : parsePost(path, text, now);
    const learnt: Kept = { facts: factsOf(post, now), findings: now.flavor.isMarkdown(path) ? lintText(post, now) : [], mtime, size, hash };
    // what was cut out of the text holds on to all of it; what was written down and read again does not
    const line = pageLine(learnt);
    keep((line === undefined ? undefined : readPage(line, true)) ?? learnt);
  }

  /** Reads what is in the queue, and what comes into it meanwhile. */
  function drain(seen: (done: number, of: number) => void = () => {}): Promise<void> {
    return (reading ??= (async () => {
      let done = 0;
      let said = seen;
      waiting.start('progress', LONG, () => void vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('Reading posts') }, progress => {
        let shown = -1;
        said = (ready, of) => {
          seen(ready, of);
          const percent = Math.floor((ready / of) * 100);
          if (percent === shown) return;
          shown = percent;
          progress.report({ message: `${percent} %` });
        };
        return reading ?? Promise.resolve();
      }));
      while ((queue.size || asked.size) && !isDisposed) {
        const now = site();
        const batch = [...new Set([...queue, ...asked])];
        const of = done + batch.length;
        // what shapes other pages first: else their addresses would be made again with each of these
        const shapes = new Set(batch.filter(path => now.flavor.shapesOthers(path, now)));
        await each([...shapes, ...batch.filter(path => !shapes.has(path))], 16, async path => {
          if (queue.delete(path) || asked.has(path)) {
            failed.delete(path);
            await read(path).catch(error => {
              failed.add(path);
              console.error(path, error);
            });
          }
          said(++done, of);
        }, () => isDisposed);
      }
      waiting.stop('progress');
    })().finally(() => {
      reading = undefined;
      if (!isDisposed && hasBegun) settle();
    }));
  }

  /** All is read. */
  function settle(): void {
    remembered = new Map();
    if (isListed && !failed.size && !index.isComplete) {
      index.isComplete = true;
      changed({ paths: [], isStructural: true, hasNewFaces: false });
      void watchClocks();
      if (isDirty) return void save();
    }
    saveSoon();
  }

  function saveSoon(): void {
    if (!isDirty || isSaving || !isListed) return;
    isSaving = true;
    waiting.start('save', SAVE, () => void save());
  }

  async function save(): Promise<void> {
    waiting.stop('save');
    isSaving = isDirty = false;
    await store.save(key, [...kept.values()]);
  }

  async function begin(): Promise<void> {
    for (const path of [...site().files]) {
      await turn();
      if (isDisposed) return;
      if (isPart(path, site())) parts.add(path);
      else if (isPage(path)) queue.add(path);
    }
    const keyThen = key = storeKey(site(), store.product, parts);
    const found = await store.load(keyThen);
    hasBegun = true;
    if (isDisposed) return;
    // the blog may have been set up anew meanwhile
    if (keyThen.facts === key.facts && keyThen.findings === key.findings) remembered = found;
    await drain();
  }

  function watchClock(path: string, now: Site): void {
    const facts = index.of(path);
    const until = facts && isPage(path, now) ? now.flavor.hidden(facts, now)?.until : undefined;
    if (until === undefined || until <= now.now) upcoming.delete(path);
    else upcoming.set(path, until);
    if (until !== undefined) startClock();
  }

  async function watchClocks(): Promise<void> {
    for (const { path } of [...index.all()]) {
      await turn();
      if (isDisposed) return;
      watchClock(path, site());
    }
  }

  function startClock(): void {
    const next = Math.min(...upcoming.values());
    if (Number.isFinite(next)) waiting.start('clock', Math.min(DAY, Math.max(0, next - Date.now()) + 50), strike);
  }

  /** The hour of some has come. */
  function strike(): void {
    const come = [...upcoming].filter(([, until]) => until <= Date.now()).map(([path]) => path);
    for (const path of come) {
      index.touch(path);
      showFace(path);
    }
    startClock();
  }

  const first = isListed ? begin() : Promise.resolve();

  return {
    kept: path => kept.get(path),
    learn(post) {
      const now = site();
      if (now.index !== index || !isPage(post.path, now)) return;
      edited.set(post.path, { post, config: now.config });
      put(factsOf(post, now));
    },
    forget(path) {
      edited.delete(path);
      const known = kept.get(path);
      if (known) put(known.facts);
      else if (index.of(path)) {
        queue.add(path);
        void drain();
      }
    },
    async update(changed, isReconfigured) {
      const now = site();
      // of a folder that came or was renamed we may have heard nothing but its own name
      const paths = changed.flatMap(path => (now.files.has(path) || !now.files.hasFolder(path) ? [path] : now.files.below(path)));
      if (now.index !== index) {
        ({ index } = now);
        kept.clear();
        remembered = new Map();
        upcoming.clear();
      }
      const before = key;
      let hasNewParts = isReconfigured;
      for (const path of isReconfigured ? [...parts, ...now.files] : paths) {
        const isOne = now.files.has(path) && isPart(path, now);
        if (isOne !== parts.has(path)) hasNewParts = true;
        if (isOne) parts.add(path);
        else parts.delete(path);
      }
      if (hasNewParts) key = storeKey(now, store.product, parts);
      if (key.findings !== before.findings) for (const [path, known] of kept) kept.set(path, { ...known, findings: undefined });
      if (isReconfigured) {
        for (const { path } of [...index.all()]) if (!isPage(path, now)) drop(path);
        for (const path of isListed ? now.files : []) if (!kept.has(path) && isPage(path, now)) queue.add(path);
      }
      for (const path of paths) {
        if (!isPage(path, now)) drop(path);
        else if (isListed || kept.has(path)) queue.add(path);
      }
      // and of one that went as well
      if (paths.length) for (const { path } of [...index.all()]) if (!now.files.has(path)) drop(path);
      if (!queue.size) return saveSoon();
      if (queue.size <= MANY) return drain();
      index.isComplete = false;
      void drain();
    },
    async readAll(token, seen) {
      await first;
      await reading;
      const now = site();
      for (const path of now.files) if (!kept.get(path)?.findings && isPage(path, now)) asked.add(path);
      const stop = token.onCancellationRequested(() => asked.clear());
      if (asked.size && !token.isCancellationRequested) await drain(seen);
      stop.dispose();
    },
    async whenRead() {
      await first;
      await reading;
    },
    dispose: together({ dispose: () => {
      isDisposed = true;
      if (isDirty && isListed && index.isComplete) void save();
    } }, waiting).dispose,
  };
}
