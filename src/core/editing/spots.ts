// The links of a page as an editor shows them: those of its text, and what its front matter names.
import { addressesOf } from '../addresses';
import { factsOf } from '../facts';
import type { Field } from '../frontmatter';
import { destinationOf, type Destination, type LinkText } from '../links';
import type { Post } from '../post';
import type { Site } from '../site';
import type { Span } from '../span';
import { isOfBlog } from './scope';

export interface Spot {
  readonly link: LinkText;
  /** What a writer clicks on: the target, or the label that stands for it. */
  readonly span: Span;
  readonly to: Destination;
}

/** In the order in which they are written; none on a file that the engine makes no page of. */
export function spotsOf(post: Post, site: Site): readonly Spot[] {
  if (!isOfBlog(post.path, site)) return [];
  return [...inHead(post, site), ...inBody(post, site)].sort((a, b) => a.span.start - b.span.start);
}

/** The link at an offset, be it in its target, in its label or elsewhere in what makes it. */
export function spotAt(post: Post, offset: number, site: Site): Spot | undefined {
  const isAt = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  const spots = spotsOf(post, site);
  const onTarget = spots.find(({ span }) => isAt(span));
  if (onTarget) return onTarget;
  // an image may stand in the text of a link
  const around = post.links.filter(({ span, kind }) => kind !== 'html' && isAt(span)).sort((a, b) => (a.span.end - a.span.start) - (b.span.end - b.span.start))[0];
  return around && spots.find(({ span }) => span.start >= around.span.start && span.end <= around.span.end && span.start >= (around.text === undefined ? 0 : around.span.start + around.text.length));
}

function inBody(post: Post, site: Site): readonly Spot[] {
  const { links } = factsOf(post, site);
  const written = links.filter(({ targetSpan }) => targetSpan.end > targetSpan.start).map((link): Spot => ({ link, span: link.targetSpan, to: destinationOf(link, factsOf(post, site), site) }));
  const byDefinition = new Map(written.map(spot => [spot.span.start, spot]));
  const labels = post.links.flatMap(({ kind, span, targetSpan }): Spot[] => {
    const defined = kind === 'reference' ? byDefinition.get(targetSpan.start) : undefined;
    return defined ? [{ ...defined, span: labelIn(post.text, span) }] : [];
  });
  return [...written, ...labels];
}

/** `[text][label]`, `[label][]` and `[label]`. */
function labelIn(text: string, span: Span): Span {
  const written = text.slice(span.start, span.end);
  const last = /\[([^[\]]*)\]\s*(?:\[\])?$/.exec(written);
  if (!last?.[1]) return span;
  return { start: span.start + last.index + 1, end: span.start + last.index + 1 + last[1].length };
}

/** Themes look for pictures in folders of their own: what no rule finds may still be the one file of that path. */
export function pictureOf(path: string, page: Pick<Post, 'path' | 'frontMatter'>, site: Site): Destination {
  const to = destinationOf({ target: path, place: 'link', isImage: true }, page, site);
  if (to.kind !== 'missing' && to.kind !== 'unknown') return to;
  const tail = path.replace(/^(?:\.{0,2}\/)+/, '');
  const named = site.files.named(tail.slice(tail.lastIndexOf('/') + 1)).filter(file => file === tail || file.endsWith(`/${tail}`));
  const file = named.length === 1 ? named[0] : site.flavor.filesFor(path, page, site).find(candidate => site.files.has(candidate));
  return file === undefined ? to : { kind: 'file', path: file, fragment: '', hidden: undefined, isOwnUrl: false };
}

const ALIASES = ['aliases', 'alias', 'redirect_from'];

function inHead(post: Post, site: Site): readonly Spot[] {
  const { frontMatter } = post;
  if (!frontMatter || frontMatter.isBroken) return [];
  const pictures = site.flavor.fields.cover.flatMap(key => written(frontMatter.field(key)))
    .filter(({ text }) => /^[^:{}]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(text))
    .map(({ text, span }): Spot => ({ link: { target: text, place: 'link', isImage: true }, span, to: pictureOf(text, post, site) }));
  const aliases = ALIASES.flatMap(key => written(frontMatter.field(key))).filter(({ text }) => text.startsWith('/'))
    .map(({ text, span }): Spot => ({ link: { target: text, place: 'link', isImage: false }, span, to: aliasOf(text, post, site) }));
  return [...pictures, ...aliases];
}

/** An alias is an address of its own, which leads here; unless another page has it. */
function aliasOf(alias: string, post: Post, site: Site): Destination {
  const address = site.config.basePath + alias;
  const answer = addressesOf(site).find(address);
  if (!answer || answer.hidden) return { kind: 'unknown' };
  return answer.page === post.path || answer.page === undefined
    ? { kind: 'made', address: `/${answer.address}`, fragment: '', isOwnUrl: false }
    : { kind: 'page', path: answer.page, fragment: '', hidden: undefined, isAlias: answer.kind === 'alias', isOwnUrl: false };
}

/** The texts of a value with their places: `cover: a.png`, `cover: {image: a.png}` and `images: [a.png]` are all in use. */
function written(field: Field | undefined): readonly { readonly text: string; readonly span: Span }[] {
  if (!field) return [];
  const { value } = field;
  const all: readonly unknown[] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : typeof value === 'object' && value !== null ? Object.entries(value).filter(([name]) => /^(?:image|src|path|url)$/.test(name)).map(([, item]: [string, unknown]) => item) : [];
  let from = 0;
  return all.flatMap(item => {
    const at = typeof item === 'string' && item !== '' ? field.source.indexOf(item, from) : -1;
    if (at < 0) return [];
    const text = item as string;
    from = at + text.length;
    return [{ text, span: { start: field.valueSpan.start + at, end: field.valueSpan.start + from } }];
  });
}
