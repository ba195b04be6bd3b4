// The lines that belong to a series and not to one issue.
import type { Post } from '../post';
import { marked, write, type Placed } from './foresee';
import { marksIn, type Marked } from './marks';

/** How much of the issues has to have a heading, and how much another line. */
const ALWAYS = 0.9;

interface Line extends Marked {
  readonly isHeading: boolean;
  /** No blank line stands above it. */
  readonly isBelowText: boolean;
}

interface Body extends Placed {
  readonly lines: readonly Line[];
  /** Lines by their shapes, in their order. */
  readonly byShape: ReadonlyMap<string, readonly Line[]>;
}

/**
 * Headings that nine of ten issues have, and other lines that all of them repeat, in the order of the last issue, each written on.
 * With one issue to go by, its sections.
 */
export function bodyText(issues: readonly (Placed & { readonly post: Post })[], to: Placed): string {
  const bodies = issues.map(({ post, place, values }): Body => {
    const lines = linesOf(post);
    return { place, values, lines, byShape: grouped(lines) };
  });
  const last = bodies.at(-1)!;
  const kept: (Pick<Line, 'isHeading' | 'isBelowText' | 'shape'> & { readonly text: string; readonly isNext: boolean })[] = [];
  const counts = new Map<string, number>();
  let isNext = false;
  for (const line of last.lines) {
    const nth = counts.get(line.shape) ?? 0;
    counts.set(line.shape, nth + 1);
    const text = bodies.length === 1 ? ofOne(line, last, to) : shared(line, nth, bodies, to);
    if (text !== undefined) kept.push({ ...line, text, isNext });
    isNext = text !== undefined;
  }
  return withMissing(kept, bodies, to).map(({ text, isBelowText, isNext: isRight }, index) => `${index === 0 || (isBelowText && isRight) ? '' : '\n'}${text}\n`).join('');
}

function grouped(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines) {
    const known = found.get(line.shape);
    if (known) known.push(line);
    else found.set(line.shape, [line]);
  }
  return found;
}

function ofOne(line: Line, issue: Body, to: Placed): string | undefined {
  return line.isHeading && /^##? /.test(line.text) && !/\]\(/.test(line.text) ? write([marked(line.text, issue)], to).text : undefined;
}

/** The nth line of its shape, where issues have as many; undefined where too few do, or where its numbers are those of an issue alone. */
function shared(line: Pick<Line, 'shape' | 'isHeading'>, nth: number, bodies: readonly Body[], to: Placed): string | undefined {
  const alike = bodies.flatMap(body => {
    const found = body.byShape.get(line.shape)?.[nth];
    return found ? [marked(found.text, body)] : [];
  });
  if (alike.length < bodies.length * (line.isHeading ? ALWAYS : 1)) return undefined;
  const { text, isSure } = write(alike, to);
  // a link to elsewhere that differs from issue to issue is what the issue brings
  const isContent = /https?:\/\//.test(text) && alike.some(other => other.text !== alike[0]!.text);
  return isSure && !isContent ? text : undefined;
}

/** With headings that most issues have and the last one happens to lack, each behind the heading it usually follows. */
function withMissing<T extends { readonly text: string; readonly isHeading: boolean; readonly shape: string }>(kept: readonly T[], bodies: readonly Body[], to: Placed): readonly (T | { readonly text: string; readonly isBelowText: boolean; readonly isNext: boolean; readonly shape: string; readonly isHeading: boolean })[] {
  const result: ReturnType<typeof withMissing<T>>[number][] = [...kept];
  if (bodies.length < 3) return result;
  const have = new Set(kept.map(({ shape }) => shape));
  for (const body of bodies.slice(0, -1).reverse().slice(0, 3)) {
    let above: string | undefined;
    for (const line of body.lines.filter(({ isHeading }) => isHeading)) {
      const text = have.has(line.shape) ? undefined : shared(line, 0, bodies, to);
      if (text !== undefined) {
        have.add(line.shape);
        const at = above === undefined ? 0 : result.findLastIndex(({ shape }) => shape === above) + 1;
        const next = above === undefined ? 0 : result.findIndex(({ isHeading }, index) => index >= at && isHeading);
        result.splice(next < 0 ? result.length : next, 0, { ...line, text, isNext: false });
      }
      if (have.has(line.shape)) above = line.shape;
    }
  }
  return result;
}

/** Lines with something in them, outside of code; which of them are headings the parser says. */
function linesOf(post: Post): readonly Line[] {
  const headingLines = new Set(post.headings.map(({ span }) => post.lines.lineAt(span.start)));
  const first = post.lines.lineAt(post.body.start);
  const found: Line[] = [];
  let fence: string | undefined;
  let isBelowText = false;
  for (let line = first; line < post.lines.starts.length; line++) {
    const { start, end } = post.lines.spanOf(line);
    const text = post.text.slice(Math.max(start, post.body.start), end).trimEnd();
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence === undefined && text.trim()) found.push({ ...marksIn(text), isHeading: headingLines.has(line), isBelowText });
    isBelowText = text.trim() !== '';
  }
  return found;
}
