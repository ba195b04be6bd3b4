// A blog in memory, for tests: files and their texts, opened as a host would.
import { factsOf } from '../src/core/facts';
import type { Destination } from '../src/core/links';
import { Files } from '../src/core/files';
import { speaker, type Say } from '../src/core/language';
import { parsePost, type Post } from '../src/core/post';
import { openSite, type Site } from '../src/core/site';

export interface Blog {
  readonly site: Site;
  readonly posts: readonly Post[];
  post(path: string): Post;
}

export interface BlogOptions {
  /** An ISO instant; noon of 24 November 2026 in Seoul unless told. */
  readonly now?: string;
  readonly timeZone?: string;
  readonly say?: Say;
}

/** Every page is in the site's index. @param files texts by path; `''` is enough for pictures. */
export function blog(files: Readonly<Record<string, string>>, { now = '2026-11-24T03:00:00Z', timeZone = 'Asia/Seoul', say = speaker() }: BlogOptions = {}): Blog {
  const site = openSite({ files: new Files(Object.keys(files)), now: Date.parse(now), timeZone, say }, new Map(Object.entries(files)));
  const post = (path: string): Post => parsePost(path, files[path] ?? '', site);
  const posts = Object.keys(files).filter(path => site.flavor.isPage(path, site)).map(post);
  for (const page of posts) site.index.set(factsOf(page, site));
  site.index.isComplete = true;
  return { site, post, posts };
}

/** Where a link leads, in a few words. */
export function told(to: Destination): string {
  switch (to.kind) {
    case 'page': return `${to.hidden ? 'hidden ' : ''}page ${to.path}${to.fragment === '' ? '' : `#${to.fragment}`}`;
    case 'file': return `file ${to.path}`;
    case 'missing': return `missing ${to.cause} ${to.address}`;
    case 'made': return `made ${to.address}`;
    default: return to.kind;
  }
}

export const HUGO = { 'hugo.toml': 'baseURL = "https://blog.example.com/"\n', 'content/post/_index.md': '' } as const;
export const JEKYLL = { '_config.yml': 'title: 글\nurl: https://blog.example.com\n', '_posts/.keep': '' } as const;
