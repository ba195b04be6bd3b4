// The command that gives a post a folder of its own. It asks only where pictures could come along.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { bundling, moveToBundle } from '../core/writing/bundle';
import type { OpenPost } from './posts';
import { tell, type Reshaping, type Way } from './reshape';

export const bundles = ({ run }: Reshaping, say: Say): vscode.Disposable => vscode.commands.registerCommand('techPost.moveToBundle', () => run(open => ask(open, say)));

async function ask({ post, site }: OpenPost, say: Say): Promise<Way | undefined> {
  const found = bundling(post, site);
  if ('refusal' in found) {
    tell(found);
    return undefined;
  }
  const { pictures } = found;
  const takes = pictures.length ? await picked(pictures, say) : false;
  return takes === undefined ? undefined : (now, blog) => moveToBundle(now, takes, blog);
}

async function picked(pictures: readonly string[], say: Say): Promise<boolean | undefined> {
  const items = [
    { label: pictures.length === 1 ? say('Move the post and one picture') : say('Move the post and {0} pictures', pictures.length), detail: pictures.join(', '), takes: true },
    { label: say('Move the post alone'), takes: false },
  ];
  return (await vscode.window.showQuickPick(items, { title: say('Move to Bundle'), placeHolder: say('Pictures that only this post uses') }))?.takes;
}
