// Several files changed and moved as one: all of it, or nothing. What is there already is never overwritten.
import { linkSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { joinPath } from '../core/files';
import type { Move } from '../core/writing/reshape';
import { CannotRun, fileInside } from './disk';

/**
 * @param root absolute
 * @param texts by paths from the root, as they are before anything moves
 * @throws CannotRun where a place is taken or outside, or where a failure cannot be undone; else Error of the system, after everything is as it was
 */
export function makeWholeChange(root: string, texts: ReadonlyMap<string, string>, moves: readonly Move[]): void {
  for (const { to } of moves) {
    if (joinPath('', to) !== to) throw new CannotRun('{0} would lie outside of the blog', to);
    if (lstatSync(path.join(root, to), { throwIfNoEntry: false })) throw new CannotRun('"{0}" is already there: nothing was changed.', to);
  }
  const undo: (() => void)[] = [];
  // on the same disk, so that nothing but a name changes when it counts
  const aside = mkdtempSync(path.join(root, '.tech-post-'));
  let isKept = false;
  try {
    const written = [...texts].map(([at, text], number) => {
      const file = fileInside(root, at);
      if (file === undefined) throw new CannotRun('"{0}" is a link that leads out of the blog: nothing was written.', at);
      const [before, after] = [path.join(aside, `${number}.before`), path.join(aside, `${number}.after`)];
      const { mode } = statSync(file);
      writeFileSync(before, readFileSync(file), { mode });
      writeFileSync(after, text, { mode });
      return { file, before, after };
    });
    for (const { file, before, after } of written) {
      renameSync(after, file);
      undo.push(() => renameSync(before, file));
    }
    for (const { from, to } of moves) move(path.join(root, from), path.join(root, to), undo);
  } catch (error) {
    isKept = undo.reverse().filter(step => !succeeds(step)).length > 0;
    if (isKept) throw new CannotRun('The change failed and could not be taken back whole ({0}): the texts as they were lie in {1}', error instanceof Error ? error.message : String(error), aside);
    throw error;
  } finally {
    if (!isKept) rmSync(aside, { recursive: true, force: true });
  }
}

function succeeds(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function move(from: string, to: string, undo: (() => void)[]): void {
  for (const folder of missingFolders(path.dirname(to))) {
    mkdirSync(folder);
    undo.push(() => rmdirSync(folder));
  }
  if (statSync(from).isDirectory()) renameSync(from, to); // fails where something has come meanwhile
  else moveFile(from, to);
  undo.push(() => renameSync(to, from));
}

/** The outermost first. */
function missingFolders(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false }) ? [] : [...missingFolders(path.dirname(folder)), folder];
}

/** A second name is never given over a file, a new one may be. */
function moveFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    renameSync(from, to); // not every file system has second names
    return;
  }
  unlinkSync(from);
}
