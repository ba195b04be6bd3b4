// The problems of open posts while they are written, of all posts when asked for, and of the site's own settings.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { factsOf } from '../core/facts';
import { hashOf } from '../core/factstore';
import { inOrder, lintFacts, lintText, type Finding } from '../core/lint';
import type { Post } from '../core/post';
import { SETTINGS_FILE } from '../core/settings';
import type { Site } from '../core/site';
import { Lines, type Span } from '../core/span';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import { readText } from './listing';
import type { OpenPost, Posts } from './posts';
import { timers, together, turns } from './work';

export const SOURCE = 'Tech Post';

/** From the last key stroke to the check: enough that a word is not judged letter by letter. */
const PAUSE = 100;
/** Milliseconds of work at a time where closed files are concerned. */
const SLICE = 8;

export interface Problems extends vscode.Disposable {
  /** What the rules find in the document as it is now. */
  findings(document: vscode.TextDocument): Promise<{ readonly open: OpenPost; readonly findings: readonly Finding[] } | undefined>;
  /** Checks every post of a blog and keeps the rows of closed files too. Undefined when cancelled. */
  checkAll(blog: Blog, token: vscode.CancellationToken, seen: (done: number, of: number) => void): Promise<number | undefined>;
}

/** What was put into the Problems panel for a document, or for a closed file whose rows stay because all posts were checked. */
interface Shown {
  readonly root: string;
  readonly path: string;
  digest: string;
}

export function problems(posts: Posts, blogs: Blogs, say: Say, extension: vscode.Uri): Problems {
  const rows = vscode.languages.createDiagnosticCollection('tech-post');
  const waiting = timers<vscode.TextDocument>();
  /** How long (milliseconds) the last check of a document took: one that is megabytes long must not be checked at each key stroke. */
  const costs = new WeakMap<vscode.TextDocument, number>();
  const shown = new WeakMap<vscode.TextDocument, string>();
  /** What the text of a post tells, for as long as it and the site's set-up are the same. */
  const told = new WeakMap<Post, { readonly config: Site['config']; readonly findings: readonly Finding[] }>();
  /** By uri. */
  const kept = new Map<string, Shown>();
  /** Counts the refreshes of a blog: a later one takes the place of one that is not done. */
  const refreshes = new Map<string, number>();
  const turn = turns(SLICE);
  /** Roots whose settings have been reported on. */
  const reported = new Map<string, vscode.Uri[]>();

  const isOn = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('techPost', uri).get('lint.enable', true);

  function textFindings(post: Post, site: Site): readonly Finding[] {
    const before = told.get(post);
    if (before?.config === site.config) return before.findings;
    const found = lintText(post, site);
    told.set(post, { config: site.config, findings: found });
    return found;
  }

  async function findings(document: vscode.TextDocument): Promise<{ open: OpenPost; findings: readonly Finding[] } | undefined> {
    const open = isOn(document.uri) ? await posts.of(document) : undefined;
    return open && { open, findings: inOrder([...textFindings(open.post, open.site), ...lintFacts(factsOf(open.post, open.site), open.site)]) };
  }

  async function check(document: vscode.TextDocument): Promise<void> {
    const begun = Date.now();
    const found = await findings(document);
    costs.set(document, Date.now() - begun);
    if (document.isClosed) return;
    if (!found) {
      shown.delete(document);
      rows.delete(document.uri);
    // a newer text has its own check coming
    } else if (found.open.version === document.version) {
      const digest = JSON.stringify([document.version, found.findings]);
      if (shown.get(document) !== digest) rows.set(document.uri, toDiagnostics(found.findings, found.open.post.lines, extension));
      shown.set(document, digest);
      reportSettings(found.open.blog, found.open.site);
    }
  }

  function checkSoon(document: vscode.TextDocument, milliseconds: number): void {
    if (document.languageId !== 'markdown') return;
    waiting.start(document, milliseconds, () => void check(document));
  }

  function checkOpen(): void {
    for (const document of vscode.workspace.textDocuments) checkSoon(document, 0);
  }

  function reportSettings(blog: Blog, site: Site): void {
    const at = new Map<string, vscode.Diagnostic[]>();
    const lines = new Lines(blog.settingsText ?? '');
    at.set(SETTINGS_FILE, site.settingsProblems.map(({ span, message, args }) => row(rangeOf(span, lines), say(message, ...args), vscode.DiagnosticSeverity.Warning)));
    for (const { file, reason } of site.config.broken) {
      at.set(file, [row(new vscode.Range(0, 0, 0, 0), say('"{0}" cannot be read: {1}', file, reason), vscode.DiagnosticSeverity.Warning)]);
    }
    const before = reported.get(blog.root.toString()) ?? [];
    const now = [...at].filter(([, found]) => found.length).map(([file]) => blog.uri(file));
    if (!before.length && !now.length) return;
    for (const uri of before) rows.delete(uri);
    for (const [file, found] of at) if (found.length) rows.set(blog.uri(file), found);
    reported.set(blog.root.toString(), now);
  }

  function close(document: vscode.TextDocument): void {
    waiting.stop(document);
    if (document.languageId !== 'markdown') return;
    shown.delete(document);
    rows.delete(document.uri);
    const known = kept.get(document.uri.toString());
    if (!known) return;
    known.digest = '';
    void blogs.of(document.uri)?.then(blog => showKept(blog, known));
  }

  /** Puts the rows of a closed file into the panel if they are other ones than before. */
  async function showKept(blog: Blog, known: Shown, site = blog.site()): Promise<void> {
    const uri = blog.uri(known.path);
    if (isOpen(uri)) return;
    const found = findingsOf(known.path, blog, site) ?? [];
    const digest = hashOf(JSON.stringify([blog.pages.kept(known.path)?.hash, found]));
    if (digest === known.digest) return;
    known.digest = digest;
    const text = found.length ? await readText(uri) : undefined;
    if (isOpen(uri) || known.digest !== digest) return;
    if (text === undefined) rows.delete(uri);
    else rows.set(uri, toDiagnostics(found, new Lines(text), extension));
  }

  /** Closed files of which something else may be said now. Most say the same, and only asking them costs anything. */
  async function refresh(blog: Blog, paths?: ReadonlySet<string>): Promise<void> {
    const root = blog.root.toString();
    const all = [...kept.values()].filter(known => known.root === root && (paths?.has(known.path) ?? true));
    if (!all.length) return;
    const serial = (refreshes.get(root) ?? 0) + (paths ? 0 : 1);
    refreshes.set(root, serial);
    // where little changed, asking the site again for each would be most of the work
    const site = blog.site();
    for (const known of all) {
      await turn();
      if (refreshes.get(root) !== serial) return;
      await showKept(blog, known, site);
    }
  }

  const parts = together(
    rows, waiting,
    vscode.workspace.onDidOpenTextDocument(document => checkSoon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length) checkSoon(document, Math.max(PAUSE, costs.get(document) ?? 0)); }),
    vscode.workspace.onDidCloseTextDocument(close),
    blogs.onDidChange(({ blog, change }) => {
      const isForAll = change.isStructural || change.hasNewFaces;
      if (isForAll) checkOpen();
      if (!blog) return;
      void refresh(blog, isForAll ? undefined : new Set(change.paths));
    }),
    vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('techPost.lint')) checkOpen(); }),
  );
  checkOpen();

  return {
    findings,
    async checkAll(blog, token, seen) {
      await blog.pages.readAll(token, seen);
      if (token.isCancellationRequested) return undefined;
      const site = blog.site();
      let count = 0;
      for (const path of [...site.files]) {
        if (!site.flavor.isPage(path, site)) continue;
        await turn();
        const uri = blog.uri(path);
        const found = findingsOf(path, blog, site);
        if (!found) continue;
        const known = { root: blog.root.toString(), path, digest: '' };
        kept.set(uri.toString(), known);
        // an open one has its own, of the text in the editor
        const open = isOpen(uri) ? vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE) : found;
        count += open.length;
        await showKept(blog, known, site);
      }
      return count;
    },
    dispose: parts.dispose,
  };
}

/** What the rules find in a page as it lies on the disk; undefined when it is no page in Markdown, or was not read yet. */
export function findingsOf(path: string, blog: Blog, site: Site): readonly Finding[] | undefined {
  const page = blog.pages.kept(path);
  return page?.findings && site.flavor.isMarkdown(path) ? inOrder([...page.findings, ...lintFacts(page.facts, site)]) : undefined;
}

const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());

const SEVERITY: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function toDiagnostics(findings: readonly Finding[], lines: Lines, extension: vscode.Uri): vscode.Diagnostic[] {
  return findings.map(({ rule, message, span, severity }) => {
    const diagnostic = row(rangeOf(span, lines), message, SEVERITY[severity]);
    diagnostic.code = { value: rule, target: vscode.Uri.joinPath(extension, 'docs', 'rules', `${rule}.md`) };
    return diagnostic;
  });
}

function row(range: vscode.Range, message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = SOURCE;
  return diagnostic;
}

/** By our own lines and not the document's, which may be newer than the text that was judged. */
export function rangeOf(span: Span, lines: Lines): vscode.Range {
  const start = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return new vscode.Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}
