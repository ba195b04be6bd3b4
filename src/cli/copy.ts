import path from 'node:path';
import { copyFor } from '../core/copying/copy';
import { PLACES, type Format } from '../core/copying/place';
import { choose, oneOf, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, isFolder, readPages, readPost } from './disk';

export const copyCommand: Command = {
  usage: 'copy FILE --for medium|velog|tistory|mail [--format html|markdown|text]',
  about: 'The body of a post for another place, with full addresses and a link to the original.',
  options: { for: { type: 'string' }, format: { type: 'string' } },
  help: [
    ['--for medium', 'HTML to paste into its editor'],
    ['--for velog', 'Markdown'],
    ['--for tistory', 'HTML for its HTML mode, or Markdown'],
    ['--for mail', 'HTML that brings its own look'],
    ['--format text', 'the text alone, for medium and mail'],
    ['', 'What was left out or changed is said on standard error.'],
  ],
  run(paths, options, say) {
    const [given, ...more] = paths;
    if (given === undefined) throw new CannotRun('copy needs a file; see tech-post copy --help');
    if (more.length) throw new CannotRun('copy is for one file');
    if (isFolder(path.resolve(given))) throw new CannotRun('{0} is a folder', given);
    if (options['for'] === undefined) throw new CannotRun('copy needs --for {0}', PLACES.map(({ id }) => id).join(', '));
    const id = oneOf('for', options['for'], PLACES.map(place => place.id));
    const place = PLACES.find(each => each.id === id)!;
    const format: Format = oneOf('format', options['format'], place.formats.filter(each => each !== 'rich'));
    const [{ site, files }] = choose(given, siteOpener(say)) as [ReturnType<typeof choose>[number]];
    const post = readPost(site, files[0]!);
    if (!post) return 2;
    // links and pictures are looked up in the whole blog
    readPages(site);
    const copy = copyFor(post, site, place, format);
    if (!copy) throw new CannotRun('The HTML of {0} is too much to copy.', given);
    for (const note of copy.notes) process.stderr.write(`${note}\n`);
    process.stdout.write(copy.text.endsWith('\n') ? copy.text : `${copy.text}\n`);
    return 0;
  },
};
