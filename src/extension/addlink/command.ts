// Add Link to Scrap: from an address to a line in the issue that is being written. Nothing is made or changed before the last answer.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import { parsePost, type Post } from '../../core/post';
import { applyEdits } from '../../core/span';
import { betterTitle, type PageTitle } from '../../core/webpage/page';
import type { Series } from '../../core/writing';
import type { ScrapIssue } from '../../core/writing/scrapissue';
import { scrapBook, type ScrapLink, type SectionChoice } from '../../core/writing/scraplink';
import { cleanAddress } from '../../core/writing/tracking';
import { linkedPage } from '../../net/linkedpage';
import type { Blog } from '../blog';
import type { Blogs } from '../blogs';
import { chooseBlog } from '../choose';
import { rangeOf } from '../diagnostics';
import { typeOf } from '../listing';
import { linkAbove } from '../newpost';
import type { Posts } from '../posts';
import { together } from '../work';
import { scrapsAmong, scrapsOf, type Scraps } from './issues';
import { pastes } from './paste';
import { askAddress, isWantedAgain, pickSection } from './pick';
import { requests } from './request';

export function addLinks(blogs: Blogs, posts: Posts, say: Say): vscode.Disposable {
  const add = async (address: string, title = ''): Promise<void> => {
    const blog = await chooseBlog(blogs, say, hasScraps);
    if (!blog) return;
    const stop = new AbortController();
    // asked while the posts are read: the two take about as long
    const page = linkedPage(address, say, { signal: stop.signal }).then(found => betterTitle(title, found));
    try {
      await addTo(blog, address, page);
    } finally {
      stop.abort();
    }
  };

  async function addTo(blog: Blog, address: string, page: Promise<PageTitle>): Promise<void> {
    const scraps = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: say('Reading earlier posts') }, () => scrapsOf(blog, posts));
    const series = scraps.open ? undefined : await chooseSeries(scraps.series, say);
    if (series === 'none') return;
    let target = scraps.open ?? scraps.current(series);
    const before = [...new Set(scrapBook(target).repeated(address))];
    if (before.length) {
      const known = before.map(path => ({ title: scraps.site.index.of(path)?.title ?? path, uri: blog.uri(path) }));
      if (!await isWantedAgain(address, known, say)) return;
    }
    const after = scraps.open ? undefined : scraps.after(target, series);
    for (let isNext = false; ; isNext = true) {
      const picked = await pickSection({ address, book: scrapBook(target), issue: target.title, isNew: target.isNew, next: isNext ? undefined : after?.title, page }, say);
      if (!picked) return;
      if (picked.choice) return insert({ ...picked, address }, picked.choice, target, scraps);
      target = after!;
    }
  }

  async function insert(link: ScrapLink, choice: SectionChoice, target: ScrapIssue, { blog, site }: Scraps): Promise<void> {
    const uri = blog.uri(target.isNew ? site.files.otherSpelling(target.post.path) ?? target.post.path : target.post.path);
    // an issue that has come meanwhile is gone on with
    const isNew = target.isNew && await typeOf(uri) === undefined;
    const outside = isNew ? await linkAbove(target.post.path, blog) : undefined;
    if (outside !== undefined) {
      void vscode.window.showErrorMessage(say('"{0}" could not be written: {1}', target.post.path, say('"{0}" is a link that may lead out of the blog.', outside)));
      return;
    }
    const cursor = await (isNew ? create(uri, link, choice, target, site) : change(uri, link, choice, target, site));
    if (cursor === undefined) {
      void vscode.window.showErrorMessage(say('The link could not be added to "{0}".', target.title));
      return;
    }
    if (isNew) site.files.add(target.post.path);
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.positionAt(cursor);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
  }

  return together(
    vscode.commands.registerCommand('techPost.addLink', async (given?: unknown) => {
      const address = typeof given === 'string' ? cleanAddress(given) : await askAddress(cleanAddress, say);
      if (address !== undefined) await add(address);
    }),
    requests(({ address, title }) => add(address, title), say),
    pastes(posts, say),
  );
}

const hasScraps = async (blog: Blog): Promise<boolean> => {
  await blog.pages.whenRead();
  return (await scrapsAmong(blog, blog.site())).length > 0;
};

/** Undefined for a blog that has none yet; `none` where the writer picks none. */
async function chooseSeries(all: readonly Series<Post>[], say: Say): Promise<Series<Post> | undefined | 'none'> {
  if (all.length < 2) return all[0];
  const items = all.map(series => ({ label: series.issues.at(-1)!.title, description: series.name, series }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say('Which series? Shown is the newest issue of each.'), ignoreFocusOut: true }))?.series ?? 'none';
}

/** Into the document, so that what is unsaved counts, and one undo takes it back. @returns where the author's own words go */
async function change(uri: vscode.Uri, link: ScrapLink, choice: SectionChoice, target: ScrapIssue, site: Scraps['site']): Promise<number | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const post = parsePost(target.post.path, document.getText(), site);
  const book = scrapBook({ ...target, post });
  // what was typed meanwhile may have taken the section away
  const same = book.choices.find(({ text }) => text === choice.text) ?? book.likeliest(link.address);
  const { edit, cursor } = book.add(link, same, site);
  const made = new vscode.WorkspaceEdit();
  made.replace(uri, rangeOf(edit, post.lines), edit.text);
  return await vscode.workspace.applyEdit(made) ? cursor : undefined;
}

/** A whole file at once, and never over one. */
async function create(uri: vscode.Uri, link: ScrapLink, choice: SectionChoice, target: ScrapIssue, site: Scraps['site']): Promise<number | undefined> {
  const { edit, cursor } = scrapBook(target).add(link, choice, site);
  const made = new vscode.WorkspaceEdit();
  made.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(applyEdits(target.post.text, [edit])) });
  return await vscode.workspace.applyEdit(made) ? cursor : undefined;
}
