// Liquid for the values that a link is made of: `{{ site.baseurl }}/a.png`, `{{ "/a" | relative_url }}`. Whole posts are not
// run, and nothing of a site is: text with known variables, filters and tags is reckoned, or it is unknown.
import { Liquid, Tag, type Context, type Emitter, type TagToken, type TopLevelToken } from 'liquidjs/dist/liquid.browser.mjs';

export interface Vocabulary {
  readonly filters: Readonly<Record<string, (input: unknown) => unknown>>;
  /** Tags that stand for text, or for what cannot be told; what they are given is what stands between name and end, as written. */
  readonly tags: Readonly<Record<string, (given: string) => string | undefined>>;
}

/** Filters and tags in which liquidjs and Ruby's Liquid agree. */
const SAME_FILTERS = ['append', 'prepend', 'replace', 'replace_first', 'remove', 'remove_first', 'downcase', 'upcase', 'strip', 'lstrip', 'rstrip', 'default'];
const SAME_TAGS = ['raw', 'comment'];

/** A link of more letters is none. */
export const LONGEST = 4000;

/**
 * @returns what a template gives with some variables; undefined when that cannot be told: an unknown variable, filter or tag,
 * a slip. Whatever a tag of the vocabulary throws is thrown on.
 */
export function reckoner({ filters, tags }: Vocabulary): (template: string, variables: Readonly<Record<string, unknown>>) => string | undefined {
  // a repository may be hostile: no prototypes, no files, and an end to everything
  const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, parseLimit: LONGEST, renderLimit: 200, memoryLimit: 100_000, templates: {} });
  keepOnly(engine.filters, SAME_FILTERS);
  keepOnly(engine.tags, SAME_TAGS);
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  let thrown: { readonly reason: unknown } | undefined;
  for (const [name, textOf] of Object.entries(tags)) {
    engine.registerTag(name, class extends Tag {
      private readonly given: string;

      constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
        super(token, remaining, liquid);
        this.given = token.args;
      }

      *render(_: Context, emitter: Emitter): Generator<unknown, void, unknown> {
        let text: string | undefined;
        try {
          text = textOf(this.given);
        } catch (reason) {
          thrown = { reason };
        }
        if (text === undefined) throw new Error(this.given);
        emitter.write(text);
      }
    });
  }
  return (template, variables) => {
    if (template.length > LONGEST) return undefined;
    thrown = undefined;
    try {
      return String(engine.parseAndRenderSync(template, variables));
    } catch {
      // liquidjs wraps what a tag throws into an error of its own
      if (thrown) throw (thrown as { readonly reason: unknown }).reason;
      return undefined;
    }
  };
}

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!names.includes(name)) delete registry[name];
}
