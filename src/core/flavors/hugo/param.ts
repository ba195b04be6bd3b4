// `.Page.Param`: a value of the page's front matter, else of the site's `params`. https://gohugo.io/methods/page/param/
import { get } from '../../data';
import type { Site } from '../../site';
import type { Source } from '../../source';
import type { GoValue } from '../../templating/gotemplate';
import { whole } from './cascade';
import { hugoConfig } from './config';

/** @param key its parts with dots between; case does not matter */
export function paramOf(key: string, page: Source, site: Site): GoValue {
  const parts = key.toLowerCase().split('.');
  const [first = '', ...rest] = parts;
  const own = get(lowered(whole(page, site).frontMatter?.field(first)?.value), ...rest);
  return valueOf(own) ?? valueOf(get(hugoConfig(site).data, 'params', ...parts));
}

function lowered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toLowerCase(), lowered(inner)]));
}

function valueOf(value: unknown): GoValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(valueOf) : undefined;
}
