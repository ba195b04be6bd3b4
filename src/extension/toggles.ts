// Front matter without typing: a list of switches, a list of tags, the date set to now; and for the field under the cursor, in the
// menu of refactorings. Core says what changes; here it is asked about and made.
import * as vscode from 'vscode';
import { dateAt, dated, flipped, retagged, switchAt, switchesOf, tagsOf, type Switch } from '../core/editing/toggles';
import type { Say } from '../core/language';
import type { Edit } from '../core/span';
import { toEdit } from './actions';
import type { OpenPost, Posts } from './posts';
import { together } from './work';

export function toggles(posts: Posts, say: Say): vscode.Disposable {
  return together(
    vscode.commands.registerCommand('techPost.toggleField', () => toggleFields(posts, say)),
    vscode.commands.registerCommand('techPost.chooseTags', () => chooseTags(posts, say)),
    vscode.commands.registerCommand('techPost.dateNow', () => dateNow(posts, say)),
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, {
      async provideCodeActions(document, range, { triggerKind }) {
        // a light bulb on every date would say nothing
        if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return [];
        const open = await posts.of(document);
        if (!open || open.version !== document.version || !range.isEmpty) return [];
        const { post, site } = open;
        const offset = document.offsetAt(range.start);
        if (offset >= post.body.start) return [];
        const found = switchAt(post, offset, site);
        const key = found ? undefined : dateAt(post, offset, site);
        const edit = found ? flipped(post, found) : key === undefined ? undefined : dated(post, key, site);
        if (!edit) return [];
        const action = new vscode.CodeAction(found ? say('Set {0} to {1}', found.path.join('.'), String(!found.value)) : say('Set {0} to now', key!), vscode.CodeActionKind.RefactorRewrite);
        action.edit = toEdit(document.uri, [edit], post);
        return [action];
      },
    }, { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] }),
  );
}

/** The post in the active editor, if its front matter can be changed; else the reason is told. */
async function activePost(posts: Posts, say: Say): Promise<OpenPost | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const open = document && await posts.of(document);
  const isReadable = open?.post.frontMatter && !open.post.frontMatter.isBroken;
  if (!isReadable) void vscode.window.showInformationMessage(open ? say('The front matter of this post cannot be read.') : say('Open a post of your blog first.'));
  return isReadable ? open : undefined;
}

/** @returns whether the text is still the one that the edit is for, and was changed */
async function made(edit: Edit | undefined, { post, blog }: OpenPost, document: vscode.TextDocument, version: number): Promise<boolean> {
  return edit !== undefined && document.version === version && vscode.workspace.applyEdit(toEdit(blog.uri(post.path), [edit], post));
}

interface SwitchItem extends vscode.QuickPickItem { readonly of: Switch }

/** The list stays open, so that several are switched by a key each. */
async function toggleFields(posts: Posts, say: Say): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !await activePost(posts, say)) return;
  const pick = vscode.window.createQuickPick<SwitchItem>();
  const show = async (): Promise<void> => {
    const open = await posts.of(document);
    const name = pick.activeItems[0]?.label;
    pick.items = open ? switchesOf(open.post, open.site).map((of): SwitchItem => ({
      of, label: of.path.join('.'), description: of.value === undefined ? say('not written') : of.isWritten ? String(of.value) : say('{0}, by the site', String(of.value)), ...(of.meaning === undefined ? {} : { detail: of.meaning.replaceAll('`', '') }),
    })) : [];
    const again = pick.items.find(({ label }) => label === name);
    if (again) pick.activeItems = [again];
  };
  pick.placeholder = say('Enter switches a field, Escape ends');
  pick.matchOnDetail = true;
  pick.keepScrollPosition = true;
  pick.onDidAccept(async () => {
    const [item] = pick.activeItems;
    const open = item && await posts.of(document);
    if (!open) return;
    await made(flipped(open.post, item.of), open, document, open.version);
    await show();
  });
  pick.onDidHide(() => pick.dispose());
  await show();
  pick.show();
}

interface TagItem extends vscode.QuickPickItem { readonly tag: string }

async function chooseTags(posts: Posts, say: Say): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const open = document && await activePost(posts, say);
  if (!open) return;
  // other posts tell which tags there are
  await open.blog.pages.whenRead();
  const tags = tagsOf(open.post, open.site);
  if (!tags) {
    void vscode.window.showInformationMessage(say('The tags of this post are no list.'));
    return;
  }
  const item = (tag: string): TagItem => ({ tag, label: tag, description: tags.all.has(tag) ? say('{0} posts', tags.all.get(tag)!) : say('new') });
  const known = [...new Set([...tags.own, ...tags.all.keys()])].map(item);
  const pick = vscode.window.createQuickPick<TagItem>();
  pick.canSelectMany = true;
  pick.placeholder = say('Tags of this post; type a new one');
  pick.items = known;
  pick.selectedItems = known.filter(({ tag }) => tags.own.includes(tag));
  // a word that no tag is can be one
  pick.onDidChangeValue(value => {
    const chosen = pick.selectedItems;
    const typed = value.trim();
    const isNew = typed !== '' && ![...known, ...chosen].some(({ tag }) => tag === typed);
    pick.items = [...chosen.filter(({ tag }) => !known.some(each => each.tag === tag)), ...known, ...(isNew ? [item(typed)] : [])];
    pick.selectedItems = chosen;
  });
  pick.onDidAccept(async () => {
    const wanted = pick.selectedItems.map(({ tag }) => tag);
    pick.hide();
    const now = await posts.of(document);
    if (now) await made(retagged(now.post, wanted, now.site), now, document, now.version);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

/** The date that the cursor is on, else the post's. */
async function dateNow(posts: Posts, say: Say): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = await activePost(posts, say);
  if (!editor || !open) return;
  await open.blog.pages.whenRead();
  const { post, site, version } = await posts.of(editor.document) ?? open;
  const { date } = site.flavor.fields;
  const key = dateAt(post, editor.document.offsetAt(editor.selection.active), site) ?? date.find(name => post.frontMatter?.field(name)) ?? date[0]!;
  await made(dated(post, key, { ...site, now: Date.now() }), { ...open, post }, editor.document, version);
}
