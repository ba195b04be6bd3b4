// What may be typed at a place: pages, headings, pictures and files as targets of links, and values in the front matter.
import { factsOf, type Facts } from '../facts';
import { splitPath } from '../files';
import { decode, destinationOf } from '../links';
import type { Post } from '../post';
import { badgesOf } from '../preview';
import type { Site } from '../site';
import type { Edit, Span } from '../span';
import { assetsFor } from './assets';
import { keysAt, type KeyOffer, type Piece } from './fieldkeys';
import { fieldTypingAt, insertOf, valuesFor, type FieldTyping } from './fieldvalues';
import { encoded, formOf, usageOf, written, type Form } from './forms';
import { searchText } from './hangul';
import { isOfBlog } from './scope';
import { pagesFor, type ShelfPage } from './shelf';
import { pageTag, withPage } from './tags';
import { typingAt, type Typing } from './typing';

export interface Offer {
  readonly kind: 'post' | 'page' | 'heading' | 'image' | 'file' | 'value' | 'key';
  /** As readers know it. */
  readonly label: string;
  /** Where it is, or what it is called. */
  readonly detail: string;
  /** Why readers do not see it, in a word. */
  readonly status?: string;
  readonly insert: string;
  /** The same with places to write at, where there are such. */
  readonly pieces?: readonly Piece[];
  /** In one sentence, what it is for. */
  readonly meaning?: string;
  /** Whether there is more to choose from once it is put in. */
  readonly leadsOn?: boolean;
}

export interface Offers {
  /** What each of them replaces. */
  readonly span: Span;
  /** What stands there before the cursor. */
  readonly typed: string;
  /** Best first. */
  readonly offers: readonly Offer[];
  /** Edits elsewhere that each of them needs. */
  readonly also?: readonly Edit[];
}

/** More are no help; who types on gets others. */
const LIMIT = 100;
/** A tag cannot name every page; it is not asked about all of a large blog. */
const TRIES = 500;

export function offersAt(post: Post, offset: number, site: Site): Offers | undefined {
  if (!isOfBlog(post.path, site)) return undefined;
  const field = fieldTypingAt(post, offset);
  if (field) {
    if (site.flavor.fields.cover.includes(field.key)) return { span: field.span, typed: field.typed, offers: covers(field, post, site) };
    const values = valuesFor(field, post, site).slice(0, LIMIT);
    return values.length ? { span: field.span, typed: field.typed, offers: values.map(({ value, label, insert }): Offer => ({ kind: 'value', label: label ?? value, detail: label === undefined ? field.key : value, insert })) } : undefined;
  }
  const keys = keysAt(post, offset, site);
  if (keys) return { span: keys.span, typed: keys.typed, also: keys.also, offers: keys.offers.slice(0, LIMIT).map(offer => keyOffer(offer, site)) };
  const typing = typingAt(post, offset);
  if (!typing) return undefined;
  const hash = typing.typed.indexOf('#');
  if (hash >= 0) return anchors(typing, hash, post, site);
  const offers = typing.kind === 'argument' ? byTag(typing, post, site) : targets(typing, post, site);
  return { span: typing.span, typed: typing.typed, offers };
}

function keyOffer({ key, meaning, posts, of, pieces, hasValues }: KeyOffer, { say }: Site): Offer {
  const insert = pieces.map(piece => (typeof piece === 'string' ? piece : 'here' in piece ? piece.here : piece.choices[0]!)).join('');
  return { kind: 'key', label: key, detail: posts ? say('{0} of {1} posts', posts, of) : '', insert, pieces, leadsOn: hasValues, ...(meaning === undefined ? {} : { meaning }) };
}

/** Pictures for the head of a post, as paths that no browser has coded. */
function covers(field: FieldTyping, post: Post, site: Site): readonly Offer[] {
  return assetsFor(queryOf(field.typed), true, post, site, LIMIT).flatMap((asset): Offer[] => {
    const path = written(asset, 'link', true, post, site, begun(field.typed));
    return path === undefined ? [] : [{ kind: 'image', label: splitPath(asset.path).name, detail: asset.path, insert: insertOf(decode(path), field) }];
  });
}

/** Headings of the page that is named before the `#`, or of the post itself. */
function anchors(typing: Typing, hash: number, post: Post, site: Site): Offers | undefined {
  const target = typing.typed.slice(0, hash);
  const typed = typing.typed.slice(hash + 1);
  const page = pageNamed(typing, target, post, site);
  if (!page) return undefined;
  const query = searchText(decode(typed));
  const isCoded = usageOf(post, site).isEncoded;
  const code = (id: string): string => (typing.kind === 'argument' ? id : encoded(id, isCoded));
  const offers = page.headings.filter(({ id, text }) => id !== undefined && id !== '' && searchText(`${text}\n${id}`).includes(query)).slice(0, LIMIT)
    .map(({ id, text, level }): Offer => ({ kind: 'heading', label: text === '' ? id! : text, detail: `${'#'.repeat(level)} ${id}`, insert: `#${code(id!)}` }));
  // with the `#`, by which VS Code finds headings too: what covers less would stand behind
  return { span: { start: typing.span.start + hash, end: typing.span.end }, typed: `#${typed}`, offers };
}

function pageNamed(typing: Typing, target: string, post: Post, site: Site): Facts | undefined {
  if (target === '') return factsOf(post, site);
  const link = typing.kind === 'argument' ? { target: typing.before + target + typing.after, place: 'tag' as const, isImage: false } : { target, place: typing.place, isImage: false };
  const to = destinationOf(link, post, site);
  return to.kind === 'page' || (to.kind === 'unknown' && to.path !== undefined) ? (to.path === post.path ? factsOf(post, site) : site.index.of(to.path!)) : undefined;
}

/** What was typed, without what it takes to begin a path: `../`, `{{ site.baseurl }}`. */
const queryOf = (typed: string): string => decode(typed.replace(/^\{\{-?\s*site\.baseurl\s*-?\}\}|^\{\{-?\s*["']/, '').replace(/^(?:\.{1,2}\/)+|^\.{1,2}$/, ''));

/** The form that the writer has begun; undefined when anything is still possible. */
function begun(typed: string): Form | undefined {
  if (/^\{\{-?\s*["']/.test(typed)) return 'filter';
  if (/^\.{1,2}(?:\/|$)/.test(typed)) return 'relative';
  const form = formOf(typed);
  return form === 'root' || form === 'baseurl' ? form : undefined;
}

function targets(typing: Extract<Typing, { kind: 'target' }>, post: Post, site: Site): readonly Offer[] {
  const query = queryOf(typing.typed);
  const form = begun(typing.typed);
  const facts = factsOf(post, site);
  const place = typing.place;
  const files = (isImage: boolean): readonly Offer[] => assetsFor(query, isImage, post, site, LIMIT).flatMap((asset): Offer[] => {
    const insert = written(asset, place, isImage, facts, site, form);
    return insert === undefined ? [] : [{ kind: isImage ? 'image' : 'file', label: splitPath(asset.path).name, detail: asset.path, insert }];
  });
  if (typing.isImage) return files(true);
  const pages = offerPages(query, post, site, page => written(page, place, false, facts, site, form));
  // while nothing is typed, headings of the post are as likely as other posts
  const own = query === '' && typing.typed === '' ? facts.headings.filter(({ id }) => id !== undefined && id !== '').slice(0, 20)
    .map(({ id, text, level }): Offer => ({ kind: 'heading', label: text === '' ? id! : text, detail: `${'#'.repeat(level)} ${id}`, insert: `#${encoded(id!, usageOf(post, site).isEncoded)}` })) : [];
  return [...pages, ...own, ...files(false), ...(query === '' ? [] : files(true))].slice(0, 2 * LIMIT);
}

/** Those of the pages that can be written in this place. */
function offerPages(query: string, post: Post, site: Site, write: (page: ShelfPage) => string | undefined): readonly Offer[] {
  const offers: Offer[] = [];
  for (const page of pagesFor(query, post, site).slice(0, TRIES)) {
    const insert = write(page);
    if (insert !== undefined) offers.push(offerOf(page, insert, site));
    if (offers.length === LIMIT) break;
  }
  return offers;
}

function offerOf(page: ShelfPage, insert: string, site: Site): Offer {
  const facts = page.isHidden ? site.index.of(page.path) : undefined;
  const [badge] = facts ? badgesOf(facts, site, site.language) : [];
  return { kind: page.isPost ? 'post' : 'page', label: page.title, detail: page.address ?? page.path, ...(badge ? { status: badge.text } : {}), insert };
}

function byTag(typing: Extract<Typing, { kind: 'argument' }>, post: Post, site: Site): readonly Offer[] {
  const tag = pageTag(typing.before + 'x' + typing.after);
  if (!tag) return [];
  const usual = usageOf(post, site).tag;
  const style = typing.typed.startsWith('/') ? { hasSlash: true, isName: false, hasExtension: usual?.style.hasExtension ?? true } : usual?.style;
  return offerPages(queryOf(typing.typed), post, site, page => withPage(tag, page.path, post, site, style)?.argument);
}

