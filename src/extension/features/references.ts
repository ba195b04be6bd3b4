// "Which posts link here": from a post's head, from a heading, and from a link to where it leads.
import * as vscode from 'vscode';
import { headingAt, referencesTo, soughtAt, type Reference } from '../../core/editing/references';
import { Lines } from '../../core/span';
import type { Blog } from '../blog';
import { rangeOf } from '../diagnostics';
import type { Posts } from '../posts';
import { textOf } from './places';

export function references(posts: Posts): vscode.Disposable {
  return vscode.languages.registerReferenceProvider({ language: 'markdown' }, {
    async provideReferences(document, position, { includeDeclaration }) {
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return undefined;
      const { post, site, blog } = open;
      const offset = document.offsetAt(position);
      const sought = soughtAt(post, offset, site);
      if (!sought) return undefined;
      const heading = includeDeclaration && sought.kind === 'page' && sought.path === post.path ? headingAt(post, offset) : undefined;
      return [
        ...(heading ? [new vscode.Location(document.uri, rangeOf(heading.span, post.lines))] : []),
        ...await locations(referencesTo(sought, post, site), blog),
      ];
    },
  });
}

/** Only files with a link are read: facts have offsets, and editors want lines. */
async function locations(found: readonly Reference[], blog: Blog): Promise<readonly vscode.Location[]> {
  const paths = [...new Set(found.map(({ path }) => path))];
  const all = await Promise.all(paths.map(async path => {
    const uri = blog.uri(path);
    const text = await textOf(uri);
    if (text === undefined) return [];
    const lines = new Lines(text);
    return found.filter(link => link.path === path && link.span.end <= text.length).map(({ span }) => new vscode.Location(uri, rangeOf(span, lines)));
  }));
  return all.flat();
}
