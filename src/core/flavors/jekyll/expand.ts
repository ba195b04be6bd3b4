// Liquid, which Jekyll runs over the whole body before it reads any Markdown: https://jekyllrb.com/docs/rendering-process/
import { highlightFigure } from '../../markdown';
import type { Colour } from '../../markdown/document';
import type { Post } from '../../post';
import type { Site } from '../../site';
import type { Expansion } from '../../templating/expansion';
import { lineEnds } from '../../templating/expansion';
import { runLiquid, TooMuch, type PageVocabulary } from '../../templating/liquidpage';
import { jekyllConfig } from './config';
import { dropsOf } from './drops';
import { filtersOf } from './filters';
import { includeRelativeTag, includeTag } from './includes';
import { itemLinked, NotFound, postNamed, type Found } from './lookup';
import { valuesOf } from './values';
import { addressBy } from './write';

export function expand(post: Post, site: Site, colour?: Colour): Expansion | undefined {
  const { text, body } = post;
  const source = text.slice(body.start, body.end);
  if (!/\{[{%]/.test(source)) return undefined;
  if (valuesOf(post, site).get('render_with_liquid') === false) return { text: source, lines: Array.from({ length: lineEnds(source) + 1 }, (_, line) => line), inserts: new Map() };
  try {
    return runLiquid(source, dropsOf(post, site), vocabularyOf(post, site, colour));
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { text: source, lines: [], inserts: new Map(), failure: site.say('The Liquid of this post takes too long or gives too much: it was not run.') };
  }
}

/** Files that are put in may ask as well. */
export function asksOthers({ text, body }: Post, site: Site): boolean {
  if (!/\{[{%]/.test(text.slice(body.start))) return false;
  const asks = new RegExp(String.raw`\{%-?\s*(?:post_url|link)\s|\bsite\s*(?:\[|\.\s*(?:posts|pages|html_pages|related_posts|tags|categories|collections${[...jekyllConfig(site).collections.keys()].map(name => `|${name.replace(/[^\w-]/g, '\\$&')}`).join('')})\b)|\bpage\.(?:next|previous)\b`);
  const source = text.slice(body.start, body.end);
  return asks.test(source) || (/\{%-?\s*include(?:_relative)?\b/.test(source) && [...jekyllConfig(site).includes.values()].some(included => asks.test(included)));
}

function vocabularyOf(page: Post, site: Site, colour: Colour | undefined): PageVocabulary {
  return {
    filters: filtersOf(site),
    tags: {
      post_url: given => address(given, name => ({ page: postNamed(name, site) }), site),
      link: (given, evaluate) => address(given.replace(/\{\{([\s\S]*?)\}\}/g, (_, expression: string) => String(evaluate(expression.trim()) ?? '')), path => itemLinked(path, site), site),
    },
    pairs: { highlight: (given, inner) => highlighted(given, inner, site, colour) },
    includes: { include: includeTag(site), include_relative: includeRelativeTag(page.path, site) },
    mayHaveMore: jekyllConfig(site).plugins.tags === undefined,
  };
}

/** A page that does not appear yet is linked as it will be: what names it may be a draft as well. */
function address(given: string, find: (name: string) => Found, site: Site): string {
  try {
    return addressBy(find(given.trim()), site);
  } catch (error) {
    if (!(error instanceof NotFound) || error.hiddenPage === undefined || !site.index.of(error.hiddenPage)) throw error;
    return addressBy({ page: error.hiddenPage }, site);
  }
}

/** https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/highlight.rb */
function highlighted(given: string, inner: string, site: Site, colour: Colour | undefined): string {
  const [, language, options = ''] = /^([\w.+#-]+)((?:\s+\w+(?:=(?:\w+|"(?:\d+\s)*\d+"))?)*)$/.exec(given.trim()) ?? [];
  if (language === undefined) throw new Error('highlight');
  return highlightFigure(inner.replace(/^[\n\r]+|[\n\r]+$/g, ''), language, /\slinenos\b/.test(options), site.config.data, colour);
}
