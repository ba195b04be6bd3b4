// Hugo's archetypes: which one a new post begins with, and what `hugo new` would make of it. Learnt from `hugo new` itself (0.111);
// https://gohugo.io/content-management/archetypes/
import { text } from '../../data';
import { momentOf, offsetAt, readDate, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { goFormat, rfc3339 } from '../../templating/goformat';
import { CannotTell, GoObject, newLimits, runTemplate, textOf, type GoCall, type GoValue } from '../../templating/gotemplate';
import type { Beginning, Scaffold } from '../scaffold';
import { hugoConfig } from './config';
import { pageFile } from './pages';
import { siteFieldOf } from './param';

/** The site's own folder, then those of its themes that are here. */
function folders(site: Site): readonly string[] {
  const { data } = hugoConfig(site);
  const themes = typeof data['theme'] === 'string' ? [data['theme']] : Array.isArray(data['theme']) ? data['theme'].filter(theme => typeof theme === 'string') : [];
  return [text(data['archetypedir']) ?? 'archetypes', ...themes.map(theme => `${text(data['themesdir']) ?? 'themes'}/${theme}/archetypes`)];
}

export const archetypeFiles = (site: Site): readonly string[] => folders(site).flatMap(folder => site.files.below(folder)).filter(file => /\.md$/i.test(file));

/** `Builder#setArcheTypeFilenameToUse` (create/content.go): the section's before the default one, the site's before its theme's; a folder is for posts that get one. */
export function archetypeFor(path: string, site: Site): string | undefined {
  const section = pageFile(path, site)?.section ?? '';
  const names = [...(section === '' ? [] : [...(splitPath(path).name === 'index.md' ? [`${section}/index.md`] : []), `${section}.md`]), 'default.md'];
  return names.flatMap(name => folders(site).map(folder => `${folder}/${name}`)).find(file => site.files.has(file));
}

export function archetype(post: Beginning, texts: ReadonlyMap<string, string | undefined>, site: Site): Scaffold | undefined {
  const file = archetypeFor(post.path, site);
  const source = file === undefined ? undefined : texts.get(file);
  if (file === undefined || source === undefined) return undefined;
  try {
    return { file, text: runTemplate(source, callFor(post, site), newLimits()) };
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    return { file, reason: error.message };
  }
}

/** `archetypeFileData`: the name, the kind, the file and the site, and no escaping, as it is no HTML. */
function callFor({ path, date }: Beginning, site: Site): GoCall {
  const page = pageFile(path, site);
  const below = page?.path ?? path;
  const { folder, name: file } = splitPath(below);
  const base = file.replace(/\.[^.]+$/, '');
  const name = page?.isBundle ? splitPath(folder).name : base;
  const now: WrittenDate = { ...date, offset: date.offset ?? offsetAt(momentOf(date, site.timeZone), site.timeZone) };
  const written = rfc3339(now);
  const fields: Readonly<Record<string, GoValue>> = {
    'Name': name, 'Type': page?.section || 'default', 'Date': written, 'File': new GoObject('File'), 'Site': new GoObject('Site'),
    'File.ContentBaseName': name, 'File.BaseFileName': base, 'File.TranslationBaseName': base, 'File.LogicalName': file, 'File.Path': below, 'File.Dir': folder === '' ? '' : `${folder}/`, 'File.Ext': 'md', 'File.Section': page?.section ?? '',
  };
  const of = siteFieldOf(site.config);
  const dateOf = (value: GoValue): WrittenDate => {
    const read = value instanceof GoObject && value.path === 'now' ? now : readDate(textOf(value));
    if (!read) throw new CannotTell('time');
    return read;
  };
  const format = (layout: GoValue, value: GoValue): GoValue => goFormat(dateOf(value), textOf(layout));
  return {
    isText: true,
    get: key => { throw new CannotTell(String(key)); },
    field(asked) {
      if (Object.hasOwn(fields, asked)) return fields[asked];
      if (asked === 'now.Year') return now.year;
      if (asked === 'now.Day') return now.day;
      const found = of(asked);
      // `<no value>` is no text for a post
      return found === undefined ? 'unknown' : found;
    },
    functions: {
      'now': () => new GoObject('now'), 'now.Format': layout => goFormat(now, textOf(layout)), 'time.Now.Format': layout => goFormat(now, textOf(layout)), 'now.Year': () => now.year, '.now.Format': layout => goFormat(now, textOf(layout)),
      'time': value => textOf(value), 'time.AsTime': value => textOf(value), 'dateFormat': format, 'time.Format': format,
      'title': value => titleCase(textOf(value)), 'strings.Title': value => titleCase(textOf(value)),
    },
  };
}

const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'if', 'in', 'nor', 'of', 'on', 'or', 'per', 'the', 'to', 'vs', 'via']);

/** The style of the Associated Press, Hugo's usual one (github.com/jdkato/prose/transform). */
function titleCase(words: string): string {
  const all = words.split(' ');
  return all.map((word, at) => (at > 0 && at < all.length - 1 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1))).join(' ');
}
