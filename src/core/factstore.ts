// What was learnt of pages, as lines of text that a host keeps between two runs: a head, then a line a page. What comes back from
// there is trusted no more than any other file: a line that is not as written here counts as absent.
import { headFrom, type Facts, type FactField, type FactsHead, type LinkFact } from './facts';
import type { Finding } from './lint';
import { HOST_COMMANDS, SEVERITIES, type Fix } from './rule';
import type { Site } from './site';
import type { Span } from './span';
import type { Switch } from './switches';

export interface Kept {
  readonly facts: Facts;
  /** What `lintText` found; undefined when it was not asked, or was asked of a site set up in another way. */
  readonly findings: readonly Finding[] | undefined;
  /** Of the file, as its system says: milliseconds and bytes. */
  readonly mtime: number;
  readonly size: number;
  /** `hashOf` its text: a file may be new and say the same. */
  readonly hash: string;
}

/** Under which circumstances something was learnt. */
export interface StoreKey {
  readonly facts: string;
  readonly findings: string;
}

/** Raised when the lines get another shape. */
const SHAPE = 1;

/** What the facts of a text depend on, beside the text. */
export const factsKey = ({ flavor, dialect }: Pick<Site, 'flavor' | 'dialect'>): string => JSON.stringify([flavor.id, dialect.id]);

/**
 * @param product whatever tells one build of this program from another, and blogs that share a file.
 * @param parts all files for which `isPart` holds.
 */
export function storeKey(site: Site, product: string, parts: Iterable<string>): StoreKey {
  const facts = JSON.stringify([SHAPE, product, factsKey(site)]);
  return { facts, findings: hashOf(JSON.stringify([facts, site.language, site.say('Draft'), { ...site.settings, rhythm: undefined }, site.config, [...parts].sort()], plainly)) };
}

/** A file that pages are made with and that is none itself, as templates are: whether it is there is for rules about a text to ask. */
export const isPart = (path: string, site: Site): boolean => !site.flavor.isPage(path, site) && site.flavor.copyOf(path, site) === undefined;

/** Maps, sets and patterns, of which JSON would say nothing. */
function plainly(_: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...(value as Iterable<unknown>)];
  return value instanceof RegExp ? String(value) : value;
}

/** 53 bits (cyrb53), enough to tell texts apart that nobody made alike on purpose. */
export function hashOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

export const headLine = (key: StoreKey): string => JSON.stringify(key);

/** What the lines below a head are good for. */
export function readHead(line: string, key: StoreKey): 'all' | 'facts' | undefined {
  const head = parse(line);
  if (typeof head !== 'object' || head === null || (head as Partial<StoreKey>).facts !== key.facts) return undefined;
  return (head as Partial<StoreKey>).findings === key.findings ? 'all' : 'facts';
}

/** Undefined for the rare page whose front matter JSON cannot hold. */
export function pageLine({ facts, findings, mtime, size, hash }: Kept): string | undefined {
  const { path, title, frontMatter, headings, anchors, looseAnchors, mayHaveMoreAnchors, links, switches } = facts;
  const ids = new Set(headings.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const budget = { left: 20_000 };
  const isSound = [...ids].every(id => anchors.has(id)) && (frontMatter?.fields ?? []).every(({ value }) => isPlain(value, budget));
  if (!isSound) return undefined;
  return JSON.stringify([
    path, mtime, size, hash, title ?? 0, frontMatter ? writeHead(frontMatter) : 0,
    headings.flatMap(({ level, text, id, start }) => [level, text, id ?? 0, start]),
    [...anchors].filter(id => !ids.has(id)), looseAnchors, Number(mayHaveMoreAnchors),
    links.flatMap(({ target, targetSpan, isImage, place }) => [target, targetSpan.start, targetSpan.end, PLACES.indexOf(place) * 2 + Number(isImage)]),
    switches.map(({ names, within }) => [names, ...(within ? [within.start, within.end] : [])]),
    findings ? findings.map(writeFinding) : 0,
  ]);
}

/** @param withFindings whether the head said that they are right as well. Undefined for a line that is damaged. */
export function readPage(line: string, withFindings: boolean): Kept | undefined {
  try {
    const [path, mtime, size, hash, title, head, headings, anchors, looseAnchors, more, links, switches, findings] = list(parse(line), 13);
    const read = fours(headings).map(([level, words, id, start]) => ({ level: whole(level), text: text(words), id: id === 0 ? undefined : text(id), start: whole(start) }));
    const facts: Facts = {
      path: text(path),
      frontMatter: head === 0 ? undefined : readHeadOf(head),
      title: title === 0 ? undefined : text(title),
      headings: read,
      anchors: new Set([...read.flatMap(({ id }) => (id === undefined ? [] : [id])), ...list(anchors).map(text)]),
      looseAnchors: list(looseAnchors).map(text),
      mayHaveMoreAnchors: more === 1,
      links: fours(links).map(([target, start, end, kind]): LinkFact => ({ target: text(target), targetSpan: span(start, end), isImage: whole(kind) % 2 === 1, place: one(PLACES, whole(kind) >> 1) })),
      switches: list(switches).map(readSwitch),
    };
    return { facts, findings: !withFindings || findings === 0 ? undefined : list(findings).map(readFinding), mtime: number(mtime), size: whole(size), hash: text(hash) };
  } catch {
    return undefined;
  }
}

const PLACES: readonly LinkFact['place'][] = ['markdown', 'html', 'link', 'resource', 'tag'];

/** Whether JSON gives back what it is given: neither dates nor numbers that are none, no `undefined`, and not without end. */
function isPlain(value: unknown, budget: { left: number }): boolean {
  if (budget.left-- <= 0) return false;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (Array.isArray(value)) return value.every(item => isPlain(item, budget));
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(item => isPlain(item, budget));
}

const writeHead = ({ isBroken, isUnclosed, firstLine, fields }: FactsHead): unknown =>
  [Number(isBroken) + 2 * Number(isUnclosed), firstLine.start, firstLine.end, fields.map(({ key, value, source, span: at, valueSpan }) => [key, value, source, at.start, at.end, valueSpan.start, valueSpan.end])];

function readHeadOf(written: unknown): FactsHead {
  const [marks, start, end, fields] = list(written, 4);
  const read = list(fields).map((field): FactField => {
    const [key, value, source, from, to, valueFrom, valueTo] = list(field, 7);
    return { key: text(key), value, source: text(source), span: span(from, to), valueSpan: span(valueFrom, valueTo) };
  });
  return headFrom({ isBroken: (whole(marks) & 1) !== 0, isUnclosed: (whole(marks) & 2) !== 0 }, span(start, end), read);
}

function readSwitch(written: unknown): Switch {
  const [names, ...within] = list(written);
  return { names: list(names).map(text), ...(within.length ? { within: span(within[0], within[1]) } : {}) };
}

const writeFinding = ({ rule, severity, message, span: at, fixes, command }: Finding): unknown =>
  [rule, SEVERITIES.indexOf(severity), message, at.start, at.end, ...(fixes || command ? [fixes ? fixes.map(writeFix) : 0] : []), ...(command ? [HOST_COMMANDS.indexOf(command)] : [])];

const writeFix = ({ title, isSafe, edits }: Fix): unknown => [title, Number(isSafe), edits.map(({ start, end, text: words }) => [start, end, words])];

function readFinding(written: unknown): Finding {
  const [rule, severity, message, start, end, fixes, command] = list(written);
  return { rule: text(rule), severity: one(SEVERITIES, severity), message: text(message), span: span(start, end), ...(fixes === undefined || fixes === 0 ? {} : { fixes: list(fixes).map(readFix) }), ...(command === undefined ? {} : { command: one(HOST_COMMANDS, command) }) };
}

function readFix(written: unknown): Fix {
  const [title, isSafe, edits] = list(written, 3);
  return { title: text(title), isSafe: isSafe === 1, edits: list(edits).map(edit => { const [start, end, words] = list(edit, 3); return { ...span(start, end), text: text(words) }; }) };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

// each gives back what it is asked for, or throws

function list(value: unknown, length?: number): readonly unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) throw new TypeError();
  return value;
}

function fours(value: unknown): readonly (readonly [unknown, unknown, unknown, unknown])[] {
  const all = list(value);
  if (all.length % 4) throw new TypeError();
  return Array.from({ length: all.length / 4 }, (_, index) => [all[index * 4], all[index * 4 + 1], all[index * 4 + 2], all[index * 4 + 3]]);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError();
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError();
  return value;
}

function whole(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new TypeError();
  return value as number;
}

function span(start: unknown, end: unknown): Span {
  const [from, to] = [whole(start), whole(end)];
  if (from > to) throw new TypeError();
  return { start: from, end: to };
}

function one<T>(all: readonly T[], index: unknown): T {
  const found = all[whole(index)];
  if (found === undefined) throw new TypeError();
  return found;
}
