// How Hexo writes addresses: hexo-util's encodeURL, url_for and isExternalLink.
import type { ExternalLinks } from './options';
import { decode } from '../../links';

/** An address with a protocol is parsed as a browser does, its query written anew; of others only percent codes are made alike. */
export function encodeAddress(address: string): string {
  const parts = /^(https?|ftp):\/\/([^/?#\s]*)([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(address);
  if (!parts) return /^[a-z][a-z\d+.-]*:/i.test(address) ? address : encodeURI(decode(address));
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = parts;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${encodePath(path || '/')}${queryOf(query)}${fragment}`;
}

/** Percent codes of signs that mean something in an address stay. */
function encodePath(path: string): string {
  try {
    return encodeURI(decodeURI(path)).replace(/%25(?=2[346BCF]|3[ABDF]|40)/gi, '%');
  } catch {
    return path;
  }
}

/** As URLSearchParams writes it: `?a&b=c d` becomes `?a&b=c+d`. */
function queryOf(query: string): string {
  const pairs = query.slice(1).split('&').filter(Boolean);
  const written = (text: string): string => encodeURIComponent(decode(text.replace(/\+/g, ' '))).replace(/%20/g, '+').replace(/[!'()~]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return pairs.length ? `?${pairs.map(pair => { const at = pair.indexOf('='); return at < 0 ? written(pair) : `${written(pair.slice(0, at))}=${written(pair.slice(at + 1))}`; }).join('&')}` : '';
}

/** @param root the site's, `/` or `/blog/` */
export function rooted(address: string, root: string | undefined): string {
  if (root === undefined || /^(?:#|\/\/|[a-z][a-z\d+.-]*:)/i.test(address)) return address;
  return `${root}/${address}`.replace(/\/{2,}/g, '/');
}

/** What a link to another site gets on top; empty for others. */
export function externalAttributes(address: string, { opensAside, isNoFollow, ownHost, exclude }: ExternalLinks): readonly (readonly [string, string])[] {
  const host = /^(?:https?:)?\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase();
  if (host === undefined || host === ownHost || ownHost === '' || exclude.includes(host)) return [];
  return [
    ...(opensAside ? [['target', '_blank'] as const] : []),
    ...(isNoFollow ? [['rel', 'noopener external nofollow noreferrer'] as const] : opensAside ? [['rel', 'noopener'] as const] : []),
  ];
}

const ANCHOR = /<a(?:\s+?|\s+?[^<>]{1,2000}\s+?)href=["']((?:https?:)?\/\/[^<>"']+)["'][^<>]*>/gi;

/** Links of the whole page to other sites open aside: hexo's external_link filter. */
export function openAside(html: string, { opensAllAside, ownHost, exclude }: ExternalLinks): string {
  if (!opensAllAside) return html;
  return html.replace(ANCHOR, (tag, href: string) => {
    if (/target=/i.test(tag) || !externalAttributes(href, { opensAside: true, isNoFollow: false, opensAllAside, ownHost, exclude }).length) return tag;
    const relation = /rel=["']([^<>"']*)["']/i.exec(tag);
    return relation ? tag.replace(relation[0], `rel="${relation[1]!} noopener"`).replace('href=', 'target="_blank" href=') : tag.replace('href=', 'target="_blank" rel="noopener" href=');
  });
}
