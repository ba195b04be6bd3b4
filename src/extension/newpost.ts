// The commands that make a post. They ask only what nobody but the writer knows, and never write over a file.
import * as vscode from 'vscode';
import { wallClock } from '../core/dates';
import type { Say } from '../core/language';
import type { Post } from '../core/post';
import type { Site } from '../core/site';
import { KINDS, newPost, seriesOf, suggestPeriods, type Kind, type KindId, type NewPost, type Request } from '../core/writing';
import type { Blog } from './blog';
import { chooseBlog } from './choose';
import type { Blogs } from './blogs';
import { typeOf } from './listing';
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
    const chosen = kind ?? await pickKind(parts.say);
    const blog = chosen && await chooseBlog(parts.blogs, parts.say, blog => hasSeries(chosen, blog, parts.posts));
    if (chosen && blog) await makePost(chosen, blog, parts);
  };
  return together(
    vscode.commands.registerCommand('techPost.newPost', make(undefined)),
    ...KINDS.map(kind => vscode.commands.registerCommand(COMMANDS[kind.id as KindId], make(kind))),
  );
}

/** Of several blogs the one that has issues already is meant: a scrap should ask nothing. */
const hasSeries = async (kind: Kind, blog: Blog, posts: Posts): Promise<boolean> => seriesOf(kind, await posts.all(blog), blog.site()).length > 0;

async function pickKind(say: Say): Promise<Kind | undefined> {
  const items = KINDS.map(kind => ({ label: say(kind.name), detail: say(kind.detail), choice: kind }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say('What kind of post?'), matchOnDetail: true }))?.choice;
}

async function makePost(kind: Kind, blog: Blog, { posts, say, memory }: NewPostParts): Promise<void> {
  const site = blog.site();
  const earlier = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('Reading earlier posts') }, () => posts.all(blog));
  const request = await ask(kind, earlier, site);
  if (!request) return;
  const made = newPost(kind, request, earlier, site);
  const uri = blog.uri(site.files.otherSpelling(made.path) ?? made.path);
  try {
    if (await typeOf(uri) !== undefined) {
      await vscode.commands.executeCommand('vscode.open', uri);
      void vscode.window.showInformationMessage(say('"{0}" is already there: it was opened, nothing was changed.', blog.pathOf(uri) ?? made.path));
      return;
    }
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(made.text));
    site.files.add(made.path);
    await show(uri, made);
  } catch (error) {
    void vscode.window.showErrorMessage(say('"{0}" could not be written: {1}', made.path, reasonOf(error, say)));
    return;
  }
  if (!memory.get(GREETED)) void greet(uri, made.path, say).then(() => memory.update(GREETED, true));
}

/** Once in a life: that there is a preview. */
async function greet(uri: vscode.Uri, path: string, say: Say): Promise<void> {
  const preview = say('Preview');
  const answer = await vscode.window.showInformationMessage(say('"{0}" is ready.', path), preview);
  if (answer === preview) await vscode.commands.executeCommand('techPost.openPreview', uri);
}

async function ask(kind: Kind, earlier: readonly Post[], site: Site): Promise<Request | undefined> {
  const { say } = site;
  const date = wallClock(site.now, site.timeZone);
  switch (kind.asks) {
    case 'nothing': return { date };
    case 'period': {
      const items = suggestPeriods(kind, date, earlier, site).map(({ period, label }) => ({ label, period }));
      const picked = await vscode.window.showQuickPick(items, { placeHolder: say('Which period is it about?') });
      return picked && { date, period: picked.period };
    }
    case 'title': {
      const title = await vscode.window.showInputBox({
        prompt: say(kind.question ?? 'Title'),
        ...(kind.example === undefined ? {} : { placeHolder: say('For example: {0}', kind.example) }),
        ignoreFocusOut: true,
        validateInput: text => complaint(text, kind, date, earlier, site),
      });
      return title === undefined ? undefined : { date, title: title.trim() };
    }
  }
}

/** While it is typed: what stands in the way, or where the post will go. */
function complaint(text: string, kind: Kind, date: Request['date'], earlier: readonly Post[], site: Site): string | vscode.InputBoxValidationMessage | undefined {
  if (!text.trim()) return site.say('A title is needed.');
  if (/[\r\n\t\u0000-\u001f]/.test(text)) return site.say('A title is a single line.');
  const { path } = newPost(kind, { date, title: text.trim() }, earlier, site);
  if (!site.files.has(path) && site.files.otherSpelling(path) === undefined) return undefined;
  return { message: site.say('"{0}" is already there: it will be opened.', path), severity: vscode.InputBoxValidationSeverity.Info };
}

async function show(uri: vscode.Uri, made: NewPost): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // the document may count a line ending as one where the text has two
  const before = made.text.slice(0, made.cursor).replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const at = new vscode.Position(before.length - 1, before.at(-1)!.length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
}

function reasonOf(error: unknown, say: Say): string {
  if (error instanceof vscode.FileSystemError) {
    if (error.code === 'NoPermissions') return say('this place cannot be written to.');
    if (error.code === 'FileNotADirectory') return say('a file stands where a folder is needed.');
  }
  return error instanceof Error ? error.message : String(error);
}
