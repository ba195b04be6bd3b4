// What the rules about a post's front matter share: whether there is one that can be asked, and where to point.
import { wallClock, type WrittenDate } from '../dates';
import type { Facts } from '../facts';
import { parseFrontMatter, type Field, type FieldValue, type FrontMatter } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import { withInherited, type Source } from '../source';
import { applyEdits, type Edit, type Span } from '../span';

/** The front matter of a post; undefined when it has none, when its values cannot be trusted, or when the file is no post. */
export function readableHead(post: Post, site: Site): FrontMatter | undefined {
  const { frontMatter } = post;
  return frontMatter && !frontMatter.isBroken && site.flavor.isPost(post.path, site) ? frontMatter : undefined;
}

/** Where to point at something that is not there: an empty field, else the line on which the front matter begins. */
export function placeOf(frontMatter: FrontMatter, post: Post, keys: readonly string[]): Span {
  const field = keys.map(key => frontMatter.field(key)).find(found => found !== undefined);
  return field ? field.span : post.lines.spanOf(post.lines.lineAt(frontMatter.span.start));
}

/** The first of the fields that is there, else where the page begins. */
export function placeOfField({ frontMatter }: Facts, keys: readonly string[]): Span {
  return keys.map(key => frontMatter?.field(key)).find(found => found !== undefined)?.span ?? frontMatter?.firstLine ?? { start: 0, end: 0 };
}

/** The post with what the site gives it. */
export function whole(page: Source, site: Site): Source {
  return { path: page.path, frontMatter: withInherited(page.frontMatter, site.flavor.inherited(page, site)) };
}

/** The first of the fields that has something in it. */
export function firstField(frontMatter: FrontMatter, keys: readonly string[]): Field | undefined {
  return keys.map(key => frontMatter.field(key)).find(field => field && field.value !== null && field.value !== undefined && field.value !== '');
}

/** The post with an edit of its front matter made, as far as flavors ask for it. */
export function editedHead(post: Pick<Post, 'path' | 'text'>, site: Site, edit: Edit): Source {
  return { path: post.path, frontMatter: parseFrontMatter(applyEdits(post.text, [edit]), site.flavor.frontMatter) };
}

/** The writer's own day. */
export function today(site: Site): WrittenDate {
  return { ...wallClock(site.now, site.config.timeZone ?? site.timeZone), hour: 0, minute: 0, second: 0, hasTime: false };
}

/** What this flavor's authors write for a title and a day, in their order; what a post may do without is left out. */
export function basicFields(title: string, site: Site): readonly (readonly [key: string, value: FieldValue])[] {
  const { fields, draftField } = site.flavor;
  return site.flavor.newFields({ title, date: today(site), summary: '', isDraft: false }, site)
    .filter(([key]) => key !== draftField.key && !fields.summary.includes(key));
}

/** The one field that makes a post a draft, and the edit that publishes it; undefined where its folder does. */
export function draftSwitch(frontMatter: FrontMatter, post: Pick<Post, 'path' | 'text'>, site: Site): { readonly key: string; readonly edit: Edit } | undefined {
  for (const name of new Set([site.flavor.draftField.key, 'draft', 'published'])) {
    const field = frontMatter.field(name);
    const value = String(field?.value);
    if (!field || (value !== 'true' && value !== 'false')) continue;
    const edit = { ...field.valueSpan, text: value === 'true' ? 'false' : 'true' };
    if (!site.flavor.isDraft(editedHead(post, site, edit), site)) return { key: field.key, edit };
  }
  return undefined;
}
