// A post that gets a folder of its own, with the pictures that are its alone. Its address stays.
import { factsOf, type Facts } from '../facts';
import { extensionOf, splitPath } from '../files';
import type { Bundle } from '../flavors/flavor';
import { decode } from '../links';
import { literal } from '../literal';
import type { Post } from '../post';
import { destinations } from '../rules/destinations';
import type { Site } from '../site';
import { alreadyThere, reshape, titleOf, type Refusal, type Reshaped, type Told } from './reshape';

/** The pictures that may come along, by their paths; or why the post stays where it is. */
export function bundling(post: Post, site: Site): { readonly pictures: readonly string[] } | Refusal {
  const found = findBundle(post, site);
  if ('refusal' in found) return found;
  const { pictures } = withPictures(post, found, site);
  return found.pages.size || pictures.length ? { pictures } : nothingToMove(found, site);
}

export function moveToBundle(post: Post, takesPictures: boolean, site: Site): Told | Refusal {
  const { say } = site;
  const found = findBundle(post, site);
  if ('refusal' in found) return found;
  const { made, pictures } = takesPictures ? withPictures(post, found, site) : { made: moveWith([], post, found, site), pictures: [] };
  if ('refusal' in made) return made;
  if (!made.moves.length) return nothingToMove(found, site);
  const elsewhere = [...found.pages].find(([from, to]) => addressOf(from, site) !== addressOf(to, made.site));
  if (elsewhere) return { refusal: say('In a folder of its own the address of "{0}" would be another one: nothing was changed.', titleOf(post)) };
  const message = !pictures.length ? say('"{0}" has a folder of its own now: {1}', titleOf(post), found.folder)
    : pictures.length === 1 ? say('"{0}" has a folder with its picture now: {1}', titleOf(post), found.folder) : say('"{0}" has a folder with its {2} pictures now: {1}', titleOf(post), found.folder, pictures.length);
  return { ...made, message };
}

const nothingToMove = ({ folder }: Bundle, { say }: Site): Refusal => ({ refusal: say('The files of this post belong in "{0}", and no picture elsewhere is its alone.', folder) });

function addressOf(path: string, site: Site): string | undefined {
  const facts = site.index.of(path);
  return facts && site.flavor.isPage(path, site) ? site.flavor.url(facts, site) : undefined;
}

function findBundle(post: Post, site: Site): Bundle | Refusal {
  const { say, flavor, files } = site;
  if (!flavor.isPage(post.path, site)) return { refusal: say('This file is no post of a blog.') };
  const bundle = flavor.bundle?.(post.path, site);
  if (bundle === undefined) return { refusal: say('{0} gives the posts of this blog no folders of their own.', flavor.name) };
  if (bundle === 'made') return { refusal: say('This post has a folder of its own already.') };
  if (files.has(bundle.folder)) return { refusal: alreadyThere(bundle.folder, site) };
  // all that lies in a bundle is a part of its page
  const lost = bundle.pages.size ? files.below(bundle.folder).find(path => flavor.isPage(path, site)) : undefined;
  if (lost !== undefined) return { refusal: say('"{0}" lies in that folder and would be no page of its own any more.', lost) };
  return bundle;
}

/** With those pictures to which every link can be written anew. */
function withPictures(post: Post, bundle: Bundle, site: Site): { readonly made: Reshaped | Refusal; readonly pictures: readonly string[] } {
  let pictures = ownPictures(post, bundle, site);
  for (;;) {
    const made = moveWith(pictures, post, bundle, site);
    const left = 'refusal' in made ? [] : pictures.filter(picture => isFollowed(picture, post, bundle, made, site));
    if (left.length === pictures.length) return { made, pictures };
    pictures = left;
  }
}

const placeIn = (folder: string, picture: string): string => `${folder}/${splitPath(picture).name}`;

function moveWith(pictures: readonly string[], post: Post, { pages, folder }: Bundle, site: Site): Reshaped | Refusal {
  const moves = [...[...pages].map(([from, to]) => ({ from, to })), ...pictures.map(from => ({ from, to: placeIn(folder, from) }))];
  const moved = new Set(pictures.map(picture => placeIn(folder, picture)));
  // a picture of the post itself is called by its name
  return reshape(post, [], moves, site, (file, page) => (moved.has(file) && isOwn(page, post, [...pages.values()]) ? 'relative' : undefined));
}

const isOwn = (page: string, post: Post, pages: Iterable<string>): boolean => page === post.path || [...pages].includes(page);

function isFollowed(picture: string, post: Post, { pages }: Bundle, made: Reshaped, site: Site): boolean {
  return ownPages(post, pages, site).every(page => {
    const places = new Set(made.links.editsIn(page).map(({ start }) => start));
    return destinations(page, site).every(({ link, to }) => to.kind !== 'file' || to.path !== picture || places.has(link.targetSpan.start));
  });
}

/** The post as it is in front of the writer, and its translations. */
const ownPages = (post: Post, pages: Bundle['pages'], site: Site): readonly Facts[] =>
  [factsOf(post, site), ...[...pages.keys()].filter(path => path !== post.path).flatMap(path => site.index.of(path) ?? [])];

const PICTURE = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg', '.avif', '.bmp']);

/** Pictures that this post and its translations link to, and nothing else of the blog names. */
function ownPictures(post: Post, { pages, folder, takes }: Bundle, site: Site): readonly string[] {
  const { files } = site;
  const own = ownPages(post, pages, site);
  const linked = new Set(own.flatMap(page => destinations(page, site).flatMap(({ to }) => (to.kind === 'file' && PICTURE.has(extensionOf(to.path)) && takes(to.path) ? [to.path] : []))));
  if (!linked.size) return [];
  const others = [...site.index.all()].filter(({ path }) => !isOwn(path, post, pages.keys()));
  const used = new Set(others.flatMap(page => destinations(page, site).map(({ link, to }) => (to.kind === 'file' ? to.path : to.kind === 'page' || to.kind === 'external' ? '' : nameIn(link.target)))));
  const heads = [...own, ...others].map(({ frontMatter }) => JSON.stringify(frontMatter?.fields.map(({ value }) => value) ?? [])).concat(JSON.stringify(site.config.data));
  const names = new Set<string>();
  return [...linked].filter(picture => {
    const { name } = splitPath(picture);
    const place = placeIn(folder, picture);
    const isNamedOnce = isNamedByLinksOnly(picture, post, own[0]!, site) && !heads.some(head => head.includes(name) || decode(head).includes(name));
    if (used.has(picture) || used.has(name) || !isNamedOnce || names.has(name) || files.has(place) || files.otherSpelling(place) !== undefined) return false;
    names.add(name);
    return true;
  });
}

const nameIn = (target: string): string => splitPath(decode(target.replace(/[?#].*$/s, ''))).name;

/** A template of the theme's may be given the name of a picture in a way that is no link to us. */
function isNamedByLinksOnly(picture: string, { text, body }: Post, page: Facts, site: Site): boolean {
  const spans = destinations(page, site).filter(({ to }) => to.kind !== 'unknown').map(({ link }) => link.targetSpan);
  const named = text.slice(body.start).matchAll(new RegExp(`(?<=["'=/(\`])${literal(splitPath(picture).name)}`, 'g'));
  return [...named].every(({ index }) => spans.some(({ start, end }) => start <= body.start + index && body.start + index < end));
}
