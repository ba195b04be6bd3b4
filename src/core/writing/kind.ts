// A kind of post that writers make again and again, and what a new one needs.
import type { WrittenDate } from '../dates';
import type { FieldValue } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';

export type KindId = 'scrap' | 'retro' | 'review' | 'work' | 'club';

/** The stretch of time a post is about. */
export type PeriodUnit = 'month' | 'quarter' | 'half' | 'year';
export const PERIOD_UNITS: readonly PeriodUnit[] = ['month', 'quarter', 'half', 'year'];

export interface Period {
  readonly unit: PeriodUnit;
  readonly year: number;
  /** From 1: month 1 to 12, quarter 1 to 4, half 1 or 2; 1 for a year. */
  readonly number: number;
}

/** What only the writer knows. Each host asks for `asks` and nothing else. */
export interface Request {
  readonly date: WrittenDate;
  readonly title?: string | undefined;
  readonly period?: Period | undefined;
  /** Name of the series to follow, if the site has several of the kind. */
  readonly series?: string | undefined;
}

/** What a built-in template gives for a kind; the flavor then decides on place and form. */
export interface Draft {
  /** Becomes the file name; any text. */
  readonly name: string;
  /** Front matter in its order. `date` is filled in by the flavor's form. */
  readonly fields: readonly (readonly [key: string, value: FieldValue])[];
  /** Markdown. `writing begins` here is where `|` stands once. */
  readonly body: string;
}

export interface Kind {
  readonly id: KindId;
  /** As the pick shows it; English, translated by `say`. */
  readonly name: string;
  readonly detail: string;
  /** What has to be asked: the period of a retrospective, the name of an event. */
  readonly asks: 'nothing' | 'period' | 'title';
  /** For `title`: the question, and an example of an answer. */
  readonly question?: string;
  readonly example?: string;
  /** Whether an existing post is of this kind, by its path and title. */
  recognizes(post: Pick<Post, 'path'>, title: string): boolean;
  draft(request: Request, site: Site): Draft;
}

export interface NewPost {
  /** From the site's root, NFC. */
  readonly path: string;
  readonly text: string;
  /** Where writing begins, as an offset of `text`. */
  readonly cursor: number;
}
