// What can only be done when all blocks are known: spans, attributes, ids, abbreviations, hard breaks, footnote numbers.
import { applyList } from './attributes';
import type { Page } from './blocks';
import { type IdMaker, kramdownGfmIds, kramdownNativeIds, noIds } from '../ids';
import { isSpan, type Node, node, rawOf } from './node';
import { parseText } from './spans';
import { literal } from '../../literal';

export interface Note {
  readonly name: string;
  readonly node: Node;
  readonly number: number;
  uses: number;
}

/** @returns the footnotes in the order of their first use. */
export function finish(page: Page, root: Node): readonly Note[] {
  resolve(page, root);
  const ids = idMakers(page);
  giveIds(page, root, ids, false);
  const abbreviations = abbreviationPattern(page);
  if (abbreviations) replaceAbbreviations(root, abbreviations);
  if (page.options.isGfm && (page.options.hardWrap || page.hasBackslashEnds)) breakLines(root, page.options.hardWrap);
  const notes = numberNotes(page, root);
  for (const note of notes) giveIds(page, note.node, { outer: ids.inner, inner: ids.inner }, true);
  return notes;
}

/** Parses the text of all blocks, in the order of the page, and applies their attribute lists. */
function resolve(page: Page, block: Node): void {
  for (const child of block.children) {
    const raw = rawOf(child);
    if (raw) parseText(page, child, raw);
    else if (!isSpan(child)) resolve(page, child);
    if (child.list) applyList(child.attributes, child.list, page.lists);
  }
}

interface IdMakers { readonly outer: IdMaker; readonly inner: IdMaker }

/** With GFM, headings within HTML and footnotes get their ids from kramdown itself. */
function idMakers({ options: { autoIds, isGfm, idPrefix } }: Page): IdMakers {
  if (!autoIds) return { outer: noIds(), inner: noIds() };
  const inner = kramdownNativeIds(idPrefix);
  return { outer: isGfm ? kramdownGfmIds(idPrefix) : inner, inner };
}

function giveIds(page: Page, block: Node, ids: IdMakers, isInner: boolean): void {
  for (const child of block.children) {
    if (child.kind === 'header' && page.options.autoIds && child.attributes['id'] === undefined) {
      const text = textOf(child);
      child.attributes['id'] = (isInner ? ids.inner : ids.outer).next({ source: child.raw!.text, text: isInner || page.options.isGfm ? text : child.raw!.text, explicit: undefined }) ?? '';
    } else if (!isSpan(child)) giveIds(page, child, ids, isInner || child.kind === 'html');
  }
}

/** What the reader sees of it. */
export function textOf({ kind, value, children }: Node): string {
  if (kind === 'text' || kind === 'codespan' || kind === 'math' || kind === 'abbr') return value;
  return children.map(textOf).join('');
}

/** On whole words only; longer names first. */
function abbreviationPattern({ abbreviations }: Page): ((text: string) => Node[]) | undefined {
  if (!abbreviations.size) return undefined;
  const names = [...abbreviations.keys()].sort((a, b) => b.length - a.length).map(name => literal(name));
  const pattern = new RegExp(`(?<![A-Za-z0-9_])(?:${names.join('|')})(?![A-Za-z0-9_])`, 'g');
  return text => {
    const parts: Node[] = [];
    let from = 0;
    for (const found of text.matchAll(pattern)) {
      if (found.index > from) parts.push(node('text', text.slice(from, found.index)));
      const made = node('abbr', found[0]);
      const title = abbreviations.get(found[0]);
      if (title) made.attributes['title'] = title;
      parts.push(made);
      from = found.index + found[0].length;
    }
    if (from < text.length) parts.push(node('text', text.slice(from)));
    return parts;
  };
}

function replaceAbbreviations(parent: Node, split: (text: string) => Node[]): void {
  if (parent.kind === 'html' && parent.model === 'raw') return;
  parent.children = parent.children.flatMap(child => {
    if (child.kind === 'text') return split(child.value);
    replaceAbbreviations(child, split);
    return [child];
  });
}

/** GFM: a backslash at a line's end breaks it, with `hard_wrap` every line's end does; not within HTML. */
function breakLines(parent: Node, hardWrap: boolean): void {
  const mark = hardWrap ? '\n' : '\\\n';
  parent.children = parent.children.flatMap((child, index) => {
    if (child.kind === 'html' || child.kind === 'header') return [child];
    if (child.kind !== 'text') {
      breakLines(child, hardWrap);
      return [child];
    }
    if (!child.value.includes(mark)) return [child];
    const lines = child.value.split(mark);
    const omitsLast = !isSpan(parent) && index === parent.children.length - 1 && lines.at(-1) === '';
    return lines.flatMap((line, at) => {
      const text = node('text', at > 0 ? `\n${line}` : line);
      const breaks = at < lines.length - 2 || (at === lines.length - 2 && !omitsLast);
      return breaks ? [text, node('br')] : [text];
    });
  });
}

/** By their first mark; marks within notes count behind those of the page. */
function numberNotes(page: Page, root: Node): Note[] {
  const notes: Note[] = [];
  const byName = new Map<string, Note>();
  const visit = (parent: Node): void => {
    for (const child of parent.children) {
      if (child.kind !== 'footnote') {
        visit(child);
        continue;
      }
      let note = byName.get(child.value);
      const uses = note?.uses ?? 0;
      if (!note) {
        const content = page.footnotes.get(child.value)!;
        resolve(page, content);
        note = { name: child.value, node: content, number: page.options.footnoteStart + notes.length, uses: 0 };
        byName.set(child.value, note);
        notes.push(note);
      }
      child.level = note.number;
      child.attributes['use'] = String(uses);
      note.uses++;
    }
  };
  visit(root);
  for (let index = 0; index < notes.length; index++) visit(notes[index]!.node);
  return notes;
}
