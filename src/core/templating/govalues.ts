// Values of Go's templates, as far as shortcodes have them.

/** Text that is HTML, an address or an attribute already. */
export class Trusted {
  constructor(readonly text: string, readonly kind: 'html' | 'url' | 'attribute') {}
}

/** A map, as `dict` makes one. Of one that is not open, as a file of the page is, nothing can be told but what is in it. */
export class GoMap {
  constructor(readonly entries: ReadonlyMap<string, GoValue>, readonly isOpen = true) {}

  /** @throws CannotTell */
  get(key: string): GoValue {
    if (this.entries.has(key)) return this.entries.get(key);
    const lower = key.toLowerCase();
    if (this.entries.has(lower)) return this.entries.get(lower);
    if (!this.isOpen) throw new CannotTell(key);
    return undefined;
  }
}

/** What a call knows under a name: the call itself (an empty name), `Page`, `Site`, `Page.Params`. */
export class GoObject {
  constructor(readonly path: string) {}
}

export type GoValue = string | number | boolean | undefined | Trusted | GoMap | GoObject | readonly GoValue[];

/** What a template may ask of the call that it is run for. */
export interface GoCall {
  /** `.Get`. */
  get(key: string | number): GoValue;
  /** `.Inner`, `.Name` and whatever else has a name after a dot, as `.Page.Title`; undefined for what is not known. */
  field(name: string): GoValue | 'unknown';
  readonly functions: Readonly<Record<string, (...given: readonly GoValue[]) => GoValue>>;
  /** No HTML is made, so that nothing is escaped. */
  readonly isText?: boolean;
  /** The source of a partial template; undefined for none. */
  partial?(name: string): string | undefined;
}

/** The template is none that can be run. */
export class CannotTell extends Error {}

/** @throws CannotTell for what has no text */
export const textOf = (value: GoValue): string => {
  if (value === undefined) return '';
  if (value instanceof Trusted) return value.text;
  if (value instanceof GoObject || value instanceof GoMap) throw new CannotTell('text');
  return isList(value) ? `[${value.map(textOf).join(' ')}]` : String(value);
};

export const isList = (value: GoValue): value is readonly GoValue[] => Array.isArray(value);

/** What `if` takes for true. */
export function isTrue(value: GoValue): boolean {
  if (value instanceof Trusted) return value.text !== '';
  if (value instanceof GoMap) return value.entries.size > 0;
  if (isList(value)) return value.length > 0;
  return value !== undefined && value !== '' && value !== 0 && value !== false;
}
