// The command that changes a post's slug: while it is typed, the box says what the address will be and what stands in the way.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { changeSlug, slugOf, type Slug } from '../core/writing/slug';
import type { OpenPost } from './posts';
import { tell, type Reshaping, type Way } from './reshape';

export const slugs = ({ run }: Reshaping, say: Say): vscode.Disposable => vscode.commands.registerCommand('techPost.changeSlug', () => run(open => ask(open, say)));

async function ask({ post, site }: OpenPost, say: Say): Promise<Way | undefined> {
  const known = slugOf(post, site);
  if ('refusal' in known) {
    tell(known);
    return undefined;
  }
  const slug = await vscode.window.showInputBox({
    title: say('Change Slug'),
    prompt: say('Now: {0}', known.address),
    value: known.slug,
    ignoreFocusOut: true,
    validateInput: text => told(text, known, say),
  });
  // the same again is no change
  return slug === undefined || known.ask(slug).kind === 'same' ? undefined : (now, blog) => changeSlug(now, slug, blog);
}

function told(text: string, { address: old, ask: about }: Slug, say: Say): string | vscode.InputBoxValidationMessage | undefined {
  const answer = about(text);
  const { Info, Warning } = vscode.InputBoxValidationSeverity;
  if (answer.kind === 'same') return undefined;
  if (answer.kind === 'refused') return answer.why;
  switch (answer.old) {
    case 'kept': return { message: say('New address: {0}. The old one, {1}, will lead there.', answer.address, old), severity: Info };
    case 'lost': return { message: say('New address: {0}. Nothing on this blog redirects, so links to {1} from elsewhere will break.', answer.address, old), severity: Warning };
    case 'unseen': return { message: say('New address: {0}', answer.address), severity: Info };
  }
}
