// The commands that make a post. They ask only what nobody but the writer knows, and never write over a file.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { KINDS, kindsOf, newPost, seriesOf, type Kind, type KindId, type NewPost } from '../core/writing';
import { askFor } from './asking';
import type { Blog } from './blog';
import { chooseBlog } from './choose';
import type { Blogs } from './blogs';
import { statOf, typeOf } from './listing';
import { readModels } from './models';
import type { Posts } from './posts';
import { together } from './work';

const COMMANDS: Readonly<Record<KindId, string>> = {
  scrap: 'techPost.newScrap', retro: 'techPost.newRetro', review: 'techPost.newReview', work: 'techPost.newWork', club: 'techPost.newClub',
};
const GREETED = 'techPost.hasMadePost';

export interface NewPostParts {
  readonly blogs: Blogs;
  readonly posts: Posts;
  readonly say: Say;
  readonly memory: vscode.Memento;
}

export function newPosts(parts: NewPostParts): vscode.Disposable {
  const make = (kind: Kind | undefined) => async (): Promise<void> => {
    const blog = await chooseBlog(parts.blogs, parts.say, async blog => kind !== undefined && hasSeries(kind, blog, parts.posts));
    if (blog) await makePost(kind, blog, parts);
  };
  return together(
    vscode.commands.registerCommand('techPost.newPost', make(undefined)),
    ...KINDS.map(kind => vscode.commands.registerCommand(COMMANDS[kind.id as KindId], make(kind))),
  );
}

/** Of several blogs the one that has issues already is meant: a scrap should ask nothing. */
const hasSeries = async (kind: Kind, blog: Blog, posts: Posts): Promise<boolean> => seriesOf(kind, await posts.earlier(blog, kind), blog.site()).length > 0;

async function pickKind(kinds: readonly Kind[], say: Say): Promise<Kind | undefined> {
  const items = kinds.map(kind => ({ label: say(kind.name), detail: say(kind.detail), choice: kind }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say('What kind of post?'), matchOnDetail: true }))?.choice;
}

async function makePost(wanted: Kind | undefined, blog: Blog, { posts, say, memory }: NewPostParts): Promise<void> {
  const site = blog.site();
  const models = await readModels(blog);
  const kinds = kindsOf(site, models);
  const kind = wanted ? kinds.find(({ id }) => id === wanted.id) : await pickKind(kinds, say);
  if (!kind || await isUnusable(kind, blog, say)) return;
  const earlier = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('Reading earlier posts') }, () => posts.earlier(blog, kind));
  const request = await askFor(kind, earlier, site, models);
  if (!request) return;
  const made = newPost(kind, request, earlier, site, models);
  const uri = blog.uri(site.files.otherSpelling(made.path) ?? made.path);
  try {
    if (await typeOf(uri) !== undefined) {
      await vscode.commands.executeCommand('vscode.open', uri);
      void vscode.window.showInformationMessage(say('"{0}" is already there: it was opened, nothing was changed.', blog.pathOf(uri) ?? made.path));
      return;
    }
    const link = await linkAbove(made.path, blog);
    if (link !== undefined) throw new Error(say('"{0}" is a link that may lead out of the blog.', link));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(made.text));
    site.files.add(made.path);
    await show(uri, made);
  } catch (error) {
    void vscode.window.showErrorMessage(say('"{0}" could not be written: {1}', made.path, reasonOf(error, say)));
    return;
  }
  if (made.notes?.length) void vscode.window.showWarningMessage(made.notes.join(' '));
  if (!memory.get(GREETED)) void greet(uri, made.path, kind, request.variant, say).then(() => memory.update(GREETED, true));
}

/** A template that no post can be made of is opened on request, where the Problems panel shows the place. */
async function isUnusable({ own }: Kind, blog: Blog, say: Say): Promise<boolean> {
  const problem = own?.problems.find(({ severity }) => severity === 'error');
  if (!own || !problem) return false;
  const open = say('Open {0}', own.file);
  void vscode.window.showErrorMessage(say('{0}: {1}', own.file, problem.message), open)
    .then(answer => (answer === open ? vscode.commands.executeCommand('vscode.open', blog.uri(own.file)) : undefined));
  return true;
}

/** The outermost folder above a file that is a link. */
export async function linkAbove(path: string, blog: Blog): Promise<string | undefined> {
  const folders = path.split('/').slice(0, -1).map((_, at, all) => all.slice(0, at + 1).join('/'));
  const stats = await Promise.all(folders.map(folder => statOf(blog.uri(folder))));
  return folders.find((_, at) => ((stats[at]?.type ?? 0) & vscode.FileType.SymbolicLink) !== 0);
}

/** Once in a life: that there is a preview, and that the template is the writer's to change. */
async function greet(uri: vscode.Uri, path: string, kind: Kind, variant: string | undefined, say: Say): Promise<void> {
  const preview = say('Preview');
  const edit = say('Change Template');
  const answer = await vscode.window.showInformationMessage(say('"{0}" is ready.', path), preview, edit);
  if (answer === preview) await vscode.commands.executeCommand('techPost.openPreview', uri);
  else if (answer === edit) await vscode.commands.executeCommand('techPost.editTemplate', kind.id, variant);
}

async function show(uri: vscode.Uri, made: NewPost): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // the document may count a line ending as one where the text has two
  const before = made.text.slice(0, made.cursor).replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const at = new vscode.Position(before.length - 1, before.at(-1)!.length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

export function reasonOf(error: unknown, say: Say): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'NoPermissions') return say('this place cannot be written to.');
    if (error.code === 'FileNotADirectory') return say('a file stands where a folder is needed.');
  }
  return error instanceof Error ? error.message : String(error);
}
