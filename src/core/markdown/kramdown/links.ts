// Links and images. A destination may hold blanks; nothing in it is escaped. https://kramdown.gettalong.org/syntax.html#links-and-images
import { tagAt } from '../../templating/templates';
import { type Node, node } from './node';
import { normalLabel } from './notes';
import { parseSpans, type SpanState, type Stop, takeText } from './spans';

const BRACKET = /(\])|!?\[/y;
const SECOND_LABEL = /[\t-\r ]*?\[([^\]]*)\]/y;
const LONGEST_TITLE = 2000;
const TITLE = /[\t-\r ]*?(["'])([\s\S]+?)\1[\t-\r ]*?\)/y;

export function link(state: SpanState): boolean {
  const { text, pos } = state;
  const isImage = text[pos] === '!';
  const opening = isImage ? '![' : '[';
  const from = pos + opening.length;
  if (!text.startsWith(opening, pos) || from >= text.length || text[from] === '^') return false;
  const isInLink = ({ kind }: Node): boolean => kind === 'a' || kind === 'img';
  if ((!isImage && (isInLink(state.tree) || state.stack.some(isInLink))) || state.search.indexOf(']', from) < 0) return takeText(state, opening.length);
  // images within images would double the work with each level
  if (isImage && [...state.stack, state.tree].filter(({ kind }) => kind === 'img').length > 2) return takeText(state, opening.length);
  const made = node(isImage ? 'img' : 'a');
  let count = 1;
  const stop: Stop = {
    pattern: BRACKET,
    accept: match => {
      count += match[1] ? -1 : 1;
      return count - made.children.filter(({ kind }) => kind === 'img').length === 0;
    },
  };
  state.pos = from;
  if (parseSpans(state, made, stop)) {
    const end = state.pos;
    state.pos++;
    made.label = state.source.slice(from, end);
    made.targetText = text.slice(from, end);
    if (destination(state, made, pos, from, end)) {
      made.span = { start: state.source.placeOf(pos), end: state.source.placeOf(state.pos) };
      if (isImage) made.children = [];
      state.tree.children.push(made);
      return true;
    }
  }
  state.pos = from;
  addOpening(state, opening);
  return true;
}

function addOpening(state: SpanState, opening: string): void {
  state.pos -= opening.length;
  takeText(state, opening.length);
}

/** Behind the closing bracket: a label, a destination in parentheses, or nothing. */
function destination(state: SpanState, made: Node, start: number, from: number, end: number): boolean {
  const { text } = state;
  SECOND_LABEL.lastIndex = state.pos;
  const second = SECOND_LABEL.exec(text);
  if (second) state.pos += second[0].length;
  if (second || text[state.pos] !== '(') return reference(state, made, start, from, end, second);
  const open = state.pos + 1;
  if (text[open] === '<') {
    const close = state.search.indexOf('>', open);
    if (close >= 0 && !text.slice(open, close).includes('\n')) {
      state.pos = close + 1;
      setTarget(state, made, open + 1, close);
      if (text[state.pos] === ')') {
        state.pos++;
        return true;
      }
      return title(state, made);
    }
  }
  const close = state.search.indexOf(')', open) < 0 ? undefined : closingParenthesis(state, open);
  state.page.budget -= ((close?.at ?? text.length) - open) / 20;
  if (close === undefined) return false;
  setTarget(state, made, open, close.at);
  state.pos = close.at + (close.isEnd ? 1 : 0);
  return close.isEnd || title(state, made);
}

/** The parenthesis that closes, or the white space before a title. Liquid may hold anything. */
function closingParenthesis({ text, page: { syntax } }: SpanState, open: number): { at: number; isEnd: boolean } | undefined {
  let depth = 1;
  for (let pos = open; pos < text.length; pos++) {
    const char = text[pos];
    if (char === '{') {
      const tag = tagAt(syntax, text, pos);
      if (tag !== undefined) pos += tag.length - 1;
    } else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return { at: pos, isEnd: true };
    else if ((text[pos + 1] === '"' || text[pos + 1] === "'") && /[\t-\r ]/.test(char!)) return { at: pos, isEnd: false };
  }
  return undefined;
}

function title(state: SpanState, made: Node): boolean {
  TITLE.lastIndex = 0;
  const found = TITLE.exec(state.text.slice(state.pos, state.pos + LONGEST_TITLE));
  if (!found) return false;
  made.attributes['title'] = found[2]!;
  state.pos += found[0].length;
  return true;
}

function setTarget(state: SpanState, made: Node, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /[\t-\r ]/.test(state.text[start]!)) start++;
  while (end > start && /[\t-\r ]/.test(state.text[end - 1]!)) end--;
  const target = state.text.slice(start, end);
  const place = state.source.placeOf(start);
  made.target = { start: place, end: place + target.length };
  setAddress(made, target);
}

function setAddress(made: Node, target: string): void {
  const attributes: Record<string, string> = made.kind === 'img' ? { src: target, alt: made.targetText ?? '' } : { href: target };
  for (const [name, value] of Object.entries(attributes)) made.attributes[name] = value;
  made.value = target;
}

function reference(state: SpanState, made: Node, start: number, from: number, end: number, second: RegExpExecArray | null): boolean {
  const { text } = state;
  const label = second?.[1] ? second[1] : text.slice(from, end);
  const found = state.page.links.get(normalLabel(label));
  if (found) {
    setAddress(made, found.target);
    if (found.place) made.target = found.place;
    else delete made.target;
    made.isReference = true;
    if (found.title !== undefined) made.attributes['title'] = found.title;
    return true;
  }
  if (second && isMeant(text, start, text.slice(from, end), second)) {
    const labelAt = second[1] ? state.pos - second[0].length + second[0].indexOf('[') + 1 : from;
    const place = (at: number): number => state.source.placeOf(at);
    state.page.missing.set(place(start), {
      label, span: { start: place(start), end: place(state.pos) }, labelSpan: { start: place(labelAt), end: place(labelAt) + label.length },
    });
  }
  return false;
}

/** `a[i][j]` is code that lacks its marks, `[1][2]` a list of numbers, `[^1]` a footnote. */
function isMeant(text: string, start: number, shown: string, second: RegExpExecArray): boolean {
  if (/[\p{L}\p{N}_\])]/u.test(text[start - 1] ?? '') || /^[\t-\r ][\t-\r ]/.test(second[0]) || /^[\t-\r ]*\n/.test(second[0])) return false;
  return !/^\^|^[\t-\r \dxX]*$/.test(shown) && !/[[\]]|^\^/.test(second[1] ?? '') && !/\{\{|\{%/.test(shown + (second[1] ?? ''));
}
