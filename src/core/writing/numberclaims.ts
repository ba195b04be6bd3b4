// What an issue that has a number says of it, by place: title, file name, values of the front matter; and where that contradicts the
// others of its series.
import { isoDay } from '../dates';
import { pageSum } from '../editing/pagesum';
import type { Facts } from '../facts';
import type { Site } from '../site';
import type { Span } from '../span';
import type { Day } from './calendar';
import { folderYear } from './claims';
import { marksIn, type Mark } from './marks';
import { folderOf, languageMark, nameOf, seriesName } from './seriesname';

export interface NumberClaims {
  readonly path: string;
  /** Issues with the same key are read as one series. */
  readonly series: string;
  readonly title: string;
  /** By the title, which says that it counts: #12, 12호. */
  readonly number: number;
  /** Numbers of the name and of values, by where they stand; `name` is the file's. */
  readonly others: readonly NumberAt[];
  readonly folderYear: number | undefined;
  readonly date: Day | undefined;
}

export interface NumberAt {
  /** A key of the front matter; undefined for the file name. */
  readonly key: string | undefined;
  /** Of texts that are written alike the same number. */
  readonly place: string;
  readonly value: number;
}

/** Undefined for a page whose title does not say that it counts, and for one that is about a period. */
export function numberClaimsOf(facts: Facts, site: Site): NumberClaims | undefined {
  const { path, title = '', frontMatter } = facts;
  if (frontMatter?.isBroken || !site.flavor.isPage(path, site)) return undefined;
  const { marks, shape } = marksIn(title);
  const counting = marks.filter(({ tells }) => tells === 'number');
  if (counting.length !== 1) return undefined;
  const date = site.flavor.date(facts, site);
  const values = (frontMatter?.fields ?? []).flatMap(({ key, value, source }) => {
    const isText = (typeof value === 'string' || typeof value === 'number') && !/[\r\n]/.test(source) && source.length < 200;
    const isOwn = /^title$/i.test(key) || site.flavor.fields.date.includes(key.toLowerCase());
    return isText && !isOwn ? placesIn(source, key) : [];
  });
  return {
    path, title, number: counting[0]!.value, series: [folderOf(path), seriesName(path), languageMark(path), shape].join('\0'),
    others: [...placesIn(nameOf(path), undefined), ...values], folderYear: folderYear(path),
    date: date === 'unreadable' || date === undefined ? undefined : { year: date.year, month: date.month, day: date.day },
  };
}

function placesIn(text: string, key: string | undefined): readonly NumberAt[] {
  const { marks, shape } = marksIn(text);
  return marks.flatMap(({ tells, value }, index) => (isCount(tells) ? [{ key, place: `${key ?? ''}\0${index}\0${shape}`, value }] : []));
}

const isCount = (tells: Mark['tells']): boolean => tells === undefined || tells === 'number';

/** All issues of the blog that have a number, by their series. */
export const numberedIssues: (site: Site) => ReadonlyMap<string, readonly NumberClaims[]> = pageSum(numberClaimsOf, all => {
  const found = new Map<string, NumberClaims[]>();
  for (const claims of all) {
    const known = found.get(claims.series);
    if (known) known.push(claims);
    else found.set(claims.series, [claims]);
  }
  return found;
});

export type NumberSlip =
  /** @property says what stands there @property meant what would go with the title, as with the others */
  | { readonly kind: 'place'; readonly key: string | undefined; readonly says: number; readonly meant: number }
  | { readonly kind: 'title'; readonly says: number; readonly meant: number }
  | { readonly kind: 'twin'; readonly path: string }
  | { readonly kind: 'folder'; readonly says: number; readonly meant: number }
  | { readonly kind: 'date'; readonly before: string };

/** Fewer issues are no habit. */
const FEWEST = 3;
const NEARLY_ALL = 0.85;

/** @param others issues of the same series, this one not among them; in any order. A number that was left out is no slip. */
export function numberSlips(own: NumberClaims, others: readonly NumberClaims[]): readonly NumberSlip[] {
  if (others.length < FEWEST || new Set(others.map(({ number }) => number)).size < others.length * NEARLY_ALL) return [];
  const twin = others.find(({ number }) => number === own.number);
  const places = own.others.flatMap(({ key, place, value }): NumberSlip[] => {
    const usual = usualDistance(place, others);
    return usual === undefined || value - own.number === usual ? [] : [{ kind: 'place', key, says: value, meant: own.number + usual }];
  });
  const ofName = places.find(slip => slip.kind === 'place' && slip.key === undefined);
  // a copy of which only the name is new
  if (twin && ofName?.kind === 'place') {
    const meant = ofName.says - (ofName.meant - own.number);
    if (!others.some(({ number }) => number === meant)) {
      const left = own.others.flatMap(({ key, place, value }): NumberSlip[] => {
        const usual = usualDistance(place, others);
        return key === undefined || usual === undefined || value - meant === usual ? [] : [{ kind: 'place', key, says: value, meant: meant + usual }];
      });
      return [{ kind: 'title', says: own.number, meant }, ...left];
    }
  }
  return [...places, ...twin && !isLater(twin, own) && places.length === 0 ? [{ kind: 'twin', path: twin.path } as const] : [], ...folderSlip(own, others), ...dateSlip(own, others)];
}

/** How much more than the title nearly all others say at a place; undefined where it does not count with them. */
function usualDistance(place: string, others: readonly NumberClaims[]): number | undefined {
  const known = others.flatMap(({ number, others: places }) => places.filter(each => each.place === place).map(({ value }) => ({ value, distance: value - number })));
  if (known.length < FEWEST || new Set(known.map(({ value }) => value)).size < known.length * NEARLY_ALL) return undefined;
  const distance = known.find(({ distance: one }) => known.filter(each => each.distance === one).length >= known.length * NEARLY_ALL)?.distance;
  return distance;
}

const isLater = (a: NumberClaims, b: NumberClaims): boolean => a.date !== undefined && b.date !== undefined && isoDay(a.date) > isoDay(b.date);

function folderSlip(own: NumberClaims, others: readonly NumberClaims[]): readonly NumberSlip[] {
  const known = others.filter(({ folderYear: year, date }) => year !== undefined && date !== undefined);
  const { folderYear: says, date } = own;
  if (says === undefined || !date || says === date.year || known.length < FEWEST || known.filter(each => each.folderYear === each.date!.year).length < known.length * NEARLY_ALL) return [];
  // at the turn of the year it may lie with either
  const isTurn = (says === date.year - 1 && date.month === 1) || (says === date.year + 1 && date.month === 12);
  return isTurn ? [] : [{ kind: 'folder', says, meant: date.year }];
}

/** Where all others follow each other by day as by number, this one is dated before the one it follows. */
function dateSlip(own: NumberClaims, others: readonly NumberClaims[]): readonly NumberSlip[] {
  const dated = others.filter(({ date }) => date !== undefined).sort((a, b) => a.number - b.number);
  if (!own.date || dated.length < FEWEST || dated.some((each, index) => index > 0 && isoDay(each.date!) < isoDay(dated[index - 1]!.date!))) return [];
  const before = dated.findLast(({ number }) => number < own.number);
  return before && isoDay(own.date) < isoDay(before.date!) ? [{ kind: 'date', before: before.title }] : [];
}

/** The digits of a count in a text, to be replaced; undefined where it is not there. */
export function countIn(text: string, value: number): Span | undefined {
  const found = marksIn(text);
  // places are those of the text as it is written
  return found.text === text ? found.marks.find(mark => isCount(mark.tells) && mark.isDigits && mark.value === value) : undefined;
}
