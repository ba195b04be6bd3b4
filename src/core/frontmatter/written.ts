// A value as text of a format.
import type { FieldValue, Format } from './field';

/** `key: value` in the format's own way; a list is written on one line. */
export function writeField(format: Format, key: string, value: FieldValue): string {
  // YAML and TOML have dates of their own, and authors write them without quotes
  const isDate = /date/i.test(key) && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}.*)?$/.test(value);
  return assignment(format, key, isDate && format !== 'json' ? value : writeValue(format, value));
}

export function assignment(format: Format, key: string, written: string): string {
  switch (format) {
    case 'yaml': return `${key}: ${written}`;
    case 'toml': return `${key} = ${written}`;
    case 'json': return `${JSON.stringify(key)}: ${written}`;
  }
}

/** A date is no text: YAML and TOML write it without quotes, and Jekyll reads it in another zone with them. */
export function writeScalar(format: Format, key: string, value: FieldValue): string {
  const isDate = format !== 'json' && typeof value === 'string' && /date|created|updated|modified|lastmod|published/i.test(key)
    && /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?: ?[+-]\d{2}:?\d{2}|Z)?)?$/.test(value);
  return isDate ? value : writeValue(format, value);
}

/** @param isInFlow whether it stands between brackets or braces, where a comma ends it */
export function writeValue(format: Format, value: FieldValue, isInFlow = false): string {
  if (typeof value === 'string') return format === 'yaml' && isPlainYaml(value) && !(isInFlow && /[,[\]{}]/.test(value)) ? value : quoted(value);
  if (typeof value === 'object') return `[${value.map(item => writeValue(format, item, true)).join(', ')}]`;
  return String(value);
}

/** JSON leaves some control characters as they are, which TOML (basic strings) and YAML (5.1) do not take. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Whether YAML reads the text back as the same string without quotes (YAML 1.2, 7.3.3, and no other type). */
function isPlainYaml(value: string): boolean {
  if (value === '' || value !== value.trim() || /[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/.test(value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) || /: |:$| #/.test(value)) return false;
  return !/^(true|false|yes|no|on|off|null|~|[-+.\d][\d.,:eE+\-TZ_ ]*|0[xo][\da-f]+|\.(inf|nan))$/i.test(value);
}
