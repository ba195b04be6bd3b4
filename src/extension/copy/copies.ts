// The command that copies a post for another place. Text goes to the clipboard at once; what is pasted as it looks goes there from a
// page, as an extension has no other way to put HTML on a clipboard.
import * as vscode from 'vscode';
import { copyFor, type Copy } from '../../core/copying/copy';
import { PLACES, type Format, type Place } from '../../core/copying/place';
import type { Say } from '../../core/language';
import type { OpenPost, Posts } from '../posts';
import { together } from '../work';
import { copyPage } from './page';

interface Choice {
  readonly place: Place;
  readonly format: Format;
}

const KEPT = 'techPost.copyFor';
/** `html` is the source of what `rich` pastes, and offered where there is no `rich`. */
const CHOICES: readonly Choice[] = PLACES.flatMap(place => place.formats.filter(format => format !== 'text' && (format !== 'html' || !place.formats.includes('rich'))).map(format => ({ place, format })));
const nameOf = ({ place, format }: Choice): string => `${place.id} ${format}`;

/** @param memory of the workspace: what was chosen last in each of its blogs. */
export function copies(posts: Posts, extension: vscode.Uri, memory: vscode.Memento, say: Say): vscode.Disposable {
  const page = copyPage(extension, say);

  async function copy(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const open = document && await posts.of(document);
    if (!open) {
      void vscode.window.showInformationMessage(say('Open a post of your blog first.'));
      return;
    }
    const choice = await choose(open, memory, say);
    if (!choice) return;
    // links and pictures are looked up in the whole blog
    await open.blog.pages.whenRead();
    // what was typed meanwhile counts
    const now = await posts.of(document) ?? open;
    const made = copyFor(now.post, now.site, choice.place, choice.format);
    if (!made) {
      void vscode.window.showWarningMessage(say('The HTML of this post is too much to copy.'));
      return;
    }
    if (choice.format === 'rich') page.show(made, choice.place, now.site.config.language);
    else await toClipboard(made, choice, say);
  }

  return together(page, vscode.commands.registerCommand('techPost.copyFor', copy));
}

/** The one chosen last comes first. */
async function choose({ blog }: OpenPost, memory: vscode.Memento, say: Say): Promise<Choice | undefined> {
  const kept = memory.get<Readonly<Record<string, string>>>(KEPT, {});
  const root = blog.root.toString();
  const items = CHOICES.map(choice => ({ label: labelOf(choice, say), description: aboutFormat(choice.format, say), choice }))
    .sort((a, b) => Number(nameOf(b.choice) === kept[root]) - Number(nameOf(a.choice) === kept[root]));
  const picked = await vscode.window.showQuickPick(items, { placeHolder: say('Where will the post appear as well?') });
  if (picked) await memory.update(KEPT, { ...kept, [root]: nameOf(picked.choice) });
  return picked?.choice;
}

/** Names of services stay, but for the one that is known by a Korean name. */
export function placeName({ id, name }: Place, say: Say): string {
  switch (id) {
    case 'tistory': return say('Tistory');
    case 'mail': return say('Mail');
    default: return name;
  }
}

const labelOf = ({ place }: Choice, say: Say): string => placeName(place, say);

function aboutFormat(format: Format, say: Say): string {
  switch (format) {
    case 'rich': return say('as it looks, to paste into the editor');
    case 'html': return say('HTML source');
    case 'markdown': return say('Markdown');
    case 'text': return say('text');
  }
}

async function toClipboard({ title, text, notes }: Copy, { place }: Choice, say: Say): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const [copyTitle, showNotes] = [say('Copy Title'), say('Show What Changed')];
  const said = notes.length ? say('Copied for {0}. {1}', placeName(place, say), notes[0]!) : say('Copied for {0}.', placeName(place, say));
  const answer = await vscode.window.showInformationMessage(said, ...(title === undefined ? [] : [copyTitle]), ...(notes.length > 1 ? [showNotes] : []));
  if (answer === copyTitle) await vscode.env.clipboard.writeText(title!);
  if (answer === showNotes) await vscode.window.showInformationMessage(say('Copied for {0}.', placeName(place, say)), { modal: true, detail: notes.join('\n') });
}
