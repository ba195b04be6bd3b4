// What is asked before a link is added: one list of sections, with the page's title above it as soon as it is known.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import type { PageTitle } from '../../core/webpage/page';
import type { ScrapBook, SectionChoice } from '../../core/writing/scraplink';

export interface Picked {
  readonly title: string;
  readonly description: string;
  /** Undefined: the next issue is wanted instead. */
  readonly choice: SectionChoice | undefined;
}

export interface Question {
  readonly address: string;
  readonly book: ScrapBook;
  /** What the issue is called, and whether it has yet to be made. */
  readonly issue: string;
  readonly isNew: boolean;
  /** The issue after it, where that may be meant. */
  readonly next: string | undefined;
  readonly page: Promise<PageTitle>;
}

type Item = vscode.QuickPickItem & { readonly choice?: SectionChoice };

/** @returns undefined when the writer has thought better of it */
export async function pickSection({ address, book, issue, isNew, next, page }: Question, say: Say): Promise<Picked | undefined> {
  let known: PageTitle | undefined;
  const arriving = page.then(found => { known ??= found; });
  for (;;) {
    const answer = await ask();
    if (answer === undefined) return undefined;
    // what was made of the address is shown to the writer, who knows better
    if (answer === 'title' || known!.isGuess) {
      const title = await askTitle(known!, say);
      if (title === undefined && answer !== 'title') return undefined;
      if (title !== undefined) known = { ...known!, title, isGuess: false };
    }
    if (answer !== 'title') return { title: known!.title, description: known!.description, choice: answer.choice };
  }

  function ask(): Promise<Item | 'title' | undefined> {
    const pick = vscode.window.createQuickPick<Item>();
    const likeliest = book.likeliest(address);
    const sections = book.choices.map((choice): Item => ({
      label: choice.text === '' ? say('At the end') : choice.text, choice,
      ...(choice.isMissing ? { description: say('not in this issue yet') } : choice.count ? { description: say('links: {0}', choice.count) } : {}),
    }));
    const other: readonly Item[] = next === undefined ? [] : [{ label: '', kind: vscode.QuickPickItemKind.Separator }, { label: `$(add) ${say('Into the next issue, "{0}"', next)}` }];
    pick.items = [...sections, ...other];
    pick.activeItems = sections.filter(({ choice }) => choice === likeliest);
    pick.placeholder = isNew ? say('Which section of "{0}", which will be made?', issue) : say('Which section of "{0}"?', issue);
    pick.buttons = [{ iconPath: new vscode.ThemeIcon('edit'), tooltip: say('Change the title') }];
    pick.ignoreFocusOut = true;
    const show = (): void => {
      pick.title = known ? short(known.title) : short(address);
      pick.busy = !known;
    };
    show();
    return new Promise(resolve => {
      let isOver = false;
      const end = (answer: Item | 'title' | undefined): void => {
        if (isOver) return;
        isOver = true;
        resolve(answer);
        pick.dispose();
      };
      void arriving.then(() => { if (!isOver) show(); });
      /** Without its title a link cannot be written: it is waited for here, where Escape ends it. */
      const endWithTitle = (answer: Item | 'title'): void => {
        if (known) return end(answer);
        pick.placeholder = say('Asking the page for its title');
        pick.enabled = false;
        void arriving.then(() => end(answer));
      };
      pick.onDidAccept(() => { if (pick.selectedItems[0]) endWithTitle(pick.selectedItems[0]); });
      pick.onDidTriggerButton(() => endWithTitle('title'));
      pick.onDidHide(() => end(undefined));
      pick.show();
    });
  }
}

const short = (text: string): string => ([...text].length > 90 ? `${[...text].slice(0, 89).join('')}…` : text);

const askTitle = async ({ title, isGuess }: PageTitle, say: Say): Promise<string | undefined> => (await vscode.window.showInputBox({
  title: say('Title of the link'), value: title, ignoreFocusOut: true,
  prompt: isGuess ? say('The page told no title: this one is made of its address.') : say('As it will stand in the scrap.'),
  validateInput: text => (text.trim() === '' ? say('A title is needed.') : undefined),
}))?.replace(/\s+/g, ' ').trim();

/** The address that lies in the clipboard alone, else one that is typed. */
export async function askAddress(clean: (written: string) => string | undefined, say: Say): Promise<string | undefined> {
  // a browser may refuse to show it
  const copied = clean(await vscode.env.clipboard.readText().then(text => text, () => ''));
  if (copied !== undefined) return copied;
  const typed = await vscode.window.showInputBox({
    title: say('Add Link to Scrap'), prompt: say('Address of the page'), placeHolder: 'https://', ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' || clean(text) !== undefined ? undefined : say('{0} is no address of http or https', text.trim())),
  });
  return typed === undefined ? undefined : clean(typed);
}

/** Where the link already is, and what to do about it. @returns whether to add it all the same */
export async function isWantedAgain(title: string, before: readonly { readonly title: string; readonly uri: vscode.Uri }[], say: Say): Promise<boolean> {
  const items = [
    ...before.map(issue => ({ label: `$(go-to-file) ${say('Open "{0}"', issue.title)}`, uri: issue.uri as vscode.Uri | undefined })),
    { label: `$(add) ${say('Add it all the same')}`, uri: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: say('"{0}" already had this link.', before[0]!.title), ignoreFocusOut: true });
  if (picked?.uri) await vscode.commands.executeCommand('vscode.open', picked.uri);
  return picked !== undefined && picked.uri === undefined;
}
