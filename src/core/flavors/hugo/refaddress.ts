// The address that `ref` and `relref` write: https://gohugo.io/shortcodes/ref/
import type { Site } from '../../site';
import type { Source } from '../../source';
import { CannotTell } from '../../templating/gotemplate';
import { normalizeAddress } from '../../templating/goescape';
import { hugo } from './index';
import { write } from './links';
import type { Shortcode } from './shortcodes';

/** @throws CannotTell where it finds nothing, or the page it finds is not known. */
export function addressInRef(code: Shortcode, isWhole: boolean, from: Source, site: Site): string {
  const written = write({ target: code.text, place: 'tag', isImage: false }, from, site);
  const origin = isWhole ? site.config.origin ?? '' : '';
  const at = (address: string, fragment: string): string => `${origin}${normalizeAddress(address).replace(/%[\da-f]{2}/g, code => code.toUpperCase())}${fragment === '' ? '' : `#${fragment}`}`;
  switch (written.kind) {
    case 'url': return written.url;
    case 'made': return at(written.address.replace(/(^|\/)index\.html$/, '$1'), written.fragment);
    case 'page': return at(urlOf(written.path, site), written.fragment);
    // what a draft refers to may be a draft as well: it is shown as it will be
    case 'fails': if (written.hiddenPage !== undefined) return at(urlOf(written.hiddenPage, site), /#(.*)$/s.exec(written.name)?.[1] ?? '');
  }
  throw new CannotTell(code.text);
}

function urlOf(page: string, site: Site): string {
  const facts = site.index.of(page);
  const url = facts && hugo.url(facts, site);
  if (url === undefined) throw new CannotTell(page);
  return url;
}
