// Definitions that show nothing where they stand: footnotes, links, abbreviations.
import { type BlockState, parseBlocks } from './blocks';
import { endOfIndented } from './code';
import { node } from './node';
import { at, trimmed } from './patterns';
import { SourceMaker } from './source';

const FOOTNOTE = / {0,3}\[\^(\w[\w:-]*)\]:[ \t]*/y;

/** The note goes on in lines that are indented as code is. */
export function footnote(state: BlockState): boolean {
  const { text } = state;
  const found = at(FOOTNOTE, text, state.pos);
  if (!found) return false;
  const from = state.pos + found[0].length;
  const end = endOfIndented(text, text.indexOf('\n', from) + 1);
  const maker = new SourceMaker();
  state.source.eachLine(from, end, (line, place, number) => {
    const cut = /^(?:\t| {4})/.exec(line)?.[0].length ?? 0;
    maker.add(line.slice(cut), place + cut, number);
  });
  const note = node('root', found[1]!, { lines: [state.source.lineOf(state.pos), state.source.lineOf(end - 1) + 1] });
  state.page.footnotes.set(found[1]!, note);
  state.pos = end;
  parseBlocks(state.page, note, maker.make(), state.depth + 1);
  state.tree.children.push(node('boundary', 'footnote'));
  return true;
}

const LINK = / {0,3}\[([^\n\]]+)\]:[ \t]*(?:<([^\n>]*)>|([^\n]*?[^\t-\r ][^\n]*?))(?:(?:[ \t]*\n|[ \t]+)[ \t]*(["'])([^\n]+?)\4)?[ \t]*\n/y;
/** A label takes no more room than this: the pattern must not search a hostile line again and again. */
const LONGEST = 2000;

export const normalLabel = (label: string): string => label.replace(/[\t-\r ]+/g, ' ').toLowerCase();

export function linkDefinition(state: BlockState): boolean {
  const { text, pos } = state;
  if (!/^ {0,3}\[/.test(text.slice(pos, pos + 4)) || text.indexOf('\n', pos) - pos > LONGEST) return false;
  const found = at(LINK, text, pos);
  if (!found) return false;
  const label = found[1]!;
  const target = found[2] ?? found[3]!;
  const from = pos + found[0].indexOf(target, found[0].indexOf(']:') + 2);
  const start = state.source.placeOf(from);
  state.page.links.set(normalLabel(label), { label, target, place: { start, end: start + target.length }, title: found[5] });
  state.pos += found[0].length;
  state.tree.children.push(node('boundary', 'link'));
  return true;
}

const ABBREVIATION = / {0,3}\*\[([^\n]+?)\]:([^\n]*)\n/y;

export function abbreviation(state: BlockState): boolean {
  const found = at(ABBREVIATION, state.text, state.pos);
  if (!found) return false;
  state.page.abbreviations.set(found[1]!, trimmed(found[2]!));
  state.pos += found[0].length;
  state.tree.children.push(node('boundary', 'abbreviation'));
  return true;
}
