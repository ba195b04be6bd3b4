// `{#id .class key="value"}`: at the end of a heading, and with `parser.attribute.block` on a line below a block.
// https://gohugo.io/content-management/markdown-attributes/
import type { MarkdownIt, Token } from 'markdown-it';

const ONE = /\s*(?:#([^\s#.{}"'=]+)|\.([^\s#.{}"'=]+)|([A-Za-z_:][\w:.-]*)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^\s"'{},]+)))\s*,?/y;

type Attribute = readonly [name: string, value: string];

/** What stands in the braces; undefined when it is no attribute list. */
function parseAttributes(list: string): readonly Attribute[] | undefined {
  const found: Attribute[] = [];
  ONE.lastIndex = 0;
  while (ONE.lastIndex < list.length) {
    const at = ONE.lastIndex;
    const match = ONE.exec(list);
    if (!match) return list.slice(at).trim() === '' && found.length ? found : undefined;
    const [, id, name, key, quoted, bare] = match;
    if (id !== undefined) found.push(['id', id]);
    else if (name !== undefined) found.push(['class', name]);
    else found.push([key!, quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '']);
  }
  return found.length ? found : undefined;
}

function apply(token: Token, attributes: readonly Attribute[]): void {
  for (const [name, value] of attributes) {
    if (name === 'class') token.attrJoin('class', value);
    // event handlers are not for attribute lists, in Goldmark neither
    else if (!/^on/i.test(name)) token.attrSet(name, value);
  }
}

export function headingAttributes(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'heading_attributes', ({ tokens }) => {
    for (let index = 0; index + 1 < tokens.length; index++) {
      if (tokens[index]!.type !== 'heading_open') continue;
      const inline = tokens[index + 1]!;
      const start = inline.content.endsWith('}') ? inline.content.lastIndexOf('{') : -1;
      if (start < 0 || inline.content[start - 1] === '\\') continue;
      const attributes = parseAttributes(inline.content.slice(start + 1, -1));
      if (!attributes) continue;
      apply(tokens[index]!, attributes);
      inline.content = inline.content.slice(0, start).trimEnd();
    }
  });
}

/** The line belongs to the paragraph, list, quote, table, heading, fence or rule that it touches. */
export function blockAttributes(md: MarkdownIt): void {
  md.block.ruler.before('table', 'block_attributes', (state, startLine, _endLine, silent) => {
    const start = state.bMarks[startLine]! + state.tShift[startLine]!;
    if (state.src[start] !== '{' || state.sCount[startLine]! - state.blkIndent >= 4) return false;
    const line = state.src.slice(start, state.eMarks[startLine]!).trimEnd();
    const attributes = line.endsWith('}') ? parseAttributes(line.slice(1, -1)) : undefined;
    if (!attributes) return false;
    if (silent) return true;
    const above = lastBlock(state.tokens, state.level);
    if (!above?.map || above.map[1] !== startLine) return false;
    apply(above, attributes);
    state.line = startLine + 1;
    return true;
  }, { alt: ['paragraph', 'blockquote', 'list', 'table'] });
}

function lastBlock(tokens: readonly Token[], level: number): Token | undefined {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.level < level) return undefined;
    if (token.level === level && token.nesting >= 0) return token;
  }
  return undefined;
}
