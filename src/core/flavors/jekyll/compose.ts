// jekyll-compose, with which `jekyll post` begins a post: layout, title and date, then what `_config.yml` gives to all.
// https://github.com/jekyll/jekyll-compose (lib/jekyll-compose/file_creator.rb, lib/jekyll/commands/post.rb)
import { get, isData } from '../../data';
import { isoDay, isoOffset, isoTime, momentOf, offsetAt } from '../../dates';
import { writeField, type FieldValue } from '../../frontmatter';
import type { Site } from '../../site';
import type { Beginning, Scaffold } from '../scaffold';
import { jekyllConfig } from './config';
import { zoneOf } from './dates';
import { entryOf } from './entries';

export function composed({ path, title, date }: Beginning, _: ReadonlyMap<string, string | undefined>, site: Site): Scaffold | undefined {
  const entry = entryOf(path, site);
  const isDraft = entry?.kind === 'post' && entry.isDraft;
  const given = get(jekyllConfig(site).data, 'jekyll_compose', 'default_front_matter', isDraft ? 'drafts' : 'posts');
  if (!isData(given)) return undefined;
  const offset = isoOffset(date.offset ?? offsetAt(momentOf(date, zoneOf(site)), zoneOf(site)), '');
  const values: Readonly<Record<string, unknown>> = { layout: 'post', title, ...(isDraft ? {} : { date: `${isoDay(date)} ${isoTime(date).slice(0, 5)} ${offset}` }), ...given };
  return { file: '_config.yml', text: `---\n${Object.entries(values).map(([key, value]) => `${written(key, value)}\n`).join('')}---\n` };
}

function written(key: string, value: unknown): string {
  // without seconds it is no timestamp of YAML's, and Ruby writes it without quotes
  if (key === 'date' && typeof value === 'string' && /^[\d: +-]+$/.test(value)) return `date: ${value}`;
  if (value === null || value === undefined) return `${key}:`;
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(item => typeof item === 'string'));
  return isPlain ? writeField('yaml', key, value as FieldValue) : `${key}: ${JSON.stringify(value)}`;
}
