// How the posts of a blog use front matter: which keys, how often, and in which form their values are written.
import { isData } from '../data';
import type { FactField, Facts } from '../facts';
import type { KeyShape } from '../flavors/keys';
import type { Site } from '../site';
import { isForm } from '../writing/dateform';
import { mostFirst } from './forms';
import { pageSum } from './pagesum';

/** How a value is written. */
export interface KeyForm {
  readonly shape: KeyShape | 'empty';
  /** Of a text, or of the items of a list. */
  readonly quote: string;
  /** Of a list with an item a line, the blanks in front of its hyphens; undefined for one in brackets. */
  readonly indent: string | undefined;
}

export interface KeyUse {
  /** As most of the posts write it. */
  readonly key: string;
  /** The map that it is in: `params`; empty for the top. */
  readonly above: string;
  readonly posts: number;
  readonly form: KeyForm;
}

export interface Use {
  /** How many posts there are. */
  readonly posts: number;
  /** The most used first. */
  readonly keys: readonly KeyUse[];
  /** How lists are mostly written. */
  readonly list: KeyForm | undefined;
}

type Written = readonly [above: string, key: string, form: string];

/** Of the posts, drafts included, whose front matter can be read. */
export const useOf: (site: Site) => Use = pageSum((facts: Facts, site): readonly Written[] | undefined => {
  if (!facts.frontMatter || facts.frontMatter.isBroken || !site.flavor.isPost(facts.path, site)) return undefined;
  return facts.frontMatter.fields.flatMap((field): readonly Written[] => [
    ['', field.key, JSON.stringify(formOf(field))],
    ...(isData(field.value) ? Object.entries(field.value).slice(0, MOST).map(([key, value]): Written => [field.key, key, JSON.stringify(formOf({ value, source: '' }))]) : []),
  ]);
}, parts => {
  let posts = 0;
  const found = new Map<string, { readonly above: string; readonly names: string[]; readonly forms: string[] }>();
  const lists: string[] = [];
  for (const part of parts) {
    posts++;
    for (const [above, key, form] of part) {
      const name = `${above}\n${key}`.toLowerCase();
      const before = found.get(name) ?? { above, names: [], forms: [] };
      before.names.push(key);
      before.forms.push(form);
      found.set(name, before);
      if (form.includes('"list"')) lists.push(form);
    }
  }
  const usual = (forms: readonly string[]): KeyForm | undefined => { const [first] = mostFirst(forms); return first === undefined ? undefined : JSON.parse(first) as KeyForm; };
  const keys = [...found.values()].map(({ above, names, forms }): KeyUse => ({ key: mostFirst(names)[0]!, above, posts: names.length, form: usual(forms.filter(form => !form.includes('"empty"'))) ?? EMPTY }));
  return { posts, keys: keys.sort((a, b) => b.posts - a.posts || (a.key < b.key ? -1 : 1)), list: usual(lists) };
});

/** Far more than a person writes into one map. */
const MOST = 50;
const EMPTY: KeyForm = { shape: 'empty', quote: '', indent: undefined };

function formOf({ value, source }: Pick<FactField, 'value' | 'source'>): KeyForm {
  const quote = /^["']/.exec(source)?.[0] ?? '';
  const form = (shape: KeyForm['shape'], more: Partial<KeyForm> = {}): KeyForm => ({ shape, quote, indent: undefined, ...more });
  if (Array.isArray(value)) {
    const first = /^(?:-|\[)\s*(["']?)/.exec(source)?.[1] ?? '';
    return value.length ? form('list', { quote: first, ...(source.startsWith('-') ? { indent: /[\r\n]([ \t]*)-/.exec(source)?.[1] ?? '  ' } : {}) }) : EMPTY;
  }
  if (isData(value)) return form('map');
  if (typeof value === 'boolean') return form('switch');
  if (typeof value === 'number') return form('number');
  if (typeof value !== 'string' || value === '') return EMPTY;
  return form(isForm(source) ? 'date' : 'text');
}
