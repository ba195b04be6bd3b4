// A kind of post that writers make again and again, and what a new one needs.
import type { WrittenDate } from '../dates';
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

/** What only the writer knows. A host asks for what `Kind.asks` names and nothing else. */
export interface Request {
  /** The day on which the post is begun, by the writer's calendar. */
  readonly date: WrittenDate;
  readonly title?: string | undefined;
  readonly period?: Period | undefined;
  /** The series to follow, by its name, if the site has several of the kind. */
  readonly series?: string | undefined;
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

/** A post from the kind's built-in template. */
export interface Draft {
  /** Becomes the file name; any text. */
  readonly name: string;
  readonly head: NewHead;
  /** Markdown. Writing begins where the one `|` on a line of its own stands. */
  readonly body: string;
}

export interface Kind {
  readonly id: KindId;
  /** As a pick shows it; English, translated by `say`. */
  readonly name: string;
  readonly detail: string;
  /** What has to be asked: the period of a retrospective, the name of an event. */
  readonly asks: 'nothing' | 'period' | 'title';
  /** For `title`: the question (English, translated by `say`), and an example of an answer. */
  readonly question?: string;
  readonly example?: string;
  /** The usual period of an issue, for kinds that have periods. */
  readonly unit?: PeriodUnit;
  /** True when an issue is begun within its period and grows; false when it is written looking back. */
  readonly isWrittenAhead: boolean;
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
