// Where the last name in a page's address comes from: https://gohugo.io/content-management/urls/
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { fieldText, type Source } from '../../source';
import type { SlugWay } from '../flavor';
import { lastName, usualKey, withLastName } from '../slugs';
import { hugoConfig } from './config';
import { hugo } from './index';
import { pageFile } from './pages';
import { dateInName } from './permalinks';
import { dateSource } from './publication';
import { translationsOf } from './translations';

export function slugWays(page: Source, site: Site): readonly SlugWay[] {
  const file = pageFile(page.path, site);
  const address = hugo.url(page, site);
  if (!file || file.isList || address === undefined) return [];
  const url = fieldText(page, ['url']);
  const bySlug: SlugWay = { key: 'slug', written: slug => slug };
  const byUrl: SlugWay = { key: 'url', written: slug => withLastName(url ?? address.slice(hugoConfig(site).basePath.length), slug) };
  // translations find each other by the name of the file
  const byName = translationsOf(page.path, site).length ? [] : [named(page, site)];
  // `url` counts before anything else; newer versions know placeholders in it
  if (url !== undefined) return lastName(url).startsWith(':') ? [bySlug, ...byName] : [byUrl];
  if (fieldText(page, ['slug']) !== undefined) return [bySlug, ...byName];
  const usual = usualKey(['url', 'slug'], page, site);
  return [...(usual === 'url' ? [byUrl] : usual === 'slug' ? [bySlug] : []), ...byName, bySlug];
}

/** The name of the file or of the bundle's folder. A day in it that is the page's date is no part of its address and stays. */
function named(page: Source, site: Site): SlugWay {
  const { name, isBundle } = pageFile(page.path, site)!;
  const day = dateSource(page, site)?.key === ':filename' ? dateInName(site).exec(name)?.[0] ?? '' : '';
  const { folder, name: file } = splitPath(page.path);
  const inFolder = (above: string, below: string): string => (above === '' ? below : `${above}/${below}`);
  return { path: slug => (isBundle ? inFolder(splitPath(folder).folder, `${day}${slug}/${file}`) : inFolder(folder, day + slug + file.slice(name.length))) };
}
