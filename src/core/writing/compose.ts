// A new file's text: front matter in a format, or an earlier file's front matter with other values.
import { writeField, writeValue, type FieldValue, type Format } from '../frontmatter';
import { applyEdits, type Edit } from '../span';
import type { Post } from '../post';
import type { NewPost } from './kind';

/** A value as it will be written, or a title that still has to be quoted as the earlier one was. */
export type Change = { readonly value: string } | { readonly title: string };

/** The front matter of an earlier post, byte for byte but for the changed values, and a new body below. */
export function newText(path: string, earlier: Post, values: ReadonlyMap<string, Change>, body: string, nl: string): NewPost {
  const { frontMatter } = earlier;
  const edits: Edit[] = [];
  for (const field of frontMatter?.fields ?? []) {
    const change = values.get(field.key);
    if (!change) continue;
    edits.push({ ...field.valueSpan, text: 'value' in change ? change.value : writeValue(frontMatter!.format, change.title) });
  }
  const start = frontMatter?.span.start ?? 0;
  const end = frontMatter?.span.end ?? 0;
  const head = applyEdits(earlier.text.slice(0, end), edits).slice(start);
  const gap = frontMatter ? /^(?:[ \t]*(?:\r\n?|\n))*/.exec(earlier.text.slice(end))![0].replace(/\r\n?/g, '\n') : '';
  const above = (earlier.text.startsWith('\uFEFF') ? '\uFEFF' : '') + head + (gap || (head ? '\n' : ''));
  const { text, cursor } = withRoom(above, body);
  const written = text.replace(/\r\n?|\n/g, nl);
  return { path, text: written, cursor: text.slice(0, cursor).replace(/\r\n?|\n/g, nl).length };
}

/** A line of its own for what is written first: below the first heading, else at the end. */
function withRoom(above: string, body: string): { readonly text: string; readonly cursor: number } {
  const heading = /^#{1,6} .*\n/m.exec(body);
  if (!heading) return { text: above + body, cursor: above.length + body.length };
  const end = heading.index + heading[0].length;
  const rest = body.slice(end).replace(/^\n+/, '');
  const start = `${above}${body.slice(0, end)}\n`;
  return { text: `${start}\n${rest === '' ? '' : `\n${rest}`}`, cursor: start.length };
}

/** Front matter between fences, keys in the order given; lists as blogs write them. */
export function writeFrontMatter(format: Format, fields: readonly (readonly [key: string, value: FieldValue])[]): string {
  if (format === 'json') return `{\n${fields.map(([key, value]) => `  ${writeField(format, key, value)}`).join(',\n')}\n}\n`;
  const lines = fields.map(([key, value]) => (format === 'yaml' && typeof value === 'object'
    ? [`${key}:`, ...value.map(item => `- ${writeValue(format, item)}`)].join('\n')
    : writeField(format, key, value)));
  const fence = format === 'toml' ? '+++' : '---';
  return `${fence}\n${lines.join('\n')}\n${fence}\n`;
}

/** A template's body below its front matter; the `|` on a line of its own is where writing begins. */
