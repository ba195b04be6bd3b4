// Links and pictures of a post, by addresses that hold anywhere: of the site as it is published.
import { addressesOf } from '../addresses';
import { absolute, addressOfFile, decode, destinationOf, hostOf, SCHEME, type Destination } from '../links';
import type { Post } from '../post';
import type { Site } from '../site';

/** `missing`: nothing is there. `hidden`: not as long as its page is not published. `unreachable`: nobody else could ask for it. */
export type Absolute = { readonly url: string } | { readonly lacks: 'missing' | 'hidden' | 'unreachable' };

export interface Absolutes {
  of(target: string, isImage: boolean): Absolute;
  /** Where the post itself is read; undefined where it is not published or the site's host is not known. */
  readonly original: string | undefined;
  /** Scheme and host; undefined where nothing says it, or where what it says is no host that others could reach. */
  readonly origin: string | undefined;
}

/** Names that are nobody's on the network: https://www.rfc-editor.org/rfc/rfc6761#section-6, and addresses of the machine itself. */
const NOBODYS = /^https?:\/\/(?:(?:[^/:]*\.)?(?:localhost|example|invalid|test|local|example\.(?:com|org|net))|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])(?::\d+)?(?:\/|$)/i;

export const isReachable = (origin: string): boolean => /^https?:\/\/[^/]+/i.test(origin) && !NOBODYS.test(origin);

export function absolutesOf(post: Post, site: Site): Absolutes {
  const host = hostOf(site);
  const origin = host !== undefined && isReachable(host) ? host.replace(/\/$/, '') : undefined;
  const hidden = site.flavor.hidden(post, site);
  const here = site.flavor.url(post, site);
  const inHtml = new Set(post.links.filter(({ kind }) => kind === 'html').map(({ target }) => target));
  for (const { kind, target } of post.links) if (kind !== 'html') inHtml.delete(target);
  const known = new Map<string, Absolute>();

  const full = (address: string, rest: string): Absolute => (origin === undefined ? { lacks: 'unreachable' } : { url: origin + encoded(address) + rest });
  /** As a browser would ask for it from the page. */
  const asked = (target: string): Absolute => {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target)!;
    if (here === undefined && !path.startsWith('/')) return { lacks: 'unreachable' };
    return full(absolute(decode(path), here ?? '/'), rest);
  };

  function find(target: string, isImage: boolean): Absolute {
    const destination = destinationOf({ target, place: inHtml.has(target) ? 'html' : 'markdown', isImage }, post, site);
    const query = /^[^?#]*(\?[^#]*)/.exec(target)?.[1] ?? '';
    const fragment = 'fragment' in destination && destination.fragment !== '' ? `#${encodeURIComponent(destination.fragment)}` : '';
    switch (destination.kind) {
      case 'external': return outside(destination.url, isImage);
      case 'anchor':
        if (hidden) return { lacks: 'hidden' };
        return here === undefined ? { lacks: 'unreachable' } : full(here, `#${encodeURIComponent(destination.id)}`);
      case 'page': case 'file': {
        if (destination.hidden) return { lacks: 'hidden' };
        const address = addressOfFile(destination.path, site);
        return address === undefined ? asked(target) : full(address, query + fragment);
      }
      case 'made': return full(destination.address.replace(/(^|\/)index\.html$/, '$1'), query + fragment);
      case 'missing': return { lacks: 'missing' };
      case 'unknown': return unsure(target, destination);
    }
  }

  /** Only the build knows; what it would most likely be. */
  function unsure(target: string, { path }: Extract<Destination, { kind: 'unknown' }>): Absolute {
    if (target.trim() === '' || /[{}]/.test(target)) return { lacks: 'missing' };
    const made = asked(target);
    if (path === undefined || here === undefined) return made;
    const isThere = addressesOf(site).find(absolute(decode(/^[^?#]*/.exec(target)![0]), here)) !== undefined;
    const file = isThere ? undefined : addressOfFile(path, site);
    return file === undefined ? made : full(file, '');
  }

  return {
    origin,
    original: hidden || here === undefined || origin === undefined || !site.flavor.isPage(post.path, site) ? undefined : origin + encoded(here),
    of(target, isImage) {
      const key = `${isImage}${target}`;
      let found = known.get(key);
      if (!found) known.set(key, found = find(target, isImage));
      return found;
    },
  };
}

/** Only what a reader may be led to: no script, no file of a machine. */
function outside(url: string, isImage: boolean): Absolute {
  const whole = url.trim().replace(/^\/\//, 'https://');
  if (!(isImage ? /^https?:\/\//i : /^(?:https?:\/\/|mailto:|tel:)/i).test(whole)) return { lacks: SCHEME.test(whole) && isImage ? 'unreachable' : 'missing' };
  if (isImage && NOBODYS.test(whole)) return { lacks: 'unreachable' };
  return { url: spaceless(whole) };
}

const encoded = (address: string): string => spaceless(encodeURI(address).replace(/[?#]/g, sign => encodeURIComponent(sign)));

/** As a browser sends it; what is encoded already stays so. */
const spaceless = (url: string): string => url.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/%(?![\da-f]{2})|[^!-~]|[<>"`\\^{|}]/giu, sign => encodeURIComponent(sign));
