// What an editor opens for a link: a file, at a heading if the link names one, or an address in the browser.
import type { Facts } from '../facts';
import type { Destination } from '../links';
import type { Post } from '../post';
import type { Site } from '../site';

export type Goal =
  | { readonly kind: 'file'; readonly path: string; /** Of a heading or another anchor; empty for the top. */ readonly id: string }
  | { readonly kind: 'web'; readonly url: string };

/** Undefined where a reader would find nothing, and for what leaves the site: editors see such addresses themselves. */
export function goalOf(to: Destination, from: Pick<Post, 'path' | 'document'>, site: Pick<Site, 'config'>): Goal | undefined {
  switch (to.kind) {
    case 'page': return to.hidden ? undefined : { kind: 'file', path: to.path, id: to.fragment };
    case 'file': return to.hidden ? undefined : { kind: 'file', path: to.path, id: '' };
    case 'anchor': return from.document.anchors.has(to.id) ? { kind: 'file', path: from.path, id: to.id } : undefined;
    case 'unknown': return to.path === undefined ? undefined : { kind: 'file', path: to.path, id: '' };
    case 'made': {
      const { origin } = site.config;
      const hash = to.fragment === '' ? '' : `#${encodeURIComponent(to.fragment)}`;
      return origin === undefined ? undefined : { kind: 'web', url: origin + encodeURI(to.address.replace(/(?<=\/)index\.html$/, '')).replaceAll('#', '%23').replaceAll('?', '%3F') + hash };
    }
    case 'external': case 'missing': return undefined;
  }
}

/** Where an id stands in the text of its page; undefined when it cannot be seen there. */
export function offsetOfId(id: string, facts: Pick<Facts, 'headings'>, text: string): number | undefined {
  const heading = facts.headings.find(candidate => candidate.id === id);
  if (heading) return heading.start;
  if (id === '') return undefined;
  const name = id.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const found = new RegExp(`\\b(?:id|name)\\s*=\\s*["']?${name}(?=["'\\s>])|\\{:?[^}\\n]*#${name}(?=[\\s.}])|^\\[\\^${name.replace(/^fn(?:ref)?:/, '')}\\]:`, 'mi').exec(text);
  return found?.index;
}
