// A folder that a command fills. What somebody else put there is never touched: a list of what we wrote lies in it, and only what is
// on that list is replaced.
import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotRun } from './disk';

const LIST = '.tech-post';

export interface Output {
  /** @param at below the folder, with `/` */
  write(at: string, content: string | Uint8Array): void;
  /** Takes away what an earlier run wrote and this one did not. */
  finish(): void;
}

/** @throws CannotRun where a file would have to be replaced that is not ours */
export function openOutput(folder: string): Output {
  mkdirSync(folder, { recursive: true });
  const root = realpathSync(folder);
  const before = readList(root);
  const written = new Set<string>();
  /** Folders may have become links since. */
  const placeOf = (at: string): string => {
    const full = path.join(root, at);
    const above = path.dirname(full);
    let nearest = above;
    while (!existsSync(nearest)) nearest = path.dirname(nearest);
    if (![root, root + path.sep].some(start => `${realpathSync(nearest)}${path.sep}`.startsWith(start)) || path.relative(root, full).startsWith('..')) throw new CannotRun('{0} lies outside of {1}', at, folder);
    mkdirSync(above, { recursive: true });
    return full;
  };
  const put = (at: string, content: string | Uint8Array, isOurs: boolean): void => {
    const full = placeOf(at);
    if (lstatSync(full, { throwIfNoEntry: false })) {
      if (!isOurs) throw new CannotRun('{0} is there already and was not made by an earlier run', path.join(folder, at));
      rmSync(full);
    }
    writeFileSync(full, content, { flag: 'wx' });
  };
  return {
    write(at, content) {
      if (written.has(at)) return;
      put(at, content, before.has(at));
      written.add(at);
      // kept as we go: a run that is broken off leaves nothing that the next one would shrink from
      put(LIST, `${[...new Set([...before, ...written])].join('\n')}\n`, written.size > 1 || before.size > 0);
    },
    finish() {
      for (const at of before) if (!written.has(at) && lstatSync(path.join(root, at), { throwIfNoEntry: false })?.isFile()) rmSync(placeOf(at));
      put(LIST, `${[...written].join('\n')}\n`, true);
    },
  };
}

/** Paths below the folder that we wrote; one that somebody changed to lead out of it is none. */
function readList(root: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(path.join(root, LIST), 'utf8').split('\n').filter(at => at !== '' && !path.isAbsolute(at) && !path.normalize(at).startsWith('..')));
  } catch {
    return new Set();
  }
}
