// Another slug for a post: where its address takes it from, what the new one would be, and the old address kept alive.
import { addressesOf } from '../addresses';
import { splitPath } from '../files';
import type { SlugWay } from '../flavors/flavor';
import { parseFrontMatter, writeValue, type FrontMatter } from '../frontmatter';
import { changeList, listFormOf, type ListForm } from '../frontmatterlist';
import type { Post } from '../post';
import type { Site } from '../site';
import type { Source } from '../source';
import { applyEdits, type Edit } from '../span';
import { movesTo, reshape, takenBy, titleOf, type Refusal, type Reshaped, type Told } from './reshape';

export interface Slug {
  /** As the address has it, decoded. */
  readonly slug: string;
  /** Decoded, with the base path. */
  readonly address: string;
  /** What comes of another one; costs the same in any blog. */
  ask(slug: string): SlugAnswer;
}

export type SlugAnswer =
  /** One sentence says why not. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The address stays. */
  | { readonly kind: 'same' }
  | { readonly kind: 'new'; readonly address: string; readonly old: Fate };

/** Of the old address: redirected, gone, or never one that a reader saw. */
export type Fate = 'kept' | 'lost' | 'unseen';

/** What stands in a slug to find out where in an address it goes. */
const PROBE = 'zzslugzz';

/** The slug of a page, or why it has none to be changed. */
export function slugOf(post: Post, site: Site): Slug | Refusal {
  const found = findSlug(post, site);
  return 'refusal' in found ? found : { slug: found.slug, address: found.address, ask: slug => ask(slug, found, post, site) };
}

interface Found {
  readonly way: SlugWay;
  readonly slug: string;
  readonly address: string;
  /** How a list of redirects is written where there is none yet. */
  readonly listForm: ListForm;
}

function findSlug(post: Post, site: Site): Found | Refusal {
  const { say, flavor } = site;
  if (!flavor.isPage(post.path, site)) return { refusal: say('This file is no post of a blog.') };
  if (!flavor.slugWays) return { refusal: say('Nothing builds this blog, so its posts have no addresses of their own.') };
  if (post.frontMatter?.isBroken || (!post.frontMatter && flavor.needsFrontMatter)) return { refusal: say('The front matter of this post cannot be read.') };
  const address = flavor.url(post, site);
  for (const way of address === undefined ? [] : flavor.slugWays(post, site)) {
    const probed = flavor.url(withSlug(post, way, PROBE, site), site);
    const at = probed?.lastIndexOf(PROBE) ?? -1;
    if (at < 0) continue;
    const [before, behind] = [probed!.slice(0, at), probed!.slice(at + PROBE.length)];
    const isInPlace = address!.startsWith(before) && address!.endsWith(behind) && address!.length > before.length + behind.length;
    if (isInPlace) return { way, address: address!, slug: address!.slice(before.length, address!.length - behind.length), listForm: listForm(post, site) };
  }
  return { refusal: say('The address of this post has no part that is its own.') };
}

/** The page with another slug, as far as flavors ask for it. */
function withSlug(post: Post, way: SlugWay, slug: string, { flavor }: Site): Source {
  if ('path' in way) return { path: way.path(slug), frontMatter: post.frontMatter };
  return { path: post.path, frontMatter: parseFrontMatter(applyEdits(post.text, fieldEdits(post, way, slug)), flavor.frontMatter) };
}

function fieldEdits({ frontMatter: head }: Post, way: SlugWay, slug: string): readonly Edit[] {
  return !head || 'path' in way ? [] : [head.setWritten(way.key, quotedLike(head, way.key, way.written(slug)), ['title'])];
}

/** With the quotation marks that the writer has there. */
function quotedLike(head: FrontMatter, key: string, value: string): string {
  const { format } = head;
  const sign = head.field(key)?.source[0];
  if (sign === "'" && format !== 'json' && !value.includes("'")) return `'${value}'`;
  return sign === '"' ? JSON.stringify(value) : writeValue(format, value);
}

/** Letters of any script, digits, and what no browser, server or file system writes in another way. */
const IN_SLUGS = /^[\p{L}\p{M}\p{N}._~-]+$/u;

function ask(text: string, found: Found, post: Post, site: Site): SlugAnswer {
  const { way, address: old } = found;
  const { say, flavor } = site;
  const slug = plainSlug(text);
  const refused = (why: string): SlugAnswer => ({ kind: 'refused', why });
  if (slug === '') return refused(say('A slug is needed.'));
  if (!IN_SLUGS.test(slug)) return refused(say('A slug has letters, digits, hyphens, underscores, dots and tildes, and nothing else.'));
  if (/^\.|\.$|\.(?:md|markdown|html?)$/i.test(slug)) return refused(say('A slug does not begin or end with a dot, nor with the ending of a file.'));
  const changed = withSlug(post, way, slug, site);
  const address = flavor.url(changed, site);
  if (address === old && changed.path === post.path) return { kind: 'same' };
  const isRead = flavor.isPage(changed.path, site) && !flavor.hidden(changed, site)?.reasons.some(reason => reason === 'not-read' || reason === 'not-a-page');
  if (address === undefined || !isRead) return refused(say('{0} makes no page of a file of this name.', flavor.name));
  const [page] = flavor.outputs(changed, site).filter(({ kind }) => kind === 'page');
  const rival = page && addressesOf(site).at(page.address).find(answer => answer.page !== post.path);
  if (rival) return refused(say('"{0}" is the address of "{1}" already.', address, nameOf(rival.page ?? rival.file, site) ?? rival.address));
  const taken = movesTo(post.path, changed.path, site).map(move => takenBy(move, site)).find(path => path !== undefined) ?? twinOf(changed.path, post.path, site);
  if (taken !== undefined) return refused(say('"{0}" is already there.', taken));
  if (address === old) return { kind: 'same' };
  return { kind: 'new', address, old: fateOf(post, found, address, site) };
}

/** A file and a bundle of one name are one page to an engine that has bundles, and one of them would be lost. */
function twinOf(path: string, from: string, site: Site): string | undefined {
  if (path === from) return undefined;
  const bundle = site.flavor.bundle?.(path, site);
  const { folder, name } = splitPath(path);
  const twin = bundle === 'made' ? folder + name.replace(/^[^.]*/, '') : bundle?.pages.get(path);
  return twin === undefined ? undefined : site.files.has(twin) ? twin : site.files.otherSpelling(twin);
}

/** As it is kept: what two programs compose alike. */
const plainSlug = (text: string): string => text.trim().normalize('NFC');

const nameOf = (path: string | undefined, site: Site): string | undefined => (path === undefined ? undefined : site.index.of(path)?.title ?? path);

function fateOf(post: Post, found: Found, address: string, site: Site): Fate {
  if (site.flavor.hidden(post, site)) return 'unseen';
  const edits = aliasEdits(post, found, address, true, site);
  return edits && isAnswered(found.address, { path: post.path, frontMatter: parseFrontMatter(applyEdits(post.text, edits), site.flavor.frontMatter) }, site) ? 'kept' : 'lost';
}

/** Whether the page has a redirect at its old address. */
function isAnswered(old: string, page: Source, site: Site): boolean {
  const file = (address: string): string => address.replace(/^\/+/, '').replace(/(^|\/)$/, '$1index.html');
  return site.flavor.outputs(page, site).some(({ kind, address }) => kind === 'alias' && [file(old), `${file(old)}.html`].includes(address));
}

/** The old address in the list of redirects, and none to the page's own new one; undefined where the list cannot be changed. */
function aliasEdits({ text, path, frontMatter: head }: Post, { address: old, listForm: form }: Found, address: string, keepsOld: boolean, site: Site): readonly Edit[] | undefined {
  const aliases = head && site.flavor.aliases?.({ path, frontMatter: head }, site);
  if (!aliases) return undefined;
  const value = head.field(aliases.key)?.value;
  const own = aliases.fileOf(aliases.written(address));
  const items = (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string');
  const same = (file: string): readonly string[] => items.filter(item => aliases.fileOf(item) === file);
  const isKnown = same(aliases.fileOf(aliases.written(old))).length > 0;
  const change = { remove: same(own), ...(keepsOld && !isKnown && { add: aliases.written(old) }) };
  return changeList(text, head, aliases.key, change, form, ['slug', 'url', 'permalink', 'title']);
}

/** As the post's other lists are written, else as other posts have this one. */
function listForm({ path, frontMatter: head }: Post, site: Site): ListForm {
  const own = head && listFormOf(head.fields);
  const key = own || !head ? undefined : site.flavor.aliases?.({ path, frontMatter: head }, site)?.key;
  if (key === undefined) return own ?? 'flow';
  for (const { frontMatter } of site.index.all()) {
    const field = frontMatter?.field(key);
    const form = field && listFormOf([field]);
    if (form) return form;
  }
  return 'flow';
}

/** The post with another slug. */
export function changeSlug(post: Post, text: string, site: Site): Told | Refusal {
  const { say } = site;
  const found = findSlug(post, site);
  if ('refusal' in found) return found;
  const answer = ask(text, found, post, site);
  if (answer.kind === 'refused') return { refusal: answer.why };
  if (answer.kind === 'same') return { refusal: say('The address of this post is {0} already.', found.address) };
  const slug = plainSlug(text);
  const path = 'path' in found.way ? found.way.path(slug) : post.path;
  const edits = [...fieldEdits(post, found.way, slug), ...aliasEdits(post, found, answer.address, answer.old === 'kept', site) ?? []];
  const made = reshape(post, edits, movesTo(post.path, path, site), site);
  return 'refusal' in made ? made : { ...made, message: outcome(made, found.address, answer) };
}

function outcome({ post, site: { say } }: Reshaped, old: string, { address, old: fate }: Extract<SlugAnswer, { kind: 'new' }>): string {
  switch (fate) {
    case 'kept': return say('The address of "{0}" is {1} now, and {2} leads there.', titleOf(post), address, old);
    case 'lost': return say('The address of "{0}" is {1} now. Links to {2} from elsewhere lead nowhere.', titleOf(post), address, old);
    case 'unseen': return say('The address of "{0}" is {1} now.', titleOf(post), address);
  }
}
