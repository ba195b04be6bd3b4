import { isoOffset, momentInWords, momentOf, offsetAt, type WrittenDate } from '../dates';
import type { FactField, Facts } from '../facts';
import type { Hidden } from '../flavors/flavor';
import type { Fix, Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { placeOfField } from './head';

export const postUnpublished: FactsRule = {
  id: 'post-unpublished',
  summary: 'A post that is no draft will not appear: its date, its name or its settings keep it back.',
  severity: 'warning',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    if (!site.flavor.isPost(page.path, site)) return;
    const hidden = site.flavor.hidden(page, site);
    // not hidden, but not where and what the writer thinks either
    if (!hidden && site.flavor.losesHead?.(page, site)) {
      const message = site.say('{0} publishes this post without its front matter, at "{1}".', site.flavor.name, site.flavor.url(page, site) ?? '');
      yield { span: placeOfField(page, []), message };
    }
    // of drafts there is a rule of their own
    if (!hidden || hidden.reasons.some(reason => reason === 'draft' || reason === 'published-false')) return;
    const problem = problemOf(hidden, page, site);
    if (problem) yield problem;
  },
};

function problemOf({ reasons: [reason], until }: Hidden, page: Facts, site: Site): Problem | undefined {
  const { say, flavor } = site;
  switch (reason) {
    case 'future': return future(until, page, site);
    case 'expired': return { span: placeOfField(page, ['expiryDate', 'unpublishDate']), message: say('This post has expired: it will not be published.'), severity: 'information' };
    case 'not-read': return { span: placeOfField(page, []), message: say('{0} skips a post of this name: it will not be published. Names begin with a date: {1}.', flavor.name, '2026-11-30-name.md') };
    case 'not-rendered': case 'output-false': return { span: placeOfField(page, ['headless', 'build', '_build']), message: say('{0} makes no page of this post.', flavor.name), severity: 'information' };
    default: return undefined;
  }
}

/** A date that is still to come may be meant. One that is over where the writer is, and not where the build is, is a slip. */
function future(until: number | undefined, page: Facts, site: Site): Problem {
  const { say, flavor } = site;
  const span = placeOfField(page, ['publishDate', ...flavor.fields.date]);
  const when = until === undefined ? '' : momentInWords(until, site.language, site.timeZone);
  const slip = until === undefined ? undefined : zoneSlip(page, site);
  const date = flavor.date(page, site);
  if (!slip) return { span, message: when === '' ? say('This post is not published yet.') : say('This post appears on {0}, when the site is built after that.', when), severity: 'information' };
  return { span, message: say('{0} reads this date in {1}: the post appears only on {2}.', flavor.name, isUtc(date) ? 'UTC' : flavor.zone(site), when), fixes: slip };
}

/** The remedy when the date has no zone and is over on the writer's own clock; undefined when that is not so. */
function zoneSlip(page: Facts, site: Site): readonly Fix[] | undefined {
  const read = site.flavor.date(page, site);
  const field = site.flavor.fields.date.map(key => page.frontMatter?.field(key)).find(found => found !== undefined);
  if (read === undefined || read === 'unreadable' || (field && HAS_ZONE.test(field.source))) return undefined;
  const date = { ...read, offset: undefined };
  if (momentOf(date, site.timeZone) > site.now) return undefined;
  if (!field || !date.hasTime) return [];
  const text = withOffset(field, date, site);
  return text === undefined ? [] : [{ title: site.say('Change to "{0}"', text), edits: [{ ...field.valueSpan, text }], isSafe: false }];
}

const HAS_ZONE = /\d{1,2}:\d{2}.*(?:[a-z]|[+-]\d{2}:?\d{2})["']?\s*$/i;

/** What YAML itself takes for a moment in UTC. */
const isUtc = (date: WrittenDate | 'unreadable' | undefined): boolean => typeof date === 'object' && date.offset === 0;

/** As the writer writes times: `T09:00:00+09:00`, or with blanks. */
function withOffset({ source }: FactField, date: WrittenDate, site: Site): string | undefined {
  const [, quote = '', written = ''] = /^(["']?)(.*)\1$/s.exec(source)!;
  const offset = offsetAt(momentOf(date, site.timeZone), site.timeZone);
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}$/.test(written)) return undefined;
  return quote + written + (written.includes('T') ? isoOffset(offset) : ` ${isoOffset(offset, '')}`) + quote;
}
