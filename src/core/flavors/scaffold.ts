// What an engine, or the tool that goes with it, begins a new post with: Hugo's archetypes, Hexo's scaffolds, jekyll-compose's front matter.
import type { WrittenDate } from '../dates';

/** The post for which it is wanted. */
export interface Beginning {
  /** From the site's root. */
  readonly path: string;
  readonly title: string;
  readonly date: WrittenDate;
}

/** `text` is a whole file, front matter and all; without it `reason` is what could not be told without the engine. */
export type Scaffold = { readonly file: string; readonly text: string } | { readonly file: string; readonly reason: string };
