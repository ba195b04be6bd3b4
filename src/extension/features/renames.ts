// A heading under a new name, and all links of the blog to it with it.
import * as vscode from 'vscode';
import { currentName, renameHeading, subjectAt, type Renamed, type Subject } from '../../core/editing/renaming';
import type { Say } from '../../core/language';
import { parsePost, type Post } from '../../core/post';
import { rangeOf } from '../diagnostics';
import type { OpenPost, Posts } from '../posts';
import { workspaceEdit } from './edits';
import { textOf } from './places';

export function renames(posts: Posts, say: Say): vscode.Disposable {
  async function at(document: vscode.TextDocument, position: vscode.Position): Promise<{ readonly open: OpenPost; readonly subject: Subject; readonly target: Post } | undefined> {
    const open = await posts.of(document);
    if (!open || open.version !== document.version) return undefined;
    const subject = subjectAt(open.post, document.offsetAt(position), open.site);
    const target = subject && await targetOf(subject, open);
    return target?.headings[subject!.index] ? { open, subject: subject!, target } : undefined;
  }

  return vscode.languages.registerRenameProvider({ language: 'markdown' }, {
    async prepareRename(document, position) {
      const found = await at(document, position);
      return found && { range: rangeOf(found.subject.span, found.open.post.lines), placeholder: currentName(found.subject, found.target) };
    },
    async provideRenameEdits(document, position, name) {
      const found = await at(document, position);
      if (!found) return undefined;
      const result = renameHeading(found.subject, found.target, name, found.open.site);
      if (result.kind === 'change') return (await workspaceEdit(result.change, found.open.blog, [found.target, found.open.post])).edit;
      // an error would hand the rename on to VS Code's own, which knows paths and no addresses
      void vscode.window.showWarningMessage(refusal(result.why, say));
      return new vscode.WorkspaceEdit();
    },
  });
}

async function targetOf(subject: Subject, { post, site, blog }: OpenPost): Promise<Post | undefined> {
  if (subject.path === post.path) return post;
  const text = await textOf(blog.uri(subject.path));
  return text === undefined ? undefined : parsePost(subject.path, text, site);
}

function refusal(why: Extract<Renamed, { kind: 'refused' }>['why'], say: Say): string {
  switch (why) {
    case 'empty': return say('A heading is a single line with something in it.');
    case 'id': return say('An id has no blanks, quotation marks or brackets.');
    case 'heading': return say('This would be no heading any more.');
    case 'incomplete': return say('Not all posts have been read yet, so links to this heading could be missed. Try again in a moment.');
  }
}
