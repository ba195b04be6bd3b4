// A writer's own templates: one is made of a built-in one to be changed, and what is wrong with it stands in the Problems panel.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { Lines } from '../core/span';
import { KINDS, kindsOf, type Kind } from '../core/writing';
import { templateOf } from '../core/writing/edittemplate';
import { isTemplate, readTemplate } from '../core/writing/template';
import { askVariant } from './asking';
import type { Blogs } from './blogs';
import { chooseBlog } from './choose';
import { rangeOf, SOURCE } from './diagnostics';
import { typeOf } from './listing';
import { readModels } from './models';
import { reasonOf } from './newpost';
import type { Posts } from './posts';
import { timers, together } from './work';

/** Milliseconds from the last key stroke. */
const PAUSE = 200;

export function templates(blogs: Blogs, posts: Posts, say: Say): vscode.Disposable {
  const rows = vscode.languages.createDiagnosticCollection('tech-post-templates');
  const waiting = timers<vscode.TextDocument>();

  async function check(document: vscode.TextDocument): Promise<void> {
    const blog = await blogs.of(document.uri);
    const path = blog?.pathOf(document.uri);
    if (!blog || path === undefined || document.isClosed || !isTemplate(path)) return rows.delete(document.uri);
    const text = document.getText();
    const lines = new Lines(text);
    rows.set(document.uri, readTemplate(path, text, blog.site()).problems.map(({ span, message, severity }) => {
      const row = new vscode.Diagnostic(rangeOf(span, lines), message, severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning);
      row.source = SOURCE;
      return row;
    }));
  }

  const checkSoon = (document: vscode.TextDocument, milliseconds: number): void => {
    if (/\/\.tech-post\/templates\/[^/]+$/.test(document.uri.path)) waiting.start(document, milliseconds, () => void check(document));
  };
  for (const document of vscode.workspace.textDocuments) checkSoon(document, 0);

  return together(
    rows, waiting,
    vscode.commands.registerCommand('techPost.editTemplate', (id?: unknown, variant?: unknown) => edit(typeof id === 'string' ? id : undefined, typeof variant === 'string' ? variant : undefined, blogs, posts, say)),
    vscode.workspace.onDidOpenTextDocument(document => checkSoon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length) checkSoon(document, PAUSE); }),
    vscode.workspace.onDidCloseTextDocument(document => { waiting.stop(document); rows.delete(document.uri); }),
  );
}

/** Opens a kind's template; what is not there yet is made of the built-in one. */
async function edit(id: string | undefined, known: string | undefined, blogs: Blogs, posts: Posts, say: Say): Promise<void> {
  const blog = await chooseBlog(blogs, say);
  if (!blog) return;
  const models = await readModels(blog);
  const kinds = kindsOf(blog.site(), models);
  const kind = id === undefined ? await pick(kinds, say) : kinds.find(each => each.id === id);
  if (!kind) return;
  if (kind.own) return void await vscode.commands.executeCommand('vscode.open', blog.uri(kind.own.file));
  const builtIn = KINDS.find(each => each.id === kind.id)!;
  const site = blog.site();
  const variant = builtIn.variants ? known ?? await askVariant(builtIn, site) : undefined;
  if (builtIn.variants && variant === undefined) return;
  const { path, text } = templateOf(builtIn, variant, await posts.all(blog), site, models);
  const uri = blog.uri(path);
  try {
    if (await typeOf(uri) === undefined) {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      site.files.add(path);
    }
    await vscode.window.showTextDocument(uri);
  } catch (error) {
    void vscode.window.showErrorMessage(say('"{0}" could not be written: {1}', path, reasonOf(error, say)));
  }
}

async function pick(kinds: readonly Kind[], say: Say): Promise<Kind | undefined> {
  const items = kinds.map(kind => ({ label: say(kind.name), detail: kind.own ? kind.own.file : say('Built in; a copy is made for you to change'), choice: kind }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say('Which template?') }))?.choice;
}
