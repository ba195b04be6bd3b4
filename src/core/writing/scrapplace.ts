// Where in an issue a link goes, to the line: behind the last one of its section, in a line that waits for it, or below a heading
// that has to be made.
import type { Post } from '../post';
import type { Span } from '../span';
import type { EntryForm } from './entryform';
import { DEFINITION, isBlank, textLines, type Section } from './entries';
import type { Choice } from './scrapsections';

export interface Place extends Span {
  /** Lines above the link, the first one the rest of the line it stands on; how many line endings follow. */
  readonly above: readonly string[];
  readonly below: number;
}

/** A line that is there to be filled in: an empty bullet, a link to nowhere. */
const PLACEHOLDER = /^\s*(?:[-*+]|\d+[.)])\s*$|^\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?(?:\*\*)?\[[^\]]*\]\((?:url|link|주소|링크|#|https?:\/\/)?\)(?:\*\*)?\s*$/i;
const RULER = /^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/;

/** Below the last link of a section that is there. */
export function placeIn({ line, end, entries }: Section, post: Post, form: EntryForm): Place {
  const lines = textLines(post);
  const lastEntry = entries.at(-1);
  const from = lastEntry ? lastEntry.line + 1 : line + 1;
  const filled = lines.findIndex((text, index) => index >= from && index < end && PLACEHOLDER.test(text));
  if (filled >= 0) return { ...post.lines.spanOf(filled), above: [], below: 0 };
  const limit = endOfContent(from, end, post, lines);
  // the line after which the link stands
  let last = limit;
  while (last > line && isBlank(lines[last - 1] ?? '')) last--;
  last--;
  const next = lines.findIndex((text, index) => index > last && !isBlank(text));
  const blanks = (next < 0 ? lines.length - 1 : next) - last - 1;
  const isFirst = last <= line;
  const gap = line < 0 && last < 0 ? 0 : isFirst ? (line < 0 ? 0 : form.first) : lastEntry?.shape.kind === form.shape.kind ? form.between : Math.max(form.first, 1);
  if (last < 0 || (isFirst && line < 0)) return atTop(post);
  // of the empty lines that are there one becomes the link's, so that no more are left than were meant
  if (isFirst && blanks >= gap + (next < 0 ? 1 : 2)) {
    const { start } = post.lines.spanOf(last + 1 + gap);
    return { start, end: start, above: [], below: 0 };
  }
  const at = post.lines.spanOf(last).end;
  return { start: at, end: at, above: Array.from({ length: gap + 1 }, () => ''), below: next >= 0 && blanks === 0 ? 1 : 0 };
}

/** A text that has nothing yet. */
function atTop(post: Post): Place {
  const lines = textLines(post);
  const first = lines.findIndex((text, index) => index >= post.lines.lineAt(post.body.start) && !isBlank(text));
  const at = first < 0 ? post.text.length : post.lines.spanOf(first).start;
  const isOpen = at > 0 && !/[\r\n]$/.test(post.text.slice(0, at));
  return { start: at, end: at, above: isOpen ? [''] : [], below: first < 0 ? 1 : 2 };
}

/** Where links end: before a closing line and what is below it, before references, and before a section that is only commented out. */
function endOfContent(from: number, end: number, post: Post, lines: readonly string[]): number {
  const ruler = lines.findIndex((text, index) => index >= from && index < end && RULER.test(text) && isBlank(lines[index - 1] ?? ''));
  let at = ruler >= 0 ? ruler : end;
  const comments = post.document.comments.filter(({ text }) => /^\s*#{1,6}\s/.test(text)).map(({ span }) => ({ from: post.lines.lineAt(span.start), to: post.lines.lineAt(span.end) }));
  for (let before = at + 1; before !== at && at > from;) {
    before = at;
    while (at > from && isBlank(lines[at - 1]!)) at--;
    const comment = comments.find(({ to, from: first }) => to === at - 1 && first >= from);
    if (comment) at = comment.from;
    else if (at > from && DEFINITION.test(lines[at - 1]!)) at--;
    else {
      at = before;
      break;
    }
  }
  return at;
}

/** In a section that the issue lacks: where it is commented out, else behind the one before it. */
export function placeFor({ section, from, text }: Choice, post: Post, all: readonly Choice[], form: EntryForm): Place {
  const comment = post.document.comments.find(each => /^#{1,6}[ \t]+\S[^\r\n]*$/.test(each.text.trim()) && bare(each.text) === bare(text));
  const heading = `${'#'.repeat(section.level)} ${sourceOf(section, from, text)}`;
  const gap = Array.from({ length: form.first }, () => '');
  const lines = textLines(post);
  if (comment) {
    const last = post.lines.lineAt(comment.span.end);
    const isTight = post.lines.spanOf(last).end === comment.span.end && lines[last + 1] !== undefined && !isBlank(lines[last + 1]!);
    return { ...comment.span, above: [comment.text.trim(), ...gap], below: isTight ? 1 : 0 };
  }
  const at = all.findIndex(each => each.section === section);
  const before = all.slice(0, at).reverse().find(({ isMissing }) => !isMissing)?.section;
  const after = all.slice(at + 1).find(({ isMissing }) => !isMissing)?.section;
  if (!before && after && after.line >= 0) {
    const { start } = post.lines.spanOf(after.line);
    return { start, end: start, above: [heading, ...gap], below: 2 };
  }
  const limit = before ? before.end : lines.length;
  const end = endOfContent(before ? before.line + 1 : 0, limit, post, lines);
  let last = end - 1;
  while (last > 0 && isBlank(lines[last]!)) last--;
  const place = post.lines.spanOf(Math.max(last, 0)).end;
  const isTight = lines[last + 1] !== undefined && !isBlank(lines[last + 1]!);
  return { start: place, end: place, above: ['', '', heading, ...gap], below: isTight ? 1 : 0 };
}

/** The heading as it is written in the other issue, moved to this one's period where its text is. */
function sourceOf({ line, text }: Section, from: Post, moved: string): string {
  const written = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(textLines(from)[line] ?? '')?.[1];
  return written !== undefined && text.replace(/\s+/g, ' ') === moved ? written : written !== undefined && written.includes(text) ? written.replace(text, () => moved) : written ?? moved;
}

const bare = (text: string): string => text.replace(/[\ufe0e\ufe0f\s#]/g, '');
