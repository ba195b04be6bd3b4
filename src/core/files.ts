/**
 * The files of a site by their paths: from its root, with `/`, spelled as the file system spells them. A host lists them once
 * and then says what came and went, so that asking costs the same in a small and in a large blog.
 */
export class Files {
  private readonly paths = new Set<string>();
  /** Names in each folder, `''` being the root; a folder is there as long as something is in it. */
  private readonly folders = new Map<string, Set<string>>();
  /** Spellings by a key that ignores what a Mac's or Windows' file system ignores: case and normal form. */
  private readonly spellings = new Map<string, Set<string>>();

  constructor(paths: Iterable<string> = []) {
    for (const path of paths) this.add(path);
  }

  /** Paths by the key of their last part. */
  private readonly byName = new Map<string, Set<string>>();
  /** Folders by the key of their last part. */
  private readonly foldersByName = new Map<string, Set<string>>();
  /** Answers of `nearest`, which are asked for again on each key stroke and change only with the files. */
  private readonly near = new Map<string, string | undefined>();
  /** Changes whenever a file comes or goes. */
  version = 0;

  get size(): number {
    return this.paths.size;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.paths.values();
  }

  /** The folder of what was made of these files, and what lies in it: no part of the source. */
  private made: string | undefined;
  private readonly leftOut = new Set<string>();

  /** Whatever lies below the folder counts as absent, also what comes later; another folder given before is there again. */
  leaveOut(folder: string | undefined): void {
    if (this.made === folder) return;
    this.made = folder;
    const before = [...this.leftOut];
    this.leftOut.clear();
    for (const path of [...before, ...(folder === undefined ? [] : this.below(folder))]) {
      this.delete(path);
      this.add(path);
    }
  }

  add(path: string): void {
    if (this.paths.has(path)) return;
    if (this.made !== undefined && path.startsWith(`${this.made}/`)) {
      this.leftOut.add(path);
      return;
    }
    this.paths.add(path);
    this.change();
    entry(this.spellings, spellingKey(path)).add(path);
    entry(this.byName, spellingKey(splitPath(path).name)).add(path);
    for (let at = path; ;) {
      const { folder, name } = splitPath(at);
      const names = entry(this.folders, folder);
      const isKnown = names.has(name);
      names.add(name);
      if (isKnown || folder === '') break;
      if (names.size === 1) entry(this.foldersByName, spellingKey(splitPath(folder).name)).add(folder);
      at = folder;
    }
  }

  delete(path: string): void {
    this.leftOut.delete(path);
    if (!this.paths.delete(path)) return;
    this.change();
    remove(this.spellings, spellingKey(path), path);
    remove(this.byName, spellingKey(splitPath(path).name), path);
    for (let at = path; ;) {
      const { folder, name } = splitPath(at);
      const names = this.folders.get(folder);
      names?.delete(name);
      if (names?.size || folder === '') break;
      this.folders.delete(folder);
      remove(this.foldersByName, spellingKey(splitPath(folder).name), folder);
      at = folder;
    }
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  hasFolder(path: string): boolean {
    return path === '' || this.folders.has(path);
  }

  /** Names of files and folders directly in a folder. */
  namesIn(folder: string): readonly string[] {
    return [...(this.folders.get(folder) ?? [])];
  }

  /** All files below a folder, at any depth. */
  below(folder: string): readonly string[] {
    const found: string[] = [];
    const visit = (at: string): void => {
      for (const name of this.folders.get(at) ?? []) {
        const path = at === '' ? name : `${at}/${name}`;
        if (this.paths.has(path)) found.push(path);
        if (this.folders.has(path)) visit(path);
      }
    };
    visit(folder);
    return found;
  }

  /** A file whose path differs only in case or Unicode normal form: found on a Mac, missing on most servers. */
  otherSpelling(path: string): string | undefined {
    for (const spelling of this.spellings.get(spellingKey(path)) ?? []) if (spelling !== path) return spelling;
    return undefined;
  }

  /** Files of this name in any folder; case and normal form do not matter. */
  named(name: string): readonly string[] {
    return [...(this.byName.get(spellingKey(name)) ?? [])];
  }

  /** The file that was most likely meant: another spelling, a near name in the same folder, else the one file of that name. */
  nearest(path: string): string | undefined {
    if (!this.near.has(path)) this.near.set(path, this.findNearest(path));
    return this.near.get(path);
  }

  private findNearest(path: string): string | undefined {
    const other = this.otherSpelling(path);
    if (other) return other;
    const { folder, name } = splitPath(path);
    const near = nearestWord(name, this.namesIn(folder).filter(sibling => this.paths.has(folder === '' ? sibling : `${folder}/${sibling}`)));
    if (near) return folder === '' ? near : `${folder}/${near}`;
    const elsewhere = this.named(name);
    return elsewhere.length === 1 ? elsewhere[0] : undefined;
  }

  /** The same for folders. */
  nearestFolder(path: string): string | undefined {
    const key = `${path}/`;
    if (!this.near.has(key)) this.near.set(key, this.findNearestFolder(path));
    return this.near.get(key);
  }

  private findNearestFolder(path: string): string | undefined {
    const { folder, name } = splitPath(path);
    const same = [...(this.foldersByName.get(spellingKey(name)) ?? [])];
    const other = same.find(found => splitPath(found).folder === folder);
    if (other !== undefined) return other;
    const near = nearestWord(name, this.namesIn(folder).filter(sibling => this.folders.has(folder === '' ? sibling : `${folder}/${sibling}`)));
    if (near !== undefined) return folder === '' ? near : `${folder}/${near}`;
    return same.length === 1 ? same[0] : undefined;
  }

  private change(): void {
    this.version++;
    this.near.clear();
  }
}

/** Folders that hold what tools made or fetched, never a writer's own files; a host does not look into them. */
export function isSkippedFolder(path: string): boolean {
  return /(?:^|\/)(?:node_modules|\.git|\.hg|\.svn|\.jekyll-cache|\.sass-cache|\.cache|\.vscode-test|_site|bower_components)$|(?:^|\/)vendor\/bundle$|^resources\/_gen$/.test(path);
}

function entry<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}

function remove<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}

const spellingKey = (path: string): string => path.normalize('NFC').toLowerCase();

export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: slash < 0 ? '' : path.slice(0, slash), name: path.slice(slash + 1) };
}

/** `.png`, lower-case; empty when the name has none. */
export function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(splitPath(path).name)?.[0].toLowerCase() ?? '';
}

/**
 * Folder and relative path joined, `.` and `..` resolved.
 * @returns undefined when the path climbs out of the root.
 */
export const joinPath = (folder: string, relative: string): string | undefined => join(folder, relative, false);

/** The same for addresses: a browser that is told to climb out of the root stays there (RFC 3986, 5.2.4). */
export const joinAddress = (folder: string, relative: string): string => join(folder, relative, true) ?? '';

function join(folder: string, relative: string, staysAtRoot: boolean): string | undefined {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined && !staysAtRoot) return undefined;
  }
  return parts.join('/');
}

/** The word that was most likely meant, if one is near enough to be sure of; a tie is no answer. */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = foldWord(word);
  // of two letters, one is half the word
  const limit = wanted.length < 3 ? 0 : Math.max(1, Math.floor(wanted.length / 4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of new Set(candidates)) {
    const folded = foldWord(candidate);
    if (Math.abs(folded.length - wanted.length) > limit || differsInNumber(folded, wanted)) continue;
    const distance = editDistance(wanted, folded, limit);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    } else if (distance === bestDistance) best = undefined;
  }
  return bestDistance <= limit ? best : undefined;
}

const foldWord = (word: string): string => word.normalize('NFC').toLowerCase();

/** `photo-1.png` and `photo-2.png` are two pictures, not one and a slip; `photo-01.png` may be either's. */
function differsInNumber(a: string, b: string): boolean {
  if (a === b || a.replace(/\d+/g, '0') !== b.replace(/\d+/g, '0')) return false;
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join();
  return numbers(a) !== numbers(b);
}

/** Letters to change, add or drop, or two neighbours to swap (optimal string alignment); `limit + 1` when there are more. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

/**
 * A memory for something costly that depends on the list of files and the configuration alone, so that it is made once and not
 * on each key stroke. One call makes one memory; it forgets when a file comes or goes, or the configuration changes.
 */
export function rememberBySite<T>(): (site: { readonly files: Files; readonly config: object }, make: () => T) => T {
  const memory = new WeakMap<Files, { readonly version: number; readonly config: object; readonly value: T }>();
  return ({ files, config }, make) => {
    const known = memory.get(files);
    if (known?.version === files.version && known.config === config) return known.value;
    const value = make();
    memory.set(files, { version: files.version, config, value });
    return value;
  };
}

/** The same for an answer by each of many questions. */
export function rememberAnswers<T>(): (site: { readonly files: Files; readonly config: object }, question: string, make: () => T) => T {
  const remember = rememberBySite<Map<string, T>>();
  return (site, question, make) => {
    const answers = remember(site, () => new Map());
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as T;
    const answer = make();
    answers.set(question, answer);
    return answer;
  };
}
