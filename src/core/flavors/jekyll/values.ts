// A page's data as Jekyll has it: its front matter as Ruby's YAML reads it, and the configuration's defaults behind it.
import type { HeadField, Source } from '../../source';
import type { Site } from '../../site';
import { defaultsFor } from './defaults';
import { entryOf } from './entries';

export interface Values {
  /** Whether the front matter was there, but is lost: the page then has the defaults alone, and is made as if it were new. */
  readonly isLost: boolean;
  /** Whether a key is given, be it without a value. */
  has(key: string): boolean;
  /** As Ruby reads it; null where the key is given without a value. Case matters. */
  get(key: string): unknown;
  /** What the configuration gives. */
  inherited(key: string): unknown;
  /** The field in the page itself. */
  written(key: string): HeadField | undefined;
}

/** Document#read. Front matter that is never closed is text, so there is none. */
export function valuesOf(page: Source, site: Pick<Site, 'config'>): Values {
  const head = page.frontMatter?.isUnclosed === true ? undefined : page.frontMatter;
  const entry = entryOf(page.path, site);
  const defaults = defaultsFor(page.path, site);
  const isLost = head !== undefined && (head.isBroken || (entry?.kind !== 'page' && hasBadCategories(head.field('categories'))));
  const written = (key: string): HeadField | undefined => {
    const field = isLost ? undefined : head?.field(key);
    return field?.key === key ? field : undefined;
  };
  const inherited = (key: string): unknown => (Object.hasOwn(defaults, key) ? defaults[key] : undefined);
  return {
    isLost,
    has: key => written(key) !== undefined || inherited(key) !== undefined,
    get(key) {
      const own = written(key);
      const value = own && rubyValue(own);
      return value ?? inherited(key) ?? value;
    },
    inherited,
    written,
  };
}

/** Document#merge_categories! joins them to a list, and what is neither list nor text makes it fail, with all the rest. */
function hasBadCategories(field: HeadField | undefined): boolean {
  if (field?.key !== 'categories') return false;
  const value = rubyValue(field);
  return value !== null && value !== undefined && typeof value !== 'string' && !Array.isArray(value);
}

/** Ruby reads YAML 1.1, in which a bare `no` is false and a bare day a date. */
export function rubyValue({ value, source }: HeadField): unknown {
  if (typeof value !== 'string' || value !== source.trim()) return value;
  if (/^(?:yes|on|true)$/i.test(value)) return true;
  if (/^(?:no|off|false)$/i.test(value)) return false;
  if (/^(?:~|null)$/i.test(value)) return null;
  return value;
}

/** Text that is not empty, of a key. */
export function textOf(values: Values, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list of Jekyll's: text is split at blanks when it stands under the plural. */
export function listOf(value: unknown, splits: boolean): readonly string[] {
  if (typeof value === 'string') return splits ? value.split(/\s+/).filter(Boolean) : [value];
  if (Array.isArray(value)) return value.flatMap(item => (item === null || item === undefined || typeof item === 'object' ? [] : [String(item)]));
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
}
