// How work is waited for, bounded and ended: small tools for parts that live as long as the extension or shorter.
import * as vscode from 'vscode';

/** Several disposables as one; the last made goes first. */
export function together(...parts: readonly vscode.Disposable[]): vscode.Disposable {
  return { dispose: () => { for (const part of [...parts].reverse()) part.dispose(); } };
}

/** One timer per key: a new wait for a key replaces the one that runs. */
export function timers<K>(): vscode.Disposable & { start(key: K, milliseconds: number, run: () => void): void; stop(key: K): void } {
  const running = new Map<K, ReturnType<typeof setTimeout>>();
  const stop = (key: K): void => {
    clearTimeout(running.get(key));
    running.delete(key);
  };
  return {
    start(key, milliseconds, run) {
      stop(key);
      running.set(key, setTimeout(() => {
        running.delete(key);
        run();
      }, milliseconds));
    },
    stop,
    dispose: () => { for (const key of [...running.keys()]) stop(key); },
  };
}

/** Runs the work for each item, at most `limit` at a time; stops early when `isCancelled`. */
export async function each<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>, isCancelled: () => boolean = () => false): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && !isCancelled(); next = rest.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/**
 * Work that would take long in one piece, in slices: each piece waits for its turn, and after some milliseconds of work everything
 * else that waits in this process has its own. Whoever gets a turn must begin at once.
 */
export function turns(milliseconds: number): () => Promise<void> {
  let began = 0;
  let last: Promise<void> = Promise.resolve();
  const rest = (): Promise<void> => new Promise(resolve => setTimeout(() => {
    began = Date.now();
    resolve();
  }, 0));
  return () => (last = last.then(() => (Date.now() - began < milliseconds ? undefined : rest())));
}
