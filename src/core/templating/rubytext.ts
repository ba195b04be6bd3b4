// Values as Ruby's Liquid writes them into a page.
const DEEPEST = 20;

/** Lists without anything in between, tables as they are inspected. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join('');
  return typeof value === 'object' ? inspected(value) : String(value);
}

/** Object#inspect. @throws Error for what is nested without an end */
export function inspected(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new Error('too deep');
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(item => inspected(item, depth + 1)).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}=>${inspected(item, depth + 1)}`).join(', ')}}`;
}
