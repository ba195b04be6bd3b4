import path from 'node:path';
import { wallClock, momentOf } from '../core/dates';
import type { Say } from '../core/language';
import type { Post } from '../core/post';
import { applyEdits, Lines } from '../core/span';
import { scrapIssue, scrapSeries, type ScrapIssue } from '../core/writing/scrapissue';
import { scrapBook, type ScrapBook, type SectionChoice } from '../core/writing/scraplink';
import { cleanAddress } from '../core/writing/tracking';
import { linkedPage } from '../net/linkedpage';
import type { Command } from './cli';
import { createFile } from './create';
import { CannotRun, fileInside, findRoot, isFolder, now, openDiskSite, readPages, readPost, replaceFile, timeZone, type DiskSite } from './disk';
import { dayFrom, readModels } from './new';

export const addLinkCommand: Command = {
  usage: 'add-link URL [--site DIR] [--section NAME] [--title T] [--series NAME] [--date YYYY-MM-DD] [--again] [--dry-run]',
  about: 'Adds a link to the scrap that is being written, and prints where; the page is asked for its title.',
  options: {
    site: { type: 'string' }, section: { type: 'string' }, title: { type: 'string' }, series: { type: 'string' }, date: { type: 'string' },
    again: { type: 'boolean' }, 'dry-run': { type: 'boolean' },
  },
  help: [
    ['--site DIR', 'the blog (default: the one around the current folder)'],
    ['--section NAME', 'a part of the section’s heading (default: where the series mostly has links to this host)'],
    ['--title T', 'what the link is called; nothing is fetched'],
    ['--series NAME', 'which series of scraps, if the blog has several'],
    ['--date DAY', 'write as on that day (default: today)'],
    ['--again', 'add it although an issue had it already'],
    ['--dry-run', 'print {path,text,line,section,title,isNew,repeated} as JSON and write nothing'],
    ['', 'Exit code: 0 added, 1 an issue had it already and nothing was written, 2 could not run'],
  ],
  async run([written, ...more], options, say) {
    if (written === undefined) throw new CannotRun('add-link needs an address');
    if (more.length) throw new CannotRun('add-link takes one address, not also {0}', more.join(' '));
    const address = cleanAddress(written);
    if (address === undefined) throw new CannotRun('{0} is no address of http or https', written);
    const site = openAt(text(options['site']) ?? '.', options['date'], say);
    const posts: Post[] = [];
    readPages(site, post => posts.push(post));
    const target = targetOf(posts, text(options['series']), options['date'], site);
    const book = scrapBook(target);
    const choice = sectionOf(book, text(options['section']), address);
    const repeated = book.repeated(address);
    if (repeated.length && !options['again'] && !options['dry-run']) {
      for (const path of repeated) process.stderr.write(`${say('"{0}" already had this link.', site.index.of(path)?.title ?? path)}\n`);
      return 1;
    }
    const given = text(options['title']);
    const page = given === undefined ? await linkedPage(address, say) : { title: given.replace(/\s+/g, ' ').trim(), description: '', isGuess: false };
    if (page.isGuess) process.stderr.write(`${say('The page told no title: this one is made of its address.')}\n`);
    const { edit, at } = book.add({ ...page, address }, choice, site);
    const result = applyEdits(target.post.text, [edit]);
    const { line } = new Lines(result).positionAt(at);
    if (options['dry-run']) {
      process.stdout.write(`${JSON.stringify({ path: target.post.path, text: result, line, section: choice.text, title: page.title, isNew: target.isNew, repeated })}\n`);
      return 0;
    }
    const file = target.isNew ? createFile(site, target.post.path, result) : path.join(site.root, target.post.path);
    if (!target.isNew) replaceUnchanged(site, target.post, result);
    process.stdout.write(`${path.relative(process.cwd(), file)}:${line}\n`);
    return 0;
  },
};

const text = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

function openAt(given: string, day: string | boolean | undefined, say: Say): DiskSite {
  if (!isFolder(given)) throw new CannotRun('{0} is no folder', given);
  const site = openDiskSite(findRoot(given) ?? path.resolve(given), say);
  return { ...site, now: day === undefined ? site.now : momentOf(dayFrom(day), timeZone()) };
}

function targetOf(posts: readonly Post[], named: string | undefined, day: string | boolean | undefined, site: DiskSite): ScrapIssue {
  const all = scrapSeries(posts, site);
  const series = named === undefined ? all[0] : all.find(({ name }) => name === named) ?? all.find(({ name }) => name.includes(named));
  if (named !== undefined && !series) throw new CannotRun('there is no series {0}; the series are {1}', named, all.map(({ name }) => name).join(', '));
  return scrapIssue(series, day === undefined ? wallClock(now(), timeZone()) : dayFrom(day), posts, site, readModels(site));
}

function sectionOf(book: ScrapBook, named: string | undefined, address: string): SectionChoice {
  if (named === undefined) return book.likeliest(address);
  const found = book.choices.find(({ text }) => text === named) ?? book.choices.find(({ text }) => text.includes(named.normalize('NFC')));
  if (!found) throw new CannotRun('there is no section {0}; the sections are {1}', named, book.choices.map(({ text }) => text).join(', '));
  return found;
}

/** Asking the page takes a while: what was written meanwhile is not lost. */
function replaceUnchanged(site: DiskSite, post: Post, result: string): void {
  const file = fileInside(site.root, post.path);
  if (file === undefined) throw new CannotRun('"{0}" is a link that leads out of the blog: nothing was written.', post.path);
  if (readPost(site, post.path)?.text !== post.text) throw new CannotRun('"{0}" was changed meanwhile: nothing was written.', post.path);
  replaceFile(file, result);
}
