// What the tests in the host do with the blog they run in.
import * as vscode from 'vscode';
import { eventually } from './check';

export const root = (): vscode.Uri => vscode.workspace.workspaceFolders![0]!.uri;
export const inBlog = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);
export const inPosts = (name: string): vscode.Uri => inBlog(`content/post/2026/${name}`);

export const write = (uri: vscode.Uri, content: string | Uint8Array): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);

export const read = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

/** As a person opens it, and not only behind the scenes. */
export async function show(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = await eventually(() => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString()));
  return editor.document;
}

export const problems = (uri: vscode.Uri): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Tech Post');

/** The rules that found something. */
export const rules = (uri: vscode.Uri): readonly string[] => problems(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

export interface Made {
  /** Writes a file, or notes a place that the test itself fills. */
  make(uri: vscode.Uri, content?: string | Uint8Array): Promise<vscode.Uri>;
}

/** What each test of a suite makes; afterwards its editors are closed and its files gone. */
export function made(): Made {
  const places: vscode.Uri[] = [];
  afterEach(async () => {
    await closeAll();
    for (const uri of places.splice(0).reverse()) await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
  });
  return {
    async make(uri, content) {
      places.push(uri);
      if (content !== undefined) await write(uri, content);
      return uri;
    },
  };
}

export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
