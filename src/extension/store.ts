// Where what is known of a blog's pages lies between two sessions: one file a blog, in a folder that VS Code gives us. A file that
// is not there, is damaged or was written by another version is no error: the pages are then read again.
import * as vscode from 'vscode';
import { hashOf, headLine, pageLine, readHead, readPage, type Kept, type StoreKey } from '../core/factstore';
import { turns } from './work';

export interface Store {
  /** By path; only what the key allows. */
  load(key: StoreKey): Promise<ReadonlyMap<string, Kept>>;
  save(key: StoreKey, pages: Iterable<Kept>): Promise<void>;
  /** What tells this build of the extension from others. */
  readonly product: string;
}

/** Milliseconds of work at a time. */
const SLICE = 8;
const NEWLINE = 10;

/** @param folder undefined when nothing can be kept. */
export function storeIn(folder: vscode.Uri | undefined, root: vscode.Uri, product: string): Store {
  const file = folder && vscode.Uri.joinPath(folder, `${hashOf(root.toString())}.pages`);

  return {
    product,
    async load(key) {
      const found = new Map<string, Kept>();
      const turn = turns(SLICE);
      const decoder = new TextDecoder();
      let isFor: ReturnType<typeof readHead>;
      for (const bytes of linesOf(await bytesOf(file))) {
        await turn();
        const line = decoder.decode(bytes);
        if (isFor === undefined) {
          isFor = readHead(line, key);
          if (isFor === undefined) break;
          continue;
        }
        const kept = readPage(line, isFor === 'all');
        if (kept) found.set(kept.facts.path, kept);
      }
      return found;
    },
    async save(key, pages) {
      if (!file) return;
      const turn = turns(SLICE);
      const encoder = new TextEncoder();
      const lines = [encoder.encode(`${headLine(key)}\n`)];
      for (const page of pages) {
        await turn();
        const line = pageLine(page);
        if (line !== undefined) lines.push(encoder.encode(`${line}\n`));
      }
      const all = new Uint8Array(lines.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const line of lines) {
        all.set(line, at);
        at += line.length;
      }
      try {
        await vscode.workspace.fs.writeFile(file, all);
      } catch {
        // a full disk costs the next session some seconds
      }
    },
  };
}

function* linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, at);
    // a line without an end was cut off
    if (end < 0) return;
    yield bytes.subarray(at, end);
    at = end + 1;
  }
}

async function bytesOf(file: vscode.Uri | undefined): Promise<Uint8Array> {
  if (!file) return new Uint8Array();
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch {
    return new Uint8Array();
  }
}
