// tech-post.json in the blog's root: the writer's own choices, the same for the editor and the command line.
import { isData, parseYaml } from './data';
import { readVersion } from './flavors/version';
import { readRhythm, type Rhythm } from './rhythm';
import { SEVERITIES, type Severity } from './rule';
import { isMap } from 'yaml';
import type { Span } from './span';

export const SETTINGS_FILE = 'tech-post.json';

export type Level = Severity | 'off';
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off'];

export interface Settings {
  /** What the writer says of a rule, by its id; where nothing is said the rule's own severity counts. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Folders and files (from the root, `*` and `**` allowed) that are not checked. */
  readonly ignore: readonly string[];
  /** The kind of site, when what lies in the folder does not tell. */
  readonly flavor?: string;
  /** The version of the engine that publishes, when no file of the blog pins it. */
  readonly engineVersion?: string;
  /** How often the writer means to publish. */
  readonly rhythm?: Rhythm;
}

export const DEFAULT_SETTINGS: Settings = { rules: {}, ignore: [] };

export interface SettingsProblem {
  readonly span: Span;
  readonly message: string;
  readonly args: readonly string[];
}

/** Reads what can be read; each thing that cannot is a problem, and its default counts. JSON with comments is taken too. */
export function parseSettings(text: string, known: { readonly rules: readonly string[]; readonly flavors: readonly string[] }): { settings: Settings; problems: readonly SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const problem = (message: string, ...args: string[]): void => {
    const at = args[0] === undefined ? -1 : text.indexOf(`"${args[0]}"`);
    problems.push({ span: { start: Math.max(0, at), end: at < 0 ? text.length : at + args[0]!.length + 2 }, message, args });
  };
  // YAML is a superset of JSON, and its parser survives comments and commas that JSON refuses
  const data = plainData(text.replace(/^(\s*)\/\/.*$/gm, '$1'));
  if (!data) {
    problem('tech-post.json cannot be read: the defaults count.');
    return { settings: DEFAULT_SETTINGS, problems };
  }
  const rules: Record<string, Level> = {};
  for (const [id, level] of Object.entries(isData(data['rules']) ? data['rules'] : {})) {
    if (!known.rules.includes(id)) problem('There is no rule "{0}".', id);
    else if (!LEVELS.includes(level as Level)) problem('The rule "{0}" can be error, warning, information or off.', id);
    else rules[id] = level as Level;
  }
  const ignore = Array.isArray(data['ignore']) ? data['ignore'].filter(item => typeof item === 'string') : [];
  const flavor = data['flavor'];
  if (flavor !== undefined && !known.flavors.includes(String(flavor))) problem('The flavor can be {1}, not "{0}".', String(flavor), known.flavors.join(', '));
  const written = data['engineVersion'];
  const engineVersion = typeof written === 'string' ? readVersion(written) : undefined;
  if (written !== undefined && engineVersion === undefined) problem('engineVersion is a version in quotes such as "0.131.0", not "{0}".', String(written));
  const rhythm = data['rhythm'] === undefined ? undefined : readRhythm(data['rhythm'], problem);
  for (const key of Object.keys(data)) {
    if (!['$schema', 'rules', 'ignore', 'flavor', 'engineVersion', 'rhythm'].includes(key)) problem('tech-post.json has no setting "{0}".', key);
  }
  return {
    settings: { rules, ignore, ...(known.flavors.includes(String(flavor)) ? { flavor: String(flavor) } : {}), ...(engineVersion === undefined ? {} : { engineVersion }), ...(rhythm ? { rhythm } : {}) },
    problems,
  };
}

function plainData(source: string): Record<string, unknown> | undefined {
  try {
    const document = parseYaml(source);
    if (document.errors.length) return undefined;
    if (document.contents === null) return {};
    return !isMap(document.contents) ? undefined : document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  } catch {
    return undefined; // YAML's aliases, of which JSON knows nothing, and lists in lists without end
  }
}

/** Whether a path is covered by one of the patterns. A pattern that names a folder covers what is below it. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern => {
    const source = pattern.replace(/^\.?\//, '').replace(/\/$/, '')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*\*\/?|\*|\?/g, star => (star === '*' ? '[^/]*' : star === '?' ? '[^/]' : '(?:.*/)?'));
    return new RegExp(`^${source.replace(/\(\?:\.\*\/\)\?$/, '.*')}(?:/|$)`).test(path);
  });
}
