// A part of Go's templates, for shortcodes that a site has written itself: text, the values of the call, conditions and loops on them,
// variables, partials and some dozens of functions. Nothing is read but templates that the host has, and nothing called; whatever else
// stands in a template makes it one that cannot be run. https://pkg.go.dev/text/template
import { escapeAddress, escapeAttribute, escapeQuery, escapeText, filterName, placeAfter } from './goescape';
import { bareName, FUNCTIONS } from './gofunctions';
import { parseTemplate, type Node, type Template } from './goparse';
import { CannotTell, GoMap, GoObject, isList, isTrue, textOf, Trusted, type GoCall, type GoValue } from './govalues';

export { asksInner } from './goparse';
export { CannotTell, GoMap, GoObject, isList, isTrue, textOf, Trusted, type GoCall, type GoValue } from './govalues';

const LONGEST = 20_000;
const LONGEST_VALUE = 1_000_000;
const DEEPEST = 40;
const DEEPEST_PARTIAL = 10;
/** Characters written, each counted as often as something is put behind it. */
const MOST = 10_000_000;
const MOST_STEPS = 200_000;

/** What all templates of one page share: many short calls must not take longer than a long one. */
export interface Limits {
  looked: number;
  steps: number;
  partials: number;
  /** By source: a hook is run for each of a page's quotes, and parsed once. */
  readonly parsed: Map<string, Template>;
}

export const newLimits = (): Limits => ({ looked: 0, steps: 0, partials: 0, parsed: new Map() });

/** @throws CannotTell */
export function runTemplate(source: string, call: GoCall, limits: Limits): string {
  limits.partials = 0;
  return run(source, call, new GoObject(''), limits, new Map()).written;
}

type Defined = Template['defined'];

function run(source: string, call: GoCall, root: GoValue, limits: Limits, known: Defined): Run {
  if (source.length > LONGEST) throw new CannotTell('too long');
  let template = limits.parsed.get(source);
  if (!template) limits.parsed.set(source, (template = parseTemplate(source)));
  const { nodes, defined } = template;
  return new Run(call, root, limits, new Map([...known, ...defined])).all(nodes);
}

interface Name {
  readonly name: string;
}
type Operand = GoValue | Name;
const isName = (value: unknown): value is Name => typeof value === 'object' && value !== null && 'name' in value;

class Run {
  written = '';
  /** What a partial gives back in place of its text. */
  returned: { readonly value: GoValue } | undefined;
  private leaving: 'break' | 'continue' | 'return' | undefined;
  private dot: GoValue;
  private readonly scopes: Map<string, GoValue>[] = [new Map()];

  constructor(private readonly call: GoCall, private readonly root: GoValue, private readonly limits: Limits, private readonly defined: Defined) {
    this.dot = root;
  }

  all(nodes: readonly Node[]): this {
    this.list(nodes);
    return this;
  }

  private list(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (++this.limits.steps > MOST_STEPS) throw new CannotTell('too long');
      if (node.kind === 'text') this.put(node.text);
      else if (node.kind === 'show') this.show(this.pipe(node.pipe));
      else if (node.kind === 'set') this.set(node.name, this.pipe(node.pipe), node.isNew);
      else if (node.kind === 'template') this.template(node.name, node.pipe === '' ? undefined : this.pipe(node.pipe));
      else if (node.kind === 'leave') this.leaving = node.how;
      else if (node.kind === 'return') {
        this.returned = { value: node.pipe === '' ? undefined : this.pipe(node.pipe) };
        this.leaving = 'return';
      } else this.branch(node);
      if (this.leaving) return;
    }
  }

  private put(text: string): void {
    this.written += text;
    if (this.written.length > LONGEST_VALUE) throw new CannotTell('too much');
  }

  private branch(node: Node & { readonly kind: 'if' | 'with' | 'range' }): void {
    const value = this.pipe(node.pipe);
    const before = this.dot;
    const within = (item: GoValue, key: GoValue, hasDot: boolean): void => {
      this.scopes.push(new Map());
      if (node.name !== undefined) this.set(node.name, item, true);
      if (node.key !== undefined) this.set(node.key, key, true);
      if (hasDot) this.dot = item;
      this.list(node.then);
      this.dot = before;
      this.scopes.pop();
    };
    if (!isTrue(value)) {
      this.scopes.push(new Map());
      if (node.name !== undefined && node.kind !== 'range') this.set(node.name, value, true);
      this.list(node.otherwise);
      this.scopes.pop();
    } else if (node.kind !== 'range') within(value, undefined, node.kind === 'with');
    else if (isList(value) || (value instanceof GoMap && value.isOpen)) {
      const items = isList(value) ? [...value.entries()] : [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [key, item] of items) {
        within(item, key, true);
        const how = this.leaving;
        if (how !== 'return') this.leaving = undefined;
        if (how === 'break' || how === 'return') return;
      }
    } else throw new CannotTell('range');
  }

  /** A template of the same file, which is part of the place that it is put in. */
  private template(name: string, dot: GoValue): void {
    const nodes = this.defined.get(name);
    if (!nodes || this.limits.partials >= DEEPEST_PARTIAL) throw new CannotTell(name);
    this.limits.partials++;
    const { written } = new Run(this.call, dot, this.limits, this.defined).all(nodes);
    this.limits.partials--;
    if (placeAfter(this.written) !== 'text') throw new CannotTell(name);
    this.put(written);
  }

  private set(name: string, value: GoValue, isNew: boolean): void {
    const scope = isNew ? this.scopes.at(-1) : this.scopes.findLast(scope => scope.has(name));
    if (!scope) throw new CannotTell(`$${name}`);
    scope.set(name, value);
  }

  private show(value: GoValue): void {
    this.limits.looked += this.written.length;
    if (this.limits.looked > MOST) throw new CannotTell('too much');
    const text = textOf(value);
    if (this.call.isText) return this.put(text);
    const place = placeAfter(this.written);
    if (place === undefined) throw new CannotTell('place');
    const kind = value instanceof Trusted ? value.kind : undefined;
    if (place === 'text') this.put(kind === 'html' ? text : escapeText(text));
    else if (place === 'name') this.put(kind === 'attribute' ? text : filterName(text));
    else if (place === 'query') this.put(escapeQuery(text, kind === 'url'));
    else this.put(place === 'attribute' ? escapeAttribute(text, kind === 'html') : escapeAddress(text, kind === 'url'));
  }

  private pipe(source: string): GoValue {
    const tokens = source.match(/"(?:\\.|[^"\\])*"|`[^`]*`|\)(?:\.[A-Z][\w.]*)?|[|(]|[^\s|()"`]+/g) ?? [];
    const state = { tokens, at: 0 };
    const value = this.pipeline(state, 0);
    if (state.at < tokens.length) throw new CannotTell(source);
    return value;
  }

  private pipeline(state: { readonly tokens: readonly string[]; at: number }, depth: number): GoValue {
    if (depth > DEEPEST) throw new CannotTell('too deep');
    let value: GoValue;
    for (let isFirst = true; ; isFirst = false) {
      const operands: Operand[] = [];
      for (; state.at < state.tokens.length && state.tokens[state.at] !== '|' && !state.tokens[state.at]!.startsWith(')'); state.at++) {
        const token = state.tokens[state.at]!;
        if (token === '(') {
          state.at++;
          const inner = this.pipeline(state, depth + 1);
          const close = state.tokens[state.at];
          if (!close?.startsWith(')')) throw new CannotTell('no end of parenthesis');
          operands.push(close === ')' ? inner : this.fieldOf(inner, close.slice(2)));
        } else operands.push(this.operand(token));
      }
      value = this.command(operands, isFirst ? [] : [value]);
      if (state.tokens[state.at] !== '|') return value;
      state.at++;
    }
  }

  private operand(token: string): Operand {
    if (token.startsWith('"')) return unquote(token);
    if (token.startsWith('`')) return token.slice(1, -1);
    if (/^-?\d+(?:\.\d+)?$/.test(token)) return Number(token);
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'nil') return undefined;
    if (token === '.') return this.dot;
    if (token === '$') return this.root;
    if (token === 'site') return new GoObject('Site');
    const [, variable, path] = /^\$(\w+)(?:\.(.+))?$/.exec(token) ?? [];
    if (variable !== undefined) {
      const scope = this.scopes.findLast(scope => scope.has(variable));
      if (!scope) throw new CannotTell(token);
      const value = scope.get(variable);
      return path === undefined ? value : this.fieldOf(value, path);
    }
    const field = /^(\$|site)?\.([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(token);
    if (field) {
      const from = field[1] === undefined ? this.dot : field[1] === '$' ? this.root : new GoObject('Site');
      return this.named(from, field[2]!) ?? this.fieldOf(from, field[2]!);
    }
    if (/^[a-zA-Z][\w.]*$/.test(token)) return { name: bareName(token) };
    throw new CannotTell(token);
  }

  /** A method that is called with values: `.Get`, `.Page.RenderString`. */
  private named(from: GoValue, field: string): Name | undefined {
    if (!(from instanceof GoObject)) return undefined;
    const name = `.${from.path === '' ? '' : `${from.path}.`}${field}`;
    return name === '.Get' || Object.hasOwn(this.call.functions, name) ? { name } : undefined;
  }

  private fieldOf(from: GoValue, field: string): GoValue {
    if (from instanceof GoMap) return field.split('.').reduce<GoValue>((value, key) => (value instanceof GoMap ? value.get(key) : cannot(field)), from);
    if (!(from instanceof GoObject)) throw new CannotTell(field);
    const name = from.path === '' ? field : `${from.path}.${field}`;
    const found = this.call.field(name);
    if (found === 'unknown') throw new CannotTell(name);
    return found;
  }

  private command(operands: readonly Operand[], piped: readonly GoValue[]): GoValue {
    const [head, ...rest] = operands;
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
    if (head.name === 'partial' || head.name === 'partialCached' || head.name === 'partials.Include') return this.partial(given);
    // parameters of page and site are looked up, they are no map that could be gone through
    if ((head.name === 'index' || head.name === 'isset') && given[0] instanceof GoObject) {
      const value = this.fieldOf(given[0], given.slice(1).map(textOf).join('.'));
      return head.name === 'index' ? value : value !== undefined;
    }
    const run = [this.call.functions, FUNCTIONS].find(functions => Object.hasOwn(functions, head.name))?.[head.name];
    if (!run) throw new CannotTell(head.name);
    const value = run(...given);
    if ((value instanceof Trusted ? value.text : typeof value === 'string' ? value : '').length > LONGEST_VALUE) throw new CannotTell('too much');
    return value;
  }

  private partial([name, dot]: readonly GoValue[]): GoValue {
    const file = textOf(name);
    const inline = ['partials', '_partials'].flatMap(folder => [file, `${file}.html`].map(each => this.defined.get(`${folder}/${each}`))).find(nodes => nodes);
    const source = inline ? '' : this.call.partial?.(file);
    if (source === undefined || this.limits.partials >= DEEPEST_PARTIAL) throw new CannotTell('partial');
    this.limits.partials++;
    const { written, returned } = inline ? new Run(this.call, dot, this.limits, this.defined).all(inline) : run(source, this.call, dot, this.limits, this.defined);
    this.limits.partials--;
    return returned ? returned.value : new Trusted(written, 'html');
  }
}

const cannot = (what: string): never => { throw new CannotTell(what); };

function unquote(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    throw new CannotTell(token);
  }
}
