import { isoDay, wallClock } from '../core/dates';
import type { Say } from '../core/language';
import { KINDS, seriesIn, type Kind, type PeriodUnit } from '../core/writing';
import { customsOf, type Customs, type DateCustom, type Ordinal } from '../core/writing/customs';
import { periodInName } from '../core/writing/period';
import { tellPeriod, tellWeekday } from '../core/writing/periodwords';
import { chooseAll, oneOf, siteOpener } from './choose';
import type { Command } from './cli';
import { now, pagesOf, readPost, timeZone, type DiskSite } from './disk';

export const seriesCommand: Command = {
  usage: 'series [SITE] [--format text|json]',
  about: 'The series of a site, and what was learnt of each: how its issues are dated, what comes again, and the next one.',
  options: { format: { type: 'string' } },
  help: [
    ['--format text', 'a few lines for each series'],
    ['--format json', 'one array of {name,kind,unit,issues,first,last,gaps,taken,next:{file,title},date:{day,weekday,every,periodsLater,time},headings:{always,often},keys}'],
    ['', 'unit is month, quarter, half, season, year, number or day; issues are called 2026-11, 2026-q4, 2026-h2, 2026-winter, 2026, 12 or 2026-11-30'],
    ['', 'kind is null where no kind knows the posts; day is "last", a day of the month or null; every counts days, weekday from 1 for Monday'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['text', 'json']);
    const found = chooseAll(paths, siteOpener(say)).flatMap(({ site }) => known(site));
    if (format === 'json') process.stdout.write(`${JSON.stringify(found.map(row))}\n`);
    else process.stdout.write(found.map(each => `${paragraph(each, say).join('\n')}\n`).join('\n'));
    return 0;
  },
};

interface Known {
  readonly site: DiskSite;
  readonly kind: Kind | undefined;
  readonly name: string;
  readonly customs: Customs;
}

function known(site: DiskSite): readonly Known[] {
  const posts = pagesOf(site).flatMap(file => readPost(site, file) ?? []);
  const today = { ...wallClock(now(), timeZone()), hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
  // one post that names a period is none yet
  return seriesIn(posts, site).filter(({ issues }) => issues.length > 1)
    .map((series): Known => ({ site, kind: series.kind, name: series.name, customs: customsOf(series.kind ?? KINDS[0]!, series, today, site) }));
}

const unitOf = ({ lead, last }: Customs): PeriodUnit | 'number' | 'day' => (lead === 'period' ? last.period!.unit : lead === 'number' ? 'number' : 'day');

function row({ kind, name, customs }: Known): object {
  const { lead, first, last, gaps, taken, date, ...rest } = customs;
  const call = ({ period, number, date: day }: Ordinal): string => (lead === 'period' ? periodInName(period!) : lead === 'number' ? String(number) : day ? isoDay(day) : '');
  return {
    name, kind: kind?.id ?? null, unit: unitOf(customs), issues: rest.issues, first: call(first), last: call(last), gaps: gaps.map(call), taken: taken.map(call), next: rest.next,
    date: { day: date.day ?? null, weekday: date.weekday ?? null, every: date.every ?? null, periodsLater: date.periodsLater ?? null, time: date.time ?? null }, headings: rest.headings, keys: rest.keys,
  };
}

function paragraph({ site, kind, name, customs }: Known, say: Say): readonly string[] {
  const { lead, issues, first, last, gaps, taken, next, date, headings, keys } = customs;
  const tell = ({ period, number, date: day }: Ordinal): string => (lead === 'period' ? tellPeriod(period!, true, site) : lead === 'number' ? say('number {0}', number!) : day ? isoDay(day) : '');
  const list = (all: readonly string[]): string => all.join(', ');
  return [
    kind ? say('{0} ({1}): {2} issues, {3} to {4}', name, say(kind.name), issues, tell(first), tell(last)) : say('{0}: {1} issues, {2} to {3}', name, issues, tell(first), tell(last)),
    ...(gaps.length ? [say('missing: {0}', list(gaps.map(tell)))] : []),
    ...(taken.length ? [say('more than once: {0}', list(taken.map(tell)))] : []),
    say('next: {0}, "{1}"', next.file, next.title),
    ...dated(date, unitOf(customs), site, say),
    ...(headings.always.length ? [say('headings of every issue: {0}', list(headings.always))] : []),
    ...(headings.often.length ? [say('headings of many issues: {0}', list(headings.often))] : []),
    ...(keys.length ? [say('front matter: {0}', list(keys))] : []),
  ].map((line, at) => (at === 0 ? line : `  ${line}`));
}

function dated({ day, weekday, every, periodsLater, time }: DateCustom, unit: ReturnType<typeof unitOf>, site: DiskSite, say: Say): readonly string[] {
  const isMonthly = unit === 'month' || unit === 'number' || unit === 'day';
  const parts = [
    ...(weekday === undefined || every === undefined ? [] : [every === 7 ? say('every week on {0}', tellWeekday(weekday, site)) : say('every {0} weeks on {1}', every / 7, tellWeekday(weekday, site))]),
    ...(day === 'last' ? [isMonthly ? say('on the last day of a month') : say('on the last day of a period')] : day === undefined ? [] : [say('on day {0} of a month', day)]),
    ...(periodsLater === 1 ? [say('in the period after its own')] : []),
    ...(time === undefined ? [] : [say('at {0}', time)]),
  ];
  return parts.length ? [say('date: {0}', parts.join(', '))] : [];
}
