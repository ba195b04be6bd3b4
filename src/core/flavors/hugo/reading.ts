// The figures that Hugo's templates ask of a page: `.WordCount`, `.FuzzyWordCount` and `.ReadingTime`, to the digit.
import { htmlPieces } from '../../htmltext';
import { get } from '../../data';
import type { OwnReading } from '../../length';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { whole } from './cascade';
import { pageFile } from './pages';
import { hugoConfig } from './config';

/** cjkRe in hugolib/page__meta.go. */
const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * `setWordCounts` of hugolib/page__per_output.go.
 * @param html the body as Hugo has it
 */
export function reading(html: string, post: Post, site: Site): OwnReading {
  const isCjk = isCjkLanguage(post, site);
  const words = wordsOf(html);
  const count = isCjk ? words.reduce((sum, word) => sum + (isAscii(word) ? 1 : [...word].length), 0) : words.length;
  const minutes = isCjk ? Math.floor((count + 500) / 501) : Math.floor((count + 212) / 213);
  return { words: count, fuzzyWords: Math.floor((count + 100) / 100) * 100, minutes, fitsLanguage: isCjk || !CJK.test(html) };
}

/** `isCJKLanguage` in the front matter, else whether `hasCJKLanguage` is set and the file, front matter included, has such a letter. */
function isCjkLanguage(post: Post, site: Site): boolean {
  const own = whole(post, site).frontMatter?.field('isCJKLanguage')?.value;
  if (own !== undefined && own !== null) return own === true || /^(?:1|t|true)$/i.test(String(own));
  const { data } = site.config;
  const language = pageFile(post.path, site)?.language ?? hugoConfig(site).defaultLanguage;
  return (get(data, 'languages', language, 'hascjklanguage') ?? data['hascjklanguage']) === true && CJK.test(post.text);
}

const isAscii = (word: string): boolean => /^[\x00-\x7f]*$/.test(word);

/** `tpl.StripHTML`, then `strings.Fields`: entities stay as they are written, and these are of another length in fences, which Hugo's highlighter writes even where it knows no language. */
function wordsOf(html: string): readonly string[] {
  const parts: string[] = [];
  let isFence = false;
  for (const { tag, isClosing, source } of htmlPieces(html)) {
    if (tag === undefined) parts.push(isFence ? source.replaceAll('&quot;', '&#34;').replaceAll("'", '&#39;') : source);
    else if (tag === 'pre') isFence = !isClosing && /\stabindex=/.test(source);
    if (source === '</p>' || source === '<br>' || source === '<br />') parts.push('\n');
  }
  return parts.join('').split(SPACE).filter(word => word !== '');
}

/** unicode.IsSpace; not JavaScript's, for which U+FEFF is one and U+0085 is none. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
