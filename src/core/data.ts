// Whole files of YAML, TOML or JSON: a site's configuration. Positions do not matter here, unlike in front matter.
import { parse as parseToml } from 'smol-toml';
import { isMap, parseDocument } from 'yaml';

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
  if (nestsTooDeep(source)) throw new Error(TOO_DEEP);
  const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false, merge: true });
  const error = document.errors[0];
  if (error) throw new Error(error.message);
  if (document.contents === null) return {};
  if (!isMap(document.contents)) throw new Error('not a map');
  return document.toJS({ maxAliasCount: 100 }) as Data;
}

export const TOO_DEEP = 'too many lists in lists';

/**
 * Parsers of YAML call themselves for each list in a list. Where that uses up the stack, V8 may end the whole process instead
 * of throwing, so such a text never gets to them. Brackets in strings are counted too, which a limit far above any use forgives.
 */
export function nestsTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [sign] of yaml.matchAll(/[[\]{}]|(?:[-?][ \t]+){200}/g)) {
    if (sign.length > 1) return true;
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > 200) return true;
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
