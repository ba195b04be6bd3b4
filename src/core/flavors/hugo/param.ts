// `.Page.Param`: a value of the page's front matter, else of the site's `params`. https://gohugo.io/methods/page/param/
import { get } from '../../data';
import type { Site } from '../../site';
import type { Source } from '../../source';
import type { GoValue } from '../../templating/gotemplate';
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

export const paramOfSite = (key: string, site: Site): GoValue => valueOf(get(hugoConfig(site).data, 'params', ...key.toLowerCase().split('.')));

function lowered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowered(inner)]));
}

function valueOf(value: unknown): GoValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(valueOf) : undefined;
}
