// Whole files of YAML, TOML or JSON: a site's configuration. Positions do not matter here, unlike in front matter.
import { parse as parseToml } from 'smol-toml';
import { Composer, isMap, Parser, type CST, type Document, type DocumentOptions, type ParseOptions, type SchemaOptions } from 'yaml';

export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/**
 * @param file its extension tells the format.
 * @throws Error with the parser's words when the text is no map of that format.
 */
export function parseData(file: string, text: string): Data {
  const source = text.replace(/^\uFEFF/, '');
  if (/\.toml$/i.test(file)) return parseToml(source);
  // a repeated key is no error for Ruby and for older Hugos, so the last one counts
  const document = parseYaml(source, { uniqueKeys: false, merge: true });
  const error = document.errors[0];
  if (error) throw new Error(error.message);
  if (document.contents === null) return {};
  if (!isMap(document.contents)) throw new Error('not a map');
  return document.toJS({ maxAliasCount: 100 }) as Data;
}

/** Far more than a person nests. */
const DEEPEST = 200;

/**
 * The first document in a text of YAML. What is wrong with it is in its `errors`.
 * @throws Error for lists in lists beyond any use: the composer calls itself for each, and where that uses up the stack, V8 may
 * end the whole process instead of throwing. The parser before it keeps a stack of its own, so its tokens can be looked at.
 */
export function parseYaml(source: string, options: ParseOptions & DocumentOptions & SchemaOptions = {}): Document.Parsed {
  const tokens = [...new Parser().parse(source)];
  if (tokens.some(nestsTooDeep)) throw new Error('too many lists in lists');
  const [document] = new Composer({ prettyErrors: false, logLevel: 'silent', ...options }).compose(tokens, true, source.length);
  return document as Document.Parsed; // the end makes one where nothing is written
}

function nestsTooDeep(root: CST.Token): boolean {
  const left: (readonly [token: CST.Token | null | undefined, depth: number])[] = [[root, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [token, depth] = next;
    if (depth > DEEPEST) return true;
    if (token?.type === 'document') left.push([token.value, depth]);
    else if (token && 'items' in token) for (const { key, value } of token.items) left.push([key, depth + 1], [value, depth + 1]);
  }
  return false;
}

/** All keys in lower case, at every depth: Hugo's configuration does not know case. */
export function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item)]));
}

/** Deep merge; what is in `over` wins. */
export function merge(base: Data, over: Data): Data {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isData(below) && isData(value) ? merge(below, value) : value;
  }
  return result;
}

/** The value at a path of keys: `get(data, 'markup', 'goldmark')`. */
export function get(data: unknown, ...keys: readonly string[]): unknown {
  let at = data;
  for (const key of keys) at = isData(at) ? at[key] : undefined;
  return at;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list of strings, whether one or several are written. */
export function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** `/blog` of `https://a.b/blog/`; empty at the root of the host. */
export function pathOfUrl(url: string): string {
  const path = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? (url.startsWith('/') ? url : '');
  return path.replace(/\/+$/, '');
}

/** `https://a.b` of `https://a.b/blog/`, in lower case; undefined where no host is written. */
export function originOfUrl(url: string): string | undefined {
  const found = /^(https?:)?\/\/([^/?#]+)/i.exec(url);
  return found ? `${(found[1] ?? 'https:').toLowerCase()}//${found[2]!.toLowerCase()}` : undefined;
}
