// The commands that publish a post and take it back.
import * as vscode from 'vscode';
import { lint, type Finding } from '../core/lint';
import type { Say } from '../core/language';
import { publish, unpublish } from '../core/writing/publish';
import type { Told } from '../core/writing/reshape';
import type { Reshaping } from './reshape';
import { together } from './work';

export function publishing({ run }: Reshaping, say: Say): vscode.Disposable {
  return together(
    vscode.commands.registerCommand('techPost.publish', () => run(async () => publish, change => isWanted(change, say))),
    vscode.commands.registerCommand('techPost.unpublish', () => run(async () => unpublish)),
  );
}

/** What the rules say of the post as it will be, so that nothing is counted which publishing itself puts right. */
async function isWanted({ post, site }: Told, say: Say): Promise<boolean> {
  const found = lint(post, site).filter(({ severity }) => severity !== 'information');
  if (!found.length) return true;
  const [go, show] = [say('Publish'), say('Show Problems')];
  const question = found.length === 1 ? say('Readers would see one problem in this post. Publish it all the same?') : say('Readers would see {0} problems in this post. Publish it all the same?', found.length);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail: detailOf(found) }, go, show);
  if (answer === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  return answer === go;
}

const SHOWN = 5;
const detailOf = (found: readonly Finding[]): string => [...found.slice(0, SHOWN).map(({ message }) => message), ...(found.length > SHOWN ? ['…'] : [])].join('\n');
