// The rows of the Posts view: what is written in them, their signs, and what is told when somebody points at one.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { badgesOf } from '../core/preview';
import { besideTitle, shelfName, type ShelfId } from '../core/shelves';
import { fieldText } from '../core/source';
import { addressInFull } from './address';
import type { Blog } from './blog';
import { findingsOf } from './diagnostics';
import type { Shelving } from './shelving';

/** Ours alone: in the Explorer and on tabs VS Code counts problems itself. */
export const SCHEME = 'tech-post-row';

export interface BlogNode { readonly kind: 'blog'; readonly shelving: Shelving }
export interface ShelfNode { readonly kind: 'shelf'; readonly shelving: Shelving; readonly shelf: ShelfId }
export interface PostNode { readonly kind: 'post'; readonly shelving: Shelving; readonly shelf: ShelfId; readonly path: string }
export type Node = BlogNode | ShelfNode | PostNode;

export const nameOf = ({ root }: Blog): string => root.path.slice(root.path.lastIndexOf('/') + 1);

export const rowUri = (blog: Blog, path: string): vscode.Uri => vscode.Uri.from({ scheme: SCHEME, path: `/${path}`, query: blog.root.toString() });

export function blogItem({ shelving: { blog } }: BlogNode): vscode.TreeItem {
  const item = new vscode.TreeItem(nameOf(blog), vscode.TreeItemCollapsibleState.Expanded);
  item.id = blog.root.toString();
  item.description = blog.site().flavor.name;
  item.iconPath = new vscode.ThemeIcon('book');
  return item;
}

/** What is at work is unfolded, what is done is not. */
export function shelfItem({ shelving: of, shelf }: ShelfNode, say: Say): vscode.TreeItem {
  const isAtWork = shelf === 'drafts' || shelf === 'scheduled';
  const name = shelfName(shelf, say);
  const count = of.shelves.posts(shelf).length;
  const slips = of.withProblems(shelf);
  const item = new vscode.TreeItem(name, isAtWork ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `${of.blog.root.toString()}\n${shelf}`;
  item.description = [String(count), ...(slips ? [say('{0} with problems', slips)] : [])].join(' · ');
  item.iconPath = new vscode.ThemeIcon(ICONS[String(shelf)] ?? 'calendar');
  item.accessibilityInformation = { label: [name, say(count === 1 ? '{0} post' : '{0} posts', count), ...(slips ? [say('{0} with problems', slips)] : [])].join(', ') };
  item.contextValue = 'techPost.shelf';
  return item;
}

const ICONS: Readonly<Record<string, string>> = { drafts: 'edit', scheduled: 'watch', hidden: 'eye-closed', undated: 'question' };

export function postItem({ shelving: of, path, shelf }: PostNode, say: Say): vscode.TreeItem {
  const { blog, shelves } = of;
  const post = shelves.post(path);
  const site = blog.site();
  const item = new vscode.TreeItem(post?.title ?? path, vscode.TreeItemCollapsibleState.None);
  item.id = `${blog.root.toString()}\n${shelf}\n${path}`;
  const beside = post ? besideTitle(post, site.now, site.timeZone, vscode.env.language, say) : '';
  const slips = of.problems(path);
  item.description = beside;
  item.resourceUri = rowUri(blog, path);
  item.iconPath = new vscode.ThemeIcon(ICONS[String(shelf)] ?? 'note');
  item.command = { command: 'vscode.open', title: '', arguments: [blog.uri(path)] };
  item.contextValue = `techPost.post.${typeof shelf === 'number' || shelf === 'undated' ? 'published' : shelf}`;
  item.accessibilityInformation = { label: [post?.title ?? path, typeof shelf === 'number' ? '' : shelfName(shelf, say), beside, slips ? problemsInWords(slips, say) : ''].filter(Boolean).join(', ') };
  return item;
}

export const problemsInWords = (count: number, say: Say): string => say(count === 1 ? '{0} problem' : '{0} problems', count);

export function decorationOf(problems: number, say: Say): vscode.FileDecoration | undefined {
  if (!problems) return undefined;
  // no colour: in a blog where most posts have a warning it would say nothing
  return new vscode.FileDecoration(problems > 9 ? '9+' : String(problems), problemsInWords(problems, say));
}

/** Asked for when somebody points at a row. */
export function tooltipOf({ shelving: of, path }: PostNode): vscode.MarkdownString {
  const { blog, shelves } = of;
  const site = blog.site();
  const post = shelves.post(path);
  const facts = site.index.of(path);
  const text = new vscode.MarkdownString();
  const paragraph = (words: string | undefined): void => { if (words) text.appendText(words).appendMarkdown('\n\n'); };
  text.appendMarkdown('**').appendText(post?.title ?? path).appendMarkdown('**\n\n');
  if (facts) paragraph(badgesOf(facts, site, vscode.env.language)[0]?.text);
  if (facts && !facts.frontMatter?.isBroken) paragraph(fieldText(facts, site.flavor.fields.summary));
  paragraph(addressInFull(post?.address, site) ?? post?.address);
  const found = findingsOf(path, blog, site)?.filter(({ severity }) => severity !== 'information') ?? [];
  for (const { message } of found.slice(0, 5)) text.appendMarkdown('- ').appendText(message).appendMarkdown('\n');
  if (found.length > 5) text.appendMarkdown('- …\n');
  text.appendMarkdown('\n\n').appendText(path);
  return text;
}
