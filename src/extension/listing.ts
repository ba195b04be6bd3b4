// The files of a folder, asked of VS Code's file system so that it works on disk, over SSH and in a browser alike.
import * as vscode from 'vscode';
import { isSkippedFolder } from '../core/files';
import { each } from './work';

/** Enough for any blog; a home directory opened by mistake is larger, and then nobody wants to wait. */
const LIMIT = 50_000;

export interface Listing {
  readonly paths: readonly string[];
  /** False when the folder holds more than was listed: a path that is missing here may be there. */
  readonly isComplete: boolean;
}

/** Whether the path lies in a folder that is not looked into. */
export function isSkipped(path: string): boolean {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (isSkippedFolder(path.slice(0, slash))) return true;
  }
  return isSkippedFolder(path);
}

/**
 * Paths of all files below `root`, with `/`, in no order. Links to directories are not followed: they may lead in circles.
 * @param depth how many levels of folders are looked into; 1 is the root alone.
 * @param followsLinks false leaves links to files out as well
 */
export async function listFiles(root: vscode.Uri, { depth = 24, followsLinks = true }: { readonly depth?: number | undefined; readonly followsLinks?: boolean } = {}): Promise<Listing> {
  const paths: string[] = [];
  let level = [''];
  for (let left = depth; level.length; left--) {
    if (left === 0 || paths.length > LIMIT) return { paths, isComplete: false };
    const next: string[] = [];
    await each(level, 16, async folder => {
      for (const [name, type] of await readFolder(folder === '' ? root : vscode.Uri.joinPath(root, folder))) {
        const path = folder === '' ? name : `${folder}/${name}`;
        const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
        if (isLink && !followsLinks) continue;
        if (type & vscode.FileType.File) paths.push(path);
        else if (type & vscode.FileType.Directory && !isLink && !isSkippedFolder(path)) next.push(path);
      }
    }, () => paths.length > LIMIT);
    level = next;
  }
  return { paths, isComplete: paths.length <= LIMIT };
}

/** A folder that cannot be read (rights, gone meanwhile) counts as empty. */
async function readFolder(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Undefined when there is nothing at this address. */
export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return (await statOf(uri))?.type;
}

/** When it was written (milliseconds, 0 where that is not known) and how many bytes it has; undefined when it is not there. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

/** The text of a file (UTF-8, without a byte order mark, as an editor has it); undefined when it cannot be read or is no text. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}
