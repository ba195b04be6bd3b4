import { isoDay } from '../core/dates';
import { dueInWords, dueOf } from '../core/rhythm';
import { chooseAll, oneOf, shown, siteOpener } from './choose';
import type { Command } from './cli';
import { language, readPages } from './disk';

export const rhythmCommand: Command = {
  usage: 'rhythm [SITE] [--format text|json]',
  about: 'When the next post is due, by the rhythm that tech-post.json says.',
  options: { format: { type: 'string' } },
  help: [
    ['--format text', 'a sentence for each site that has a rhythm'],
    ['--format json', 'one array of {site,due,daysLeft,done}; due is null where no post tells when the last one was'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['text', 'json']);
    const found = chooseAll(paths, siteOpener(say)).flatMap(({ site }) => {
      if (!site.settings.rhythm) return [];
      readPages(site);
      return [{ site, due: dueOf(site) }];
    });
    if (format === 'json') process.stdout.write(`${JSON.stringify(found.map(({ site, due }) => ({ site: site.root, due: due ? isoDay(due.day) : null, daysLeft: due?.daysLeft ?? null, done: due?.isDone ?? false })))}\n`);
    else for (const { site, due } of found) process.stdout.write(`${found.length > 1 ? `${shown(site, '') || '.'}: ` : ''}${due ? dueInWords(due, language(), say) : say('No post yet tells when the next one is due.')}\n`);
    return 0;
  },
};
