// A new file of a site: never over another one, never outside, whole or not at all.
import { lstatSync, mkdirSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import { joinPath } from '../core/files';
import type { Say } from '../core/language';
import { CannotRun, type DiskSite } from './disk';

/** @param at from the site's root @returns where it lies */
export function createFile({ root, say }: DiskSite, at: string, text: string): string {
  if (joinPath('', at) !== at) throw new CannotRun('{0} would lie outside of the blog', at);
  const file = path.join(root, at);
  const link = parents(at).find(folder => whatIsAt(path.join(root, folder))?.isSymbolicLink());
  if (link !== undefined) throw new CannotRun('"{0}" could not be written: {1}', at, say('"{0}" is a link that may lead out of the blog.', link));
  let isOurs = false;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '', { flag: 'wx' });
    isOurs = true;
    writeFileSync(file, text);
  } catch (error) {
    if (isOurs) rmSync(file, { force: true }); // cut short by a full disk
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && whatIsAt(file)) throw new CannotRun('"{0}" is already there: nothing was written.', at);
    throw new CannotRun('"{0}" could not be written: {1}', at, reasonOf(code, say) ?? message);
  }
  return file;
}

/** Not what a link leads to. */
function whatIsAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined; // below a file
  }
}

/** Folders above a file, the outermost first. */
const parents = (file: string): readonly string[] => file.split('/').slice(0, -1).map((_, at, all) => all.slice(0, at + 1).join('/'));

function reasonOf(code: string, say: Say): string | undefined {
  switch (code) {
    case 'EACCES': case 'EPERM': case 'EROFS': return say('this place cannot be written to.');
    case 'ENOTDIR': case 'EEXIST': return say('a file stands where a folder is needed.');
    case 'ENOSPC': case 'EDQUOT': return say('the disk is full.');
    default: return undefined;
  }
}
