// The texts that new posts are made after, read when one is begun: own templates, archetypes, scaffolds.
import * as vscode from 'vscode';
import { modelFiles, type Models } from '../core/writing';
import type { Blog } from './blog';
import { statOf } from './listing';
import { each } from './work';

/** Bytes; far more than a template may have. */
const LARGEST = 1_000_000;

/** Nothing is read of what is a link, too large or no text in UTF-8; a template that is open counts as it is in the editor. */
export async function readModels(blog: Blog): Promise<Models> {
  const texts = new Map<string, string | undefined>();
  const unsaved = new Map(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(document => [document.uri.toString(), document]));
  await each(modelFiles(blog.site()), 8, async path => {
    const uri = blog.uri(path);
    const stat = await statOf(uri);
    const text = stat && !(stat.type & vscode.FileType.SymbolicLink) && stat.size <= LARGEST ? unsaved.get(uri.toString())?.getText() ?? await readStrictly(uri) : undefined;
    texts.set(path, text);
  });
  return texts;
}

async function readStrictly(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
