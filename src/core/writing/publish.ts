// Publishing a post and taking it back, as data: what changes in its front matter, and where its file goes. What is not
// a switch, a date or a name that has the date in it stays byte for byte.
import { isoDay, momentInWords, momentOf, readDate, wallClock, type WrittenDate } from '../dates';
import { splitPath } from '../files';
import { parseFrontMatter, type Field, type FrontMatter } from '../frontmatter';
import type { Post } from '../post';
import { draftSwitch } from '../rules/head';
import type { Site } from '../site';
import type { Source } from '../source';
import { applyEdits, lineEnding, type Edit } from '../span';
import { isForm, isWritten, usualForm, writtenAs } from './dateform';
import { movesTo, reshape, titleOf, type Refusal, type Told } from './reshape';

/** The post as no draft any more, dated now unless it has a day of its own that is not over: today's or one to come. */
export function publish(post: Post, site: Site): Told | Refusal {
  const { say, flavor } = site;
  const known = headOf(post, site);
  if ('refusal' in known) return known;
  if (!flavor.isDraft(post, site)) return { refusal: standing(post, site) };
  const { head } = known;
  const keepsDay = hasOwnDay(post, site);
  const date = keepsDay || !head ? [] : dateEdits(head, post, site);
  // the name has the day that is written: an offset of the writer's may make it another than the clock's
  const written = keepsDay || date.length ? flavor.date(edited(post, date, site), site) : undefined;
  const day = typeof written === 'object' ? written : wallClock(site.now, clock(site));
  const path = flavor.publishedPath?.(post.path, day, site) ?? (keepsDay ? post.path : redated(post.path, day));
  const edits = [...date, ...(head ? turnedOn(head, { path, text: post.text, frontMatter: post.frontMatter }, site) : [])];
  const change = reshape(post, edits, movesTo(post.path, path, site), site);
  if ('refusal' in change) return change;
  if (flavor.isDraft(change.post, change.site)) return { refusal: say('What makes this post a draft is not in the post itself.') };
  return { ...change, message: outcome(change.post, change.site) };
}

/** The post as a draft again: in the blog's folder of drafts, or by its head where there is none. */
export function unpublish(post: Post, site: Site): Told | Refusal {
  const { say, flavor } = site;
  const known = headOf(post, site);
  if ('refusal' in known) return known;
  if (flavor.isDraft(post, site)) return { refusal: say('This post is a draft already.') };
  const path = flavor.draftPath?.(post.path, site);
  const { key, draft } = flavor.draftField;
  const nl = lineEnding(post.text);
  const start = post.text.startsWith('\uFEFF') ? 1 : 0;
  const edit = known.head?.set(key, draft) ?? { start, end: start, text: `---${nl}${key}: ${draft}${nl}---${nl}${nl}` };
  const change = reshape(post, path === undefined ? [edit] : [], movesTo(post.path, path ?? post.path, site), site);
  return 'refusal' in change ? change : { ...change, message: say('"{0}" is a draft now.', titleOf(post)) };
}

function headOf(post: Post, site: Site): { readonly head: FrontMatter | undefined } | Refusal {
  const { say, flavor } = site;
  if (!flavor.isPost(post.path, site)) return { refusal: say('This file is no post of a blog.') };
  const head = post.frontMatter;
  if (head?.isBroken || (!head && flavor.needsFrontMatter)) return { refusal: say('The front matter of this post cannot be read.') };
  return { head };
}

const clock = (site: Site): string => site.config.timeZone ?? site.timeZone;

/** A day that is not over on the writer's own calendar, or words that no engine reads and the writer has to look at. */
function hasOwnDay(page: Source, site: Site): boolean {
  const date = site.flavor.date(page, site);
  if (date === 'unreadable') return site.flavor.fields.date.some(key => isWritten(page.frontMatter?.field(key)));
  if (date === undefined) return false;
  const today = isoDay(wallClock(site.now, clock(site)));
  return isoDay(date) >= today || isoDay(wallClock(momentOf(date, site.flavor.zone(site)), clock(site))) >= today;
}

const edited = (post: Pick<Post, 'path' | 'text'>, edits: readonly Edit[], { flavor }: Site): Source =>
  ({ path: post.path, frontMatter: parseFrontMatter(applyEdits(post.text, edits), flavor.frontMatter) });

/** A name, or a bundle's, that begins with a day. */
function redated(path: string, day: WrittenDate): string {
  const { folder, name } = splitPath(path);
  const isBundle = /^index\./i.test(name);
  const called = isBundle ? splitPath(folder) : { folder, name };
  const [, written, rest = ''] = /^(\d{4}-\d{1,2}-\d{1,2})([-_ ].*)$/s.exec(called.name) ?? [];
  if (written === undefined || !readDate(written)) return path;
  const own = `${called.folder === '' ? '' : `${called.folder}/`}${isoDay(day)}${rest}`;
  return isBundle ? `${own}/${name}` : own;
}

/**
 * By the writer's own clock, in the form of this post's date, else of the blog's. Where the engine reads that in another zone and
 * would take it for the future, by the clock of that zone: what is published now has to appear.
 */
function dateEdits(head: FrontMatter, post: Post, site: Site): readonly Edit[] {
  const { flavor, now } = site;
  const usual = usualForm(site);
  const own: Field | undefined = flavor.fields.date.map(key => head.field(key)).find(isWritten) ?? head.field(flavor.fields.date[0]!);
  if (!own && !usual.isWritten) return [];
  const form = own && isForm(own.source) ? own.source : usual.form;
  if (form === undefined) return [];
  const key = own?.key ?? flavor.fields.date[0]!;
  const edits = [clock(site), flavor.zone(site), 'UTC'].flatMap(zone => {
    const text = writtenAs(form, now, zone, head.format);
    return text === undefined ? [] : [head.setWritten(key, text, ['title'])];
  });
  const isOver = (edit: Edit): boolean => {
    const date = flavor.date(edited(post, [edit], site), site);
    return typeof date === 'object' && momentOf(date, flavor.zone(site)) <= now;
  };
  const edit = edits.find(isOver) ?? edits[0];
  return edit ? [edit] : [];
}

/** The switch says that this is no draft, or is gone where the blog's other posts have none. */
function turnedOn(head: FrontMatter, post: Pick<Post, 'path' | 'text' | 'frontMatter'>, site: Site): readonly Edit[] {
  const { flavor } = site;
  if (!flavor.isDraft(post, site)) return [];
  const found = draftSwitch(head, post, site);
  if (!found) return [head.set(flavor.draftField.key, !flavor.draftField.draft)];
  const others = [...site.index.all()].filter(page => page.path !== post.path && flavor.isPost(page.path, site) && !flavor.isDraft(page, site));
  const isUsual = !others.length || others.filter(page => page.frontMatter?.field(found.key)).length * 2 >= others.length;
  const gone = isUsual ? undefined : head.remove(found.key);
  return [gone && !flavor.isDraft(edited(post, [gone], site), site) ? gone : found.edit];
}

/** What is to be said of a post that is no draft. */
function standing(post: Post, site: Site): string {
  const hidden = site.flavor.hidden(post, site);
  return hidden ? outcome(post, site) : site.say('This post is no draft.');
}

function outcome(post: Post, site: Site): string {
  const hidden = site.flavor.hidden(post, site);
  if (!hidden) return site.say('"{0}" is no draft any more: the next build publishes it.', titleOf(post));
  if (hidden.until !== undefined) return site.say('"{0}" is scheduled: it appears on {1}, when the site is built after that.', titleOf(post), momentInWords(hidden.until, site.language, site.timeZone));
  return site.say('"{0}" is no draft, but something else keeps {1} from publishing it.', titleOf(post), site.flavor.name);
}
