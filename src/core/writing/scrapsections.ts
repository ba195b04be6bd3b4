// The sections of an issue that a link can go into: its own, and those that the series has and it lacks.
import type { Post } from '../post';
import type { Written } from './entryform';
import { isBlank, textLines, type Section } from './entries';
import type { Period } from './kind';
import { advance } from './period';
import { hostOf } from './tracking';

/** A section that a link can go into. */
export interface SectionChoice {
  /** The heading as readers see it; empty for an issue without sections. */
  readonly text: string;
  /** How many links it has in this issue. */
  readonly count: number;
  /** Other issues have it, this one does not yet. */
  readonly isMissing: boolean;
}

/** What stands in so many issues is a part of the series. */
const OFTEN = 0.5;

export interface Choice extends SectionChoice {
  readonly section: Section;
  /** The post in which the section stands; another one for what this one lacks. */
  readonly from: Post;
}

export const moveTo = (from: Period | undefined, to: Period | undefined) => (text: string): string => (from && to && to.unit === from.unit ? advance(text, from, to) : text);

export type Named = (text: string, of: Post) => string;
/** How many links each section has had, by host. */
export type Links = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function linksByName(all: readonly Written[], nameOf: Named): Links {
  const links = new Map<string, Map<string, number>>();
  for (const { post, sections } of all) {
    for (const { text, entries } of sections) {
      const hosts = links.get(nameOf(text, post)) ?? new Map<string, number>();
      links.set(nameOf(text, post), hosts);
      for (const { address } of entries) {
        const host = hostOf(address).replace(/^www\./, '');
        hosts.set(host, (hosts.get(host) ?? 0) + 1);
      }
    }
  }
  return links;
}

/** A greeting that comes in every issue and never has a link is no place for one. */
export function isForLinks(name: string, own: Written, recent: readonly Written[], nameOf: Named, links: Links): boolean {
  if ((links.get(name)?.size ?? 0) > 0) return true;
  const filled = recent.filter(({ post, sections }) => sections.some(section => nameOf(section.text, post) === name && hasWords(post, section)));
  return filled.length === 0 || own.sections.every(({ text }) => nameOf(text, own.post) === name);
}

const hasWords = (post: Post, { line, end }: Section): boolean => textLines(post).slice(line + 1, end).some(text => !isBlank(text));

export function missingSections(own: Written, recent: readonly Written[], nameOf: Named, links: Links): readonly Choice[] {
  const have = new Set(own.post.headings.map(({ text }) => nameOf(text, own.post)));
  const found = new Map<string, Choice & { times: number }>();
  for (const { post, sections } of recent) {
    for (const section of sections) {
      const name = nameOf(section.text, post);
      if (section.text === '' || have.has(name) || !links.get(name)?.size) continue;
      const known = found.get(name);
      if (known) known.times++;
      else found.set(name, { section, from: post, text: name, count: 0, isMissing: true, times: 1 });
    }
  }
  return [...found.values()].filter(({ times }) => times > 1 && times >= recent.length * OFTEN);
}

/** The issue's own as they stand, each missing one behind the nearest that stands before it in another issue. */
export function inOrder(present: readonly Section[], missing: readonly Choice[], recent: readonly Written[], post: Post, nameOf: Named): readonly Choice[] {
  const all = present.map((section): Choice => ({ section, from: post, text: section.text, count: section.entries.length, isMissing: false }));
  for (const choice of missing) {
    const { sections, post: other } = recent.find(({ post: each }) => each === choice.from)!;
    const before = sections.slice(0, sections.indexOf(choice.section)).map(({ text }) => nameOf(text, other)).reverse();
    const at = before.map(name => all.findIndex(each => nameOf(each.text, post) === name)).find(index => index >= 0) ?? -1;
    all.splice(at + 1, 0, choice);
  }
  return all;
}
