// A page as its flavor needs it to say where it goes and whether it appears: a path and a head. An open post is one, and so
// is what the index keeps of a post that nobody has open.

export interface HeadField {
  readonly key: string;
  readonly value: unknown;
  /** As written, quotes included; what is longer than a line may be cut. */
  readonly source: string;
}

/** Front matter as far as its values go. */
export interface Head {
  /** True when the values cannot be trusted. */
  readonly isBroken: boolean;
  /** True when the line that ends it is missing: for some engines it then is none. */
  readonly isUnclosed: boolean;
  /** By its name; case does not matter. */
  field(key: string): HeadField | undefined;
}

export interface Source {
  /** From the site's root, with `/`; as the file system spells it. */
  readonly path: string;
  readonly frontMatter: Head | undefined;
}

/** A head with values that the site gives to what the page does not write itself; undefined when there is neither. */
export function withInherited(own: Head | undefined, inherited: Readonly<Record<string, unknown>>): Head | undefined {
  const keys = Object.keys(inherited);
  if (!keys.length) return own;
  return {
    isBroken: own?.isBroken ?? false, isUnclosed: own?.isUnclosed ?? false,
    field(key) {
      const written = own?.field(key);
      if (written) return written;
      const found = keys.find(name => name.toLowerCase() === key.toLowerCase());
      return found === undefined ? undefined : { key: found, value: inherited[found], source: String(inherited[found]) };
    },
  };
}

/** The first of the keys that has a value which is not empty, as text; numbers and booleans as YAML writes them. */
export function fieldText(source: Pick<Source, 'frontMatter'>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = source.frontMatter?.field(key)?.value;
    if (typeof value === 'string' && value.trim()) return value.trim();
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return undefined;
}

/** A list however it is written: a YAML list, one word, or words with commas or blanks (`separator`) between them. */
export function fieldList(source: Pick<Source, 'frontMatter'>, keys: readonly string[], separator = /\s*,\s*/): readonly string[] {
  for (const key of keys) {
    const value = source.frontMatter?.field(key)?.value;
    if (Array.isArray(value)) return value.filter(item => item !== null && typeof item !== 'object').map(String);
    if (typeof value === 'string' && value.trim()) return value.trim().split(separator);
  }
  return [];
}
