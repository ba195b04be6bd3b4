// A new post that follows no series: a built-in template or the writer's own, filled, in the blog's place and form.
import { isoDay, momentOf, type WrittenDate } from '../dates';
import { parseFrontMatter, type FieldValue, type Format } from '../frontmatter';
import { joinPath, splitPath } from '../files';
import { parsePost } from '../post';
import type { Site } from '../site';
import { fieldText } from '../source';
import { applyEdits } from '../span';
import type { Scaffold } from '../flavors/scaffold';
import { writeFrontMatter } from './compose';
import { customsOfBlog, type BlogCustoms } from './blogcustoms';
import { writtenAs } from './dateform';
import { literal } from '../literal';
import { safeName } from './filename';
import { fill, fillBody, takeCursor } from './filling';
import type { Habits } from './habits';
import type { Kind, NewHead, NewPost, Period, Request, Tongue } from './kind';
import { lastDay, periodAt } from './period';
import { asText, kindOf, PLACEHOLDER, type Givens } from './placeholders';
import { onGround } from './scaffolding';
import { currentPeriod, type Page } from './series';
import { splitHead, type Template } from './template';
import { HANGUL } from './tongue';

/** The texts, by path, of the files that `modelFiles` named; undefined for what is no text, too large or a link. */
export type Models = ReadonlyMap<string, string | undefined>;
export const NO_MODELS: Models = new Map();

/** @param next what the series would go on with, if there is one: its place and date count where the template says nothing of them */
export function fromTemplate(kind: Kind, asked: Request, earlier: readonly Page[], site: Site, models: Models, next?: NewPost): NewPost {
  const customs = customsOfBlog(earlier, site);
  return kind.own ? fromOwn(kind, kind.own, asked, earlier, customs, site, next) : fromBuiltIn(kind, asked, earlier, customs, site, models);
}

function fromBuiltIn(kind: Kind, asked: Request, earlier: readonly Page[], learnt: BlogCustoms, site: Site, models: Models): NewPost {
  // where there are no posts yet, the answer tells more than the configuration that an engine writes
  const customs: BlogCustoms = learnt.posts === 0 && HANGUL.test(asked.title ?? '') ? { ...learnt, tongue: 'ko' } : learnt;
  const { tongue, habits } = customs;
  const { name, head: draft, body, isDatedAtEnd = false } = kind.draft(tongue, asked.variant);
  const period = asked.period ?? templatePeriod(kind, asked);
  const date = isDatedAtEnd ? endOf(period) : asked.date;
  const givens = givensOf(kind, asked, period, date, draft.title, earlier, customs, site);
  const filled = (text: string): string => fill(text, givens);
  const isTitled = kind.asks !== 'title' && asked.title !== undefined;
  const head: NewHead = {
    ...draft, date, title: isTitled ? asked.title! : filled(draft.title), summary: filled(draft.summary),
    ...(draft.author === undefined ? {} : { author: givens.author }),
    ...(draft.tags ? { tags: draft.tags.map(filled) } : {}),
  };
  const file = safeName(isTitled ? asked.title! : filled(name), kind.id);
  const { path, format } = placeOf(file, date, habits, site);
  const scaffold = site.flavor.scaffold?.({ path, title: head.title, date }, models, site);
  const { text, notes } = headText(head, format, customs, scaffold, site);
  const first = hasHeadInBody(customs, site) ? bodyHead(head, body, tongue) : '';
  return whole(path, text, first + fillBody(body, { ...givens, title: head.title }), notes);
}

/** The front matter: the scaffold's where there is one, else the flavor's keys, with the ones that all posts have. */
export function headText(head: NewHead, format: Format, customs: BlogCustoms, scaffold: Scaffold | undefined, site: Site): { readonly text: string; readonly notes: readonly string[] } {
  const { habits, posts, keys, form, isDated } = customs;
  // one file may be anything; three without front matter are a habit
  if (posts > 2 && habits.format === undefined && site.flavor.bodyHasHead) return { text: '', notes: [] };
  const isInBody = hasHeadInBody(customs, site);
  // what stands in the body is said once
  const fields = site.flavor.newFields(isInBody ? { ...head, hasContents: false } : head, site).filter(([key]) => !isInBody || key !== 'title' || keys.has(key));
  const notes = scaffold && 'reason' in scaffold ? [site.say('"{0}" was not used, as only the engine can run it: {1}', scaffold.file, scaffold.reason)] : [];
  if (scaffold && 'text' in scaffold) {
    const grounded = onGround(scaffold.text, fields, head, { ...habits, keys }, site);
    if (grounded) return { text: grounded.head, notes };
  }
  const written = writeFrontMatter(format, withConstants(fields, habits.constants));
  return { text: posts > 1 && isDated ? datedAs(written, head.date, form, site) : written, notes };
}

/** The date in the form of the blog's newest posts. */
function datedAs(written: string, date: WrittenDate, form: string | undefined, site: Site): string {
  const frontMatter = parseFrontMatter(written, site.flavor.frontMatter);
  const key = site.flavor.fields.date.find(name => frontMatter?.field(name));
  const text = form !== undefined && frontMatter ? writtenAs(form, momentOf(date, site.timeZone), site.timeZone, frontMatter.format) : undefined;
  return frontMatter && key !== undefined && text !== undefined ? applyEdits(written, [frontMatter.setWritten(key, text)]) : written;
}

export function placeOf(file: string, date: WrittenDate, habits: Habits, site: Site): { readonly path: string; readonly format: Format } {
  const usual = site.flavor.newPost(file, date, site);
  const folder = habits.folder(date) ?? splitPath(usual.path.replace(/\/index\.md$/, '.md')).folder;
  const name = splitPath(usual.path.replace(/\/index\.md$/, '.md')).name.replace(/\.md$/, '');
  const base = habits.datesNames && !name.includes(isoDay(date)) ? `${isoDay(date)}-${file}` : name;
  const path = `${folder === '' ? '' : `${folder}/`}${base}${habits.isBundled || usual.path.endsWith('/index.md') ? '/index.md' : habits.extension}`;
  return { path: path.normalize('NFC'), format: habits.format ?? usual.format };
}

/** Whether title, byline and contents stand in the body. */
export const hasHeadInBody = ({ hasHeadings }: BlogCustoms, { flavor }: Site): boolean => flavor.bodyHasHead && hasHeadings;

/** Where no theme puts them around the body, title, byline and contents stand in it. */
function bodyHead({ title, author, hasContents }: NewHead, body: string, tongue: Tongue): string {
  const words = tongue === 'ko' ? { contents: '차례', name: '이름' } : { contents: 'Contents', name: 'Name' };
  const sections = [...body.matchAll(/^## (.+)$/gm)].map(([, heading]) => `- ${heading}\n`).join('');
  return `# ${asText(title)}\n\n${author === undefined ? '' : `By ${asText(author) || words.name}\n\n`}${hasContents ? `## ${words.contents}\n\n${sections}\n` : ''}`;
}

function fromOwn(kind: Kind, own: Template, asked: Request, earlier: readonly Page[], customs: BlogCustoms, site: Site, next: NewPost | undefined): NewPost {
  const period = asked.period ?? templatePeriod(kind, asked);
  const date = (next && site.flavor.date(parsePost(next.path, next.text, site), site)) ?? (kind.draft(customs.tongue, undefined).isDatedAtEnd ? endOf(period) : asked.date);
  const at = date === 'unreadable' ? asked.date : date;
  const pattern = titlePattern(own.text);
  const givens = givensOf(kind, asked, period, at, pattern, earlier, customs, site);
  const { head, body } = splitHead(own.text, givens);
  const title = fieldText({ frontMatter: parseFrontMatter(head, site.flavor.frontMatter) }, ['title']) ?? fill(pattern, givens);
  const file = safeName(asked.title !== undefined && kind.asks !== 'title' ? asked.title : fill(usualName(kind, customs.tongue) ?? '', givens) || title, own.id);
  const path = own.settings.path === undefined ? next?.path ?? placeOf(file, at, customs.habits, site).path : ownPath(own.settings.path, { ...givens, slug: file }, file, own.id);
  const notes = own.problems.map(({ message }) => `${own.file}: ${message}`);
  return whole(path, head, fillBody(body, { ...givens, slug: file }), notes, true);
}

/** A minute past midnight, on the last day. */
const endOf = (period: Period): WrittenDate => ({ ...lastDay(period), hour: 0, minute: 1, second: 0, hasTime: true, offset: undefined });

/** What the built-in template calls its files, whatever its variant; undefined for a kind that is the writer's alone. */
function usualName(kind: Kind, tongue: Tongue): string | undefined {
  const names = new Set((kind.variants?.of ?? [undefined]).map(variant => kind.draft(tongue, variant?.id).name));
  return names.size === 1 ? [...names][0] : undefined;
}

/** A value is one part of a path, whatever is in it. */
function ownPath(pattern: string, givens: Givens, file: string, otherwise: string): string {
  const filled = fill(pattern, givens, (value, kind) => (kind === 'lines' ? '' : safeName(value, otherwise)));
  return (joinPath('', filled.endsWith('/') ? `${filled}${file}.md` : filled) ?? `${file}.md`).normalize('NFC');
}

/** What stands for a post's title in a template: by it earlier posts are known, and the file is named. */
function titlePattern(text: string): string {
  return (/^\s*"?title"?\s*[:=]\s*(["']?)(.*?)\1,?\s*$/m.exec(text) ?? /^#[ \t]+()(.*?)\s*$/m.exec(text))?.[2] ?? '{{title}}';
}

function givensOf(kind: Kind, asked: Request, period: Period, date: WrittenDate, pattern: string, earlier: readonly Page[], { tongue, author, form }: BlogCustoms, site: Site): Givens {
  const title = asked.title?.trim() ?? (kind.asks === 'title' ? kind.unnamed?.[tongue] ?? kind.id : '');
  const name = (kind.ending ? title.replace(kind.ending, '') : title) || title;
  const now = momentOf(date, site.timeZone);
  const known: Givens = {
    tongue, date, period, title, name, slug: safeName(title, kind.id), author, blog: site.config.title ?? '', number: () => nextNumber(pattern, known, earlier),
    day: asked.day ?? asked.date, sessions: asked.sessions ?? [], rhythm: site.settings.rhythm, writtenDate: form === undefined ? isoDay(date) : writtenAs(form, now, site.timeZone, 'yaml') ?? isoDay(date),
  };
  return known;
}

/** One more than the highest number that a title of this form has. */
function nextNumber(pattern: string, givens: Givens, earlier: readonly Page[]): number {
  let source = '';
  let at = 0;
  
  for (const found of pattern.matchAll(PLACEHOLDER)) {
    const [whole, name = ''] = found;
    // two issues of one club have its name in common, and of one period nothing but the words around
    source += literal(pattern.slice(at, found.index)) + (name === 'number' ? '0*(\\d{1,9})' : name === 'name' || name === 'title' ? literal(fill(whole, givens)) : kindOf(name) ? '.*?' : literal(whole));
    at = found.index + whole.length;
  }
  const title = new RegExp(`^${source}${literal(pattern.slice(at))}`, 'u');
  return Math.max(0, ...earlier.map(post => Number(title.exec(fieldText(post, ['title']) ?? post.headings[0]?.text ?? '')?.[1] ?? 0))) + 1;
}

function whole(path: string, head: string, body: string, notes: readonly string[], isOwn = false): NewPost {
  const above = head === '' || isOwn ? head : `${head}\n`;
  const { text, cursor } = takeCursor(above + body);
  return { path, text, cursor, ...(notes.length ? { notes } : {}) };
}

/** An issue that is begun within its period is about the running one when there is none before it. */
const templatePeriod = (kind: Kind, { date }: Request): Period =>
  (kind.unit === undefined ? periodAt('month', date) : currentPeriod(kind, kind.unit, kind.isWrittenAhead ? { ...date, day: Math.max(date.day, 15) } : date));

/** Keys of every post that the template does not have go to the top, `layout` first of all. */
function withConstants(fields: readonly (readonly [string, FieldValue])[], constants: Habits['constants']): readonly (readonly [string, FieldValue])[] {
  const own = new Set(fields.map(([key]) => key.toLowerCase()));
  const added = constants.filter(([key]) => !own.has(key.toLowerCase()) && !/^(?:title|date|description|summary|slug|url|permalink|aliases|weight)$/i.test(key));
  return [...added, ...fields];
}
