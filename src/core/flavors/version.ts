// Which version of its engine builds a site. What an engine makes of a post differs between its versions, and the writer's
// own machine need not have the one that publishes.
import type { Files } from '../files';

export interface EngineVersion {
  /** `0.131.0`; fewer numbers if fewer were written. */
  readonly number: string;
  /** The file, setting or variable that says so; empty when nothing does and the newest version we know is taken. */
  readonly from: string;
}

/** How the sites of one flavor tell their engine's version. */
export interface Engine {
  /** The newest version that we know: an engine that nothing pins is most likely a recent one. */
  readonly newest: string;
  /** The files of a site that may pin a version, the strongest first; only such as are there. */
  pinFiles(files: Files): readonly string[];
  /**
   * The version that a file pins, `latest` when it asks for the newest, undefined when it says nothing.
   * @throws whatever a parser does: a file that cannot be read pins nothing.
   */
  pinIn(file: string, text: string): string | undefined;
}

/** A file of more letters is no hand's work, and looking through it would be felt. */
const LIMIT = 4_000_000;

/** `0.131` of `v0.131`, `extended_0.131.0` or `0.131.0/extended`; undefined when there is no version to begin with. */
export function readVersion(text: string): string | undefined {
  return /^\s*(?:v|extended[_-]?)*(\d{1,5}(?:\.\d{1,5}){1,2})(?![\d.]*\d)/i.exec(text)?.[1];
}

/** Compared number by number; what is not written is 0. Asked many times for each post, so it makes nothing. */
export function isAtLeast({ number }: Pick<EngineVersion, 'number'>, wanted: string): boolean {
  for (let ours = 0, theirs = 0; ours < number.length || theirs < wanted.length; ours = nextPart(number, ours), theirs = nextPart(wanted, theirs)) {
    const difference = partAt(number, ours) - partAt(wanted, theirs);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function partAt(version: string, start: number): number {
  let value = 0;
  for (let at = start; at < version.length && version[at] !== '.'; at++) value = value * 10 + version.charCodeAt(at) - 48;
  return value;
}

function nextPart(version: string, start: number): number {
  const dot = version.indexOf('.', start);
  return dot < 0 ? version.length : dot + 1;
}

/**
 * What the host or the writer gives, else what the first of the site's files pins, else the newest known. Never throws.
 * @param atMost the newest version that the site's configuration allows, if it names one.
 */
export function engineVersion(engine: Engine, texts: ReadonlyMap<string, string>, files: Files, given?: EngineVersion, atMost?: EngineVersion): EngineVersion {
  if (given) return given;
  const newest = { number: engine.newest, from: '' };
  const unpinned = atMost && !isAtLeast(atMost, engine.newest) ? atMost : newest;
  for (const { file, text } of byWeight(engine.pinFiles(files), texts)) {
    const pin = pinIn(engine, file, text);
    if (pin === 'latest') return unpinned;
    if (pin !== undefined) return { number: pin, from: file };
  }
  return unpinned;
}

/** A workflow that publishes nothing says the least: it may try a theme with some old version. */
function byWeight(names: readonly string[], texts: ReadonlyMap<string, string>): readonly { readonly file: string; readonly text: string }[] {
  const written = names.map(file => ({ file, text: texts.get(file) ?? '' })).filter(({ text }) => text !== '' && text.length <= LIMIT);
  const isAside = ({ file, text }: { file: string; text: string }): boolean => isWorkflow(file) && !publishes(text);
  return [...written.filter(one => !isAside(one)), ...written.filter(isAside)];
}

const isWorkflow = (file: string): boolean => file.startsWith(WORKFLOWS);
const publishes = (text: string): boolean => /deploy|pages|publish|rsync|\bs3\b|upload/i.test(text);

function pinIn(engine: Engine, file: string, text: string): string | undefined {
  try {
    const pin = engine.pinIn(file, text);
    return pin === 'latest' && isWorkflow(file) && !publishes(text) ? undefined : pin;
  } catch {
    return undefined; // not ours to complain about: a tool's own file, which that tool reads in its own way
  }
}

const WORKFLOWS = '.github/workflows/';

/** GitHub's workflows, by name. */
export const workflows = (files: Files): readonly string[] =>
  files.namesIn('.github/workflows').filter(name => /\.ya?ml$/i.test(name)).sort().slice(0, 40).map(name => WORKFLOWS + name);

/**
 * The version that a requirement of RubyGems or npm leads to: the written one if it is exact or shuts the newest out,
 * `latest` if the newest is allowed, undefined for what only those tools understand.
 */
export function versionWithin(requirement: string, newest: string): string | undefined {
  if (/^\s*(?:\*|latest)?\s*$/.test(requirement)) return 'latest';
  const [, sign = '', number] = /^\s*(~>|>=|[=~^>v])?\s*(\d{1,5}(?:\.\d{1,5}){0,2})\s*$/.exec(requirement) ?? [];
  if (number === undefined || sign.startsWith('>')) return number && 'latest';
  if (sign === '' || sign === '=' || sign === 'v') return number;
  // ~> 4.3 and ^4.3.1 end before 5; ~> 4.3.1 and ~4.3.1 before 4.4
  const parts = number.split('.').map(Number);
  const kept = parts.slice(0, sign === '^' || (sign === '~>' && parts.length < 3) ? 1 : 2);
  const end = [...kept.slice(0, -1), kept.at(-1)! + 1].join('.');
  return isAtLeast({ number: newest }, end) ? number : 'latest';
}
