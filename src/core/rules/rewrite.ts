// Another target for a link, written in the way the link was written.
import type { Facts, LinkFact } from '../facts';
import { splitPath } from '../files';
import { decode, destinationOf, percentCode, SCHEME, type LinkText } from '../links';
import type { Fix } from '../rule';
import type { Site } from '../site';

/** A change of the target so that it leads to an address (decoded, with the base path); none when no way of writing it does. */
export function changeTo(address: string | undefined, link: LinkFact, from: Facts, site: Site): readonly Fix[] {
  const text = address === undefined ? undefined : rewritten(address, link, from, site);
  return text === undefined || text === link.target ? [] : [fix(text, link, site)];
}

/** The form that the engine checks itself, for a link to a page. */
export function checkedLink(file: string | undefined, link: LinkFact, from: Facts, site: Site): readonly Fix[] {
  if (file === undefined || link.place !== 'markdown' || link.isImage || !site.flavor.isPage(file, site)) return [];
  const written = site.flavor.linkTo(file, from, site);
  return written === undefined ? [] : [fix(written + (/#.*$/s.exec(link.target)?.[0] ?? ''), link, site)];
}

/** The target as a person reads it. */
export const shownTarget = ({ target }: LinkText): string => decode(target.trim());

const fix = (text: string, { targetSpan }: LinkFact, site: Site): Fix => ({ title: site.say('Change to "{0}"', text), edits: [{ ...targetSpan, text }], isSafe: false });

function rewritten(address: string, link: LinkText, from: Facts, site: Site): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(SCHEME.test(link.target) ? '' : link.target)!;
  const isEncoded = /%[\da-f]{2}/i.test(path);
  const needsCode = isEncoded || !/[\s()]/.test(path);
  const write = (plain: string): string => (needsCode ? plain.replace(/[\s()%]/g, percentCode).replace(/[^\x00-\x7f]+/g, text => (isEncoded ? encodeURI(text) : text)) : plain) + rest;
  const wanted = leads(address, from, site);
  for (const candidate of candidates(decode(path), address, from, site)) {
    const written = write(candidate);
    if (leads(written, from, site, link) === wanted && wanted !== undefined) return written;
  }
  return undefined;
}

/** What a target leads to, as a key to compare by. */
function leads(target: string, from: Facts, site: Site, link: Omit<LinkText, 'target'> = { place: 'html', isImage: false }): string | undefined {
  const to = destinationOf({ ...link, target }, from, site);
  return to.kind === 'page' || to.kind === 'file' ? `${to.kind} ${to.path}` : to.kind === 'made' ? to.address : undefined;
}

/** In the way of the old path: from the root with the same beginning, or from the page. */
function* candidates(path: string, address: string, from: Facts, site: Site): Iterable<string> {
  const here = site.flavor.url(from, site);
  // without the slash at the end only where the old path did without it too
  const plain = path === '' || path.endsWith('/') || /\.[^./]+$/.test(path) ? address : address.replace(/(?<=.)\/$/, '');
  const name = splitPath(plain.replace(/\/$/, '')).name + (plain.endsWith('/') ? '/' : '');
  if (!path.startsWith('/') && path !== '') {
    const last = path.replace(/\/$/, '').lastIndexOf('/') + 1;
    yield path.slice(0, last) + name;
    if (here !== undefined) {
      const relative = relativeTo(here, plain);
      yield path.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
      yield relativeTo(here, address);
    }
  }
  const withoutBase = site.config.basePath !== '' && plain.startsWith(`${site.config.basePath}/`) ? plain.slice(site.config.basePath.length) : plain;
  yield withoutBase;
  yield plain;
  yield address;
}

/** An address (decoded) as a path from a page's own. */
export function relativeTo(here: string, address: string): string {
  const from = (here.endsWith('/') ? here : splitPath(here).folder).split('/').filter(Boolean);
  const parts = address.split('/').slice(1);
  let shared = 0;
  while (shared < from.length && shared < parts.length - 1 && from[shared] === parts[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/') || './';
}
