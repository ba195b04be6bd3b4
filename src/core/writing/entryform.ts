// The usual form of an author's links, by what the newest issues do most: how one is opened, what stands below, what lies between.
import type { Post } from '../post';
import { isBlank, textLines, type Entry, type Section, type Shape } from './entries';

export interface EntryForm {
  readonly shape: Shape;
  /** What a line about the link is put behind, as in `> `, and how many empty lines are above it. */
  readonly below: { readonly prefix: string; readonly gap: number } | undefined;
  /** Empty lines between two links, and between a section's heading and its first. */
  readonly between: number;
  readonly first: number;
}

export const PLAIN_FORM: EntryForm = { shape: { kind: 'heading', lines: ['### [{title}]({url})'] }, below: undefined, between: 1, first: 1 };

/** An issue as far as its form goes. */
export interface Written {
  readonly post: Post;
  readonly sections: readonly Section[];
}

interface Seen {
  readonly entry: Entry;
  readonly section: Section;
  readonly previous: Entry | undefined;
  readonly lines: readonly string[];
}

/** A form has to come twice in a section of its own to be that section's. */
const ENOUGH = 2;
const RECENT = 6;

/**
 * @param issues the newest first @param isSame whether a section of another issue is the one that is asked about
 * @returns the form of that section where it has one, else that of the series
 */
export function formOf(issues: readonly Written[], isSame: (section: Section, issue: Post) => boolean): EntryForm {
  const recent = issues.filter(({ sections }) => sections.some(({ entries }) => entries.length > 0)).slice(0, RECENT);
  const seen = recent.flatMap(({ post, sections }) => {
    const lines = textLines(post);
    return sections.flatMap(section => section.entries.map((entry, at): Seen & { readonly post: Post } => ({ entry, section, previous: section.entries[at - 1], lines, post })));
  });
  const own = seen.filter(({ section, post }) => isSame(section, post));
  const asked = own.length >= ENOUGH ? own : seen;
  const shape = most(asked.map(({ entry }) => entry.shape), ({ lines }) => lines.join('\n'));
  if (!shape) return PLAIN_FORM;
  const alike = (each: Seen): boolean => each.entry.shape.lines.join('\n') === shape.lines.join('\n');
  const same = asked.filter(alike);
  const below = most(same.map(({ entry, lines }) => belowOf(entry, lines)), each => JSON.stringify(each));
  return {
    shape,
    below: below === 'own words' ? undefined : below,
    // one section has one link now and then: what lies between two is the same all over an issue
    between: most(betweens(same), String) ?? most(betweens(seen.filter(alike)), String) ?? (shape.kind === 'item' ? 0 : 1),
    first: most(firsts(same), String) ?? most(firsts(seen), String) ?? 1,
  };
}

/** The one that comes most often; of several the newest, which stands first. */
function most<T>(values: readonly T[], keyOf: (value: T) => string): T | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  const highest = Math.max(...counts.values());
  return values.find(value => counts.get(keyOf(value)) === highest);
}

const betweens = (seen: readonly Seen[]): readonly number[] => seen.flatMap(({ entry, previous }) => (previous ? [entry.line - previous.end] : []));

const firsts = (seen: readonly Seen[]): readonly number[] => seen.flatMap(({ entry, section, previous, lines }) =>
  (previous || section.text === '' || !lines.slice(section.line + 1, entry.line).every(isBlank) ? [] : [entry.line - section.line - 1]));

/** What follows in plain lines is the author's own. */
type Below = NonNullable<EntryForm['below']> | 'own words';

function belowOf({ shape, line, end }: Entry, lines: readonly string[]): Below {
  const from = line + shape.lines.length;
  const at = lines.findIndex((text, index) => index >= from && index < end && !isBlank(text));
  const text = lines[at] ?? '';
  const prefix = /^\s*>[ \t]?/.exec(text)?.[0] ?? (shape.kind === 'item' ? /^[ \t]+(?:[-*+][ \t]+)?(?=\S)/.exec(text)?.[0] : undefined);
  return prefix === undefined ? 'own words' : { prefix, gap: at - from };
}
