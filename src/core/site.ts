// What rules, preview and commands may ask about the blog around a post: a snapshot that a host takes. Nothing here reads
// files, a clock or the network.
import { flavorOf, FLAVORS } from './flavors';
import type { Flavor, FlavorId, SiteConfig } from './flavors/flavor';
import type { EngineVersion } from './flavors/version';
import { Files } from './files';
import { speaker, type Say } from './language';
import type { Dialect } from './markdown/document';
import { redirectFiles, redirectsOf, type Redirects } from './redirects';
import { RULES } from './rules';
import { SiteIndex } from './siteindex';
import { DEFAULT_SETTINGS, parseSettings, SETTINGS_FILE, type Settings, type SettingsProblem } from './settings';

export interface Site {
  readonly flavor: Flavor;
  readonly config: SiteConfig;
  readonly settings: Settings;
  readonly settingsProblems: readonly SettingsProblem[];
  /** How this site's engine reads Markdown. */
  readonly dialect: Dialect;
  readonly files: Files;
  /** Addresses that the host of the site answers by itself. */
  readonly redirects: Redirects;
  /** What is known of the pages; a host fills it, and may hand it on to a site that reads them alike (`factsKey`). */
  readonly index: SiteIndex;
  /** Now, in milliseconds since 1970, and the zone (IANA) of the machine that asks. */
  readonly now: number;
  readonly timeZone: string;
  readonly say: Say;
  /** The reader's language, as in `ko`, for dates in messages. */
  readonly language: string;
}

/** What a host knows before it has read anything: the files, the clock and the reader's language. */
export interface Surroundings {
  readonly files: Files;
  readonly now: number;
  readonly timeZone: string;
  readonly say?: Say;
  readonly language?: string;
  /** Versions that the host was told, over whatever the site says. */
  readonly engineVersions?: Readonly<Partial<Record<FlavorId, EngineVersion>>>;
}

/** The files a host has to read (those that exist) before it can open the site. */
export function siteFiles(files: Files): readonly string[] {
  const settings = files.has(SETTINGS_FILE) ? [SETTINGS_FILE] : [];
  return [...new Set([...settings, ...FLAVORS.flatMap(flavor => {
    const config = flavor.configFiles(files);
    // the settings may name a flavor that the files do not tell
    return [...(config ?? []), ...(config || settings.length ? flavor.alsoReads(files) : [])];
  }), ...redirectFiles(files)])];
}

/** @param texts of the files that `siteFiles` named; one that could not be read is left out. */
export function openSite(surroundings: Surroundings, texts: ReadonlyMap<string, string>): Site {
  const { files, now, timeZone, say = speaker(), language = 'en', engineVersions = {} } = surroundings;
  const known = { rules: RULES.map(rule => rule.id), flavors: FLAVORS.map(flavor => flavor.id) };
  const written = texts.get(SETTINGS_FILE);
  const { settings, problems } = written === undefined ? { settings: DEFAULT_SETTINGS, problems: [] } : parseSettings(written, known);
  const flavor = FLAVORS.find(({ id }) => id === settings.flavor) ?? flavorOf(files);
  const given = engineVersions[flavor.id] ?? (settings.engineVersion === undefined ? undefined : { number: settings.engineVersion, from: SETTINGS_FILE });
  const config = flavor.readConfig(texts, files, given);
  files.leaveOut(flavor.buildFolder(config));
  return { flavor, config, settings, settingsProblems: problems, dialect: flavor.dialect(config), files, redirects: redirectsOf(texts), index: new SiteIndex(), now, timeZone, say, language };
}

/** A folder is a site's root when all files and folders of one of these rows are in it; a host looks for the nearest such. */
export function rootMarks(): readonly (readonly string[])[] {
  return [[SETTINGS_FILE], ...FLAVORS.flatMap(flavor => flavor.marks)];
}
