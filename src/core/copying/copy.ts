// A post for another place: its body as the blog shows it, in the form that the place takes, with addresses that hold anywhere and
// a link to the original.
import { drawingsOf } from '../drawing';
import type { Post } from '../post';
import { headOf, renderBody } from '../preview';
import type { Site } from '../site';
import { absolutesOf, type Absolutes } from './absolute';
import { markdownOf } from './markdown';
import { Remarks } from './notes';
import { pageOf } from './page';
import type { Format, Place } from './place';
import { readBody } from './reading';
import { shaped } from './shape';
import { plainTextOf } from './text';
import { isPart, part, textOf, type Piece } from './tree';
import { wordsFor, type PostWords } from './words';

export interface Copy {
  /** Of the post, for a field of its own; undefined where the post has none. */
  readonly title: string | undefined;
  /** In the format that was asked for; for `rich` the HTML of what is pasted. */
  readonly text: string;
  /** The same as plain text, for those who take no HTML; with `rich` only. */
  readonly plain: string | undefined;
  /** What the writer should know, in plain sentences. */
  readonly notes: readonly string[];
}

/** @returns undefined where the body's HTML is more than can be read. */
export function copyFor(post: Post, site: Site, place: Place, format: Format): Copy | undefined {
  const remarks = new Remarks();
  const absolutes = absolutesOf(post, site);
  const { title, isTitleInBody } = headOf(post, site, site.language);
  const words = wordsFor(`${title ?? ''}\n${post.text.slice(post.body.start)}`);
  const read = readBody(renderBody(post, site, { framesServices: true }), {
    absolutes, remarks, drawings: drawingsOf(post, site),
    pictureWords: (alt, file) => `[${words.picture}: ${[alt, file].filter((word, index, all) => word !== '' && all.indexOf(word) === index).join(', ')}]`,
  });
  if (!read) return undefined;
  const body = isTitleInBody ? withoutTitle(read, title) : read;
  const whole = [
    ...(place.hasTitle && title !== undefined ? [part('h1', {}, title)] : []),
    ...shaped(body, place, words, remarks),
    ...original(absolutes, site, words),
  ];
  return { title, text: written(whole, place, format), plain: format === 'rich' ? plainTextOf(whole) : undefined, notes: [...aboutSite(absolutes, post, site), ...remarks.told(site.say)] };
}

function written(body: readonly Piece[], place: Place, format: Format): string {
  switch (format) {
    case 'markdown': return markdownOf(body, place);
    case 'text': return plainTextOf(body);
    case 'rich': case 'html': return pageOf(body, place.look);
  }
}

/** The title is the body's first heading; behind a picture, say, it is the first one all the same. */
function withoutTitle(body: readonly Piece[], title: string | undefined): readonly Piece[] {
  const at = body.findIndex(piece => isPart(piece, 'h1') && textOf(piece.children).replace(/\s+/g, ' ').trim() === title?.replace(/\s+/g, ' ').trim());
  return at < 0 ? body : body.filter((_, index) => index !== at);
}

function original({ original: address }: Absolutes, site: Site, { original: [before, after] }: PostWords): readonly Piece[] {
  if (address === undefined) return [];
  return [part('hr', {}), part('p', {}, before, part('a', { href: address }, site.config.title?.trim() || /^https?:\/\/([^/]+)/.exec(address)![1]!), after)];
}

function aboutSite({ origin, original: address }: Absolutes, post: Post, site: Site): readonly string[] {
  const { say, config } = site;
  if (origin === undefined) return [config.origin === undefined ? say('The blog’s configuration does not say its address: links and pictures of the blog are left out, and so is the link to the original.') : say('"{0}" is no address that others could reach: links and pictures of the blog are left out, and so is the link to the original.', config.origin)];
  if (address !== undefined) return [];
  return [site.flavor.hidden(post, site) ? say('The post is not published yet: there is no link to the original.') : say('The post has no address on the blog: there is no link to the original.')];
}
