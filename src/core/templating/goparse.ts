// Go's templates as a tree: text and actions. https://pkg.go.dev/text/template#hdr-Actions
import { CannotTell } from './govalues';

const DEEPEST = 40;

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'show'; readonly pipe: string }
  | { readonly kind: 'set'; readonly name: string; readonly isNew: boolean; readonly pipe: string }
  | { readonly kind: 'leave'; readonly how: 'break' | 'continue' }
  | { readonly kind: 'return'; readonly pipe: string }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: string }
  | { readonly kind: 'if' | 'with' | 'range'; readonly pipe: string; readonly name: string | undefined; /** Of `$key, $value := range`. */ readonly key?: string | undefined; readonly then: readonly Node[]; readonly otherwise: readonly Node[] };

/** Whether the template asks for what stands between the tags: then it must have an end. */
export const asksInner = (source: string): boolean => /\{\{[^}]*\.Inner/.test(source);

export interface Template {
  readonly nodes: readonly Node[];
  /** What it defines beside itself, by name. */
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}

/** @throws CannotTell */
export function parseTemplate(source: string): Template {
  const pieces = pieceOf(source);
  const defined = new Map<string, readonly Node[]>();
  let loops = 0;
  let at = 0;
  const list = (depth: number, ends: readonly string[]): readonly Node[] => {
    if (depth > DEEPEST) throw new CannotTell('too deep');
    const nodes: Node[] = [];
    for (; at < pieces.length; at++) {
      const piece = pieces[at]!;
      if (piece.isText) {
        if (piece.text !== '') nodes.push({ kind: 'text', text: piece.text });
        continue;
      }
      const [, word = '', rest = ''] = /^(\w+)?\s*([\s\S]*)$/.exec(piece.text)!;
      if (ends.includes(word)) return nodes;
      if (word === 'if' || word === 'with' || word === 'range') {
        at++;
        nodes.push(condition(word, rest, depth));
      } else if (word === 'define' || word === 'block' || word === 'template') {
        const [, quoted = '', pipe = ''] = /^("(?:\\.|[^"\\])*"|`[^`]*`)\s*([\s\S]*)$/.exec(rest) ?? [];
        const name = quoted.slice(1, -1);
        if (name === '') throw new CannotTell(word);
        if (word !== 'template') {
          at++;
          const within = list(depth + 1, ['end']);
          if (!defined.has(name)) defined.set(name, within);
        }
        if (word !== 'define') nodes.push({ kind: 'template', name, pipe });
      } else if (word === 'break' || word === 'continue') {
        if (loops === 0 || rest !== '') throw new CannotTell(word);
        nodes.push({ kind: 'leave', how: word });
      } else if (word === 'return') nodes.push({ kind: 'return', pipe: rest });
      else if (word === 'end' || word === 'else') throw new CannotTell(word);
      else {
        const set = /^\$(\w+)\s*(:?=)\s*([\s\S]+)$/.exec(piece.text);
        nodes.push(set ? { kind: 'set', name: set[1]!, isNew: set[2] === ':=', pipe: set[3]! } : { kind: 'show', pipe: piece.text });
      }
    }
    if (ends.length) throw new CannotTell('no end');
    return nodes;
  };
  const condition = (kind: 'if' | 'with' | 'range', written: string, depth: number): Node => {
    const set = /^(?:\$(\w+)\s*,\s*)?\$(\w+)\s*:=\s*([\s\S]+)$/.exec(written);
    if (set?.[1] !== undefined && kind !== 'range') throw new CannotTell(kind);
    if (kind === 'range') loops++;
    const then = list(depth + 1, ['else', 'end']);
    if (kind === 'range') loops--;
    let otherwise: readonly Node[] = [];
    const [, next, rest = ''] = /^else\b\s*(if\b|with\b)?\s*([\s\S]*)$/.exec(pieces[at]!.text) ?? [];
    if (pieces[at]!.text.startsWith('else')) {
      at++;
      otherwise = next === 'if' || next === 'with' ? [condition(next, rest, depth + 1)] : list(depth + 1, ['end']);
    }
    return { kind, pipe: set?.[3] ?? written, name: set?.[2], key: set?.[1], then, otherwise };
  };
  return { nodes: list(0, []), defined };
}

interface Piece {
  readonly isText: boolean;
  readonly text: string;
}

/** Text and actions; hyphens inside the braces eat white space outside. */
function pieceOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const action = /\{\{(-(?=\s))?\s*((?:"(?:\\.|[^"\\\n])*"|`[^`]*`|\/\*[\s\S]*?\*\/|(?!\}\}|\s-\}\})[\s\S])*?)\s*(\s-)?\}\}/g;
  let at = 0;
  let eats = false;
  for (const found of source.matchAll(action)) {
    let text = source.slice(at, found.index);
    if (text.includes('{{')) throw new CannotTell('no end of action');
    if (eats) text = text.trimStart();
    if (found[1]) text = text.trimEnd();
    pieces.push({ isText: true, text });
    if (!found[2]!.startsWith('/*')) pieces.push({ isText: false, text: found[2]!.trim() });
    eats = found[3] !== undefined;
    at = found.index + found[0].length;
  }
  const rest = source.slice(at);
  if (rest.includes('{{')) throw new CannotTell('no end of action');
  pieces.push({ isText: true, text: eats ? rest.trimStart() : rest });
  return pieces;
}
