// Links to click on, of every form that the blog's engine understands. VS Code makes links of paths in Markdown too, but it
// knows files and no addresses; where both see one, VS Code shows an extension's before its own.
import * as vscode from 'vscode';
import { goalOf, type Goal } from '../../core/editing/goals';
import { spotsOf } from '../../core/editing/spots';
import { splitPath } from '../../core/files';
import type { Site } from '../../core/site';
import type { Blog } from '../blog';
import type { Blogs } from '../blogs';
import { rangeOf } from '../diagnostics';
import type { Posts } from '../posts';
import { together } from '../work';
import { uriAtId } from './places';

/** A link to a heading learns its line only when it is followed: that costs reading the other file. */
class PendingLink extends vscode.DocumentLink {
  constructor(range: vscode.Range, readonly blog: Blog, readonly goal: Extract<Goal, { kind: 'file' }>) {
    super(range);
  }
}

export function links(posts: Posts, blogs: Blogs): vscode.Disposable {
  let provider = register(posts);
  // links are asked for anew when the text changes, or the provider: not when other posts become known
  const news = blogs.onDidChange(({ change }) => {
    if (!change.isStructural) return;
    provider.dispose();
    provider = register(posts);
  });
  return together(news, { dispose: () => provider.dispose() });
}

function register(posts: Posts): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, {
    async provideDocumentLinks(document) {
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return [];
      const { post, site, blog } = open;
      return spotsOf(post, site).flatMap(({ span, to }): vscode.DocumentLink[] => {
        const goal = goalOf(to, post, site);
        if (!goal) return [];
        const range = rangeOf(span, post.lines);
        const link = goal.kind === 'file' && goal.id !== '' ? new PendingLink(range, blog, goal) : new vscode.DocumentLink(range, goal.kind === 'web' ? vscode.Uri.parse(goal.url, true) : blog.uri(goal.path));
        link.tooltip = nameOf(goal, site);
        return [link];
      });
    },
    async resolveDocumentLink(link) {
      if (link instanceof PendingLink) link.target = await uriAtId(link.blog, link.goal.path, link.goal.id);
      return link;
    },
  });
}

/** As readers know it: the title, and the heading. */
function nameOf(goal: Goal, site: Site): string {
  if (goal.kind === 'web') return goal.url;
  const facts = site.index.of(goal.path);
  const heading = facts?.headings.find(({ id }) => goal.id !== '' && id === goal.id)?.text;
  return [facts?.title ?? splitPath(goal.path).name, ...(heading === undefined ? [] : [heading])].join(' › ');
}
