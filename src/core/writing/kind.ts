// A kind of post that writers make again and again, and what a new one needs.
import type { WrittenDate } from '../dates';
import type { Post } from '../post';
import type { Template } from './template';

export type KindId = 'scrap' | 'retro' | 'review' | 'work' | 'club';

/** The stretch of time a post is about. */
export type PeriodUnit = 'month' | 'quarter' | 'half' | 'year' | 'season';
/** Those that a writer may choose from; a season is only followed. */
export const PERIOD_UNITS: readonly PeriodUnit[] = ['month', 'quarter', 'half', 'year'];

export interface Period {
  readonly unit: PeriodUnit;
  readonly year: number;
  /** From 1: month 1 to 12, quarter 1 to 4, half 1 or 2; 1 for a year; seasons from spring, 1, to winter, 4, which is the year's in which it begins. */
  readonly number: number;
}

/** Languages in which there are built-in templates. */
export type Tongue = 'ko' | 'en';

/** A talk of an event, as its timetable has it. */
export interface Session {
  readonly title: string;
  /** With title and company, if the timetable says them: `김하늘 (레몬상사)`. */
  readonly speaker: string | undefined;
}

/** What only the writer knows. A host asks for what `Kind.asks` names and nothing else. */
export interface Request {
  /** The day on which the post is begun, by the writer's calendar. */
  readonly date: WrittenDate;
  readonly title?: string | undefined;
  readonly period?: Period | undefined;
  /** The series to follow, by its name, if the site has several of the kind. */
  readonly series?: string | undefined;
  /** One of the kind's variants, by its id; the first one counts where nothing is said. */
  readonly variant?: string | undefined;
  /** The day of the event, where that is not `date`. */
  readonly day?: WrittenDate | undefined;
  readonly sessions?: readonly Session[] | undefined;
}

/** What the head of a new post says; the flavor decides under which keys. */
export interface NewHead {
  readonly title: string;
  readonly date: WrittenDate;
  readonly summary: string;
  /** Empty: the writer fills it in. */
  readonly author?: string;
  readonly categories?: readonly string[];
  readonly tags?: readonly string[];
  readonly hasContents?: boolean;
  readonly isDraft: boolean;
}

/** A kind's built-in template. All texts may have placeholders (placeholders.ts). */
export interface Draft {
  /** Becomes the file name; any text. */
  readonly name: string;
  readonly head: Omit<NewHead, 'date'>;
  /** Dated on the last day of its period, a minute past midnight, and not today. */
  readonly isDatedAtEnd?: boolean;
  /** Markdown. Writing begins at `{{cursor}}`. */
  readonly body: string;
}

/** One of several shapes of a kind. */
export interface Variant {
  readonly id: string;
  /** As a pick shows it; English, translated by `say`. */
  readonly name: string;
  readonly detail: string;
}

export interface Kind {
  /** A `KindId`, or the name of a template of the writer's own. */
  readonly id: string;
  /** As a pick shows it; English, translated by `say`. */
  readonly name: string;
  readonly detail: string;
  /** What has to be asked: the period of a retrospective, the name of an event. */
  readonly asks: 'nothing' | 'period' | 'title';
  /** For `title`: the question (English, translated by `say`), and an example of an answer. */
  readonly question?: string;
  readonly example?: string;
  /** The shapes to choose from, and what the choice is called: `frame`. */
  readonly variants?: { readonly option: 'frame' | 'form'; readonly question: string; readonly of: readonly [Variant, ...Variant[]] };
  /** Whether it has a section for each talk of a timetable. */
  readonly hasSessions?: boolean;
  /** What it is about when the writer does not say. */
  readonly unnamed?: Readonly<Record<Tongue, string>>;
  /** What stands at the end of the title and is no part of the name: `후기`. */
  readonly ending?: RegExp;
  /** The usual period of an issue, for kinds that have periods. */
  readonly unit?: PeriodUnit;
  /** True when an issue is begun within its period and grows; false when it is written looking back. */
  readonly isWrittenAhead: boolean;
  /** Whether an existing post is of this kind, by its path and title. */
  recognizes(post: Pick<Post, 'path'>, title: string): boolean;
  draft(tongue: Tongue, variant: string | undefined): Draft;
  /** The writer's own template, which stands for the built-in one. */
  readonly own?: Template;
}

export interface NewPost {
  /** From the site's root, NFC. */
  readonly path: string;
  readonly text: string;
  /** Where writing begins, as an offset of `text`. */
  readonly cursor: number;
  /** What the writer has to know of how it was made, in the reader's language. */
  readonly notes?: readonly string[];
}
