import { isoDay, isoOffset, isoTime, isRealDate, readDate, type WrittenDate } from '../dates';
import type { Field } from '../frontmatter';
import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';
import { editedHead, firstField, placeOf, readableHead } from './head';

export const dateInvalid: Rule = {
  id: 'date-invalid',
  summary: 'A date that the engine does not understand counts as none, or stops the build.',
  severity: 'error',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const frontMatter = readableHead(post, site);
    if (!frontMatter || site.flavor.date(post, site) !== 'unreadable') return;
    const field = firstField(frontMatter, site.flavor.fields.date);
    if (!field) {
      yield { span: placeOf(frontMatter, post, []), message: site.say('The date of this post is not understood.') };
      return;
    }
    const written = field.source.replace(/^(["'])(.*)\1$/s, '$2');
    const date = readLoosely(written);
    const isUnreal = date !== undefined && !isRealDate(date);
    yield {
      span: field.valueSpan,
      message: isUnreal ? site.say('There is no such day or time: "{0}".', written) : site.say('The date "{0}" is not understood.', written),
      fixes: date && !isUnreal ? rewrite(field, date, post, site) : [],
    };
  },
};

const FORM = /^(\d{4})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|KST|[+-]\d{2}:?\d{2})?)?$/i;

/** The forms that can be taken in one way only. */
function readLoosely(text: string): WrittenDate | undefined {
  const found = FORM.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone = ''] = found;
  const time = hour === undefined ? '' : ` ${hour}:${minute}:${second}${/kst/i.test(zone) ? '+09:00' : zone}`;
  return readDate(`${year}-${month}-${day}${time}`);
}

/** The same date in the form that all engines read, if this one does. */
function rewrite(field: Field, date: WrittenDate, post: Post, site: Site): readonly Fix[] {
  const zone = date.offset === undefined ? '' : isoOffset(date.offset);
  const text = date.hasTime ? `${isoDay(date)}${zone ? 'T' : ' '}${isoTime(date)}${zone}` : isoDay(date);
  const quote = /^["']/.exec(field.source)?.[0] ?? '';
  const edit = { ...field.valueSpan, text: quote + text + quote };
  const read = site.flavor.date(editedHead(post, site, edit), site);
  if (read === undefined || read === 'unreadable') return [];
  return [{ title: site.say('Change to "{0}"', text), edits: [edit], isSafe: true }];
}
