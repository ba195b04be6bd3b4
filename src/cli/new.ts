import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isRealDate, readDate, wallClock } from '../core/dates';
import { factsOf } from '../core/facts';
import { chosenSeries, kindsOf, KINDS, modelFiles, newPost, seriesIn, seriesNamed, type Kind, type Models, type Request } from '../core/writing';
import type { Post } from '../core/post';
import { sessionsIn } from '../core/writing/timetable';
import type { Command } from './cli';
import { createFile } from './create';
import { CannotRun, findRoot, isFolder, now, openDiskSite, pagesOf, readPost, timeZone, type DiskSite } from './disk';

type Options = Parameters<Command['run']>[1];

export const newCommand: Command = {
  usage: 'new KIND [--site DIR] [--date YYYY-MM-DD] [--title T] [--series NAME] [--frame F] [--form F] [--day YYYY-MM-DD] [--timetable FILE] [--dry-run]',
  about: 'Starts a post and prints its path; never overwrites one. KIND is scrap, retro, review, work, club or the name of a template in .tech-post/templates.',
  options: {
    'site': { type: 'string' }, 'date': { type: 'string' }, 'title': { type: 'string' }, 'series': { type: 'string' }, 'frame': { type: 'string' }, 'form': { type: 'string' },
    'day': { type: 'string' }, 'timetable': { type: 'string' }, 'dry-run': { type: 'boolean' },
  },
  help: [
    ['--site DIR', 'the blog (default: the one around the current folder)'],
    ['--date DAY', 'write as on that day (default: today)'],
    ['--title T', 'name of the event, job or club; for others the title itself'],
    ['--series NAME', 'which series to go on with, if the blog has several of the kind'],
    ['--frame F', 'of a retrospective without earlier ones: free, kpt or 4l'],
    ['--form F', 'of a post for a writing club: pledge, plan, submission or closing'],
    ['--day DAY', 'on which the event of a review was (default: the date)'],
    ['--timetable FILE', 'the timetable of the event, whose talks become sections; - for standard input'],
    ['--dry-run', 'print {path,text} as JSON and write nothing'],
  ],
  run([name, ...more], options, say) {
    const given = typeof options['site'] === 'string' ? options['site'] : '.';
    if (name === undefined) throw new CannotRun('new needs a kind: {0}', KINDS.map(({ id }) => id).join(', '));
    if (more.length) throw new CannotRun('new takes one kind, not also {0}', more.join(' '));
    if (!isFolder(given)) throw new CannotRun('{0} is no folder', given);
    const site = openDiskSite(findRoot(given) ?? path.resolve(given), say);
    const models = readModels(site);
    const kinds = kindsOf(site, models);
    const kind = kinds.find(({ id }) => id === name.normalize('NFC'));
    if (!kind) throw new CannotRun('new needs a kind: {0}', kinds.map(({ id }) => id).join(', '));
    const request = requestFrom(kind, options);
    const fatal = kind.own?.problems.find(({ severity }) => severity === 'error');
    if (fatal) throw new CannotRun('{0}: {1}', kind.own!.file, fatal.message);
    const earlier = pagesOf(site).flatMap(file => readPost(site, file) ?? []);
    for (const post of earlier) site.index.set(factsOf(post, site));
    site.index.isComplete = true;
    const made = newPost(kind, request, earlier, site, models);
    const isFollowing = request.variant !== undefined && kind.unit !== undefined && chosenSeries(kind, request, earlier, site) !== undefined;
    const notes = [...unknownSeries(kind, request, earlier, site), ...(made.notes ?? []), ...(isFollowing ? [say('The series goes on as it is: --{0} was not used.', kind.variants!.option)] : [])];
    for (const note of notes) process.stderr.write(`tech-post: ${note}\n`);
    if (options['dry-run']) {
      process.stdout.write(`${JSON.stringify({ path: made.path, text: made.text })}\n`);
      return 0;
    }
    process.stdout.write(`${path.relative(process.cwd(), createFile(site, made.path, made.text))}\n`);
    return 0;
  },
};

/** A name that no series has is said to be none, and what was taken in its place. */
function unknownSeries(kind: Kind, request: Request, earlier: readonly Post[], site: DiskSite): readonly string[] {
  const { series: asked } = request;
  if (asked === undefined || kind.own || seriesNamed(asked, kind, earlier, site)) return [];
  const names = seriesIn(earlier, site).filter(({ issues }) => issues.length > 1).map(({ name }) => name).join(', ');
  const taken = chosenSeries(kind, request, earlier, site)?.name;
  if (names === '') return [site.say('There is no series {0}; the blog has none.', asked)];
  return [taken === undefined ? site.say('There is no series {0}; the series are {1}. The post follows none.', asked, names) : site.say('There is no series {0}; the series are {1}. The post follows {2}.', asked, names, taken)];
}

/** Nothing is read of what is a link or no text. */
export function readModels(site: DiskSite): Models {
  return new Map(modelFiles(site).map(file => [file, readModel(path.join(site.root, file))]));
}

function readModel(file: string): string | undefined {
  try {
    return lstatSync(file).isFile() ? new TextDecoder('utf-8', { fatal: true }).decode(refuseBinary(readFileSync(file))) : undefined;
  } catch {
    return undefined;
  }
}

function refuseBinary(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0)) throw new TypeError('no text');
  return bytes;
}

function requestFrom(kind: Kind, options: Options): Request {
  const title = text(options['title']);
  if (kind.own && kind.asks === 'title' && title === undefined) throw new CannotRun('{0} wants --title', kind.id);
  const timetable = text(options['timetable']);
  return {
    date: dayFrom(options['date']), title, series: text(options['series']), variant: variantFrom(kind, options), day: options['day'] === undefined ? undefined : dayFrom(options['day'], 'day'),
    ...(timetable === undefined ? {} : { sessions: sessionsFrom(kind, timetable) }),
  };
}

function variantFrom({ id, variants }: Kind, options: Options): string | undefined {
  for (const option of ['frame', 'form'] as const) {
    const wanted = text(options[option]);
    if (wanted === undefined) continue;
    if (variants?.option !== option) throw new CannotRun('{0} has no --{1}', id, option);
    const found = variants.of.find(variant => variant.id === wanted.toLowerCase());
    if (!found) throw new CannotRun('--{0} can be {1}, not {2}', option, variants.of.map(variant => variant.id).join(', '), wanted);
    return found.id;
  }
  return undefined;
}

function sessionsFrom(kind: Kind, file: string): NonNullable<Request['sessions']> {
  if (!kind.hasSessions) throw new CannotRun('{0} has no --{1}', kind.id, 'timetable');
  if (file !== '-' && isFolder(file)) throw new CannotRun('{0} is a folder', file);
  const sessions = sessionsIn(readFileSync(file === '-' ? 0 : file, 'utf8'));
  if (!sessions.length) throw new CannotRun('{0} does not read as a timetable', file);
  return sessions;
}

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

/** The writer's day: today, or the one that an option names. */
export function dayFrom(option: string | boolean | undefined, name: 'date' | 'day' = 'date'): Request['date'] {
  if (option === undefined) {
    const { year, month, day } = wallClock(now(), timeZone());
    return { year, month, day, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(String(option)) ? readDate(String(option)) : undefined;
  if (!date || !isRealDate(date)) throw new CannotRun('--{0} wants a day such as 2026-11-30, not {1}', name, String(option));
  return date;
}
