// How long a post is for those who read it: characters, words, lines of code and minutes. Counted is the body as the page shows it,
// after templates and without tags, comments and front matter; code that stands in blocks is counted apart, in lines.
import { htmlPieces } from './htmltext';
import { withoutEntities } from './markdown/hexo/markup';
import type { Post } from './post';
import { renderBody } from './preview';
import type { Site } from './site';
import type { SiteIndex } from './siteindex';

export interface Count {
  /** Characters as a reader counts them: an emoji is one. White space between two words is one, however it is written. */
  readonly characters: number;
  /** The same without white space. */
  readonly letters: number;
  /** What stands between white space: 어절. */
  readonly words: number;
}

export interface Length extends Count {
  /** Lines of code blocks. */
  readonly codeLines: number;
  /** Whole minutes, upwards; 0 for a post without a word. The engine's own where it counts for this language, else ours. */
  readonly minutes: number;
  /** What the engine itself says, where templates can ask it. */
  readonly own?: OwnReading;
}

/** Hugo's `.WordCount`, `.FuzzyWordCount` and `.ReadingTime`. */
export interface OwnReading {
  readonly words: number;
  readonly fuzzyWords: number;
  readonly minutes: number;
  /** Whether these words are counted as the post's language wants it. */
  readonly fitsLanguage: boolean;
}

const known = new WeakMap<Post, { readonly config: Site['config']; readonly length: Length }>();

/** Renders the body, once a post. */
export function lengthOf(post: Post, site: Site): Length {
  const before = known.get(post);
  if (before?.config === site.config) return before.length;
  const length = measure(renderBody(post, site), post, site);
  known.set(post, { config: site.config, length });
  return length;
}

/** So many characters of a body that came or went are worth another count: a fifth of a minute's reading. */
const DRIFT = 100;
const minutesKnown = new WeakMap<SiteIndex, Map<string, { readonly config: Site['config']; readonly size: number; readonly minutes: number }>>();

/**
 * The minutes of `lengthOf`, for what is shown at each key stroke: as last counted for the page, while it is about as long as it was then.
 * Rendering a body once more would double what a key stroke costs.
 */
export function minutesAbout(post: Post, site: Site): number {
  let pages = minutesKnown.get(site.index);
  if (!pages) minutesKnown.set(site.index, pages = new Map());
  const before = pages.get(post.path);
  const size = post.body.end - post.body.start;
  if (before?.config === site.config && Math.abs(before.size - size) < DRIFT) return before.minutes;
  const { minutes } = lengthOf(post, site);
  pages.set(post.path, { config: site.config, size, minutes });
  return minutes;
}

function measure(html: string, post: Post, site: Site): Length {
  const { prose, codeLines } = readHtml(html);
  const own = site.flavor.reading?.(html, post, site);
  return { ...countText(prose), codeLines, minutes: own?.fitsLanguage ? own.minutes : minutesOf(prose), ...(own ? { own } : {}) };
}

/** Letters of Chinese, Japanese and Korean, which are read one by one. */
const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** A minute's reading, by Hugo's measure with and without hasCJKLanguage. */
const LETTERS_A_MINUTE = 500;
const WORDS_A_MINUTE = 213;

/** Each script by its own measure: "쿠버네티스 cluster" is five letters and a word. */
function minutesOf(prose: string): number {
  const text = prose.normalize('NFC');
  const letters = text.match(EAST_ASIAN)?.length ?? 0;
  const words = text.replace(EAST_ASIAN, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.ceil(letters / LETTERS_A_MINUTE + words / WORDS_A_MINUTE);
}

/** Of any text as it stands. */
export function countText(text: string): Count {
  const shown = text.normalize('NFC').trim();
  const words = shown === '' ? [] : shown.split(/\s+/);
  const letters = words.reduce((sum, word) => sum + graphemes(word), 0);
  return { characters: letters + Math.max(0, words.length - 1), letters, words: words.length };
}

/** In which each code unit is a character of its own: nearly all of Korean and English. Intl.Segmenter takes seconds for a long text. */
const PLAIN = /^[\u0020-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2138\u2190-\u2193\u2200-\u22ff\u2500-\u25a0\u3000-\u3029\u3031-\u3096\u309b-\u3296\u3400-\u9fff\uac00-\ud7a3\uff00-\uff9d]*$/;

function graphemes(word: string): number {
  if (PLAIN.test(word)) return word.length;
  let count = 0;
  // without a blank for thousands of characters it is no word, and pieces will do
  for (let at = 0; at < word.length; at += 500) for (const _ of segmenter.segment(word.slice(at, at + 500))) count++;
  return count;
}

const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** Elements that no line is broken at. */
const INLINE = /^(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rb|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
/** Whose text nobody reads as the post's. */
const UNREAD = /^(?:template|noscript|svg|math|iframe|object|video|audio|select|button)$/;

function readHtml(html: string): { readonly prose: string; readonly codeLines: number } {
  const prose: string[] = [];
  let code: string[] | undefined;
  let codeLines = 0;
  let unread: string | undefined;
  let depth = 0;
  for (const { tag, isClosing, source } of htmlPieces(html)) {
    if (unread !== undefined) {
      if (tag === unread) depth += isClosing ? -1 : 1;
      if (depth === 0) unread = undefined;
    } else if (tag === undefined) (code ?? prose).push(source);
    else if (tag === 'pre') {
      if (code) codeLines += linesIn(code.join(''));
      code = isClosing ? undefined : [];
      prose.push(' ');
    } else if (code) {
      if (tag === 'br') code.push('\n');
    } else if (UNREAD.test(tag)) {
      if (isClosing || source.endsWith('/>')) continue;
      [unread, depth] = [tag, 1];
    } else if (!INLINE.test(tag)) prose.push(' ');
  }
  return { prose: withoutEntities(prose.join('')), codeLines: codeLines + linesIn((code ?? []).join('')) };
}

/** Line numbers beside code stand in an element of their own. */
function linesIn(code: string): number {
  const lines = code.replace(/^\n|\s+$/g, '');
  return /^[\s\d]*$/.test(lines) ? 0 : lines.split('\n').length;
}
