// Changes in several files of a blog as one, which is undone as one.
import * as vscode from 'vscode';
import { Lines, type Edit } from '../../core/span';
import type { Blog } from '../blog';
import { rangeOf } from '../diagnostics';
import { textOf } from './places';

/** @param byPath offsets of the texts as they are in the editors, else as saved. */
export async function workspaceEdit(byPath: ReadonlyMap<string, readonly Edit[]>, blog: Blog): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  await Promise.all([...byPath].map(async ([path, edits]) => {
    const uri = blog.uri(path);
    const text = await textOf(uri);
    if (text === undefined) return;
    const lines = new Lines(text);
    edit.set(uri, edits.map(each => vscode.TextEdit.replace(rangeOf(each, lines), each.text)));
  }));
  return edit;
}
