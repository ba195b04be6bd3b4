// Addresses that writers paste: without what only says where a reader came from.

/** Marks that say where a reader came from, and nothing of what is read. https://en.wikipedia.org/wiki/UTM_parameters and the click ids of ad networks. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igsh|igshid|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|ref_src|ref_url)$/i;

/** What the share buttons of a host add, where the same word may mean something elsewhere. */
const OF_HOST: readonly (readonly [host: RegExp, names: RegExp])[] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/i, /^(?:si|feature|pp)$/i],
  [/(?:^|\.)(?:twitter|x)\.com$/i, /^[st]$/i],
];

/** @param query what stands between `?` and `#`; the rest of it, byte for byte and in its order */
export function withoutTracking(query: string, host: string): string {
  const ofHost = OF_HOST.find(([hosts]) => hosts.test(host))?.[1];
  const isTracking = (name: string): boolean => TRACKING.test(name) || ofHost?.test(name) === true;
  return query.split('&').filter(pair => !isTracking(pair.split('=', 1)[0]!)).join('&');
}

const ADDRESS = /^(https?):\/\/([^/?#\s\\@]+)((?:\/[^?#\s]*)?)(?:\?([^#\s]*))?(#\S*)?$/i;
/** Longer ones are data and no address that somebody reads. */
const LONGEST = 2000;

/**
 * The address as a blog should have it: what leads somewhere stays as it is written.
 * @returns undefined for what is not one address of http or https, and for one that holds a user's name or password.
 */
export function cleanAddress(written: string): string | undefined {
  const text = written.trim().replace(/^<(.*)>$/s, '$1');
  const found = text.length > LONGEST || /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(text) ? undefined : ADDRESS.exec(text);
  if (!found) return undefined;
  const [, scheme, authority = '', path = '', query, fragment = ''] = found;
  const host = authority.replace(/:\d*$/, '');
  if (!/^(?:\[[\da-f:.]+\]|[^[\]<>"|^`{}%]+)$/i.test(host) || /^[.:]/.test(authority)) return undefined;
  const kept = query === undefined ? undefined : withoutTracking(query, host);
  const isAllTracking = query !== '' && kept === '';
  // newsletters put theirs behind `#`
  const own = /^#(?:utm_\w+=[^&]*&?)+$/i.test(fragment) ? '' : fragment;
  return `${scheme}://${authority}${path}${kept === undefined || isAllTracking ? '' : `?${kept}`}${own}`;
}

/** Without the port, lower case; of a `cleanAddress`. */
export const hostOf = (address: string): string => ADDRESS.exec(address)?.[2]?.replace(/:\d*$/, '').toLowerCase() ?? '';

/** What stands behind the host, up to `?` or `#`. */
export const pathIn = (address: string): string => ADDRESS.exec(address)?.[3] ?? '';
