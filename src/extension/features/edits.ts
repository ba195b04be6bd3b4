// Changes in several files of a blog as one, which is undone as one.
import * as vscode from 'vscode';
import type { Change } from '../../core/editing/change';
import { factsOf } from '../../core/facts';
import { parsePost, type Post } from '../../core/post';
import { rangeOf } from '../diagnostics';
import type { Blog } from '../blog';
import { textOf } from './places';

/** Of the texts as they are now, whatever the index knows of them. @param open posts that are parsed already. */
export async function workspaceEdit({ pages, editsIn }: Change, blog: Blog, open: readonly Post[] = []): Promise<{ readonly edit: vscode.WorkspaceEdit; readonly count: number }> {
  const edit = new vscode.WorkspaceEdit();
  const site = blog.site();
  const counts = await Promise.all(pages.map(async path => {
    const uri = blog.uri(path);
    const text = await textOf(uri);
    const post = open.find(each => each.path === path) ?? (text === undefined ? undefined : parsePost(path, text, site));
    const edits = post ? editsIn(factsOf(post, site)) : [];
    if (edits.length) edit.set(uri, edits.map(each => vscode.TextEdit.replace(rangeOf(each, post!.lines), each.text)));
    return edits.length;
  }));
  return { edit, count: counts.reduce((sum, count) => sum + count, 0) };
}
