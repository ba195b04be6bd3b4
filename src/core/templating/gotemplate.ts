// A small part of Go's templates, for shortcodes that a site has written itself: text, the values of the call, conditions on them,
// variables and a few functions. There are no loops, nothing is read and nothing called; whatever else stands in a template makes
// it one that cannot be run. https://pkg.go.dev/text/template
import { escapeAddress, escapeAttribute, escapeText, placeAfter } from './goescape';

/** Text that is HTML or an address already. */
export class Trusted {
  constructor(readonly text: string, readonly kind: 'html' | 'url') {}
}

export type GoValue = string | number | boolean | undefined | Trusted | readonly GoValue[];

/** What a template may ask of the call that it is run for. */
export interface GoCall {
  /** `.Get`. */
  get(key: string | number): GoValue;
  /** `.Inner`, `.Name` and whatever else has a name after a dot, as `.Page.Title`; undefined for what is not known. */
  field(name: string): GoValue | 'unknown';
  readonly functions: Readonly<Record<string, (...given: readonly GoValue[]) => GoValue>>;
}

/** The template is none that can be run. */
export class CannotTell extends Error {}

const LONGEST = 20_000;
const LONGEST_VALUE = 1_000_000;
const DEEPEST = 40;
/** Characters written, each counted as often as something is put behind it. */
const MOST = 10_000_000;

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'show'; readonly pipe: string }
  | { readonly kind: 'set'; readonly name: string; readonly isNew: boolean; readonly pipe: string }
  | { readonly kind: 'if' | 'with'; readonly pipe: string; readonly name: string | undefined; readonly then: readonly Node[]; readonly otherwise: readonly Node[] };

/** @throws CannotTell */
export function runTemplate(source: string, call: GoCall): string {
  if (source.length > LONGEST) throw new CannotTell('too long');
  return new Run(call).all(parse(source));
}

/** Whether the template asks for what stands between the tags: then it must have an end. */
export const asksInner = (source: string): boolean => /\{\{[^}]*\.Inner/.test(source);

function parse(source: string): readonly Node[] {
  const pieces = pieceOf(source);
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
      if (word === 'if' || word === 'with') {
        at++;
        nodes.push(condition(word, rest, depth));
      } else if (['range', 'define', 'block', 'template', 'end', 'else', 'break', 'continue', 'return', 'partial'].includes(word)) throw new CannotTell(word);
      else {
        const set = /^\$(\w+)\s*(:?=)\s*([\s\S]+)$/.exec(piece.text);
        nodes.push(set ? { kind: 'set', name: set[1]!, isNew: set[2] === ':=', pipe: set[3]! } : { kind: 'show', pipe: piece.text });
      }
    }
    if (ends.length) throw new CannotTell('no end');
    return nodes;
  };
  const condition = (kind: 'if' | 'with', written: string, depth: number): Node => {
    const set = /^\$(\w+)\s*:=\s*([\s\S]+)$/.exec(written);
    const then = list(depth + 1, ['else', 'end']);
    let otherwise: readonly Node[] = [];
    const [, next, rest = ''] = /^else\b\s*(if\b|with\b)?\s*([\s\S]*)$/.exec(pieces[at]!.text) ?? [];
    if (pieces[at]!.text.startsWith('else')) {
      at++;
      otherwise = next === 'if' || next === 'with' ? [condition(next, rest, depth + 1)] : list(depth + 1, ['end']);
    }
    return { kind, pipe: set?.[2] ?? written, name: set?.[1], then, otherwise };
  };
  return list(0, []);
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

/** The call itself, as the dot is before any `with`. */
const CALL = Symbol('call');
type Dot = GoValue | typeof CALL;

class Run {
  private written = '';
  private looked = 0;
  private dot: Dot = CALL;
  private readonly scopes: Map<string, GoValue>[] = [new Map()];

  constructor(private readonly call: GoCall) {}

  all(nodes: readonly Node[]): string {
    this.list(nodes);
    return this.written;
  }

  private list(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') this.written += node.text;
      else if (node.kind === 'show') this.show(this.pipe(node.pipe));
      else if (node.kind === 'set') this.set(node.name, this.pipe(node.pipe), node.isNew);
      else this.branch(node);
    }
  }

  private branch(node: Node & { readonly kind: 'if' | 'with' }): void {
    const value = this.pipe(node.pipe);
    const before = this.dot;
    this.scopes.push(new Map());
    if (node.name !== undefined) this.set(node.name, value, true);
    if (isTrue(value)) {
      if (node.kind === 'with') this.dot = value;
      this.list(node.then);
      this.dot = before;
    } else this.list(node.otherwise);
    this.scopes.pop();
  }

  private set(name: string, value: GoValue, isNew: boolean): void {
    const scope = isNew ? this.scopes.at(-1) : this.scopes.findLast(scope => scope.has(name));
    if (!scope) throw new CannotTell(`$${name}`);
    scope.set(name, value);
  }

  private show(value: GoValue): void {
    this.looked += this.written.length;
    if (this.looked > MOST) throw new CannotTell('too much');
    const place = placeAfter(this.written);
    if (place === undefined) throw new CannotTell('place');
    const text = textOf(value);
    const kind = value instanceof Trusted ? value.kind : undefined;
    if (place === 'text') this.written += kind === 'html' ? text : escapeText(text);
    else this.written += place === 'attribute' ? escapeAttribute(text, kind === 'html') : escapeAddress(text, kind === 'url');
  }

  private pipe(source: string): GoValue {
    const tokens = source.match(/"(?:\\.|[^"\\])*"|`[^`]*`|[|()]|[^\s|()"`]+/g) ?? [];
    const state = { tokens, at: 0 };
    const value = this.pipeline(state, 0);
    if (state.at < tokens.length) throw new CannotTell(source);
    return value;
  }

  private pipeline(state: { readonly tokens: readonly string[]; at: number }, depth: number): GoValue {
    if (depth > DEEPEST) throw new CannotTell('too deep');
    let value: GoValue;
    for (let isFirst = true; ; isFirst = false) {
      const operands: (GoValue | { readonly name: string })[] = [];
      for (; state.at < state.tokens.length && !['|', ')'].includes(state.tokens[state.at]!); state.at++) {
        const token = state.tokens[state.at]!;
        if (token === '(') {
          state.at++;
          operands.push(this.pipeline(state, depth + 1));
          if (state.tokens[state.at] !== ')') throw new CannotTell('no end of parenthesis');
        } else operands.push(this.operand(token));
      }
      value = this.command(operands, isFirst ? [] : [value]);
      if (state.tokens[state.at] !== '|') return value;
      state.at++;
    }
  }

  private operand(token: string): GoValue | { readonly name: string } {
    if (token.startsWith('"')) return unquote(token);
    if (token.startsWith('`')) return token.slice(1, -1);
    if (/^-?\d+(?:\.\d+)?$/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'nil') return undefined;
    const variable = /^\$(\w+)$/.exec(token)?.[1];
    if (variable !== undefined) {
      const scope = this.scopes.findLast(scope => scope.has(variable));
      if (!scope) throw new CannotTell(token);
      return scope.get(variable);
    }
    if (token === '.') {
      if (typeof this.dot === 'symbol') throw new CannotTell('.');
      return this.dot;
    }
    const field = /^\$?\.([A-Z][\p{L}\p{N}_.]*)$/u.exec(token)?.[1] ?? /^site(\.[A-Z][\p{L}\p{N}_.]*)$/u.exec(token)?.[1]?.replace('.', 'Site.');
    if (field !== undefined) {
      if (token.startsWith('.') && this.dot !== CALL) throw new CannotTell(token);
      if (field === 'Get' || Object.hasOwn(this.call.functions, `.${field}`)) return { name: `.${field}` };
      const value = this.call.field(field);
      if (value === 'unknown') throw new CannotTell(token);
      return value;
    }
    if (/^[a-zA-Z][\w.]*$/.test(token)) return { name: token };
    throw new CannotTell(token);
  }

  private command(operands: readonly (GoValue | { readonly name: string })[], piped: readonly GoValue[]): GoValue {
    const [head, ...rest] = operands;
    const isName = (value: unknown): value is { readonly name: string } => typeof value === 'object' && value !== null && 'name' in value;
    if (!operands.length) throw new CannotTell('empty');
    if (!isName(head)) {
      if (rest.length || piped.length) throw new CannotTell('no function');
      return head;
    }
    const given = [...rest.map(value => (isName(value) ? this.command([value], []) : value)), ...piped];
    if (head.name === '.Get') {
      const [key] = given;
      if (given.length !== 1 || (typeof key !== 'string' && typeof key !== 'number')) throw new CannotTell('.Get');
      return this.call.get(key);
    }
    const run = Object.hasOwn(PLAIN, head.name) ? PLAIN[head.name] : Object.hasOwn(this.call.functions, head.name) ? this.call.functions[head.name] : undefined;
    if (!run) throw new CannotTell(head.name);
    const value = run(...given);
    if ((value instanceof Trusted ? value.text : typeof value === 'string' ? value : '').length > LONGEST_VALUE) throw new CannotTell('too much');
    return value;
  }
}

export const textOf = (value: GoValue): string => {
  if (value === undefined) return '';
  if (value instanceof Trusted) return value.text;
  return Array.isArray(value) ? `[${value.map(item => textOf(item as GoValue)).join(' ')}]` : String(value);
};

/** What `if` takes for true. */
export function isTrue(value: GoValue): boolean {
  if (value instanceof Trusted) return value.text !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== '' && value !== 0 && value !== false;
}

function unquote(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    throw new CannotTell(token);
  }
}

const same = (a: GoValue, b: GoValue): boolean => (typeof a === typeof b ? textOf(a) === textOf(b) : (a instanceof Trusted || b instanceof Trusted) && textOf(a) === textOf(b));

/** https://gohugo.io/functions/ , those that look at their values alone. */
const PLAIN: GoCall['functions'] = {
  safeHTML: value => new Trusted(textOf(value), 'html'),
  safeURL: value => new Trusted(textOf(value), 'url'),
  default: (otherwise, value) => (isTrue(value) || value === false ? value : otherwise),
  eq: (a, ...others) => others.some(other => same(a, other)),
  ne: (a, b) => !same(a, b),
  not: value => !isTrue(value),
  and: (...values) => values[values.findIndex(value => !isTrue(value))] ?? (values.every(isTrue) ? values.at(-1) : undefined),
  or: (...values) => values.find(isTrue) ?? values.at(-1),
  cond: (test, then, otherwise) => (isTrue(test) ? then : otherwise),
  print: (...values) => values.map(textOf).join(''),
  lower: value => textOf(value).toLowerCase(),
  upper: value => textOf(value).toUpperCase(),
  trim: (value, signs) => trimmed(textOf(value), textOf(signs)),
  len: value => (Array.isArray(value) ? value.length : textOf(value).length),
  printf: (format, ...values) => printed(textOf(format), values),
  replace: (text, from, to) => (textOf(from) === '' ? textOf(text) : textOf(text).split(textOf(from)).join(textOf(to))),
  hasPrefix: (text, start) => textOf(text).startsWith(textOf(start)),
  hasSuffix: (text, end) => textOf(text).endsWith(textOf(end)),
  index: (list, place) => (Array.isArray(list) && typeof place === 'number' ? (list as readonly GoValue[])[place] : cannot('index')),
  dict: (...values) => values,
  plainify: value => new Trusted(textOf(value).replace(/<[^>]*>/g, ''), 'html'),
};

function cannot(what: string): never {
  throw new CannotTell(what);
}

/** fmt.Sprintf for values that are written as they are. */
function printed(format: string, values: readonly GoValue[]): string {
  let at = 0;
  const text = format.replace(/%(.?)/g, (_, verb: string) => (verb === '%' ? '%' : /[svd]/.test(verb) && at < values.length ? textOf(values[at++]) : cannot('printf')));
  return at === values.length ? text : cannot('printf');
}

function trimmed(text: string, signs: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && signs.includes(text[start]!)) start++;
  while (end > start && signs.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
