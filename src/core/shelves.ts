// The posts of a blog as a writer keeps them in mind: drafts, what is scheduled, what will not appear, and what readers have, by year.
// A post that changes is put on another shelf without a look at the others.
import { momentOf, wallClock } from './dates';
import { shownTitle } from './editing/shelf';
import type { HiddenReason } from './flavors/flavor';
import type { Say } from './language';
import { whyHidden } from './publication';
import type { Site } from './site';

/** A year of four digits is a shelf of what appeared in it. */
export type ShelfId = 'drafts' | 'scheduled' | 'hidden' | 'undated' | number;

export interface ShelfPost {
  readonly path: string;
  readonly title: string;
  readonly shelf: ShelfId;
  /** Milliseconds since 1970: when it appeared or will appear; of a draft when it was last edited. 0 where nobody knows. */
  readonly moment: number;
  /** Why it will not appear, on the shelf of those. */
  readonly why?: HiddenReason | 'collision';
  /** The path below which readers find it, decoded. */
  readonly address: string | undefined;
}

/** @param editedAt of the file, in milliseconds since 1970 @returns undefined for a page that is no post, or is not known */
export function shelfPost(path: string, site: Site, editedAt: number): ShelfPost | undefined {
  const facts = site.index.of(path);
  const { flavor } = site;
  if (!facts || !flavor.isPost(path, site)) return undefined;
  const post = { path, title: shownTitle(facts), address: flavor.url(facts, site) };
  const [why] = whyHidden(facts, site);
  const date = flavor.date(facts, site);
  const zone = flavor.zone(site);
  const moment = typeof date === 'object' ? momentOf(date, zone) : 0;
  switch (why) {
    case undefined: return typeof date === 'object' ? { ...post, shelf: date.hasTime ? wallClock(moment, zone).year : date.year, moment } : { ...post, shelf: 'undated', moment: editedAt };
    case 'draft': case 'published-false': return { ...post, shelf: 'drafts', moment: editedAt };
    case 'future': return { ...post, shelf: 'scheduled', moment: flavor.hidden(facts, site)?.until ?? moment };
    default: return { ...post, shelf: 'hidden', moment, why };
  }
}

/** Newest first, but what is to come in the order in which it will. */
function compare(a: ShelfPost, b: ShelfPost): number {
  const byMoment = a.shelf === 'scheduled' ? a.moment - b.moment : b.moment - a.moment;
  return byMoment || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

const FIRST: readonly ShelfId[] = ['drafts', 'scheduled', 'hidden'];

export class Shelves {
  private readonly byPath = new Map<string, ShelfPost>();
  private readonly byShelf = new Map<ShelfId, ShelfPost[]>();

  /** Those that hold something, in the order in which they are shown. */
  get all(): readonly ShelfId[] {
    const years = [...this.byShelf.keys()].filter(id => typeof id === 'number').sort((a, b) => b - a);
    return [...FIRST, ...years, 'undated' as const].filter(id => this.byShelf.has(id));
  }

  get size(): number {
    return this.byPath.size;
  }

  posts(shelf: ShelfId): readonly ShelfPost[] {
    return this.byShelf.get(shelf) ?? [];
  }

  post(path: string): ShelfPost | undefined {
    return this.byPath.get(path);
  }

  paths(): Iterable<string> {
    return this.byPath.keys();
  }

  /** @param post undefined takes it away @returns the shelves that are others now */
  put(path: string, post: ShelfPost | undefined): ReadonlySet<ShelfId> {
    const before = this.byPath.get(path);
    if (JSON.stringify(before) === JSON.stringify(post)) return new Set();
    if (before) this.take(before);
    if (post) {
      const posts = this.byShelf.get(post.shelf) ?? [];
      if (!posts.length) this.byShelf.set(post.shelf, posts);
      posts.splice(placeOf(post, posts), 0, post);
      this.byPath.set(path, post);
    }
    return new Set([before, post].flatMap(each => (each ? [each.shelf] : [])));
  }

  private take(post: ShelfPost): void {
    const posts = this.byShelf.get(post.shelf) ?? [];
    posts.splice(placeOf(post, posts), 1);
    if (!posts.length) this.byShelf.delete(post.shelf);
    this.byPath.delete(post.path);
  }
}

/** Where a post stands, or would. */
function placeOf(post: ShelfPost, posts: readonly ShelfPost[]): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(posts[middle]!, post) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function shelfName(shelf: ShelfId, say: Say): string {
  switch (shelf) {
    case 'drafts': return say('Drafts');
    case 'scheduled': return say('Scheduled');
    case 'hidden': return say('Will not appear');
    case 'undated': return say('Without a readable date');
    default: return String(shelf);
  }
}

/** What stands beside a title: a day, a moment in words, or why readers will not see it. @param language of the reader */
export function besideTitle(post: ShelfPost, now: number, timeZone: string, language: string, say: Say): string {
  if (post.why !== undefined) return whyInShort(post.why, say);
  if (post.moment === 0) return '';
  const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language, { timeZone, ...options }).format(post.moment);
  const year = wallClock(post.moment, timeZone).year === wallClock(now, timeZone).year ? {} : { year: 'numeric' } as const;
  switch (post.shelf) {
    case 'scheduled': return format({ ...year, month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    case 'drafts': case 'undated': return say('edited {0}', format({ ...year, month: 'short', day: 'numeric' }));
    default: return format({ month: 'short', day: 'numeric' });
  }
}

function whyInShort(why: HiddenReason | 'collision', say: Say): string {
  switch (why) {
    case 'expired': return say('expired');
    case 'not-read': return say('its file name is not read');
    case 'collision': return say('another post has its address');
    default: return say('its front matter says so');
  }
}
