// What of a post's front matter is switched, chosen or set without typing: yes and no, tags, the date. Each is an edit that leaves
// every other byte as it is.
import { parseFrontMatter, type Field } from '../frontmatter';
import { changeList } from '../frontmatterlist';
import type { Post } from '../post';
import type { Site } from '../site';
import { applyEdits, type Edit } from '../span';
import { formFor, nowText } from './fielddates';
import { shapeOfKey } from './fieldvalues';
import { useOf } from './keyuse';
import { valuesOf } from './usedvalues';

export interface Switch {
  /** The key, below the maps that it is in. */
  readonly path: readonly string[];
  /** As it counts; undefined where neither post nor site say it. */
  readonly value: boolean | undefined;
  /** In the post itself. */
  readonly isWritten: boolean;
  readonly meaning: string | undefined;
}

/** Those of the post, then those that other posts have, then the engine's; none where the front matter cannot be read. */
export function switchesOf(post: Post, site: Site): readonly Switch[] {
  const { frontMatter } = post;
  if (!frontMatter || frontMatter.isBroken) return [];
  const known = site.flavor.keys(site);
  const given = site.flavor.inherited(post, site);
  const found = new Map<string, Switch>();
  const add = (path: readonly string[], field: Field | undefined): void => {
    const name = path.join('\n').toLowerCase();
    if (found.has(name) || (field && typeof field.value !== 'boolean')) return;
    const key = path.at(-1)!;
    const inherited = path.length === 1 ? given[key] : undefined;
    found.set(name, {
      path, isWritten: field !== undefined, value: field ? field.value as boolean : typeof inherited === 'boolean' ? inherited : undefined,
      meaning: path.length === 1 ? known.find(entry => entry.key.toLowerCase() === key.toLowerCase())?.meaning : undefined,
    });
  };
  for (const field of frontMatter.fields) {
    add([field.key], field);
    for (const below of field.fields) add([field.key, below.key], below);
  }
  // a key that is there with another value is no switch here
  const offer = (path: readonly string[]): void => { if (!frontMatter.at(path) && (path.length === 1 || frontMatter.setAt(path, true))) add(path, undefined); };
  for (const { key, above, form } of useOf(site).keys) if (form.shape === 'switch') offer(above === '' ? [key] : [above, key]);
  for (const { key, shape, source, isOld, isForLists } of known) if (shape === 'switch' && source !== undefined && !isOld && !isForLists) offer([key]);
  if (!site.flavor.needsFrontMatter) offer([site.flavor.draftField.key]);
  return [...found.values()];
}

/** The switch in its other position; one that nobody has set is on. */
export const flipped = (post: Post, { path, value }: Switch): Edit | undefined => post.frontMatter?.setAt(path, !(value ?? false));

/** The switch whose key or value is on the line of an offset. */
export function switchAt(post: Post, offset: number, site: Site): Switch | undefined {
  const line = post.lines.lineAt(offset);
  return switchesOf(post, site).find(({ path, isWritten }) => isWritten && post.lines.lineAt(post.frontMatter!.at(path)!.keySpan.start) === line);
}

/** The key of the date on the line of an offset. */
export function dateAt(post: Post, offset: number, site: Site): string | undefined {
  const line = post.lines.lineAt(offset);
  if (!post.frontMatter || post.frontMatter.isBroken) return undefined;
  return post.frontMatter.fields.find(({ key, keySpan }) => post.lines.lineAt(keySpan.start) === line && shapeOfKey(key, site) === 'date')?.key;
}

/** A date set to now, in its own form; undefined where no form is known. */
export function dated(post: Post, key: string, site: Site): Edit | undefined {
  const { frontMatter } = post;
  if (!frontMatter || frontMatter.isBroken) return undefined;
  const form = formFor(key, frontMatter.format, post, site);
  const text = form === undefined ? undefined : nowText(key, form, frontMatter.format, post, site);
  return text === undefined ? undefined : frontMatter.setWritten(key, text, ['title']);
}

export interface Tags {
  readonly key: string;
  readonly own: readonly string[];
  /** Of the blog, the most used first, with the number of pages that have them; the post's own among them. */
  readonly all: ReadonlyMap<string, number>;
}

/** Undefined where the front matter cannot be read, or has something else than a list. */
export function tagsOf(post: Post, site: Site): Tags | undefined {
  const { frontMatter } = post;
  const { fields: { tags }, listSeparator } = site.flavor;
  if (!frontMatter || frontMatter.isBroken) return undefined;
  const key = tags.find(name => frontMatter.field(name)) ?? tags[0]!;
  const value = frontMatter.field(key)?.value;
  const own = Array.isArray(value) ? value.map(String) : value === undefined || value === null || value === '' ? [] : typeof value === 'string' && listSeparator ? value.split(listSeparator).filter(Boolean) : typeof value === 'object' ? undefined : [String(value)];
  return own && { key, own, all: valuesOf(site).get(key.toLowerCase()) ?? new Map() };
}

/** The edit after which the post has these tags: what stays keeps its place, quotes and comments. Undefined where nothing changes or the list is one that cannot be changed. */
export function retagged(post: Post, wanted: readonly string[], site: Site): Edit | undefined {
  const tags = tagsOf(post, site);
  if (!tags || !post.frontMatter) return undefined;
  const { key, own } = tags;
  const isWords = site.flavor.listSeparator !== undefined && typeof post.frontMatter.field(key)?.value === 'string' && own.length > 1;
  if (isWords) {
    const kept = [...own.filter(tag => wanted.includes(tag)), ...wanted.filter(tag => !own.includes(tag))];
    return changed(post.text, applyEdits(post.text, [kept.some(tag => /\s/.test(tag)) ? post.frontMatter.set(key, kept) : post.frontMatter.set(key, kept.join(' '))]));
  }
  const { list } = useOf(site);
  const form = list?.indent === undefined || post.frontMatter.format !== 'yaml' ? 'flow' : { indent: list.indent };
  const steps = [...wanted.filter(tag => !own.includes(tag)).map(add => ({ add })), { remove: own.filter(tag => !wanted.includes(tag)) }];
  let { text } = post;
  for (const step of steps) {
    const head = parseFrontMatter(text, site.flavor.frontMatter);
    const edits = head && changeList(text, head, key, step, form, ['title', ...site.flavor.fields.date, ...site.flavor.fields.categories]);
    if (!edits) return undefined;
    text = applyEdits(text, edits);
  }
  return changed(post.text, text);
}

/** Between a carriage return and its line feed, or the halves of a letter. */
const isWithin = (text: string, at: number): boolean => /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])/.test(text.slice(at - 1, at + 1));

/** One edit from one text to another, around which all is the same. */
function changed(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  let start = 0;
  while (before[start] === after[start]) start++;
  while (start > 0 && isWithin(before, start)) start--;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  while (end > 0 && isWithin(before, before.length - end)) end--;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
