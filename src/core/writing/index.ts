// A new post, as data: the next issue of a series where there is one, else a built-in template in the blog's own form.
import { isoDay } from '../dates';
import type { FieldValue } from '../frontmatter';
import { splitPath } from '../files';
import type { Post } from '../post';
import type { Site } from '../site';
import { club } from './club';
import { withBody, writeFrontMatter } from './compose';
import { safeName } from './filename';
import { habitsOf } from './habits';
import { PERIOD_UNITS, type Kind, type NewPost, type Period, type Request } from './kind';
import { periodAt, periodInWords, plus } from './period';
import { retro } from './retro';
import { review } from './review';
import { scrap } from './scrap';
import { currentPeriod, nextIssue, nextPeriod, seriesOf } from './series';
import { work } from './work';

export { PERIOD_UNITS, type Kind, type KindId, type NewPost, type Period, type PeriodUnit, type Request } from './kind';
export { seriesOf, type Issue, type Series } from './series';

export const KINDS: readonly Kind[] = [scrap, retro, review, work, club];

/**
 * @param earlier all posts of the site, in any order; the text says nothing that is not in them, in `request` or in the template.
 * @returns a path that may exist: a host must look, and must not overwrite.
 */
export function newPost(kind: Kind, request: Request, earlier: readonly Post[], site: Site): NewPost {
  // asked on each key stroke in an input box: kinds without periods have no series to look for
  const found = kind.unit === undefined ? [] : seriesOf(kind, earlier, site);
  const named = request.series === undefined ? undefined : found.find(({ name }) => name === request.series || name.includes(request.series!));
  const series = named ?? found.find(({ issues }) => request.period === undefined || issues.at(-1)!.period.unit === request.period.unit);
  if (series) return nextIssue(kind, series, request, site);
  return fromTemplate(kind, request, earlier, site);
}

function fromTemplate(kind: Kind, asked: Request, earlier: readonly Post[], site: Site): NewPost {
  const request = kind.unit === undefined || asked.period ? asked : { ...asked, period: templatePeriod(kind, asked) };
  const { name, head, body } = kind.draft(request, site);
  const habits = habitsOf(earlier, site);
  const file = safeName(name, kind.id);
  const usual = site.flavor.newPost(file, head.date, site);
  const folder = habits.folder(head.date) ?? splitPath(usual.path.replace(/\/index\.md$/, '.md')).folder;
  const isDated = habits.datesNames || splitPath(usual.path).name.startsWith(`${isoDay(head.date)}-`);
  const base = isDated ? `${isoDay(head.date)}-${file}` : file;
  const path = `${folder === '' ? '' : `${folder}/`}${base}${habits.isBundled || usual.path.endsWith('/index.md') ? '/index.md' : habits.extension}`;
  const fields = withConstants(site.flavor.newFields(head, site), habits.constants);
  return withBody(path.normalize('NFC'), writeFrontMatter(habits.format ?? usual.format, fields), body);
}

/** An issue that is begun within its period is about the running one when there is none before it. */
const templatePeriod = (kind: Kind, { date }: Request): Period =>
  currentPeriod(kind, kind.unit!, kind.isWrittenAhead ? { ...date, day: Math.max(date.day, 15) } : date);

/** Keys of every post that the template does not have go to the top, `layout` first of all. */
function withConstants(fields: readonly (readonly [string, FieldValue])[], constants: readonly (readonly [string, FieldValue])[]): readonly (readonly [string, FieldValue])[] {
  const own = new Set(fields.map(([key]) => key.toLowerCase()));
  const added = constants.filter(([key]) => !own.has(key.toLowerCase()) && !/^(?:title|date|description|summary|slug|url|permalink|aliases|weight)$/i.test(key));
  return [...added, ...fields];
}

export interface SuggestedPeriod {
  readonly period: Period;
  /** In Korean words, as titles have it. */
  readonly label: string;
}

/** The periods that a new issue may be about, the likeliest first: the next of each series, then of each unit the last and the running one. */
export function suggestPeriods(kind: Kind, date: Request['date'], earlier: readonly Post[], site: Site): readonly SuggestedPeriod[] {
  const next = seriesOf(kind, earlier, site).map(({ issues }) => nextPeriod(kind, issues, date));
  const usual = PERIOD_UNITS.map(unit => currentPeriod(kind, unit, date));
  const others = PERIOD_UNITS.flatMap(unit => [periodAt(unit, date), plus(periodAt(unit, date), -1)]);
  const seen = new Set<string>();
  return [...next, ...usual, ...others].map(period => ({ period, label: periodInWords(period) })).filter(({ label }) => !seen.has(label) && seen.add(label));
}
