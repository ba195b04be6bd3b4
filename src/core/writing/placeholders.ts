// What a template may leave open, `{{title}}`, and what stands there in a new post. Written without blanks inside: `{{ title }}`,
// `{{< figure >}}` and `{{ page.title }}` belong to the engines. docs/templates.md lists them all.
import { dayInWords, isoDay, isoTime, twoDigits, type WrittenDate } from '../dates';
import { chooseParticles } from '../language';
import type { Rhythm } from '../rhythm';
import type { Period, Session, Tongue } from './kind';
import { lastDay, periodInName, periodInWords } from './period';
import { dueDays } from './rounds';

/** All that the placeholders of one new post are made of. */
export interface Givens {
  readonly tongue: Tongue;
  /** Of the post. */
  readonly date: WrittenDate;
  /** The same as this blog writes it in front matter. */
  readonly writtenDate: string;
  readonly period: Period;
  /** What the writer was asked for. */
  readonly title: string;
  /** The same without what the kind puts behind it. */
  readonly name: string;
  readonly slug: string;
  readonly author: string;
  readonly blog: string;
  /** Asked only where it is needed, as all titles are looked at for it. */
  number(): number;
  /** Of the event. */
  readonly day: WrittenDate;
  readonly sessions: readonly Session[];
  readonly rhythm: Rhythm | undefined;
}

/** `text` is a writer's or a stranger's, `written` is right as it is, whole `lines` are Markdown. */
export type PlaceholderKind = 'text' | 'written' | 'lines';

interface Placeholder {
  readonly kind: PlaceholderKind;
  /** Undefined when the part behind the colon is none that is known. */
  value(givens: Givens, format: string | undefined): string | undefined;
}

const plainly = (value: (givens: Givens) => string) => (givens: Givens, format: string | undefined): string | undefined => (format === undefined ? value(givens) : undefined);

const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  title: { kind: 'text', value: plainly(({ title }) => title) },
  name: { kind: 'text', value: ({ name }, format) => (format === undefined ? name : format === 'word' ? /^[^\s:,·]*/.exec(name)![0] || name : undefined) },
  slug: { kind: 'text', value: plainly(({ slug }) => slug) },
  author: { kind: 'text', value: plainly(({ author }) => author) },
  blog: { kind: 'text', value: plainly(({ blog }) => blog) },
  date: { kind: 'written', value: ({ date, writtenDate, tongue }, format) => (format === undefined ? writtenDate : inForm(date, format, tongue)) },
  day: { kind: 'written', value: ({ day, tongue }, format) => (format === undefined ? dayInWords(day, tongue) : inForm(day, format, tongue)) },
  period: { kind: 'written', value: ({ period, tongue }, format) => (format === undefined ? tellIssue(period, tongue) : format === 'name' ? periodInName(period) : inForm(endOf(period), format, tongue)) },
  next: { kind: 'written', value: plainly(({ period, tongue }) => NEXT[tongue][period.unit]) },
  year: { kind: 'written', value: plainly(({ period }) => String(period.year)) },
  month: { kind: 'written', value: plainly(({ period }) => String(endOf(period).month)) },
  quarter: { kind: 'written', value: plainly(({ period }) => String(Math.ceil(endOf(period).month / 3))) },
  number: { kind: 'written', value: (givens, format) => (format === undefined ? String(givens.number()) : /^0{1,9}$/.test(format) ? String(givens.number()).padStart(format.length, '0') : undefined) },
  sessions: { kind: 'lines', value: plainly(({ sessions, tongue }) => sectionsFor(sessions, tongue)) },
  rounds: { kind: 'lines', value: ({ date, rhythm, tongue }, format) => (format === undefined || /^[1-9]\d?$/.test(format) ? roundsTable(dueDays(date, rhythm, format === undefined ? undefined : Number(format)), tongue) : undefined) },
  cursor: { kind: 'lines', value: plainly(() => '') },
};

export const PLACEHOLDER_NAMES: readonly string[] = Object.keys(PLACEHOLDERS);

/** A placeholder in a text: its name, and what stands behind a colon. */
export const PLACEHOLDER = /\{\{([\p{L}\d_-]+)(?::([^{}\r\n]*))?\}\}/gu;

export const kindOf = (name: string): PlaceholderKind | undefined => (Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]!.kind : undefined);

/** @returns undefined where there is no such placeholder, or none with that part behind the colon */
export function valueOf(name: string, format: string | undefined, givens: Givens): string | undefined {
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]!.value(givens, format) : undefined;
}

const endOf = (period: Period): WrittenDate => ({ ...lastDay(period), hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined });

/** A period as a title has it: 2026년 11월, November 2026. */
function tellIssue(period: Period, tongue: Tongue): string {
  if (tongue === 'ko') return periodInWords(period);
  switch (period.unit) {
    case 'month': return `${MONTHS[period.number - 1]} ${period.year}`;
    case 'quarter': return `Q${period.number} ${period.year}`;
    case 'half': return `H${period.number} ${period.year}`;
    case 'season': return `${['Spring', 'Summer', 'Autumn', 'Winter'][period.number - 1]} ${period.year}`;
    case 'year': return String(period.year);
  }
}

const NEXT: Readonly<Record<Tongue, Readonly<Record<Period['unit'], string>>>> = {
  ko: { month: '다음 달', quarter: '다음 분기', half: '다음 반기', season: '다음 계절', year: '내년' },
  en: { month: 'next month', quarter: 'next quarter', half: 'the next half-year', season: 'next season', year: 'next year' },
};
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS: Readonly<Record<Tongue, readonly string[]>> = { ko: ['일', '월', '화', '수', '목', '금', '토'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };

const TOKEN = /YYYY|YY|MMMM|MMM|MM|M|DD|D|Q|HH|mm|ss|ddd/g;

/** Undefined for a form in which there is nothing of a date. */
function inForm(date: WrittenDate, format: string, tongue: Tongue): string | undefined {
  if (format.search(TOKEN) < 0) return undefined;
  const month = MONTHS[date.month - 1]!;
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(date.year), YY: twoDigits(date.year % 100), MMMM: month, MMM: month.slice(0, 3), MM: twoDigits(date.month), M: String(date.month), DD: twoDigits(date.day), D: String(date.day),
    Q: String(Math.ceil(date.month / 3)), HH: isoTime(date).slice(0, 2), mm: isoTime(date).slice(3, 5), ss: isoTime(date).slice(6), ddd: weekday(date, tongue),
  };
  return format.replace(TOKEN, token => parts[token]!);
}

const weekday = ({ year, month, day }: WrittenDate, tongue: Tongue): string => WEEKDAYS[tongue][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;

const UNHEARD: Readonly<Record<Tongue, readonly Session[]>> = { ko: [{ title: '발표 제목', speaker: '발표자' }, { title: '다른 발표', speaker: '발표자' }], en: [{ title: 'Title of a talk', speaker: 'Speaker' }, { title: 'Another talk', speaker: 'Speaker' }] };

function sectionsFor(sessions: readonly Session[], tongue: Tongue): string {
  return (sessions.length ? sessions : UNHEARD[tongue]).map(({ title, speaker }) => `### ${asText(title)}${speaker === undefined ? '' : ` — ${asText(speaker)}`}`).join('\n\n');
}

/** A table with room for what the posts will be about. */
function roundsTable(days: readonly WrittenDate[], tongue: Tongue): string {
  const rows = days.map((on, index) => (tongue === 'ko' ? `| ${index + 1}회차 | ${on.month}월 ${on.day}일 (${weekday(on, tongue)}) | |` : `| ${index + 1} | ${isoDay(on)} (${weekday(on, tongue)}) | |`));
  return [tongue === 'ko' ? '| 회차 | 내는 날 | 글감 |' : '| Round | Due | Subject |', '|---|---|---|', ...rows].join('\n');
}

/** Words that are no Markdown, HTML or template, whatever signs are in them. */
export const asText = (words: string): string => words.replace(/[\r\n]+/g, ' ').replace(/[\\`*<[\]]/g, '\\$&').replace(/\{(?=[{%])/g, '&#123;');

/** 를 and its like for names whose reading is not known are what most people write behind Latin letters. */
const UNREAD: readonly (readonly [RegExp, string])[] = [[/^을\(를\)/, '를'], [/^이\(가\)/, '가'], [/^은\(는\)/, '는'], [/^과\(와\)/, '와'], [/^\(으\)로/, '로'], [/^\(이\)라는/, '라는']];

/** How many characters a particle has that stands behind a value, and which of its two forms is right there. */
export function particleAfter(value: string, text: string): { readonly length: number; readonly particle: string } | undefined {
  const found = UNREAD.find(([pair]) => pair.test(text));
  if (!found) return undefined;
  const pair = found[0].exec(text)![0];
  const chosen = chooseParticles(`${value}${pair}`).slice(value.length);
  return { length: pair.length, particle: chosen === pair ? found[1] : chosen };
}
