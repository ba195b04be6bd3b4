// A table as text in columns, for places that have no tables.
import { isPart, partsIn, textOf, type Part } from './tree';
import { padded, widthOf } from './width';

/** No wider than this, a column is padded; what is longer in it stands out. */
const WIDEST = 40;

export function columnsOf(table: Part): string {
  const rows = [...partsIn([table])].filter(({ name }) => name === 'tr').map(({ children }) => children.filter(cell => isPart(cell, 'th', 'td')).map(cell => ({
    text: textOf((cell as Part).children).replace(/\s+/g, ' ').trim(), align: (cell as Part).attributes['align'],
  })));
  const widths: number[] = [];
  for (const row of rows) row.forEach(({ text }, index) => { widths[index] = Math.max(widths[index] ?? 0, Math.min(WIDEST, widthOf(text))); });
  const line = (row: (typeof rows)[number]): string => row.map(({ text, align }, index) => padded(text, widths[index]!, align)).join('  ').trimEnd();
  const hasHead = table.children.some(piece => isPart(piece, 'thead'));
  const lines = rows.map(line);
  return (hasHead ? [lines[0]!, widths.map(width => '-'.repeat(width)).join('  '), ...lines.slice(1)] : lines).join('\n');
}
