// Footnotes as Goldmark has them: `[^label]` in the text, `[^label]: note` with lines below it indented.
import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

export interface FootnoteStyle {
  /** Number or label: how the ids are made. */
  id(note: { readonly number: number; readonly label: string }): string;
  reference(note: { readonly number: number; readonly id: string }, count: number): string;
  back(id: string, count: number): string;
  readonly open: string;
  readonly close: string;
  /** Attributes of each `<li>` beside its id. */
  readonly item: string;
}

interface Note { readonly label: string; readonly tokens: Token[]; number: number; uses: number }
interface FootnoteEnv { footnotes?: Map<string, Note>; footnoteOrder?: Note[] }

const notesOf = (env: object): Map<string, Note> => ((env as FootnoteEnv).footnotes ??= new Map());
const orderOf = (env: object): Note[] => ((env as FootnoteEnv).footnoteOrder ??= []);

export function footnotes(md: MarkdownIt, style: FootnoteStyle): void {
  md.block.ruler.before('reference', 'footnote', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_reference', (state, silent) => {
    const found = /^\[\^([^\s\]]+)\]/.exec(state.src.slice(state.pos, state.pos + 200));
    const note = found && notesOf(state.env).get(found[1]!);
    if (!found || !note) return false;
    if (!silent) {
      if (note.uses++ === 0) note.number = orderOf(state.env).push(note);
      state.push('footnote_reference', '', 0).meta = { note, use: note.uses - 1 };
    }
    state.pos += found[0].length;
    return true;
  });
  md.core.ruler.after('inline', 'footnote_list', state => appendNotes(md, state));
  md.renderer.rules['footnote_reference'] = (tokens, index) => {
    const { note, use } = tokens[index]!.meta as unknown as { note: Note; use: number };
    return style.reference({ number: note.number, id: style.id(note) }, use);
  };
  md.renderer.rules['footnotes_open'] = () => style.open;
  md.renderer.rules['footnotes_close'] = () => style.close;
  md.renderer.rules['footnote_open'] = (tokens, index) => `<li id="fn:${md.utils.escapeHtml(style.id(tokens[index]!.meta!['note'] as Note))}"${style.item}>\n`;
  md.renderer.rules['footnote_close'] = () => '</li>\n';
  md.renderer.rules['footnote_back'] = (tokens, index) => {
    const note = tokens[index]!.meta!['note'] as Note;
    return Array.from({ length: note.uses }, (_, use) => `&#160;${style.back(md.utils.escapeHtml(style.id(note)), use)}`).join('');
  };
}

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const found = /^\[\^([^\s\]]+)\]:[ \t]*/.exec(state.src.slice(start, state.eMarks[startLine]!));
  if (!found) return false;
  if (silent) return true;
  // the note's own lines, then what is indented by four
  const old = { b: state.bMarks[startLine]!, t: state.tShift[startLine]!, s: state.sCount[startLine]!, indent: state.blkIndent, parent: state.parentType, tokens: state.tokens };
  const tokens: Token[] = [];
  state.bMarks[startLine] = start + found[0].length;
  state.tShift[startLine] = 0;
  state.sCount[startLine] = state.blkIndent + 4;
  state.blkIndent += 4;
  state.parentType = 'footnote';
  state.tokens = tokens;
  state.md.block.tokenize(state, startLine, endLine);
  state.tokens = old.tokens;
  state.parentType = old.parent;
  state.blkIndent = old.indent;
  state.bMarks[startLine] = old.b;
  state.tShift[startLine] = old.t;
  state.sCount[startLine] = old.s;
  const notes = notesOf(state.env);
  if (!notes.has(found[1]!)) notes.set(found[1]!, { label: found[1]!, tokens, number: 0, uses: 0 });
  return true;
}

/** Notes that are used, in the order of their first use; a note may use another one. */
function appendNotes(md: MarkdownIt, state: StateCore): void {
  const order = orderOf(state.env);
  if (!notesOf(state.env).size) return;
  const add = (type: string, nesting: -1 | 0 | 1, note?: Note): Token => {
    const token = new state.Token(type, '', nesting);
    token.block = true;
    token.meta = note ? { note } : null;
    return token;
  };
  const list: Token[] = [];
  for (let index = 0; index < order.length; index++) {
    const note = order[index]!;
    for (const token of note.tokens) if (token.type === 'inline') md.inline.parse(token.content, md, state.env, (token.children = []));
    const inner = [...note.tokens];
    const back = add('footnote_back', 0, note);
    const last = inner.findLastIndex(token => token.type === 'inline');
    if (inner.at(-1)?.type === 'paragraph_close' && last >= 0) inner[last]!.children!.push(back);
    else inner.push(back);
    list.push(add('footnote_open', 1, note), ...inner, add('footnote_close', -1, note));
  }
  if (list.length) state.tokens.push(add('footnotes_open', 1), ...list, add('footnotes_close', -1));
}

/** The ids that a link in the page can lead to. */
export function footnoteIds(env: object, style: FootnoteStyle): readonly string[] {
  return orderOf(env).flatMap(note => [`fn:${style.id(note)}`, ...Array.from({ length: note.uses }, (_, use) => `fnref${use ? use : ''}:${style.id(note)}`), `fnref:${style.id(note)}`]);
}

export const GOLDMARK_FOOTNOTES: FootnoteStyle = {
  id: ({ number }) => String(number),
  reference: ({ number, id }, count) => `<sup id="fnref${count || ''}:${id}"><a href="#fn:${id}" class="footnote-ref" role="doc-noteref">${number}</a></sup>`,
  back: (id, count) => `<a href="#fnref${count || ''}:${id}" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>`,
  open: '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n',
  close: '</ol>\n</div>\n',
  item: '',
};
