// `.Page.Param`: a value of the page's front matter, else of the site's `params`. https://gohugo.io/methods/page/param/
import { get } from '../../data';
import type { Site } from '../../site';
import type { Source } from '../../source';
import { GoObject, type GoValue } from '../../templating/gotemplate';
import { whole } from './cascade';
import { hugoConfig } from './config';

/** @param key its parts with dots between; case does not matter */
export function paramOf(key: string, page: Source, site: Site): GoValue {
  return paramOfPage(key, page, site) ?? paramOfSite(key, site);
}

export function paramOfPage(key: string, page: Source, site: Site): GoValue {
  const [first = '', ...rest] = key.toLowerCase().split('.');
  const { frontMatter } = whole(page, site);
  // newer pages keep theirs in a table of their own
  return valueOf(get(lowered(frontMatter?.field(first)?.value), ...rest) ?? get(lowered(frontMatter?.field('params')?.value), first, ...rest));
}

/** What a template that is for all pages may ask of the site. */
export const siteFieldOf = (config: Site['config']) => (name: string): GoValue | 'unknown' => {
  const [, key = ''] = /^(?:Page\.)?Site\.Params\.(.+)$/.exec(name) ?? [];
  if (key !== '') return paramOfSite(key, { config });
  switch (name) {
    case 'Site': case 'Page.Site': case 'Site.Params': case 'Page.Site.Params': return new GoObject(name.replace('Page.', ''));
    case 'Site.Title': case 'Page.Site.Title': return config.title ?? '';
    case 'Site.BaseURL': case 'Page.Site.BaseURL': return config.origin === undefined ? 'unknown' : `${config.origin}${config.basePath}/`;
    // what templates ask to call something on it
    case 'Page': return new GoObject('Page');
    default: return 'unknown';
  }
};

export const paramOfSite = (key: string, site: Pick<Site, 'config'>): GoValue => valueOf(get(hugoConfig(site).data, 'params', ...key.toLowerCase().split('.')));

function lowered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowered(inner)]));
}

function valueOf(value: unknown): GoValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(valueOf) : undefined;
}
