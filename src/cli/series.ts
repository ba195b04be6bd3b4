import { wallClock } from '../core/dates';
import type { Say } from '../core/language';
import { KINDS, seriesOf, type Kind, type Period, type PeriodUnit } from '../core/writing';
import { customsOf, type Customs, type DateCustom } from '../core/writing/customs';
import { periodInName } from '../core/writing/period';
import { tellPeriod } from '../core/writing/periodwords';
import { chooseAll, oneOf, siteOpener } from './choose';
import type { Command } from './cli';
import { now, pagesOf, readPost, timeZone, type DiskSite } from './disk';

export const seriesCommand: Command = {
  usage: 'series [SITE] [--format text|json]',
  about: 'The series of a site, and what was learnt of each: how its issues are dated, what comes again, and the next one.',
  options: { format: { type: 'string' } },
  help: [
    ['--format text', 'a few lines for each series'],
    ['--format json', 'one array of {name,kind,unit,issues,first,last,gaps,next:{file,title},date:{day,periodsLater,time},headings:{always,often},keys}'],
    ['', 'periods are 2026-11, 2026-q4, 2026-h2 or 2026; day is "last", a day of the month or null'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['text', 'json']);
    const found = chooseAll(paths, siteOpener(say)).flatMap(({ site }) => seriesIn(site));
    if (format === 'json') process.stdout.write(`${JSON.stringify(found.map(row))}\n`);
    else process.stdout.write(found.map(each => `${paragraph(each, say).join('\n')}\n`).join('\n'));
    return 0;
  },
};

interface Known {
  readonly site: DiskSite;
  readonly kind: Kind;
  readonly name: string;
  readonly customs: Customs;
}

function seriesIn(site: DiskSite): readonly Known[] {
  const posts = pagesOf(site).flatMap(file => readPost(site, file) ?? []);
  const today = { ...wallClock(now(), timeZone()), hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
  // one post that names a period is none yet
  const found = KINDS.filter(({ unit }) => unit !== undefined).flatMap(kind => seriesOf(kind, posts, site).filter(({ issues }) => issues.length > 1).map(series => ({ kind, series })));
  // a monthly that looks back is a retrospective, though its name says monthly
  const isAlsoRetro = ({ kind, series }: (typeof found)[number]): boolean => kind.isWrittenAhead
    && found.some(other => !other.kind.isWrittenAhead && series.issues.every(({ post }) => other.series.issues.some(issue => issue.post === post)));
  return found.filter(each => !isAlsoRetro(each)).map(({ kind, series }): Known => ({ site, kind, name: series.name, customs: customsOf(kind, series, today, site) }));
}

function row({ kind, name, customs: { first, last, gaps, date, ...rest } }: Known): object {
  return {
    name, kind: kind.id, unit: first.unit, issues: rest.issues, first: periodInName(first), last: periodInName(last), gaps: gaps.map(periodInName), next: rest.next,
    date: { day: date.day ?? null, periodsLater: date.periodsLater ?? null, time: date.time ?? null }, headings: rest.headings, keys: rest.keys,
  };
}

function paragraph({ site, kind, name, customs: { issues, first, last, gaps, next, date, headings, keys } }: Known, say: Say): readonly string[] {
  const tell = (period: Period): string => tellPeriod(period, true, site);
  const list = (all: readonly string[]): string => all.join(', ');
  return [
    say('{0} ({1}): {2} issues, {3} to {4}', name, say(kind.name), issues, tell(first), tell(last)),
    ...(gaps.length ? [say('missing: {0}', list(gaps.map(tell)))] : []),
    say('next: {0}, "{1}"', next.file, next.title),
    ...dated(date, first.unit, say),
    ...(headings.always.length ? [say('headings of every issue: {0}', list(headings.always))] : []),
    ...(headings.often.length ? [say('headings of many issues: {0}', list(headings.often))] : []),
    ...(keys.length ? [say('front matter: {0}', list(keys))] : []),
  ].map((line, at) => (at === 0 ? line : `  ${line}`));
}

function dated({ day, periodsLater, time }: DateCustom, unit: PeriodUnit, say: Say): readonly string[] {
  const parts = [
    ...(day === 'last' ? [unit === 'month' ? say('on the last day of a month') : say('on the last day of a period')] : day === undefined ? [] : [say('on day {0} of a month', day)]),
    ...(periodsLater === 1 ? [say('in the period after its own')] : []),
    ...(time === undefined ? [] : [say('at {0}', time)]),
  ];
  return parts.length ? [say('date: {0}', parts.join(', '))] : [];
}
