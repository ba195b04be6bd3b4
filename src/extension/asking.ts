// What is asked before a post is begun: only what nobody but the writer knows.
import * as vscode from 'vscode';
import { dayInWords, isoDay, isRealDate, readDate, wallClock } from '../core/dates';
import type { Site } from '../core/site';
import { chosenSeries, newPost, suggestPeriods, type Kind, type Models, type Page, type Request } from '../core/writing';
import { sessionsIn } from '../core/writing/timetable';

/** @returns undefined when the writer went away from one of the questions */
export async function askFor(kind: Kind, earlier: readonly Page[], site: Site, models: Models): Promise<Request | undefined> {
  let request: Request = { date: wallClock(site.now, site.timeZone) };
  if (kind.asks === 'period') {
    const period = await askPeriod(kind, request, earlier, site);
    if (!period) return undefined;
    request = { ...request, period };
  }
  // a series has its frame already
  if (kind.variants && !kind.own && !(kind.unit && chosenSeries(kind, request, earlier, site))) {
    const variant = await askVariant(kind, site);
    if (variant === undefined) return undefined;
    request = { ...request, variant };
  }
  if (kind.asks === 'title') {
    const title = await askTitle(kind, request, earlier, site, models);
    if (title === undefined) return undefined;
    request = { ...request, title };
  }
  return kind.hasSessions ? askEvent(request, site) : request;
}

async function askPeriod(kind: Kind, { date }: Request, earlier: readonly Page[], site: Site): Promise<Request['period']> {
  const items = suggestPeriods(kind, date, earlier, site).map(({ period, label }) => ({ label, period }));
  return (await vscode.window.showQuickPick(items, { placeHolder: site.say('Which period is it about?') }))?.period;
}

export async function askVariant({ variants }: Kind, { say }: Site): Promise<string | undefined> {
  const items = variants!.of.map(({ id, name, detail }) => ({ label: say(name), detail: say(detail), id }));
  return (await vscode.window.showQuickPick(items, { placeHolder: say(variants!.question), matchOnDetail: true }))?.id;
}

async function askTitle(kind: Kind, request: Request, earlier: readonly Page[], site: Site, models: Models): Promise<string | undefined> {
  const { say } = site;
  // while it is typed: what stands in the way, or where the post will go
  const complaint = (text: string): string | vscode.InputBoxValidationMessage | undefined => {
    if (!text.trim()) return say('A title is needed.');
    if (/[\r\n\t\u0000-\u001f]/.test(text)) return say('A title is a single line.');
    const { path } = newPost(kind, { ...request, title: text.trim() }, earlier, site, models);
    if (!site.files.has(path) && site.files.otherSpelling(path) === undefined) return undefined;
    return { message: say('"{0}" is already there: it will be opened.', path), severity: vscode.InputBoxValidationSeverity.Info };
  };
  const title = await vscode.window.showInputBox({
    prompt: say(kind.question ?? 'Title'),
    ...(kind.example === undefined ? {} : { placeHolder: say('For example: {0}', kind.example) }),
    ignoreFocusOut: true,
    validateInput: complaint,
  });
  return title?.trim();
}

/** The day of an event, and its talks where the writer has a timetable at hand: selected, or copied. */
async function askEvent(request: Request, { say, language }: Site): Promise<Request | undefined> {
  const written = await vscode.window.showInputBox({
    prompt: say('On which day was it?'), value: isoDay(request.date), ignoreFocusOut: true,
    validateInput: text => { const day = dayFrom(text); return day ? { message: dayInWords(day, language), severity: vscode.InputBoxValidationSeverity.Info } : say('A day is written like {0}.', isoDay(request.date)); },
  });
  const day = written === undefined ? undefined : dayFrom(written);
  if (!day) return undefined;
  const editor = vscode.window.activeTextEditor;
  const selected = sessionsIn(editor?.document.getText(editor.selection) ?? '');
  const copied = sessionsIn(await clipboard());
  const items = [
    ...(selected.length > 1 ? [{ label: say('Use the selected timetable ({0} sessions)', selected.length), detail: summary(selected), sessions: selected }] : []),
    ...(copied.length > 1 && JSON.stringify(copied) !== JSON.stringify(selected) ? [{ label: say('Use the timetable in the clipboard ({0} sessions)', copied.length), detail: summary(copied), sessions: copied }] : []),
  ];
  if (!items.length) return { ...request, day };
  const picked = await vscode.window.showQuickPick([...items, { label: say('Begin without a timetable'), sessions: [] }], { placeHolder: say('Which talks did you hear?') });
  return picked && { ...request, day, sessions: picked.sessions };
}

const summary = (sessions: NonNullable<Request['sessions']>): string => sessions.slice(0, 3).map(({ title }) => title).join(' · ') + (sessions.length > 3 ? ' …' : '');

function dayFrom(text: string): Request['day'] {
  const day = /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text) ? readDate(text.trim()) : undefined;
  return day && isRealDate(day) ? day : undefined;
}

async function clipboard(): Promise<string> {
  try {
    return await vscode.env.clipboard.readText();
  } catch {
    return ''; // a browser that does not let it be read
  }
}
