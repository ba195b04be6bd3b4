// `{:…}` lines: attribute lists for the block beside them, named lists, and `{::comment}` and its like.
import { copyOf, type BlockState } from './blocks';
import { parseList } from './attributes';
import { node } from './node';
import { at, ATTRIBUTE_LINE } from './patterns';

const NAMED = / {0,3}\{:(\w[\w:-]*):((?:\\\}|[^}\n])+)\}[ \t]*\n/y;
const EXTENSION = / {0,3}\{::(\w+)(?:[ \t]((?:\\\}|[^}\n])*?))?(\/)?\}[ \t]*\n/y;

export function extension(state: BlockState): boolean {
  const { text } = state;
  if (!/^ {0,3}\{:/.test(text.slice(state.pos, state.pos + 5))) return false;
  const named = at(NAMED, text, state.pos);
  if (named) {
    const old = state.page.lists.get(named[1]!);
    state.page.lists.set(named[1]!, parseList(named[2]!, old));
    state.pos += named[0].length;
    state.tree.children.push(node('boundary', 'list'));
    return true;
  }
  const opening = at(EXTENSION, text, state.pos);
  if (opening) return extensionBlock(state, opening);
  const list = at(ATTRIBUTE_LINE, text, state.pos);
  if (!list) return false;
  state.pos += list[0].length;
  const above = state.tree.children.at(-1);
  if (above && above.kind !== 'blank' && above.kind !== 'boundary') {
    above.list = parseList(list[1]!, above.list);
    if (!at(ATTRIBUTE_LINE, text, state.pos)) state.tree.children.push(node('boundary', 'attributes'));
  } else state.pending = parseList(list[1]!, state.pending && copyOf(state.pending));
  return true;
}

function extensionBlock(state: BlockState, opening: RegExpExecArray): boolean {
  const [whole, name = '', , isEmpty] = opening;
  const from = state.pos + whole.length;
  let body = '';
  let end = from;
  if (!isEmpty) {
    const closing = new RegExp(`^ {0,3}\\{:/(?:${name})?\\}[ \\t]*\\n`, 'gm');
    const found = state.search.match(closing, from);
    if (!found) return false;
    body = state.text.slice(from, found.index).replace(/\n$/, '');
    end = found.index + found[0].length;
  }
  if (name === 'comment') {
    if (!isEmpty) state.tree.children.push(node('comment', body, { isBlock: true }));
  } else if (name === 'nomarkdown') {
    if (!isEmpty) state.tree.children.push(node('raw', body, { isBlock: true, lines: [state.source.lineOf(state.pos), state.source.lineOf(end - 1) + 1] }));
  } else if (name === 'options') state.tree.children.push(node('boundary', 'options'));
  else return false;
  state.pos = end;
  return true;
}
