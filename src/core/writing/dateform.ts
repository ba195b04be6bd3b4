// A moment written in the form of an earlier date: with or without time, zone and quotes, by the same signs.
import { isoOffset, momentOf, offsetAt, readDate, twoDigits, wallClock } from '../dates';
import { pageSum } from '../editing/pagesum';
import type { FieldValue, Format } from '../frontmatter';
import type { Site } from '../site';

const FORM = /^(["']?)(\d{4})([-/.] ?)(\d{1,2})\3(\d{1,2})(?:([Tt]|[ \t]+)(\d{1,2}):(\d{2})(:\d{2})?([.,]\d+)?([ \t]*)(Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\1$/;
/** https://toml.io/en/v1.0.0#offset-date-time and below */
const TOML_DATE = /^\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?)?$/;

/** Whether it is a form that can be followed. @param written as in the source, quotes included */
export const isForm = (written: string): boolean => FORM.test(written);

/** The same for all dates that are written alike. */
export const shapeOf = (written: string): string => written.replace(/\d+/g, digits => (digits.length === 4 ? '0000' : '0')).replace(/[+-](?=\d:?\d?["']?$)/, '+');

/** The day as the clock on a wall in that zone has it, zone and quotes as in `form`; undefined where that is no form. */
export function writtenAs(form: string, moment: number, zone: string, format: Format): string | undefined {
  const found = FORM.exec(form);
  if (!found) return undefined;
  const [, quote = '', , dash = '-', monthForm = '', dayForm = '', separator, hourForm = '', , seconds, fraction = '', gap = '', offset] = found;
  const minutes = offset === undefined ? offsetAt(moment, zone) : offsetLike(form, offset, moment, zone);
  const now = wallClock(moment + minutes * 60_000, 'UTC');
  // one digit tells that nothing is filled up, two may be either
  const digits = (value: number, like: string): string => (like.length === 1 ? String(value) : twoDigits(value));
  const day = `${now.year}${dash}${digits(now.month, monthForm)}${dash}${digits(now.day, dayForm)}`;
  const time = separator === undefined ? '' : `${separator}${digits(now.hour, hourForm)}:${twoDigits(now.minute)}${seconds ? `:${twoDigits(now.second)}` : ''}${fraction.replace(/\d/g, '0')}`;
  const text = day + time + (offset === undefined ? '' : gap + (/^[+-]/.test(offset) ? isoOffset(minutes, offset.includes(':') ? ':' : '') : offset));
  return quoted(text, quote, format);
}

/** An offset that was the zone's own moves with its summer time; another one is a habit. */
function offsetLike(form: string, offset: string, moment: number, zone: string): number {
  const before = readDate(form.replace(/["']/g, '').replace(/[/.] ?(?=\d{1,2}(?:[/.T\s]|$))/g, '-'));
  const written = /^[+-]/.test(offset) ? Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) : 0;
  const isOwn = /^[+-]/.test(offset) && before !== undefined && offsetAt(momentOf(before, zone), zone) === written;
  return isOwn ? offsetAt(moment, zone) : written;
}

function quoted(text: string, quote: string, format: Format): string {
  if (format === 'json') return `"${text}"`;
  const sign = quote === '' && format === 'toml' && !TOML_DATE.test(text) ? '"' : quote;
  return sign + text + sign;
}

/** How this blog writes dates: as most of its newest posts do, else as a new post of its flavor has it. */
export function usualForm(site: Site): { readonly form: string | undefined; readonly isWritten: boolean } {
  const usual = recentForm(site);
  return { ...usual, form: usual.form ?? newForm(site) };
}

interface Dated { readonly source: string | undefined; readonly moment: number }

const recentForm: (site: Site) => { readonly form: string | undefined; readonly isWritten: boolean } = pageSum((page, site): Dated | undefined => {
  if (!site.flavor.isPost(page.path, site) || site.flavor.isDraft(page, site)) return undefined;
  const date = site.flavor.date(page, site);
  if (date === undefined || date === 'unreadable') return undefined;
  const source = site.flavor.fields.date.map(key => page.frontMatter?.field(key)).find(isWritten)?.source;
  return { source, moment: momentOf(date, site.flavor.zone(site)) };
}, parts => {
  const posts = [...parts].sort((a, b) => b.moment - a.moment).slice(0, RECENT);
  const forms = posts.flatMap(({ source }) => (source !== undefined && isForm(source) ? [source] : []));
  const count = (form: string): number => forms.filter(other => shapeOf(other) === shapeOf(form)).length;
  const form = forms.reduce<string | undefined>((best, each) => (best === undefined || count(each) > count(best) ? each : best), undefined);
  return { form, isWritten: posts.length === 0 || posts.filter(({ source }) => source !== undefined).length * 2 > posts.length };
});

const RECENT = 12;

/** Something is in the field, and it is no switch: `published` may be either. */
export const isWritten = (field: { readonly value: unknown } | undefined): boolean =>
  field !== undefined && field.value !== null && field.value !== undefined && field.value !== '' && typeof field.value !== 'boolean';

function newForm(site: Site): string | undefined {
  const date = wallClock(site.now, site.timeZone);
  const fields: readonly (readonly [string, FieldValue])[] = site.flavor.newFields({ title: '', date, summary: '', isDraft: false }, site);
  const value = fields.find(([key]) => site.flavor.fields.date.includes(key))?.[1];
  return typeof value === 'string' ? value : undefined;
}
