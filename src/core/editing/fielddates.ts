// Dates that may be meant in a post's front matter, written as this blog writes dates.
import { dayOf, daysInMonth, momentOf, readDate, wallClock, type WrittenDate } from '../dates';
import { splitPath } from '../files';
import { parseFrontMatter, type Format } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import { applyEdits } from '../span';
import { isForm, usualForm, writtenAs } from '../writing/dateform';

export interface DateOffer {
  /** In the reader's words: `Tomorrow at 09:00`. */
  readonly label: string;
  /** As it is to be written, quotes included. */
  readonly text: string;
}

const clock = (site: Site): string => site.config.timeZone ?? site.timeZone;

/** Now first; of a key that says when something was changed, nothing else. */
export function dateTexts(key: string, format: Format, post: Post, site: Site): readonly DateOffer[] {
  const form = formFor(key, format, post, site);
  if (form === undefined) return [];
  const { say, now } = site;
  const zone = clock(site);
  const today = wallClock(now, zone);
  const at = (date: WrittenDate, hour: number): number => momentOf({ ...dayOf(date.year, date.month, date.day), hour, hasTime: true }, zone);
  const offer = (label: string, moment: number): readonly DateOffer[] => {
    const text = writtenAs(form, moment, zone, format);
    return text === undefined ? [] : [{ label, text }];
  };
  const current = nowText(key, form, format, post, site);
  const first = current === undefined ? [] : [{ label: say('Now'), text: current }];
  if (/^(?:last_?mod|modified|updated)/i.test(key)) return first;
  const tomorrow = wallClock(at(today, 12) + 86_400_000, zone);
  const named = readDate(/^\d{4}-\d{1,2}-\d{1,2}(?=[-_ .]|$)/.exec(nameOf(post.path))?.[0] ?? '');
  const all = [
    ...first,
    ...offer(say('Tomorrow at 09:00'), at(tomorrow, 9)),
    ...offer(say('The last day of this month'), at({ ...today, day: daysInMonth(today.year, today.month) }, 9)),
    ...(named ? offer(say('The day in the file name'), at(named, 0)) : []),
  ];
  return all.filter(({ text }, index) => all.findIndex(other => other.text === text) === index);
}

/** By the writer's clock; where the engine would take that for the future, by the engine's. */
export function nowText(key: string, form: string, format: Format, post: Post, site: Site): string | undefined {
  const { flavor, now } = site;
  const texts = [clock(site), flavor.zone(site), 'UTC'].flatMap(zone => writtenAs(form, now, zone, format) ?? []);
  if (!flavor.fields.date.includes(key) || !post.frontMatter || post.frontMatter.isBroken) return texts[0];
  const { frontMatter } = post;
  const isOver = (text: string): boolean => {
    const head = parseFrontMatter(applyEdits(post.text.slice(0, frontMatter.span.end), [frontMatter.setWritten(key, text)]), flavor.frontMatter);
    const date = flavor.date({ path: post.path, frontMatter: head }, site);
    return typeof date === 'object' && momentOf(date, flavor.zone(site)) <= now;
  };
  return texts.find(isOver) ?? texts[0];
}

/** Of the value that is there, else the blog's. */
export function formFor(key: string, _: Format, post: Post, site: Site): string | undefined {
  const own = post.frontMatter?.isBroken ? undefined : post.frontMatter?.field(key)?.source;
  return own !== undefined && isForm(own) ? own : usualForm(site).form;
}

/** Of a bundle its folder's. */
function nameOf(path: string): string {
  const { folder, name } = splitPath(path);
  return /^_?index\./i.test(name) ? splitPath(folder).name : name;
}
