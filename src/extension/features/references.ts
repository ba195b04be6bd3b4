// "Which posts link here": from a post's head, from a heading, and from a link to where it leads.
import * as vscode from 'vscode';
import { headingAt, linksTo, referencesTo, soughtAt, type Sought } from '../../core/editing/references';
import { factsOf } from '../../core/facts';
import { parsePost } from '../../core/post';
import { rangeOf } from '../diagnostics';
import type { OpenPost, Posts } from '../posts';
import { textOf } from './places';

export function references(posts: Posts): vscode.Disposable {
  return vscode.languages.registerReferenceProvider({ language: 'markdown' }, {
    async provideReferences(document, position, { includeDeclaration }) {
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return undefined;
      const { post, site } = open;
      const offset = document.offsetAt(position);
      const sought = soughtAt(post, offset, site);
      if (!sought) return undefined;
      const heading = includeDeclaration && sought.kind === 'page' && sought.path === post.path ? headingAt(post, offset) : undefined;
      return [
        ...(heading ? [new vscode.Location(document.uri, rangeOf(heading.span, post.lines))] : []),
        ...await locations(sought, [...new Set(referencesTo(sought, post, site).map(({ path }) => path))], open),
      ];
    },
  });
}

/** Only files with a link are read: facts have offsets, and editors want lines, those of the text as it is. */
async function locations(sought: Sought, paths: readonly string[], { post: own, site, blog }: OpenPost): Promise<readonly vscode.Location[]> {
  const all = await Promise.all(paths.map(async path => {
    const uri = blog.uri(path);
    const text = path === own.path ? own.text : await textOf(uri);
    if (text === undefined) return [];
    const post = path === own.path ? own : parsePost(path, text, site);
    return linksTo(sought, factsOf(post, site), site).map(({ targetSpan }) => new vscode.Location(uri, rangeOf(targetSpan, post.lines)));
  }));
  return all.flat();
}
