// Where a link in a post leads, as far as the files of the site tell.
import type { Files } from './files';
import type { Post } from './post';
import type { Site } from './site';

export type Destination =
  /** Leaves the site: `https:`, `mailto:` and the like. */
  | { readonly kind: 'external'; readonly url: string }
  /** Stays in the post. The id is decoded. */
  | { readonly kind: 'anchor'; readonly id: string }
  /** A file of the site. */
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  /** A path that only a file could answer, and none does. `path` is the best place for it, `near` one that may be meant. */
  | { readonly kind: 'missing'; readonly path: string; readonly near: string | undefined }
  /** Written in a template language, or an address that the site makes in ways files do not show: nothing can be said. */
  | { readonly kind: 'unknown' };

const UNKNOWN: Destination = { kind: 'unknown' };

/** Files that engines and themes copy and do not make: their absence means something. */
const COPIED = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic|tiff?|pdf|zip|gz|tar|7z|mp4|m4v|mov|webm|mp3|m4a|wav|ogg|docx?|xlsx?|pptx?|key|hwpx?|csv|ipynb)$/i;
const SOURCE = /\.(?:md|markdown)$/i;

export function destinationOf(target: string, post: Pick<Post, 'path' | 'frontMatter'>, site: Site): Destination {
  const text = target.trim();
  if (text === '' || isTemplate(text)) return UNKNOWN;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(text)) return { kind: 'external', url: text };
  const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(text) ?? [];
  if (path === '') return fragment === undefined ? UNKNOWN : { kind: 'anchor', id: decode(fragment) };
  const decoded = decode(path.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  const candidates = site.flavor.filesFor(decoded, post, site);
  const found = candidates.find(file => site.files.has(file));
  if (found !== undefined) return { kind: 'file', path: found, fragment: decode(fragment ?? '') };
  // it climbs out of the site, where we see nothing
  if (!candidates.length) return UNKNOWN;
  const isFromRoot = decoded.startsWith('/');
  if (isFromRoot ? !COPIED.test(decoded) || !site.flavor.knowsRoot(decoded, site) : !COPIED.test(decoded) && !SOURCE.test(decoded)) return UNKNOWN;
  return { kind: 'missing', path: candidates[0]!, near: nearestOf(candidates, site.files) };
}

function nearestOf(candidates: readonly string[], files: Files): string | undefined {
  for (const candidate of candidates) {
    const near = files.nearest(candidate);
    if (near !== undefined) return near;
  }
  return undefined;
}

/** Shortcodes, Liquid, Hexo's tags and Hugo's placeholders. */
const isTemplate = (text: string): boolean => /\{\{|\{%|\{:|<%/.test(text);

/** Percent-decoding that leaves what is no proper code as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
