import path from 'node:path';
import { renderBody } from '../core/preview';
import { choose, oneOf, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, isFolder, readPages, readPost } from './disk';

export const renderCommand: Command = {
  usage: 'render FILE... [--format html|json]',
  about: 'The HTML of the posts’ bodies, as the site’s engine makes it.',
  options: { format: { type: 'string' } },
  help: [['--format html', 'the HTML alone'], ['--format json', 'a line {file,html} for each file, as given']],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['html', 'json']);
    if (!paths.length) throw new CannotRun('render needs a file; see tech-post render --help');
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
        const html = renderBody(post, site);
        process.stdout.write(format === 'json' ? `${JSON.stringify({ file: given, html })}\n` : html);
      }
    }
    return isMissing ? 2 : 0;
  },
};
