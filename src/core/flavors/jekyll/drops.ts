// What Liquid may ask of the site and of a page: https://jekyllrb.com/docs/variables/ . Values are made when they are asked for; of
// what is not known of other pages, their texts and what lies in `_data`, the asking fails.
import { splitPath } from '../../files';
import type { Facts } from '../../facts';
import type { Post } from '../../post';
import type { Site } from '../../site';
import type { Scope } from '../../templating/liquidpage';
import { jekyllConfig } from './config';
import { momentOfPage } from './dates';
import { defaultsFor } from './defaults';
import { entryOf } from './entries';
import { timeText } from './filters';
import { urlOf } from './outputs';
import { categoriesOf, slugOf } from './permalinks';
import { whyHidden } from './publication';
import { listOf, rubyValue, valuesOf } from './values';
import { baseUrl, MADE } from './write';

type Values = Record<string, unknown>;

/** Without a prototype, and with what is reckoned only when it is asked for. */
function drop(values: Scope, lazy: Readonly<Record<string, () => unknown>>): Values {
  const made = Object.assign(Object.create(null) as Values, values);
  for (const [key, make] of Object.entries(lazy)) {
    let known: { readonly value: unknown } | undefined;
    Object.defineProperty(made, key, { enumerable: true, configurable: true, get: () => (known ??= { value: make() }).value });
  }
  return made;
}

const unknown = (name: string) => (): never => {
  throw new Error(name);
};

export function pageDrop(page: Post | Facts, site: Site): Values {
  const values = valuesOf(page, site);
  const entry = entryOf(page.path, site);
  const isDocument = entry !== undefined && entry.kind !== 'page';
  const own: Values = Object.create(null) as Values;
  for (const [key, value] of Object.entries(defaultsFor(page.path, site))) own[key] = value;
  if (!values.isLost && page.frontMatter?.isUnclosed !== true) for (const field of page.frontMatter?.fields ?? []) own[field.key] = plain(rubyValue(field) ?? own[field.key]);
  const url = (): string => urlOf(page, site)?.slice(site.config.basePath.length) ?? '';
  const { name } = splitPath(page.path);
  return drop(own, {
    url, name: () => name, path: () => entry?.path ?? page.path,
    content: unknown('content'), ...(own['excerpt'] === undefined ? { excerpt: unknown('excerpt') } : {}),
    ...(isDocument ? {
      title: () => own['title'] ?? site.flavor.impliedTitle({ path: page.path, headings: [] }),
      date: () => timeText(momentOfPage(page, site) ?? site.now, site),
      id: () => url().replace(/\.[^./]*$/, '').replace(/\/$/, ''),
      slug: () => slugOf(entry.path, values),
      categories: () => categoriesOf(entry, values),
      tags: () => [...new Set([...listOf(values.get('tags'), true), ...listOf(values.get('tag'), false)])],
      collection: () => (entry.kind === 'document' ? entry.collection : 'posts'),
      relative_path: () => entry.path, draft: () => entry.kind === 'post' && entry.isDraft,
      ext: () => /\.[^.]*$/.exec(name)?.[0] ?? '',
    } : {}),
  });
}

/** Dates as text, as everywhere here. */
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString().replace('T', ' ').replace(/\.\d+Z$/, ' +0000') : value);

export function siteDrop(page: Post, site: Site): Values {
  const { data, collections } = jekyllConfig(site);
  const drops = new Map<string, Values>();
  const of = (facts: Facts): Values => {
    let known = drops.get(facts.path);
    if (!known) drops.set(facts.path, (known = pageDrop(facts, site)));
    return known;
  };
  let listed: { readonly posts: readonly Facts[]; readonly pages: readonly Facts[]; readonly documents: ReadonlyMap<string, readonly Facts[]> } | undefined;
  const all = (): NonNullable<typeof listed> => (listed ??= readAll(site));
  const posts = (): readonly Values[] => all().posts.map(of);
  const by = (key: 'tags' | 'categories') => (): Values => {
    const found: Record<string, Values[]> = Object.create(null) as Record<string, Values[]>;
    for (const post of posts()) for (const name of post[key] as readonly string[]) (found[name] ??= []).push(post);
    return found;
  };
  return drop(
    { ...Object.fromEntries(Object.entries(data).filter(([key]) => !MADE.includes(key))), baseurl: baseUrl(site) },
    {
      time: () => timeText(site.now, site), posts, pages: () => all().pages.map(of), html_pages: () => all().pages.map(of),
      related_posts: () => all().posts.filter(({ path }) => path !== page.path).slice(0, 10).map(of),
      tags: by('tags'), categories: by('categories'),
      ...Object.fromEntries([...collections.keys()].filter(name => name !== 'posts').map(name => [name, () => (all().documents.get(name) ?? []).map(of)])),
      ...Object.fromEntries(['data', 'github', 'static_files', 'html_files', 'collections', 'documents'].map(name => [name, unknown(`site.${name}`)])),
    },
  );
}

/** Newest first, of one moment by their paths: Document#<=>. */
function readAll(site: Site): { readonly posts: readonly Facts[]; readonly pages: readonly Facts[]; readonly documents: ReadonlyMap<string, readonly Facts[]> } {
  const posts: (readonly [moment: number, facts: Facts])[] = [];
  const pages: Facts[] = [];
  const documents = new Map<string, Facts[]>();
  for (const facts of site.index.all()) {
    const entry = entryOf(facts.path, site);
    if (!entry || whyHidden(facts, site)) continue;
    if (entry.kind === 'post') posts.push([momentOfPage(facts, site) ?? site.now, facts]);
    else if (entry.kind === 'page') pages.push(facts);
    else documents.set(entry.collection, [...(documents.get(entry.collection) ?? []), facts]);
  }
  return { posts: posts.sort(([a, x], [b, y]) => b - a || (x.path < y.path ? 1 : -1)).map(([, facts]) => facts), pages, documents };
}
