// Addresses that the host of a site answers beside the files of the build: redirects and rewrites of Netlify, Cloudflare and
// Vercel. What stands behind them is not ours to judge, so a link to one is not called broken.
import { get, isData, parseData, text } from './data';
import type { Files } from './files';

/** https://docs.netlify.com/routing/redirects/ and https://developers.cloudflare.com/pages/configuration/redirects/: published with the site. */
const LISTS = ['_redirects', 'static/_redirects', 'source/_redirects', 'public/_redirects'];
const CONFIGS = ['netlify.toml', 'vercel.json', 'firebase.json'];

export const redirectFiles = (files: Files): readonly string[] => [...LISTS, ...CONFIGS].filter(file => files.has(file));

export type Redirects = (address: string) => boolean;

/** @param texts of the site's files; those of `redirectFiles` count. Never throws. */
export function redirectsOf(texts: ReadonlyMap<string, string>): Redirects {
  const patterns = [
    ...LISTS.flatMap(file => linesOf(texts.get(file) ?? '')),
    ...CONFIGS.flatMap(file => sourcesOf(file, texts.get(file))),
  ].flatMap(source => patternOf(source));
  return address => patterns.some(pattern => matches(pattern, partsOf(address)));
}

/** `/old/* /new/:splat 301`; a line for one country or with conditions counts too. */
const linesOf = (list: string): readonly string[] => list.split(/\r\n?|\n/).map(line => line.trim().split(/\s+/, 1)[0]!).filter(source => source.startsWith('/'));

function sourcesOf(file: string, source: string | undefined): readonly string[] {
  if (source === undefined) return [];
  let data;
  try {
    data = parseData(file, source);
  } catch {
    return [];
  }
  const rules = file === 'firebase.json' ? [get(data, 'hosting', 'redirects'), get(data, 'hosting', 'rewrites')] : [data['redirects'], data['rewrites'], data['routes']];
  return rules.flatMap(list => (Array.isArray(list) ? list : [])).filter(isData).flatMap(rule => text(rule['from'] ?? rule['source'] ?? rule['src']) ?? []);
}

/** Names between slashes; `*` is any one name, `**` all that follow. A source that takes everything says nothing of one address. */
function patternOf(source: string): readonly (readonly string[])[] {
  const parts = partsOf(source.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '')).map(part => (/^:[\w]+\*$|^\(\.\*\)$|^\*+$|^:splat$/.test(part) ? '**' : /[:*(]/.test(part) ? '*' : part.toLowerCase()));
  return parts.length && parts[0] !== '**' ? [parts] : [];
}

const partsOf = (address: string): readonly string[] => address.split('/').filter(Boolean);

function matches(pattern: readonly string[], parts: readonly string[]): boolean {
  for (const [index, part] of pattern.entries()) {
    if (part === '**') return true;
    if (parts[index] === undefined || (part !== '*' && part !== parts[index].toLowerCase())) return false;
  }
  return pattern.length === parts.length;
}
