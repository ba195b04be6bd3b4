// CSV as Ruby's library reads it (https://www.rfc-editor.org/rfc/rfc4180): unlike others it tells a field that is empty, which is no
// value, from an empty text in quotes, and Liquid takes the second for true.

/** Rows of fields, null for one without anything in it; an empty line is a row without fields. @throws Error for quotes that Ruby refuses */
export function separated(text: string, separator: ',' | '\t'): readonly (readonly (string | null)[])[] {
  const rows: (string | null)[][] = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');
  let row: (string | null)[] = [];
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error('quotes');
    const [, quoted, plain = '', end] = found;
    const isEmptyLine = quoted === undefined && plain === '' && row.length === 0 && end !== separator;
    if (!isEmptyLine) row.push(quoted?.replace(/""/g, '"') ?? (plain === '' ? null : plain));
    // a separator at the very end has a field behind it
    if (end === separator && field.lastIndex === text.length) row.push(null);
    if (end !== separator || field.lastIndex === text.length) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
