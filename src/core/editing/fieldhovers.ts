// What is worth knowing of a field of front matter that is pointed at: what it does for this engine, and what comes of its value.
import { dayInWords, isoOffset, isoTime, momentOf, readDate, type WrittenDate } from '../dates';
import type { HiddenReason } from '../flavors/flavor';
import type { KnownKey } from '../flavors/keys';
import type { Field } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import type { Span } from '../span';
import { shapeOfKey } from './fieldvalues';
import { useOf } from './keyuse';
import { isOfBlog } from './scope';
import { valuesOf } from './usedvalues';

export interface FieldAbout {
  readonly span: Span;
  /** The key, with the maps that it is in: `cover.image`; of an item of a list the item. */
  readonly title: string;
  /** What it is for; of an item nothing. */
  readonly meaning?: string;
  /** Plain sentences about this post. */
  readonly facts: readonly string[];
  /** The documentation's address. */
  readonly source?: string;
}

/** Undefined outside of front matter, in front matter that cannot be read, and where there is nothing to say. */
export function aboutFieldAt(post: Post, offset: number, site: Site): FieldAbout | undefined {
  const { frontMatter } = post;
  if (!frontMatter || frontMatter.isBroken || offset >= frontMatter.span.end || !isOfBlog(post.path, site)) return undefined;
  const path = pathAt(frontMatter.fields, offset);
  const field = path.at(-1);
  if (!field) return undefined;
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const [top] = path as readonly [Field];
  if (isAt(field.keySpan)) return aboutKey(path, field, post, site);
  const item = path.length === 1 && !isAt(field.keySpan) ? itemAt(top, offset, post.text) : undefined;
  if (item) {
    const count = valuesOf(site).get(top.key.toLowerCase())?.get(item.value);
    if (count !== undefined) return { span: item.span, title: item.value, facts: [site.say('{0} posts of the blog have it.', count)] };
  }
  const facts = path.length === 1 && isAt(field.valueSpan) ? factsOfValue(field, knownKey(field.key, site), post, site) : [];
  return facts.length ? { span: field.valueSpan, title: field.key, facts } : undefined;
}

function pathAt(fields: readonly Field[], offset: number): readonly Field[] {
  const field = fields.find(({ span }) => span.start <= offset && offset <= span.end);
  return field ? [field, ...pathAt(field.fields, offset)] : [];
}

const knownKey = (key: string, site: Site): KnownKey | undefined => site.flavor.keys(site).find(known => known.key.toLowerCase() === key.toLowerCase());

function aboutKey(path: readonly Field[], field: Field, post: Post, site: Site): FieldAbout {
  const { say, flavor } = site;
  const isTop = path.length === 1;
  const known = isTop ? knownKey(field.key, site) : undefined;
  const above = path.at(-2)?.key ?? '';
  const { posts, keys } = useOf(site);
  const use = keys.find(candidate => candidate.key.toLowerCase() === field.key.toLowerCase() && candidate.above.toLowerCase() === above.toLowerCase());
  const reader = known?.reader !== undefined ? say('Read by {0}.', known.reader)
    : !flavor.needsFrontMatter || known?.source !== undefined || !isTop ? undefined
      : known ? say('{0} hands it on: the theme reads it.', flavor.name) : say('{0} does not know this key: themes and templates may read it.', flavor.name);
  const given = isTop ? Object.entries(flavor.inherited(post, site)).find(([key]) => key.toLowerCase() === field.key.toLowerCase()) : undefined;
  return {
    span: field.keySpan, title: path.map(({ key }) => key).join('.'),
    ...(known ? { meaning: known.meaning } : {}), ...(known?.source === undefined ? {} : { source: known.source }),
    facts: [
      ...(reader === undefined ? [] : [reader]),
      ...(isTop ? factsOfValue(field, known, post, site) : []),
      ...(given ? [say('Without it the site gives {0}.', JSON.stringify(given[1]))] : []),
      ...(use ? [say('{0} of {1} posts of the blog have it.', use.posts, posts)] : []),
    ],
  };
}

function factsOfValue(field: Field, known: KnownKey | undefined, post: Post, site: Site): readonly string[] {
  const { say, flavor } = site;
  if (field.key === flavor.draftField.key) return [flavor.isDraft(post, site) ? say('This post is a draft: it will not be published.') : say('This post is no draft.')];
  if (known?.isOfAddress) {
    const address = flavor.url(post, site);
    return address === undefined ? [] : [say('The post’s address is {0}.', `${site.config.origin ?? ''}${address}`)];
  }
  const date = (known?.shape ?? shapeOfKey(field.key, site)) === 'date' ? readDate(String(field.value)) : undefined;
  return date ? factsOfDate(field, date, post, site) : [];
}

function factsOfDate(field: Field, date: WrittenDate, post: Post, site: Site): readonly string[] {
  const { say, flavor, now } = site;
  const zone = flavor.zone(site);
  const time = `${dayInWords(date, site.language)}${date.hasTime ? ` ${isoTime(date)}` : ''}`;
  const words = date.offset !== undefined ? `${time} (UTC${isoOffset(date.offset)})` : flavor.needsFrontMatter ? `${time} (${zone})` : time;
  const isAhead = momentOf(date, zone) > now;
  const reasons: readonly HiddenReason[] = flavor.hidden(post, site)?.reasons ?? [];
  if (reasons.includes('expired') && /^(?:expiry|unpublish)/i.test(field.key)) return [words, say('This moment is over: {0} leaves the post out.', flavor.name)];
  if (!isAhead || !flavor.needsFrontMatter || !knownKey(field.key, site)) return [words];
  if (reasons.includes('future') && !/^(?:expiry|unpublish|last|updated|modified)/i.test(field.key)) return [words, say('In the future: {0} leaves the post out until then.', flavor.name)];
  return [words, say('In the future.')];
}

/** An item of a list of tags or the like, by its text. */
function itemAt(field: Field, offset: number, text: string): { readonly value: string; readonly span: Span } | undefined {
  const values = Array.isArray(field.value) ? field.value.filter(item => typeof item === 'string') : typeof field.value === 'string' ? [field.value] : [];
  let from = field.valueSpan.start;
  for (const value of values) {
    const start = text.indexOf(value, from);
    if (value === '' || start < 0 || start > field.valueSpan.end) continue;
    from = start + value.length;
    if (start <= offset && offset <= from) return { value, span: { start, end: from } };
  }
  return undefined;
}
