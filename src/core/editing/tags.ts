// A template tag that names a page: `{{< ref "x.md" >}}`, `{% post_url x %}`. Its name and how the page is called in it.
import type { Source } from '../source';
import { destinationOf } from '../links';
import type { Site } from '../site';

export interface PageTag {
  readonly name: string;
  /** Up to the argument, its quotation mark included. */
  readonly before: string;
  /** Without fragment. */
  readonly argument: string;
  /** With the `#`. */
  readonly fragment: string;
  /** From the closing quotation mark on; a fragment behind the tag included. */
  readonly after: string;
}

const TAG = /^((?:\{\{[<%]|\{%-?)\s*([\w-]+)\s+(?:path\s*=\s*)?(["'`]?))([^"'`#]*?)(#[^"'`\s]*)?(\3\s*(?:[\w-]+=[^%>]*?)?(?:\s['"][^%]*?)?-?(?:[>%]\}\}|%\})[\s\S]*)$/;

/** Longer than any name of a file: nothing that a person wrote. */
const LONGEST = 500;

/** Of a link's target that begins with one. */
export function pageTag(target: string): PageTag | undefined {
  if (target.length > LONGEST) return undefined;
  const [, before, name, , argument, fragment = '', after] = TAG.exec(target.trim()) ?? [];
  return before === undefined ? undefined : { name: name!, before, argument: argument!.trimEnd(), fragment, after: (argument!.length > argument!.trimEnd().length ? ' ' : '') + after! };
}

export const tagText = ({ before, argument, fragment, after }: PageTag): string => before + argument + fragment + after;

/** `post/x.md`, `/post/x`, `x.md`: what authors leave out. */
export interface ArgumentStyle {
  readonly hasSlash: boolean;
  readonly hasExtension: boolean;
  readonly isName: boolean;
}

export const styleOf = (argument: string): ArgumentStyle => ({ hasSlash: argument.startsWith('/'), hasExtension: /\.(?:md|markdown|html?)$/i.test(argument), isName: !argument.includes('/') });

function styled(argument: string, { hasSlash, hasExtension, isName }: ArgumentStyle): string {
  let text = argument.replace(/^\//, '');
  const isBundle = /(?:^|\/)_?index\.\w+$/.test(text);
  if (!hasExtension || (isName && isBundle)) text = text.replace(/\.(?:md|markdown|mdown)$/i, '').replace(/\/_?index$/, '');
  if (isName) text = text.slice(text.lastIndexOf('/') + 1);
  return (hasSlash && !isName ? '/' : '') + text;
}

/** The tag with another page in it, in the same style if that can be; undefined when such a tag cannot name the page. */
export function withPage(tag: PageTag, page: string, from: Source, site: Site, style?: ArgumentStyle): PageTag | undefined {
  const own = pageTag(site.flavor.linkTo(page, from, site) ?? '');
  const base = own?.argument ?? page;
  const name = base.slice(base.lastIndexOf('/') + 1);
  const candidates = [...(style && own && /["`]$/.test(own.before) ? [styled(base, style)] : []), base, page, name, name.replace(/\.[^.]+$/, '')];
  for (const argument of new Set(candidates)) {
    const made = { ...tag, argument: /\s/.test(argument) && /^\{%\s*post_(?:link|path)\s+$/.test(tag.before) ? `"${argument}"` : argument };
    const to = destinationOf({ target: tagText({ ...made, fragment: '', after: tag.after.replace(/(\}\})#.*$|(%\})#.*$/s, '$1$2') }), place: 'tag', isImage: false }, from, site);
    if (to.kind === 'page' && to.path === page) return made;
  }
  return undefined;
}
