// Hexo's scaffolds: https://hexo.io/docs/writing#Scaffolds, `Post#_renderScaffold` (lib/hexo/post.ts).
import { text } from '../../data';
import { isoDay, isoTime, type WrittenDate } from '../../dates';
import { writeValue } from '../../frontmatter';
import type { Site } from '../../site';
import type { Beginning, Scaffold } from '../scaffold';
import { hexoConfig } from './config';
import { publishedPath } from './drafts';

const layoutOf = (site: Site): string => text(hexoConfig(site).data['default_layout']) ?? 'post';

export const scaffoldFiles = (site: Site): readonly string[] => ['post', 'draft', layoutOf(site)].flatMap(name => [`scaffolds/${name}.md`]).filter((file, at, all) => site.files.has(file) && all.indexOf(file) === at);

/** Where `hexo new` puts a post of that name: `new_post_name` for posts, the name alone for drafts. */
export function placeFor(name: string, date: WrittenDate, site: Site): string {
  const { source, data } = hexoConfig(site);
  // https://hexo.io/docs/configuration#Writing
  const cased = data['filename_case'] === 2 ? name.toUpperCase() : name;
  const draft = `${source}/_drafts/${cased}.md`;
  return layoutOf(site) === 'draft' ? draft : publishedPath(draft, date, site) ?? `${source}/_posts/${cased}.md`;
}

/** Only the values that Hexo hands over; whatever else nunjucks would run is left to it. */
export function scaffold({ path, title, date }: Beginning, texts: ReadonlyMap<string, string | undefined>, site: Site): Scaffold | undefined {
  const isDraft = path.startsWith(`${hexoConfig(site).source}/_drafts/`);
  const file = [isDraft ? 'draft' : layoutOf(site), 'post'].map(name => `scaffolds/${name}.md`).find(name => texts.get(name) !== undefined);
  if (file === undefined) return undefined;
  const values: Readonly<Record<string, string>> = {
    title: writeValue('yaml', title), date: `${isoDay(date)} ${isoTime(date)}`, layout: isDraft ? 'draft' : layoutOf(site), slug: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, ''),
  };
  const source = texts.get(file)!;
  const run = source.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name]! : whole));
  const rest = /\{[{%][^}]*[}%]?\}?/.exec(/^---[\s\S]*?^---/m.exec(run)?.[0] ?? '');
  return rest ? { file, reason: rest[0] } : { file, text: run };
}
