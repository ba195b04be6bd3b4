// What the rest of a blog may ask of a page: small, plain data, so that a blog of thousands fits in memory and, between
// sessions, on the disk. Rules that look across posts see only this.
import type { Field } from './frontmatter';
import { SCHEME } from './links';
import type { Link } from './markdown/document';
import type { Head, Source } from './source';
import { fieldText } from './source';
import type { Post } from './post';
import type { Site } from './site';
import type { Span } from './span';
import { readSwitches, type Switches } from './switches';

export interface Facts extends Source {
  readonly frontMatter: FactsHead | undefined;
  /** As the engine would call it. */
  readonly title: string | undefined;
  readonly headings: readonly HeadingFact[];
  /** All ids a link can lead to, those of headings included. */
  readonly anchors: ReadonlySet<string>;
  /** Ids and headings (folded, without blanks) that the text seems to have and the parse does not: behind HTML or templates. */
  readonly looseAnchors: readonly string[];
  /** Templates in the body may make ids that the parse does not see. */
  readonly mayHaveMoreAnchors: boolean;
  readonly links: readonly LinkFact[];
  readonly switches: Switches;
}

export interface FactsHead extends Head {
  /** The line on which it begins. */
  readonly firstLine: Span;
  readonly fields: readonly FactField[];
  field(key: string): FactField | undefined;
}

export type FactField = Pick<Field, 'key' | 'value' | 'source' | 'span' | 'valueSpan'>;

export interface HeadingFact {
  readonly level: number;
  readonly text: string;
  readonly id: string | undefined;
  readonly start: number;
}

export interface LinkFact {
  /** As written in the source, neither decoded nor resolved. */
  readonly target: string;
  /** Where the target is written; of links by reference that share a definition only one is kept. */
  readonly targetSpan: Span;
  readonly isImage: boolean;
  /**
   * Where it is written, as engines treat these differently: in Markdown, in raw HTML, as a value in a template tag that
   * hands it on (`link`) or looks a file up for it (`resource`), or as a template tag of its own (`tag`).
   */
  readonly place: 'markdown' | 'html' | 'link' | 'resource' | 'tag';
}

const known = new WeakMap<Post, { readonly flavor: Site['flavor']; readonly facts: Facts }>();

/** Made once a post. */
export function factsOf(post: Post, site: Pick<Site, 'flavor'>): Facts {
  const before = known.get(post);
  if (before?.flavor === site.flavor) return before.facts;
  const facts = makeFacts(post, site);
  known.set(post, { flavor: site.flavor, facts });
  return facts;
}

function makeFacts(post: Post, { flavor }: Pick<Site, 'flavor'>): Facts {
  const tags = flavor.tagLinks(post.text, post.body);
  const inTags = tags.filter(({ place }) => place === 'tag');
  const written = post.links.filter(link => !hasNoScheme(link)).map(({ target, targetSpan, isImage, kind }): LinkFact => ({ target, targetSpan, isImage, place: kind === 'html' ? 'html' : 'markdown' }));
  const starts = new Set<number>();
  const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;
  return {
    path: post.path,
    frontMatter: post.frontMatter && headOf(post),
    title: post.frontMatter?.isBroken ? undefined : fieldText(post, ['title']) ?? flavor.impliedTitle(post),
    headings: post.headings.map(({ level, text, id, span }) => ({ level, text, id, start: span.start })),
    anchors: post.document.anchors,
    looseAnchors: looseAnchors(post),
    mayHaveMoreAnchors: flavor.mayMakeAnchors(post.text, post.body),
    links: [
      ...written.filter(({ targetSpan }) => !starts.has(targetSpan.start) && starts.add(targetSpan.start)),
      ...tags.filter(link => link.place !== 'tag'),
      // a tag may be the whole of a link's target
      ...inTags.filter(tag => !written.some(({ targetSpan }) => isWithin(tag.targetSpan, targetSpan))),
    ].sort((a, b) => a.targetSpan.start - b.targetSpan.start),
    switches: readSwitches(post),
  };
}

/** `<me@example.com>` and `www.example.com`: engines put the scheme in front. */
const hasNoScheme = ({ kind, target }: Link): boolean => kind === 'autolink' && !SCHEME.test(target);

const fold = (text: string): string => text.normalize('NFC').toLowerCase();

function looseAnchors({ text, lines, body, document, headings }: Post): readonly string[] {
  const found = new Set<string>();
  const source = text.slice(body.start);
  // what is in HTML that the engine drops is really not there
  if (document.keepsHtml) for (const [, id] of source.matchAll(/\b(?:id|name)=["']?([^"'\s>]+)/g)) found.add(fold(id!));
  const starts = new Set(headings.map(({ span }) => lines.lineAt(span.start)));
  for (const line of source.matchAll(/^ {0,3}#{1,6}[ \t].*/gm)) if (!starts.has(lines.lineAt(body.start + line.index))) found.add(bare(line[0]));
  for (const id of document.anchors) found.delete(fold(id));
  return [...found];
}

/** Letters and digits alone. */
const bare = (text: string): string => fold(text.replace(/[^\p{L}\p{N}]+/gu, ''));

function headOf({ frontMatter, lines }: Post): FactsHead {
  const fields = frontMatter!.fields.map(({ key, value, source, span, valueSpan }): FactField => ({ key, value: plain(value), source: source.slice(0, 200), span, valueSpan }));
  return headFrom(frontMatter!, lines.spanOf(lines.lineAt(frontMatter!.span.start)), fields);
}

/** Dates as text, as the rest of the engine asks for them. */
const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** A head of its fields. */
export function headFrom({ isBroken, isUnclosed }: Pick<Head, 'isBroken' | 'isUnclosed'>, firstLine: Span, fields: readonly FactField[]): FactsHead {
  const byKey = new Map(fields.map(field => [field.key.toLowerCase(), field]));
  return { isBroken, isUnclosed, firstLine, fields, field: key => byKey.get(key.toLowerCase()) };
}
