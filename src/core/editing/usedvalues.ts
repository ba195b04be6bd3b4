// The values that front matter of a blog has again and again: its tags, categories, series, authors, and those of any key whose values recur.
import type { Facts } from '../facts';
import type { Site } from '../site';
import { fieldList } from '../source';
import { isForm } from '../writing/dateform';
import { pageSum } from './pagesum';

/** Keys beside those of the flavor whose values come again from post to post. */
const RECURRING = ['series', 'layout'];

/** Of any other key, values are a choice when there are this many and they are mostly the same few. */
const OFTEN = 4;

type Values = readonly [key: string, values: readonly string[], isRecurring: boolean];

/** By key in lower case; of each the most used first, with the number of pages that have it. */
export const valuesOf: (site: Site) => ReadonlyMap<string, ReadonlyMap<string, number>> = pageSum((facts, site): readonly Values[] | undefined => {
  if (!facts.frontMatter || facts.frontMatter.isBroken) return undefined;
  const { tags, categories, author, summary } = site.flavor.fields;
  const recurring = [...tags, ...categories, ...author, ...RECURRING].map(key => key.toLowerCase());
  // what is written anew in every post is not counted anew at every key
  const own = ['title', ...summary];
  return facts.frontMatter.fields.flatMap(({ key, source }): readonly Values[] => {
    const found = own.includes(key) || isForm(source) ? [] : values(facts, key, site);
    return found.length ? [[key.toLowerCase(), found, recurring.includes(key.toLowerCase())]] : [];
  });
}, parts => {
  const all = new Map<string, { readonly values: string[]; readonly isRecurring: boolean }>();
  for (const part of parts) {
    for (const [key, values, isRecurring] of part) {
      const before = all.get(key);
      if (before) before.values.push(...values);
      else all.set(key, { values: [...values], isRecurring });
    }
  }
  const counts = [...all].map(([key, { values, isRecurring }]) => ({ key, isRecurring, total: values.length, counts: counted(values) }));
  return new Map(counts.filter(({ isRecurring, total, counts: { size } }) => isRecurring || (total >= OFTEN && size * 2 <= total)).map(entry => [entry.key, entry.counts]));
});

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** A text with blanks is no tag: Jekyll takes it apart, and elsewhere it is mostly meant as several. */
function values(facts: Facts, key: string, { flavor: { fields, listSeparator } }: Pick<Site, 'flavor'>): readonly string[] {
  const isText = typeof facts.frontMatter?.field(key)?.value === 'string';
  const isList = fields.tags.includes(key) || fields.categories.includes(key);
  const all = fieldList(facts, [key], isList && listSeparator ? listSeparator : /(?!)/).filter(value => value !== '' && value.length <= 60 && !/[\r\n]/.test(value));
  return isText && isList ? all.filter(value => !/\s/.test(value)) : all;
}
