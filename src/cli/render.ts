import path from 'node:path';
import { LOOKS } from '../core/look/own';
import { renderBody } from '../core/preview';
import { choose, oneOf, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, isFolder, readPages, readPost } from './disk';
import { writePage, type PageOptions } from './page';

export const renderCommand: Command = {
  usage: 'render FILE... [--format html|json] [--page --out DIR]',
  about: 'The HTML of the posts’ bodies, as the site’s engine makes it.',
  options: { format: { type: 'string' }, page: { type: 'boolean' }, out: { type: 'string' }, build: { type: 'string' }, look: { type: 'string' }, scheme: { type: 'string' } },
  help: [
    ['--format html', 'the HTML alone'],
    ['--format json', 'a line {file,html} for each file, as given'],
    ['--page', 'the whole page of one post, as the preview shows it: DIR/index.html, with what it needs beside it'],
    ['--out DIR', 'where to; a file that is there already is replaced only if an earlier run made it'],
    ['--build FOLDER', 'what was built of the blog, if it does not lie where the configuration says'],
    ['--look site|paper|plain', 'the blog’s own look, taken from its last build, or one of ours'],
    ['--scheme light|dark', 'what the reader likes'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['html', 'json']);
    if (!paths.length) throw new CannotRun('render needs a file; see tech-post render --help');
    const page = pageOptions(options);
    if (page && paths.length > 1) throw new CannotRun('--page is for one file');
    const open = siteOpener(say);
    let isMissing = false;
    for (const given of paths) {
      if (isFolder(path.resolve(given))) throw new CannotRun('{0} is a folder', given);
      for (const { site, files } of choose(given, open)) {
        const post = readPost(site, files[0]!);
        if (!post) {
          isMissing = true;
          continue;
        }
        if (!site.index.isComplete && site.flavor.asksOthers?.(post, site)) readPages(site);
        if (page) {
          writePage(post, site, page, say);
          continue;
        }
        const html = renderBody(post, site);
        process.stdout.write(format === 'json' ? `${JSON.stringify({ file: given, html })}\n` : html);
      }
    }
    return isMissing ? 2 : 0;
  },
};

/** Undefined without `--page`. */
function pageOptions(options: Readonly<Record<string, string | boolean | undefined>>): PageOptions | undefined {
  const text = (name: string): string | undefined => options[name] as string | undefined;
  const stray = ['out', 'build', 'look', 'scheme'].find(name => text(name) !== undefined);
  if (!options['page']) {
    if (stray !== undefined) throw new CannotRun('--{0} goes with --page', stray);
    return undefined;
  }
  const out = text('out');
  if (out === undefined) throw new CannotRun('--page needs --out DIR');
  return {
    out, build: text('build'), look: text('look') === undefined ? undefined : oneOf('look', text('look'), LOOKS),
    scheme: text('scheme') === undefined ? undefined : oneOf('scheme', text('scheme'), ['light', 'dark'] as const),
  };
}
