// One preview: a panel that shows one post for as long as it is open.
import * as vscode from 'vscode';
import { momentInWords } from '../../core/dates';
import type { Say } from '../../core/language';
import { headOf } from '../../core/preview';
import type { FromPage, ToPage } from '../../webview/protocol';
import type { Blogs } from '../blogs';
import type { OpenPost, Posts } from '../posts';
import { timers, together } from '../work';
import { barOfSite, barWithout } from './bar';
import type { Builder } from './building';
import type { Builds } from './builds';
import { contentOf, type Shown } from './content';
import { fillGap } from './gaps';
import { followLink, reveal } from './links';
import { shell } from './shell';
import { siteLook } from './sitelook';
import { allowsRemote, lookOf, type Choices } from './view';

export interface PreviewParts {
  readonly blogs: Blogs;
  readonly posts: Posts;
  readonly say: Say;
  /** Where the extension lies. */
  readonly extension: vscode.Uri;
  readonly choices: Choices;
  readonly builds: Builds;
  readonly builder: Builder;
}

export interface Preview extends vscode.Disposable {
  /** Of the blog's look, for the list of looks: when it was built, or why it is not there. Empty before anybody asked. */
  aboutLook(): string;
}

/** After we have scrolled the editor, its own reports of that are not sent back to the page. */
const QUIET = 250;
/** A post that takes longer than this (milliseconds) to make leaves as much time again to everything else. */
const SLOW = 50;
/** One that takes longer than this (a book in one file) is made when the writer pauses for as long, or for `PAUSE`. */
const HUGE = 400;
const PAUSE = 1500;

/** @param closed is called when the panel was closed. */
export function showPost(panel: vscode.WebviewPanel, uri: vscode.Uri, { blogs, posts, say, extension, choices, builds, builder }: PreviewParts, closed: () => void): Preview {
  const { webview } = panel;
  const waiting = timers<'render'>();
  const isOurs = (document: vscode.TextDocument): boolean => document.uri.toString() === uri.toString();
  const editor = (): vscode.TextEditor | undefined => vscode.window.visibleTextEditors.find(({ document }) => isOurs(document));
  let isReady = false;
  let isWaitingForPage = false;
  let isStale = false;
  let serial = 0;
  /** How long the last version took to make, and when that was done. */
  let cost = 0;
  let madeAt = 0;
  let editedLine: number | undefined;
  let quietUntil = 0;
  /** The editor's first line that the page was last brought to. */
  let followed: number | undefined;
  let shown: OpenPost | undefined;
  /** By the last message; what it has not said is sent with the next. */
  let sent: Shown | undefined;

  const blogLook = siteLook(webview, builds, () => refresh());
  const tell = (message: ToPage): void => void webview.postMessage(message);

  /** One message is under way at a time: what changes meanwhile goes out with the next. */
  function refresh(): void {
    if (!isReady) return;
    if (isWaitingForPage) isStale = true;
    else waiting.start('render', rest(), () => void render());
  }

  const rest = (): number => (cost > HUGE ? Math.min(cost, PAUSE) : cost > SLOW ? Math.max(0, madeAt + cost - Date.now()) : 0);

  async function render(): Promise<void> {
    isWaitingForPage = true;
    isStale = false;
    const begun = Date.now();
    let open: OpenPost | undefined;
    try {
      open = await posts.of(await vscode.workspace.openTextDocument(uri));
    } catch {
      // the file is gone: what was shown stays
    }
    if (!open) {
      isWaitingForPage = false;
      return;
    }
    shown = open;
    const choice = choices.now();
    const wantsSite = lookOf(choice, uri) === 'site';
    let fitted;
    try {
      // a style sheet may ask for an address by what it sees in the page: where nobody vouches for it, it asks for nothing outside
      if (wantsSite) fitted = await blogLook.of(open, { scheme: choice.scheme, allowsRemote: vscode.workspace.isTrusted && allowsRemote(uri) });
    } catch {
      // a build that cannot be read is as good as none
    }
    const borrowed = fitted && !fitted.look.isOwn ? headOf(fitted.look.source, open.site, vscode.env.language).title ?? fitted.look.source.path : undefined;
    const bar = fitted ? barOfSite(open, borrowed) : wantsSite && !choice.isContent && builder.canBuild(open.blog) ? barWithout(open, blogLook.reason()) : '';
    // a version that cannot be shown does not keep the next one from being shown
    isWaitingForPage = false;
    const content = contentOf({ open, webview, extension, serial: ++serial, editedLine, shown: sent, choice, fitted, bar });
    isWaitingForPage = true;
    sent = content.shown;
    tell(content.message);
    editedLine = undefined;
    madeAt = Date.now();
    cost = madeAt - begun;
  }

  function hear(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        isWaitingForPage = false;
        sent = followed = undefined;
        refresh();
        break;
      case 'rendered': {
        if (message.serial !== serial) break;
        isWaitingForPage = false;
        if (serial === 1) follow(editor());
        if (isStale) refresh();
        break;
      }
      case 'open':
        if (shown) void followLink(message.href, shown, posts, say).then(id => { if (id !== undefined) tell({ kind: 'anchor', id }); });
        break;
      case 'scrolled': {
        const line = Math.max(0, Math.floor(message.line));
        quietUntil = Date.now() + QUIET;
        followed = undefined;
        editor()?.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
        break;
      }
      case 'act':
        if (message.act === 'build') void vscode.commands.executeCommand('techPost.buildLook', uri);
        else choices.choose({ isContent: true });
        break;
      case 'fill':
        void fillGap(message.gap, uri, posts);
        break;
      case 'reveal':
        void reveal(uri, message.line);
        break;
    }
  }

  function follow(editor: vscode.TextEditor | undefined): void {
    const line = editor?.visibleRanges[0]?.start.line;
    // writing changes what is visible below; only another first line is a move
    if (line === undefined || line === followed || Date.now() < quietUntil) return;
    followed = line;
    tell({ kind: 'scroll', line });
  }

  /** Also when what may be loaded has changed: the page's policy cannot be changed otherwise. */
  async function begin(): Promise<void> {
    isReady = false;
    const blog = await blogs.of(uri);
    const folders = vscode.workspace.workspaceFolders?.map(folder => folder.uri) ?? [];
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media'), ...folders, ...(blog ? [blog.root, builds.folderFor(blog) ?? blog.root] : [])],
    };
    webview.html = shell(webview, extension, uri, allowsRemote(uri));
  }

  const parts = together(
    waiting, blogLook,
    webview.onDidReceiveMessage(hear),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isOurs(document) || !contentChanges.length) return;
      editedLine = contentChanges[0]!.range.start.line;
      refresh();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => { if (isOurs(textEditor.document)) follow(textEditor); }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('techPost.preview.remote', uri)) void begin();
      else if (event.affectsConfiguration('techPost.preview', uri)) refresh();
    }),
    choices.onDidChange(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
    blogs.onDidChange(({ blog, change }) => {
      // the post's own file changes with each save, which shows nothing new
      const own = blog?.pathOf(uri);
      if (!blog || (own !== undefined && (change.isStructural || change.paths.some(path => path !== own) || !shown || shown.version !== versionOf(uri)))) refresh();
    }),
    panel.onDidDispose(() => {
      parts.dispose();
      closed();
    }),
  );
  panel.title = say('Preview: {0}', nameOf(uri));
  panel.iconPath = vscode.Uri.joinPath(extension, 'media', 'icon.png');
  void begin();
  const aboutLook = (): string => {
    const builtAt = blogLook.builtAt();
    if (builtAt === undefined) return blogLook.reason();
    return say('built {0}', momentInWords(builtAt, vscode.env.language, Intl.DateTimeFormat().resolvedOptions().timeZone));
  };
  return { aboutLook, dispose: () => together(parts, panel).dispose() };
}

const versionOf = (uri: vscode.Uri): number | undefined => vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString())?.version;

/** A page bundle is called by its folder: there are many index.md. */
function nameOf(uri: vscode.Uri): string {
  const [folder, name] = uri.path.split('/').slice(-2);
  return /^index\./.test(name ?? '') && folder ? folder : name ?? '';
}
