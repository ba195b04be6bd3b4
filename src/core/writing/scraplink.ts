// A link added to an issue, as one edit: below the section it belongs to, in the form in which its author writes links.
import type { Post } from '../post';
import type { Site } from '../site';
import { lineEnding, type Edit } from '../span';
import { formOf, type EntryForm, type Written } from './entryform';
import { sectionsOf } from './entries';
import { writeLink } from './linktext';
import { outsideAddress } from './repeats';
import type { ScrapIssue } from './scrapissue';
import { placeFor, placeIn, type Place } from './scrapplace';
import { inOrder, isForLinks, linksByName, missingSections, moveTo, type Choice, type SectionChoice } from './scrapsections';
import { hostOf } from './tracking';

export type { SectionChoice } from './scrapsections';

/** Older issues tell little of which sections there are. */
const RECENT = 12;

export interface ScrapLink {
  /** As `cleanAddress` gives it. */
  readonly address: string;
  readonly title: string;
  /** Empty where nothing is known. Written only where the author writes such a line about each link. */
  readonly description: string;
}

export interface Addition {
  readonly edit: Edit;
  /** Where the author's own words go, and where the link begins, in the text after the edit. */
  readonly cursor: number;
  readonly at: number;
}

/** What was learnt of an issue and its series, for one link after another. */
export interface ScrapBook {
  /** In the order in which the issue has them. At least one. */
  readonly choices: readonly SectionChoice[];
  /** The one in which the series mostly has links to the host; else the one with most links. */
  likeliest(address: string): SectionChoice;
  /** Paths of issues of the series that have the link already, the earliest first, this one included. */
  repeated(address: string): readonly string[];
  /** @throws RangeError for a choice of another issue */
  add(link: ScrapLink, choice: SectionChoice, site: Site): Addition;
  /** The link for a place that the author has chosen. @param before what stands on the line already: a mark, words, or nothing */
  write(link: ScrapLink, before: string, site: Site): string;
}

export function scrapBook({ post, period, others }: ScrapIssue): ScrapBook {
  const moved = new Map<Post, (text: string) => string>(others.map(issue => [issue.post, moveTo(issue.period, period)]));
  const nameOf = (text: string, of: Post): string => (moved.get(of)?.(text) ?? text).replace(/[\ufe0e\ufe0f]/g, '').replace(/\s+/g, ' ').trim();
  const newest = [...others].reverse().map(issue => issue.post);
  const counts = new Map<string, number>();
  for (const each of newest) for (const name of new Set(each.headings.map(({ text }) => nameOf(text, each)))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isShared = (of: Post) => (text: string): boolean => (counts.get(nameOf(text, of)) ?? 0) > (of === post ? 0 : 1);
  const written = newest.map((each): Written => ({ post: each, sections: sectionsOf(each, isShared(each)) }));
  const own: Written = { post, sections: sectionsOf(post, isShared(post)) };
  const links = linksByName([own, ...written], nameOf);

  const recent = written.slice(0, RECENT);
  const missing = missingSections(own, recent, nameOf, links);
  const choices = inOrder(own.sections.filter(({ text }) => isForLinks(nameOf(text, post), own, recent, nameOf, links)), missing, recent, post, nameOf);
  const all = choices.length ? choices : own.sections.map((section): Choice => ({ section, from: post, text: section.text, count: section.entries.length, isMissing: false }));
  const find = (choice: SectionChoice): Choice => {
    const found = all.find(each => each === choice) ?? all.find(({ text }) => text === choice.text);
    if (!found) throw new RangeError(`no section "${choice.text}"`);
    return found;
  };
  const formFor = ({ section, from }: Choice): EntryForm => {
    const name = nameOf(section.text, from);
    return formOf([own, ...written], (other, of) => nameOf(other.text, of) === name);
  };
  return {
    choices: all,
    likeliest(address) {
      const host = hostOf(address).replace(/^www\./, '');
      const by = (count: (name: string) => number): Choice | undefined => {
        const best = all.reduce<Choice | undefined>((found, each) => (count(nameOf(each.text, post)) > (found ? count(nameOf(found.text, post)) : 0) ? each : found), undefined);
        return best;
      };
      return by(name => links.get(name)?.get(host) ?? 0) ?? by(name => [...links.get(name)?.values() ?? []].reduce((sum, count) => sum + count, 0)) ?? all[0]!;
    },
    repeated(address) {
      const same = outsideAddress(address);
      return [...others.map(issue => issue.post), post].filter(({ links: all }) => all.some(({ target }) => outsideAddress(target) === same)).map(({ path }) => path);
    },
    add(link, choice, site) {
      const found = find(choice);
      return added(link, found, formFor(found), post, all, site);
    },
    write(link, before, site) {
      const form = formOf([own, ...written], () => false);
      const [first = '', ...more] = form.shape.lines;
      const mark = before.trim();
      const isInWords = mark !== '' && !first.startsWith(mark);
      // the mark stands there already; within words it is a link and nothing else
      const shape = isInWords ? { kind: 'line' as const, lines: ['[{title}]({url})'] } : { ...form.shape, lines: [first.slice(mark === '' ? 0 : mark.length).replace(/^\s+/, mark !== '' && /\s$/.test(before) ? '' : '$&'), ...more] };
      return textOf(link, { ...form, shape, below: isInWords ? undefined : form.below }, 1, site).join(lineEnding(post.text));
    },
  };
}

/** The lines of a link, and of what its page says of itself where the author has such a line. */
function textOf({ address, title, description }: ScrapLink, form: EntryForm, number: number, site: Site): readonly string[] {
  const note = short(description);
  const shape = note === '' ? form.shape.lines.map(line => line.replace(/(?:\s*(?:[:：|·,\-–—~]+|<br\s*\/?>)\s*|\s+)\{note\}$/, '')) : form.shape.lines;
  const lines = writeLink(shape, { title, address, note, number }, site.dialect);
  if (!form.below || note === '') return lines;
  const below = writeLink([`${form.below.prefix.trimStart()}{note}`], { title: '', address: '', note, number }, site.dialect);
  const indent = /^\s*/.exec(form.below.prefix)![0];
  return [...lines, ...Array.from({ length: form.below.gap }, () => ''), ...below.map(line => indent + line)];
}

/** As much as stands in a line about a link: a sentence or two. */
function short(text: string): string {
  if ([...text].length <= 160) return text;
  const cut = [...text].slice(0, 160).join('');
  const end = Math.max(...['. ', '? ', '! ', '。'].map(sign => cut.lastIndexOf(sign)));
  return end > 60 ? cut.slice(0, end + 1) : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 120)).trimEnd()}…`;
}

function added(link: ScrapLink, choice: Choice, form: EntryForm, post: Post, all: readonly Choice[], site: Site): Addition {
  const { section, from } = choice;
  const last = section.entries.at(-1);
  const number = from !== post || last?.number === undefined ? 1 : last.number + (section.entries.at(-2)?.number === last.number ? 0 : 1);
  const lines = textOf(link, form, number, site);
  const place = from === post ? placeIn(section, post, form) : placeFor(choice, post, all, form);
  return written(place, lines, post);
}

function written({ start, end, above, below }: Place, lines: readonly string[], { text }: Post): Addition {
  const nl = lineEnding(text);
  const before = above.map(line => line + nl).join('');
  const link = lines.join(nl);
  const at = start + before.length;
  return { edit: { start, end, text: before + link + nl.repeat(below) }, at, cursor: at + link.length };
}
