import { club } from './club';
import type { Kind } from './kind';
import { retro } from './retro';
import { review } from './review';
import { scrap } from './scrap';
import { work } from './work';

/** The built-in kinds of posts. */
export const KINDS: readonly Kind[] = [scrap, retro, review, work, club];

/** A monthly that looks back is a retrospective, though its name says monthly. */
export const MOST_TELLING_FIRST: readonly Kind[] = [retro, scrap, work, review, club];
