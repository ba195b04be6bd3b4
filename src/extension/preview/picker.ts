// The list of ways to look at a post, from the title of its preview.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import { lookOf, type Choice, type Choices } from './view';

interface Item extends vscode.QuickPickItem {
  readonly change?: Choice;
  readonly command?: string;
}

/** Widths (CSS pixels) that readers have: a phone held upright, a tablet, a desk. */
const PHONE = 390;
const TABLET = 820;
const WIDE = 1280;

export interface PickerFacts {
  readonly uri: vscode.Uri;
  /** Of the site's look: when it was built, or why it is not there. */
  readonly build: string;
  /** Whether it can be built here. */
  readonly canBuild: boolean;
}

export async function pickView(choices: Choices, { uri, build, canBuild }: PickerFacts, say: Say): Promise<void> {
  const now = choices.now();
  const look = lookOf(now, uri);
  const item = (label: string, isChosen: boolean, change: Choice, description?: string): Item =>
    ({ label: `$(${isChosen ? 'check' : 'blank'}) ${label}`, change, ...(description === undefined ? {} : { description }) });
  const heading = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const width = (label: string, pixels: number | undefined): Item => item(label, now.width === pixels, { width: pixels }, pixels === undefined ? undefined : `${pixels} px`);
  const styled = (label: string, name: typeof look, description?: string): Item => item(label, look === name, { look: name }, description);
  const items: Item[] = [
    heading(say('Look')),
    styled(say('Your blog'), 'site', build), styled(say('Paper'), 'paper'), styled(say('Plain'), 'plain'),
    heading(say('Light and dark')),
    item(say('As VS Code'), now.scheme === undefined, { scheme: undefined }),
    item(say('Light'), now.scheme === 'light', { scheme: 'light' }),
    item(say('Dark'), now.scheme === 'dark', { scheme: 'dark' }),
    heading(say('Width')),
    width(say('As wide as the preview'), undefined), width(say('Phone'), PHONE), width(say('Tablet'), TABLET), width(say('Wide screen'), WIDE),
    heading(say('Elsewhere')),
    item(say('Cards: search, links, feed'), now.hasCards === true, { hasCards: !now.hasCards }),
    ...(canBuild ? [{ label: `$(tools) ${say('Build the blog for its look')}`, command: 'techPost.buildLook' }] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: say('How the preview looks'), placeHolder: say('Choose a look, a width, or cards') });
  if (picked?.change) choices.choose(picked.change);
  else if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command, uri);
}
