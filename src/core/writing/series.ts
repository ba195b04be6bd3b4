// Series: the issues that a site already has of something that comes again and again, found by folder, name and title alone, so that
// no body has to be read.
import { isRealDate, readDate, type WrittenDate } from '../dates';
import type { Post } from '../post';
import { fieldText, type Head, type HeadField, type Source } from '../source';
import type { Site } from '../site';
import { dayAt, dayNumber } from './calendar';
import type { Kind, Period } from './kind';
import { hasFullDate, marksIn, withoutFullDates, type Mark } from './marks';
import { indexOf, lastDay, nearest, readPeriod, type PeriodRead } from './period';
import { numbered, share } from './numbering';
import { folderOf, languageMark, nameOf, ownName, seriesName } from './seriesname';

export { currentPeriod } from './period';
export { nameOf, seriesName } from './seriesname';

/** What has to be known of a page to find series: a post has it, and the facts of one. */
export interface Page extends Source {
  readonly frontMatter: (Head & { readonly fields: readonly HeadField[] }) | undefined;
  readonly headings: readonly { readonly level: number; readonly text: string }[];
}

/** @typeParam P a whole post, or what is known of one */
export interface Issue<P extends Page = Page> {
  readonly post: P;
  readonly title: string;
  /** That its title or name is about; undefined where they tell a number or a day instead. */
  readonly period: Period | undefined;
  /** Its count, as title or name have it. */
  readonly number: number | undefined;
  readonly date: WrittenDate | undefined;
}

/** By what issues follow each other. */
export type Lead = 'period' | 'number' | 'date';

export interface Series<P extends Page = Page> {
  /** What the file names have in common: `monthly-log`. No two series have the same. */
  readonly name: string;
  /** The first kind that recognizes its issues; undefined where none does. */
  readonly kind: Kind | undefined;
  readonly lead: Lead;
  /** The earliest first; at least one. */
  readonly issues: readonly Issue<P>[];
}

/** The whole post, where the host has read it. */
export const wholePost = (page: Page): Post | undefined => ('document' in page ? (page as Post) : undefined);
export const postOf = ({ post }: Issue): Post | undefined => wholePost(post);

interface Candidate<P extends Page = Page> extends Issue<P> {
  readonly kinds: readonly Kind[];
  readonly titleMarks: readonly Mark[];
  readonly shape: string;
  /** As `seriesName`. */
  readonly name: string;
  readonly folder: string;
  readonly language: string;
}

/**
 * The series among the pages of a site, the one with the latest issue first.
 * @param kinds those that recognize posts, the more telling first. What none of them does is a series all the same where titles and
 *   names differ in nothing but a number.
 */
export function allSeries<P extends Page>(kinds: readonly Kind[], pages: Iterable<P>, site: Site): readonly Series<P>[] {
  const groups = new Map<string, Candidate<P>[]>();
  for (const page of pages) {
    const found = candidate(kinds, page, site);
    if (!found) continue;
    const { kinds: known, folder, name, language, period, shape } = found;
    const key = [folder, name, language, period?.unit ?? '', known.length ? '' : shape].join('\0');
    const group = groups.get(key);
    if (group) group.push(found);
    else groups.set(key, [found]);
  }
  const series = successions([...groups.values()].flatMap(group => ordered(group))).filter(isSeries);
  return distinct(series.map(({ lead, issues, kind }) => ({ lead, issues, kind, name: issues.at(-1)!.name }))
    .map(each => ({ each, at: recency(each), isOwn: isInOwnLanguage(each, site) })).sort((a, b) => b.at - a.at || Number(b.isOwn) - Number(a.isOwn) || b.each.issues.length - a.each.issues.length).map(({ each }) => each));
}

/** Of the translations of an issue the one in the site's own language comes first. */
function isInOwnLanguage({ issues }: Pick<Series, 'issues'>, { config }: Site): boolean {
  const mark = languageMark(issues.at(-1)!.post.path);
  return mark === '' || mark === `.${config.language.toLowerCase()}`;
}

function candidate<P extends Page>(kinds: readonly Kind[], page: P, site: Site): Candidate<P> | undefined {
  if (page.frontMatter?.isBroken) return undefined;
  const title = (fieldText(page, ['title']) ?? site.flavor.impliedTitle(page as unknown as Post) ?? page.headings.find(({ level }) => level === 1)?.text ?? '').normalize('NFC');
  const own = ownName(page.path);
  // the greater part of a blog has no number in its titles and names
  const marked = marksIn(title);
  if (!marked.marks.length && !/\d|[a-z]{3}|[봄름을울]/i.test(own)) return undefined;
  const known = kinds.filter(kind => kind.recognizes(page, title));
  if (!known.length && !(marked.marks.length && /\p{L}.*\p{L}/u.test(title))) return undefined;
  if (!site.flavor.isPage(page.path, site) || site.flavor.shapesOthers(page.path, site)) return undefined;
  const written = site.flavor.date(page, site);
  const date = written === 'unreadable' || written === undefined ? dateIn(own) ?? dateIn(title) : written;
  const ofName = hasFullDate(title) ? undefined : periodOf(nameOf(page.path), date);
  // the issue 2000 is of no year
  const isCount = ofName?.period.unit === 'year' && marked.marks.some(({ tells, value }) => tells === 'number' && value === ofName.period.year);
  const read = periodOf(title, date) ?? (isCount ? undefined : ofName);
  return {
    post: page, title, date, period: read ? nearest(read.period, date) : monthOf(marked.marks, date), number: undefined, kinds: known, shape: marked.shape,
    titleMarks: marked.marks, folder: folderOf(page.path), name: seriesName(page.path), language: languageMark(page.path),
  };
}

function dateIn(text: string): WrittenDate | undefined {
  const found = /(?<!\d)(\d{4})[-/._]?\s?(\d{1,2})[-/._]?\s?(\d{1,2})(?!\d)|(?<!\d)(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/.exec(text);
  const date = found && readDate(found.slice(1).filter(part => part !== undefined).join('-'));
  return date && isRealDate(date) ? date : undefined;
}

/** A day is no month, a week of a month neither; and 12/05 is December 2005 for nobody who writes in 2026. */
function periodOf(text: string, date: WrittenDate | undefined): PeriodRead | undefined {
  const { marks } = marksIn(text);
  if (marks.some(({ tells }) => tells === 'week')) return undefined;
  const read = readPeriod(withoutFullDates(text));
  const isCount = read?.period.unit === 'year' && marks.some(({ tells, value }) => tells === 'number' && value === read.period.year);
  return read && !isCount && !(read.isShort && date && Math.abs(read.period.year - date.year) > 1) ? read : undefined;
}

/** A month without a year is the one nearest to the day: 12월호 of the 3rd of January. */
function monthOf(marks: readonly Mark[], date: WrittenDate | undefined): Period | undefined {
  const months = marks.filter(({ tells }) => tells === 'month');
  const number = months[0]?.value;
  if (!date || months.length !== 1 || number === undefined || number < 1 || number > 12 || marks.some(({ tells }) => tells === 'day' || tells === 'week')) return undefined;
  const ahead = number - date.month;
  return { unit: 'month', year: date.year + (ahead > 6 ? -1 : ahead < -6 ? 1 : 0), number };
}

interface Ordered<P extends Page = Page> {
  readonly lead: Lead;
  readonly kind: Kind | undefined;
  readonly issues: readonly Candidate<P>[];
}

/** The issues of one name in their order, with their numbers. */
function ordered<P extends Page>(group: readonly Candidate<P>[]): readonly Ordered<P>[] {
  const issues = numbered(byDate(group));
  const kind = issues.at(-1)!.kinds[0];
  const periods = new Set(issues.flatMap(({ period }) => (period ? [indexOf(period)] : [])));
  const isByPeriod = periods.size >= issues.length * 0.85 && !(issues.length < 3 && issues[0]!.period?.unit === 'year' && issues[0]!.number !== undefined);
  if (isByPeriod && periods.size) return [{ lead: 'period', kind, issues: [...issues].sort((a, b) => indexOf(a.period!) - indexOf(b.period!) || (a.post.path < b.post.path ? -1 : 1)) }];
  const have = issues.filter(({ number }) => number !== undefined);
  if (have.length * 2 <= issues.length) return [{ lead: 'date', kind, issues }];
  if (beginsAnew(have)) return [{ lead: 'number', kind, issues: have }];
  const byNumber = [...have].sort((a, b) => a.number! - b.number!);
  const isByNumber = share(byNumber, (a, b) => !a.date || !b.date || dayNumber(a.date) <= dayNumber(b.date)) >= 0.8;
  return [{ lead: 'number', kind, issues: isByNumber ? byNumber : have }];
}

/** Numbers that are those of a year begin again about its turn. */
const beginsAnew = (issues: readonly Issue[]): boolean => issues.slice(1).some((after, index) => {
  const before = issues[index]!;
  return before.date && after.date && after.number! < before.number! && after.number! <= 2 && dayAt(dayNumber(before.date) - 7).year < dayAt(dayNumber(after.date) + 7).year;
});

const byDate = <P extends Page>(issues: readonly Candidate<P>[]): readonly Candidate<P>[] => issues
  .map(issue => ({ issue, at: issue.date ? dayNumber(issue.date) : 0 }))
  .sort((a, b) => a.at - b.at || compareNames(a.issue.post.path, b.issue.post.path)).map(({ issue }) => issue);

const compareNames = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** A series under a new name goes on where the old one ended: same titles, and none of its issues before the other's last. */
function successions<P extends Page>(found: readonly Ordered<P>[]): readonly Ordered<P>[] {
  const result: Ordered<P>[] = [];
  const byShape = new Map<string, Ordered<P>[]>();
  for (const each of found) {
    const last = each.issues.at(-1)!;
    const key = `${each.lead}\0${last.language}\0${last.period?.unit ?? ''}\0${last.shape}`;
    const alike = byShape.get(key);
    if (alike) alike.push(each);
    else byShape.set(key, [each]);
  }
  for (const group of byShape.values()) {
    const sorted = group.length === 1 ? group : [...group].sort((a, b) => rank(a.issues[0]!, a.lead) - rank(b.issues[0]!, b.lead));
    for (const each of sorted) {
      const before = result.at(-1);
      // of many names that come once each none is a name
      const isNext = before !== undefined && each !== sorted[0] && before.issues.length > 1 && rank(before.issues.at(-1)!, before.lead) < rank(each.issues[0]!, each.lead);
      if (isNext) result[result.length - 1] = { ...each, issues: [...before.issues, ...each.issues] };
      else result.push(each);
    }
  }
  return result;
}

const rank = ({ period, number, date }: Issue, lead: Lead): number => (lead === 'period' ? indexOf(period!) : lead === 'number' ? number! : date ? dayNumber(date) : 0);

/** One post with a number in it is no series, and posts without a kind have to be more alike than those with one. */
function isSeries({ lead, kind, issues }: Ordered): boolean {
  const isCounted = issues.some(({ titleMarks }) => titleMarks.some(({ tells }) => tells === 'number'));
  switch (lead) {
    case 'period': return kind !== undefined || issues.length >= 3;
    case 'number': return issues.length >= (kind ? (isCounted ? 1 : 2) : isCounted ? 2 : 3) && (kind !== undefined || isDense(issues));
    case 'date': return issues.length >= 3 && nearlyAll(issues, ({ date, post, title }) => date !== undefined && (hasFullDate(title) || hasFullDate(ownName(post.path))))
      && issues.filter(({ shape }) => shape === issues.at(-1)!.shape).length * 2 > issues.length;
  }
}

const nearlyAll = <T>(all: readonly T[], claim: (each: T) => boolean): boolean => all.filter(claim).length >= all.length * 0.8;

/** Numbers that count, and do not name: 1, 2, 3, 5 and not 3, 404, 2022. */
function isDense(issues: readonly Issue[]): boolean {
  const numbers = issues.map(({ number }) => number!);
  return Math.max(...numbers) - Math.min(...numbers) < numbers.length * 3 && new Set(numbers).size >= numbers.length * 0.9;
}

/** A name that a newer series has gets its language, folder or unit behind it. */
function distinct<P extends Page>(series: readonly Series<P>[]): readonly Series<P>[] {
  const used = new Set<string>();
  return series.map(each => {
    const { post: { path }, period } = each.issues.at(-1)!;
    const more = [languageMark(path).slice(1), folderOf(path).split('/').at(-1) ?? '', period?.unit ?? ''];
    let { name } = each;
    for (let tries = 1; used.has(name) && tries <= more.length; tries++) name = `${each.name} (${more.slice(0, tries).filter(part => part !== '').join(', ')})`;
    used.add(name);
    return { ...each, name };
  });
}

function recency({ lead, issues }: Series): number {
  const { period, date } = issues.at(-1)!;
  return lead === 'period' ? dayNumber(lastDay(period!)) : date ? dayNumber(date) : 0;
}
