// One item in the status bar, only in a post: what readers see of it, and how long it is. The rest is told when one points at it, and
// a click opens the post's own menu.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import { countText, lengthOf, type Length } from '../core/length';
import { badgesOf } from '../core/preview';
import { countedLine } from '../core/report';
import { dueInShort, dueInWords, dueOf } from '../core/rhythm';
import type { Site } from '../core/site';
import type { About } from './about';
import type { Blogs } from './blogs';
import type { OpenPost, Posts } from './posts';
import { timers, together } from './work';

/** From the last key stroke to the count. */
const PAUSE = 300;
/** A longer selection is not counted: it would be at each step of the cursor. */
const LONGEST = 300_000;

export function status(posts: Posts, blogs: Blogs, about: About, say: Say): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('techPost.post', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Tech Post';
  item.command = 'techPost.postMenu';
  const waiting = timers<'show' | 'selection'>();
  /** Milliseconds that the last count took: a post that is megabytes long is counted in longer pauses. */
  let cost = 0;
  let shown: { readonly open: OpenPost; readonly length: Length; readonly counted: string } | undefined;

  async function show(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const open = editor && await posts.of(editor.document).catch(() => undefined);
    if (vscode.window.activeTextEditor?.document !== editor?.document) return;
    // a page such as About has a length too; a folder of notes is no blog
    const counts = open?.site.flavor.isPage(open.post.path, open.site) ? await about.count(open.blog) : undefined;
    if (vscode.window.activeTextEditor?.document !== editor?.document) return;
    if (!open || !counts?.posts) {
      shown = undefined;
      return item.hide();
    }
    const begun = Date.now();
    const length = lengthOf(open.post, open.site);
    cost = Date.now() - begun;
    shown = { open, length, counted: countedLine(open.site, counts.posts, counts.others) };
    const { site } = open;
    const due = site.index.isComplete ? dueOf(site) : undefined;
    const parts = [stateOf(open), say('{0} characters', number(length.characters)), ...(length.minutes ? [say('{0} min', length.minutes)] : []), ...(due ? [dueInShort(due, say)] : [])];
    const text = parts.filter(Boolean).join(' · ');
    if (item.text !== text) item.text = text;
    tell();
    item.show();
  }

  /** `Draft`; nothing for a post that readers see. */
  function stateOf({ post, site }: OpenPost): string {
    const [badge] = badgesOf(post, site, vscode.env.language);
    return badge === undefined ? '' : { draft: say('Draft'), scheduled: say('Scheduled'), hidden: say('Not published') }[badge.kind];
  }

  function tell(): void {
    if (!shown) return;
    const { open: { post, site, blog }, length, counted } = shown;
    const text = new vscode.MarkdownString();
    const line = (words: string): void => { text.appendText(words).appendMarkdown('  \n'); };
    const [badge] = badgesOf(post, site, vscode.env.language);
    if (badge) line(badge.text);
    line(say('{0} characters, {1} without blanks', number(length.characters), number(length.letters)));
    line(say('{0} words', number(length.words)));
    if (length.codeLines) line(say('{0} lines of code, which are not in it', number(length.codeLines)));
    line(minutesInWords(length, site));
    const selected = selection();
    if (selected) line(say('Selected: {0} characters, {1} without blanks, {2} words', number(selected.characters), number(selected.letters), number(selected.words)));
    const due = site.index.isComplete ? dueOf(site) : undefined;
    if (due) line(dueInWords(due, vscode.env.language, say));
    text.appendMarkdown('\n\n');
    line(counted);
    line(site.index.isComplete ? say('All pages are known.') : blog.isComplete ? say('Pages are being read.') : say('There are too many files here to read all pages.'));
    if (item.tooltip instanceof vscode.MarkdownString && item.tooltip.value === text.value) return;
    item.tooltip = text;
  }

  function minutesInWords({ minutes, own }: Length, { flavor }: Site): string {
    if (!own || own.minutes === minutes) return own ? say('{0} min to read, as {1} counts', minutes, flavor.name) : say('{0} min to read', minutes);
    return say('{0} min to read; {1} says {2}, as it does not count letters without hasCJKLanguage', minutes, flavor.name, own.minutes);
  }

  function selection(): ReturnType<typeof countText> | undefined {
    const editor = vscode.window.activeTextEditor;
    const ranges = editor?.selections.filter(({ isEmpty }) => !isEmpty) ?? [];
    if (!editor || !ranges.length) return undefined;
    const text = ranges.map(range => editor.document.getText(range)).join('\n');
    return text.length > LONGEST ? undefined : countText(text);
  }

  const showSoon = (milliseconds: number): void => waiting.start('show', milliseconds, () => void show().catch(error => console.error(error)));
  const isActive = (document: vscode.TextDocument): boolean => document === vscode.window.activeTextEditor?.document;

  showSoon(0);
  return together(
    item, waiting,
    vscode.window.onDidChangeActiveTextEditor(() => showSoon(0)),
    vscode.workspace.onDidOpenTextDocument(document => { if (isActive(document)) showSoon(PAUSE); }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length && isActive(document)) showSoon(Math.max(PAUSE, 2 * cost)); }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === vscode.window.activeTextEditor && shown) waiting.start('selection', PAUSE / 2, tell); }),
    blogs.onDidChange(({ blog, change }) => { if ((change.isStructural || change.hasNewFaces) && (!blog || !shown || blog === shown.open.blog)) showSoon(PAUSE); }),
  );
}

const number = (value: number): string => new Intl.NumberFormat(vscode.env.language).format(value);
