// Patterns of paths, as configurations write them. No regular expressions are made of them: a hostile one would take forever.

export interface GlobOptions {
  /** Whether one star, and a question mark, match a slash as well. */
  readonly crossesFolders?: boolean;
  /** Whether it is enough that the path begins so. */
  readonly isPrefix?: boolean;
}

const TOKEN = /\*\*\/|\*+|\?|\[[!^]?\]?[^\]]*\]|[\s\S]/g;
const MOST_BRACES = 64;

/** Stars, question marks, sets in brackets, `{a,b}`. */
export function matchesGlob(pattern: string, path: string, options: GlobOptions = {}): boolean {
  return alternatives(pattern).some(plain => matchesPlain(plain, path, options));
}

function alternatives(pattern: string): readonly string[] {
  let made = [pattern];
  for (let round = 0; round < 6; round++) {
    const next = made.flatMap(one => {
      const [whole, inner] = /\{([^{}]*)\}/.exec(one) ?? [];
      return whole === undefined || inner === undefined ? [one] : inner.split(',').map(choice => one.replace(whole, () => choice));
    });
    if (next.length === made.length || next.length > MOST_BRACES) break;
    made = next;
  }
  return made;
}

function matchesPlain(pattern: string, path: string, { crossesFolders = false, isPrefix = false }: GlobOptions): boolean {
  // the places in the path up to which the pattern so far may reach
  let reached = new Set([0]);
  for (const [token] of pattern.matchAll(TOKEN)) {
    const next = new Set<number>();
    for (const at of reached) for (const place of step(token, path, at, crossesFolders)) next.add(place);
    reached = next;
    if (!reached.size) return false;
  }
  return isPrefix || reached.has(path.length);
}

function* step(token: string, path: string, at: number, crosses: boolean): Iterable<number> {
  const letter = path[at];
  if (token === '**/' || token.startsWith('*')) {
    const isDeep = token.length > 1 || crosses;
    yield at;
    for (let place = at + 1; place <= path.length && (isDeep || path[place - 1] !== '/'); place++) if (token !== '**/' || path[place - 1] === '/') yield place;
  } else if (letter !== undefined && (token === '?' ? crosses || letter !== '/' : token.length > 1 ? isInSet(token, letter) : token === letter)) yield at + 1;
}

/** `[a-z]`, `[!abc]`. */
function isInSet(token: string, letter: string): boolean {
  const isNot = token[1] === '!' || token[1] === '^';
  const set = token.slice(isNot ? 2 : 1, -1);
  let isIn = false;
  for (let at = 0; at < set.length; at++) {
    const last = set[at + 1] === '-' && at + 2 < set.length ? set[at + 2]! : set[at]!;
    isIn ||= letter >= set[at]! && letter <= last;
    if (last !== set[at]) at += 2;
  }
  return isIn !== isNot;
}
