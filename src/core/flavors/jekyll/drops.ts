// What Liquid may ask of the site and of a page: https://jekyllrb.com/docs/variables/ . Values are made when they are asked for; of
// what is not known of other pages, their texts and what lies in `_data`, the asking fails.
import { get, isData, text } from '../../data';
import { extensionOf, splitPath } from '../../files';
import type { Facts } from '../../facts';
import type { Post } from '../../post';
import type { Site } from '../../site';
import type { Scope } from '../../templating/liquidpage';
import { jekyllConfig } from './config';
import { dataOf } from './datafiles';
import { momentOfPage } from './dates';
import { defaultsFor } from './defaults';
import { entryOf } from './entries';
import { timeText } from './filters';
import { renderedText } from './markdown';
import { copyOf, urlOf } from './outputs';
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

interface Neighbours {
  readonly next: Values | null;
  readonly previous: Values | null;
}

/** `site` and `page` for the templates of a page. */
export function dropsOf(page: Post, site: Site): { readonly site: Values; readonly page: Values } {
  const drops = new Map<string, Values>();
  let listed: Lists | undefined;
  const all = (): Lists => (listed ??= readAll(site));
  const of = (facts: Facts): Values => {
    let known = drops.get(facts.path);
    if (!known) drops.set(facts.path, (known = pageDrop(facts, site, () => around(facts))));
    return known;
  };
  /** Document#next_doc: the later one. A page that does not appear yet stands where it will. */
  const around = (facts: Post | Facts): Neighbours => {
    const entry = entryOf(facts.path, site);
    const listed = entry === undefined || entry.kind === 'page' ? [] : all().documents.get(entry.kind === 'post' ? 'posts' : entry.collection) ?? [];
    const place = all().places.get(facts.path);
    const moment = place === undefined ? momentOfPage(facts, site) ?? site.now : 0;
    const at = place ?? listed.findIndex(other => later(momentOfPage(other, site) ?? site.now, other.path, moment, facts.path) > 0);
    const next = at < 0 ? undefined : listed[place === undefined ? at : at + 1];
    const previous = at < 0 ? listed.at(-1) : listed[at - 1];
    return { next: next ? of(next) : null, previous: previous ? of(previous) : null };
  };
  return { site: siteDrop(page, site, all, of), page: pageDrop(page, site, () => around(page)) };
}

function pageDrop(page: Post | Facts, site: Site, around: () => Neighbours): Values {
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
    // first of what is not known, so that nobody goes on to all posts from one to the next
    content: unknown('content'), ...(own['excerpt'] !== undefined ? {} : isDocument ? { excerpt: () => excerptOf(page, values.get('excerpt_separator'), site) } : { excerpt: () => null }),
    ...(isDocument ? {
      next: () => around().next, previous: () => around().previous,
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

/** Excerpt#extract_excerpt: the body up to the separator, with the definitions of links in what follows. Only the text of the page itself is known. */
function excerptOf(page: Post | Facts, own: unknown, site: Site): string {
  const separator = own === undefined || own === null ? text(site.config.data['excerpt_separator']) ?? '\n\n' : own;
  if (!('body' in page) || typeof separator !== 'string' || separator === '') throw new Error('excerpt');
  const body = page.text.slice(page.body.start, page.body.end).replace(/\r\n/g, '\n').replace(/^\n+/, '');
  const end = body.indexOf(separator);
  const head = end < 0 ? body : body.slice(0, end);
  // what templates make of it may be the excerpt again
  if (/\{[{%]/.test(head)) throw new Error('excerpt');
  const definitions = end < 0 ? [] : [...body.slice(end + separator.length).matchAll(/^ {0,3}(\[[^\]]+\])(:.+)$/gm)].filter(([, label = '']) => head.includes(label)).map(([, label = '', target = '']) => label + target);
  // the empty line above the definitions is one of the HTML as well
  return definitions.length ? `${renderedText(`${head}\n\n${definitions.join('\n')}`, site)}\n` : renderedText(head, site);
}

function siteDrop(page: Post, site: Site, all: () => Lists, of: (facts: Facts) => Values): Values {
  const { data, collections } = jekyllConfig(site);
  const documents = (name: string): readonly Values[] => {
    // in an order of its own, which may be by any value
    const settings = get(data, 'collections', name);
    if (isData(settings) && (settings['sort_by'] !== undefined || settings['order'] !== undefined)) throw new Error(`site.${name}`);
    return (all().documents.get(name) ?? []).map(of);
  };
  const collection = (name: string): Values => {
    const settings = get(data, 'collections', name);
    return drop(isData(settings) ? settings : {}, {
      label: () => name, output: () => collections.get(name)!.hasOutput, docs: () => (name === 'posts' ? posts().toReversed() : documents(name)), relative_directory: () => `_${name}`,
      files: unknown('files'), directory: unknown('directory'),
    });
  };
  const posts = (): readonly Values[] => all().posts.map(of);
  const by = (key: 'tags' | 'categories') => (): Values => {
    const found: Record<string, Values[]> = Object.create(null) as Record<string, Values[]>;
    // the names in the order of the years, the posts of each the other way
    for (const post of posts().toReversed()) for (const name of post[key] as readonly string[]) (found[name] ??= []).push(post);
    for (const list of Object.values(found)) list.reverse();
    return found;
  };
  return drop(
    { ...Object.fromEntries(Object.entries(data).filter(([key]) => !MADE.includes(key))), baseurl: baseUrl(site) },
    {
      time: () => timeText(site.now, site), posts, pages: () => all().pages.map(of), html_pages: () => all().pages.map(of),
      related_posts: () => all().posts.filter(({ path }) => path !== page.path).slice(0, 10).map(of),
      tags: by('tags'), categories: by('categories'),
      ...Object.fromEntries([...collections.keys()].filter(name => name !== 'posts').map(name => [name, () => documents(name)])),
      collections: () => [...collections.keys()].sort().map(collection),
      data: () => dataOf(site, lazy => drop({}, lazy)), static_files: () => staticFiles(site),
      ...Object.fromEntries(['github', 'html_files', 'documents'].map(name => [name, unknown(`site.${name}`)])),
    },
  );
}

/** Files that are copied, by their paths. When they were changed is not known. */
const staticFiles = (site: Site): readonly Values[] => [...site.files].filter(file => copyOf(file, site) !== undefined).sort().map(file => {
  const { name } = splitPath(file);
  const extension = extensionOf(name);
  return drop({}, {
    path: () => `/${entryOf(file, site)?.path ?? file}`, name: () => name, extname: () => extension, basename: () => name.slice(0, name.length - extension.length), modified_time: unknown('modified_time'), collection: unknown('collection'),
  });
});

interface Lists {
  /** Newest first. */
  readonly posts: readonly Facts[];
  /** By their names. */
  readonly pages: readonly Facts[];
  /** Oldest first, by collection. */
  readonly documents: ReadonlyMap<string, readonly Facts[]>;
  /** Of posts and documents in their lists. */
  readonly places: ReadonlyMap<string, number>;
}

/** Document#<=>: by moment, of one moment by path. */
const later = (moment: number, path: string, than: number, thanPath: string): number => moment - than || (path < thanPath ? -1 : Number(path > thanPath));

function readAll(site: Site): Lists {
  const pages: Facts[] = [];
  const documents = new Map<string, (readonly [moment: number, facts: Facts])[]>();
  for (const facts of site.index.all()) {
    const entry = entryOf(facts.path, site);
    if (!entry || whyHidden(facts, site)) continue;
    if (entry.kind === 'page') {
      pages.push(facts);
      continue;
    }
    const collection = entry.kind === 'post' ? 'posts' : entry.collection;
    const dated = [momentOfPage(facts, site) ?? site.now, facts] as const;
    const before = documents.get(collection);
    if (before) before.push(dated);
    else documents.set(collection, [dated]);
  }
  const inOrder = new Map([...documents].map(([name, dated]) => [name, dated.sort(([a, x], [b, y]) => later(a, x.path, b, y.path)).map(([, facts]) => facts)]));
  const named = ({ path }: Facts): string => splitPath(path).name;
  return { posts: (inOrder.get('posts') ?? []).toReversed(), pages: pages.sort((a, b) => (named(a) < named(b) ? -1 : Number(named(a) > named(b)))), documents: inOrder, places: new Map([...inOrder.values()].flatMap(list => list.map(({ path }, index) => [path, index] as const))) };
}
