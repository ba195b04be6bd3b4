// Liquid over a whole body, run by liquidjs with what is given to it and nothing else: no files, no clock, no prototypes, and an end
// to time, memory and output. What cannot be run stands in the result as a box.
import { Context, Liquid, Tag, toValue, toValueSync, Value, type Emitter, type TagToken, type Template, type TopLevelToken } from 'liquidjs/dist/liquid.browser.mjs';
import { boxClosing, boxOf, boxOpening, withoutNoncharacters } from './boxes';
import { ExpansionMaker, lineEnds, type Expansion } from './expansion';
import { laxLiquid } from './laxliquid';
import { tokensIn } from './liquidfaults';
import { MOST_WRITTEN, pair, single, Written } from './liquidtags';
import { RubyTablerow } from './tablerow';

export type Scope = Readonly<Record<string, unknown>>;

/** What a filter may ask of the run: an expression, parsed once, to be asked with variables of its own. */
export interface Asking {
  expression(source: string): (variables: Scope) => unknown;
}

/** Throws where it cannot tell. */
export type Filter = (this: Asking, input: unknown, ...given: readonly unknown[]) => unknown;

export interface PageVocabulary {
  readonly filters: Readonly<Record<string, Filter>>;
  /** Tags that stand for text; `evaluate` gives the value of an expression. They throw where they cannot tell. */
  readonly tags: Readonly<Record<string, (given: string, evaluate: (expression: string) => unknown) => string>>;
  /** Pairs, with what stands between them after it was run. */
  readonly pairs: Readonly<Record<string, (given: string, inner: string) => string>>;
  /** Tags that put in a file: its text and the variables it gets. */
  readonly includes: Readonly<Record<string, (given: string, evaluate: (expression: string) => unknown) => { readonly text: string; readonly variables: Scope }>>;
  /** Whether there may be filters and tags that nobody here knows. */
  readonly mayHaveMore: boolean;
}

/** A run was given up: it took too long, or gave too much. */
export class TooMuch extends Error {}

/** Milliseconds; a preview must not wait for a post. */
const LONGEST_RUN = 1500;
const MOST_PARSED = 4_000_000;
const DEEPEST = 20;

/** Of liquidjs; those of Ruby's Liquid 4 and Jekyll 4 in which they agree. */
const FILTERS = ('escape escape_once newline_to_br strip_html abs at_least at_most ceil floor minus plus modulo times round url_decode url_encode join last first '
  + 'reverse sort_natural size map compact concat slice uniq append prepend lstrip downcase upcase remove remove_first rstrip '
  + 'split strip strip_newlines capitalize replace replace_first truncate truncatewords default jsonify').split(' ');
const TAGS = ['assign', 'for', 'capture', 'case', 'comment', 'decrement', 'increment', 'cycle', 'if', 'raw', 'unless', 'break', 'continue'];
const MIDDLES = new Set(['else', 'elsif', 'when']);

/** @returns undefined where Ruby's Liquid would not parse it either; @throws TooMuch */
export function runLiquid(source: string, scope: Scope, vocabulary: PageVocabulary): Expansion | undefined {
  return new LiquidRun(vocabulary).run(source, scope);
}

class LiquidRun {
  private readonly engine = new Liquid({ strictVariables: false, strictFilters: false, ownPropertyOnly: true, parseLimit: MOST_PARSED, renderLimit: LONGEST_RUN, memoryLimit: 3_000_000, templates: {}, relativeReference: false });
  private readonly parsed = new Map<string, Template[]>();
  private readonly known: ReadonlySet<string>;
  private boxes = 0;
  private depth = 0;

  constructor(private readonly vocabulary: PageVocabulary) {
    keepOnly(this.engine.filters, FILTERS);
    keepOnly(this.engine.tags, TAGS);
    for (const registry of [this.engine.filters, this.engine.tags]) Object.setPrototypeOf(registry, null);
    for (const [name, filter] of Object.entries(vocabulary.filters)) this.filter(name, filter);
    this.engine.registerTag('tablerow', RubyTablerow);
    for (const [name, textOf] of Object.entries(vocabulary.tags)) single(this.engine, name, (given, evaluate) => textOf(given, evaluate));
    for (const [name, textOf] of Object.entries(vocabulary.pairs)) pair(this.engine, name, (token, inner) => textOf(token.args, inner()));
    for (const [name, fileOf] of Object.entries(vocabulary.includes)) this.include(name, fileOf);
    this.known = new Set(Object.keys(this.engine.tags));
  }

  run(source: string, scope: Scope): Expansion | undefined {
    let templates: Template[];
    let text: string;
    try {
      ({ templates, text } = this.parse(withoutNoncharacters(source)));
    } catch (error) {
      if (isLimit(error)) throw new TooMuch();
      return undefined;
    }
    const made = new ExpansionMaker();
    this.put(templates, text, 0, new Context(scope, this.engine.options, { sync: true }, { liquid: this.engine } as never), made, 0);
    return made.make();
  }

  /** @param line of the body on which the text begins */
  private put(templates: Template[], text: string, line: number, context: Context, made: ExpansionMaker, depth: number): void {
    let at = 0;
    const lineAt = (offset: number): number => {
      line += lineEnds(text.slice(at, offset));
      at = offset;
      return line;
    };
    for (const [index, template] of templates.entries()) {
      const { begin, end } = template.token;
      const isText = !(template instanceof Tag) && 'str' in template;
      const shown = isText ? (template as unknown as { readonly str: string }).str : undefined;
      const first = lineAt(shown === undefined ? begin : begin + Math.max(0, text.slice(begin, end).indexOf(shown)));
      if (shown !== undefined) {
        made.add(shown, first);
        continue;
      }
      const next = templates[index + 1]?.token.begin ?? text.length;
      const last = first + lineEnds(text.slice(begin, next));
      const written = this.render([template], context);
      if (written !== undefined) made.add(written, first, last);
      else this.putBox(text.slice(begin, end), text.slice(end, next), first, context, made, depth);
      if (made.length > MOST_WRITTEN) throw new TooMuch();
      if (context.breakCalled || context.continueCalled) break;
    }
  }

  /** What a condition or loop holds is shown once, whatever it depends on. */
  private putBox(tag: string, rest: string, line: number, context: Context, made: ExpansionMaker, depth: number): void {
    const [, name = ''] = /^\{%-?\s*(if|unless|for|case)\b/.exec(tag) ?? [];
    const end = name === '' || depth > DEEPEST ? null : new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}[ \\t]*$`).exec(rest.trimEnd());
    const first = line + lineEnds(tag);
    if (end) {
      const inner = withoutMiddles(rest.slice(0, end.index));
      let parsed: { templates: Template[]; text: string } | undefined;
      try {
        parsed = this.parse(inner);
      } catch (error) {
        if (isLimit(error)) throw new TooMuch();
      }
      if (parsed) {
        const word = `pair${this.boxes++}`;
        made.add(boxOpening(tag, word), line);
        this.put(parsed.templates, parsed.text, first, context, made, depth + 1);
        made.add(boxClosing(word), first + lineEnds(inner));
        return;
      }
    }
    made.add(boxOf(tag), line);
  }

  /** Undefined where they cannot be run. */
  private render(templates: Template[], context: Context): string | undefined {
    const { scopes } = context as unknown as { readonly scopes: readonly unknown[] };
    const before = scopes.length;
    try {
      return toValueSync(this.engine.renderer.renderTemplates(templates, context, new Written() as unknown as Emitter)) as string;
    } catch (error) {
      if (isLimit(error)) throw new TooMuch();
      // what was begun within is over
      while (scopes.length > before) context.pop();
      this.depth = 0;
      return undefined;
    }
  }

  private parse(source: string): { templates: Template[]; text: string } {
    const { text, tags, filters } = laxLiquid(source);
    for (const name of filters) if (!Object.hasOwn(this.engine.filters, name)) this.engine.registerFilter(name, input => this.unknownFilter(name, input));
    for (const name of tags) if (!this.known.has(name) && !Object.hasOwn(this.engine.tags, name) && !isPart(name, tags)) this.unknownTag(name, tags.has(`end${name}`));
    return { templates: this.engine.parse(text), text };
  }

  /** Liquid lets an unknown filter pass, and plugins may have defined it. */
  private unknownFilter(name: string, input: unknown): unknown {
    if (this.vocabulary.mayHaveMore) throw new Error(name);
    return input;
  }

  private filter(name: string, filter: Filter): void {
    const { engine } = this;
    engine.registerFilter(name, function (this: { readonly context: Context }, input: unknown, ...given: readonly unknown[]) {
      const { context } = this;
      const expression: Asking['expression'] = source => {
        const asked = new Value(source, engine);
        return variables => {
          context.push(variables);
          const value = toValueSync(asked.value(context)) as unknown;
          context.pop();
          return value;
        };
      };
      return filter.call({ expression }, toValue(input), ...given.map(toValue));
    });
  }

  private unknownTag(name: string, isPair: boolean): void {
    if (!isPair) single(this.engine, name, (_, __, token) => boxOf(token.getText()));
    else {
      pair(this.engine, name, (token, inner) => {
        const word = `pair${this.boxes++}`;
        return boxOpening(token.getText(), word) + inner() + boxClosing(word);
      });
    }
  }

  private include(name: string, fileOf: PageVocabulary['includes'][string]): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    const run = this;
    const { engine } = this;
    engine.registerTag(name, class extends Tag {
      private readonly given: string;

      constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
        super(token, remaining, liquid);
        this.given = token.args;
      }

      *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
        const { text, variables } = fileOf(this.given, expression => engine.evalValueSync(expression, context));
        if (++run.depth > DEEPEST) throw new Error('includes within includes');
        let templates = run.parsed.get(text);
        if (!templates) run.parsed.set(text, (templates = run.parse(text).templates));
        context.push({ include: variables });
        const written = (yield engine.renderer.renderTemplates(templates, context, new Written() as unknown as Emitter)) as string;
        context.pop();
        run.depth--;
        emitter.write(written);
      }
    });
  }
}

/** Without the `else` and its like of what was around it; those of inner conditions stay. */
function withoutMiddles(text: string): string {
  let depth = 0;
  let made = '';
  let at = 0;
  for (const { start, end, name } of tokensIn(text)) {
    if (name === undefined) continue;
    if (/^(?:if|unless|for|case)$/.test(name)) depth++;
    else if (/^end(?:if|unless|for|case)$/.test(name)) depth--;
    else if (depth === 0 && MIDDLES.has(name)) {
      made += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, '');
      at = end;
    }
  }
  return made + text.slice(at);
}

/** `else` and the end of something that is known, or that has a beginning. */
const isPart = (name: string, tags: ReadonlySet<string>): boolean => MIDDLES.has(name) || (name.startsWith('end') && (TAGS.includes(name.slice(3)) || tags.has(name.slice(3))));

const isLimit = (error: unknown): boolean => error instanceof TooMuch || error instanceof RangeError || (error instanceof Error && /limit exceeded/.test(error.message));

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!names.includes(name)) delete registry[name];
}
