// Definition lists: terms on lines of their own, each definition behind a `:`. https://michelf.ca/projects/php-markdown/extra/#def-list
import type { MarkdownIt, StateBlock } from 'markdown-it';
import { plainText } from '../collect';
import type { IdMaker } from '../ids';

export function definitions(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'definitions', definitionList, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** `parser.autoDefinitionTermID`: terms have ids of their own, made as those of headings. */
export function termIds(md: MarkdownIt, idsOf: () => IdMaker): void {
  md.core.ruler.push('term_ids', ({ tokens }) => {
    const ids = idsOf();
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'dt_open' || token.attrGet('id') !== null) continue;
      const text = plainText(tokens[index + 1]?.children ?? []);
      const id = ids.next({ source: text, text, explicit: undefined });
      if (id !== undefined) token.attrSet('id', id);
    }
  });
}

/** @returns where the text of a definition begins, or -1. */
function behindMark(state: StateBlock, line: number, indent = state.blkIndent): number {
  const start = state.bMarks[line]! + state.tShift[line]!;
  const max = state.eMarks[line]!;
  if (start >= max || state.src[start] !== ':' || state.sCount[line]! !== indent) return -1;
  const text = state.skipSpaces(start + 1);
  return text === start + 1 || text >= max ? -1 : start + 1;
}

/** Where the marks of the definition being parsed stand, or undefined: a further one there ends its paragraph. */
interface DefinitionState extends StateBlock { definitionIndent?: number | undefined }

function definitionList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) {
    const { definitionIndent } = state as DefinitionState;
    return definitionIndent !== undefined && behindMark(state, startLine, definitionIndent) >= 0;
  }
  let terms = startLine + 1;
  while (terms < endLine && !state.isEmpty(terms) && behindMark(state, terms) < 0) {
    if (state.sCount[terms]! < state.blkIndent || interrupts(state, terms, endLine)) return false;
    terms++;
  }
  let line = terms;
  const isLoose = line < endLine && state.isEmpty(line);
  if (isLoose) line++;
  if (line >= endLine || state.sCount[line]! < state.blkIndent || behindMark(state, line) < 0) return false;

  const list = state.push('dl_open', 'dl', 1);
  list.map = [startLine, 0];
  let termLine = startLine;
  let loose = isLoose;
  for (;;) {
    for (; termLine < terms; termLine++) {
      state.push('dt_open', 'dt', 1).map = [termLine, termLine + 1];
      const inline = state.push('inline', '', 0);
      inline.content = state.getLines(termLine, termLine + 1, state.blkIndent, false).trim();
      inline.map = [termLine, termLine + 1];
      inline.children = [];
      state.push('dt_close', 'dt', -1);
    }
    while (line < endLine && state.sCount[line]! >= state.blkIndent && behindMark(state, line) >= 0) {
      line = definition(state, line, endLine, loose);
      loose = state.isEmpty(line - 1) || (line < endLine && state.isEmpty(line));
      if (loose) line = state.skipEmptyLines(line);
    }
    const next = nextTerms(state, line, endLine);
    if (!next) break;
    termLine = line;
    terms = next.terms;
    line = next.line;
    loose = next.isLoose;
  }
  state.push('dl_close', 'dl', -1);
  list.map[1] = line;
  state.line = line;
  return true;
}

function interrupts(state: StateBlock, line: number, endLine: number): boolean {
  return state.md.block.ruler.getRules('paragraph').some(rule => rule(state, line, endLine, true));
}

/** Further terms with definitions below belong to the same list. */
function nextTerms(state: StateBlock, from: number, endLine: number): { terms: number; line: number; isLoose: boolean } | undefined {
  let terms = from;
  while (terms < endLine && !state.isEmpty(terms) && behindMark(state, terms) < 0) {
    if (state.sCount[terms]! < state.blkIndent || interrupts(state, terms, endLine)) return undefined;
    terms++;
  }
  if (terms === from) return undefined;
  const isLoose = terms < endLine && state.isEmpty(terms);
  const line = isLoose ? terms + 1 : terms;
  return line < endLine && state.sCount[line]! >= state.blkIndent && behindMark(state, line) >= 0 ? { terms, line, isLoose } : undefined;
}

/** @returns the line below. */
function definition(state: StateBlock, line: number, endLine: number, isLoose: boolean): number {
  const open = state.push('dd_open', 'dd', 1);
  open.map = [line, 0];
  const old = { b: state.bMarks[line]!, t: state.tShift[line]!, s: state.sCount[line]!, indent: state.blkIndent, parent: state.parentType, tight: state.tight, list: state.listIndent };
  const mark = state.bMarks[line]! + state.tShift[line]!;
  const text = state.skipSpaces(mark + 1);
  let column = state.sCount[line]! + 1;
  for (let at = mark + 1; at < text; at++) column += state.src[at] === '\t' ? 4 - column % 4 : 1;
  const from = state.tokens.length;
  const outer = (state as DefinitionState).definitionIndent;
  (state as DefinitionState).definitionIndent = old.indent;
  state.blkIndent = column;
  state.sCount[line] = column;
  state.tShift[line] = text - state.bMarks[line]!;
  state.parentType = 'definition';
  state.tight = true;
  state.md.block.tokenize(state, line, endLine);
  if (!isLoose) {
    for (const token of state.tokens.slice(from)) if (token.level === state.level && /^paragraph_/.test(token.type)) token.hidden = true;
  }
  const next = state.line;
  (state as DefinitionState).definitionIndent = outer;
  Object.assign(state, { blkIndent: old.indent, parentType: old.parent, tight: old.tight, listIndent: old.list });
  state.sCount[line] = old.s;
  state.tShift[line] = old.t;
  state.bMarks[line] = old.b;
  open.map[1] = next;
  state.push('dd_close', 'dd', -1);
  return next;
}
