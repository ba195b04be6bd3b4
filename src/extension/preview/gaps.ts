// A click on what is missing in the head of the preview puts it into the front matter and the cursor there.
import * as vscode from 'vscode';
import { lint } from '../../core/lint';
import type { Post } from '../../core/post';
import { RULES } from '../../core/rules';
import type { Site } from '../../core/site';
import type { Edit } from '../../core/span';
import type { GapName } from '../../webview/protocol';
import { toEdit } from '../actions';
import { rangeOf } from '../diagnostics';
import type { Posts } from '../posts';
import { reveal } from './links';

export async function fillGap(gap: GapName, uri: vscode.Uri, posts: Posts): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const open = await posts.of(document);
  if (!open) return;
  const edits = remedy(gap, open.post, open.site);
  if (edits.length) await vscode.workspace.applyEdit(toEdit(uri, edits, open.post));
  const after = await posts.of(document);
  const editor = await reveal(uri);
  const keys = keysOf(gap, open.site);
  const field = keys.map(key => after?.post.frontMatter?.field(key)).find(found => found !== undefined);
  const quotes = field && /^(["']).*\1$/s.test(field.source) ? 1 : 0;
  const range = after && field
    ? rangeOf({ start: field.valueSpan.start + quotes, end: field.valueSpan.end - quotes }, after.post.lines)
    : new vscode.Range(0, 0, 0, 0);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range);
}

const keysOf = (gap: GapName, site: Site): readonly string[] => (gap === 'title' ? ['title'] : site.flavor.fields.summary);

/** The rule's own remedy, else an empty field where there is front matter to hold it. */
function remedy(gap: GapName, post: Post, site: Site): readonly Edit[] {
  const rules = RULES.filter(({ id }) => id === `${gap}-missing` || id === 'front-matter-missing');
  const fix = lint(post, site, rules).flatMap(({ fixes }) => fixes ?? [])[0];
  if (fix) return fix.edits;
  const [key] = keysOf(gap, site);
  return post.frontMatter && !post.frontMatter.isBroken && key !== undefined ? [post.frontMatter.set(key, '', ['title'])] : [];
}
