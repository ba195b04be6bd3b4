import { momentOf, isoDay, isoOffset, isoTime, offsetAt } from '../core/dates';
import type { Facts } from '../core/facts';
import { whyHidden } from '../core/publication';
import { siteLine } from '../core/report';
import { chooseAll, siteOpener } from './choose';
import type { Command } from './cli';
import { readPages, type DiskSite } from './disk';

export const listCommand: Command = {
  usage: 'list [SITE] [--verbose]',
  about: 'The pages of a site, a JSON line each: {file,title,date,draft,url,appears,reason}.',
  options: { verbose: { type: 'boolean' } },
  help: [
    ['', 'file is relative to the site’s root; date is ISO 8601 or null; url is decoded and has the site’s base path'],
    ['', 'reason (null when it appears): draft, published-false, future, expired, not-rendered, output-false, not-read, not-a-page, collision, several joined by +'],
    ['--verbose', 'a line about each site on standard error: what builds it, which version and who says so, how many posts'],
  ],
  run(paths, options, say) {
    const open = siteOpener(say);
    for (const { site, files } of chooseAll(paths, open)) {
      if (options['verbose']) process.stderr.write(`${siteLine(site, files.filter(file => site.flavor.isPage(file, site)))}\n`);
      readPages(site);
      for (const file of files) {
        const facts = site.index.of(file);
        if (facts) print(row(facts, site));
        else if (!site.flavor.isPage(file, site)) print({ file, title: null, date: null, draft: false, url: null, appears: false, reason: 'not-a-page' });
      }
    }
    return 0;
  },
};

const print = (row: object): void => { process.stdout.write(`${JSON.stringify(row)}\n`); };

function row(page: Facts, site: DiskSite): object {
  const date = site.flavor.date(page, site);
  const known = date === 'unreadable' ? undefined : date;
  const offset = known && (known.offset ?? (site.config.timeZone === undefined ? 0 : offsetAt(momentOf(known, site.config.timeZone), site.config.timeZone)));
  const reasons = whyHidden(page, site);
  return {
    file: page.path,
    title: page.title ?? null,
    date: known ? `${isoDay(known)}T${isoTime(known)}${isoOffset(offset ?? 0)}` : null,
    draft: site.flavor.isDraft(page, site),
    url: site.flavor.url(page, site) ?? null,
    appears: !reasons.length,
    reason: reasons.length ? reasons.join('+') : null,
  };
}
