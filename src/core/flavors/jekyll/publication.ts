// Whether a post, document or page appears: Publisher of Jekyll 4, `output` of its collection, `limit_posts`.
import { momentOf } from '../../dates';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { hiddenFor, type Hidden, type HiddenReason } from '../flavor';
import { jekyllConfig } from './config';
import { dateOf, momentOfPage, zoneOf } from './dates';
import { entryOf, type Entry } from './entries';
import { valuesOf, type Values } from './values';

export function whyHidden(page: Source, site: Site): Hidden | undefined {
  const { data, collections } = jekyllConfig(site);
  const entry = entryOf(page.path, site);
  if (!entry || (entry.kind === 'post' && !entry.isRead)) return hiddenFor(['not-read']);
  const values = valuesOf(page, site);
  const reasons: HiddenReason[] = [];
  if (entry.kind === 'post' && entry.isDraft && data['show_drafts'] !== true) reasons.push('draft');
  if (data['unpublished'] !== true && isUnpublished(entry, values)) reasons.push('published-false');
  // pages appear whatever their date
  const date = entry.kind === 'page' || (entry.kind === 'document' && page.frontMatter === undefined) ? undefined : dateOf(page, site);
  const until = date === undefined || date === 'unreadable' || data['future'] === true ? 0 : momentOf(date, zoneOf(site));
  if (Math.floor(until / 1000) > Math.floor(site.now / 1000)) reasons.push('future');
  if (!(collections.get(entry.kind === 'document' ? entry.collection : 'posts')?.hasOutput ?? true) && entry.kind !== 'page') reasons.push('output-false');
  if (!reasons.length && entry.kind === 'post' && isBeyondLimit(page.path, site)) reasons.push('not-rendered');
  return hiddenFor(reasons, until);
}

/** An empty value hides as `false` does. Of pages only what they say themselves counts. */
function isUnpublished(entry: Entry, values: Values): boolean {
  if (entry.kind === 'page' && !values.written('published')) return false;
  const value = values.get('published');
  return values.has('published') && (value === false || value === null);
}

const limited = new WeakMap<Site['index'], { readonly version: number; readonly now: number; readonly kept: ReadonlySet<string> }>();

/** `limit_posts` keeps the newest of the posts that would appear. */
function isBeyondLimit(path: string, site: Site): boolean {
  const limit = jekyllConfig(site).data['limit_posts'];
  if (typeof limit !== 'number' || limit <= 0) return false;
  let known = limited.get(site.index);
  if (known?.version !== site.index.version || known.now !== site.now) {
    known = { version: site.index.version, now: site.now, kept: newestPosts(limit, site) };
    limited.set(site.index, known);
  }
  return site.index.of(path) !== undefined && !known.kept.has(path);
}

function newestPosts(limit: number, site: Site): ReadonlySet<string> {
  return new Set(publishedPosts(site).slice(0, limit).map(({ path }) => path));
}

/** Every post that the build reads and publishes, the newest first; `limit_posts` aside. */
function publishedPosts(site: Site): readonly Source[] {
  const unlimited: Site = { ...site, config: { ...site.config, data: { ...site.config.data, limit_posts: 0 } } };
  return [...site.index.all()]
    .filter(page => entryOf(page.path, site)?.kind === 'post' && !whyHidden(page, unlimited))
    .map(page => ({ page, moment: momentOfPage(page, site) ?? site.now }))
    .sort((a, b) => b.moment - a.moment || (a.page.path < b.page.path ? 1 : -1))
    .map(({ page }) => page);
}

/** The posts that the site lists. */
export function postsOf(site: Site): readonly Source[] {
  return [...site.index.all()].filter(page => entryOf(page.path, site)?.kind === 'post' && !whyHidden(page, site));
}
