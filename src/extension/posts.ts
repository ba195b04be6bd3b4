// The posts of open documents, parsed once for all that ask about them, and the posts of a whole blog.
import * as vscode from 'vscode';
import { decode, SCHEME } from '../core/links';
import { parseLater, parsePost, type Post } from '../core/post';
import type { Site } from '../core/site';
import { postsToRead, type Kind, type Page } from '../core/writing';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { readText, typeOf } from './listing';
import { each, turns } from './work';

export interface OpenPost {
  readonly post: Post;
  readonly site: Site;
  readonly blog: Blog;
  /** Of the document when it was parsed. */
  readonly version: number;
}

export interface Posts extends vscode.Disposable {
  /** What a new post of a kind is made after: the pages of a blog as they are known, whole those that it takes after. Reads few files where the blog was read before. */
  earlier(blog: Blog, kind: Kind): Promise<readonly Page[]>;
  /** The post in the document as it is when the blog is known; undefined for what is no post's file. The site is fresh on each call. */
  of(document: vscode.TextDocument): Promise<OpenPost | undefined>;
  /** Every page of a blog; as in the editor where there are unsaved changes, else as saved. Ends early when cancelled. */
  all(blog: Blog, token?: vscode.CancellationToken, seen?: (done: number, of: number) => void): Promise<readonly Post[]>;
}

interface Parsed {
  readonly version: number;
  readonly config: Site['config'];
  readonly post: Post;
}

export function posts(blogs: Blogs, own: vscode.Uri): Posts {
  const parsed = new WeakMap<vscode.TextDocument, Parsed>();

  function parse(document: vscode.TextDocument, path: string, site: Site): Post {
    const known = parsed.get(document);
    if (known?.version === document.version && known.config === site.config && known.post.path === path) return known.post;
    const post = parsePost(path, document.getText(), site);
    parsed.set(document, { version: document.version, config: site.config, post });
    return post;
  }

  return {
    async of(document) {
      // the pages about our rules show how not to write
      if (document.languageId !== 'markdown' || document.isClosed || document.uri.toString().startsWith(`${own.toString()}/docs/`)) return undefined;
      const blog = await blogs.of(document.uri);
      const path = blog?.pathOf(document.uri);
      if (!blog || path === undefined || document.isClosed) return undefined;
      const site = blog.site();
      const post = parse(document, path, site);
      blog.pages.learn(post);
      if (!blog.isComplete) await lookFor(post, site, blog);
      return { post, site, blog, version: document.version };
    },
    async earlier(blog, kind) {
      const site = blog.site();
      if (!site.index.isComplete) return whole(pagePaths(site), blog);
      const known = [...site.index.all()].filter(({ path }) => site.flavor.isPage(path, site)).sort((a, b) => (a.path < b.path ? -1 : 1));
      const wanted = new Set(postsToRead(kind, known, site));
      const read = new Map((await whole([...wanted], blog)).map(post => [post.path, post]));
      // what cannot be read has gone a moment ago, or is no text any more
      return known.flatMap(page => read.get(page.path) ?? (wanted.has(page.path) ? [] : page));
    },
    async all(blog, token, seen) {
      return whole(pagePaths(blog.site()), blog, token, seen);
    },
    dispose: vscode.workspace.onDidCloseTextDocument(document => {
      if (parsed.delete(document)) void blogs.of(document.uri)?.then(blog => blog.pages.forget(blog.pathOf(document.uri) ?? ''), () => {});
    }).dispose,
  };
}

const pagePaths = (site: Site): readonly string[] => [...site.files].filter(path => site.flavor.isPage(path, site)).sort();

/** Pages read anew; as in the editor where there are unsaved changes. */
async function whole(paths: readonly string[], blog: Blog, token?: vscode.CancellationToken, seen?: (done: number, of: number) => void): Promise<readonly Post[]> {
  const site = blog.site();
  // a document without changes may be older than the file: VS Code keeps it for a while after its editor is closed
  const unsaved = new Map(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(document => [document.uri.toString(), document]));
  const found: Post[] = [];
  const turn = turns(8);
  await each(paths, 16, async path => {
    const text = unsaved.get(blog.uri(path).toString())?.getText() ?? await readText(blog.uri(path));
    await turn();
    if (text !== undefined) found.push(parseLater(path, text, site));
    seen?.(found.length, paths.length);
  }, () => token?.isCancellationRequested ?? false);
  return found;
}

/** Where not every file was listed, the pictures that a post asks for are looked for one by one, so that its preview shows them. */
async function lookFor(post: Post, site: Site, blog: Blog): Promise<void> {
  const wanted = post.links.filter(({ isImage, target }) => isImage && !SCHEME.test(target) && !/[{<]/.test(target)).flatMap(({ target }) => {
    const files = site.flavor.filesFor(decode(/^[^?#]*/.exec(target)![0]), post, site);
    return files.some(file => site.files.has(file)) ? [] : files;
  });
  await each(wanted, 8, async path => {
    const type = await typeOf(blog.uri(path));
    if (type !== undefined && type & vscode.FileType.File) site.files.add(path);
  });
}
