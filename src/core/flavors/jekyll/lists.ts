// Jekyll's filters for lists: https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/filters.rb . Where Ruby stops or guesses, they throw.
import type { Filter } from '../../templating/liquidpage';
import { textOf } from '../../templating/rubytext';

type Items = readonly unknown[];

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** Of a table its values; undefined for what is neither list nor table. */
const itemsOf = (input: unknown): Items | undefined => (Array.isArray(input) ? input : isMap(input) ? Object.values(input) : undefined);

const cannot = (what: string): never => {
  throw new Error(what);
};

/** Filters#item_property: text that is a number is one. */
function propertyOf(item: unknown, property: unknown): unknown {
  const value = String(property).split('.').reduce<unknown>((of, key) => (typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined), item);
  return typeof value === 'string' && /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : value;
}

/** Filters#compare_property_vs_target: a list has a value when one of its parts is it. */
function isAs(value: unknown, wanted: unknown): boolean {
  if (isNothing(wanted)) return isNothing(value);
  if (typeof wanted === 'object') return cannot('where');
  return (Array.isArray(value) ? value as Items : isNothing(value) ? [] : [value]).some(each => textOf(each) === String(wanted));
}

const isAsked = (key: unknown, wanted: unknown): boolean => !isNothing(key) && key !== false && !Array.isArray(wanted);

/** `<=>`; undefined for what Ruby does not compare. */
function compared(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compared(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function sorted(input: unknown, property: unknown, nils: unknown = 'first'): unknown {
  const items = itemsOf(input) ?? cannot('sort');
  if (isNothing(property)) return [...items].sort((a, b) => compared(a, b) ?? cannot('sort'));
  const nothing = nils === 'first' ? -1 : nils === 'last' ? 1 : cannot('sort');
  return items.map(item => [propertyOf(item, property), item] as const).sort(([a], [b]) => {
    if (isNothing(a) || isNothing(b)) return isNothing(a) === isNothing(b) ? 0 : isNothing(a) ? nothing : -nothing;
    return compared(a, b) ?? compared(textOf(a), textOf(b))!;
  }).map(([, item]) => item);
}

function grouped(items: Items, nameOf: (item: unknown) => unknown): unknown {
  const groups = new Map<string, unknown[]>();
  for (const item of items) {
    const name = textOf(nameOf(item));
    const before = groups.get(name);
    if (before) before.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].map(([name, inner]) => ({ name, items: inner, size: inner.length }));
}

/** Numbers that stand for how many; one unless told. */
const count = (given: unknown): number => (given === undefined ? 1 : Number.isInteger(Number(given)) && Number(given) >= 0 ? Number(given) : cannot('count'));

const isTruth = (value: unknown): boolean => !isNothing(value) && value !== false;

export const LIST_FILTERS: Readonly<Record<string, Filter>> = {
  where: (input, key, wanted) => (isAsked(key, wanted) ? itemsOf(input)?.filter(item => isAs(propertyOf(item, key), wanted)) ?? input : input),
  find: (input, key, wanted) => { const items = isAsked(key, wanted) ? itemsOf(input) : undefined; return items ? items.find(item => isAs(propertyOf(item, key), wanted)) : input; },
  where_exp(input, name, expression) { const asked = this.expression(String(expression)); return itemsOf(input)?.filter(item => isTruth(asked({ [String(name)]: item }))) ?? input; },
  find_exp(input, name, expression) { const asked = this.expression(String(expression)); const items = itemsOf(input); return items ? items.find(item => isTruth(asked({ [String(name)]: item }))) : input; },
  group_by: (input, key) => { const items = Array.isArray(input) ? input as Items : isMap(input) ? cannot('group_by') : undefined; return items ? grouped(items, item => propertyOf(item, key)) : input; },
  group_by_exp(input, name, expression) { const asked = this.expression(String(expression)); return Array.isArray(input) ? grouped(input as Items, item => asked({ [String(name)]: item })) : isMap(input) ? cannot('group_by_exp') : input; },
  sort: (input, property, nils) => sorted(input, property, nils),
  push: (input, item) => (Array.isArray(input) ? [...input as Items, item] : input),
  unshift: (input, item) => (Array.isArray(input) ? [item, ...input as Items] : input),
  pop: (input, most) => (Array.isArray(input) ? input.slice(0, Math.max(0, input.length - count(most))) : input),
  shift: (input, most) => (Array.isArray(input) ? input.slice(count(most)) : input),
  // by chance, each time another
  sample: input => (Array.isArray(input) ? cannot('sample') : input),
  array_to_sentence_string(input, word = 'and') {
    if (!Array.isArray(input)) return cannot('array_to_sentence_string');
    const words = input.map(textOf);
    return words.length < 3 ? words.join(` ${String(word)} `) : `${words.slice(0, -1).join(', ')}, ${String(word)} ${words.at(-1)!}`;
  },
};
