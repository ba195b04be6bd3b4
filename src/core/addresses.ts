// Every address of a site, as the build would make it: pages, aliases, lists, feeds and copied files. Made of the facts of all
// pages and the list of files, and kept up to date page by page, so that a key stroke costs the same in a blog of thousands.
import type { Hidden } from './flavors/flavor';
import { Files } from './files';
import type { Site } from './site';
import type { SiteIndex } from './siteindex';

export interface Output {
  /** The file that the build writes, decoded, from the root of the host and without the first slash: `blog/posts/x/index.html`. */
  readonly address: string;
  /** `page`: the page itself; `copy`: a file that is published as it is; `list`: a page or feed made of several. */
  readonly kind: 'page' | 'alias' | 'copy' | 'list';
  /** For a copy: the file in the site. */
  readonly file?: string;
}

export interface Answer extends Output {
  /** The page that it is made for; undefined for what is there without any. */
  readonly page: string | undefined;
  /** Why it is not there now, although the build would make it at another time. */
  readonly hidden: Hidden | undefined;
}

export interface Addresses {
  /** What answers a path (decoded, with or without the first slash); a server that adds the slash of a folder, or `.html`, is assumed. */
  find(path: string): Answer | undefined;
  /** All that want this very address. */
  at(address: string): readonly Answer[];
  /** An address that differs in case or normal form only. */
  otherSpelling(path: string): string | undefined;
  /** The address that was most likely meant, in the form in which links are written: `/posts/x/`. */
  nearest(path: string): string | undefined;
  /** Whether anything is published below a folder. */
  hasFolder(path: string): boolean;
  /** The addresses that a page makes. */
  of(page: string): readonly Answer[];
  /** Where a file that is published as it is can be found: `/img/a.png`. */
  addressOfCopy(file: string): string | undefined;
}

interface Book extends Addresses {
  readonly config: Site['config'];
  readonly filesVersion: number;
  readonly madeAt: number;
  readonly heads: ReadonlyMap<string, string>;
  indexVersion: number;
  update(page: string, site: Site): void;
}

const books = new WeakMap<SiteIndex, Book>();

/** An hour: what was to appear or to expire meanwhile then does. */
const FRESH = 3_600_000;

/** The addresses as they are now. */
export function addressesOf(site: Site): Addresses {
  const known = books.get(site.index);
  const isUsable = known?.config === site.config && known.filesVersion === site.files.version && Math.abs(site.now - known.madeAt) < FRESH;
  if (known && isUsable && known.indexVersion === site.index.version) return known;
  if (known && isUsable) {
    const changed = site.index.since(known.indexVersion);
    const shapesOthers = [...changed].some(page => site.flavor.shapesOthers(page, site) && known.heads.get(page) !== headText(page, site));
    if (!shapesOthers) {
      known.indexVersion = site.index.version;
      for (const page of changed) known.update(page, site);
      return known;
    }
  }
  const book = makeBook(site);
  books.set(site.index, book);
  return book;
}

const headText = (page: string, site: Site): string => JSON.stringify(site.index.of(page)?.frontMatter?.fields.map(({ key, value }) => [key, value]) ?? null);

function makeBook(site: Site): Book {
  const files = new Files();
  /** A list has an answer of each of its posts, which may be thousands. */
  const answers = new Map<string, { readonly all: Set<Answer>; visible: number }>();
  const byPage = new Map<string, readonly Answer[]>();
  const heads = new Map<string, string>();
  const copies = new Map<string, string>();

  function add(answer: Answer): void {
    let here = answers.get(answer.address);
    if (!here) answers.set(answer.address, here = { all: new Set(), visible: 0 });
    here.all.add(answer);
    if (answer.hidden) return;
    here.visible++;
    files.add(answer.address);
    if (answer.file !== undefined) copies.set(answer.file, `/${answer.address}`);
  }

  function take(answer: Answer): void {
    const here = answers.get(answer.address);
    if (!here?.all.delete(answer)) return;
    if (!answer.hidden) here.visible--;
    if (!here.all.size) answers.delete(answer.address);
    if (answer.file !== undefined) copies.delete(answer.file);
    if (!here.visible) files.delete(answer.address);
  }

  function update(page: string, now: Site): void {
    for (const answer of byPage.get(page) ?? []) take(answer);
    byPage.delete(page);
    const facts = now.index.of(page);
    if (!facts || !now.flavor.isPage(page, now)) return;
    if (now.flavor.shapesOthers(page, now)) heads.set(page, headText(page, now));
    const hidden = now.flavor.hidden(facts, now);
    // a page that is only never rendered has its files published
    const isKept = hidden?.reasons.every(reason => reason === 'not-rendered');
    const made = now.flavor.outputs(facts, now).map((output): Answer => ({ ...output, page, hidden: output.kind === 'copy' && isKept ? undefined : hidden }));
    for (const answer of made) add(answer);
    byPage.set(page, made);
  }

  for (const path of site.files) {
    const address = site.flavor.copyOf(path, site);
    if (address !== undefined) add({ address, kind: 'copy', file: path, page: undefined, hidden: undefined });
  }
  for (const output of site.flavor.always(site)) add({ ...output, page: undefined, hidden: undefined });
  for (const { path } of site.index.all()) update(path, site);

  const exact = (address: string): Answer | undefined => {
    let first: Answer | undefined;
    for (const answer of answers.get(address)?.all ?? []) {
      if (!answer.hidden) return answer;
      first ??= answer;
    }
    return first;
  };
  const bare = (path: string): string => path.replace(/^\/+/, '');

  return {
    config: site.config, filesVersion: site.files.version, madeAt: site.now, heads, indexVersion: site.index.version, update,
    find(path) {
      const at = bare(path);
      if (at === '' || at.endsWith('/')) return exact(`${at}index.html`);
      const found = [exact(at), exact(`${at}/index.html`), exact(`${at}.html`)].filter(answer => answer !== undefined);
      return found.find(({ hidden }) => !hidden) ?? found[0];
    },
    at: address => [...(answers.get(bare(address))?.all ?? [])],
    otherSpelling(path) {
      const at = bare(path);
      const forms = at === '' || at.endsWith('/') ? [`${at}index.html`] : [at, `${at}/index.html`, `${at}.html`];
      const found = forms.map(form => files.otherSpelling(form)).find(other => other !== undefined);
      return found === undefined ? undefined : asWritten(found, path);
    },
    nearest(path) {
      const at = bare(path);
      const isFolder = at.endsWith('/') || !/\.[^./]+$/.test(at);
      const near = isFolder ? nearestFolder(files, at.replace(/\/$/, '')) : files.nearest(at);
      return near === undefined ? undefined : asWritten(near, path);
    },
    hasFolder: path => files.hasFolder(bare(path).replace(/\/$/, '')),
    of: page => byPage.get(page) ?? [],
    addressOfCopy: file => copies.get(file),
  };
}

/** A folder with a page in it, whose name is near. */
function nearestFolder(files: Files, folder: string): string | undefined {
  const near = files.nearestFolder(folder);
  return near !== undefined && files.has(`${near}/index.html`) ? `${near}/index.html` : files.nearest(`${folder}.html`);
}

/** The file that is written, in the way in which the link asked for it: with its slash, without `index.html`. */
function asWritten(address: string, asked: string): string {
  const plain = /(?:^|\/)index\.html$/.test(address) && !/index\.html$/.test(asked) ? address.replace(/index\.html$/, '') : address;
  const same = asked.endsWith('/') ? plain : plain.replace(/(?<=.)\/$/, '');
  return `/${/\.[^./]+$/.test(asked) ? same : same.replace(/\.html$/, '')}`;
}
