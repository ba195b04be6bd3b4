// Where the last name in an address comes from: https://jekyllrb.com/docs/permalinks/
import { splitPath } from '../../files';
import type { Site } from '../../site';
import type { Source } from '../../source';
import type { SlugWay } from '../flavor';
import { lastName, usualKey, withLastName } from '../slugs';
import { DATED, entryOf } from './entries';
import { urlOf } from './outputs';
import { valuesOf } from './values';

export function slugWays(page: Source, site: Site): readonly SlugWay[] {
  const entry = entryOf(page.path, site);
  const address = urlOf(page, site);
  if (!entry || address === undefined) return [];
  const values = valuesOf(page, site);
  const permalink = values.written('permalink')?.value;
  const own = typeof permalink === 'string' && isLiteral(permalink) ? permalink : undefined;
  const byPermalink: SlugWay = { key: 'permalink', written: slug => withLastName(own ?? address.slice(site.config.basePath.length), slug) };
  if (own !== undefined) return [byPermalink];
  const bySlug: readonly SlugWay[] = entry.kind === 'page' ? [] : [{ key: 'slug', written: slug => slug }];
  const byName = named(page.path);
  // a post without a title has one made of its name, which is to stay
  if (values.get('slug') !== undefined || (entry.kind === 'post' && !values.has('title'))) return [...bySlug, ...byName];
  const usual = entry.kind === 'post' ? usualKey(['permalink', 'slug'], page, site, isLiteral) : undefined;
  return [...(usual === 'permalink' ? [byPermalink] : usual === 'slug' ? bySlug : []), ...byName, ...bySlug];
}

/** Without a placeholder in its last name: https://jekyllrb.com/docs/permalinks/#placeholders */
const isLiteral = (permalink: string): boolean => lastName(permalink) !== '' && !lastName(permalink).includes(':');

/** The name of the file behind its day; of an index the name of its folder. */
function named(path: string): readonly SlugWay[] {
  const { folder, name } = splitPath(path);
  const inFolder = (above: string, below: string): string => (above === '' ? below : `${above}/${below}`);
  if (/^index\./i.test(name)) return folder === '' ? [] : [{ path: slug => inFolder(splitPath(folder).folder, `${slug}/${name}`) }];
  const extension = /\.[^.]*$|$/.exec(name)![0];
  const old = DATED.exec(name)?.[4] ?? name.slice(0, name.length - extension.length);
  return [{ path: slug => inFolder(folder, name.slice(0, name.length - extension.length - old.length) + slug + extension) }];
}
