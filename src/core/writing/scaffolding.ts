// A kind's front matter on the ground of what the site begins its posts with: keys, order and values of the scaffold stay, and
// the kind fills in what is open. A scaffold that earlier posts do not follow any more gives way to them.
import { momentOf } from '../dates';
import { parseFrontMatter, type FieldValue, type FrontMatter } from '../frontmatter';
import type { Site } from '../site';
import { applyEdits, type Edit } from '../span';
import { writtenAs } from './dateform';
import type { Habits } from './habits';
import type { NewHead } from './kind';

type Fields = readonly (readonly [key: string, value: FieldValue])[];

/** What earlier posts do, and the keys (lower case) that most of them have. */
export type Followed = Pick<Habits, 'format' | 'constants'> & { readonly keys: ReadonlySet<string> };

export interface Grounded {
  /** With its fences. */
  readonly head: string;
  /** What the scaffold has below. */
  readonly body: string;
}

/**
 * @param text the scaffold, run
 * @param fields what the kind would write
 * @returns undefined where the scaffold has no front matter that can be read, or another format than the posts
 */
export function onGround(text: string, fields: Fields, head: NewHead, { format, constants, keys }: Followed, site: Site): Grounded | undefined {
  const style = site.flavor.frontMatter;
  const scaffold = parseFrontMatter(text, style);
  if (!scaffold || scaffold.errors.length || (format !== undefined && format !== scaffold.format)) return undefined;
  const { summary, date } = site.flavor.fields;
  let current = text;
  for (const [key, value] of fields) {
    const now = parseFrontMatter(current, style)!;
    const isSummary = summary.includes(key);
    const own = now.field(key) ?? (isSummary ? summary.map(name => now.field(name)).find(field => field) : undefined);
    if (own && isSummary && own.key !== key && !isOpen(own.value)) continue;
    let edit: Edit | undefined;
    if (own && date.includes(own.key.toLowerCase())) edit = dated(now, own.key, String(own.source), head, site);
    else if (own?.key.toLowerCase() === 'title') edit = own.value === value ? undefined : titled(now, own.source, String(value));
    else if (own) edit = isOpen(own.value) && !isSame(own.value, value) ? now.set(own.key, value) : undefined;
    else if (isWanted(key, now, site, keys)) edit = now.set(key, value, ['title', 'date']);
    if (edit) current = applyEdits(current, [edit]);
  }
  for (const [key, value] of constants) {
    const now = parseFrontMatter(current, style)!;
    const own = now.field(key);
    // of what posts and scaffold both say the posts are right
    if (own && !isOpen(own.value) && own.value !== value && !date.includes(key) && !/^(?:title|draft|published)$/i.test(key)) current = applyEdits(current, [now.set(own.key, value)]);
  }
  const end = parseFrontMatter(current, style)!.span.end;
  return { head: current.slice(0, end), body: current.slice(end) };
}

/** Nothing is in it yet. */
const isOpen = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(item => item === null || item === ''));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A key that the scaffold does not have: what readers or the engine would miss, and what the posts have. */
function isWanted(key: string, now: FrontMatter, { flavor: { fields: { summary, date }, needsFrontMatter } }: Site, keys: ReadonlySet<string>): boolean {
  if (key === 'title' || keys.has(key.toLowerCase())) return true;
  if (summary.includes(key)) return !summary.some(name => now.field(name));
  return date.includes(key) && !date.some(name => now.field(name)) && needsFrontMatter;
}

/** In the quotes that the scaffold has. */
function titled(now: FrontMatter, source: string, title: string): Edit {
  return now.format === 'yaml' && source.startsWith('"') ? now.setWritten('title', JSON.stringify(title))
    : source.startsWith("'") && (now.format === 'yaml' || !title.includes("'")) ? now.setWritten('title', `'${title.replaceAll("'", "''")}'`)
    : now.set('title', title);
}

/** In the scaffold's form of dates; what was left open takes the flavor's. */
function dated(now: FrontMatter, key: string, source: string, { date }: NewHead, site: Site): Edit | undefined {
  const written = writtenAs(source, momentOf(date, site.timeZone), site.timeZone, now.format);
  if (written !== undefined) return written === source ? undefined : now.setWritten(key, written);
  const usual = site.flavor.newFields({ title: '', date, summary: '', isDraft: false }, site).find(([name]) => name === key)?.[1];
  return usual === undefined ? undefined : now.set(key, usual);
}
