// Texts and lines of files of a blog that are perhaps not open.
import * as vscode from 'vscode';
import { offsetOfId } from '../../core/editing/goals';
import { Lines } from '../../core/span';
import type { Blog } from '../blog';
import { readText } from '../listing';

/** As in the editor where there are unsaved changes, else as saved. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === key)?.getText() ?? await readText(uri);
}

/** The file, at the line of the id if that can be seen in it. */
export async function uriAtId(blog: Blog, path: string, id: string): Promise<vscode.Uri> {
  const uri = blog.uri(path);
  const text = await textOf(uri);
  const offset = text === undefined ? undefined : offsetOfId(id, blog.site().index.of(path) ?? { headings: [] }, text);
  return offset === undefined ? uri : uri.with({ fragment: `L${new Lines(text!).positionAt(offset).line}` });
}
