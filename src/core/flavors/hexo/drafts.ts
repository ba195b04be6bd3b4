// The two folders of posts, `_drafts` and `_posts`. A post is named by `new_post_name`, a draft by its title alone:
// `Post#publish` (lib/hexo/post.ts) and the filter of new paths (lib/plugins/filter/new_post_path.ts).
import { twoDigits, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { hexoConfig } from './config';
import { entryOf } from './entries';
import { literal } from '../../literal';

export function publishedPath(path: string, day: WrittenDate, site: Site): string | undefined {
  const entry = entryOf(path, site);
  if (entry?.kind !== 'post' || !entry.isDraft) return undefined;
  const { source, postName } = hexoConfig(site);
  const { folder, stem, extension } = parts(entry.path);
  return `${source}/_posts/${folder}${filled(postName, undated(stem, postName), day) ?? stem}${extension}`;
}

export function draftPath(path: string, site: Site): string | undefined {
  const entry = entryOf(path, site);
  const { source, postName } = hexoConfig(site);
  if (entry?.kind !== 'post' || entry.isDraft || !site.files.hasFolder(`${source}/_drafts`)) return undefined;
  const { folder, stem, extension } = parts(entry.path);
  return `${source}/_drafts/${folder}${undated(stem, postName)}${extension}`;
}

export function parts(path: string): { readonly folder: string; readonly stem: string; readonly extension: string } {
  const { folder, name } = splitPath(path);
  const [, stem = name, extension = ''] = /^(.+)(\.[^.]+)$/s.exec(name) ?? [];
  return { folder: folder === '' ? '' : `${folder}/`, stem, extension };
}

/** Undefined where the pattern asks for what is not known here. */
function filled(pattern: string, title: string, { year, month, day }: WrittenDate): string | undefined {
  const values: Readonly<Record<string, string>> = { year: String(year), month: twoDigits(month), i_month: String(month), day: twoDigits(day), i_day: String(day), title };
  const name = pattern.replace(/:(\w+)/g, (whole, key: string) => values[key] ?? whole);
  return /:\w/.test(pattern.replace(/:(?:year|i_month|month|i_day|day|title)\b/g, '')) ? undefined : name;
}

/** What `:title` stands for in a name that the pattern made; a name of another form is a title as it is. */
export function undated(stem: string, pattern: string): string {
  const own = literal(splitPath(pattern).name)
    .replace(':year', '\\d{4}').replace(/:i_(?:month|day)/g, '\\d{1,2}').replace(/:(?:month|day)/g, '\\d{2}').replace(':title', '(.+)');
  return new RegExp(`^${own}$`, 's').exec(stem)?.[1] ?? stem;
}
