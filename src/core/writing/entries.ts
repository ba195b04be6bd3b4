// The links of an issue as its author sets them down: which headings are sections and which are links, and in what shape a link is
// written. All of it is read off the text's lines; which of them are headings and links the parser says.
import type { Link } from '../markdown/document';
import type { Post } from '../post';
import { outsideAddress } from './repeats';

/** How a link is opened: the lines with `{title}`, `{url}`, `{note}` and `{n}` (a number) where these stand. */
export interface Shape {
  readonly kind: 'heading' | 'item' | 'line';
  readonly lines: readonly string[];
}

export interface Entry {
  readonly shape: Shape;
  readonly address: string;
  /** Lines of the post, from 0: where it is opened, and the one after its last with something in it. */
  readonly line: number;
  readonly end: number;
  /** The number before it, where it has one. */
  readonly number: number | undefined;
}

export interface Section {
  /** As readers see it; empty for a text without sections. */
  readonly text: string;
  readonly level: number;
  /** The heading's line, and the first that belongs to it no more: the next section's. */
  readonly line: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

const MARK = /^( {0,3})([-*+]|(\d{1,9})([.)]))([ \t]+)(?=\S)/;
/** Words that say "link" and nothing of where it leads. */
const GENERIC = /^(?:링크|바로\s?가기|원문(?: ?링크| ?보기)?|출처|보기|여기|link|source|here|read(?: more)?|url|via)$/i;

/** @param isShared whether a heading stands in other issues too: then it is a section, whatever is below */
export function sectionsOf(post: Post, isShared: (heading: string) => boolean): readonly Section[] {
  const lines = textLines(post);
  const headings = post.headings.map(({ level, text, span }) => ({ level, text, line: post.lines.lineAt(span.start), last: post.lines.lineAt(span.end) }));
  const opened = openings(post, lines, new Set(headings.flatMap(({ line, last }) => [line, last])));
  const byLine = new Map(headings.map(heading => [heading.line, heading]));
  const alone = (from: number, to: number): Opening | undefined => {
    const found = opened.filter(({ line }) => line >= from && line < to);
    return found.length === 1 && found[0]!.isBare && lines.slice(from, found[0]!.line).every(isBlank) ? found[0] : undefined;
  };
  const starts: { readonly level: number; readonly text: string; readonly line: number }[] = [];
  const all: { readonly opening: Opening; readonly level: number }[] = opened.filter(({ kind }) => kind !== 'heading').map(opening => ({ opening, level: 7 }));
  let within = 7;
  headings.forEach(({ level, text, line, last }, index) => {
    const own = opened.find(opening => opening.kind === 'heading' && opening.line === line);
    const below = own || isShared(text) ? undefined : alone(last + 1, headings[index + 1]?.line ?? lines.length);
    if (own || below) {
      const heading = `${'#'.repeat(level)} `;
      const shape = own ? own.template.replace(/^#+ */, heading) : `${heading}{title}`;
      const more = below ? [...lines.slice(last + 1, below.line).map(() => ''), below.template] : [];
      all.push({ level, opening: { ...(own ?? below!), kind: 'heading', line, template: [shape, ...more].join('\n') } });
      within = Math.min(level, within);
    } else if (level < within || (level === within && isShared(text))) {
      within = 7;
      starts.push({ level, text, line });
    }
    // what is deeper than a link's own heading belongs to the link
  });
  const sections = starts.length ? starts : [{ level: 0, text: '', line: firstLine(post) - 1 }];
  return sections.map(({ text, level, line }, index): Section => {
    const end = sections[index + 1]?.line ?? lines.length;
    const here = all.filter(({ opening }) => opening.line > line && opening.line < end).sort((a, b) => a.opening.line - b.opening.line);
    // where links are headings, those below are part of what is said of them
    const kind = here.some(({ opening }) => opening.kind === 'heading') ? 'heading' : here[0]?.opening.kind;
    const own = here.filter(({ opening }) => opening.kind === kind);
    return { text, level, line, end, entries: own.map(({ opening }, at) => entryOf(opening, own[at + 1]?.opening.line ?? end, lines)) };
  }).filter(({ text, line, end }, index, list) => text === '' || !isParent(byLine.get(line)!.level, line, end, list[index + 1], lines));
}

/** A title above sections with nothing of its own. */
const isParent = (level: number, line: number, end: number, next: { readonly level: number } | undefined, lines: readonly string[]): boolean =>
  next !== undefined && next.level > level && lines.slice(line + 1, end).every(isBlank);

const entryOf = ({ template, kind, address, line, number }: Opening, limit: number, lines: readonly string[]): Entry => {
  let end = limit;
  while (end > line + 1 && isBlank(lines[end - 1]!)) end--;
  return { shape: { kind, lines: template.split('\n') }, address, line, end, number };
};

export const isBlank = (line: string): boolean => line.trim() === '';

/** The lines of a post, without their endings; what is above the body, in code and in comments is empty. */
export function textLines(post: Post): readonly string[] {
  const first = firstLine(post);
  let fence: string | undefined;
  return post.lines.starts.map((_, line) => {
    const { start, end } = post.lines.spanOf(line);
    const text = line < first ? '' : post.text.slice(start, end);
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    const isFence = mark !== undefined && (fence === undefined || mark.startsWith(fence));
    if (isFence) fence = fence === undefined ? mark : undefined;
    // a letter of its own, so that it does not count as blank
    return isFence || fence !== undefined ? '\u0000' : text;
  });
}

export const firstLine = ({ lines, body, text }: Post): number => {
  const line = lines.lineAt(body.start);
  return lines.spanOf(line).start < body.start && text.slice(lines.spanOf(line).start, body.start).trim() !== '' ? line + 1 : line;
};

interface Opening {
  readonly kind: Shape['kind'];
  readonly line: number;
  readonly template: string;
  readonly address: string;
  readonly number: number | undefined;
  /** Nothing but an address: what it is called stands elsewhere. */
  readonly isBare: boolean;
}

type Place = Pick<Link, 'kind' | 'target' | 'text'> & { readonly start: number; readonly end: number };

/** `[label]: address`, but no footnote. */
export const DEFINITION = /^ {0,3}\[(?!\^)[^\]]+\]:\s*\S/;

/** Lines that open with a link to the outside, or name one and end with its address. */
function openings(post: Post, lines: readonly string[], headingLines: ReadonlySet<number>): readonly Opening[] {
  const places = new Map<number, Place>();
  for (const { kind, target, text, span, isImage } of post.links) {
    const line = post.lines.lineAt(span.start);
    const { start } = post.lines.spanOf(line);
    if (!isImage && !places.has(line) && outsideAddress(target) !== undefined) places.set(line, { kind, target, text, start: span.start - start, end: span.end - start });
  }
  const comments = post.document.comments.map(({ span }) => [post.lines.lineAt(span.start), post.lines.lineAt(span.end)] as const);
  return lines.flatMap((text, line): Opening[] => {
    if (text === '' || text === '\u0000' || DEFINITION.test(text) || comments.some(([from, to]) => line >= from && line <= to)) return [];
    const place = places.get(line) ?? barePlace(text);
    if (!place || place.end > text.length) return [];
    const isHeading = headingLines.has(line);
    const mark = isHeading ? /^ {0,3}#*[ \t]*/.exec(text)![0] : MARK.exec(text)?.[0] ?? '';
    const isItem = !isHeading && mark !== '';
    // a line in the middle of a paragraph is no beginning
    if (!isHeading && !isItem && (/^(?: {4}|\t|\s*[>|<])/.test(text) && !/^\s*<https?:/.test(text) || !isOpen(lines[line - 1], headingLines.has(line - 1)))) return [];
    const template = templateOf(text, mark.length, place);
    if (template === undefined) return [];
    const number = /^\s*(?:#+\s*)?(\d{1,9})[.)]/.exec(text)?.[1];
    const head = isHeading ? mark : mark.replace(/\d+/, '{n}');
    return [{
      kind: isHeading ? 'heading' : isItem ? 'item' : 'line', line, template: head + template, address: place.target, number: number === undefined ? undefined : Number(number),
      isBare: !isItem && !template.includes('{title}') && !template.includes('{note}'),
    }];
  });
}

const isOpen = (before: string | undefined, isHeading: boolean): boolean => before === undefined || isHeading || isBlank(before) || /(?: {2}|\\|<br\s*\/?>)$/.test(before) || /-->\s*$/.test(before);

/** An address that the engine leaves as text, and the author takes for a link. */
function barePlace(text: string): Place | undefined {
  const found = /(?<![\w("'<=/])https?:\/\/[^\s<>"')\]]+/i.exec(text);
  return found ? { kind: 'autolink', target: found[0], text: found[0], start: found.index, end: found.index + found[0].length } : undefined;
}

/** What is literal in the line, and what comes from the link; undefined for a link in the midst of prose. */
function templateOf(text: string, from: number, { kind, start, end, target, text: shown = '' }: Place): string | undefined {
  const before = text.slice(from, start);
  const source = text.slice(start, end);
  const isBare = kind === 'autolink' || shown.trim() === target || GENERIC.test(shown.trim());
  const link = linkShape(kind, source, shown, target);
  const after = text.slice(end);
  const closing = /^(?:\*{1,3}|_{1,3})?/.exec(after)![0];
  const rest = after.slice(closing.length);
  if (!/[\p{L}\p{N}]/u.test(before)) return before + link + closing + tailOf(rest);
  const numbered = /^([^\p{L}\p{N}]*)\d{1,3}([.)][^\p{L}\p{N}]*)$/u.exec(before);
  if (numbered && !isBare) return `${numbered[1]}{n}${numbered[2]}${link}${closing}${tailOf(rest)}`;
  const named = isBare && rest.trim() === '' ? /^([^\p{L}\p{N}]*)([\p{L}\p{N}].*?)(["'’”\])}>»*_]*\s*[:：|·\-–—→(\[]*\s*)$/su.exec(before) : null;
  return named ? `${/^[*_]*$/.test(named[1]!) ? named[1]! : ''}{title}${named[3]!}${link}${closing}${rest}` : undefined;
}

function linkShape(kind: Link['kind'], source: string, shown: string, target: string): string {
  if (kind === 'autolink') return source.startsWith('<') ? '<{url}>' : '{url}';
  if (shown.trim() === target) return '[{url}]({url})';
  if (GENERIC.test(shown.trim())) return `[${shown.trim()}]({url})`;
  const [, marks = ''] = /^\[(\*\*|__|\*|_|`)/.exec(source) ?? [];
  return marks !== '' && source.includes(`${marks}](`) ? `[${marks}{title}${marks}]({url})` : '[{title}]({url})';
}

/** What is said behind a link: a note after a sign, in one form for all; a hard break stays; what is only about this one is left out. */
function tailOf(rest: string): string {
  if (rest.trim() === '') return rest === '' ? '' : /^ {2,}$/.test(rest) ? '  ' : '';
  const lone = /^\s*(<br\s*\/?>|\\)$/.exec(rest);
  if (lone) return rest;
  const [, between = '', note = ''] = /^(\s*(?:[:：|·,]|<br\s*\/?>)\s*|\s*[-–—~]+\s+|\s+)(\S.*)$/s.exec(rest) ?? [];
  return note === '' || /^\([^)]*\)$/.test(note.trim()) || /^\{/.test(note) ? '' : `${between}{note}`;
}
