// The two folders of posts: `_drafts`, where names have no date, and `_posts` beside it, where they must have one.
// https://jekyllrb.com/docs/posts/#drafts
import { isoDay, type WrittenDate } from '../../dates';
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { DATED, entryOf } from './entries';

export function publishedPath(path: string, day: WrittenDate, site: Site): string | undefined {
  const entry = entryOf(path, site);
  if (entry?.kind !== 'post' || !entry.isDraft) return undefined;
  const { folder, name } = splitPath(path);
  return `${inFolder(folder, '_posts')}/${isoDay(day)}-${undated(name)}`;
}

export function draftPath(path: string, site: Site): string | undefined {
  const entry = entryOf(path, site);
  if (entry?.kind !== 'post' || entry.isDraft) return undefined;
  const { folder, name } = splitPath(path);
  const drafts = inFolder(folder, '_drafts');
  return site.files.hasFolder(/^(?:.*?\/)??_drafts(?=\/|$)/.exec(drafts)![0]) ? `${drafts}/${undated(name)}` : undefined;
}

const inFolder = (folder: string, area: string): string => folder.replace(/(^|\/)_(?:posts|drafts)(?=\/|$)/, `$1${area}`);

function undated(name: string): string {
  const slug = DATED.exec(name)?.[4];
  return slug === undefined ? name : slug + /\.[^.]+$/.exec(name)![0];
}
