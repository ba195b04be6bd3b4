import path from 'node:path';
import { isRealDate, readDate, wallClock } from '../core/dates';
import { KINDS, newPost } from '../core/writing';
import type { Command } from './cli';
import { CannotRun, createFile, findRoot, isFolder, now, openDiskSite, pagesOf, readPost, timeZone } from './disk';

export const newCommand: Command = {
  usage: 'new KIND [--site DIR] [--date YYYY-MM-DD] [--title T] [--series NAME] [--dry-run]',
  about: 'Starts a post and prints its path; never overwrites one. KIND is scrap, retro, review, work or club.',
  options: { site: { type: 'string' }, date: { type: 'string' }, title: { type: 'string' }, series: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  help: [
    ['--site DIR', 'the blog (default: the one around the current folder)'],
    ['--date DAY', 'write as on that day (default: today)'],
    ['--title T', 'name of the event, job or club; for others the title itself'],
    ['--series NAME', 'which series to go on with, if the blog has several of the kind'],
    ['--dry-run', 'print {path,text} as JSON and write nothing'],
  ],
  run([name, ...more], options, say) {
    const kind = KINDS.find(({ id }) => id === name);
    if (!kind) throw new CannotRun('new needs a kind: {0}', KINDS.map(({ id }) => id).join(', '));
    if (more.length) throw new CannotRun('new takes one kind, not also {0}', more.join(' '));
    const given = typeof options['site'] === 'string' ? options['site'] : '.';
    if (!isFolder(given)) throw new CannotRun('{0} is no folder', given);
    const site = openDiskSite(findRoot(given) ?? path.resolve(given), say);
    const earlier = pagesOf(site).flatMap(file => readPost(site, file) ?? []);
    const made = newPost(kind, { date: dayFrom(options['date']), title: text(options['title']), series: text(options['series']) }, earlier, site);
    if (options['dry-run']) {
      process.stdout.write(`${JSON.stringify({ path: made.path, text: made.text })}\n`);
      return 0;
    }
    const file = createFile(site, made.path, made.text);
    process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
    return 0;
  },
};

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

/** The writer's day: today, or the one that an option names. */
export function dayFrom(option: string | boolean | undefined) {
  if (option === undefined) {
    const { year, month, day } = wallClock(now(), timeZone());
    return { year, month, day, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.test(String(option)) ? readDate(String(option)) : undefined;
  if (!date || !isRealDate(date)) throw new CannotRun('--date wants a day such as 2026-11-30, not {0}', String(option));
  return date;
}
