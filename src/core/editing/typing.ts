// What a writer is about to type at a place of a body: told by the line alone, as the rest may not be there yet.
import type { Post } from '../post';
import type { Span } from '../span';

export type Typing = {
  /** What an answer replaces. */
  readonly span: Span;
  /** What stands of it before the cursor. */
  readonly typed: string;
} & (
  /** The target of a link. `isAngled`: between `<` and `>`, where blanks are allowed. */
  | { readonly kind: 'target'; readonly place: 'markdown' | 'html' | 'resource'; readonly isImage: boolean; readonly isAngled: boolean }
  /** The page in a template tag; `before` and `after` are the rest of the tag. */
  | { readonly kind: 'argument'; readonly name: string; readonly before: string; readonly after: string }
);

const ARGUMENT = /(\{\{[<%]\s*(ref|relref)\s+(?:path\s*=\s*)?(["`]))([^"`]*)$/;
const LIQUID = /(\{%-?\s*(post_url|link|post_link|post_path)\s+(["']?))([^%"']*)$/;
const FIGURE = /\{\{[<%]\s*(?:figure|img)\s(?:[^>]*?\s)?(src|link)\s*=\s*["`]([^"`]*)$/;
const ATTRIBUTE = /<(a|area|img|source|video|audio|track|iframe|embed)\s(?:[^<>]*?\s)?(href|src|srcset|poster)\s*=\s*(["'])(?:[^"'<>]*?,\s*)?([^"'<>,]*)$/i;
const INLINE = /(!?)\[(?:[^[\]\\]|\\.|\[[^[\]]*\])*\]\(\s*(?:<([^<>]*)|((?:\{\{[^}]*\}\}|\{\{-?\s*["'][^"'}]*|[^\s()<>{}])*))$/;
const DEFINITION = /^[ >]{0,12}\[(?!\^)(?:[^[\]\\]|\\.)+\]:[ \t]*(?:<([^<>]*)|([^\s<>]*))$/;

/** Undefined where nothing is to be completed: in prose, in code, in front matter. */
export function typingAt(post: Post, offset: number): Typing | undefined {
  if (offset < post.body.start) return undefined;
  const line = post.lines.spanOf(post.lines.lineAt(offset));
  const start = Math.max(line.start, post.body.start, offset - 1000);
  const before = post.text.slice(start, offset);
  if (!/[[{<]/.test(before)) return undefined;
  const after = post.text.slice(offset, line.end);
  const found = readLine(before, after, offset);
  return found && !isInCode(post, offset, before) ? found : undefined;
}

function readLine(before: string, after: string, offset: number): Typing | undefined {
  const at = (typed: string, rest: RegExp): { readonly typed: string; readonly span: Span } =>
    ({ typed, span: { start: offset - typed.length, end: offset + rest.exec(after)![0].length } });
  const argument = ARGUMENT.exec(before);
  if (argument) {
    const [, head = '', name = '', quote = '', typed = ''] = argument;
    const rest = /^[^"`]*?(?=["`]|\s*[>%]\}\}|$)/;
    return { kind: 'argument', name, before: head, after: `${quote} ${head[2] === '%' ? '%' : '>'}}}`, ...at(typed, rest) };
  }
  const liquid = LIQUID.exec(before);
  if (liquid) {
    const [, head = '', name = '', quote = '', typed = ''] = liquid;
    return { kind: 'argument', name, before: head, after: `${quote} %}`, ...at(typed, /^[^%"'\s]*/) };
  }
  const figure = FIGURE.exec(before);
  if (figure) return { kind: 'target', place: figure[1] === 'src' ? 'resource' : 'html', isImage: figure[1] === 'src', isAngled: true, ...at(figure[2]!, /^[^"`]*?(?=["`]|\s*\/?>\}\}|$)/) };
  const attribute = ATTRIBUTE.exec(before);
  if (attribute) return { kind: 'target', place: 'html', isImage: /^(?:img|source|video)$/i.test(attribute[1]!), isAngled: true, ...at(attribute[4]!, /^[^"'<>,]*/) };
  const inline = INLINE.exec(before);
  if (inline) return { kind: 'target', place: 'markdown', isImage: inline[1] === '!', isAngled: inline[2] !== undefined, ...at(inline[2] ?? inline[3] ?? '', inline[2] !== undefined ? /^[^<>]*/ : /\{\{-?\s*["'][^"'}]*$/.test(inline[3]!) ? /^[^"'}]*(?:["'][^}]*\}\})?/ : /^[^\s()<>"]*/) };
  const definition = DEFINITION.exec(before);
  return definition ? { kind: 'target', place: 'markdown', isImage: false, isAngled: definition[1] !== undefined, ...at(definition[1] ?? definition[2] ?? '', /^[^\s<>]*/) } : undefined;
}

/** Fences and code blocks, and code within a line as far as its backticks tell. */
function isInCode({ document, lines, body }: Post, offset: number, before: string): boolean {
  const line = lines.lineAt(offset) - lines.lineAt(body.start);
  for (const { type, map } of document.tokens) {
    if (map && (type === 'fence' || type === 'code_block' || type === 'highlight') && map[0] <= line && line < map[1]) return true;
  }
  // an open code span ends the line's last odd run of backticks; one in a shortcode is a quotation mark
  const ticks = before.replace(/\{\{[<%].*$/s, '').match(/(?<!\\)`+/g) ?? [];
  return ticks.length % 2 === 1;
}
