// Which of the blog's series a new post goes on with.
import type { Site } from '../site';
import type { Kind, Request } from './kind';
import { MOST_TELLING_FIRST } from './kinds';
import { allSeries, type Page, type Series } from './series';

/** All series of a site, the one with the latest issue first; of some no kind knows what they are. */
export const seriesIn = <P extends Page>(pages: Iterable<P>, site: Site): readonly Series<P>[] => allSeries(MOST_TELLING_FIRST, pages, site);

/** The series of a kind among the pages of a site, the one with the latest issue first. */
export const seriesOf = <P extends Page>(kind: Kind, pages: Iterable<P>, site: Site): readonly Series<P>[] => seriesIn(pages, site).filter(series => series.kind?.id === kind.id);

/**
 * The series that a new post of a kind follows: the one that was asked for, whatever its kind, else the newest of the kind.
 * @returns undefined where a template is wanted.
 */
export function chosenSeries(kind: Kind, request: Request, pages: Iterable<Page>, site: Site): Series | undefined {
  // a name or title that a writer types is that of something new; and it is asked for at each key stroke
  if (request.series === undefined && kind.unit === undefined && (request.title ?? request.variant) !== undefined) return undefined;
  const all = seriesIn(pages, site);
  const named = request.series === undefined ? undefined : byName(request.series, kind, all);
  if (named) return named;
  const own = all.filter(series => series.kind?.id === kind.id);
  if (kind.unit === undefined) return own.find(({ issues }) => issues.length > 1);
  return own.find(({ issues }) => request.period === undefined || issues.at(-1)!.period?.unit === request.period.unit);
}

/** The series of that name, as `chosenSeries` finds it; undefined where it takes another one, or none. */
export const seriesNamed = (asked: string, kind: Kind, pages: Iterable<Page>, site: Site): Series | undefined => byName(asked, kind, seriesIn(pages, site));

/** By its name, else by a part of its name, its titles or its paths; a series of the kind before others. */
function byName(asked: string, kind: Kind, all: readonly Series[]): Series | undefined {
  const plain = (text: string): string => text.normalize('NFC').toLowerCase();
  const wanted = plain(asked);
  const exact = all.find(({ name }) => plain(name) === wanted);
  const ways: readonly ((series: Series) => boolean)[] = [
    ({ name }) => plain(name).includes(wanted),
    ({ issues }) => plain(issues.at(-1)!.title).includes(wanted),
    ({ issues }) => plain(issues.at(-1)!.post.path).includes(wanted),
  ];
  return exact ?? ways.map(way => all.find(series => series.kind?.id === kind.id && way(series)) ?? all.find(way)).find(found => found !== undefined);
}
