// The date of a post wherever its page spells it, whichever clock the theme goes by.
import { momentOf, wallClock, type WrittenDate } from '../dates';
import type { Post } from '../post';
import type { Site } from '../site';
import { datesIn } from './spelling';
import type { Part } from './slots';

/** A clock by which a theme may show a moment. */
type Clock = (date: WrittenDate) => WrittenDate;

/** As it is written, by the site's zone, the machine's and UTC: engines and themes differ in that. */
function clocksOf(site: Site): readonly Clock[] {
  const zone = site.flavor.zone(site);
  const at = (name: string): Clock => date => (date.hasTime || date.offset !== undefined ? wallClock(momentOf(date, zone), name) : date);
  return [date => date, at(zone), at('UTC'), at(site.timeZone)];
}

export const dateOfPost = (post: Pick<Post, 'path' | 'frontMatter'>, site: Site): WrittenDate | undefined => {
  const date = site.flavor.date(post, site);
  return date === 'unreadable' ? undefined : date;
};

/** The places in a text that spell the date of the page. A post without a date has none there. */
export function dateParts(text: string, built: WrittenDate, site: Site): readonly Part[] {
  const clocks = clocksOf(site);
  return datesIn(text, site.config.language, clocks.map(clock => clock(built))).flatMap(({ start, end, year, month, day, hour, minute, offset, spell }): readonly Part[] => {
    const isSame = (date: WrittenDate): boolean => date.year === year && date.month === month && date.day === day && (hour === undefined || !built.hasTime || (date.hour === hour && date.minute === minute));
    const clock = (offset === undefined ? clocks : [atOffset(offset, site)]).find(each => isSame(each(built)));
    if (!clock) return [];
    return [{ start, end, fill: (post: Post): string => { const now = dateOfPost(post, site); return now ? spell(clock(now)) : ''; } }];
  });
}

/** Where an offset is spelled, the clock is that one. */
const atOffset = (offset: number, site: Site): Clock => date => ({ ...wallClock(momentOf(date, site.flavor.zone(site)) + offset * 60_000, 'UTC'), offset });
