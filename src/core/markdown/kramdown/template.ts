// Liquid, which runs before kramdown. It is recognised and shown by name, so that Markdown does not garble it.
import { shownText, tagAt } from '../../templating/templates';
import { type BlockState, type Page, add, block, parseBlocks } from './blocks';
import { node } from './node';

const RAW_TAG = /\{%-?[\t-\r ]*(?:end)?raw[\t-\r ]*-?%\}/g;

/** The marks around text that Liquid leaves alone are not on the page, not even in code. */
export const withoutRawTags = (text: string, { isExpanded }: Pick<Page, 'isExpanded'>): string => (text.includes('{%') && !isExpanded ? text.replace(RAW_TAG, '') : text);

/** A line that is one tag and nothing else; a pair takes the lines up to its end. */
export function templateBlock(state: BlockState): boolean {
  const { text, page: { syntax } } = state;
  let pos = state.pos;
  while (text[pos] === ' ' && pos - state.pos < 3) pos++;
  const tag = tagAt(syntax, text, pos);
  if (tag === undefined) return false;
  const rest = /[ \t]*\n/y;
  rest.lastIndex = pos + tag.length;
  const lineEnd = rest.exec(text)?.[0].length;
  if (lineEnd === undefined) return false;
  const start = state.pos;
  const from = pos + tag.length + lineEnd;
  const name = syntax.opens(tag);
  const closing = name === undefined ? undefined : closingTag(state, name, from);
  if (closing === undefined || name === 'raw') {
    state.pos = from;
    if (syntax.isSilent(tag) || syntax.isClosing?.(tag)) state.tree.children.push(node('boundary'));
    else add(state, block(state, 'template', start, { value: shownText(syntax, tag), isBlock: true }));
    return true;
  }
  state.pos = closing.end;
  const language = name === 'highlight' ? /highlight[\t-\r ]+([\w+#.-]+)/.exec(tag)?.[1] : undefined;
  if (name === 'comment') state.tree.children.push(node('boundary'));
  else if (language !== undefined) add(state, block(state, 'figure', start, { value: text.slice(from, closing.start), language }));
  else {
    const pair = block(state, 'template', start, { value: shownText(syntax, tag), isBlock: true, isClosed: true });
    add(state, pair);
    parseBlocks(state.page, pair, state.source.slice(from, closing.start), state.depth + 1);
  }
  return true;
}

/** The line with the end tag of a pair; pairs of the same name may stand within. */
function closingTag(state: BlockState, name: string, from: number): { start: number; end: number } | undefined {
  const pattern = new RegExp(state.page.syntax.pairLine!(name), 'gm');
  pattern.lastIndex = from;
  let depth = 0;
  for (let found = pattern.exec(state.text); found; found = pattern.exec(state.text)) {
    state.page.budget -= 10 + (found.index - from) / 50;
    if (state.page.budget < 0) return undefined;
    if (!found[1]) depth++;
    else if (depth-- === 0) return { start: found.index, end: found.index + found[0].length };
  }
  state.page.budget -= (state.text.length - from) / 50;
  return undefined;
}
