import { momentOf, isoDay, isoOffset, isoTime, offsetAt } from '../core/dates';
import { fieldText, type Post } from '../core/post';
import { choose, siteOpener } from './choose';
import type { Command } from './cli';
import { readPost, type DiskSite } from './disk';

export const listCommand: Command = {
  usage: 'list [SITE]',
  about: 'The posts of a site, a JSON line each: {file,title,date,draft,url}.',
  options: {},
  help: [['', 'file is relative to the site’s root; date is ISO 8601 or null; url is decoded and has the site’s base path']],
  run(paths, _options, say) {
    const open = siteOpener(say);
    for (const { site, files } of (paths.length ? paths : ['.']).flatMap(given => choose(given, open))) {
      for (const file of files) {
        const post = readPost(site, file);
        if (post) process.stdout.write(`${JSON.stringify(row(post, site))}\n`);
      }
    }
    return 0;
  },
};

function row(post: Post, site: DiskSite): object {
  const date = site.flavor.date(post, site);
  const known = date === 'unreadable' ? undefined : date;
  const offset = known && (known.offset ?? (site.config.timeZone === undefined ? 0 : offsetAt(momentOf(known, site.config.timeZone), site.config.timeZone)));
  return {
    file: post.path,
    title: fieldText(post, ['title']) ?? site.flavor.impliedTitle(post) ?? null,
    date: known ? `${isoDay(known)}T${isoTime(known)}${isoOffset(offset ?? 0)}` : null,
    draft: site.flavor.isDraft(post),
    url: site.flavor.url(post, site) ?? null,
  };
}
