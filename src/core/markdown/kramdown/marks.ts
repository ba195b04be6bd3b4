// Small spans: footnote marks, formulas, attribute lists, strikethrough, Liquid.
import { shownText, tagAt } from '../../templating/templates';
import { applyList, parseList } from './attributes';
import { node } from './node';
import { parseText, type SpanState, takeText } from './spans';
import { at, trimmed } from './patterns';

const FOOTNOTE = /\[\^(\w[\w:-]*)\]/y;

export function footnoteMark(state: SpanState): boolean {
  if (state.text[state.pos] !== '[') return false;
  const found = at(FOOTNOTE, state.text, state.pos);
  if (!found) return false;
  if (!state.page.footnotes.has(found[1]!)) return takeText(state, found[0].length);
  state.tree.children.push(node('footnote', found[1]!));
  state.pos += found[0].length;
  return true;
}

export function inlineMath(state: SpanState): boolean {
  const { text, pos } = state;
  if (!text.startsWith('$$', pos)) return false;
  const end = state.search.indexOf('$$', pos + 2);
  if (end < 0) return false;
  state.tree.children.push(node('math', trimmed(text.slice(pos + 2, end)), { isBlock: false }));
  state.pos = end + 2;
  return true;
}

const LIST = /\{:((?:\\\}|[^}])+)\}/y;
const EXTENSION = /\{::(\w+)(?:[\t-\r ]((?:\\\}|[^}])*?))?(\/)?\}/y;

/** `{: .class}` directly behind a span belongs to it; behind text it is text. */
export function spanList(state: SpanState): boolean {
  const { text, pos } = state;
  if (!text.startsWith('{:', pos)) return false;
  const opening = at(EXTENSION, text, pos);
  if (opening) return extension(state, opening);
  const found = at(LIST, text, pos);
  const last = state.tree.children.at(-1);
  if (!found || !last || last.kind === 'text') return takeText(state, 1);
  applyList(last.attributes, parseList(found[1]!), state.page.lists);
  state.pos += found[0].length;
  return true;
}

function extension(state: SpanState, [whole, name = '', , isEmpty]: RegExpExecArray): boolean {
  const from = state.pos + whole.length;
  const end = isEmpty ? null : state.search.match(new RegExp(`\\{:/(?:${name})?\\}`, 'g'), from);
  if ((!isEmpty && !end) || !/^(?:comment|nomarkdown|options)$/.test(name)) return takeText(state, 1);
  if (end && name === 'comment') state.tree.children.push(node('comment', state.text.slice(from, end.index), { isBlock: false }));
  if (end && name === 'nomarkdown') state.tree.children.push(node('raw', state.text.slice(from, end.index), { isBlock: false }));
  state.pos = end ? end.index + end[0].length : from;
  return true;
}

const STRUCK_END = /[^\t-\r ~]~~/g;
const STRUCK = /~~(?![\t-\r ~])[\s\S]*?[^\t-\r ~]~~/y;

export function strikethrough(state: SpanState): boolean {
  const { text, pos, page } = state;
  if (!page.options.isGfm || !text.startsWith('~~', pos) || !state.search.match(STRUCK_END, pos + 2)) return false;
  const found = at(STRUCK, text, pos);
  if (!found) return false;
  const made = node('html', 'del', { isBlock: false, model: 'span' });
  state.tree.children.push(made);
  parseText(page, made, state.source.slice(pos + 2, pos + found[0].length - 2));
  state.pos += found[0].length;
  return true;
}

export function templateSpan(state: SpanState): boolean {
  if (state.text[state.pos] !== '{') return false;
  const { syntax } = state.page;
  const tag = tagAt(syntax, state.text, state.pos);
  if (tag === undefined) return false;
  state.tree.children.push(node('template', syntax.isSilent(tag) || syntax.isClosing?.(tag) ? '' : shownText(syntax, tag), { isBlock: false }));
  const from = state.pos + tag.length;
  // what Liquid's comment holds is not on the page
  const end = /^\{%-?[\t-\r ]*comment\b/.test(tag) ? state.search.match(COMMENT_END, from) : null;
  state.pos = end ? end.index + end[0].length : from;
  return true;
}

const COMMENT_END = /\{%-?[\t-\r ]*endcomment[\t-\r ]*-?%\}/g;
