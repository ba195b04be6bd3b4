// The problems of open posts while they are written, of all posts when asked for, and of the site's own settings.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { lint, type Finding } from '../core/lint';
import type { Post } from '../core/post';
import { SETTINGS_FILE } from '../core/settings';
import type { Site } from '../core/site';
import { Lines, type Span } from '../core/span';
import type { Blog } from './blog';
import type { Blogs } from './blogs';
import type { OpenPost, Posts } from './posts';
import { timers, together } from './work';

export const SOURCE = 'Tech Post';

/** From the last key stroke to the check: enough that a word is not judged letter by letter. */
const PAUSE = 100;

export interface Problems extends vscode.Disposable {
  /** What the rules find in the document as it is now. */
  findings(document: vscode.TextDocument): Promise<{ readonly open: OpenPost; readonly findings: readonly Finding[] } | undefined>;
  /** Checks every post of a blog and keeps the rows of closed files too. Undefined when cancelled. */
  checkAll(blog: Blog, token: vscode.CancellationToken, seen: (done: number, of: number) => void): Promise<number | undefined>;
}

export function problems(posts: Posts, blogs: Blogs, say: Say, extension: vscode.Uri): Problems {
  const rows = vscode.languages.createDiagnosticCollection('tech-post');
  const waiting = timers<vscode.TextDocument>();
  /** How long (milliseconds) the last check of a document took: one that is megabytes long must not be checked at each key stroke. */
  const costs = new WeakMap<vscode.TextDocument, number>();
  /** Files whose rows stay although they are closed, because all posts were checked. */
  const kept = new Set<string>();
  /** Roots whose settings have been reported on. */
  const reported = new Map<string, vscode.Uri[]>();

  const isOn = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('techPost', uri).get('lint.enable', true);

  async function findings(document: vscode.TextDocument): Promise<{ open: OpenPost; findings: readonly Finding[] } | undefined> {
    const open = isOn(document.uri) ? await posts.of(document) : undefined;
    return open && { open, findings: lint(open.post, open.site) };
  }

  async function check(document: vscode.TextDocument): Promise<void> {
    const begun = Date.now();
    const found = await findings(document);
    costs.set(document, Date.now() - begun);
    if (document.isClosed) return;
    if (!found) rows.delete(document.uri);
    // a newer text has its own check coming
    else if (found.open.version === document.version) {
      rows.set(document.uri, toDiagnostics(found.findings, found.open.post, extension));
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
    rows.delete(document.uri);
    if (kept.has(document.uri.toString())) void recheck(document.uri);
  }

  /** A file that is closed or was changed from outside, as it lies on the disk. */
  async function recheck(uri: vscode.Uri): Promise<void> {
    const blog = await blogs.of(uri);
    const path = blog?.pathOf(uri);
    if (!blog || path === undefined) return;
    const post = await posts.saved(blog, path);
    if (isOpen(uri)) return;
    if (post) rows.set(uri, toDiagnostics(lint(post, blog.site()), post, extension));
    else rows.delete(uri);
  }

  const parts = together(
    rows, waiting,
    vscode.workspace.onDidOpenTextDocument(document => checkSoon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length) checkSoon(document, Math.max(PAUSE, costs.get(document) ?? 0)); }),
    vscode.workspace.onDidCloseTextDocument(close),
    blogs.onDidChange(({ blog, change }) => {
      if (change.isStructural) checkOpen();
      for (const uri of blog ? change.paths.map(path => blog.uri(path)) : []) {
        if (kept.has(uri.toString()) && !isOpen(uri)) void recheck(uri);
      }
    }),
    vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('techPost.lint')) checkOpen(); }),
  );
  checkOpen();

  return {
    findings,
    async checkAll(blog, token, seen) {
      const all = await posts.all(blog, token, seen);
      if (token.isCancellationRequested) return undefined;
      const site = blog.site();
      let count = 0;
      for (const post of all) {
        const uri = blog.uri(post.path);
        const found = lint(post, site);
        count += found.length;
        kept.add(uri.toString());
        if (!isOpen(uri)) rows.set(uri, toDiagnostics(found, post, extension));
      }
      return count;
    },
    dispose: parts.dispose,
  };
}

const isOpen = (uri: vscode.Uri): boolean => vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());

const SEVERITY: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function toDiagnostics(findings: readonly Finding[], post: Post, extension: vscode.Uri): vscode.Diagnostic[] {
  return findings.map(({ rule, message, span, severity }) => {
    const diagnostic = row(rangeOf(span, post.lines), message, SEVERITY[severity]);
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
