import { isoDay, readDate, wallClock, momentOf, type WrittenDate } from '../dates';
import type { Facts } from '../facts';
import { splitPath } from '../files';
import type { Fix, Problem, FactsRule } from '../rule';
import type { Site } from '../site';

export const dateFilenameMismatch: FactsRule = {
  id: 'date-filename-mismatch',
  summary: 'The file name says another day than the front matter.',
  severity: 'information',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    if (!site.flavor.isPost(page.path, site) || page.frontMatter?.isBroken) return;
    const field = site.flavor.fields.date.map(key => page.frontMatter?.field(key)).find(found => found !== undefined);
    const named = nameDate(page.path);
    const date = site.flavor.date(page, site);
    if (!field || !named || date === undefined || date === 'unreadable') return;
    // the day may be written in one zone and read in another
    const days = [isoDay(date), isoDay(wallClock(momentOf(date, site.flavor.zone(site)), site.timeZone)), isoDay(wallClock(momentOf(date, site.flavor.zone(site)), site.flavor.zone(site)))];
    if (days.includes(named)) return;
    yield {
      span: field.valueSpan,
      message: site.say('The file name says {0}, and the date {1}.', named, isoDay(date)),
      fixes: fixes(field.source, field.valueSpan.start, date, named, site),
    };
  },
};

/** `2026-11-30-name.md`, or a folder of that form with the post in it. */
function nameDate(path: string): string | undefined {
  const { folder, name } = splitPath(path);
  const called = /^index\./i.test(name) ? splitPath(folder).name : name;
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_ ])/.exec(called)?.[0];
  const date = found === undefined ? undefined : readDate(found);
  return date && isoDay(date);
}

function fixes(source: string, start: number, date: WrittenDate, named: string, site: Site): readonly Fix[] {
  const at = source.indexOf(isoDay(date));
  return at < 0 ? [] : [{ title: site.say('Set the date to {0}', named), edits: [{ start: start + at, end: start + at + named.length, text: named }], isSafe: false }];
}
