// How the post will look where others show it: in a search result, as a link that someone sends, and in the feed. What these
// places take is what themes put into the page's head: Hugo's opengraph template, jekyll-seo-tag, Hexo's open_graph helper.
import { dayInWords } from '../dates';
import type { MissingImage } from '../markdown/document';
import type { Post } from '../post';
import { headOf } from '../preview';
import type { Site } from '../site';
import { element, type Content, type Markup } from './markup';

export interface CardOptions {
  /** Of the reader, for dates: `ko`. */
  readonly language: string;
  /** The body as the engine writes it: its first words stand where a description is missing. */
  readonly body: string;
  /** Where the picture is shown from. */
  image(target: string): string | MissingImage;
}

/** Search engines cut off near here; in characters, of which Hangul's are wide. */
const TITLE = 35;
const DESCRIPTION = 110;
/** Hugo's `summaryLength` is 70 words, an excerpt of Jekyll a paragraph. */
const EXCERPT = 300;

/** @returns a list of cards, each with the name of the place */
export function cardsOf(post: Post, site: Site, { language, body, image }: CardOptions): Markup {
  const { say } = site;
  const head = headOf(post, site, language);
  const title = head.title ?? say('No title');
  const words = textOf(body);
  const description = head.summary ?? cut(words, EXCERPT);
  const url = site.flavor.url(post, site);
  const origin = site.config.origin ?? '';
  const host = origin.replace(/^https?:\/\//, '').replace(/^www\./, '') || say('your blog');
  const name = site.config.title ?? host;
  const path = (url ?? '').split('/').filter(part => part !== '' && part !== 'index.html');
  const date = site.flavor.date(post, site);
  const day = date === undefined || date === 'unreadable' ? undefined : dayInWords(date, language);
  const written = [head.cover, pictureOfSite(site)].find(each => each !== undefined);
  const picture = written === undefined ? undefined : image(written);
  const note = head.summary === undefined ? element('p', { class: 'card-note' }, say('There is no description: these are the post’s first words.')) : undefined;
  const card = (place: string, className: string, ...content: Content[]): Markup => element('section', { class: 'card-place' }, element('h2', {}, place), element('div', { class: `card ${className}` }, ...content));
  return element('div', { class: 'cards' },
    note,
    card(say('Search result'), 'search',
      element('p', { class: 'card-site' }, element('b', {}, name), element('span', {}, [host, ...path].join(' › '))),
      element('p', { class: 'card-title' }, long(title, TITLE)),
      element('p', { class: 'card-text' }, day === undefined ? undefined : element('span', { class: 'card-day' }, `${day} — `), long(description, DESCRIPTION))),
    card('KakaoTalk', 'kakao', shown(picture, say),
      element('p', { class: 'card-title' }, title), element('p', { class: 'card-text' }, description), element('p', { class: 'card-host' }, host)),
    card('Slack', 'slack',
      element('p', { class: 'card-site' }, name), element('p', { class: 'card-title' }, title), element('p', { class: 'card-text' }, cut(description, 700)), picture === undefined ? undefined : shown(picture, say)),
    card('X', picture === undefined ? 'x small' : 'x', shown(picture, say),
      element('p', { class: 'card-title' }, title), element('p', { class: 'card-host' }, say('From {0}', host))),
    card(say('Feed'), 'feed',
      element('p', { class: 'card-site' }, name, day === undefined ? undefined : ` · ${day}`), element('p', { class: 'card-title' }, title), element('p', { class: 'card-text' }, description)),
  );
}

function shown(picture: string | MissingImage | undefined, say: Site['say']): Content {
  if (typeof picture === 'string') return element('img', { class: 'card-picture', alt: '', src: picture });
  return element('div', { class: 'card-picture none' }, picture === undefined ? say('No picture') : picture.path);
}

/** What themes fall back to: `params.images` of Hugo, `logo`, `image` or `og_image` of others. */
function pictureOfSite({ config: { data } }: Site): string | undefined {
  const params = data['params'];
  const places = [typeof params === 'object' && params !== null ? params as Record<string, unknown> : {}, data];
  for (const place of places) for (const key of ['images', 'image', 'og_image', 'ogimage', 'logo']) {
    const value: unknown = place[key];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && /\.(?:png|jpe?g|gif|webp|svg)(?:[?#]|$)/i.test(first)) return first;
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** What a reader sees of HTML, without code blocks, as an excerpt has it. */
export const textOf = (html: string): string => html
  .replace(/<(pre|script|style|table|figure)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, ' ')
  .replace(/<[^>]*>/g, '')
  .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|nbsp));/gi, (_, hex?: string, decimal?: string, name?: string) => (name === undefined ? character(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : NAMED[name.toLowerCase()]!))
  .replace(/\s+/g, ' ').trim();

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text);

/** Text of which the part that will be cut off is paler. */
function long(text: string, length: number): Content {
  return text.length > length ? [text.slice(0, length), element('span', { class: 'card-cut' }, text.slice(length))] : text;
}
