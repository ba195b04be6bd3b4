// A post's body as other places see it: a small tree of what means something, whatever engine, theme or template made the HTML.
// Reading it lets in by name, so that neither a script nor a handler nor a class gets any further.
import { escaped } from '../literal';

export interface Part {
  /**
   * An element of HTML, or one of ours: `formula` (its text as in TeX), `note` (the number of a footnote, in the text), `notes`
   * (their list, of `li`), `task` (a box to tick), `embed` (what a service shows, by its address).
   */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Piece[];
}

/** A string is text as a reader sees it. */
export type Piece = Part | string;

export const part = (name: string, attributes: Part['attributes'], ...children: readonly Piece[]): Part => ({ name, attributes, children });

export const isPart = (piece: Piece | undefined, ...names: readonly string[]): piece is Part => typeof piece === 'object' && (names.length === 0 || names.includes(piece.name));

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'details', 'summary', 'notes', 'embed']);

export const isBlock = (piece: Piece): piece is Part => typeof piece === 'object' && (BLOCKS.has(piece.name) || (piece.name === 'formula' && piece.attributes['display'] !== undefined));

/** The text of pieces, as it stands. */
export function textOf(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece.name === 'br' ? '\n' : textOf(piece.children);
  return text;
}

/** Every part, the outer before the inner. */
export function* partsIn(pieces: readonly Piece[]): Generator<Part> {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    yield piece;
    yield* partsIn(piece.children);
  }
}

/** The tree with each part, after those in it, replaced by what `change` makes of it; undefined leaves it. */
export function changed(pieces: readonly Piece[], change: (part: Part) => readonly Piece[] | undefined): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (typeof piece === 'string') return [piece];
    const children = changed(piece.children, change);
    const now = children.length === piece.children.length && children.every((child, index) => child === piece.children[index]) ? piece : { ...piece, children };
    return change(now) ?? [now];
  });
}

/** In their order: blocks, and runs of what stands between them. */
export function* runsOf(pieces: readonly Piece[]): Iterable<Part | readonly Piece[]> {
  let run: Piece[] = [];
  for (const piece of pieces) {
    if (!isBlock(piece)) {
      run.push(piece);
      continue;
    }
    if (run.length) yield run;
    run = [];
    yield piece;
  }
  if (run.length) yield run;
}

/** What a browser makes of white space, and nothing but blocks beside blocks: runs of text between them become paragraphs. */
export function normal(pieces: readonly Piece[]): readonly Piece[] {
  const made = [...runsOf(pieces)].flatMap((part): readonly Part[] => (!('name' in part) ? paragraphs(part) : part.name === 'p' ? paragraphs(inlineOf(part.children)) : [normalBlock(part)]));
  return made.filter(piece => !isPart(piece, 'blockquote', 'ul', 'ol', 'figure', 'figcaption', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') || piece.children.length > 0);
}

/** Two breaks look like the end of a paragraph, and are one where a break is the end of a line. */
function paragraphs(run: readonly Piece[]): readonly Part[] {
  const made: Piece[][] = [[]];
  for (const piece of trimmed(run)) {
    const last = made.at(-1)!;
    if (!isPart(piece, 'br') || !isPart(last.at(-1), 'br')) last.push(piece);
    else {
      last.pop();
      made.push([]);
    }
  }
  return made.map(inline => trimmed(inline)).filter(inline => inline.length).map(inline => part('p', {}, ...inline));
}

function normalBlock(block: Part): Part {
  switch (block.name) {
    case 'pre': case 'formula': case 'hr': case 'embed': return block;
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
      return { ...block, children: trimmed(changed(inlineOf(block.children), piece => (piece.name === 'br' ? [' '] : undefined))) };
    case 'dt': case 'summary': case 'caption':
      return { ...block, children: trimmed(inlineOf(block.children)) };
    case 'table': case 'thead': case 'tbody': case 'tfoot': case 'tr': case 'ul': case 'ol': case 'dl': case 'notes':
      return { ...block, children: block.children.filter(piece => typeof piece === 'object').map(normalBlock) };
    case 'td': case 'th': {
      const children = normal(block.children);
      const isText = children.every(child => isPart(child, 'p'));
      return { ...block, children: isText ? children.flatMap((child, index) => [...(index ? [part('br', {})] : []), ...(child as Part).children]) : children };
    }
    case 'li': case 'dd': case 'figcaption': {
      // one paragraph is a line of its own only where there are others
      const children = normal(block.children);
      const [first, ...rest] = children;
      const isTight = isPart(first, 'p') && (block.name === 'li' ? rest.every(piece => isPart(piece, 'ul', 'ol')) : rest.length === 0);
      return { ...block, children: isTight ? [...first.children, ...rest] : children };
    }
    default: return { ...block, children: normal(block.children) };
  }
}

/** Blocks where only text may stand give their text. */
const inlineOf = (pieces: readonly Piece[]): readonly Piece[] => pieces.flatMap((piece): readonly Piece[] => (isBlock(piece) && piece.name !== 'formula' ? [' ', ...inlineOf(piece.children), ' '] : [piece]));

/** They stand for something without anything in them. */
const ALONE = new Set(['img', 'task', 'embed', 'hr']);

/** Runs of blanks as one, none at the ends or around breaks, also where they stand in different elements. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  let isOpen = false;
  let hasBegun = false;
  const collapse = (inside: readonly Piece[], around: readonly string[]): readonly Piece[] => inside.flatMap((piece): readonly Piece[] => {
    if (typeof piece === 'string') {
      let text = piece.replace(/[ \t\n\r\f]+/g, ' ');
      if (!isOpen) text = text.replace(/^ /, '');
      if (text === '') return [];
      isOpen = !text.endsWith(' ');
      hasBegun = true;
      return [text];
    }
    if (piece.name === 'br') {
      isOpen = false;
      return hasBegun ? [piece] : [];
    }
    if (piece.children.length === 0 && !ALONE.has(piece.name)) return [];
    if (piece.name === 'code' || piece.name === 'formula' || ALONE.has(piece.name)) {
      isOpen = hasBegun = true;
      return piece.name === 'code' && textOf(piece.children) === '' ? [] : [piece];
    }
    // bold in bold is bold, and a link in a link is none
    if (around.includes(piece.name)) return collapse(piece.children, around);
    return withBreaksOutside(piece, collapse(piece.children, [...around, piece.name]));
  });
  return withoutEnd(collapse(pieces, []), true);
}

/** Breaks at the ends of bold text or of a link are as good outside of it, and two of them within are as good as one. */
function withBreaksOutside(piece: Part, inside: readonly Piece[]): readonly Piece[] {
  const isBreak = (each: Piece | undefined): boolean => isPart(each, 'br');
  const begin = inside.findIndex(each => !isBreak(each));
  if (begin < 0) return inside;
  const end = inside.findLastIndex(each => !isBreak(each)) + 1;
  const children = inside.slice(begin, end).filter((each, index, all) => !isBreak(each) || !isBreak(all[index - 1]));
  return [...inside.slice(0, begin), { ...piece, children }, ...inside.slice(end)];
}

/** Without blanks and breaks at the end, and without blanks before a break. */
function withoutEnd(pieces: readonly Piece[], isEnd: boolean): readonly Piece[] {
  const made: Piece[] = [];
  let ends = isEnd;
  for (const piece of [...pieces].reverse()) {
    if (typeof piece === 'string') {
      const text = ends ? piece.replace(/[ \u00a0]+$/, '') : piece;
      if (text !== '') made.push(text);
      ends &&= text === '';
    } else if (piece.name === 'br') {
      if (!isEnd || made.length) made.push(piece);
      ends = true;
    } else if (piece.name === 'code' || piece.children.length === 0) {
      made.push(piece);
      ends = false;
    } else {
      const children = ends ? withoutEnd(piece.children, ends) : piece.children;
      if (children.length) made.push({ ...piece, children });
      ends &&= !children.length;
    }
  }
  return made.reverse();
}

const VOID = new Set(['img', 'br', 'hr']);

/** HTML. Each name of ours has been given another by then. */
export function htmlOf(pieces: readonly Piece[]): string {
  let html = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') html += escaped(piece).replaceAll('&quot;', '"');
    else {
      const attributes = Object.entries(piece.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
      html += `<${piece.name}${attributes}>${VOID.has(piece.name) ? '' : `${leadOf(piece)}${htmlOf(piece.children)}</${piece.name}>`}`;
      if (isBlock(piece)) html += '\n';
    }
  }
  return html;
}

/** A browser drops the first line ending in `<pre>`. */
const leadOf = ({ name, children }: Part): string => (name === 'pre' && textOf(children).startsWith('\n') ? '\n' : '');
