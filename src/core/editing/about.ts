// What is worth knowing of a link's target before one follows it.
import { factsOf, type Facts } from '../facts';
import { joinPath, splitPath } from '../files';
import { addressOfFile, decode, type Destination } from '../links';
import type { Post } from '../post';
import { badgesOf } from '../preview';
import type { Site } from '../site';
import { fieldText } from '../source';
import type { Span } from '../span';
import { spotAt } from './spots';

export interface About {
  /** Of the link, as far as it is pointed at. */
  readonly span: Span;
  /** Of the page, or the name of a file. */
  readonly title: string;
  readonly heading?: string;
  /** That readers do not see it, and until when: `Scheduled (30 November, 09:00)`. */
  readonly status?: string;
  /** As readers see it, with the base path. */
  readonly address?: string;
  readonly summary?: string;
  /** A file of the blog. */
  readonly file?: string;
  readonly isPicture?: boolean;
  /** Whether the link names the file by its path on the disk, so that any editor finds it. */
  readonly isPlainPath?: boolean;
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** Undefined where there is no link, where it leaves the site, and where nothing is: of that a problem speaks. */
export function aboutAt(post: Post, offset: number, site: Site): About | undefined {
  const spot = spotAt(post, offset, site);
  if (!spot) return undefined;
  const about = aboutOf(spot.to, post, site);
  if (!about) return undefined;
  const plain = joinPath(splitPath(post.path).folder, decode(spot.link.target.replace(/[?#].*$/s, '')));
  return { ...about, span: spot.span, ...(about.file !== undefined && about.file === plain ? { isPlainPath: true } : {}) };
}

function aboutOf(to: Destination, post: Post, site: Site): Omit<About, 'span'> | undefined {
  switch (to.kind) {
    case 'page': return aboutPage(to.path, to.fragment, post, site);
    case 'anchor': return aboutPage(post.path, to.id, post, site);
    case 'file': return aboutFile(to.path, site);
    case 'unknown': return to.path === undefined ? undefined : site.index.of(to.path) ? aboutPage(to.path, '', post, site) : aboutFile(to.path, site);
    case 'made': return { title: to.address.replace(/(?<=\/)index\.html$/, ''), address: to.address.replace(/(?<=\/)index\.html$/, '') };
    case 'external': case 'missing': return undefined;
  }
}

function aboutFile(file: string, site: Site): Omit<About, 'span'> {
  const address = addressOfFile(file, site);
  return { title: splitPath(file).name, file, ...(address === undefined ? {} : { address }), ...(PICTURE.test(file) ? { isPicture: true } : {}) };
}

function aboutPage(path: string, id: string, post: Post, site: Site): Omit<About, 'span'> | undefined {
  const isOwn = path === post.path;
  const facts: Facts | undefined = isOwn ? factsOf(post, site) : site.index.of(path);
  if (!facts) return { title: splitPath(path).name, file: path };
  const heading = id === '' ? undefined : facts.headings.find(candidate => candidate.id === id)?.text;
  // of the page that one looks at, only a heading is news
  if (isOwn && heading === undefined) return undefined;
  const [badge] = badgesOf(facts, site, site.language);
  const address = site.flavor.url(facts, site);
  const summary = heading === undefined && !facts.frontMatter?.isBroken ? fieldText(facts, site.flavor.fields.summary) : undefined;
  return {
    title: facts.title ?? splitPath(path).name, file: path,
    ...(heading === undefined ? {} : { heading }), ...(badge && !isOwn ? { status: badge.text } : {}),
    ...(address === undefined || isOwn ? {} : { address }), ...(summary === undefined ? {} : { summary }),
  };
}
