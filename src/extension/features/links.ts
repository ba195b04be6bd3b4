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
  /** A link to a heading learns its line only when it is followed: that costs reading the other file. */
  const pending = new WeakMap<vscode.DocumentLink, { readonly blog: Blog; readonly path: string; readonly id: string }>();
  return vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, {
    async provideDocumentLinks(document) {
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return [];
      const { post, site, blog } = open;
      return spotsOf(post, site).flatMap(({ span, to }): vscode.DocumentLink[] => {
        const goal = goalOf(to, post, site);
        if (!goal) return [];
        const link = new vscode.DocumentLink(rangeOf(span, post.lines));
        if (goal.kind === 'web') link.target = vscode.Uri.parse(goal.url, true);
        else if (goal.id === '') link.target = blog.uri(goal.path);
        else pending.set(link, { blog, path: goal.path, id: goal.id });
        link.tooltip = nameOf(goal, site);
        return [link];
      });
    },
    async resolveDocumentLink(link) {
      const found = pending.get(link);
      if (found) link.target = await uriAtId(found.blog, found.path, found.id);
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
