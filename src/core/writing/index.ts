// A new post, as data: the next issue of a series where there is one, else a built-in template in the blog's own form.
import type { Site } from '../site';
import { fromTemplate, NO_MODELS, type Models } from './fresh';
import { PERIOD_UNITS, type Kind, type NewPost, type Period, type Request } from './kind';
import { recentPosts } from './habits';
import { issuesToRead, nextIssue, nextPeriod } from './nextissue';
import { currentPeriod, periodAt, periodInWords, plus } from './period';
import { postOf, type Page } from './series';
import { chosenSeries, seriesOf } from './whichseries';

export { KINDS } from './kinds';
export { PERIOD_UNITS, type Kind, type KindId, type NewPost, type Period, type PeriodUnit, type Request } from './kind';
export { kindsOf, modelFiles } from './models';
export type { Models } from './fresh';
export { type Issue, type Page, type Series } from './series';
export { chosenSeries, seriesIn, seriesNamed, seriesOf } from './whichseries';

/**
 * @param earlier all pages of the site, in any order, those of `postsToRead` as whole posts; the text says nothing that is not in them, in `request` or in the template.
 * @param models the texts of the files that `modelFiles` names
 * @returns a path that may exist: a host must look, and must not overwrite.
 */
export function newPost(kind: Kind, request: Request, earlier: readonly Page[], site: Site, models: Models = NO_MODELS): NewPost {
  const series = chosenSeries(kind, request, earlier, site);
  const next = series && postOf(series.issues.at(-1)!) ? nextIssue(kind, series, request) : undefined;
  // a template of the writer's own has the last word
  if (next && !kind.own) return next;
  const period = series?.lead === 'period' ? nextPeriod(kind, series.issues, request.date) : undefined;
  return fromTemplate(kind, { ...request, ...(request.period ?? period ? { period: request.period ?? period } : {}) }, earlier, site, models, next);
}

/** Series of a kind beyond these are old ones, which nobody goes on with unless asked by name. */
const GOING = 3;

/** Of all that is known of the pages, which ones `newPost` wants whole: the issues that the new one may follow, and those that show the writer's habits. */
export function postsToRead(kind: Kind, pages: readonly Page[], site: Site): readonly string[] {
  const followed = seriesOf(kind, pages, site).slice(0, GOING).flatMap(issuesToRead);
  return [...new Set([...followed, ...recentPosts(pages, site).map(({ path }) => path)])];
}

export interface SuggestedPeriod {
  readonly period: Period;
  /** In Korean words, as titles have it. */
  readonly label: string;
}

/** The periods that a new issue may be about, the likeliest first: the next of each series, then of each unit the last and the running one. */
export function suggestPeriods(kind: Kind, date: Request['date'], earlier: readonly Page[], site: Site): readonly SuggestedPeriod[] {
  const next = seriesOf(kind, earlier, site).filter(({ lead }) => lead === 'period').map(({ issues }) => nextPeriod(kind, issues, date));
  const usual = PERIOD_UNITS.map(unit => currentPeriod(kind, unit, date));
  const others = PERIOD_UNITS.flatMap(unit => [periodAt(unit, date), plus(periodAt(unit, date), -1)]);
  const seen = new Set<string>();
  return [...next, ...usual, ...others].map(period => ({ period, label: periodInWords(period) })).filter(({ label }) => !seen.has(label) && seen.add(label));
}
