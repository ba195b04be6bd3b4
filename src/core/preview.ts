// What the preview's page shows around the body: the head of the post as blogs show it, and its contents list.
import { dayInWords, isoDay, momentInWords } from './dates';
import { shownImages } from './markdown/dialect';
import { escaped } from './literal';
import type { Heading, View } from './markdown/document';
import type { Post } from './post';
import { fieldList, fieldText, type Source } from './source';
import type { Site } from './site';
import { withoutMarks } from './templating/boxes';
import { insertAll, type Insert } from './templating/expansion';

/** A badge says what will happen, not what the file says. A published post has none. */
export interface Badge {
  readonly kind: 'draft' | 'scheduled' | 'hidden';
  readonly text: string;
}

export interface PostHead {
  readonly title: string | undefined;
  /** The title is the body's first heading: there it is shown already. */
  readonly isTitleInBody: boolean;
  readonly summary: string | undefined;
  readonly author: string | undefined;
  /** In words of the reader's language, and as `2026-11-30` for machines. */
  readonly date: { readonly words: string; readonly iso: string } | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** As written in the front matter. */
  readonly cover: string | undefined;
  readonly badges: readonly Badge[];
  readonly wantsContents: boolean;
}

/** @param language of the reader, for dates: `ko`. */
export function headOf(post: Post, site: Site, language: string): PostHead {
  const { fields } = site.flavor;
  const date = site.flavor.date(post, site);
  const written = date === 'unreadable' ? undefined : date;
  const own = titleField(post);
  const implied = own === undefined ? site.flavor.impliedTitle(post) : undefined;
  return {
    title: own ?? implied,
    isTitleInBody: implied !== undefined && post.headings[0]?.level === 1 && post.headings[0].text === implied,
    summary: post.frontMatter?.isBroken ? undefined : fieldText(post, fields.summary),
    author: fieldText(post, fields.author) ?? fieldList(post, fields.author)[0],
    date: written && { words: dayInWords(written, language), iso: isoDay(written) },
    categories: fieldList(post, fields.categories),
    tags: fieldList(post, fields.tags),
    cover: coverOf(post, fields.cover),
    badges: badgesOf(post, site, language),
    wantsContents: fields.contents.some(key => isYes(post.frontMatter?.field(key)?.value)),
  };
}

/** Of front matter that cannot be read, what stands on the title's own line: the parser may have taken in all that follows. */
function titleField(post: Post): string | undefined {
  if (!post.frontMatter?.isBroken) return fieldText(post, ['title']);
  const line = post.frontMatter.field('title')?.source.split(/\r|\n/, 1)[0]?.trim();
  return line?.replace(/^["']|["']$/g, '') || undefined;
}

const isYes = (value: unknown): boolean => value === true || value === 'true' || value === 'yes';

/** `cover: a.png`, `cover: {image: a.png}` and `images: [a.png]` are all in use. */
function coverOf(post: Post, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = post.frontMatter?.field(key)?.value;
    const first: unknown = Array.isArray(value) ? value[0] : value;
    const path = typeof first === 'object' && first !== null ? Object.entries(first).find(([name]) => /^(image|src|path|url)$/.test(name))?.[1] : first;
    if (typeof path === 'string' && path.trim()) return path.trim();
  }
  return undefined;
}

/** @param language of the reader, for dates: `ko`. */
export function badgesOf(page: Source, site: Site, language: string): readonly Badge[] {
  const hidden = site.flavor.hidden(page, site);
  switch (hidden?.reasons[0]) {
    case undefined: return [];
    case 'draft': case 'published-false': return [{ kind: 'draft', text: site.say('Draft') }];
    case 'future': return [{ kind: 'scheduled', text: hidden?.until === undefined ? site.say('Not published yet') : site.say('Scheduled ({0})', momentInWords(hidden.until, language, site.timeZone)) }];
    case 'expired': return [{ kind: 'hidden', text: site.say('Not published: its expiry date is over') }];
    case 'not-read': return [{ kind: 'hidden', text: site.say('Not published: the file name is not one that {0} reads', site.flavor.name) }];
    case 'not-rendered': case 'output-false': case 'not-a-page': return [{ kind: 'hidden', text: site.say('Not published: its front matter says so') }];
  }
}

/** Headings of level 2 and 3 as a list of links, as engines make a table of contents; empty with fewer than two. */
export function contentsOf(headings: readonly Heading[]): readonly ContentsEntry[] {
  const top: ContentsEntry[] = [];
  for (const { level, text, id } of headings) {
    if (id === undefined || level > 3) continue;
    const entry: ContentsEntry = { text, id, below: [] };
    const parent = top.at(-1);
    if (level === 3 && parent) parent.below.push(entry);
    else top.push(entry);
  }
  return top.length + top.reduce((sum, { below }) => sum + below.length, 0) < 2 ? [] : top;
}

export interface ContentsEntry {
  readonly text: string;
  readonly id: string;
  readonly below: ContentsEntry[];
}

/** The body's HTML; without a view exactly the engine's, as far as its templates can be run here. */
export function renderBody(post: Post, site: Site, view?: View): string {
  const { dialect, flavor } = site;
  const expansion = flavor.isMarkdown(post.path) ? flavor.expand?.(post, site, view?.colour) : undefined;
  if (!expansion) return dialect.render(post.document, view);
  if (expansion.failure !== undefined) return (view ? boxHtml(expansion.failure) : '') + dialect.render(post.document, view);
  const firstLine = post.lines.lineAt(post.body.start);
  const document = dialect.parse(expansion.text, { start: 0, end: expansion.text.length }, true);
  const html = withoutMarks(dialect.render(document, view, view?.hasLines ? expansion.lines.map(line => line + firstLine) : undefined));
  return insertAll(html, expansion.inserts, insert => (view ? shownInsert(insert, view, firstLine) : insert.html));
}

function shownInsert({ html, line, box, address }: Insert, view: View, firstLine: number): string {
  if (address !== undefined && view.framesServices) return `<iframe src="${escaped(address)}"></iframe>\n`;
  if (box !== undefined) return boxHtml(box);
  const shown = shownImages(html, view);
  return view.hasLines ? shown.replace(/^\s*<(?:figure|div|details|pre)(?=[\s>])/, open => `${open} data-line="${line + firstLine}"`) : shown;
}

const boxHtml = (text: string): string => `<div class="unknown"><span class="unknown-name">${text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)}</span></div>\n`;
