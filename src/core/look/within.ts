// From an address in a built page or style sheet to a file of the build. What is not listed there is nowhere: no address leads out.
import { joinPath, splitPath } from '../files';
import { decode } from '../links';
import type { Files } from '../files';
import type { Site } from '../site';

export type Target =
  | { readonly kind: 'file'; readonly path: string; /** With its sign: `#icon`. */ readonly fragment: string }
  /** A place in the page itself. */
  | { readonly kind: 'fragment'; readonly fragment: string }
  /** `https:` alone. */
  | { readonly kind: 'remote'; readonly url: string }
  /** A picture or font written out in the address. */
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'nowhere' };

export interface Surrounding {
  readonly files: Files;
  readonly config: Pick<Site['config'], 'basePath'>;
  /** Scheme and host of the site, in lower case; a build for a preview has its own. */
  readonly origins: ReadonlySet<string>;
}

const NOWHERE: Target = { kind: 'nowhere' };

/** What an engine's own server builds with: `jekyll serve` writes `http://localhost:4000` into the pages. */
const AT_HOME = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::\d+)?$/;

/** @param from the file in the build in which the address is written */
export function targetOf(address: string, from: string, { files, config, origins }: Surrounding): Target {
  // a browser drops these (URL Standard, 4.4)
  const url = address.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
  if (url === '') return NOWHERE;
  if (url.startsWith('#')) return { kind: 'fragment', fragment: url };
  if (/^data:(?:image|font|audio|video|application\/(?:x-)?(?:font|octet-stream|vnd\.ms-fontobject))/i.test(url)) return { kind: 'data', url };
  let path = url;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) {
    const [, scheme = 'https:', host = '', rest = ''] = /^([a-z][a-z\d+.-]*:)?\/\/([^/?#\\]*)([^]*)$/i.exec(url) ?? [];
    if (host === '' || !/^https?:$/i.test(scheme)) return NOWHERE;
    const origin = `${scheme}//${host}`.toLowerCase();
    const isOwn = AT_HOME.test(origin) || origins.has(origin) || origins.has(origin.replace(/^https?/, it => (it === 'http' ? 'https' : 'http')));
    if (!isOwn) return scheme.toLowerCase() === 'https:' && /^[\w.-]+(?::\d+)?$/.test(host) ? { kind: 'remote', url: `https://${host}${rest}` } : NOWHERE;
    path = rest.startsWith('/') ? rest : `/${rest}`;
  }
  const [, written = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(path) ?? [];
  const plain = decode(written);
  if (/[\0\\]/.test(plain)) return NOWHERE;
  const { basePath } = config;
  const below = plain.startsWith('/') ? [...(basePath !== '' && plain.startsWith(`${basePath}/`) ? [plain.slice(basePath.length)] : []), plain].map(it => joinPath('', it)) : [joinPath(splitPath(from).folder, plain)];
  for (const file of below) {
    if (file === undefined || file === '') continue;
    if (files.has(file)) return { kind: 'file', path: file, fragment };
    const other = files.otherSpelling(file);
    if (other !== undefined && other.normalize('NFC') === file.normalize('NFC')) return { kind: 'file', path: other, fragment };
  }
  return NOWHERE;
}

/** What stands in an attribute or style sheet for a target that may not be shown: an address that loads nothing. */
export const NOTHING = 'data:,';

export interface Showing {
  /** From where a viewer gets a file of the build. */
  address(file: string): string | undefined;
  /** Whether pictures, fonts and style sheets may come from elsewhere, by https. */
  readonly allowsRemote?: boolean;
  /** What the reader likes; without it the page is as it was built, and the viewer's own wish counts. */
  readonly scheme?: 'light' | 'dark' | undefined;
}

/** The address from which a target is shown; undefined where nothing is. */
export function shownFrom(target: Target, showing: Showing): string | undefined {
  switch (target.kind) {
    case 'file': {
      const address = showing.address(target.path);
      return address === undefined ? undefined : address + target.fragment;
    }
    case 'data': return target.url;
    case 'fragment': return target.fragment;
    case 'remote': return showing.allowsRemote ? target.url : undefined;
    case 'nowhere': return undefined;
  }
}
