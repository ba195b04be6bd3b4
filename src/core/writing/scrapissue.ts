// Which issue a link goes into: the one that is being written.
import type { WrittenDate } from '../dates';
import type { Facts } from '../facts';
import { parsePost, type Post } from '../post';
import type { Site } from '../site';
import { fieldText } from '../source';
import { kindsOf, newPost, type Models } from './index';
import type { Period } from './kind';
import { indexOf, periodIn } from './period';
import { retro } from './retro';
import { scrap } from './scrap';
import { currentPeriod, nameOf, type Issue, type Series } from './series';
import { seriesOf } from './whichseries';

export interface ScrapIssue {
  readonly post: Post;
  readonly title: string;
  readonly period: Period | undefined;
  /** It has yet to be made. */
  readonly isNew: boolean;
  /** The others of its series, the earliest first. */
  readonly others: readonly Issue<Post>[];
}

/** The blog's collections of links, the one with the newest issue first; what looks back is none. A lone post that names a month is one only where there is no other. */
export function scrapSeries(posts: readonly Post[], site: Site): readonly Series<Post>[] {
  const found = seriesOf(scrap, posts.filter(post => isScrap(post, site)), site);
  const grown = found.filter(({ issues }) => issues.length > 1);
  return grown.length ? grown : found;
}

/** Whether a post collects links, by its path and title. */
export function isScrap(post: Post | Facts, site: Site): boolean {
  const title = 'title' in post ? post.title ?? '' : titleOf(post, site);
  return site.flavor.isPost(post.path, site) && scrap.recognizes(post, title) && !retro.recognizes(post, title);
}

const titleOf = (post: Post, site: Site): string => fieldText(post, ['title']) ?? site.flavor.impliedTitle(post) ?? '';

/** @param all series of the blog, for the others of the post's own */
export function issueOf(post: Post, all: readonly Series<Post>[], site: Site): ScrapIssue {
  const own = all.find(({ issues }) => issues.some(issue => issue.post.path === post.path));
  const title = titleOf(post, site);
  return { post, title, period: periodIn(title) ?? periodIn(nameOf(post.path)), isNew: false, others: own?.issues.filter(issue => issue.post.path !== post.path) ?? [] };
}

/**
 * The newest issue, while readers do not have it or its period lasts; else the next one, as `newPost` makes it.
 * @param series undefined for a blog that has none
 */
export function scrapIssue(series: Series<Post> | undefined, date: WrittenDate, posts: readonly Post[], site: Site, models?: Models): ScrapIssue {
  const last = series?.issues.at(-1);
  if (series && last && isOpen(last, series, date, site)) return { post: last.post, title: last.title, period: last.period, isNew: false, others: series.issues.slice(0, -1) };
  return nextScrap(series, date, posts, site, models);
}

/** @param models the texts of the files that `modelFiles` names: the writer's own template has the last word, if a post can be made of it */
export function nextScrap(series: Series<Post> | undefined, date: WrittenDate, posts: readonly Post[], site: Site, models: Models = new Map()): ScrapIssue {
  const chosen = kindsOf(site, models).find(({ id }) => id === scrap.id);
  const kind = chosen?.own?.problems.some(({ severity }) => severity === 'error') ? scrap : chosen ?? scrap;
  const made = newPost(kind, { date, series: series?.name }, posts, site, models);
  // one that is there already and not known as an issue is gone on with
  const known = posts.find(({ path }) => path === made.path);
  const post = known ?? parsePost(made.path, made.text, site);
  const title = titleOf(post, site);
  return { post, title, period: periodIn(title) ?? periodIn(nameOf(made.path)), isNew: known === undefined, others: series?.issues ?? [] };
}

/** Whether the time of an issue is over, so that the next one may be meant. */
export const isOver = ({ period }: ScrapIssue, date: WrittenDate): boolean => period !== undefined && indexOf(period) < indexOf(currentPeriod(scrap, period.unit, date));

/** On a blog where issues that have long been read say that they are drafts, that says nothing, and the period alone counts. */
function isOpen({ post, period }: Issue<Post>, { issues }: Series<Post>, date: WrittenDate, site: Site): boolean {
  if (period && indexOf(period) >= indexOf(currentPeriod(scrap, period.unit, date))) return true;
  const isHidden = (each: Post): boolean => site.flavor.hidden(each, site) !== undefined;
  const earlier = issues.slice(0, -1);
  return isHidden(post) && earlier.filter(issue => isHidden(issue.post)).length * 2 <= earlier.length;
}
