// What an issue of a series says of its own period, by place: title, file name, folder, date, description.
import type { WrittenDate } from '../dates';
import { pageSum } from '../editing/pagesum';
import type { Facts } from '../facts';
import { splitPath } from '../files';
import type { Site } from '../site';
import type { Period } from './kind';
import { advance, periodIn, plus } from './period';
import { retro } from './retro';
import { scrap } from './scrap';
import { nameOf, seriesName } from './series';

export interface Claims {
  readonly path: string;
  /** Issues with the same key are read as one series. */
  readonly series: string;
  readonly title: string;
  /** By the title. */
  readonly period: Period;
  /** By the file name; undefined where it has none of the title's unit. */
  readonly named: Period | undefined;
  /** The year of the folder that is named by one. */
  readonly folderYear: number | undefined;
  readonly date: WrittenDate | undefined;
  readonly summaries: readonly SummaryClaim[];
}

export interface SummaryClaim {
  /** Of the front matter, as the flavor spells it. */
  readonly key: string;
  readonly period: Period;
  /** The title's period is mentioned as well, so that there is nothing to object to. */
  readonly hasTitles: boolean;
}

/** Undefined for a page that is no issue, and for one whose title names no period: there is nothing to hold the rest against. */
export function claimsOf(facts: Facts, site: Site): Claims | undefined {
  const { path, title = '', frontMatter } = facts;
  if (frontMatter?.isBroken || !site.flavor.isPost(path, site)) return undefined;
  if (![scrap, retro].some(kind => kind.recognizes(facts, title))) return undefined;
  const period = periodIn(title);
  if (!period) return undefined;
  const named = periodIn(nameOf(path));
  const date = site.flavor.date(facts, site);
  const summaries = site.flavor.fields.summary.flatMap((key): SummaryClaim[] => {
    const text = frontMatter?.field(key)?.value;
    const claimed = typeof text === 'string' ? periodIn(text) : undefined;
    return claimed?.unit === period.unit ? [{ key, period: claimed, hasTitles: !isSame(claimed, period) && mentions(text as string, period) }] : [];
  });
  return {
    path, title, period, series: keyOf(path, period), summaries,
    named: named?.unit === period.unit ? named : undefined,
    folderYear: folderYear(path),
    date: date === 'unreadable' ? undefined : date,
  };
}

/** In any way of writing; of a month or quarter its year alone is not enough. */
function mentions(text: string, period: Period): boolean {
  const other = period.unit === 'year' ? plus(period, 1) : { ...period, number: period.number === 1 ? 2 : 1 };
  return advance(text, period, other) !== text;
}

/** All issues of the blog by their series. */
export const issuesBySeries: (site: Site) => ReadonlyMap<string, readonly Claims[]> = pageSum(claimsOf, all => {
  const found = new Map<string, Claims[]>();
  for (const claims of all) {
    const known = found.get(claims.series);
    if (known) known.push(claims);
    else found.set(claims.series, [claims]);
  }
  return found;
});

export const isSame = (a: Period, b: Period): boolean => a.unit === b.unit && a.year === b.year && a.number === b.number;

/**
 * Translations of an issue have its period too, and are no second one: language and folder, but for the folder's numbers, tell
 * series apart.
 */
function keyOf(path: string, { unit }: Period): string {
  const { folder, name } = splitPath(path);
  const isBundle = /^index(?:\.[a-z-]{2,5})?\.[^.]+$/i.test(name);
  const above = isBundle ? splitPath(folder).folder : folder;
  return [above.replace(/\d+/g, ''), seriesName(path), isBundle ? name : '', unit].join('\0');
}

export function folderYear(path: string): number | undefined {
  const { folder } = splitPath(path);
  const years = folder.split('/').filter(part => /^20\d\d$/.test(part));
  return years.length === 1 ? Number(years[0]) : undefined;
}
