// Jekyll's filters for text: https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/filters.rb
import type { Filter } from '../../templating/liquidpage';
import { inspected, textOf } from '../../templating/rubytext';
import { slugify } from './permalinks';

/** What Utils.slugify replaces, by its modes. */
const DROPPED: Readonly<Record<string, RegExp>> = { default: /[^\p{M}\p{L}\p{Nd}]+/gu, latin: /[^\p{M}\p{L}\p{Nd}]+/gu, pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, ascii: /[^A-Za-z0-9]+/g, raw: /\s+/g };

function slugified(input: unknown, mode: unknown): unknown {
  if (input === null || input === undefined) return input;
  const text = textOf(input);
  const name = mode === null || mode === undefined ? 'default' : String(mode);
  const dropped = Object.hasOwn(DROPPED, name) ? DROPPED[name] : undefined;
  return dropped ? slugify(name === 'latin' ? transliterated(text) : text, dropped).toLowerCase() : text.toLowerCase();
}

/** I18n.transliterate: letters lose their accents, and what is not Latin becomes a question mark. Latin letters of their own have a table there. */
function transliterated(text: string): string {
  return [...text].map(letter => {
    if (letter < '\x80') return letter;
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[\x20-\x7e]+$/.test(plain)) return plain;
    if (/\p{Script=Latin}/u.test(plain)) throw new Error('latin');
    return '?';
  }).join('');
}

const CJK = String.raw`\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}`;

function numberOfWords(input: unknown, mode: unknown): number {
  const text = textOf(input);
  const words = (text.match(/[^\t-\r ]+/g) ?? []).length;
  const letters = (text.match(new RegExp(`[${CJK}]`, 'gu')) ?? []).length;
  if (mode !== 'cjk' && (mode !== 'auto' || letters === 0)) return words;
  return letters + (text.match(new RegExp(`[^${CJK}\\s]+`, 'gu')) ?? []).length;
}

const xmlEscaped = (text: string): string => text.replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign]!);

/** Addressable::URI.normalize_component with the characters that have a meaning in addresses, or none, left as they are. */
function uriEscaped(text: string): string {
  const plain = text.replace(/(?:%[\da-f]{2})+/gi, codes => {
    try {
      return decodeURIComponent(codes);
    } catch {
      throw new Error('uri_escape');
    }
  });
  return plain.normalize('NFC').replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=]+/g, part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')));
}

export const TEXT_FILTERS: Readonly<Record<string, Filter>> = {
  slugify: slugified,
  xml_escape: input => xmlEscaped(textOf(input)),
  // CGI.escape
  cgi_escape: input => encodeURIComponent(textOf(input).replace(/\p{Cs}/gu, '\uFFFD')).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replace(/%20/g, '+'),
  uri_escape: input => uriEscaped(textOf(input)),
  normalize_whitespace: input => textOf(input).replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, ''),
  number_of_words: numberOfWords,
  to_integer: input => (typeof input === 'boolean' ? Number(input) : typeof input === 'number' ? Math.trunc(input) : Number(/^\s*([+-]?\d+)/.exec(textOf(input))?.[1] ?? 0)),
  inspect: input => xmlEscaped(inspected(input)),
};
