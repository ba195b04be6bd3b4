// Where a link in a built page leads, as a browser and a plain web server see it. Knows nothing of Hugo or Jekyll.

export interface Built {
  /** Files from the root of the site, with a slash in front: `/posts/a/index.html`. */
  readonly files: ReadonlySet<string>;
  read(file: string): string;
  /** Below which the site stands on its host: empty or `/blog`. */
  readonly basePath: string;
  readonly host: string;
}

/** `stops`: the engine refuses to build. `unclear`: servers differ, so nobody may be blamed. */
export type Verdict = 'good' | 'broken' | 'no-such-heading' | 'stops' | 'unclear';

/** An address that the build puts where a link has no target. */
export const NOT_FOUND = '/target-not-found/';

interface Tag { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

/** Start tags of what a generator wrote; comments are left out. */
function* tagsOf(html: string): Generator<Tag> {
  for (const [, name, written] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<([a-z][a-z\d]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi)) {
    const attributes: Record<string, string> = {};
    for (const [, key, double, single, bare] of written!.matchAll(/([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) attributes[key!.toLowerCase()] ??= unescaped(double ?? single ?? bare ?? '');
    yield { name: name!.toLowerCase(), attributes };
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const unescaped = (text: string): string => text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
  (hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : ENTITIES[name!.toLowerCase()] ?? whole));

/** All that a part of a page refers to. */
export const addressesIn = (html: string): readonly string[] => [...tagsOf(html)].flatMap(({ name, attributes }) => {
  const address = name === 'a' ? attributes['href'] : ['img', 'source', 'video', 'audio', 'iframe'].includes(name) ? attributes['src'] : undefined;
  return address === undefined ? [] : [address];
});

/** `null` for a heading without. */
export const headingIds = (html: string): readonly (string | null)[] => [...tagsOf(html)].filter(({ name }) => /^h[1-6]$/.test(name)).map(({ attributes }) => attributes['id'] ?? null);

const idsIn = (html: string): ReadonlySet<string> => new Set([...tagsOf(html)].flatMap(({ name, attributes }) => [attributes['id'], name === 'a' ? attributes['name'] : undefined].filter(id => id !== undefined)));

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The worst of several links on one line. @param file of the page they stand in */
export function judgeAll(addresses: readonly string[], file: string, built: Built): Verdict {
  const verdicts = addresses.map(address => judge(address, file, built));
  return (['stops', 'broken', 'no-such-heading', 'unclear'] as const).find(verdict => verdicts.includes(verdict)) ?? 'good';
}

const HERE = 'http://here.invalid';

function judge(address: string, file: string, built: Built): Verdict {
  const written = address.trim();
  if (written.includes(NOT_FOUND)) return 'stops';
  if (written === '') return 'unclear';
  let url;
  try {
    url = new URL(written, `${HERE}${encodeURI(built.basePath + file.replace(/\/index\.html$/, '/'))}`);
  } catch {
    return 'broken';
  }
  const isHere = url.origin === HERE;
  if (!/^https?:$/.test(url.protocol) || (!isHere && url.hostname !== built.host)) return 'good';
  const fragment = decoded(url.hash.slice(1));
  if (isHere && written.startsWith('#')) return hasPlace(file, fragment, built) ? 'good' : 'no-such-heading';
  const path = decoded(url.pathname);
  // what else stands on the host nobody knows, but who leaves the host out means this site
  if (built.basePath && path !== built.basePath && !path.startsWith(`${built.basePath}/`)) return isHere ? 'broken' : 'unclear';
  const inside = path.slice(built.basePath.length) || '/';
  const found = (inside.endsWith('/') ? [`${inside}index.html`] : [inside, `${inside}/index.html`]).find(candidate => built.files.has(candidate));
  if (found === undefined) return !inside.endsWith('/') && built.files.has(`${inside}.html`) ? 'unclear' : 'broken';
  return hasPlace(found, fragment, built) ? 'good' : 'no-such-heading';
}

function hasPlace(file: string, fragment: string, built: Built): boolean {
  if (fragment === '' || fragment.toLowerCase() === 'top' || !/\.html?$/.test(file)) return true;
  const html = built.read(file);
  return /http-equiv=["']?refresh/i.test(html) || idsIn(html).has(fragment);
}
